#include "scenarios/actions/action.hpp"
#include "scenarios/actions/taking_part.hpp"

#include <algorithm>

namespace releve::actions {

namespace {

// numbers of what is drawn for one person
constexpr std::uint32_t of_limits = 1;
constexpr std::uint32_t of_turn = 2;

enum : std::size_t { capacity, take_up, ramp, duration, limited, unemployed_for, deadweight };
constexpr Parameter parameters[] = {
    capacity_setting("capacity", 100,
                     {"people helped at the same time, at most",
                      "personnes aidées en même temps, au "
                      "plus"}),
    take_up_setting(0.4,
                    {"share of eligible people who accept in the end",
                     "part des personnes éligibles qui "
                     "acceptent finalement"},
                    "guess (0.2 to 0.7)"),
    ramp_setting(12),
    duration_setting(6, 1, 24, {"how long somebody is helped", "durée de l'aide"}, "guess (3 to 12)"),
    {.name = "limited",
     .value = 0.25,
     .unit = "1",
     .most = 1,
     .meaning = {"share of people whom transport or housing keeps from posts further away",
                 "part des personnes que le transport ou le logement empêche d'aller vers des postes plus éloignés"},
     .source = "23 % of the French have given up a post or a training for want of a way to get there (Elabe for the "
               "Laboratoire de la mobilité inclusive, January 2017); more among the young and the poor (0.2 to 0.5)"},
    {.name = "unemployed_for",
     .value = 3,
     .unit = "month",
     .most = 60,
     .meaning = {"time without a post that opens the help", "durée de chômage qui ouvre l'aide"},
     .source = "a decision: those who find a post at once need no help"},
    deadweight_setting(0.3,
                       {"share of people who would have travelled or moved as far anyway: they cost and change nothing",
                        "part des personnes qui se seraient déplacées aussi loin de toute façon : elles coûtent et ne "
                        "changent rien"},
                       "guess (0.1 to 0.6)"),
};
constexpr std::string_view axes[] = {"recruitment"};

bool eligible(const InterventionStep& at, PersonId person) {
    const Person& one = at.state.persons[person];
    return at.state.inside(person) && at.state.programme_of(person).action == 0 &&
           one.age_years(at.state.month) >= 18 && at.state.month - one.status_since >= at.settings[unemployed_for] &&
           at.draws(one.key, of_limits).happens(at.settings[limited]) &&
           has_adopted(at, one.key, at.settings[take_up], at.settings[ramp]);
}

/// In an order drawn once for each.
std::vector<PersonId> candidates(const InterventionStep& at) {
    const Persons& persons = at.state.persons;
    std::vector<std::pair<std::uint32_t, PersonId>> drawn;
    for (const PersonId person : at.state.seekers.members()) {
        if (eligible(at, person)) {
            drawn.emplace_back(at.draws(persons[person].key, of_turn)(), person);
        }
    }
    std::sort(drawn.begin(), drawn.end(), [&](const auto& a, const auto& b) {
        return a.first != b.first ? a.first < b.first : persons[a.second].key < persons[b.second].key;
    });
    std::vector<PersonId> people;
    std::transform(drawn.begin(), drawn.end(), std::back_inserter(people), [](const auto& one) { return one.second; });
    return people;
}

void step(const InterventionStep& at, Proposals& proposals) {
    const std::vector<PersonId> present = enrolled_by(at);
    complete_finished(at, present, proposals);
    std::int64_t free = places_left(at, at.settings[capacity], present.size());
    if (free == 0) {
        return;
    }
    for (const PersonId person : candidates(at)) {
        if (free-- <= 0) {
            break;
        }
        proposals.enrol({.action = at.number,
                         .person = person,
                         .until = static_cast<MonthIndex>(at.state.month + static_cast<int>(at.settings[duration])),
                         .wide_reach = !is_windfall(at, at.state.persons[person].key, at.settings[deadweight])});
    }
}

}  // namespace

extern const Action mobility_support = {
    .name = "mobility_support",
    .label = {"help with transport and housing", "aide à la mobilité"},
    .meaning =
        {"Job seekers whom transport or housing limits are helped with a licence, a vehicle, a shuttle or a removal: "
         "they apply to posts further away (matching.wide_reach), until they are hired or the help ends.",
         "Des personnes au chômage limitées par le transport ou le logement sont aidées par un permis, un véhicule, "
         "une "
         "navette ou un déménagement : elles candidatent à des postes plus éloignés (matching.wide_reach), jusqu'à "
         "l'embauche ou la fin de l'aide."},
    .eligibility = {"residents of 18 and over, unemployed for `unemployed_for` or more, drawn as limited",
                    "résidents de 18 ans et plus, au chômage depuis `unemployed_for` ou plus, tirés comme limités"},
    .evidence =
        "23 % of the French have given up a post or a training for want of transport, 46 % of the 18-24 (Elabe for the "
        "Laboratoire de la mobilité inclusive, 2017): declared, not causal. No effect of such help on hires is "
        "published for a rural area of France",
    .horizon = Horizon::short_term,
    .indicator = "unfilled_posts",
    .target = -0.01,
    .owner = {"Pôle emploi, with the communes", "Pôle emploi, avec les communes"},
    .parameters = parameters,
    .capacity = "capacity",
    .stay = "duration",
    .wide_reach = true,
    .axes = axes,
    .of_people = true,
    .changes = {Change::enrol, Change::complete},
    .step = step,
};

}  // namespace releve::actions

#include "scenarios/actions/action.hpp"
#include "scenarios/actions/taking_part.hpp"

#include <algorithm>

namespace releve::actions {

namespace {

enum : std::size_t {
    pairs,
    duration,
    senior_age,
    tutor_mastery,
    recent,
    learning_boost,
    tutor_time,
    take_up,
    ramp,
    deadweight
};
constexpr Parameter parameters[] = {
    {.name = "pairs",
     .value = 40,
     .unit = "1",
     .least = 0,
     .most = 5000,
     .meaning = {"pairs at work at the same time, at most", "binômes simultanés, au plus"},
     .source = "a decision"},
    {.name = "duration",
     .value = 12,
     .unit = "month",
     .least = 1,
     .most = 36,
     .meaning = {"how long a pair works together", "durée d'un binôme"},
     .source = "guess: the span of a contrat de génération's first follow-up year",
     .guess = true},
    {.name = "senior_age",
     .value = 50,
     .unit = "year",
     .least = 30,
     .most = 70,
     .meaning = {"age from which a worker can be a tutor", "âge à partir duquel on peut être tuteur"},
     .source = "a decision (contrat de génération: 57; here earlier, so that know-how moves before the exit)"},
    {.name = "tutor_mastery",
     .value = 0.75,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"mastery a tutor needs", "maîtrise requise d'un tuteur"},
     .source = "guess",
     .guess = true},
    {.name = "recent",
     .value = 24,
     .unit = "month",
     .least = 1,
     .most = 120,
     .meaning = {"time since the hire within which a worker can be tutored",
                 "ancienneté maximale d'une personne tutorée"},
     .source = "guess",
     .guess = true},
    {.name = "learning_boost",
     .value = 2.0,
     .unit = "1",
     .least = 1,
     .most = 5,
     .meaning = {"how many times faster a tutored person learns",
                 "combien de fois plus vite apprend une personne tutorée"},
     .source = "guess: no published causal effect",
     .guess = true},
    {.name = "tutor_time",
     .value = 0.06,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"share of the tutor's time taken from production", "part du temps du tuteur prise sur la production"},
     .source = "guess: about two hours a week",
     .guess = true},
    {.name = "take_up",
     .value = 0.30,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"share of establishments that take the action up in the end",
                 "part des établissements qui adoptent finalement l'action"},
     .source = "pessimistic default: the contrat de génération reached 8 % of its target (Cour des comptes)",
     .guess = true},
    {.name = "ramp",
     .value = 18,
     .unit = "month",
     .least = 0,
     .most = 60,
     .meaning = {"time the adoption takes to reach that share", "durée pour atteindre cette part"},
     .source = "guess",
     .guess = true},
    {.name = "deadweight",
     .value = 0.40,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"share of pairs that would have worked together anyway: they cost and change nothing",
                 "part des binômes qui auraient existé de toute façon : ils coûtent et ne changent rien"},
     .source = "contrat de génération: two thirds of the young were already in the firm; informal tutoring: guess",
     .guess = true},
};
constexpr std::string_view axes[] = {"transmission", "competences"};

bool may_be_tutored(const InterventionStep& at, PersonId person) {
    const Persons& persons = at.state.persons;
    return at.state.programme_of(person).action == 0 && persons[person].contract != Contract::owner &&
           at.state.month - persons[person].hired < at.settings[recent] &&
           persons[person].age_years(at.state.month) < at.settings[senior_age];
}

bool may_tutor(const InterventionStep& at, PersonId person) {
    const Persons& persons = at.state.persons;
    return at.state.programme_of(person).action == 0 &&
           persons[person].age_years(at.state.month) >= at.settings[senior_age] &&
           mastery_now(at.state, person) >= at.settings[tutor_mastery];
}

/// The oldest free senior of the same cell: same establishment, same occupation.
PersonId find_tutor(const InterventionStep& at, PersonId person, const std::vector<PersonId>& taken) {
    const State& state = at.state;
    PersonId best;
    for (const PostId post : state.cells.list[state.cell_of(person)]) {
        const PersonId holder = state.posts[post].holder;
        if (holder.none() || holder == person || !may_tutor(at, holder) ||
            std::find(taken.begin(), taken.end(), holder) != taken.end()) {
            continue;
        }
        if (best.none() || state.persons[holder].birth < state.persons[best].birth) {
            best = holder;  // the oldest first: the nearest to the exit
        }
    }
    return best;
}

/// Recent hires of establishments that take part, where a colleague of their occupation works, in an order drawn once
/// for each person.
std::vector<PersonId> candidates(const InterventionStep& at) {
    const State& state = at.state;
    std::vector<std::pair<std::uint32_t, PersonId>> drawn;
    for (std::uint32_t e = 0; e < state.establishments.size(); ++e) {
        if (!has_adopted(at, EstablishmentId{e}, at.settings[take_up], at.settings[ramp])) {
            continue;
        }
        const std::uint32_t first = state.establishments.first_cell[EstablishmentId{e}];
        for (std::uint32_t i = first; i < first + state.establishments.cells[EstablishmentId{e}]; ++i) {
            if (state.cells.filled[CellId{i}] < 2) {
                continue;
            }
            for (const PostId post : state.cells.list[CellId{i}]) {
                const PersonId holder = state.posts[post].holder;
                if (!holder.none() && may_be_tutored(at, holder)) {
                    drawn.emplace_back(at.draws(state.persons[holder].key, 1)(), holder);
                }
            }
        }
    }
    std::sort(drawn.begin(), drawn.end(), [&](const auto& a, const auto& b) {
        return a.first != b.first ? a.first < b.first : at.state.persons[a.second].key < at.state.persons[b.second].key;
    });
    std::vector<PersonId> people;
    for (const auto& [order, person] : drawn) {
        people.push_back(person);
    }
    return people;
}

void step(const InterventionStep& at, Proposals& proposals) {
    const std::vector<PersonId> present = enrolled_by(at);
    complete_finished(at, present, proposals);
    std::int64_t free = places_left(at, at.settings[pairs], present.size());
    if (free == 0) {
        return;
    }
    std::vector<PersonId> taken;
    for (const PersonId person : candidates(at)) {
        const PersonId tutor = free > 0 ? find_tutor(at, person, taken) : PersonId{};
        if (tutor.none()) {
            continue;
        }
        const bool windfall = at.draws(at.state.persons[person].key, 2).happens(at.settings[deadweight]);
        proposals.enrol({.action = at.number,
                         .person = person,
                         .partner = tutor,
                         .until = static_cast<MonthIndex>(at.state.month + static_cast<int>(at.settings[duration])),
                         .learning_boost = windfall ? 1.0F : static_cast<float>(at.settings[learning_boost]),
                         .partner_working_share = windfall ? 1.0F : static_cast<float>(1.0 - at.settings[tutor_time])});
        taken.push_back(tutor);
        --free;
    }
}

}  // namespace

extern const Action tutoring = {
    .name = "tutoring",
    .label = {"tutoring", "tutorat"},
    .meaning =
        {"Seniors with high mastery work side by side with recent hires of their occupation in the same "
         "establishment, who learn the occupation and the house faster; the tutor's time is taken from production.",
         "Des seniors très qualifiés travaillent en binôme avec des personnes récemment embauchées dans le même métier "
         "et le même établissement, qui apprennent plus vite le métier et la maison ; le temps du tuteur est pris "
         "sur la production."},
    .eligibility =
        {"tutor: from senior_age, mastery at least tutor_mastery; tutored: hired within `recent`, younger than "
         "senior_age, same cell",
         "tuteur : à partir de senior_age, maîtrise d'au moins tutor_mastery ; tutoré : embauché depuis moins de "
         "`recent`, plus jeune que senior_age, même cellule"},
    .evidence =
        "no causal estimate of tutoring on skills is published; take-up and windfall after the contrat de "
        "génération (Cour des comptes 2016: 40,000 contracts by 2015 against a target of 500,000; two thirds "
        "already in the firm)",
    .horizon = Horizon::medium_term,
    .indicator = "know_how",
    .target = 0.005,
    .owner = {"local employment house and employers", "maison de l'emploi et entreprises"},
    .parameters = parameters,
    .capacity = "pairs",
    .stay = "duration",
    .axes = axes,
    .changes = {Change::enrol, Change::complete},
    .step = step,
};

}  // namespace releve::actions

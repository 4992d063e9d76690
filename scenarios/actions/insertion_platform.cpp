#include "engine/model/labour/suitability.hpp"
#include "scenarios/actions/action.hpp"
#include "scenarios/actions/taking_part.hpp"

#include <algorithm>

namespace releve::actions {

namespace {

enum : std::size_t {
    places,
    unemployed_for,
    shortest,
    longest,
    learning_boost,
    extra_applications,
    take_up,
    ramp,
    breaks
};
constexpr Parameter parameters[] = {
    {.name = "places",
     .value = 60,
     .unit = "1",
     .least = 0,
     .most = 5000,
     .meaning = {"people in an insertion contract at the same time, at most",
                 "personnes en contrat d'insertion simultanément, au plus"},
     .source = "a decision"},
    {.name = "unemployed_for",
     .value = 12,
     .unit = "month",
     .least = 0,
     .most = 60,
     .meaning = {"time without a post that opens the platform", "durée de chômage qui ouvre la plateforme"},
     .source = "usual definition of long-term unemployment (ILO, Eurostat)"},
    {.name = "shortest",
     .value = 4,
     .unit = "month",
     .least = 1,
     .most = 24,
     .meaning = {"shortest insertion contract", "contrat d'insertion le plus court"},
     .source = "Code du travail L5132-15-1 (CDDI: 4 months at least)"},
    {.name = "longest",
     .value = 24,
     .unit = "month",
     .least = 1,
     .most = 60,
     .meaning = {"longest insertion contract", "contrat d'insertion le plus long"},
     .source = "Code du travail L5132-15-1 (CDDI: 24 months at most)"},
    {.name = "learning_boost",
     .value = 1.3,
     .unit = "1",
     .least = 0.1,
     .most = 5,
     .meaning = {"speed of learning, accompanied, against ordinary practice",
                 "vitesse d'apprentissage, accompagnée, par rapport à la pratique ordinaire"},
     .source = "guess",
     .guess = true},
    {.name = "extra_applications",
     .value = 2,
     .unit = "1",
     .least = 0,
     .most = 20,
     .meaning = {"applications a month that the platform adds after the contract",
                 "candidatures mensuelles que la plateforme ajoute après le contrat"},
     .source = "guess: immersions and contacts with ordinary employers",
     .guess = true},
    {.name = "take_up",
     .value = 0.40,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"share of eligible people who accept in the end",
                 "part des personnes éligibles qui acceptent finalement"},
     .source = "guess",
     .guess = true},
    {.name = "ramp",
     .value = 12,
     .unit = "month",
     .least = 0,
     .most = 60,
     .meaning = {"time the platform takes to reach that share", "durée pour atteindre cette part"},
     .source = "guess",
     .guess = true},
    {.name = "breaks",
     .value = 0.02,
     .unit = "1/month",
     .least = 0,
     .most = 0.5,
     .meaning = {"share of contracts broken in a month", "part des contrats rompus par mois"},
     .source = "GEIQ 2014-2016: 23 % of contracts broken, over about a year"},
};

bool eligible(const InterventionStep& at, PersonId person) {
    const Persons& persons = at.state.persons;
    const int age = persons[person].age_years(at.state.month);
    return at.state.inside(person) && at.state.programme_of(person).action == 0 && age >= 18 && age < 60 &&
           at.state.month - persons[person].status_since >= at.settings[unemployed_for] &&
           has_adopted(at, persons[person].key, at.settings[take_up], at.settings[ramp]);
}

/// The occupation practised: one that the person could move to and that has vacancies; the own one if none has.
std::uint16_t practised_occupation(const InterventionStep& at, PersonId person, const std::vector<double>& vacancies,
                                   Draws& draws) {
    const std::size_t occupations = vacancies.size();
    const std::uint16_t own = at.state.persons[person].occupation;
    std::vector<double> weights(occupations);
    double sum = 0;
    for (std::size_t o = 0; o < occupations; ++o) {
        weights[o] = at.setting.pack.mobility[own * occupations + o] * vacancies[o];
        sum += weights[o];
    }
    return sum > 0 ? static_cast<std::uint16_t>(draws.weighted(weights)) : own;
}

/// Mastery of the occupation on entering it: what carries over from the own one.
float brought_mastery(const InterventionStep& at, PersonId person, std::uint16_t occupation) {
    const std::uint16_t own = at.state.persons[person].occupation;
    const double near = occupation_proximity(at.setting.pack, own, occupation);
    return static_cast<float>(mastery_now(at.state, person) * near);
}

std::vector<PersonId> candidates(const InterventionStep& at) {
    std::vector<PersonId> people;
    for (const PersonId person : at.state.seekers.members()) {
        if (eligible(at, person)) {
            people.push_back(person);
        }
    }
    std::sort(people.begin(), people.end(), [&](PersonId a, PersonId b) {
        const Persons& persons = at.state.persons;  // the longest without a post first
        return persons[a].status_since != persons[b].status_since ? persons[a].status_since < persons[b].status_since
                                                                  : persons[a].key < persons[b].key;
    });
    return people;
}

void end_contracts(const InterventionStep& at, const std::vector<PersonId>& present, Proposals& proposals) {
    for (const PersonId person : present) {
        const bool over = at.state.programme_of(person).until <= at.state.month;
        Draws draws = at.draws(at.state.persons[person].key, 1000u + static_cast<std::uint32_t>(at.state.month));
        if (over) {
            proposals.complete(person, static_cast<std::uint8_t>(at.settings[extra_applications]));
        } else if (draws.happens(at.settings[breaks])) {
            proposals.complete(person);
        }
    }
}

void step(const InterventionStep& at, Proposals& proposals) {
    const std::vector<PersonId> present = enrolled_by(at);
    end_contracts(at, present, proposals);
    auto free = static_cast<std::int64_t>(at.settings[places]) - static_cast<std::int64_t>(present.size());
    if (!at.active || free <= 0) {
        return;
    }
    std::vector<double> vacancies(at.setting.pack.occupations.size(), 0.0);
    for (const PostId post : at.state.vacancies.members()) {
        vacancies[at.state.cells.occupation[at.state.posts[post].cell]] += 1;
    }
    const int span = std::max(0, static_cast<int>(at.settings[longest] - at.settings[shortest]));
    for (const PersonId person : candidates(at)) {
        if (free-- <= 0) {
            break;
        }
        Draws draws = at.draws(at.state.persons[person].key, static_cast<std::uint32_t>(at.state.month));
        // the minimum of two uniform lengths: short contracts are the more frequent (mean a third of the span)
        const std::uint32_t months = std::min(draws.below(static_cast<std::uint32_t>(span) + 1),
                                              draws.below(static_cast<std::uint32_t>(span) + 1));
        const int until = at.state.month + static_cast<int>(at.settings[shortest]) + static_cast<int>(months);
        const std::uint16_t occupation = practised_occupation(at, person, vacancies, draws);
        proposals.enrol({.action = at.number,
                         .person = person,
                         .until = static_cast<MonthIndex>(until),
                         .learning_boost = static_cast<float>(at.settings[learning_boost]),
                         .into_training = true,
                         .occupation = occupation,
                         .mastery = brought_mastery(at, person, occupation)});
    }
}

}  // namespace

extern const Action insertion_platform = {
    .name = "insertion_platform",
    .label = {"insertion platform", "plateforme d'insertion"},
    .meaning =
        {"People long without a post practise an occupation that has vacancies, on insertion contracts of 4 to 24 "
         "months in insertion structures; then the platform adds applications to ordinary posts until they are "
         "hired.",
         "Des personnes durablement sans poste pratiquent un métier qui recrute, en contrat d'insertion de 4 à 24 mois "
         "dans des structures d'insertion ; la plateforme ajoute ensuite des candidatures à des postes ordinaires "
         "jusqu'à l'embauche."},
    .eligibility = {"residents of 18 to 59, unemployed for unemployed_for or more",
                    "résidents de 18 à 59 ans, au chômage depuis unemployed_for ou plus"},
    .evidence =
        "circular DGEFP 2008-21: floor of 60 % dynamic exits, 25 % durable; GEIQ 2014-2016: 68 % exits to jobs, "
        "23 % breaks. What these people would have found alone is simulated with the same luck, not assumed",
    .horizon = Horizon::medium_term,
    .indicator = "long_term_unemployed",
    .target = -0.05,
    .owner = {"insertion structures, with Pôle emploi", "structures d'insertion, avec Pôle emploi"},
    .parameters = parameters,
    .capacity = "places",
    .stay = "longest",
    .changes = {Change::enrol, Change::complete},
    .step = step,
};

}  // namespace releve::actions

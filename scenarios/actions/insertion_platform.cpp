#include "engine/base/portable_math.hpp"
#include "engine/inputs/space.hpp"
#include "engine/model/labour/suitability.hpp"
#include "scenarios/actions/action.hpp"
#include "scenarios/actions/network.hpp"
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
    breaks,
    partner_hires,
    partner_open_ended,
    least_mastery,
    reach,
    deadweight
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
    {.name = "partner_hires",
     .value = 0.25,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning =
         {"chance that an establishment linked with the insertion structure takes somebody at the end of the contract, "
          "if it has a suitable vacancy",
          "chance qu'un établissement lié à la structure d'insertion embauche la personne en fin de contrat, s'il a "
          "un poste vacant qui convient"},
     .source = "guess (0.1 to 0.4): no published figure by network",
     .guess = true},
    {.name = "partner_open_ended",
     .value = 0.40,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"share of these hires on an open-ended contract; the others on a fixed term",
                 "part de ces embauches en CDI ; les autres en CDD"},
     .source = "guess: floors of circular DGEFP 2008-21, 25 % durable exits among 60 % dynamic ones",
     .guess = true},
    {.name = "least_mastery",
     .value = 0.15,
     .unit = "1",
     .most = 1,
     .meaning = {"mastery of the occupation below which no linked establishment takes anybody",
                 "maîtrise du métier en dessous de laquelle aucun établissement lié n'embauche"},
     .source = "guess (0.05 to 0.3): as matching.minimum_mastery",
     .guess = true},
    {.name = "reach",
     .value = 20,
     .unit = "km",
     .least = 1,
     .most = 200,
     .meaning = {"distance as the crow flies to an insertion structure at which the wish to go there falls to 37 %",
                 "distance à vol d'oiseau d'une structure d'insertion à laquelle l'envie d'y aller tombe à 37 %"},
     .source = "guess (10 to 30): as matching.commuting_scale",
     .guess = true},
    deadweight_setting(
        0,
        {"share of people who would have had an insertion contract anyway: they cost and change nothing",
         "part des personnes qui auraient eu un contrat d'insertion de toute façon : elles coûtent et ne "
         "changent rien"},
        "guess (0 to 0.5): places are created by the action; what people would have found alone is simulated"),
};
constexpr std::string_view axes[] = {"recruitment", "cooperation"};

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

/// The insertion structure that takes a person in: drawn by its posts and the way to it; none where the pack has none.
EstablishmentId structure_for(const InterventionStep& at, PersonId person, Draws& draws) {
    const Establishments& all = at.state.establishments;
    std::vector<EstablishmentId> structures;
    std::vector<double> weights;
    double sum = 0;
    for (std::uint32_t e = 0; e < all.size(); ++e) {
        const EstablishmentId one{e};
        if (all.kind[one] == EstablishmentKind::insertion && all.closed[one] == 0 && all.posts[one] > 0) {
            const double km =
                distance_km(at.setting.pack.zones[at.state.persons[person].zone], at.setting.pack.zones[all.zone[one]]);
            structures.push_back(one);
            weights.push_back(all.posts[one] * portable_exp(-km / at.settings[reach]));
            sum += weights.back();
        }
    }
    return sum > 0 ? structures[draws.weighted(weights)] : EstablishmentId{};
}

/// The vacancy of an establishment linked with the structure that suits the person best; none if none does.
PostId linked_vacancy(const InterventionStep& at, PersonId person, const std::vector<PostId>& taken) {
    const EstablishmentId structure = at.state.programme_of(person).establishment;
    PostId best;
    auto best_mastery = static_cast<float>(at.settings[least_mastery]);
    for (const EstablishmentId partner : partners_of(at, structure, LinkKind::insertion)) {
        for (const PostId post : vacancies_of(at.state, partner)) {
            const float mastery = brought_mastery(at, person, at.state.cells.occupation[at.state.posts[post].cell]);
            if (mastery > best_mastery && std::find(taken.begin(), taken.end(), post) == taken.end()) {
                best = post;
                best_mastery = mastery;
            }
        }
    }
    return best;
}

void end_contracts(const InterventionStep& at, const std::vector<PersonId>& present, Proposals& proposals) {
    std::vector<PostId> taken;
    for (const PersonId person : present) {
        const bool over = at.state.programme_of(person).until <= at.state.month;
        Draws draws = at.monthly_draws(at.state.persons[person].key);
        if (at.state.persons[person].status != Status::training) {  // windfall
            if (over) {
                proposals.complete(person);
            }
        } else if (over) {
            const bool partner = draws.happens(at.settings[partner_hires]);
            const bool open_ended = draws.happens(at.settings[partner_open_ended]);
            const PostId post = partner ? linked_vacancy(at, person, taken) : PostId{};
            if (!post.none()) {
                const std::uint16_t occupation = at.state.cells.occupation[at.state.posts[post].cell];
                proposals.place(at.number, person, post, open_ended ? Contract::open_ended : Contract::fixed_term,
                                brought_mastery(at, person, occupation), true);
                taken.push_back(post);
                continue;
            }
            proposals.complete(person, static_cast<std::uint8_t>(at.settings[extra_applications]));
        } else if (draws.happens(at.settings[breaks])) {
            proposals.complete(person);
        }
    }
}

void step(const InterventionStep& at, Proposals& proposals) {
    const std::vector<PersonId> present = enrolled_by(at);
    end_contracts(at, present, proposals);
    std::int64_t free = places_left(at, at.settings[places], present.size());
    if (free == 0) {
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
        Draws draws = at.monthly_draws(at.state.persons[person].key);
        // the minimum of two uniform lengths: short contracts are the more frequent (mean a third of the span)
        const std::uint32_t months = std::min(draws.below(static_cast<std::uint32_t>(span) + 1),
                                              draws.below(static_cast<std::uint32_t>(span) + 1));
        const int until = at.state.month + static_cast<int>(at.settings[shortest]) + static_cast<int>(months);
        const std::uint16_t occupation = practised_occupation(at, person, vacancies, draws);
        if (is_windfall(at, at.state.persons[person].key, at.settings[deadweight])) {
            proposals.enrol({.action = at.number, .person = person, .until = static_cast<MonthIndex>(until)});
            continue;
        }
        proposals.enrol({.action = at.number,
                         .person = person,
                         .until = static_cast<MonthIndex>(until),
                         .learning_boost = static_cast<float>(at.settings[learning_boost]),
                         .into_training = true,
                         .occupation = occupation,
                         .mastery = brought_mastery(at, person, occupation),
                         .establishment = structure_for(at, person, draws)});
    }
}

}  // namespace

extern const Action insertion_platform = {
    .name = "insertion_platform",
    .label = {"insertion platform", "plateforme d'insertion"},
    .meaning =
        {"People long without a post practise an occupation that has vacancies, on insertion contracts of 4 to 24 "
         "months in insertion structures; at the end an establishment linked with the structure may take them, else "
         "the "
         "platform adds applications to ordinary posts until they are hired.",
         "Des personnes durablement sans poste pratiquent un métier qui recrute, en contrat d'insertion de 4 à 24 mois "
         "dans des structures d'insertion ; à la fin, un établissement lié à la structure peut les embaucher ; sinon "
         "la "
         "plateforme ajoute des candidatures à des postes ordinaires jusqu'à l'embauche."},
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
    .axes = axes,
    .of_people = true,
    .changes = {Change::enrol, Change::complete, Change::place},
    .step = step,
};

}  // namespace releve::actions

#include "engine/inputs/space.hpp"
#include "engine/model/demography/school.hpp"
#include "scenarios/actions/action.hpp"
#include "scenarios/actions/openings.hpp"
#include "scenarios/actions/taking_part.hpp"

#include <algorithm>
#include <cmath>

namespace releve::actions {

namespace {

enum : std::size_t {
    capacity,
    take_up,
    ramp,
    graduates,
    least_open,
    success,
    mastery,
    under_40,
    partner,
    radius,
    deadweight
};
constexpr Parameter parameters[] = {
    capacity_setting("capacity", 15, {"vacancies helped in a month, at most", "offres aidées par mois, au plus"}),
    take_up_setting(0.50,
                    {"share of establishments that entrust their search in the end",
                     "part des établissements qui finissent par confier leur recherche"},
                    "guess (0.2 to 0.8): help without a commitment"),
    ramp_setting(12),
    {.name = "graduates",
     .value = 0.4,
     .unit = "1",
     .most = 1,
     .meaning =
         {"share of workers with three years of higher education or more from which an occupation counts as one of "
          "executives, engineers and the like",
          "part de personnes de niveau bac + 3 ou plus à partir de laquelle un métier compte parmi ceux des "
          "cadres, ingénieurs et assimilés"},
     .source = "a decision: table occupation_education"},
    {.name = "least_open",
     .value = 3,
     .unit = "month",
     .most = 36,
     .meaning = {"time for which a vacancy has been open before it is helped",
                 "durée d'ouverture d'une offre avant d'être "
                 "aidée"},
     .source = "Apec 2016: 67 % of executive offers have ended in a hire after 3 to 6 months; the others are helped"},
    {.name = "success",
     .value = 0.08,
     .unit = "1/month",
     .most = 1,
     .meaning = {"chance in a month that somebody from elsewhere is found for a vacancy helped",
                 "chance par mois de trouver quelqu'un d'ailleurs pour une offre aidée"},
     .source =
         "guess (0.03 to 0.2): 67 % hired after 3 to 6 months (Apec 2016) make 0.22 a month for ordinary searches; "
         "a third of it where these have failed and the place is rural",
     .guess = true},
    {.name = "mastery",
     .value = 0.7,
     .unit = "1",
     .most = 1,
     .meaning = {"mastery of the occupation on arrival", "maîtrise du métier à l'arrivée"},
     .source = "guess (0.5 to 0.9): experienced people",
     .guess = true},
    {.name = "under_40",
     .value = 0.75,
     .unit = "1",
     .most = 1,
     .meaning = {"share of newcomers of 28 to 39, the others being 40 to 50",
                 "part des arrivants de 28 à 39 ans, les autres ayant de 40 à 50 ans"},
     .source = "Apec 2016: 75 % of the moves of executives between départements are made before 40"},
    {.name = "partner",
     .value = 0.4,
     .unit = "1",
     .most = 1,
     .meaning = {"share of newcomers who bring a partner looking for a post",
                 "part des arrivants qui viennent avec un conjoint en recherche de poste"},
     .source = "guess (0.2 to 0.6)",
     .guess = true},
    {.name = "radius",
     .value = 15,
     .unit = "km",
     .most = 200,
     .meaning = {"distance as the crow flies of the establishment within which newcomers settle",
                 "distance à vol d'oiseau de l'établissement dans laquelle les arrivants s'installent"},
     .source = "guess (5 to 30)",
     .guess = true},
    deadweight_setting(0.2,
                       {"share of vacancies for which the action finds nobody whom the employer would not have found: "
                        "they cost and change nothing",
                        "part des offres pour lesquelles l'action ne trouve personne que l'employeur n'aurait trouvé : "
                        "elles coûtent et ne changent rien"},
                       "guess (0.1 to 0.4): only old vacancies are helped"),
};
constexpr std::string_view axes[] = {"recruitment"};
constexpr std::string_view tables[] = {"establishments", "occupation_education", "education_occupations"};

bool is_executive(const Pack& pack, std::size_t occupation, double graduates) {
    return pack.education_by_occupation[occupation][static_cast<std::size_t>(Education::bac3plus)] >= graduates;
}

/// Of somebody who comes because of this action: from the post and the month, never from a counter.
DrawKey newcomer_key(const InterventionStep& at, PostId post, unsigned which) {
    const DrawKey key = at.state.posts[post].key;
    std::uint32_t hash = 2166136261U;  // FNV-1a, on words
    for (const std::uint32_t word : {key.index, std::uint32_t{key.group}, std::uint32_t{at.purpose.code}, which}) {
        hash = (hash ^ word) * 16777619U;
        hash ^= hash >> 15U;
    }
    return person_key(Origin::other, at.state.month, hash);
}

/// A zone of the territory near a place, drawn by population; the place itself if there is none.
std::uint16_t settle(const InterventionStep& at, std::uint16_t place, Draws& draws) {
    const std::vector<Zone>& zones = at.setting.pack.zones;
    std::vector<double> weights;
    double sum = 0;
    for (const Zone& zone : zones) {
        const bool near = zone.inside && distance_km(zone, zones[place]) <= at.settings[radius];
        weights.push_back(near ? zone.population : 0.0);
        sum += weights.back();
    }
    return sum > 0 ? static_cast<std::uint16_t>(draws.weighted(weights)) : place;
}

/// What people who move in have in common: age, and a career as long as their studies leave it.
Person newcomer(const InterventionStep& at, DrawKey key, Sex sex, Education education, Draws& draws) {
    const bool young = draws.happens(at.settings[under_40]);
    const int age =
        young ? 28 * 12 + static_cast<int>(draws.below(12 * 12)) : 40 * 12 + static_cast<int>(draws.below(11 * 12));
    Person person{
        .key = key, .birth = static_cast<MonthIndex>(at.state.month - age), .sex = sex, .education = education};
    person.status_since = static_cast<MonthIndex>(at.state.month);
    const int school_years = 18 + static_cast<int>(education);
    person.career_start = static_cast<MonthIndex>(person.birth + 12 * school_years);
    // quarters are kept as of month 0, as for everybody who moves in
    person.quarters = static_cast<float>(std::max(0.0, (0.0 - person.career_start) / 3.0 * 0.9));
    person.mastery = static_cast<float>(at.settings[mastery]);
    return person;
}

void bring(const InterventionStep& at, PostId post, Proposals& proposals) {
    const CellId cell = at.state.posts[post].cell;
    const DrawKey key = newcomer_key(at, post, 0);
    Draws draws = at.draws(key, 0);
    const Sex sex = draws.happens(0.5) ? Sex::women : Sex::men;
    Person first = newcomer(at, key, sex, Education::bac3plus, draws);
    first.status = Status::outside;
    first.zone = settle(at, at.state.establishments.zone[at.state.cells.establishment[cell]], draws);
    first.occupation = at.state.cells.occupation[cell];
    proposals.recruit(first, post, Contract::open_ended, first.mastery);
    if (draws.happens(at.settings[partner])) {
        const DrawKey other = newcomer_key(at, post, 1);
        Draws of_other = at.draws(other, 0);
        const Sex sex_of_other = sex == Sex::men ? Sex::women : Sex::men;
        const Education education = draw_education(at.setting.pack, sex_of_other, of_other);
        Person second = newcomer(at, other, sex_of_other, education, of_other);
        second.status = Status::unemployed;
        second.zone = first.zone;
        second.occupation = static_cast<std::uint16_t>(
            of_other.weighted(at.setting.pack.first_occupation[static_cast<std::size_t>(education)]));
        proposals.arrive(second);
    }
}

bool is_found(const InterventionStep& at, PostId post, int month) {
    return at.monthly_draws(at.state.posts[post].key, month).happens(at.settings[success]);
}

/// A windfall whose person the action has been paid for already: nothing more is done about the vacancy, though it stays open.
bool is_settled(const InterventionStep& at, PostId post) {
    if (!is_windfall(at, {luck_of(at.state, post), 1}, at.settings[deadweight])) {
        return false;
    }
    const auto helped_from = static_cast<int>(std::ceil(at.state.posts[post].opened + at.settings[least_open]));
    for (int month = std::max(helped_from, at.state.month - at.since_start); month < at.state.month; ++month) {
        if (is_found(at, post, month)) {
            return true;
        }
    }
    return false;
}

void step(const InterventionStep& at, Proposals& proposals) {
    if (!at.active) {
        return;
    }
    std::int64_t free = places_left(at, at.settings[capacity], 0);
    double helped = 0;
    for (const PostId post : adopters_vacancies(at, at.settings[least_open], at.settings[take_up], at.settings[ramp])) {
        const std::uint16_t occupation = at.state.cells.occupation[at.state.posts[post].cell];
        if (!is_executive(at.setting.pack, occupation, at.settings[graduates]) || is_settled(at, post) || free-- <= 0) {
            continue;
        }
        ++helped;
        const bool found = is_found(at, post, at.state.month);
        if (found) {
            proposals.count(at.number, VolumeOf::start);
        }
        if (found && !is_windfall(at, {luck_of(at.state, post), 1}, at.settings[deadweight])) {
            bring(at, post, proposals);
        }
    }
    if (helped > 0) {
        proposals.count(at.number, VolumeOf::month, static_cast<float>(helped));
    }
}

}  // namespace

extern const Action executive_attraction = {
    .name = "executive_attraction",
    .label = {"attraction of executives", "attraction de cadres"},
    .meaning =
        {"For executive and engineer vacancies that stay open, the territory looks for candidates elsewhere, with help "
         "to settle and for the partner's search: somebody moves in and takes the post, some bring a partner who looks "
         "for one. `start` counts people found, `month` vacancies helped.",
         "Pour les offres de cadres et d'ingénieurs qui restent ouvertes, le territoire cherche des candidats "
         "ailleurs, "
         "aide à l'installation et à la recherche du conjoint : une personne s'installe et prend le poste, parfois "
         "avec "
         "un conjoint qui en cherche un. `start` compte les personnes trouvées, `month` les offres aidées."},
    .eligibility =
        {"vacancies open for least_open and more, owners' posts aside, in occupations where the share of graduates is "
         "at least `graduates`, in establishments that take part",
         "offres ouvertes depuis least_open ou plus, hors postes de patron, dans les métiers où la part de diplômés "
         "atteint `graduates`, d'établissements participants"},
    .evidence =
        "Apec 2016: after 3 to 6 months 67 % of executive offers have ended in a hire, 22 % are open, 11 % given up; "
        "rural places find it harder. No effect of such campaigns is published",
    .horizon = Horizon::medium_term,
    .indicator = "unfilled_posts",
    .target = -0.04,
    .owner = {"economic development agency, with Apec", "agence de développement économique, avec l'Apec"},
    .review_after = 18,
    .parameters = parameters,
    .capacity = "capacity",
    .tables = tables,
    .axes = axes,
    .changes = {Change::recruit, Change::arrive, Change::count},
    .step = step,
};

}  // namespace releve::actions

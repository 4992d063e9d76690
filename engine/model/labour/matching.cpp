#include "engine/base/rates.hpp"
#include "engine/model/labour/suitability.hpp"
#include "engine/inputs/space.hpp"

#include <algorithm>

namespace releve::processes {

namespace {

enum : std::size_t {
    applications, intensity, job_search, commuting_scale, minimum_mastery, lowering, ranking, decision_open_ended,
    decision_fixed_term, refusal, agency_months, apprentice_months, apprentice_age,
    discouragement, duration_penalty
};
constexpr Parameter parameters[] = {
    {.name = "applications", .value = 6, .unit = "1", .least = 1, .most = 50,
     .meaning = {"vacancies a searching person looks at in a month", "offres qu'une personne en recherche regarde par mois"},
     .source = "guess", .guess = true},
    {.name = "intensity", .value = 0.8, .unit = "1", .least = 0, .most = 1,
     .meaning = {"probability that an unemployed person searches in a month",
                 "probabilité qu'un chômeur cherche au cours d'un mois"},
     .source = "guess", .guess = true},
    {.name = "job_search", .value = 0.0065, .unit = "1/month", .least = 0, .most = 0.5,
     .meaning = {"hazard that a worker applies elsewhere", "risque mensuel qu'une personne en poste candidate ailleurs"},
     .source = "guess, calibrated with quit.without_new_post on the open-ended exit rate (11.3 % a year, Dares 2012)",
     .guess = true},
    {.name = "commuting_scale", .value = 20, .unit = "km", .least = 1, .most = 200,
     .meaning = {"distance over which the wish to apply falls by 63 %",
                 "distance sur laquelle l'envie de candidater baisse de 63 %"},
     .source = "guess: a mean commute of 15 to 20 km in rural France; calibrated on a vacancy rate near 1 to 2 %", .guess = true},
    {.name = "minimum_mastery", .value = 0.15, .unit = "1", .least = 0, .most = 1,
     .meaning = {"mastery under which an employer refuses", "maîtrise en dessous de laquelle un employeur refuse"},
     .source = "guess", .guess = true},
    {.name = "lowering", .value = 0.02, .unit = "1/month", .least = 0, .most = 1,
     .meaning = {"by how much the requirement falls for each month of vacancy",
                 "de combien l'exigence baisse par mois de vacance"},
     .source = "guess", .guess = true},
    {.name = "ranking", .value = 0.5, .unit = "1", .least = 0, .most = 1,
     .meaning = {"from a uniform choice among the acceptable (0) to the most suitable always first (1)",
                 "d'un choix uniforme parmi les acceptables (0) au plus apte toujours premier (1)"},
     .source = "guess", .guess = true},
    {.name = "decision_open_ended", .value = 0.6, .unit = "1", .least = 0.01, .most = 1,
     .meaning = {"probability that an employer concludes in a month, for an open-ended or owner's post",
                 "probabilité qu'un employeur conclue dans le mois, pour un CDI ou une reprise"},
     .source = "guess: a search takes about six weeks (order of magnitude of Dares, offers and hires)", .guess = true},
    {.name = "decision_fixed_term", .value = 0.95, .unit = "1", .least = 0.01, .most = 1,
     .meaning = {"the same for a fixed term", "la même, pour un CDD"},
     .source = "guess: fixed terms are filled in days", .guess = true},
    {.name = "refusal", .value = 0.10, .unit = "1", .least = 0, .most = 1,
     .meaning = {"probability that an offer is turned down", "probabilité qu'une proposition soit refusée"},
     .source = "guess", .guess = true},
    {.name = "agency_months", .value = 2, .unit = "month", .least = 1, .most = 24,
     .meaning = {"mean length of an agency worker's stay in a post", "durée moyenne d'un intérimaire dans un poste"},
     .source = "keep equal to contract_end.agency_months", .guess = true},
    {.name = "apprentice_months", .value = 18, .unit = "month", .least = 3, .most = 48,
     .meaning = {"mean length of an apprenticeship", "durée moyenne d'un apprentissage"},
     .source = "keep equal to contract_end.apprentice_months", .guess = true},
    {.name = "apprentice_age", .value = 26, .unit = "year", .least = 16, .most = 40,
     .meaning = {"age from which one can no longer be hired as an apprentice",
                 "âge à partir duquel on ne peut plus être embauché en apprentissage"},
     .source = "Code du travail L6222-1 (before 2019: up to 25 years)"},
    {.name = "discouragement", .value = 0.5, .unit = "1", .least = 0, .most = 1,
     .meaning = {"share of the search intensity lost after a year without a post",
                 "part de l'intensité de recherche perdue après un an sans poste"},
     .source = "guess, calibrated with duration_penalty on a long-term share of unemployment near 40 % (Insee 2013)",
     .guess = true},
    {.name = "duration_penalty", .value = 0.5, .unit = "1", .least = 0, .most = 2,
     .meaning = {"by how much a year without a post lowers an applicant's rank (the score of the others goes from 0 to 1)",
                 "de combien un an sans poste abaisse le rang d'un candidat (le score des autres va de 0 à 1)"},
     .source = "guess: employers call back fewer of the long-term unemployed (Kroft, Lange and Notowidigdo 2013, direction)",
     .guess = true},
};
constexpr std::string_view tables[] = {"occupation_mobility", "zones", "fixed_term"};
constexpr Purpose of_contract = purpose("matching.contract");
constexpr Purpose of_decision = purpose("matching.decision");
constexpr Purpose of_pair = purpose("matching.pair");

/// Commuting kernel between zones, then proximity between occupations.
std::vector<double> prepare(const Setting& setting, std::span<const double> values) {
    std::vector<double> table = commuting_kernel(setting.pack.zones, values[commuting_scale]);
    const std::vector<double> proximity = occupation_proximity(setting.pack);
    table.insert(table.end(), proximity.begin(), proximity.end());
    return table;
}

/// On-the-job search: everybody in post but owners.
bool among(const RiskContext& at, std::uint32_t entity) {
    const PersonId person{entity};
    return at.state.persons.status[person] == Status::outside ||
           at.state.persons.contract[person] != Contract::owner;
}

Hazard hazard(const RiskContext& at, std::uint32_t, int) { return {at.parameters[job_search], never}; }

/// Vacancies whose employer concludes this month, grouped by occupation, each with the contract offered.
struct Offer {
    PostId post;
    std::uint16_t occupation;
    std::uint16_t zone;
    Contract contract;
    float attractiveness;
    float requirement;
};

struct Application {
    std::uint32_t offer;
    PersonId person;
    float mastery;
    float score;     ///< by which the employer ranks
    float liking;    ///< by which the person chooses
};

Contract contract_of(const Step& at, PostId post, std::uint16_t occupation) {
    if (at.state.posts.owner_post[post] != 0) {
        return Contract::owner;
    }
    Draws draws = at.state.luck.draws(at.state.posts.key[post], of_contract, at.state.posts.vacancies[post]);
    const FixedTermRow& fixed = at.setting.pack.fixed_term[occupation];
    if (!draws.happens(fixed.hire_share)) {
        return Contract::open_ended;
    }
    // the other temporary contracts take their part in proportion to stock over duration: so their stocks last
    const auto& stock = at.setting.pack.contracts_by_occupation[occupation];
    const auto flow = [&](Contract contract, double months) { return stock[static_cast<std::size_t>(contract)] / months; };
    const std::array<double, 3> flows{flow(Contract::fixed_term, fixed.mean_duration_months) + 1e-9,
                                      flow(Contract::agency, at.parameters[agency_months]),
                                      flow(Contract::apprentice, at.parameters[apprentice_months])};
    return static_cast<Contract>(static_cast<std::size_t>(Contract::fixed_term) + draws.weighted(flows));
}

bool is_temporary(Contract contract) { return contract != Contract::open_ended && contract != Contract::owner; }

bool concludes(const Step& at, PostId post, Contract contract) {
    Draws draws = at.state.luck.draws(at.state.posts.key[post], of_decision, static_cast<std::uint32_t>(at.state.month));
    return draws.happens(at.parameters[is_temporary(contract) ? decision_fixed_term : decision_open_ended]);
}

std::vector<Offer> collect_offers(const Step& at) {
    const State& state = at.state;
    std::vector<Offer> offers;
    for (const PostId post : state.vacancies.members()) {
        const CellId cell = state.posts.cell[post];
        const EstablishmentId establishment = state.cells.establishment[cell];
        const std::uint16_t occupation = state.cells.occupation[cell];
        const Contract contract = contract_of(at, post, occupation);
        if (concludes(at, post, contract)) {
            const int open = state.month - state.posts.opened[post];
            offers.push_back({post, occupation, state.establishments.zone[establishment], contract,
                              state.establishments.attractiveness[establishment],
                              static_cast<float>(at.parameters[minimum_mastery] - at.parameters[lowering] * open)});
        }
    }
    std::sort(offers.begin(), offers.end(), [&](const Offer& a, const Offer& b) {
        return a.occupation != b.occupation ? a.occupation < b.occupation
                                            : state.posts.key[a.post] < state.posts.key[b.post];
    });
    return offers;
}

/// What every searcher of the month needs: where the offers of an occupation begin, and whither each occupation looks.
class Market {
public:
    Market(const Step& at, const std::vector<Offer>& offers)
        : at_(at), offers_(offers), occupations_(at.setting.pack.occupations.size()), first_(occupations_ + 1, 0),
          towards_(occupations_) {
        for (const Offer& offer : offers) {
            ++first_[offer.occupation + 1U];
        }
        for (std::size_t o = 0; o < occupations_; ++o) {
            first_[o + 1] += first_[o];
        }
    }

    /// Draws an occupation by mobility and offers, then one of its offers; nothing to apply to: no_index.
    std::uint32_t draw_offer(std::uint16_t occupation, Draws& draws) {
        const Directions& directions = towards(occupation);
        const double total = directions.cumulated.back();
        if (total <= 0) {
            return no_index;
        }
        const double share = draws.uniform();
        std::size_t target = directions.guide[static_cast<std::size_t>(share * guide_size)];
        while (target + 1 < occupations_ && directions.cumulated[target] <= share * total) {
            ++target;
        }
        const std::uint32_t offers = first_[target + 1] - first_[target];
        return offers == 0 ? no_index : first_[target] + draws.below(offers);
    }

    bool wants(PersonId person, const Offer& offer, Draws& draws) const {
        const std::size_t zones = at_.setting.pack.zones.size();
        const double kernel = at_.prepared[at_.state.persons.zone[person] * zones + offer.zone];
        return draws.happens(std::min(1.0, kernel * offer.attractiveness));
    }
    std::span<const double> proximity() const {
        const std::size_t zones = at_.setting.pack.zones.size();
        return at_.prepared.subspan(zones * zones);
    }
    const Offer& offer(std::uint32_t index) const { return offers_[index]; }

private:
    static constexpr std::size_t guide_size = 128;
    /// Whither one occupation looks: weights of the targets, cumulated, and for each 128th of their sum the target in
    /// which it falls (a guide table: the search that follows takes about one step).
    struct Directions {
        std::vector<double> cumulated;
        std::array<std::uint16_t, guide_size> guide{};
    };

    const Directions& towards(std::uint16_t occupation) {
        Directions& directions = towards_[occupation];
        if (!directions.cumulated.empty()) {
            return directions;
        }
        double sum = 0;
        for (std::size_t target = 0; target < occupations_; ++target) {
            sum += at_.setting.pack.mobility[occupation * occupations_ + target] * (first_[target + 1] - first_[target]);
            directions.cumulated.push_back(sum);
        }
        std::size_t target = 0;
        for (std::size_t i = 0; i < guide_size; ++i) {
            while (target + 1 < occupations_ && directions.cumulated[target] <= sum * static_cast<double>(i) / guide_size) {
                ++target;
            }
            directions.guide[i] = static_cast<std::uint16_t>(target);
        }
        return directions;
    }

    const Step& at_;
    const std::vector<Offer>& offers_;
    std::size_t occupations_;
    std::vector<std::uint32_t> first_;
    std::vector<Directions> towards_;   ///< by occupation, filled when first asked
};

/// Share of a year without a post, 1 from a year on; 0 for those who hold one.
double idle_share(const State& state, PersonId person) {
    const bool idle = state.persons.status[person] == Status::unemployed;
    return idle ? std::min(1.0, (state.month - state.persons.status_since[person]) / 12.0) : 0.0;
}

void apply(const Step& at, Market& market, PersonId person, int tries, Draws& draws, std::vector<Application>& made) {
    const std::size_t first = made.size();
    const Abilities can = abilities_of(at.state, person);
    const double penalty = at.parameters[duration_penalty] * idle_share(at.state, person);
    const std::size_t occupations = at.setting.pack.occupations.size();
    for (int i = 0; i < tries; ++i) {
        const std::uint32_t index = market.draw_offer(can.occupation, draws);
        if (index == no_index || !market.wants(person, market.offer(index), draws)) {
            continue;
        }
        const bool again = std::any_of(made.begin() + static_cast<std::ptrdiff_t>(first), made.end(),
                                       [&](const Application& other) { return other.offer == index; });
        if (again) {
            continue;
        }
        const Offer& offer = market.offer(index);
        const float mastery = mastery_for(can, market.proximity(), occupations, offer.occupation);
        if (mastery < offer.requirement) {
            continue;
        }
        const DrawKey& key = at.state.persons.key[person];
        const DrawKey post = at.state.posts.key[offer.post];
        Draws pair = at.state.luck.draws(key, of_pair, post.index * 64U + post.group + 7919U * static_cast<unsigned>(at.state.month));
        if (pair.happens(at.parameters[refusal])) {
            continue;
        }
        const double weight = at.parameters[ranking];
        made.push_back({index, person, mastery, static_cast<float>(weight * mastery + (1 - weight) * pair.uniform() - penalty),
                        static_cast<float>(pair.uniform() + (offer.contract == Contract::open_ended ? 0.5 : 0.0))});
    }
}

std::vector<Application> collect_applications(const Step& at, Market& market) {
    std::vector<Application> made;
    const int looked_at = static_cast<int>(at.parameters[applications]);
    for (const PersonId person : at.state.seekers.members()) {
        Draws draws = at.draws(person);
        const double searching = 1.0 - at.parameters[discouragement] * idle_share(at.state, person);
        if (draws.happens(at.parameters[intensity] * searching)) {
            apply(at, market, person, looked_at + at.state.persons.extra_applications[person], draws, made);
        }
    }
    for (const std::uint32_t entity : at.due) {
        const PersonId person{entity};
        Draws draws = at.draws(person);
        apply(at, market, person, looked_at, draws, made);
    }
    return made;
}

/// Applications side by side by offer, each offer's best first.
std::vector<Application> ranked(const std::vector<Application>& made, std::size_t offers, const State& state) {
    std::vector<std::uint32_t> first(offers + 1, 0);
    for (const Application& application : made) {
        ++first[application.offer + 1];
    }
    for (std::size_t i = 0; i < offers; ++i) {
        first[i + 1] += first[i];
    }
    std::vector<Application> grouped(made.size());
    std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
    for (const Application& application : made) {
        grouped[next[application.offer]++] = application;
    }
    const auto better = [&](const Application& a, const Application& b) {
        return a.score != b.score ? a.score > b.score : state.persons.key[a.person] < state.persons.key[b.person];
    };
    for (std::size_t i = 0; i < offers; ++i) {
        std::sort(grouped.begin() + first[i], grouped.begin() + first[i + 1], better);
    }
    return grouped;
}

/// Offers are made in turn, best applicant first; a person keeps the best liked so far and frees the other vacancy,
/// which goes on to its next applicant (deferred acceptance, Gale and Shapley 1962): the outcome does not depend on order.
std::vector<const Application*> settle(const std::vector<Application>& applications, std::size_t persons) {
    std::vector<const Application*> held(persons, nullptr);
    std::vector<const Application*> waiting;
    for (std::size_t i = 0; i < applications.size(); ++i) {
        if (i == 0 || applications[i].offer != applications[i - 1].offer) {
            waiting.push_back(&applications[i]);
        }
    }
    const Application* const end = applications.data() + applications.size();
    while (!waiting.empty()) {
        const Application* asked = waiting.back();
        waiting.pop_back();
        const Application*& kept = held[asked->person.value];
        const Application* freed = asked;
        if (kept == nullptr || asked->liking > kept->liking) {
            freed = kept;
            kept = asked;
        }
        if (freed != nullptr && freed + 1 != end && (freed + 1)->offer == freed->offer) {
            waiting.push_back(freed + 1);
        }
    }
    std::vector<const Application*> agreed;
    for (const Application& application : applications) {
        if (held[application.person.value] == &application) {
            agreed.push_back(&application);
        }
    }
    return agreed;
}

void step(const Step& at, Proposals& proposals) {
    const std::vector<Offer> offers = collect_offers(at);
    if (offers.empty()) {
        return;
    }
    Market market(at, offers);
    const std::vector<Application> applications = ranked(collect_applications(at, market), offers.size(), at.state);
    for (const Application* application : settle(applications, at.state.persons.size())) {
        const Offer& offer = offers[application->offer];
        const int age = at.state.persons.age_years(application->person, at.state.month);
        const bool too_old = offer.contract == Contract::apprentice && age >= at.parameters[apprentice_age];
        proposals.hire(application->person, offer.post, too_old ? Contract::fixed_term : offer.contract,
                       application->mastery);
    }
}

}  // namespace

extern const Process matching = {
    .name = "matching",
    .label = {"search and matching", "recherche d'emploi et appariement"},
    .meaning = {"Job seekers, and workers who look elsewhere, apply to vacancies: occupation by the mobility network and the "
                "vacancies open, place by distance. Employers refuse those below a minimum, rank the others and make "
                "offers; a person with several takes the one liked best.",
                "Les demandeurs d'emploi, et les personnes en poste qui cherchent ailleurs, candidatent : le métier selon "
                "le réseau de mobilité et les offres, le lieu selon la distance. Les employeurs écartent ceux qui sont "
                "sous un minimum, classent les autres et proposent ; qui a plusieurs propositions prend la préférée."},
    .formula = "occupation j with weight A[own, j] v[j]; an offer of j uniformly; applies with probability "
               "exp(-km / commuting_scale) * attractiveness; score = ranking * mastery + (1 - ranking) * U(0, 1) - duration_penalty * min(1, months unemployed / 12); "
               "deferred acceptance",
    .source = "del Rio-Chanona et al. 2021 (search over a mobility network); Gale and Shapley 1962 (deferred acceptance)",
    .parameters = parameters,
    .tables = tables,
    .changes = {Change::hire},
    .risk = {RiskOf::person, SpellOf::status, {Status::employed, Status::outside}, among, hazard},
    .prepare = prepare,
    .step = step,
};

}  // namespace releve::processes

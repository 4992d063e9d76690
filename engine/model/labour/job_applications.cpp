#include "engine/model/labour/job_market.hpp"

#include <algorithm>
#include <array>

namespace releve::job_market {

namespace {

constexpr Purpose of_pair = purpose("matching.pair");

/// What every searcher of the month needs: where the offers of an occupation begin, and whither each occupation looks.
class Market {
public:
    Market(const Step& at, const std::vector<Offer>& offers)
        : at_(at),
          tables_(tables_of(at)),
          offers_(offers),
          first_(tables_.occupations + 1, 0),
          towards_(tables_.occupations) {
        places_.reserve(offers.size());
        for (const Offer& offer : offers) {
            ++first_[offer.occupation + 1U];
            places_.push_back({offer.zone, offer.attractiveness});
        }
        for (std::size_t o = 0; o < tables_.occupations; ++o) {
            first_[o + 1] += first_[o];
        }
    }

    /// The offer at which a draw falls when occupations weigh by mobility and offers, and the offers of one weigh the
    /// same. What is left of the draw within its offer decides whether the person from `home` applies: one word a look.
    /// Offer not wanted, or nothing to look at: no_index.
    std::uint32_t look(std::uint16_t occupation, std::uint16_t home, double share) {
        const Directions& directions = towards(occupation);
        if (directions.targets.empty()) {
            return no_index;
        }
        const double point = share * directions.total;
        if (point >= directions.targets.back().end) {
            return no_index;  // looks where nothing is offered
        }
        const Target* target = &directions.targets[directions.guide[static_cast<std::size_t>(share * guide_size)]];
        while (point >= target->end && target != &directions.targets.back()) {
            ++target;
        }
        const double within = std::max(0.0, (point - target->begin) * target->offers_per_weight);
        const std::uint32_t chosen = std::min(static_cast<std::uint32_t>(within), target->offers - 1);
        const std::uint32_t offer = target->first + chosen;
        const double wish = tables_.kernel[home * tables_.zones + places_[offer].zone] * places_[offer].attractiveness;
        return within - chosen < wish ? offer : no_index;
    }

    const Tables& tables() const { return tables_; }
    const Offer& offer(std::uint32_t index) const { return offers_[index]; }

private:
    static constexpr std::size_t guide_size = 64;
    /// An occupation in which one looks: its part of the sum of weights, and its offers.
    struct Target {
        double begin, end, offers_per_weight;
        std::uint32_t first, offers;
    };
    /// Whither one occupation looks, and for each 64th of the sum of weights the target in which it falls (a guide
    /// table: the search that follows takes about one step).
    struct Directions {
        std::vector<Target> targets;
        double total = 0;
        bool known = false;
        std::array<std::uint16_t, guide_size> guide{};
    };

    const Directions& towards(std::uint16_t occupation) {
        Directions& directions = towards_[occupation];
        if (directions.known) {
            return directions;
        }
        directions.known = true;
        directions.targets.reserve(tables_.occupations);
        const bool weigh = at_.parameters[vacancies_weigh] >= 0.5;
        double without_offers = 0;
        const double* const mobility = at_.setting.pack.mobility.data() + occupation * tables_.occupations;
        for (std::size_t target = 0; target < tables_.occupations; ++target) {
            const std::uint32_t offers = first_[target + 1] - first_[target];
            if (offers > 0 && mobility[target] > 0) {
                const double begin = directions.total;
                directions.total += mobility[target] * (weigh ? offers : 1.0);
                directions.targets.push_back(
                    {begin, directions.total, (weigh ? 1.0 : offers) / mobility[target], first_[target], offers});
            } else if (!weigh) {
                without_offers += mobility[target];
            }
        }
        directions.total += without_offers;
        std::size_t target = 0;
        for (std::size_t i = 0; i < guide_size; ++i) {
            const double point = directions.total * static_cast<double>(i) / guide_size;
            while (target + 1 < directions.targets.size() && point >= directions.targets[target].end) {
                ++target;
            }
            directions.guide[i] = static_cast<std::uint16_t>(target);
        }
        return directions;
    }

    /// What a look needs of an offer, close together: looks are many, offers that please few.
    struct Place {
        std::uint16_t zone;
        float attractiveness;
    };

    const Step& at_;
    Tables tables_;
    const std::vector<Offer>& offers_;
    std::vector<Place> places_;
    std::vector<std::uint32_t> first_;
    std::vector<Directions> towards_;  ///< by occupation, filled when first asked
};

/// Share of a year without a post, 1 from a year on; 0 for those who hold one.
double idle_share(const State& state, PersonId person) {
    const bool idle = state.persons[person].status == Status::unemployed;
    return idle ? std::min(1.0, (state.month - state.persons[person].status_since) / 12.0) : 0.0;
}

bool holds_open_ended(const State& state, PersonId person) {
    return state.persons[person].status == Status::employed && state.persons[person].contract == Contract::open_ended;
}

/// In post, and not an owner.
bool looks_elsewhere(const Person& person) {
    return person.status == Status::outside ||
           (person.status == Status::employed && person.contract != Contract::owner);
}

/// The offers that one person looks at and is drawn to, before asking whether they would do.
class Searcher {
public:
    Searcher(const Step& at, Market& market) : at_(at), market_(market) {}

    void apply(PersonId person, int tries, Draws& draws, std::vector<Application>& made) {
        look(person, tries, draws);
        if (wanted_.empty()) {
            return;
        }
        const std::size_t first = made.size();
        const State& state = at_.state;
        const Tables& tables = market_.tables();
        const Abilities can = abilities_of(state, person);
        const double penalty = at_.parameters[duration_penalty] * idle_share(state, person);
        const double weight = at_.parameters[ranking];
        for (const std::uint32_t index : wanted_) {
            const Offer& offer = market_.offer(index);
            const bool newcomer = offer.occupation != can.occupation && offer.occupation != can.second_occupation;
            const auto diploma = static_cast<double>(state.persons[person].education);
            const float mastery = mastery_for(can, tables.proximity, tables.occupations, offer.occupation);
            if ((newcomer && diploma < tables.least_diploma[offer.occupation]) || mastery < offer.requirement) {
                continue;
            }
            const bool again = std::any_of(made.begin() + static_cast<std::ptrdiff_t>(first), made.end(),
                                           [&](const Application& other) { return other.offer == index; });
            Draws pair = state.luck.draws(state.persons[person].key, of_pair, offer.luck);
            const bool keeps = holds_open_ended(state, person) && temporary.has(offer.contract);
            const double accepts = (1 - at_.parameters[refusal]) * (keeps ? at_.parameters[gives_up_open_ended] : 1.0);
            if (again || pair.happens(1 - accepts)) {
                continue;
            }
            made.push_back({index, person, searchers_, mastery,
                            static_cast<float>(weight * mastery + (1 - weight) * pair.uniform() - penalty),
                            static_cast<float>(pair.uniform() + (offer.contract == Contract::open_ended ? 0.5 : 0.0))});
        }
        searchers_ += made.size() > first ? 1U : 0U;
    }

private:
    void look(PersonId person, int tries, Draws& draws) {
        const std::uint16_t occupation = at_.state.persons[person].occupation;
        const std::uint16_t home = at_.state.persons[person].zone;
        wanted_.clear();
        for (int i = 0; i < tries; ++i) {
            if (const std::uint32_t index = market_.look(occupation, home, draws.uniform()); index != no_index) {
                wanted_.push_back(index);
            }
        }
    }

    const Step& at_;
    Market& market_;
    std::vector<std::uint32_t> wanted_;
    std::uint32_t searchers_ = 0;
};

}  // namespace

std::vector<Application> collect_applications(const Step& at, const std::vector<Offer>& offers) {
    Market market(at, offers);
    Searcher searcher(at, market);
    std::vector<Application> made;
    const int looked_at = static_cast<int>(at.parameters[applications]);
    const std::vector<PersonId>& seekers = at.state.seekers.members();
    made.reserve(2 * seekers.size());
    for (std::size_t i = 0; i < seekers.size(); ++i) {
        const PersonId person = seekers[i];
        if (i + fetch_distance < seekers.size()) {
            fetch_ahead(&at.state.persons[seekers[i + fetch_distance]]);
        }
        if (at.state.month - at.state.persons[person].status_since < at.parameters[search_delay]) {
            continue;
        }
        Draws draws = at.draws(person);
        const double searching = 1.0 - at.parameters[discouragement] * idle_share(at.state, person);
        if (draws.happens(at.parameters[intensity] * searching)) {
            searcher.apply(person, looked_at + at.state.persons[person].extra_applications, draws, made);
        }
    }
    for (const std::uint32_t entity : at.due) {
        const PersonId person{entity};
        if (!looks_elsewhere(at.state.persons[person])) {
            continue;
        }
        Draws draws = at.draws(person);
        searcher.apply(person, looked_at, draws, made);
    }
    return made;
}

}  // namespace releve::job_market

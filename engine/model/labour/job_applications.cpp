#include "engine/model/labour/job_market.hpp"

#include <algorithm>
#include <optional>

namespace releve::job_market {

namespace {

constexpr Purpose of_pair = purpose("matching.pair");

/// Offers of one occupation in one zone, next to each other in the list of offers.
struct Group {
    std::uint32_t first, count;
    std::uint16_t zone;
    double attractiveness = 0;  ///< of all of them
};

/// What every searcher of the month needs: what is offered within reach of each home, and whither each occupation looks.
class Market {
public:
    Market(const Step& at, const std::vector<Offer>& offers)
        : at_(at),
          tables_(tables_of(at)),
          offers_(offers),
          first_group_(tables_.occupations + 1, 0),
          within_reach_(tables_.zones * tables_.occupations, 0.0),
          directions_(tables_.occupations),
          first_end_(tables_.zones * tables_.occupations, no_index) {
        for (std::uint32_t i = 0; i < offers.size(); ++i) {
            add(i);
        }
        for (std::size_t o = 0; o < tables_.occupations; ++o) {
            first_group_[o + 1] += first_group_[o];
        }
        sum_wishes();
    }

    /// Where somebody of an occupation may look from a home; `look` then asks for one offer after the other.
    void stand(std::uint16_t occupation, std::uint16_t home) {
        home_ = home;
        targets_ = directions_of(occupation);
        std::uint32_t& known = first_end_[home * tables_.occupations + occupation];
        if (known == no_index) {
            known = static_cast<std::uint32_t>(ends_.size());
            add_ends();
        }
        first_ = known;
    }

    /// The offer at which a draw falls: occupations weigh by mobility and what they offer within reach, an offer by its
    /// distance and attractiveness. No_index: finds nothing that suits.
    std::uint32_t look(double share) const {
        const double* const ends = &ends_[first_];
        const double total = ends[targets_.size()];
        const double point = share * total;
        std::size_t i = 0;
        if (targets_.empty() || point >= ends[0]) {  // the first is the likeliest
            i = static_cast<std::size_t>(std::upper_bound(ends, ends + targets_.size(), point) - ends);
        }
        if (i == targets_.size()) {
            return no_index;
        }
        const double begin = i == 0 ? 0.0 : ends[i - 1];
        const double within = (point - begin) / (ends[i] - begin);
        return offer_at(targets_[i].occupation, within * within_reach(targets_[i].occupation));
    }

    const Tables& tables() const { return tables_; }
    const Offer& offer(std::uint32_t index) const { return offers_[index]; }

private:
    /// An occupation in which one looks, and how much.
    struct Target {
        double mobility;
        std::uint16_t occupation;
    };

    void add(std::uint32_t index) {
        const Offer& offer = offers_[index];
        const bool same =
            index > 0 && offers_[index - 1].occupation == offer.occupation && offers_[index - 1].zone == offer.zone;
        if (!same) {
            groups_.push_back({index, 0, offer.zone});
            ++first_group_[offer.occupation + 1U];
        }
        ++groups_.back().count;
        groups_.back().attractiveness += offer.attractiveness;
    }

    /// Running sums of the weights of the targets, then the sum with that of nothing.
    void add_ends() {
        const bool weigh = at_.parameters[vacancies_weigh] >= 0.5;
        double sum = 0;
        for (const Target& target : targets_) {
            sum += target.mobility * (weigh ? within_reach(target.occupation) : 1.0);
            ends_.push_back(sum);
        }
        ends_.push_back(sum + (weigh ? at_.parameters[nothing_suits] : 0.0));
    }

    /// From all homes to one group side by side, so that the inner loop takes several at a time.
    void sum_wishes() {
        std::vector<double> from(tables_.zones);
        for (std::size_t o = 0; o < tables_.occupations; ++o) {
            std::fill(from.begin(), from.end(), 0.0);
            for (std::uint32_t g = first_group_[o]; g < first_group_[o + 1]; ++g) {
                const double* const to_group = &tables_.kernel_to[groups_[g].zone * tables_.zones];
                for (std::size_t home = 0; home < from.size(); ++home) {
                    from[home] += to_group[home] * groups_[g].attractiveness;
                }
            }
            for (std::size_t home = 0; home < from.size(); ++home) {
                within_reach_[home * tables_.occupations + o] = from[home];
            }
        }
    }

    double within_reach(std::uint16_t occupation) const {
        return within_reach_[home_ * tables_.occupations + occupation];
    }
    double wish(const Group& group) const {
        return tables_.kernel[home_ * tables_.zones + group.zone] * group.attractiveness;
    }

    /// The offer of an occupation at which `left` of the wishes from the present home are used up.
    std::uint32_t offer_at(std::uint16_t occupation, double left) const {
        std::uint32_t last = no_index;  // of those within reach: rounding may leave a little
        for (std::uint32_t g = first_group_[occupation]; g < first_group_[occupation + 1U]; ++g) {
            const Group& group = groups_[g];
            const double wished = wish(group);
            if (left < wished) {
                const double wish_of_one = wished / group.attractiveness;
                for (std::uint32_t i = group.first; i + 1 < group.first + group.count; ++i) {
                    left -= wish_of_one * offers_[i].attractiveness;
                    if (left < 0) {
                        return i;
                    }
                }
                return group.first + group.count - 1;
            }
            left -= wished;
            last = wished > 0 ? group.first + group.count - 1 : last;
        }
        return last;
    }

    /// The occupations with offers to which one's own leads; without vacancies_weigh, those without offers too.
    const std::vector<Target>& directions_of(std::uint16_t occupation) {
        std::optional<std::vector<Target>>& known = directions_[occupation];
        if (!known) {
            known.emplace().reserve(tables_.occupations);
            const bool weigh = at_.parameters[vacancies_weigh] >= 0.5;
            const double* const mobility = at_.setting.pack.mobility.data() + occupation * tables_.occupations;
            for (std::size_t o = 0; o < tables_.occupations; ++o) {
                if (mobility[o] > 0 && (!weigh || first_group_[o] < first_group_[o + 1])) {
                    known->push_back({mobility[o], static_cast<std::uint16_t>(o)});
                }
            }
            // the likeliest first: a look mostly ends there
            std::sort(known->begin(), known->end(), [](const Target& a, const Target& b) {
                return a.mobility != b.mobility ? a.mobility > b.mobility : a.occupation < b.occupation;
            });
        }
        return *known;
    }

    const Step& at_;
    Tables tables_;
    const std::vector<Offer>& offers_;
    std::vector<Group> groups_;               ///< by occupation and zone
    std::vector<std::uint32_t> first_group_;  ///< by occupation
    std::vector<double> within_reach_;        ///< home * occupations + occupation: wishes for all of its offers
    std::vector<std::optional<std::vector<Target>>> directions_;  ///< by occupation, filled when first asked

    std::vector<std::uint32_t> first_end_;  ///< home * occupations + occupation, no_index until somebody stands there
    std::vector<double> ends_;

    std::uint16_t home_ = 0;  ///< of whoever stands in the market now, and whither they look
    std::span<const Target> targets_;
    std::uint32_t first_ = 0;
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
        market_.stand(at_.state.persons[person].occupation, at_.state.persons[person].zone);
        wanted_.clear();
        for (int i = 0; i < tries; ++i) {
            if (const std::uint32_t index = market_.look(draws.uniform()); index != no_index) {
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

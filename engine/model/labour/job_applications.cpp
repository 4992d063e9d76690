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
          occupations_(at.setting.pack.occupations.size()),
          first_(occupations_ + 1, 0),
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
        if (offers == 0) {
            return no_index;
        }
        // where the draw falls within the target's weight picks one of its offers: one word for both choices
        const double below = target == 0 ? 0.0 : directions.cumulated[target - 1];
        const double within = (share * total - below) / (directions.cumulated[target] - below);
        const auto chosen = static_cast<std::uint32_t>(within * offers);
        return first_[target] + (chosen < offers ? chosen : offers - 1);
    }

    bool wants(PersonId person, const Offer& offer, Draws& draws) const {
        const double kernel = tables_.kernel[at_.state.persons.zone[person] * tables_.zones + offer.zone];
        return draws.happens(std::min(1.0, kernel * offer.attractiveness));
    }
    const Tables& tables() const { return tables_; }
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
            sum +=
                at_.setting.pack.mobility[occupation * occupations_ + target] * (first_[target + 1] - first_[target]);
            directions.cumulated.push_back(sum);
        }
        std::size_t target = 0;
        for (std::size_t i = 0; i < guide_size; ++i) {
            while (target + 1 < occupations_ &&
                   directions.cumulated[target] <= sum * static_cast<double>(i) / guide_size) {
                ++target;
            }
            directions.guide[i] = static_cast<std::uint16_t>(target);
        }
        return directions;
    }

    const Step& at_;
    Tables tables_;
    const std::vector<Offer>& offers_;
    std::size_t occupations_;
    std::vector<std::uint32_t> first_;
    std::vector<Directions> towards_;  ///< by occupation, filled when first asked
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
    const Tables& tables = market.tables();
    const auto diploma = static_cast<double>(at.state.persons.education[person]);
    for (int i = 0; i < tries; ++i) {
        const std::uint32_t index = market.draw_offer(can.occupation, draws);
        if (index == no_index) {
            continue;
        }
        const Offer& offer = market.offer(index);
        const bool newcomer = offer.occupation != can.occupation && offer.occupation != can.second_occupation;
        if ((newcomer && diploma < tables.least_diploma[offer.occupation]) || !market.wants(person, offer, draws)) {
            continue;
        }
        const bool again = std::any_of(made.begin() + static_cast<std::ptrdiff_t>(first), made.end(),
                                       [&](const Application& other) { return other.offer == index; });
        if (again) {
            continue;
        }
        const float mastery = mastery_for(can, tables.proximity, tables.occupations, offer.occupation);
        if (mastery < offer.requirement) {
            continue;
        }
        const DrawKey& key = at.state.persons.key[person];
        const DrawKey post = at.state.posts.key[offer.post];
        Draws pair = at.state.luck.draws(key, of_pair,
                                         post.index * 64U + post.group + 7919U * static_cast<unsigned>(at.state.month));
        if (pair.happens(at.parameters[refusal])) {
            continue;
        }
        const double weight = at.parameters[ranking];
        made.push_back({index, person, mastery,
                        static_cast<float>(weight * mastery + (1 - weight) * pair.uniform() - penalty),
                        static_cast<float>(pair.uniform() + (offer.contract == Contract::open_ended ? 0.5 : 0.0))});
    }
}

}  // namespace

std::vector<Application> collect_applications(const Step& at, const std::vector<Offer>& offers) {
    Market market(at, offers);
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

}  // namespace releve::job_market

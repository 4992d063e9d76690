#pragma once
#include "engine/model/labour/job_market.hpp"

#include <algorithm>
#include <optional>

namespace releve::job_market {

/// Offers of one occupation in one zone, next to each other in the list of offers.
struct Group {
    std::uint32_t first, count;
    std::uint16_t zone;
    double attractiveness = 0;  ///< of all of them
};

/// What every searcher of the month needs: what is offered within reach of each home, and whither each occupation looks.
class Market {
public:
    Market(const Step& at, const std::vector<Offer>& offers);

    /// Where somebody of an occupation may look from a home; `look` then asks for one offer after the other. `wide`: from
    /// further away, as if living in a home of its own.
    void stand(std::uint16_t occupation, std::uint16_t home, bool wide) {
        home_ = home + (wide ? tables_.zones : 0);
        targets_ = directions_of(occupation);
        std::uint32_t& known = first_end_[home_ * tables_.occupations + occupation];
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

    void add(std::uint32_t index);
    /// Running sums of the weights of the targets, then the sum with that of nothing.
    void add_ends();
    /// From all homes to one group side by side, so that the inner loop takes several at a time.
    void sum_wishes();
    /// The offer of an occupation at which `left` of the wishes from the present home are used up.
    std::uint32_t offer_at(std::uint16_t occupation, double left) const;
    /// The occupations with offers to which one's own leads; without vacancies_weigh, those without offers too.
    const std::vector<Target>& directions_of(std::uint16_t occupation);

    double within_reach(std::uint16_t occupation) const {
        return within_reach_[home_ * tables_.occupations + occupation];
    }
    double wish(const Group& group) const {
        return tables_.kernel[home_ * tables_.zones + group.zone] * group.attractiveness;
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

    std::size_t homes_ = 0;  ///< zones; twice as many where somebody looks from further away
    std::size_t home_ = 0;   ///< of whoever stands in the market now, and whither they look
    std::span<const Target> targets_;
    std::uint32_t first_ = 0;
};

}  // namespace releve::job_market

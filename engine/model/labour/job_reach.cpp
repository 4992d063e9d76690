#include "engine/model/labour/job_reach.hpp"

namespace releve::job_market {

namespace {

bool anybody_looks_wide(const State& state) {
    return std::any_of(state.programmes.begin(), state.programmes.end(),
                       [](const Programme& programme) { return programme.wide_reach; });
}

}  // namespace

Market::Market(const Step& at, const std::vector<Offer>& offers)
    : at_(at),
      tables_(tables_of(at)),
      offers_(offers),
      first_group_(tables_.occupations + 1, 0),
      homes_(tables_.zones * (anybody_looks_wide(at.state) ? 2 : 1)) {
    within_reach_.resize(homes_ * tables_.occupations, 0.0);
    directions_.resize(tables_.occupations);
    first_end_.resize(homes_ * tables_.occupations, no_index);
    for (std::uint32_t i = 0; i < offers.size(); ++i) {
        add(i);
    }
    for (std::size_t o = 0; o < tables_.occupations; ++o) {
        first_group_[o + 1] += first_group_[o];
    }
    sum_wishes();
}

void Market::add(std::uint32_t index) {
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

void Market::add_ends() {
    const bool weigh = at_.parameters[vacancies_weigh] >= 0.5;
    double sum = 0;
    for (const Target& target : targets_) {
        sum += target.mobility * (weigh ? within_reach(target.occupation) : 1.0);
        ends_.push_back(sum);
    }
    ends_.push_back(sum + (weigh ? at_.parameters[nothing_suits] : 0.0));
}

void Market::sum_wishes() {
    std::vector<double> from(homes_);
    for (std::size_t o = 0; o < tables_.occupations; ++o) {
        std::fill(from.begin(), from.end(), 0.0);
        for (std::uint32_t g = first_group_[o]; g < first_group_[o + 1]; ++g) {
            const double* const to_group = &tables_.kernel_to[groups_[g].zone * tables_.homes];
            for (std::size_t home = 0; home < from.size(); ++home) {
                from[home] += to_group[home] * groups_[g].attractiveness;
            }
        }
        for (std::size_t home = 0; home < from.size(); ++home) {
            within_reach_[home * tables_.occupations + o] = from[home];
        }
    }
}

std::uint32_t Market::offer_at(std::uint16_t occupation, double left) const {
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

const std::vector<Market::Target>& Market::directions_of(std::uint16_t occupation) {
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

}  // namespace releve::job_market

#pragma once
#include "engine/model/year_end.hpp"
#include "scenarios/audit/inventory/followed_measures.hpp"

#include <array>
#include <span>
#include <vector>

namespace releve::audit {

/// Follows, in one replicate, the competences that one or two people of an establishment hold at the start.
class WatchHolders {
public:
    /// A competence of an establishment with few holders, and who they are.
    struct Few {
        std::uint32_t holding = 0;  ///< position among all()
        std::uint32_t people = 0;   ///< 1 or 2
        std::array<PersonId, 2> holders{};
        std::array<std::uint16_t, 2> occupations{};  ///< of their posts
    };

    /// Of one competence of an establishment [1/fte_parts full-time equivalents].
    struct Balance {
        std::int64_t required = 0;  ///< posts times the level they ask
        std::int64_t shortage = 0;  ///< required beyond what the people there master, tutors' time taken off
    };

    WatchHolders(const State& first, const Pack& pack, std::span<const double> observing);

    /// Holdings of the start, by establishment.
    const std::vector<Holding>& all() const { return first_.all; }
    const std::vector<Few>& few() const { return few_; }
    /// Positions among all() of those with holders at the start and none now.
    std::vector<std::uint32_t> lost_now(const State& state) const;

    /// Of all(), in a present state.
    std::vector<Balance> balance(const State& state) const;

private:
    void find_holders(const State& state);

    const Pack& pack_;
    FirstHoldings first_;
    std::vector<Few> few_;
};

}  // namespace releve::audit

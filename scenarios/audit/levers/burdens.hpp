#pragma once
#include "scenarios/audit/inventory/follow.hpp"
#include "scenarios/audit/levers/gains.hpp"

#include <array>
#include <span>
#include <vector>

namespace releve::audit {

/// Burdens that are counted; the last, overall, is made of them.
inline constexpr std::size_t counted_burdens = burdens - 1;
using Together = std::array<double, counted_burdens>;

/// What each of some establishments bears in each replicate.
class BurdenValues {
public:
    /// `know_how`: what Burden::know_how counts, by replicate and establishment.
    BurdenValues(const Followed& followed, std::span<const std::uint32_t> establishments,
                 const std::vector<std::vector<double>>& know_how);

    /// Of one establishment (its position among those given), by replicate.
    std::span<const double> of(std::size_t burden, std::size_t establishment) const {
        return std::span(values_).subspan((burden * establishments_ + establishment) * replicates_, replicates_);
    }
    /// Of the counted burdens: all establishments together, mean over replicates.
    Together together() const;
    /// Fills the overall burden: mean of the counted ones, each divided by what is borne together in the baseline.
    void sum_up(const Together& together);
    /// Mean over replicates, by establishment.
    std::vector<double> means(std::size_t burden) const;
    /// Sum over the establishments, by replicate.
    std::vector<double> sums(std::size_t burden) const;

private:
    std::size_t replicates_, establishments_;
    std::vector<double> values_;
};

/// Know-how of the house that the people in post hold.
double know_how_held(const State& state, EstablishmentId establishment);

/// Of paired replicates; nothing shrunk yet.
Gain gain_of(std::span<const double> before, std::span<const double> after);

}  // namespace releve::audit

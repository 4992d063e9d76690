#pragma once
#include "engine/model/tallies.hpp"
#include "engine/run/plan.hpp"
#include "engine/synthesis/synthesise.hpp"
#include "scenarios/audit/inventory/followed_measures.hpp"

#include <functional>
#include <span>
#include <vector>

namespace releve::audit {

/// Posts of some occupations in one establishment. Groups do not overlap.
struct FollowedGroup {
    std::uint32_t establishment = 0;
    std::vector<std::uint32_t> occupations;
};

struct FollowOptions {
    std::uint32_t seed = 1;
    std::uint32_t replicates = 100;
    int threads = 0;                                                  ///< 0: as many as the machine has
    std::function<void(std::size_t done, std::size_t all)> progress;  ///< called from any thread; may be empty
    std::function<bool()> interrupted;                                ///< asked every month; may be empty
    std::vector<FollowedGroup> groups = {};
    /// Shown the first state of each replicate and its holdings, from any thread; may be empty.
    std::function<void(std::uint32_t replicate, const State&, const std::vector<Holding>&)> first_seen = {};
    /// Shown the state after each month, its events still there, from any thread; may be empty.
    std::function<void(std::uint32_t replicate, const State&)> month_seen = {};
};

/// A competence that posts of an establishment ask, over replicates. Counts of replicates unless said.
struct FollowedHolding {
    std::uint32_t establishment = 0;
    std::uint32_t competence = 0;
    std::uint64_t people = 0;   ///< who hold it at the start, summed over replicates
    std::uint32_t by_none = 0;  ///< nobody holds it at the start
    std::uint32_t by_one = 0;   ///< one person alone holds it at the start
    std::uint32_t by_two = 0;
    std::array<std::uint32_t, horizon_years.size()> few_gone{};  ///< of both: the one or the two have left by then
    std::array<std::uint32_t, horizon_years.size()> lost{};      ///< held at the start, by nobody then
    /// [1/fte_parts full-time equivalents] summed over replicates: what its posts require at the start, what they require
    /// beyond what is mastered at the start, and at the last horizon.
    std::int64_t required = 0, shortage = 0, shortage_then = 0;
    bool operator==(const FollowedHolding&) const = default;
};

/// Counts of an ensemble. Persons as many as the pack says that a simulated one stands for.
struct Followed {
    std::uint32_t replicates = 0;
    std::array<std::uint32_t, cuts> units{};  ///< of each cut; establishments: of the start
    std::vector<float> values;                ///< see of()
    std::vector<double> pyramid;              ///< see people_of()
    std::vector<FollowedHolding> holdings;    ///< by establishment; empty where the pack tells no competences
    SynthesisReport synthesis;                ///< of the first replicate

    /// Of one unit, by replicate. `horizon`: position in horizon_years; of no matter for what is told at the start.
    std::span<const float> of(Measure measure, Cut cut, std::uint32_t unit = 0,
                              std::size_t horizon = last_horizon) const {
        return std::span(values).subspan(
            row(measure, horizon) * all_units() * replicates + (first_unit(cut) + unit) * std::size_t{replicates},
            replicates);
    }
    /// People in post at the start in an age band of results (result_age_band), mean over replicates.
    double people_of(Cut cut, std::uint32_t unit, Sex sex, std::size_t age_band) const {
        return pyramid[((first_unit(cut) + unit) * sex_words.size() + static_cast<std::size_t>(sex)) *
                           result_age_bands +
                       age_band];
    }

    /// Units of the cuts before: where those of a cut begin among all.
    std::size_t first_unit(Cut cut) const;
    std::size_t all_units() const;
    /// Rows: measures told at the start, then the others, three horizons each.
    static constexpr std::size_t row(Measure measure, std::size_t horizon) {
        constexpr std::size_t first = static_cast<std::size_t>(last_at_start) + 1;
        const auto at = static_cast<std::size_t>(measure);
        return at < first ? at : first + (at - first) * horizon_years.size() + horizon;
    }
    static constexpr std::size_t rows() {
        constexpr std::size_t first = static_cast<std::size_t>(last_at_start) + 1;
        return first + (measures - first) * horizon_years.size();
    }
};

/// Room for the counts of a pack's ensemble; all 0.
Followed nothing_followed(const Pack& pack, std::uint32_t replicates, std::size_t groups = 0);

/// The scenario with each replicate drawing its own first state, unless it says otherwise.
Scenario with_own_draws(Scenario scenario);

/// Months that a plan has to run for to be followed to the last horizon.
int months_followed(const Pack& pack);

/// Runs replicates of a plan up to the last horizon and counts. Replicate i depends on (plan, seed, i) only: two plans
/// followed with one seed are compared replicate by replicate. Make the plan with `synthesis.each_replicate` = 1: ages and
/// skills of the people whom nobody surveyed are drawn, and only so does the spread over replicates tell that ignorance
/// too. ModelError if the plan ends before months_followed. Throws Interrupted (engine/run/ensemble.hpp) when asked to stop.
Followed follow(const Plan& plan, const FollowOptions& options);

}  // namespace releve::audit

#pragma once
#include "engine/inputs/scenario.hpp"
#include "scenarios/actions/action.hpp"

#include <array>
#include <functional>
#include <optional>
#include <span>
#include <vector>

/// What each action would change in each audited establishment, by simulation.
namespace releve::audit {

/// What an action is judged by within one establishment over five years: less of it is a gain.
enum class Burden : std::uint8_t {
    unfilled,    ///< post-months in which a post had been recruited for three months or more
    departures,  ///< people on lasting contracts at the start who have left, for whatever reason
    know_how,  ///< [full-time equivalents] know-how of the house missing at the end: posts of the start less what is held
    competences,    ///< held at the start, by nobody at the end
    separations,    ///< from lasting contracts, newcomers' too; falls also where fewer are hired on such contracts
    know_how_lost,  ///< [full-time equivalents] know-how that people took away; rises also where more has been learnt
    overall  ///< mean of the first four, each as a share of what the audited establishments bear together in the baseline
};
inline constexpr std::size_t burdens = 7;
inline constexpr std::size_t burdens_in_overall = 4;  ///< equal weights: a decision
struct BurdenRecord {
    Burden burden;
    std::string_view name;
    Label label;  ///< of the gain
    std::string_view unit;
};
/// In the order of Burden.
std::span<const BurdenRecord> burden_records();

/// Mean difference baseline - action over paired replicates; above 0: the action relieves.
struct Gain {
    double raw = 0;
    double error = 0;  ///< standard error of `raw`, chance of the simulation only
    /// Drawn towards the mean gain per post of the establishments where the action did something (of the others, for these), the
    /// more the less certain `raw` is.
    double shrunk = 0;
    double shrunk_error = 0;
    /// Part of shrunk_error that it shares with the others, through the mean towards which all are drawn: it adds up over them.
    double common_error = 0;
    double own = 1;  ///< weight of `raw` in `shrunk`, 0 to 1; near 0: nothing tells this establishment from the others
    double probability = 0;  ///< that the expected gain is above 0, after shrinking
    double better = 0;  ///< share of replicates in which the establishment fares better; an equal course counts half
    bool clear() const { return probability >= 0.9; }  ///< else chance hides the gain, or there is none
    bool touched = false;                              ///< some replicate differs
};

struct EstablishmentGains {
    std::array<Gain, burdens> gains;  ///< by Burden
    double cost = 0;                  ///< [EUR] over five years; 0 where the pack tells no costs
    /// Share of the replicates in which the action did something there: 0 where it finds nobody to help. Nothing: it shows in no
    /// establishment (people took it up, or what it does is told by no enrolment and no support).
    std::optional<double> taking_part = {};
    const Gain& of(Burden burden) const { return gains[static_cast<std::size_t>(burden)]; }
};

/// One action alone, against the baseline.
struct ActionGains {
    const Action* action = nullptr;
    /// To the audited establishments alone (and their partners, where the action works between linked ones), with full take-up
    /// (what the process `conduct` leaves of it: who cooperates badly may stay out) and no limit of capacity; else, for actions
    /// that people take up, to the whole territory as the action's record says.
    bool targeted = true;
    std::vector<EstablishmentGains> establishments;  ///< in the order of Gains::establishments
    std::array<Gain, burdens> together;              ///< sum over these; not shrunk
    bool has_costs = false;
};

struct GainOptions {
    std::uint32_t seed = 1;
    std::uint32_t replicates = 100;  ///< two at least, else no error is known and every gain looks certain
    int threads = 0;                 ///< 0: as many as the machine has
    std::function<void(std::size_t done, std::size_t all)>
        progress;                             ///< runs done; called from any thread; may be empty
    std::function<bool()> interrupted;        ///< may be empty
    std::vector<const Action*> actions = {};  ///< empty: every action that acts on an axis of the pack
};

struct Gains {
    std::uint32_t replicates = 0;
    std::vector<std::uint32_t> establishments;  ///< audited, in the order of the pack
    /// By Burden, then establishment: mean in the baseline. Overall: share of what they bear together.
    std::array<std::vector<double>, burdens> baseline;
    std::vector<ActionGains> actions;     ///< in the order of the catalogue
    std::vector<const Action*> left_out;  ///< the pack lacks a table that they need
};

/// Runs the baseline and each action alone with the same seed for five years (follow.hpp), ages and skills drawn anew in each
/// replicate. The scenario's own actions are kept in both. Nothing where the pack has no audits. InputError, with all
/// `problems`, if the scenario is wrong. Throws Interrupted (engine/run/ensemble.hpp) when asked to stop.
Gains simulate_gains(const Pack& pack, const Scenario& baseline, const GainOptions& options, Problems& problems);

/// Shrinks raw gains (empirical Bayes): gain per post of each establishment = a common mean + a normal deviation, its variance
/// found by the moments of DerSimonian and Laird (1986). Establishments where nothing differs keep their 0. In place.
void shrink(std::span<Gain* const> gains, std::span<const double> posts);

}  // namespace releve::audit

#pragma once
#include "engine/inputs/pack.hpp"
#include "engine/state/events.hpp"

#include <span>
#include <string_view>
#include <vector>

/// From what an action did to what it costs.
namespace releve {

/// One line of action_costs.csv applied to a volume.
struct CostLine {
    const ActionCost* cost = nullptr;
    double units = 0;  ///< of those the line concerns
    double euros = 0;
    std::uint32_t borne_by = no_index;  ///< funder that pays all of it; else it is shared among conventions
};

/// What so much of an action costs under a scheme ("": none): euros = units * share * unit cost, line by line; "year" and
/// "running_year" count months / 12. Points into the pack.
std::vector<CostLine> cost_lines(std::string_view action, std::string_view scheme, const Volume& volume,
                                 const Pack& pack);

/// Euros that fall evenly on the months from `first` to `last`, both included.
struct Expense {
    Month first, last;
    double euros = 0;
    std::uint32_t borne_by = no_index;
};

/// One action of a scenario as costs see it.
struct FundedAction {
    std::string name, scheme;
    Month start, end;                        ///< months in which it may begin something, both included
    int stay = 1;                            ///< how long one of its cases lasts, at most [months]
    std::vector<std::uint32_t> conventions;  ///< those that may pay, by position in the pack
};

/// Costs of an action from its volumes by calendar year, the first of them `first_year`. Those of a year fall on its
/// months from the action's start on: until its end for what counts beginnings and opening, `stay` - 1 months later for
/// months under way. (Volumes are kept by year: within it they are taken as even.)
std::vector<Expense> expenses_of(const FundedAction& action, std::span<const Volume> years, int first_year,
                                 const Pack& pack);

}  // namespace releve

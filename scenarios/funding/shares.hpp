#pragma once
#include "scenarios/funding/expenses.hpp"

/// Who pays what.
namespace releve {

/// Conventions that pay for an action together, at most the whole of it.
inline constexpr double most_of_a_cost = 1 + 1e-9;

struct Payment {
    std::size_t action = 0;               ///< position among those shared out
    int year = 0;                         ///< calendar year
    std::uint32_t funder = no_index;      ///< none where the pack has no funders
    std::uint32_t convention = no_index;  ///< none: own funds, or a cost that its funder bears
    double euros = 0;
};

enum class Ceilings : std::uint8_t {
    ignored,   ///< what would be asked of each convention: to see whether it fits
    respected  ///< nothing is paid above one: what comes later in time goes to own funds
};

/// Shares the costs of a scenario's actions out: those that a funder bears to it; of the others, in each month, its rate to
/// each of the action's conventions that is in force, the rest to own funds. Where a ceiling is reached within a month,
/// the actions are paid in proportion. Payments in the order of action and year, conventions before
/// funders, none of them 0.
/// `expenses`: by action, beside `actions`.
std::vector<Payment> share_out(std::span<const FundedAction> actions, std::span<const std::vector<Expense>> expenses,
                               const Pack& pack, Ceilings ceilings);

/// First month from `first` to `last` in which the rates of these conventions add up to more than 1; nothing if none does.
std::optional<Month> over_financed(std::span<const std::uint32_t> conventions, Month first, Month last,
                                   const Pack& pack);

/// Rate paid by a convention in a month; 0 when it is not in force.
double rate_in(const Convention& convention, Month month);

/// Conventions open to an action, by position.
std::vector<std::uint32_t> open_conventions(std::string_view action, const Pack& pack);

}  // namespace releve

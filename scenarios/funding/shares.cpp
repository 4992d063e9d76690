#include "scenarios/funding/shares.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <tuple>

namespace releve {

namespace {

/// action, year, convention, funder -> euros.
using Paid = std::map<std::tuple<std::size_t, int, std::uint32_t, std::uint32_t>, double>;

std::uint32_t own_funds(const Pack& pack) {
    for (std::uint32_t i = 0; i < pack.funders.size(); ++i) {
        if (pack.funders[i].kind == FunderKind::own) {
            return i;
        }
    }
    return no_index;
}

/// Eligible euros of each action in each month from `first` on.
struct Monthly {
    Month first{};
    std::vector<std::vector<double>> euros;  ///< [action][month]
};

/// Costs that a funder bears are paid on the way: no convention sees them.
Monthly by_month(std::span<const std::vector<Expense>> expenses, Paid& paid) {
    Monthly monthly{{std::numeric_limits<std::int32_t>::max()}, {}};
    Month last{};
    for (const std::vector<Expense>& of_action : expenses) {
        for (const Expense& expense : of_action) {
            monthly.first = std::min(monthly.first, expense.first);
            last = std::max(last, expense.last);
        }
    }
    const auto months = static_cast<std::size_t>(std::max(0, last - monthly.first + 1));
    monthly.euros.assign(expenses.size(), std::vector<double>(months, 0.0));
    for (std::size_t action = 0; action < expenses.size(); ++action) {
        for (const Expense& expense : expenses[action]) {
            const double part = expense.euros / (expense.last - expense.first + 1);
            for (Month month = expense.first; month <= expense.last; month = month + 1) {
                if (expense.borne_by != no_index) {
                    paid[{action, month.year(), no_index, expense.borne_by}] += part;
                } else {
                    monthly.euros[action][static_cast<std::size_t>(month - monthly.first)] += part;
                }
            }
        }
    }
    return monthly;
}

bool may_pay(std::uint32_t convention, const FundedAction& action) {
    return std::find(action.conventions.begin(), action.conventions.end(), convention) != action.conventions.end();
}

/// One month of one convention: what it pays of each action is taken from `left`, what remains to be paid.
void pay(std::uint32_t number, Month month, std::span<const FundedAction> actions,
         const std::vector<double>& eligible, double& ceiling, const Pack& pack, std::vector<double>& left, Paid& paid) {
    const Convention& convention = pack.conventions[number];
    std::vector<double> asked(actions.size(), 0.0);
    double sum = 0;
    for (std::size_t action = 0; action < actions.size(); ++action) {
        if (may_pay(number, actions[action])) {
            asked[action] = rate_in(convention, month) * eligible[action];
            sum += asked[action];
        }
    }
    if (!(sum > 0)) {
        return;
    }
    const double part = sum > ceiling ? ceiling / sum : 1.0;
    ceiling -= part * sum;
    for (std::size_t action = 0; action < actions.size(); ++action) {
        paid[{action, month.year(), number, convention.funder}] += part * asked[action];
        left[action] -= part * asked[action];
    }
}

}  // namespace

double rate_in(const Convention& convention, Month month) {
    return convention.from <= month && month <= convention.until ? convention.rate : 0.0;
}

std::vector<std::uint32_t> open_conventions(std::string_view action, const Pack& pack) {
    std::vector<std::uint32_t> open;
    for (std::uint32_t i = 0; i < pack.conventions.size(); ++i) {
        const std::vector<std::string>& actions = pack.conventions[i].actions;
        if (actions.empty() || std::find(actions.begin(), actions.end(), action) != actions.end()) {
            open.push_back(i);
        }
    }
    return open;
}

std::optional<Month> over_financed(std::span<const std::uint32_t> conventions, Month first, Month last,
                                   const Pack& pack) {
    for (Month month = first; month <= last; month = month + 1) {
        double rates = 0;
        for (const std::uint32_t convention : conventions) {
            rates += rate_in(pack.conventions[convention], month);
        }
        if (rates > most_of_a_cost) {
            return month;
        }
    }
    return std::nullopt;
}

std::vector<Payment> share_out(std::span<const FundedAction> actions, std::span<const std::vector<Expense>> expenses,
                               const Pack& pack, Ceilings ceilings) {
    Paid paid;
    const Monthly monthly = by_month(expenses, paid);
    const std::uint32_t own = own_funds(pack);
    std::vector<double> room(pack.conventions.size(), std::numeric_limits<double>::infinity());
    for (std::size_t i = 0; i < room.size() && ceilings == Ceilings::respected; ++i) {
        room[i] = pack.conventions[i].ceiling;
    }
    const std::size_t months = monthly.euros.empty() ? 0 : monthly.euros.front().size();
    for (std::size_t m = 0; m < months; ++m) {
        const Month month = monthly.first + static_cast<int>(m);
        std::vector<double> eligible;
        for (const std::vector<double>& of_action : monthly.euros) {
            eligible.push_back(of_action[m]);
        }
        std::vector<double> left = eligible;
        for (std::uint32_t convention = 0; convention < room.size(); ++convention) {
            pay(convention, month, actions, eligible, room[convention], pack, left, paid);
        }
        for (std::size_t action = 0; action < actions.size(); ++action) {
            // what is left of a cost paid whole is a rounding
            paid[{action, month.year(), no_index, own}] += left[action] > 1e-9 * eligible[action] ? left[action] : 0;
        }
    }
    std::vector<Payment> payments;
    for (const auto& [key, euros] : paid) {
        const auto& [action, year, convention, funder] = key;
        if (euros > 0) {
            payments.push_back({action, year, funder, convention, euros});
        }
    }
    return payments;
}

}  // namespace releve

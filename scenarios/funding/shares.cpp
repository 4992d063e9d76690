#include "scenarios/funding/shares.hpp"

#include <algorithm>

namespace releve {

namespace {

/// Euros by action, year and payer: the conventions, then the funders themselves, then nobody known.
class Paid {
public:
    Paid(std::size_t actions, int first_year, int last_year, const Pack& pack)
        : first_year_(first_year),
          years_(static_cast<std::size_t>(std::max(0, last_year - first_year + 1))),
          conventions_(pack.conventions.size()),
          payers_(conventions_ + pack.funders.size() + 1),
          euros_(actions * years_ * payers_, 0.0) {}

    double& by_convention(std::size_t action, int year, std::size_t convention) {
        return euros_[(action * years_ + static_cast<std::size_t>(year - first_year_)) * payers_ + convention];
    }
    double& by_funder(std::size_t action, int year, std::uint32_t funder) {
        return by_convention(action, year, funder == no_index ? payers_ - 1 : conventions_ + funder);
    }
    std::vector<Payment> list(const Pack& pack) const {
        std::vector<Payment> payments;
        for (std::size_t i = 0; i < euros_.size(); ++i) {
            if (!(euros_[i] > 0)) {
                continue;
            }
            const std::size_t payer = i % payers_;
            const bool signed_for = payer < conventions_;
            const auto itself = static_cast<std::uint32_t>(payer - conventions_);
            payments.push_back({.action = i / payers_ / years_,
                                .year = first_year_ + static_cast<int>(i / payers_ % years_),
                                .funder = signed_for             ? pack.conventions[payer].funder
                                          : payer + 1 == payers_ ? no_index
                                                                 : itself,
                                .convention = signed_for ? static_cast<std::uint32_t>(payer) : no_index,
                                .euros = euros_[i]});
        }
        return payments;
    }

private:
    int first_year_;
    std::size_t years_, conventions_, payers_;
    std::vector<double> euros_;
};

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

Monthly empty_months(std::span<const std::vector<Expense>> expenses) {
    Monthly monthly{{std::numeric_limits<std::int32_t>::max()}, {}};
    Month last{};
    for (const std::vector<Expense>& of_action : expenses) {
        for (const Expense& expense : of_action) {
            monthly.first = std::min(monthly.first, expense.first);
            last = std::max(last, expense.last);
        }
    }
    if (last < monthly.first) {
        monthly.first = last + 1;
    }
    monthly.euros.assign(expenses.size(), std::vector<double>(static_cast<std::size_t>(last - monthly.first + 1), 0.0));
    return monthly;
}

/// Costs that a funder bears are paid on the way: no convention sees them.
void spread(std::span<const std::vector<Expense>> expenses, Monthly& monthly, Paid& paid) {
    for (std::size_t action = 0; action < expenses.size(); ++action) {
        for (const Expense& expense : expenses[action]) {
            const double part = expense.euros / (expense.last - expense.first + 1);
            for (Month month = expense.first; month <= expense.last; month = month + 1) {
                if (expense.borne_by != no_index) {
                    paid.by_funder(action, month.year(), expense.borne_by) += part;
                } else {
                    monthly.euros[action][static_cast<std::size_t>(month - monthly.first)] += part;
                }
            }
        }
    }
}

bool may_pay(std::uint32_t convention, const FundedAction& action) {
    return std::find(action.conventions.begin(), action.conventions.end(), convention) != action.conventions.end();
}

/// One month of one convention: what it pays of each action is taken from `left`, what remains to be paid.
void pay(std::uint32_t number, Month month, std::span<const FundedAction> actions, const std::vector<double>& eligible,
         double& ceiling, const Pack& pack, std::vector<double>& left, Paid& paid) {
    const double rate = rate_in(pack.conventions[number], month);
    if (rate == 0) {
        return;
    }
    std::vector<double> asked(actions.size(), 0.0);
    double sum = 0;
    for (std::size_t action = 0; action < actions.size(); ++action) {
        if (may_pay(number, actions[action])) {
            asked[action] = rate * eligible[action];
            sum += asked[action];
        }
    }
    if (!(sum > 0)) {
        return;
    }
    const double part = sum > ceiling ? ceiling / sum : 1.0;
    ceiling -= part * sum;
    for (std::size_t action = 0; action < actions.size(); ++action) {
        paid.by_convention(action, month.year(), number) += part * asked[action];
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
    Monthly monthly = empty_months(expenses);
    const std::size_t months = monthly.euros.empty() ? 0 : monthly.euros.front().size();
    Paid paid(actions.size(), monthly.first.year(), (monthly.first + static_cast<int>(months) - 1).year(), pack);
    spread(expenses, monthly, paid);
    const std::uint32_t own = own_funds(pack);
    std::vector<double> room(pack.conventions.size(), std::numeric_limits<double>::infinity());
    for (std::size_t i = 0; i < room.size() && ceilings == Ceilings::respected; ++i) {
        room[i] = pack.conventions[i].ceiling;
    }
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
            paid.by_funder(action, month.year(), own) += left[action] > 1e-9 * eligible[action] ? left[action] : 0;
        }
    }
    return paid.list(pack);
}

}  // namespace releve

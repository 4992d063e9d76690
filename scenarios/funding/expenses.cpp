#include "scenarios/funding/expenses.hpp"

#include <algorithm>

namespace releve {

namespace {

double units_of(CostPer per, const Volume& volume) {
    const auto of = [&](VolumeOf what) { return double{volume[static_cast<std::size_t>(what)]}; };
    switch (per) {
        case CostPer::start: return of(VolumeOf::start);
        case CostPer::month: return of(VolumeOf::month);
        case CostPer::year: return of(VolumeOf::month) / 12;
        case CostPer::establishment: return of(VolumeOf::establishment);
        case CostPer::running_year: return of(VolumeOf::running_month) / 12;
    }
    return 0;
}

bool goes_on_after_the_end(CostPer per) { return per == CostPer::month || per == CostPer::year; }

/// The months of a year on which a cost falls.
Expense dated(const CostLine& line, const FundedAction& action, int year) {
    const Month january = Month::of(year, 1);
    const Month december = Month::of(year, 12);
    const Month last = action.end + (goes_on_after_the_end(line.cost->per) ? action.stay - 1 : 0);
    Expense expense{std::max(january, action.start), std::min(december, last), line.euros, line.borne_by};
    if (expense.last < expense.first) {  // something counted outside the action's months: the whole year
        expense.first = january;
        expense.last = december;
    }
    return expense;
}

}  // namespace

std::vector<CostLine> cost_lines(std::string_view action, std::string_view scheme, const Volume& volume,
                                 const Pack& pack) {
    std::vector<CostLine> lines;
    for (const ActionCost& cost : pack.action_costs) {
        const bool under_it = cost.scheme == ActionCost::any || pack.schemes[cost.scheme].code == scheme;
        if (cost.action == action && under_it) {
            const double units = units_of(cost.per, volume) * cost.share;
            lines.push_back({&cost, units, units * cost.cost, cost.borne_by});
        }
    }
    return lines;
}

std::vector<Expense> expenses_of(const FundedAction& action, std::span<const Volume> years, int first_year,
                                 const Pack& pack) {
    std::vector<Expense> expenses;
    for (std::size_t year = 0; year < years.size(); ++year) {
        for (const CostLine& line : cost_lines(action.name, action.scheme, years[year], pack)) {
            if (line.euros > 0) {
                expenses.push_back(dated(line, action, first_year + static_cast<int>(year)));
            }
        }
    }
    return expenses;
}

}  // namespace releve

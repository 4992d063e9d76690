#include "scenarios/plan/financing.hpp"

#include "scenarios/funding/plan_costs.hpp"

#include <algorithm>

namespace releve::committee {

namespace {

/// By funder, in the order of the pack, what each pays of one action.
std::vector<std::pair<Text, double>> shares_of(const std::vector<Payment>& payments, std::size_t action,
                                               const Pack& pack) {
    std::vector<double> by_funder(pack.funders.size(), 0.0);
    for (const Payment& payment : payments) {
        if (payment.action == action && payment.funder != no_index) {
            by_funder[payment.funder] += payment.euros;
        }
    }
    std::vector<std::pair<Text, double>> shares;
    for (std::size_t i = 0; i < by_funder.size(); ++i) {
        if (by_funder[i] > 0) {
            shares.emplace_back(pack.funders[i].name, by_funder[i]);
        }
    }
    return shares;
}

template <class Item>
Text name_of(const std::vector<Item>& items, const std::string& code) {
    const auto found = std::find_if(items.begin(), items.end(), [&](const Item& item) { return item.code == code; });
    return found == items.end() ? Text{code, code} : found->name;
}

}  // namespace

std::vector<Financing> financing_of(const Pack& pack, const Scenario& scenario, int horizon) {
    std::vector<Financing> all(scenario.actions.size());
    if (pack.action_costs.empty()) {
        return all;
    }
    Problems problems;
    const std::vector<Intervention> bound = bind_actions(scenario, pack, horizon, problems);
    const std::vector<FundedAction> actions = funded_actions(scenario, bound, pack, problems);
    problems.raise();
    std::vector<std::vector<Expense>> expenses;
    for (std::size_t i = 0; i < actions.size(); ++i) {
        const std::vector<Volume> years = planned_volumes(*find_action(bound[i].name), bound[i].settings,
                                                          bound[i].start, bound[i].end, pack.calendar, horizon);
        expenses.push_back(expenses_of(actions[i], years, pack.calendar.start.year(), pack));
        all[i].cost = 0;
        for (const Expense& expense : expenses.back()) {
            all[i].cost += expense.euros;
        }
    }
    const std::vector<Payment> payments = share_out(actions, expenses, pack, Ceilings::respected);
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i].shares = shares_of(payments, i, pack);
    }
    return all;
}

Text convention_name(const Pack& pack, const std::string& code) { return name_of(pack.conventions, code); }

Text scheme_name(const Pack& pack, const std::string& code) { return name_of(pack.schemes, code); }

}  // namespace releve::committee

#include "scenarios/funding/plan_costs.hpp"

#include "engine/base/fill.hpp"
#include "scenarios/funding/check_entries.hpp"
#include "scenarios/report/typography.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>
#include <map>

namespace releve {

namespace {

int stay_of(const Action& action, std::span<const double> settings) {
    return std::max(1, static_cast<int>(std::ceil(setting_of(action, action.stay, settings).value_or(1))));
}

Text euros(double amount) {
    return {report::number(amount, 0, Language::en) + " EUR", report::number(amount, 0, Language::fr) + "\u00a0€"};
}

/// What a convention would pay of each action.
using AskedOf = std::map<std::size_t, double>;

void refuse_over_ceiling(const Convention& convention, const AskedOf& asked, double sum, const Scenario& scenario,
                         Problems& problems) {
    std::vector<std::pair<double, std::size_t>> actions;
    for (const auto& [action, amount] : asked) {
        actions.emplace_back(-amount, action);
    }
    std::sort(actions.begin(), actions.end());
    Text list;
    for (const auto& [amount, action] : actions) {
        list = fill({"{}{}{} {}", "{}{}{} {}"},
                    {list, list.en.empty() ? "" : ", ", scenario.actions[action].type, euros(-amount)});
    }
    const ActionEntry& largest = scenario.actions[actions.front().second];
    problems.add(largest.where,
                 fill({"convention {}: its share of the planned cost ({} from {} to {}) is over its ceiling ({}): "
                       "{} (a plan must fit what is signed) lower the capacity of {}, or leave the convention out",
                       "convention {}\u00a0: sa part du coût prévu ({} de {} à {}) dépasse son plafond ({})\u00a0: "
                       "{} (un plan doit tenir dans ce qui est signé) réduisez la capacité de {}, ou laissez la "
                       "convention de côté"},
                      {convention.code, euros(sum), to_string(convention.from), to_string(convention.until),
                       euros(convention.ceiling), list, largest.type}));
}

void check_ceilings(const std::vector<Payment>& payments, const Scenario& scenario, const Pack& pack,
                    Problems& problems) {
    std::vector<AskedOf> asked(pack.conventions.size());
    std::vector<double> sums(pack.conventions.size(), 0.0);
    for (const Payment& payment : payments) {
        if (payment.convention != no_index) {
            asked[payment.convention][payment.action] += payment.euros;
            sums[payment.convention] += payment.euros;
        }
    }
    for (std::size_t i = 0; i < asked.size(); ++i) {
        if (sums[i] > pack.conventions[i].ceiling * (1 + 1e-9)) {
            refuse_over_ceiling(pack.conventions[i], asked[i], sums[i], scenario, problems);
        }
    }
}

void check_rates(const ActionEntry& entry, const FundedAction& action, const Pack& pack, Problems& problems) {
    const auto month = over_financed(action.conventions, action.start, action.end + (action.stay - 1), pack);
    if (!month) {
        return;
    }
    std::string list;
    double rates = 0;
    for (const std::uint32_t number : action.conventions) {
        const Convention& convention = pack.conventions[number];
        if (const double rate = rate_in(convention, *month); rate > 0) {
            list += (list.empty() ? "" : ", ") + fmt::format("{} {:g}", convention.code, rate);
            rates += rate;
        }
    }
    problems.add(
        entry.where_of("conventions"),
        fill({"rates that add up to {} in {}: {} (together they pay at most the whole cost) name fewer of them in "
              "conventions",
              "des taux de somme {} en {}\u00a0: {} (ensemble elles paient au plus tout le coût) nommez-en moins "
              "dans conventions"},
             {fmt::format("{:g}", rates), to_string(*month), list}));
}

const Action& record_of(const std::string& name) {
    if (const Action* action = find_action(name)) {
        return *action;
    }
    throw ModelError("no action " + name + " in the catalogue");
}

}  // namespace

std::vector<Volume> planned_volumes(const Action& action, std::span<const double> settings, int start, int end,
                                    const Calendar& calendar, int horizon) {
    const int first_year = calendar.start.year();
    std::vector<Volume> years(static_cast<std::size_t>(calendar.date(horizon - 1).year() - first_year + 1), Volume{});
    const double capacity = setting_of(action, action.capacity, settings).value_or(0);
    const double begun = capacity / stay_of(action, settings);
    for (int month = std::max(0, start); month <= std::min(end, horizon - 1); ++month) {
        Volume& year = years[static_cast<std::size_t>(calendar.date(month).year() - first_year)];
        const auto add = [&](VolumeOf what, double units) {
            year[static_cast<std::size_t>(what)] += static_cast<float>(units);
        };
        add(VolumeOf::start, begun);
        add(VolumeOf::month, capacity);
        add(VolumeOf::establishment, begun);
        add(VolumeOf::running_month, 1);
    }
    return years;
}

std::vector<FundedAction> funded_actions(const Scenario& scenario, const std::vector<Intervention>& bound,
                                         const Pack& pack, Problems& problems) {
    if (bound.size() != scenario.actions.size()) {
        throw ModelError("the bound actions of scenario " + scenario.id + " are not those of its file");
    }
    std::vector<FundedAction> funded;
    for (std::size_t i = 0; i < bound.size(); ++i) {
        const ActionEntry& entry = scenario.actions[i];
        check_scheme(entry, bound[i], pack, problems);
        funded.push_back({.name = bound[i].name,
                          .scheme = entry.scheme,
                          .start = pack.calendar.date(bound[i].start),
                          .end = pack.calendar.date(bound[i].end),
                          .stay = stay_of(record_of(bound[i].name), bound[i].settings),
                          .conventions = chosen_conventions(entry, pack, problems)});
    }
    return funded;
}

void check_plan_costs(const Scenario& scenario, const std::vector<Intervention>& bound, const Pack& pack, int horizon,
                      Problems& problems) {
    const std::size_t before = problems.count();
    const std::vector<FundedAction> actions = funded_actions(scenario, bound, pack, problems);
    std::vector<std::vector<Expense>> expenses;
    for (std::size_t i = 0; i < actions.size(); ++i) {
        check_rates(scenario.actions[i], actions[i], pack, problems);
        const std::vector<Volume> volumes = planned_volumes(record_of(bound[i].name), bound[i].settings, bound[i].start,
                                                            bound[i].end, pack.calendar, horizon);
        expenses.push_back(expenses_of(actions[i], volumes, pack.calendar.start.year(), pack));
    }
    if (problems.count() == before) {
        check_ceilings(share_out(actions, expenses, pack, Ceilings::ignored), scenario, pack, problems);
    }
}

}  // namespace releve

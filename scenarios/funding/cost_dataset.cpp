#include "scenarios/funding/cost_dataset.hpp"

#include "engine/base/fill.hpp"
#include "engine/run/result_file/records.hpp"
#include "scenarios/funding/plan_costs.hpp"

#include <algorithm>
#include <map>

namespace releve {

namespace {

constexpr std::string_view cost_source = "unit costs of action_costs.csv, at the prices of their sources";

/// A table of means over replicates: [scenario][year][item].
struct Means {
    std::size_t years = 0, items = 0;
    std::vector<double> values;

    Means(std::size_t scenarios, std::size_t year_count, std::size_t item_count)
        : years(year_count),
          items(item_count),
          values(scenarios * year_count * item_count, 0.0) {}
    double& at(std::size_t scenario, std::size_t year, std::size_t item) {
        return values[(scenario * years + year) * items + item];
    }
};

/// What all variables are filled from.
struct Costs {
    std::vector<double> by_replicate;  ///< [scenario][replicate][year]
    Means by_action, by_funder, volumes;
};

/// Position of each action of each scenario among the codes of all of them.
struct ActionAxis {
    std::vector<std::string> codes;
    std::vector<Text> labels;
    std::vector<std::vector<std::size_t>> position;  ///< [scenario][action]
};

Text label_of(const std::string& code) {
    const std::size_t dot = code.find('.');
    if (const Action* action = find_action(code.substr(0, dot))) {
        const std::string number = dot == std::string::npos ? "" : " (" + code.substr(dot + 1) + ")";
        return {std::string(action->label.en) + number, std::string(action->label.fr) + number};
    }
    return {code, code};
}

ActionAxis action_axis(const std::vector<Plan>& plans) {
    ActionAxis axis;
    for (const Plan& plan : plans) {
        std::vector<std::size_t>& positions = axis.position.emplace_back();
        for (const std::string& code : action_codes(plan.interventions)) {
            const auto found = std::find(axis.codes.begin(), axis.codes.end(), code);
            positions.push_back(static_cast<std::size_t>(found - axis.codes.begin()));
            if (found == axis.codes.end()) {
                axis.codes.push_back(code);
                axis.labels.push_back(label_of(code));
            }
        }
    }
    return axis;
}

void add_axis(Dataset& dataset, const std::string& name, const std::vector<std::string>& codes,
              const std::vector<Text>& labels) {
    const Label long_name = dimension_record(name).label;
    std::vector<std::string> english;
    std::vector<std::string> french;
    for (const Text& label : labels) {
        english.push_back(label.en);
        french.push_back(label.fr);
    }
    const Attribute en{"long_name", std::string(long_name.en)};
    const Attribute fr{"long_name_fr", std::string(long_name.fr)};
    dataset.dimensions.push_back({name, codes.size()});
    dataset.variables.push_back({name, {name}, codes, {en, fr}});
    dataset.variables.push_back({name + "_label_en", {name}, english, {en}});
    dataset.variables.push_back({name + "_label_fr", {name}, french, {fr}});
}

/// What a variable says of itself, beside its name and dimensions.
struct Description {
    std::string_view unit;
    Label comment;
    std::string_view formula, source;
};

void add_variable(Dataset& dataset, std::string name, std::vector<std::string> dimensions, std::vector<double> values,
                  const Description& is) {
    const Label long_name = variable_record(name).label;
    dataset.variables.push_back({std::move(name),
                                 std::move(dimensions),
                                 std::move(values),
                                 {{"units", std::string(is.unit)},
                                  {"long_name", std::string(long_name.en)},
                                  {"long_name_fr", std::string(long_name.fr)},
                                  {"comment", std::string(is.comment.en)},
                                  {"comment_fr", std::string(is.comment.fr)},
                                  {"kind", std::string("flow")},
                                  {"formula", std::string(is.formula)},
                                  {"source", std::string(is.source)}}});
}

/// Volumes of one action over the years of a replicate.
std::vector<Volume> years_of(const std::vector<Volume>& all, std::size_t action, std::size_t actions,
                             std::size_t years) {
    std::vector<Volume> volumes;
    for (std::size_t year = 0; year < years; ++year) {
        volumes.push_back(all[year * actions + action]);
    }
    return volumes;
}

/// Adds one replicate of one scenario to the sums over replicates, and gives its cost by year.
std::vector<double> add_replicate(const std::vector<Volume>& all, std::size_t scenario,
                                  const std::vector<FundedAction>& actions, const std::vector<std::size_t>& position,
                                  const Pack& pack, Costs& costs) {
    const std::size_t years = costs.by_action.years;
    const int first_year = pack.calendar.start.year();
    std::vector<std::vector<Expense>> expenses;
    for (std::size_t action = 0; action < position.size(); ++action) {
        const std::vector<Volume> volumes = years_of(all, action, position.size(), years);
        for (std::size_t year = 0; year < years; ++year) {
            for (std::size_t what = 0; what < volumes[year].size(); ++what) {
                costs.volumes.at(scenario, year, position[action] * volumes[year].size() + what) +=
                    double{volumes[year][what]};
            }
        }
        if (action < actions.size()) {  // what code adds has no unit costs
            expenses.push_back(expenses_of(actions[action], volumes, first_year, pack));
        }
    }
    std::vector<double> by_year(years, 0.0);
    for (const Payment& payment : share_out(actions, expenses, pack, Ceilings::respected)) {
        const auto year = static_cast<std::size_t>(payment.year - first_year);
        by_year[year] += payment.euros;
        costs.by_action.at(scenario, year, position[payment.action]) += payment.euros;
        if (payment.funder != no_index) {
            costs.by_funder.at(scenario, year, payment.funder) += payment.euros;
        }
    }
    return by_year;
}

Costs costs_of(const EnsembleResult& result, const std::vector<Plan>& plans, const std::vector<Scenario>& scenarios,
               const Pack& pack, const ActionAxis& axis, std::size_t years) {
    const std::size_t count = result.scenarios();
    Costs costs{{},
                Means(count, years, axis.codes.size()),
                Means(count, years, pack.funders.size()),
                Means(count, years, axis.codes.size() * volume_words.size())};
    for (std::size_t scenario = 0; scenario < count; ++scenario) {
        Problems checked_before;
        std::vector<Intervention> listed = plans[scenario].interventions;
        std::erase_if(listed, [](const Intervention& one) { return one.own; });
        const auto actions = funded_actions(scenarios[scenario], listed, pack, checked_before);
        for (std::uint32_t replicate = 0; replicate < result.replicates; ++replicate) {
            const auto by_year = add_replicate(result.kept.volumes(scenario, replicate), scenario, actions,
                                               axis.position[scenario], pack, costs);
            costs.by_replicate.insert(costs.by_replicate.end(), by_year.begin(), by_year.end());
        }
    }
    const auto replicates = static_cast<double>(result.replicates);
    for (Means* means : {&costs.by_action, &costs.by_funder, &costs.volumes}) {
        for (double& value : means->values) {
            value /= replicates;
        }
    }
    return costs;
}

void add_volumes(Dataset& dataset, const ActionAxis& axis, std::vector<double> volumes) {
    std::vector<std::string> codes;
    std::vector<Text> labels;
    for (const Word& word : volume_words) {
        codes.emplace_back(word.code);
        labels.push_back({std::string(word.label.en), std::string(word.label.fr)});
    }
    add_axis(dataset, "action", axis.codes, axis.labels);
    add_axis(dataset, "volume_of", codes, labels);
    add_variable(
        dataset, "volume", {"scenario", "year", "action", "volume_of"}, std::move(volumes),
        {"1",
         {"mean over replicates; windfall counts too", "moyenne sur les répliques\u00a0; l'aubaine compte aussi"},
         "sum over the months of the year",
         "counted in the simulation"});
}

}  // namespace

std::vector<std::string> action_codes(const std::vector<Intervention>& interventions) {
    std::map<std::string, int> seen;
    std::vector<std::string> codes;
    for (const Intervention& intervention : interventions) {
        const int number = ++seen[intervention.name];
        codes.push_back(number == 1 ? intervention.name : intervention.name + "." + std::to_string(number));
    }
    return codes;
}

void add_costs(Dataset& dataset, const EnsembleResult& result, const std::vector<Plan>& plans,
               const std::vector<Scenario>& scenarios, const Pack& pack) {
    const ActionAxis axis = action_axis(plans);
    if (axis.codes.empty() || result.replicates == 0) {
        return;
    }
    const std::size_t years = dataset.find_dimension("year")->size;
    Costs costs = costs_of(result, plans, scenarios, pack, axis, years);
    add_volumes(dataset, axis, std::move(costs.volumes.values));
    if (pack.action_costs.empty()) {
        return;
    }
    add_variable(dataset, "cost", {"scenario", "replicate", "year"}, std::move(costs.by_replicate),
                 {"EUR",
                  {"gross: benefits not paid and taxes that come back are not taken off",
                   "brut\u00a0: ni allocations évitées ni impôts en retour n'en sont retranchés"},
                  "sum over actions and lines of action_costs.csv of volume * share * unit cost",
                  cost_source});
    add_variable(dataset, "cost_by_action", {"scenario", "year", "action"}, std::move(costs.by_action.values),
                 {"EUR",
                  {"mean over replicates", "moyenne sur les répliques"},
                  "sum over lines of action_costs.csv of volume * share * unit cost",
                  cost_source});
    if (pack.funders.empty()) {
        return;
    }
    std::vector<std::string> codes;
    std::vector<Text> labels;
    for (const Funder& funder : pack.funders) {
        codes.push_back(funder.code);
        labels.push_back(funder.name);
    }
    add_axis(dataset, "funder", codes, labels);
    add_variable(
        dataset, "cost_by_funder", {"scenario", "year", "funder"}, std::move(costs.by_funder.values),
        {"EUR",
         {"mean over replicates; conventions pay in their months and up to their ceilings, own funds the rest",
          "moyenne sur les répliques\u00a0; les conventions paient dans leurs mois et jusqu'à leurs plafonds, les "
          "fonds propres le reste"},
         "month by month: rate of each convention in force * eligible cost; costs borne by a funder to it",
         "conventions.csv, funders.csv"});
}

}  // namespace releve

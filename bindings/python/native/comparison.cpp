#include "bindings/python/native/bind.hpp"
#include "bindings/python/native/texts.hpp"
#include "scenarios/report/comparable.hpp"
#include "scenarios/report/comparison/cost.hpp"
#include "scenarios/report/comparison/gains.hpp"
#include "scenarios/report/comparison/targets.hpp"
#include "scenarios/report/findings.hpp"

#include <array>
#include <pybind11/stl.h>

namespace releve::python {

namespace {

constexpr std::array<const char*, 3> better_names{"lower", "higher", ""};

struct Compared {
    const Dataset& results;
    std::vector<std::string> scenarios;
    double level;

    Compared(const Dataset& of, double at) : results(of), level(at) {
        report::refuse_alone(of, "comparison()");
        scenarios = report::codes_of(of, "scenario");
    }
    py::dict row(const report::Pair& pair) const {
        py::dict row;
        row["scenario"] = scenarios[pair.scenario];
        row["baseline"] = scenarios[pair.reference];
        return row;
    }
};

void add(py::dict& row, const std::string& name, const compare::Interval& interval, const std::string& prefix = "") {
    row[py::str(name)] = interval.mean;
    row[py::str(prefix + "low")] = interval.low;
    row[py::str(prefix + "high")] = interval.high;
}

py::dict change_row(const Compared& compared, const report::Change& change, const report::Measure& measure) {
    py::dict row = compared.row({change.scenario, change.reference});
    row["indicator"] = measure.variable;
    row["label"] = pair_of(measure.label);
    row["over"] = std::string(report::code_of(measure.over));
    row["year"] = change.year;
    row["before"] = compare::summary(report::values_of(compared.results, measure, change.reference, change.year)).mean;
    add(row, "change", change.paired.difference);
    row["better"] = better_names[static_cast<std::size_t>(measure.better)];
    row["probability_higher"] = change.paired.probability.mean;
    row["probability_better"] = measure.better == report::Better::neither
                                    ? py::object(py::none())
                                    : py::object(py::float_(report::better_of(change, measure.better).mean));
    row["p_value"] = change.paired.p_value;
    row["p_holm"] = change.adjusted_p;
    row["replicates"] = change.paired.count;
    return row;
}

/// The main indicators in the last year, or all of them at the milestones.
py::list changes(const Dataset& results, double level, bool all) {
    const Compared compared(results, level);
    const std::vector<int> years = report::years_of(results);
    const std::vector<report::Measure> measures =
        all ? report::all_measures(results) : report::comparison_measures(results, years.back());
    const std::vector<int> told = all ? report::milestone_years(years) : std::vector<int>{years.back()};
    py::list rows;
    for (const report::Change& change : report::changes_of(results, measures, told, level)) {
        if (change.scenario != change.reference) {
            rows.append(change_row(compared, change, measures[change.measure]));
        }
    }
    return rows;
}

py::list gains(const Dataset& results, double level, const std::string& by) {
    const Compared compared(results, level);
    py::list rows;
    for (const report::CellChange& cell : report::cell_changes(results, by, level)) {
        py::dict row = compared.row(cell.pair);
        row["by"] = std::string(cell.breakdown->by);
        row["indicator"] = std::string(cell.breakdown->variable);
        row["code"] = cell.codes;
        row["label"] = pair_of(cell.label);
        row["before"] = cell.before;
        add(row, "change", cell.change);
        row["better"] = better_names[cell.breakdown->lower_is_better ? 0 : 1];
        row["p_value"] = cell.p_value;
        row["p_holm"] = cell.adjusted_p;
        rows.append(row);
    }
    return rows;
}

py::list breakdowns() {
    py::list names;
    for (const report::Breakdown& breakdown : report::breakdowns()) {
        if (!names.contains(std::string(breakdown.by))) {
            names.append(std::string(breakdown.by));
        }
    }
    return names;
}

/// No rows if the file holds no costs.
py::list cost_effects(const Dataset& results, double level) {
    constexpr std::array<const char*, 3> shown{"gain", "harm", "no_effect"};
    const Compared compared(results, level);
    py::list rows;
    for (const report::Pair& pair : report::pairs_of(results)) {
        if (const auto found = report::cost_effect_of(results, pair, level)) {
            py::dict row = compared.row(pair);
            add(row, "cost", found->cost, "cost_");
            add(row, "avoided", found->effect, "avoided_");
            add(row, "cost_per_avoided", {found->ratio, found->low, found->high}, "cost_per_avoided_");
            row["shown"] = shown[static_cast<std::size_t>(found->shown)];
            rows.append(row);
        }
    }
    return rows;
}

py::list targets(const Dataset& results, double level) {
    const Compared compared(results, level);
    py::list rows;
    for (const report::Pair& pair : report::pairs_of(results)) {
        for (const report::Aim& aim : report::aims_of(results, pair.scenario)) {
            py::dict row = compared.row(pair);
            row["action"] = aim.action;
            row["indicator"] = aim.indicator;
            row["year"] = aim.year;
            row["target"] = aim.target;
            if (const auto found = report::reached_by(results, pair, aim, level)) {
                add(row, "change", found->change);
                add(row, "probability", found->probability, "probability_");
            }
            rows.append(row);
        }
    }
    return rows;
}

}  // namespace

void bind_comparison(py::module_& module) {
    module.def("changes", changes);
    module.def("gains", gains);
    module.def("breakdowns", breakdowns);
    module.def("cost_effects", cost_effects);
    module.def("targets", targets);
}

}  // namespace releve::python

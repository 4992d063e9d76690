#include "bindings/cli/json.hpp"

#include <cmath>

namespace releve {

namespace {

/// JSON has no infinity and no not-a-number.
Json finite(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

}  // namespace

std::string dump(const Json& document) { return document.dump(2, ' ', false, Json::error_handler_t::replace); }

Json json_of(const Text& text) { return {{"en", text.en}, {"fr", text.fr}}; }

Json json_of(const compare::Interval& interval) {
    return {{"mean", finite(interval.mean)}, {"low", finite(interval.low)}, {"high", finite(interval.high)}};
}

std::string json_error(const std::string& text) { return dump({{"ok", false}, {"error", text}}); }

std::string json_error(const InputError& error) {
    Json problems = Json::array();
    for (const Problem& problem : error.problems()) {
        problems.push_back({{"where", problem.where}, {"what", json_of(problem.what)}});
    }
    return dump({{"ok", false}, {"problems", problems}, {"not_shown", error.not_shown()}});
}

Json json_of_changes(const Dataset& results, const std::vector<report::Measure>& measures,
                     const std::vector<report::Change>& changes) {
    const std::vector<std::string> scenarios = report::codes_of(results, "scenario");
    Json list = Json::array();
    for (const report::Change& change : changes) {
        const report::Measure& measure = measures[change.measure];
        Json row{{"scenario", scenarios[change.scenario]},
                 {"baseline", scenarios[change.reference]},
                 {"indicator", measure.variable},
                 {"label", json_of(measure.label)},
                 {"over", report::code_of(measure.over)},
                 {"year", change.year},
                 {"pairs", change.paired.count},
                 {"change", json_of(change.paired.difference)},
                 {"probability_higher", json_of(change.paired.probability)},
                 {"p_value", finite(change.paired.p_value)},
                 {"p_holm", finite(change.adjusted_p)},
                 {"variance_reduction", finite(change.paired.variance_reduction)},
                 {"identical", change.paired.identical}};
        if (measure.better != report::Better::neither) {
            row["probability_better"] = json_of(report::better_of(change, measure.better));
        }
        list.push_back(std::move(row));
    }
    return list;
}

}  // namespace releve

#include "scenarios/report/comparison/targets.hpp"

#include "engine/base/month.hpp"
#include "engine/inputs/formats/toml.hpp"
#include "scenarios/actions/action.hpp"

#include <algorithm>

namespace releve::report {

namespace {

std::string text_in(const TomlValue& table, std::string_view key) {
    const TomlValue* value = table.find(key);
    return value == nullptr ? "" : value->text;
}

void add_aim(std::vector<Aim>& aims, const TomlValue& table, const std::vector<int>& years) {
    Aim aim{text_in(table, "type"), text_in(table, "indicator"), 0, years.back(), true};
    const Action* record = find_action(aim.action);
    const TomlValue* target = table.find("target");
    if (aim.indicator.empty() && record != nullptr) {
        aim.indicator = record->indicator;
    }
    // the aim of a record is for its own indicator
    const bool own = record != nullptr && aim.indicator == record->indicator;
    aim.target = target != nullptr ? target->number : own ? record->target : 0;
    if (const auto end = parse_month(text_in(table, "end"))) {
        aim.year = std::clamp(end->year(), years.front(), years.back());
    }
    if (const auto start = parse_month(text_in(table, "start"))) {
        aim.begun = start->year() <= years.back();
    }
    if (aim.target != 0 && !aim.indicator.empty()) {
        aims.push_back(std::move(aim));
    }
}

void add_list(std::vector<Aim>& aims, const TomlValue* list, const std::vector<int>& years) {
    if (list != nullptr && list->kind == TomlKind::array) {
        for (const TomlValue& table : list->items) {
            add_aim(aims, table, years);
        }
    }
}

}  // namespace

std::vector<Aim> aims_of(const Dataset& results, std::size_t scenario) {
    const Attribute* attribute = find_attribute(results.attributes, "scenarios");
    const auto* resolved = attribute == nullptr ? nullptr : std::get_if<std::vector<std::string>>(&attribute->value);
    std::vector<Aim> aims;
    if (resolved == nullptr || scenario >= resolved->size()) {
        return aims;
    }
    Problems ignored;
    const auto document = parse_toml((*resolved)[scenario], "scenarios", ignored);
    if (!document) {
        return aims;
    }
    const std::vector<int> years = years_of(results);
    add_list(aims, document->find("action"), years);
    if (const TomlValue* plan = document->find("plan")) {
        for (const char* term : {"short", "medium", "long"}) {
            add_list(aims, plan->find(term), years);
        }
    }
    return aims;
}

std::optional<compare::TargetReached> reached_by(const Dataset& results, const Pair& pair, const Aim& aim,
                                                 double level) {
    const std::vector<Measure> measures = all_measures(results);
    const auto found = std::find_if(measures.begin(), measures.end(), [&](const Measure& measure) {
        return measure.variable == aim.indicator || measure.variable == aim.indicator + "_total";
    });
    if (found == measures.end()) {
        return std::nullopt;
    }
    Measure measure = *found;
    measure.over =
        measure.over == Over::in_year || measure.variable == "unfilled_posts" ? Over::since_start : measure.over;
    const std::vector<double> reference = values_of(results, measure, pair.reference, aim.year);
    if (reference.empty()) {
        return std::nullopt;
    }
    return compare::probability_of_target(reference, values_of(results, measure, pair.scenario, aim.year), aim.target,
                                          level);
}

}  // namespace releve::report

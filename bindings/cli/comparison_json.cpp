#include "bindings/cli/comparison_json.hpp"

#include "scenarios/report/comparison/committee_values.hpp"
#include "scenarios/report/comparison/cost.hpp"
#include "scenarios/report/comparison/decomposition.hpp"
#include "scenarios/report/comparison/gains.hpp"
#include "scenarios/report/comparison/targets.hpp"

#include <array>
#include <cmath>

namespace releve {

namespace {

Json finite(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

Json pair_json(const std::vector<std::string>& scenarios, const report::Pair& pair) {
    return {{"scenario", scenarios[pair.scenario]}, {"baseline", scenarios[pair.reference]}};
}

Json cells_json(const Dataset& results, const report::ComparisonAsked& asked) {
    const std::vector<std::string> scenarios = report::codes_of(results, "scenario");
    const int year = report::years_of(results).back();
    Json list = Json::array();
    for (const report::CellChange& cell : report::cell_changes(results, asked.by, asked.level)) {
        Json row = pair_json(scenarios, cell.pair);
        row["by"] = cell.breakdown->by;
        row["indicator"] = cell.breakdown->variable;
        row["codes"] = cell.codes;
        row["label"] = json_of(cell.label);
        row["year"] = year;
        row["reference"] = finite(cell.before);
        row["change"] = json_of(cell.change);
        row["better"] = cell.breakdown->lower_is_better ? "lower" : "higher";
        row["p_value"] = finite(cell.p_value);
        row["p_holm"] = finite(cell.adjusted_p);
        list.push_back(std::move(row));
    }
    return list;
}

/// Null if the file holds no costs.
Json costs_json(const Dataset& results, double level) {
    constexpr std::array<std::string_view, 3> shown{"gain", "harm", "no_effect"};
    const std::vector<std::string> scenarios = report::codes_of(results, "scenario");
    Json list = Json::array();
    for (const report::Pair& pair : report::pairs_of(results)) {
        const auto found = report::cost_effect_of(results, pair, level);
        if (!found) {
            return nullptr;
        }
        Json row = pair_json(scenarios, pair);
        row["cost"] = json_of(found->cost);
        row["post_months_avoided"] = json_of(found->effect);
        row["cost_per_post_month_avoided"] = json_of(compare::Interval{found->ratio, found->low, found->high});
        row["shown"] = shown[static_cast<std::size_t>(found->shown)];
        list.push_back(std::move(row));
    }
    return list;
}

Json targets_json(const Dataset& results, double level) {
    const std::vector<std::string> scenarios = report::codes_of(results, "scenario");
    Json list = Json::array();
    for (const report::Pair& pair : report::pairs_of(results)) {
        for (const report::Aim& aim : report::aims_of(results, pair.scenario)) {
            Json row = pair_json(scenarios, pair);
            row["action"] = aim.action;
            row["indicator"] = aim.indicator;
            row["target"] = finite(aim.target);
            row["year"] = aim.year;
            const auto found = report::reached_by(results, pair, aim, level);
            row["relative_change"] = found ? json_of(found->change) : Json(nullptr);
            row["probability_reached"] = found ? json_of(found->probability) : Json(nullptr);
            list.push_back(std::move(row));
        }
    }
    return list;
}

Json blocks_json(const compare::Blocks& blocks) {
    Json row;
    for (const report::Block& block : report::opening_blocks) {
        row[std::string(block.code)] = finite(blocks.*block.value);
    }
    return row;
}

Json span_json(const Dataset& results, std::size_t scenario, std::size_t reference, report::Span span, double level) {
    const std::vector<compare::Blocks> blocks = report::territory_blocks(results, scenario, span);
    const std::vector<compare::Blocks> base = report::territory_blocks(results, reference, span);
    Json territory;
    for (const report::Block& block : report::opening_blocks) {
        const double scale = block.is_share ? 0.01 : 1;
        const auto scaled = [&](compare::Interval one) {
            return json_of(compare::Interval{one.mean * scale, one.low * scale, one.high * scale});
        };
        const std::vector<double> values = report::values_of(blocks, block);
        Json row{{"value", scaled(compare::mean_interval(values, level))}};
        if (scenario != reference) {
            row["change"] =
                scaled(compare::paired_difference(report::values_of(base, block), values, level).difference);
        }
        territory[std::string(block.code)] = std::move(row);
    }
    return {{"from", span.from}, {"to", span.to}, {"territory", std::move(territory)}};
}

/// Per year; `imbalance` is a share of the people in post at the start. Empty if the file lacks what it takes.
Json decomposition_json(const Dataset& results, double level) {
    const std::vector<std::string> scenarios = report::codes_of(results, "scenario");
    const std::vector<std::size_t> references = report::references_in(results);
    const std::vector<report::Span> spans = report::spans_of(results);
    Json list = Json::array();
    for (std::size_t scenario = 0; scenario < scenarios.size(); ++scenario) {
        for (const report::Span span : spans) {
            if (report::territory_blocks(results, scenario, span).empty()) {
                continue;
            }
            Json row{{"scenario", scenarios[scenario]}};
            row.update(span_json(results, scenario, references[scenario], span, level));
            Json occupations;
            const std::vector<compare::Blocks> by_occupation = report::occupation_blocks(results, scenario, span);
            for (std::size_t i = 0; i < by_occupation.size(); ++i) {
                occupations[report::codes_of(results, "occupation")[i]] = blocks_json(by_occupation[i]);
            }
            row["occupations"] = std::move(occupations);
            list.push_back(std::move(row));
        }
    }
    return list;
}

Json numbers_by(const std::vector<std::string>& names, const std::vector<double>& values) {
    Json row;
    for (std::size_t i = 0; i < names.size(); ++i) {
        row[names[i]] = finite(values[i]);
    }
    return row;
}

Json ranking_json(const std::vector<std::string>& plans, const compare::Ranking& ranking) {
    return {{"counted", ranking.counted},
            {"scores", numbers_by(plans, ranking.scores)},
            {"ranks", numbers_by(plans, ranking.ranks)}};
}

Json judgement_json(const std::vector<std::string>& plans, const compare::Judgement& judgement,
                    const compare::Committee& committee) {
    Json weights;
    Json scores;
    for (std::size_t k = 0; k < compare::criteria.size(); ++k) {
        const std::string code(compare::criteria[k].code);
        weights[code] = judgement.used[k] ? finite(judgement.weights[k]) : Json(nullptr);
        scores[code] = judgement.used[k] ? numbers_by(plans, judgement.scores[k]) : Json(nullptr);
    }
    Json members = Json::array();
    for (std::size_t m = 0; m < committee.members.size(); ++m) {
        Json row{{"name", json_of(committee.members[m].name)}};
        row.update(ranking_json(plans, judgement.by_member[m]));
        members.push_back(std::move(row));
    }
    Json chance;
    for (std::size_t i = 0; i < plans.size(); ++i) {
        chance[plans[i]] = json_of(judgement.first_by_chance[i]);
    }
    Json tipping = nullptr;
    if (judgement.tipping) {
        tipping = {{"criterion", compare::criteria[judgement.tipping->criterion].code},
                   {"from", judgement.tipping->from},
                   {"to", judgement.tipping->to},
                   {"first", plans[judgement.tipping->winner]}};
    }
    return {{"plans", plans},
            {"weights", std::move(weights)},
            {"scores", std::move(scores)},
            {"members", std::move(members)},
            {"overall", ranking_json(plans, judgement.overall)},
            {"mean_ranks", numbers_by(plans, judgement.mean_ranks)},
            {"borda", numbers_by(plans, judgement.borda)},
            {"first_by_chance", std::move(chance)},
            {"first_by_weights", numbers_by(plans, judgement.first_by_weights)},
            {"tipping", std::move(tipping)}};
}

/// One for each future.
Json committee_json(const Dataset& results, const report::ComparisonAsked& asked) {
    const std::vector<std::string> scenarios = report::codes_of(results, "scenario");
    Json list = Json::array();
    for (const report::Group& group : report::groups_of(results)) {
        if (group.size() > 1) {
            std::vector<std::string> plans;
            for (const std::size_t scenario : group) {
                plans.push_back(scenarios[scenario]);
            }
            list.push_back(judgement_json(
                plans, compare::judge(report::criterion_values(results, group), *asked.committee, asked.level),
                *asked.committee));
        }
    }
    return list;
}

/// By scenario what each action costs and each funder pays, year by year [EUR].
Json payments_json(const Dataset& results) {
    const std::vector<std::string> scenarios = report::codes_of(results, "scenario");
    Json list = Json::array();
    for (std::size_t scenario = 0; scenario < scenarios.size(); ++scenario) {
        Json row{{"scenario", scenarios[scenario]}};
        for (const char* dimension : {"action", "funder"}) {
            Json items = Json::object();
            const report::CostTable costs = report::costs_by(results, dimension, scenario);
            for (std::size_t item = 0; item < costs.by_year.size(); ++item) {
                items[report::codes_of(results, dimension)[item]] = costs.by_year[item];
            }
            row[std::string("by_") + dimension] = std::move(items);
        }
        list.push_back(std::move(row));
    }
    return list;
}

}  // namespace

Json json_of_comparison(const Dataset& results, const report::ComparisonAsked& asked) {
    const std::vector<report::Measure> all = report::all_measures(results);
    const std::vector<int> years = report::milestone_years(report::years_of(results));
    const std::vector<report::Measure> main = report::comparison_measures(results, years.back());
    Json document{{"ok", true}, {"level", asked.level}};
    document["replicates"] = results.find_dimension("replicate")->size;
    document["shortage_variance_reduction"] = finite(report::shortage_variance_reduction(results, asked.level));
    document["changes"] = json_of_changes(results, all, report::changes_of(results, all, years, asked.level));
    document["main_changes"] =
        json_of_changes(results, main, report::changes_of(results, main, {years.back()}, asked.level));
    document["cells"] = cells_json(results, asked);
    document["cost_effectiveness"] = costs_json(results, asked.level);
    document["years"] = report::years_of(results);
    document["costs_by_year"] = payments_json(results);
    document["targets"] = targets_json(results, asked.level);
    document["decomposition"] = decomposition_json(results, asked.level);
    if (asked.committee != nullptr) {
        document["committee"] = committee_json(results, asked);
    }
    return document;
}

}  // namespace releve

#include "scenarios/report/comparison/gains.hpp"

#include <array>

namespace releve::report {

namespace {

constexpr std::array<Breakdown, 8> all_breakdowns{{
    {"zone", "unfilled_posts_by_zone", {"unfilled posts", "postes non pourvus"}, true},
    {"size", "unfilled_posts_by_size", {"unfilled posts", "postes non pourvus"}, true},
    {"sector", "unfilled_posts_by_sector", {"unfilled posts", "postes non pourvus"}, true},
    {"occupation", "unfilled_posts_by_occupation", {"unfilled posts", "postes non pourvus"}, true},
    {"sex", "working_residents_by_sex", {"in work", "en emploi"}, false},
    {"sex", "unemployed_by_sex", {"unemployed", "au chômage"}, true},
    {"age", "working_residents_by_age", {"in work", "en emploi"}, false},
    {"age", "unemployed_by_age", {"unemployed", "au chômage"}, true},
}};

/// The cells of a variable in the order in which it keeps them: the last axis fastest.
struct Cells {
    std::vector<std::vector<std::string>> codes;
    std::vector<Text> labels;
};

Cells cells_of(const Dataset& results, const Variable& variable) {
    Cells cells{{{}}, {{"", ""}}};
    for (std::size_t axis = 2; axis < variable.dimensions.size(); ++axis) {
        const std::vector<std::string> codes = codes_of(results, variable.dimensions[axis]);
        const std::vector<Text> labels = labels_of(results, variable.dimensions[axis]);
        Cells longer;
        for (std::size_t before = 0; before < cells.codes.size(); ++before) {
            for (std::size_t i = 0; i < codes.size(); ++i) {
                longer.codes.push_back(cells.codes[before]);
                longer.codes.back().push_back(codes[i]);
                const std::string gap = axis > 2 ? ", " : "";
                longer.labels.push_back(
                    {cells.labels[before].en + gap + labels[i].en, cells.labels[before].fr + gap + labels[i].fr});
            }
        }
        cells = std::move(longer);
    }
    return cells;
}

const std::vector<float>* floats_of(const Dataset& results, const std::string& name) {
    const Variable* variable = results.find(name);
    return variable == nullptr ? nullptr : std::get_if<std::vector<float>>(&variable->data);
}

void add_cells(std::vector<CellChange>& all, const Dataset& results, const Breakdown& breakdown, const Pair& pair,
               double level) {
    const std::string name(breakdown.variable);
    const std::vector<float>* means = floats_of(results, name);
    const std::vector<float>* deviations = floats_of(results, name + "_diff_sd");
    if (means == nullptr || deviations == nullptr) {
        return;
    }
    const Cells cells = cells_of(results, results.at(name));
    const std::size_t years = years_of(results).size();
    const std::size_t replicates = results.find_dimension("replicate")->size;
    for (std::size_t cell = 0; cell < cells.codes.size(); ++cell) {
        const auto at = [&](std::size_t scenario) {
            return (scenario * years + years - 1) * cells.codes.size() + cell;
        };
        const double before = double{(*means)[at(pair.reference)]};
        const double difference = double{(*means)[at(pair.scenario)]} - before;
        const compare::MeanTest test =
            compare::mean_test(difference, double{(*deviations)[at(pair.scenario)]}, replicates, level);
        all.push_back(
            {pair, &breakdown, cells.codes[cell], cells.labels[cell], before, test.interval, test.p_value, 0});
    }
}

}  // namespace

std::span<const Breakdown> breakdowns() { return all_breakdowns; }

std::vector<CellChange> cell_changes(const Dataset& results, std::string_view by, double level) {
    std::vector<CellChange> cells;
    for (const Pair& pair : pairs_of(results)) {
        for (const Breakdown& breakdown : all_breakdowns) {
            if (by.empty() || breakdown.by == by) {
                add_cells(cells, results, breakdown, pair, level);
            }
        }
    }
    std::vector<double> p_values;
    for (const CellChange& cell : cells) {
        p_values.push_back(cell.p_value);
    }
    const std::vector<double> adjusted = compare::holm_adjusted(p_values);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        cells[i].adjusted_p = adjusted[i];
    }
    return cells;
}

Verdicts verdicts_of(const std::vector<CellChange>& cells, std::size_t scenario, double level) {
    Verdicts verdicts;
    for (const CellChange& cell : cells) {
        if (cell.pair.scenario == scenario) {
            const bool shown = cell.adjusted_p < 1 - level;
            verdicts.cells += 1;
            verdicts.gains += shown && cell.gain() > 0 ? 1 : 0;
            verdicts.losses += shown && cell.gain() < 0 ? 1 : 0;
        }
    }
    return verdicts;
}

}  // namespace releve::report

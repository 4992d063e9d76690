#include "bindings/cli/block_json.hpp"

#include "scenarios/report/typography.hpp"

#include <cmath>

namespace releve {

namespace {

Json typeset(const Text& text) { return json_of(Text{text.en, report::with_french_spaces(text.fr)}); }

Json finite(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

Json json_of(const report::BlockCell& cell) {
    if (const auto* text = std::get_if<Text>(&cell)) {
        return typeset(*text);
    }
    if (const auto* value = std::get_if<double>(&cell)) {
        return finite(*value);
    }
    if (const auto* range = std::get_if<report::Range>(&cell)) {
        return {{"mean", finite(range->mean)}, {"low", finite(range->low)}, {"high", finite(range->high)}};
    }
    return std::holds_alternative<report::Hidden>(cell) ? Json(report::hidden_mark) : Json(nullptr);
}

Json texts_of(const std::vector<Text>& before, const std::vector<Text>& after) {
    Json all = Json::array();
    for (const std::vector<Text>* some : {&before, &after}) {
        for (const Text& text : *some) {
            all.push_back(typeset(text));
        }
    }
    return all;
}

}  // namespace

Json json_of(const std::vector<report::Block>& blocks) {
    Json all = Json::object();
    for (const report::Block& block : blocks) {
        Json rows = Json::array();
        for (const auto& cells : block.rows) {
            Json row = Json::object();
            for (std::size_t c = 0; c < cells.size(); ++c) {
                row[std::string(block.columns[c].key)] = json_of(cells[c]);
            }
            rows.push_back(std::move(row));
        }
        all[std::string(block.key)] = {{"title", json_of(block.title)},
                                       {"text", texts_of(block.before, block.after)},
                                       {"confidential", block.confidential},
                                       {"rows", std::move(rows)}};
    }
    return all;
}

}  // namespace releve

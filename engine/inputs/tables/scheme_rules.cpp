#include "engine/inputs/tables/periods.hpp"

#include <algorithm>
#include <map>

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    {.name = "scheme",
     .type = ColumnType::code,
     .refers_to = "schemes",
     .meaning = {"legal scheme", "dispositif légal"}},
    {.name = "setting", .meaning = {"setting of the action", "réglage de l'action"}},
    {.name = "rule", .type = ColumnType::word, .words = rule_words, .meaning = {"rule", "règle"}},
    {.name = "value",
     .type = ColumnType::number,
     .meaning = {"value; durations in months", "valeur\u00a0; durées en mois"}},
    {.name = "source", .required = false, .blank = true, .meaning = {"source", "source"}},
};
constexpr std::string_view key[] = {"scheme", "setting", "rule"};

/// Rows of the rules of one setting, by rule.
using RulesOfSetting = std::map<RuleKind, std::size_t>;

void check_order(const TableRows& rows, const RulesOfSetting& rules, RuleKind low, RuleKind high, Problems& problems) {
    const auto below = rules.find(low);
    const auto above = rules.find(high);
    if (below == rules.end() || above == rules.end() ||
        rows.number(below->second, "value") <= rows.number(above->second, "value")) {
        return;
    }
    const std::size_t row = std::max(below->second, above->second);
    const std::size_t other = std::min(below->second, above->second);
    problems.add(
        rows.where(row, "value"),
        fill({"{} of {} is {}, but {} is {} on line {} (no value can follow both) correct one of them",
              "{} de {} vaut {}, mais {} vaut {} à la ligne {} (aucune valeur ne suit les deux) corrigez l'une "
              "d'elles"},
             {rows.text(row, "rule"), shown(rows.text(row, "setting")), rows.text(row, "value"),
              rows.text(other, "rule"), rows.text(other, "value"), std::to_string(rows.line(other))}));
}

void check(const TableRows& rows, Problems& problems) {
    std::map<std::pair<std::uint32_t, std::string>, RulesOfSetting> all;
    for (std::size_t row = 0; row < rows.count(); ++row) {
        all[{rows.code(row, "scheme"), rows.text(row, "setting")}].emplace(
            static_cast<RuleKind>(rows.word(row, "rule")), row);
    }
    for (const auto& [setting, rules] : all) {
        check_order(rows, rules, RuleKind::least, RuleKind::most, problems);
        check_order(rows, rules, RuleKind::least, RuleKind::default_value, problems);
        check_order(rows, rules, RuleKind::default_value, RuleKind::most, problems);
    }
}

void load(const TableRows& rows, Pack& pack, Problems&) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        pack.scheme_rules.push_back({.scheme = rows.code(row, "scheme"),
                                     .setting = rows.text(row, "setting"),
                                     .rule = static_cast<RuleKind>(rows.word(row, "rule")),
                                     .value = rows.number(row, "value"),
                                     .source = rows.text(row, "source"),
                                     .where = line_of(rows, row)});
    }
}

}  // namespace

constinit const Table scheme_rules = {
    .name = "scheme_rules",
    .meaning = {"what a legal scheme asks of the settings of its action",
                "ce qu'un dispositif légal demande aux réglages de son action"},
    .columns = columns,
    .key = key,
    .needed_by = "actions that name a scheme",
    .check = check,
    .load = load,
};

}  // namespace releve::tables

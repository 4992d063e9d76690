#include "engine/inputs/tables/columns.hpp"

namespace releve::tables {

namespace {

constexpr TableColumn number(std::string_view name, std::string_view unit, Label meaning) {
    return {.name = name, .type = ColumnType::number, .unit = unit, .least = 0, .most = 1e9, .meaning = meaning};
}
constexpr TableColumn columns[] = {
    occupation_column,
    number("employed", "person", {"people in post at the start", "personnes en poste au départ"}),
    number("unemployed", "person", {"people looking for a post at the start", "personnes en recherche au départ"}),
    number("vacancies", "post", {"vacant posts at the start", "postes vacants au départ"}),
    number("target", "post",
           {"posts that employers want at the start, filled or not",
            "postes voulus par les employeurs au départ, occupés ou non"}),
};
constexpr std::string_view key[] = {"occupation"};

void load(const TableRows& rows, Pack& pack, Problems&) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        pack.market.push_back({.occupation = rows.code(row, "occupation"),
                               .employed = rows.number(row, "employed"),
                               .unemployed = rows.number(row, "unemployed"),
                               .vacancies = rows.number(row, "vacancies"),
                               .target = rows.number(row, "target")});
    }
}

}  // namespace

constinit const Table occupation_market = {
    .name = "occupation_market",
    .meaning = {"labour market by occupation, for a pack without establishments",
                "marché du travail par métier, pour un territoire sans établissements"},
    .columns = columns,
    .key = key,
    .any_step = true,
    .needed_by = "synthesis, openings",
    .covers = "occupation",
    .load = load,
};

}  // namespace releve::tables

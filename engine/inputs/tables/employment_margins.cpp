#include "engine/inputs/table_rows.hpp"

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    {.name = "occupation",
     .type = ColumnType::code,
     .blank = true,
     .refers_to = "occupations",
     .meaning = {"occupation; blank for all", "métier\u00a0; vide pour tous"}},
    {.name = "age_band",
     .type = ColumnType::age_band,
     .unit = "year",
     .blank = true,
     .meaning = {"first and last age, included; blank for all",
                 "premier et dernier âge, inclus\u00a0; vide pour tous"}},
    {.name = "sex",
     .type = ColumnType::word,
     .blank = true,
     .words = sex_words,
     .meaning = {"sex; blank for all", "sexe\u00a0; vide pour tous"}},
    {.name = "persons",
     .type = ColumnType::number,
     .unit = "person",
     .least = 0,
     .meaning = {"number of persons", "nombre de personnes"}},
};
constexpr std::string_view key[] = {"occupation", "age_band", "sex"};

/// Bands that the population margins do not have are added behind theirs.
std::int32_t band_position(Pack& pack, const TableRows& rows, std::size_t row) {
    if (rows.blank(row, "age_band")) {
        return -1;
    }
    const AgeBand band = rows.age_band(row, "age_band");
    std::size_t at = 0;
    while (at < pack.age_bands.size() && (pack.age_bands[at].from != band.from || pack.age_bands[at].to != band.to)) {
        ++at;
    }
    if (at == pack.age_bands.size()) {
        pack.age_bands.push_back(band);
    }
    return static_cast<std::int32_t>(at);
}

void load(const TableRows& rows, Pack& pack, Problems&) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        pack.employment_margins.push_back({.occupation = rows.position_or_all(row, "occupation"),
                                           .age_band = band_position(pack, rows, row),
                                           .sex = rows.position_or_all(row, "sex"),
                                           .persons = rows.number(row, "persons")});
    }
}

}  // namespace

constinit const Table employment_margins = {
    .name = "employment_margins",
    .meaning = {"people in post by occupation, age and sex; a blank axis is summed over",
                "personnes en poste par métier, âge et sexe\u00a0; un axe vide est sommé"},
    .columns = columns,
    .key = key,
    .needed_with = "establishments",
    .needed_by = "synthesis",
    .load = load,
};

}  // namespace releve::tables

#include "engine/base/fill.hpp"
#include "engine/inputs/tables/columns.hpp"

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    {.name = "year",
     .type = ColumnType::integer,
     .unit = "year",
     .least = 1900,
     .most = 2200,
     .meaning = {"year in which they turn 15", "année de leurs 15 ans"}},
    sex_column,
    {.name = "persons",
     .type = ColumnType::number,
     .unit = "person",
     .least = 0,
     .meaning = {"number of persons", "nombre de personnes"}},
};
constexpr std::string_view key[] = {"year", "sex"};

void refuse_gaps(const TableRows& rows, const std::vector<std::array<bool, 2>>& seen, int start, Problems& problems) {
    for (std::size_t year = 0; year < seen.size(); ++year) {
        for (std::size_t sex = 0; sex < sex_words.size(); ++sex) {
            if (!seen[year][sex]) {
                problems.add(rows.file() + " year",
                             fill({"no line for {}, {} (every year since the start of the pack, without a gap) add it",
                                   "aucune ligne pour {}, {} (toutes les années depuis le début du territoire, sans "
                                   "trou) ajoutez-la"},
                                  {std::to_string(start + static_cast<int>(year)), sex_words[sex].label}));
            }
        }
    }
}

void load(const TableRows& rows, Pack& pack, Problems& problems) {
    if (pack.calendar.start == Month{}) {
        return;  // territory.toml has a problem of its own
    }
    const int start = pack.calendar.start.year();
    std::vector<std::array<bool, 2>> seen(1);
    for (std::size_t row = 0; row < rows.count(); ++row) {
        if (rows.integer(row, "year") < start) {
            continue;  // before the run: of no use
        }
        const auto year = static_cast<std::size_t>(rows.integer(row, "year") - start);
        const std::size_t sex = rows.word(row, "sex");
        seen.resize(std::max(seen.size(), year + 1));
        pack.school_cohorts.resize(seen.size());
        seen[year][sex] = true;
        pack.school_cohorts[year][sex] = rows.number(row, "persons");
    }
    refuse_gaps(rows, seen, start, problems);
}

}  // namespace

constinit const Table school_cohorts = {
    .name = "school_cohorts",
    .meaning = {"young people who turn 15 each year", "jeunes qui atteignent 15 ans chaque année"},
    .columns = columns,
    .key = key,
    .needed_with = "population_margins",
    .needed_by = "entry_from_school",
    .load = load,
};

}  // namespace releve::tables

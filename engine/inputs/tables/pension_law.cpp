#include "engine/base/fill.hpp"
#include "engine/inputs/table_rows.hpp"

#include <map>

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    {.name = "law", .type = ColumnType::code, .meaning = {"name of the law", "nom de la loi"}},
    {.name = "born_from",
     .type = ColumnType::date,
     .meaning = {"first birth date concerned", "première date de naissance concernée"}},
    {.name = "opening_age_months",
     .type = ColumnType::integer,
     .unit = "month",
     .least = 0,
     .most = 1200,
     .meaning = {"age at which the pension opens", "âge d'ouverture des droits"}},
    {.name = "full_rate_age_months",
     .type = ColumnType::integer,
     .unit = "month",
     .least = 0,
     .most = 1200,
     .meaning = {"age of the automatic full rate", "âge du taux plein automatique"}},
    {.name = "quarters",
     .type = ColumnType::integer,
     .unit = "quarter",
     .least = 0,
     .most = 250,
     .meaning = {"quarters for the full rate", "trimestres pour le taux plein"}},
    {.name = "decote_per_quarter",
     .type = ColumnType::share,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"reduction per missing quarter", "décote par trimestre manquant"}},
};
constexpr std::string_view key[] = {"law", "born_from"};

/// Cohorts of a law increase, and the full rate does not come before the opening.
void check(const TableRows& rows, Problems& problems) {
    std::map<std::string, double> last;
    for (std::size_t row = 0; row < rows.count(); ++row) {
        const double born = rows.number(row, "born_from");
        const auto [before, first] = last.emplace(rows.text(row, "law"), born);
        if (!first && born <= before->second) {
            problems.add(rows.where(row, "born_from"),
                         fill({"{} is not after the line before (cohorts of law {} must increase) sort the lines",
                               "{} ne vient pas après la ligne précédente (les générations de la loi {} vont en "
                               "croissant) triez les lignes"},
                              {rows.text(row, "born_from"), shown(rows.text(row, "law"))}));
        }
        before->second = born;
        if (rows.integer(row, "full_rate_age_months") < rows.integer(row, "opening_age_months")) {
            problems.add(
                rows.where(row, "full_rate_age_months"),
                fill({"{} is below opening_age_months {} (the full rate comes at or after the opening) correct it",
                      "{} est inférieur à opening_age_months {} (le taux plein vient à l'ouverture ou après) "
                      "corrigez"},
                     {rows.text(row, "full_rate_age_months"), rows.text(row, "opening_age_months")}));
        }
    }
}

PensionLaw& law_named(Pack& pack, const std::string& name) {
    for (PensionLaw& law : pack.pension_laws) {
        if (law.name == name) {
            return law;
        }
    }
    pack.pension_laws.push_back({name, {}, {}});
    return pack.pension_laws.back();
}

void load(const TableRows& rows, Pack& pack, Problems&) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        law_named(pack, rows.text(row, "law"))
            .cohorts.push_back({.born_from = rows.integer(row, "born_from"),
                                .opening_age_months = rows.integer(row, "opening_age_months"),
                                .full_rate_age_months = rows.integer(row, "full_rate_age_months"),
                                .quarters = rows.integer(row, "quarters"),
                                .decote_per_quarter = rows.number(row, "decote_per_quarter")});
    }
}

}  // namespace

constinit const Table pension_law = {
    .name = "pension_law",
    .meaning = {"retirement laws, by birth cohort", "lois de retraite, par génération"},
    .columns = columns,
    .key = key,
    .needed_with = "population_margins",
    .needed_by = "retirement",
    .check = check,
    .load = load,
};

}  // namespace releve::tables

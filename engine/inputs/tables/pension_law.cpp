#include "engine/base/fill.hpp"
#include "engine/inputs/tables/columns.hpp"

#include <map>

namespace releve::tables {

namespace {

constexpr double youngest_opening = 660;  // [months] 55 years: the process retirement looks at nobody younger
constexpr Month oldest_born = Month::of(1920, 1);

constexpr TableColumn columns[] = {
    {.name = "law", .type = ColumnType::code, .meaning = {"name of the law", "nom de la loi"}},
    {.name = "born_from",
     .type = ColumnType::date,
     .meaning = {"first birth date concerned", "première date de naissance concernée"}},
    {.name = "opening_age_months",
     .type = ColumnType::integer,
     .unit = "month",
     .least = youngest_opening,
     .most = 900,
     .meaning = {"age at which the pension opens", "âge d'ouverture des droits"}},
    {.name = "full_rate_age_months",
     .type = ColumnType::integer,
     .unit = "month",
     .least = youngest_opening,
     .most = 960,
     .meaning = {"age of the automatic full rate", "âge du taux plein automatique"}},
    {.name = "quarters",
     .type = ColumnType::integer,
     .unit = "quarter",
     .least = 1,
     .most = 200,
     .meaning = {"quarters for the full rate", "trimestres pour le taux plein"}},
    share_column("decote_per_quarter", {"reduction per missing quarter", "décote par trimestre manquant"}),
    {.name = "effective",
     .type = ColumnType::month,
     .meaning = {"month of the first pensions the law rules", "mois des premières pensions régies par la loi"}},
};
constexpr std::string_view key[] = {"law", "born_from"};

/// Where a law begins, for people and for pensions.
struct FirstLine {
    std::size_t row = 0;
    double last_born = 0;  ///< of the lines read so far
};

/// A cohort holds up to the next: only the first can leave people out.
void check_first_cohort(const TableRows& rows, std::size_t row, Problems& problems) {
    if (rows.integer(row, "born_from") > oldest_born.count) {
        problems.add(
            rows.where(row, "born_from"),
            fill({"law {} says nothing of those born before {} (its first cohort starts by {}-01) add their "
                  "line",
                  "la loi {} ne dit rien de ceux nés avant {} (sa première génération commence au plus tard "
                  "en {}-01) ajoutez leur ligne"},
                 {shown(rows.text(row, "law")), rows.text(row, "born_from"), std::to_string(oldest_born.year())}));
    }
}

void check_cohort_order(const TableRows& rows, std::size_t row, FirstLine& law, Problems& problems) {
    const double born = rows.number(row, "born_from");
    if (row != law.row && born <= law.last_born) {
        problems.add(rows.where(row, "born_from"),
                     fill({"{} is not after the line before (cohorts of law {} must increase) sort the lines",
                           "{} ne vient pas après la ligne précédente (les générations de la loi {} vont en "
                           "croissant) triez les lignes"},
                          {rows.text(row, "born_from"), shown(rows.text(row, "law"))}));
    }
    law.last_born = born;
}

void check_effective(const TableRows& rows, std::size_t row, const FirstLine& law, Problems& problems) {
    if (rows.integer(row, "effective") != rows.integer(law.row, "effective")) {
        problems.add(
            rows.where(row, "effective"),
            fill({"{} differs from {} on line {} (a law takes effect in one month) make them agree",
                  "{} diffère de {} à la ligne {} (une loi prend effet un seul mois) accordez-les"},
                 {rows.text(row, "effective"), rows.text(law.row, "effective"), std::to_string(rows.line(law.row))}));
    }
}

void check_ages(const TableRows& rows, std::size_t row, Problems& problems) {
    if (rows.integer(row, "full_rate_age_months") < rows.integer(row, "opening_age_months")) {
        problems.add(rows.where(row, "full_rate_age_months"),
                     fill({"{} is below opening_age_months {} (the full rate comes at or after the opening) correct it",
                           "{} est inférieur à opening_age_months {} (le taux plein vient à l'ouverture ou après) "
                           "corrigez"},
                          {rows.text(row, "full_rate_age_months"), rows.text(row, "opening_age_months")}));
    }
}

void check(const TableRows& rows, Problems& problems) {
    std::map<std::string, FirstLine> laws;
    for (std::size_t row = 0; row < rows.count(); ++row) {
        const auto [law, first] = laws.emplace(rows.text(row, "law"), FirstLine{row, 0});
        if (first) {
            check_first_cohort(rows, row, problems);
        }
        check_cohort_order(rows, row, law->second, problems);
        check_effective(rows, row, law->second, problems);
        check_ages(rows, row, problems);
    }
}

PensionLaw& law_named(Pack& pack, const std::string& name, int effective) {
    for (PensionLaw& law : pack.pension_laws) {
        if (law.name == name) {
            return law;
        }
    }
    pack.pension_laws.push_back({name, effective, {}, {}});
    return pack.pension_laws.back();
}

void load(const TableRows& rows, Pack& pack, Problems&) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        law_named(pack, rows.text(row, "law"), rows.integer(row, "effective"))
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

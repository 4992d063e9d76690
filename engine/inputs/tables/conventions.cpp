#include "engine/inputs/tables/columns.hpp"
#include "engine/inputs/tables/periods.hpp"

#include <sstream>

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    {.name = "convention", .type = ColumnType::code, .meaning = {"convention", "convention"}},
    {.name = "name_fr", .meaning = {"French name", "nom français"}},
    {.name = "name_en", .required = false, .blank = true, .meaning = {"English name", "nom anglais"}},
    {.name = "funder",
     .type = ColumnType::code,
     .refers_to = "funders",
     .meaning = {"funder that signed it", "financeur signataire"}},
    {.name = "programme",
     .meaning = {"programme of the funder: its conventions follow each other",
                 "programme du financeur\u00a0: ses conventions se suivent"}},
    {.name = "from", .type = ColumnType::month, .meaning = {"first month paid for", "premier mois payé"}},
    {.name = "until", .type = ColumnType::month, .meaning = {"last month paid for", "dernier mois payé"}},
    share_column("rate", {"share of the eligible cost that it pays", "part du coût éligible qu'elle paie"}),
    {.name = "ceiling",
     .type = ColumnType::number,
     .unit = "EUR",
     .least = 0,
     .least_excluded = true,
     .blank = true,
     .meaning = {"most it pays over its period; blank for no limit",
                 "le plus qu'elle paie sur sa période\u00a0; vide si sans limite"}},
    {.name = "actions",
     .required = false,
     .blank = true,
     .meaning = {"actions it is open to, separated by spaces; blank for all",
                 "actions auxquelles elle est ouverte, séparées par des espaces\u00a0; vide pour toutes"}},
    {.name = "source", .required = false, .blank = true, .meaning = {"source", "source"}},
};
constexpr std::string_view key[] = {"convention"};

/// Two conventions of one programme in the same month: which of them pays?
void check_overlaps(const TableRows& rows, Problems& problems) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        for (std::size_t before = 0; before < row; ++before) {
            const bool together = rows.integer(row, "from") <= rows.integer(before, "until") &&
                                  rows.integer(before, "from") <= rows.integer(row, "until");
            if (!together || rows.code(row, "funder") != rows.code(before, "funder") ||
                rows.text(row, "programme") != rows.text(before, "programme")) {
                continue;
            }
            problems.add(
                rows.where(row, "from"),
                fill({"convention {} ({} to {}) overlaps {} of line {} ({} to {}: of one funder and programme, "
                      "one at a time pays) change the months, or name another programme",
                      "la convention {} (de {} à {}) chevauche {} de la ligne {} (de {} à {}\u00a0: d'un même "
                      "financeur et programme, une seule paie à la fois) changez les mois, ou nommez un autre "
                      "programme"},
                     {shown(rows.text(row, "convention")), rows.text(row, "from"), rows.text(row, "until"),
                      shown(rows.text(before, "convention")), std::to_string(rows.line(before)),
                      rows.text(before, "from"), rows.text(before, "until")}));
        }
    }
}

void check(const TableRows& rows, Problems& problems) {
    const std::size_t count = problems.count();
    check_periods(rows, problems);
    if (problems.count() == count) {
        check_overlaps(rows, problems);
    }
}

std::vector<std::string> words_of(const std::string& text) {
    std::istringstream stream(text);
    std::vector<std::string> words;
    for (std::string word; stream >> word;) {
        words.push_back(word);
    }
    return words;
}

void load(const TableRows& rows, Pack& pack, Problems&) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        pack.conventions.push_back({.code = rows.text(row, "convention"),
                                    .name = rows.both(row, "name_fr", "name_en"),
                                    .funder = rows.code(row, "funder"),
                                    .programme = rows.text(row, "programme"),
                                    .from = {rows.integer(row, "from")},
                                    .until = {rows.integer(row, "until")},
                                    .rate = rows.number(row, "rate"),
                                    .ceiling = rows.number(row, "ceiling", std::numeric_limits<double>::infinity()),
                                    .actions = words_of(rows.text(row, "actions")),
                                    .source = rows.text(row, "source"),
                                    .where = line_of(rows, row)});
    }
}

}  // namespace

constinit const Table conventions = {
    .name = "conventions",
    .meaning = {"what funders have signed: months, rate and ceiling",
                "ce que les financeurs ont signé\u00a0: mois, taux et plafond"},
    .columns = columns,
    .key = key,
    .needed_by = "costs of actions by funder",
    .check = check,
    .load = load,
};

}  // namespace releve::tables

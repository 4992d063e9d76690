#include "engine/base/fill.hpp"
#include "engine/inputs/table_rows.hpp"

namespace releve::tables {

namespace {

constexpr TableColumn columns[] = {
    {.name = "funder", .type = ColumnType::code, .meaning = {"funder", "financeur"}},
    {.name = "name_fr", .meaning = {"French name", "nom français"}},
    {.name = "name_en", .required = false, .blank = true, .meaning = {"English name", "nom anglais"}},
    {.name = "kind",
     .type = ColumnType::word,
     .words = funder_kind_words,
     .meaning = {"kind of funder", "genre de financeur"}},
};
constexpr std::string_view key[] = {"funder"};

/// What no convention pays goes to own funds: whose they are must be clear.
void check(const TableRows& rows, Problems& problems) {
    constexpr auto own = static_cast<std::size_t>(FunderKind::own);
    std::size_t first = rows.count();
    for (std::size_t row = 0; row < rows.count(); ++row) {
        if (rows.word(row, "kind") != own) {
            continue;
        }
        if (first < rows.count()) {
            problems.add(
                rows.where(row, "kind"),
                fill({"a second funder of kind own (line {} is one; it pays what nobody else does) keep one",
                      "un second financeur de genre own (la ligne {} en est un\u00a0; il paie ce que nul autre "
                      "ne paie) gardez-en un"},
                     {std::to_string(rows.line(first))}));
        } else {
            first = row;
        }
    }
    if (first == rows.count()) {
        problems.add(rows.file() + " kind",
                     {"no funder of kind own (somebody must pay what no convention does) add its line",
                      "aucun financeur de genre own (quelqu'un doit payer ce qu'aucune convention ne paie) ajoutez sa "
                      "ligne"});
    }
}

void load(const TableRows& rows, Pack& pack, Problems&) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        pack.funders.push_back({.code = rows.text(row, "funder"),
                                .name = rows.both(row, "name_fr", "name_en"),
                                .kind = static_cast<FunderKind>(rows.word(row, "kind"))});
    }
}

}  // namespace

constinit const Table funders = {
    .name = "funders",
    .meaning = {"who pays for actions", "qui paie les actions"},
    .columns = columns,
    .key = key,
    .needed_by = "costs of actions by funder",
    .check = check,
    .load = load,
};

}  // namespace releve::tables

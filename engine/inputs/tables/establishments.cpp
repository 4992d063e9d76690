#include "engine/base/fill.hpp"
#include "engine/inputs/table_rows.hpp"

#include <array>

namespace releve::tables {

namespace {

constexpr std::array<Word, size_bands.size()> band_words() {
    std::array<Word, size_bands.size()> words{};
    for (std::size_t i = 0; i < words.size(); ++i) {
        words[i] = size_bands[i].word;
    }
    return words;
}
constexpr auto bands = band_words();

constexpr TableColumn columns[] = {
    {.name = "establishment",
     .type = ColumnType::code,
     .meaning = {"establishment id", "identifiant de l'établissement"}},
    {.name = "zone",
     .type = ColumnType::code,
     .refers_to = "zones",
     .meaning = {"zone where it stands", "zone où il se trouve"}},
    {.name = "sector",
     .type = ColumnType::code,
     .refers_to = "sectors",
     .meaning = {"sector of activity", "secteur d'activité"}},
    {.name = "kind",
     .type = ColumnType::word,
     .words = establishment_kind_words,
     .meaning = {"kind of establishment", "nature de l'établissement"}},
    {.name = "size_band",
     .type = ColumnType::word,
     .words = bands,
     .meaning = {"size band by employees, as published", "tranche d'effectif salarié, telle que publiée"}},
    {.name = "posts",
     .type = ColumnType::integer,
     .unit = "post",
     .least = 0,
     .meaning = {"number of posts, the owner's included", "nombre de postes, celui du patron compris"}},
    {.name = "owner_birth_year",
     .type = ColumnType::integer,
     .unit = "year",
     .least = 1900,
     .most = 2020,
     .blank = true,
     .meaning = {"birth year of the owner who runs it; blank: not owner-run",
                 "année de naissance du patron\u00a0; vide\u00a0: pas de patron exploitant"}},
    {.name = "audited", .type = ColumnType::flag, .meaning = {"was audited", "a été audité"}},
};
constexpr std::string_view key[] = {"establishment"};

/// Bands count employees; a post more may be the owner's. Band 0 is not checked: as published, it also holds the
/// establishments whose size is unknown.
void check(const TableRows& rows, Problems& problems) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        const SizeBand& band = size_bands[rows.word(row, "size_band")];
        const int posts = rows.integer(row, "posts");
        if (band.most > 1 && (posts < band.least || posts > band.most)) {
            problems.add(rows.where(row, "posts"),
                         fill({"{} posts do not fit size band {} ({} to {} employees) correct one of them",
                               "{} postes ne vont pas avec la tranche {} ({} à {} salariés) corrigez l'un des deux"},
                              {std::to_string(posts), band.word.code, std::to_string(band.least),
                               std::to_string(band.most - 1)}));
        }
    }
}

void load(const TableRows& rows, Pack& pack, Problems&) {
    for (std::size_t row = 0; row < rows.count(); ++row) {
        pack.establishments.push_back({.id = rows.text(row, "establishment"),
                                       .zone = rows.code(row, "zone"),
                                       .sector = rows.code(row, "sector"),
                                       .kind = static_cast<EstablishmentKind>(rows.word(row, "kind")),
                                       .size_band = static_cast<std::uint8_t>(rows.word(row, "size_band")),
                                       .posts = rows.integer(row, "posts"),
                                       .owner_birth_year = rows.integer(row, "owner_birth_year"),
                                       .audited = rows.flag(row, "audited")});
    }
}

}  // namespace

constinit const Table establishments = {
    .name = "establishments",
    .meaning = {"the employers of the territory, one line per place of work",
                "les employeurs du territoire, une ligne par lieu de travail"},
    .columns = columns,
    .key = key,
    .confidential = true,
    .needed_with = "posts",
    .needed_by = "synthesis, demand, matching",
    .check = check,
    .load = load,
};

}  // namespace releve::tables

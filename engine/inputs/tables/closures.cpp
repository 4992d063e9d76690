#include "engine/inputs/table_rows.hpp"

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
    {.name = "sector",
     .type = ColumnType::code,
     .blank = true,
     .refers_to = "sectors",
     .meaning = {"sector; blank for all that have no line of their own",
                 "secteur\u00a0; vide pour tous ceux qui n'ont pas leur ligne"}},
    {.name = "size_band",
     .type = ColumnType::word,
     .words = bands,
     .meaning = {"size band by employees", "tranche d'effectif salarié"}},
    {.name = "annual_rate",
     .type = ColumnType::number,
     .unit = "1/year",
     .least = 0,
     .most = 2,
     .meaning = {"closures a year and establishment", "fermetures par an et par établissement"}},
};
constexpr std::string_view key[] = {"sector", "size_band"};

void load(const TableRows& rows, Pack& pack, Problems&) {
    pack.closure_rate.assign(pack.sectors.size(), {});
    for (const bool of_all : {true, false}) {  // a line of a sector over those of all
        for (std::size_t row = 0; row < rows.count(); ++row) {
            const std::int32_t sector = rows.position_or_all(row, "sector");
            const std::size_t band = rows.word(row, "size_band");
            for (std::size_t s = 0; s < pack.sectors.size(); ++s) {
                const bool concerned = of_all ? sector < 0 : sector == static_cast<std::int32_t>(s);
                if (concerned) {
                    pack.closure_rate[s][band] = rows.number(row, "annual_rate");
                }
            }
        }
    }
}

}  // namespace

constinit const Table closures = {
    .name = "closures",
    .meaning = {"closures of establishments by sector and size", "fermetures d'établissements par secteur et taille"},
    .columns = columns,
    .key = key,
    .needed_by = "closure",
    .load = load,
};

}  // namespace releve::tables

#include "engine/base/fill.hpp"
#include "scenarios/audit/secrecy/public_tables.hpp"
#include "scenarios/report/diagnosis/cells.hpp"
#include "scenarios/report/diagnosis/diagnosis_blocks.hpp"

#include <algorithm>

namespace releve::report::diagnosis {

namespace {

using audit::Cut;
using audit::InventoryLine;
using audit::Secrecy;

struct CutWords {
    std::string_view key;
    Label one;
    Label name;
    Label title;
    bool by_people;  ///< the largest first; else in the order of the pack
};

const CutWords& words_of(Cut cut) {
    static constexpr CutWords zones{
        "zones", {"zone", "commune"}, {"zones", "communes"}, {"By zone", "Par commune"}, true};
    static constexpr CutWords sectors{
        "sectors", {"sector", "secteur"}, {"sectors", "secteurs"}, {"By sector", "Par secteur"}, true};
    static constexpr CutWords sizes{"sizes",
                                    {"employees", "salariés"},
                                    {"sizes", "tailles"},
                                    {"By size of establishment", "Par taille d'établissement"},
                                    false};
    static constexpr CutWords occupations{
        "occupations", {"occupation", "métier"}, {"occupations", "métiers"}, {"By occupation", "Par métier"}, true};
    switch (cut) {
        case Cut::zone: return zones;
        case Cut::sector: return sectors;
        case Cut::size: return sizes;
        default: return occupations;
    }
}

Text name_of(const Pack& pack, Cut cut, std::uint32_t unit) {
    switch (cut) {
        case Cut::zone: return pack.zone_codes.names[unit];
        case Cut::sector: return pack.sectors.names[unit];
        case Cut::size: return text_of(size_bands[unit].word.label);
        default: return pack.occupations.names[unit];
    }
}

std::string code_of(const Pack& pack, Cut cut, std::uint32_t unit) {
    switch (cut) {
        case Cut::zone: return pack.zone_codes.codes[unit];
        case Cut::sector: return pack.sectors.codes[unit];
        case Cut::size: return std::string(size_bands[unit].word.code);
        default: return pack.occupations.codes[unit];
    }
}

std::vector<BlockColumn> columns_of(const CutWords& words) {
    return {
        {.key = "name", .title = words.one, .width = 40},
        {.key = "code", .title = {"code", "code"}, .width = 8, .sheet_only = true},
        {.key = "establishments", .title = {"est.", "étab."}},
        {.key = "people", .title = {"people", "pers."}},
        {.key = "share_from_55", .title = {"55+", "55+"}, .figure = Figure::percent, .mean_only = true},
        {.key = "renewal", .title = {"renewal", "relève"}, .decimals = 2},
        {.key = "retire_5", .title = {"retire, 5 y", "retraite 5 ans"}},
        {.key = "to_recruit_5", .title = {"recruit, 5 y", "à recruter"}, .mean_only = true},
        {.key = "turnover", .title = {"turnover", "rotation"}, .figure = Figure::percent},
        {.key = "unfilled", .title = {"unfilled", "vacants"}, .figure = Figure::percent, .decimals = 1},
        {.key = "executives", .title = {"exec.", "cadres"}, .figure = Figure::percent, .sheet_only = true},
        {.key = "leave_1", .title = {"leave lasting post, 1 y", "quittent poste durable 1 an"}, .sheet_only = true},
        {.key = "leave_3", .title = {"leave lasting post, 3 y", "quittent poste durable 3 ans"}, .sheet_only = true},
        {.key = "leave_5", .title = {"leave lasting post, 5 y", "quittent poste durable 5 ans"}, .sheet_only = true},
        {.key = "retire_1", .title = {"retire, 1 y", "retraite 1 an"}, .sheet_only = true},
        {.key = "retire_3", .title = {"retire, 3 y", "retraite 3 ans"}, .sheet_only = true},
        {.key = "any_retires_1",
         .title = {"at least one retires, 1 y", "au moins une retraite 1 an"},
         .figure = Figure::percent,
         .sheet_only = true},
        {.key = "any_retires_3",
         .title = {"at least one retires, 3 y", "au moins une retraite 3 ans"},
         .figure = Figure::percent,
         .sheet_only = true},
        {.key = "any_retires_5",
         .title = {"at least one retires, 5 y", "au moins une retraite 5 ans"},
         .figure = Figure::percent,
         .sheet_only = true}};
}

std::vector<BlockCell> cells_of(const Pack& pack, Cut cut, const InventoryLine& line, bool hidden) {
    std::vector<BlockCell> cells{name_of(pack, cut, line.unit), both(code_of(pack, cut, line.unit)),
                                 double{1} * line.establishments};
    const auto add = [&](BlockCell cell) { cells.push_back(hidden ? BlockCell{Hidden{}} : std::move(cell)); };
    add(line.people.mean);
    add(range_of(line.share_from_55));
    add(line.renewal);
    add(range_of(line.departures[2].retired));
    add(range_of(line.needs.openings[2].lasting));
    add(line.turnover.mean);
    add(line.unfilled_share);
    add(line.executives_share);
    for (const audit::Departures& departures : line.departures) {
        add(range_of(departures.lasting_left));
    }
    add(range_of(line.departures[0].retired));
    add(range_of(line.departures[1].retired));
    for (const audit::Departures& departures : line.departures) {
        add(departures.any_retired);
    }
    return cells;
}

}  // namespace

Block inventory_by(const audit::Diagnosis& found, Cut cut) {
    const CutWords& words = words_of(cut);
    Block block{.key = words.key, .name = words.name, .title = text_of(words.title), .columns = columns_of(words)};
    const std::vector<Secrecy> secrecy = audit::protect(audit::public_cells(found.pack, cut), {});
    std::vector<const InventoryLine*> lines;
    for (const InventoryLine& line : found.inventory.of(cut)) {
        if (line.establishments > 0) {
            lines.push_back(&line);
        }
    }
    if (words.by_people) {
        std::stable_sort(lines.begin(), lines.end(), [](const InventoryLine* a, const InventoryLine* b) {
            return a->people.mean > b->people.mean;
        });
    }
    std::size_t hidden = 0;
    for (const InventoryLine* line : lines) {
        const bool hides = secrecy[1 + line->unit] != Secrecy::shown;  // the territory comes first
        hidden += hides ? 1 : 0;
        block.rows.push_back(cells_of(found.pack, cut, *line, hides));
    }
    if (hidden > 0) {
        block.after.push_back(
            fill({"s: hidden by statistical secrecy ({} lines).", "s : caché par le secret statistique ({} lignes)."},
                 {std::to_string(hidden)}));
    }
    block.rows_in_text = 12;
    return block;
}

}  // namespace releve::report::diagnosis

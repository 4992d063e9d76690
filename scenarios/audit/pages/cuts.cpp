#include "engine/base/fill.hpp"
#include "scenarios/audit/pages/cells.hpp"
#include "scenarios/audit/pages/diagnosis_blocks.hpp"
#include "scenarios/audit/secrecy/public_counts.hpp"

#include <algorithm>
#include <array>

namespace releve::report::diagnosis {

namespace {

using audit::Cut;
using audit::InventoryLine;
using audit::PublicCount;

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
        {.key = "name", .title = words.one, .width = 40, .wrap = 34},
        {.key = "code", .title = {"code", "code"}, .width = 8, .sheet_only = true},
        {.key = "establishments", .title = {"est.", "étab."}},
        {.key = "people", .title = {"people", "pers."}},
        {.key = "share_from_55", .title = {"55+", "55+"}, .figure = Figure::percent, .mean_only = true},
        {.key = "renewal", .title = {"renewal", "relève"}, .decimals = 2},
        {.key = "retire_5", .title = {"retire, 5 y", "retraite 5 ans"}},
        {.key = "to_recruit_5", .title = {"recruit, 5 y", "à recruter"}, .mean_only = true},
        {.key = "lasting_turnover", .title = {"turnover", "rotation"}, .figure = Figure::percent},
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

std::vector<BlockCell> cells_of(const Pack& pack, Cut cut, const InventoryLine& line,
                                const audit::PublicPattern& pattern) {
    std::vector<BlockCell> cells{name_of(pack, cut, line.unit), both(code_of(pack, cut, line.unit)),
                                 double{1} * line.establishments};
    const auto add = [&](const auto& value, PublicCount of, PublicCount and_of = PublicCount::people) {
        if (pattern.hides(line.unit, of) || pattern.hides(line.unit, and_of)) {
            cells.emplace_back(Hidden{});
        } else {
            cells.emplace_back(value);
        }
    };
    constexpr std::array leaves{PublicCount::leave_1, PublicCount::leave_3, PublicCount::leave_5};
    constexpr std::array retires{PublicCount::retire_1, PublicCount::retire_3, PublicCount::retire_5};
    add(line.people.mean, PublicCount::people);
    add(range_of(line.share_from_55), PublicCount::from_55);
    add(line.renewal, PublicCount::from_55, PublicCount::under_30);
    add(range_of(line.departures[2].retired), retires[2]);
    add(range_of(line.needs.openings[2].lasting), PublicCount::recruit_5);
    add(line.lasting_turnover.mean, PublicCount::moves_5);
    add(line.unfilled_share, PublicCount::people);
    add(line.executives_share, PublicCount::executives);
    for (std::size_t h = 0; h < leaves.size(); ++h) {
        add(range_of(line.departures[h].lasting_left), leaves[h]);
    }
    add(range_of(line.departures[0].retired), retires[0]);
    add(range_of(line.departures[1].retired), retires[1]);
    for (std::size_t h = 0; h < retires.size(); ++h) {
        add(line.departures[h].any_retired, retires[h]);
    }
    return cells;
}

}  // namespace

Block inventory_by(const audit::Diagnosis& found, Cut cut) {
    const CutWords& words = words_of(cut);
    Block block{.key = words.key, .name = words.name, .title = text_of(words.title), .columns = columns_of(words)};
    const audit::PublicPattern pattern(found.pack, found.inventory, cut);
    const auto hides = [&](const InventoryLine* line) { return pattern.hides(line->unit, PublicCount::people); };
    std::vector<const InventoryLine*> lines;
    for (const InventoryLine& line : found.inventory.of(cut)) {
        if (line.establishments > 0) {
            lines.push_back(&line);
        }
    }
    if (words.by_people) {  // hidden lines last, in the order of the pack: their place would tell their size
        std::stable_sort(lines.begin(), lines.end(), [&](const InventoryLine* a, const InventoryLine* b) {
            return (hides(a) ? -1.0 : a->people.mean) > (hides(b) ? -1.0 : b->people.mean);
        });
    }
    for (const InventoryLine* line : lines) {
        block.rows.push_back(cells_of(found.pack, cut, *line, pattern));
    }
    if (const auto hidden = std::count_if(lines.begin(), lines.end(), hides); hidden > 0) {
        block.after.push_back(
            fill({"s: hidden by statistical secrecy ({} whole lines; elsewhere figures of fewer than 5 people).",
                  "s\u00a0: caché par le secret statistique ({} lignes entières\u00a0; ailleurs, des chiffres de "
                  "moins de 5 personnes)."},
                 {std::to_string(hidden)}));
    }
    block.rows_in_text = 12;
    return block;
}

}  // namespace releve::report::diagnosis

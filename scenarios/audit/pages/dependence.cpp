#include "engine/base/fill.hpp"
#include "scenarios/audit/pages/cells.hpp"
#include "scenarios/audit/pages/diagnosis_blocks.hpp"
#include "scenarios/audit/secrecy/public_counts.hpp"

namespace releve::report::diagnosis {

namespace {

using audit::Dependence;
using audit::DependenceOf;

struct Kind {
    DependenceOf what;
    audit::Cut cut;
    Label label;
    const CodeList& (*codes)(const Pack&);
};
constexpr Kind kinds[] = {
    {DependenceOf::zone,
     audit::Cut::zone,
     {"zone", "commune"},
     [](const Pack& pack) -> const CodeList& { return pack.zone_codes; }},
    {DependenceOf::sector,
     audit::Cut::sector,
     {"sector", "secteur"},
     [](const Pack& pack) -> const CodeList& { return pack.sectors; }},
    {DependenceOf::occupation,
     audit::Cut::occupation,
     {"occupation", "métier"},
     [](const Pack& pack) -> const CodeList& { return pack.occupations; }},
};
constexpr double least_posts = 20;    ///< smaller units depend on somebody of necessity
constexpr double least_share = 0.25;  ///< shown from

/// Never the share itself: with the posts it would tell how many people the largest employer has.
Text share_class(double share) {
    return text_of(share < 0.5 ? Label{"a quarter to a half", "du quart à la moitié"}
                               : Label{"half or more", "la moitié ou plus"});
}

/// Those of half or more first, then the largest: an order by share would tell the shares.
std::vector<Dependence> dependent_units(const audit::Diagnosis& found, const Kind& kind) {
    std::vector<Dependence> all = audit::dependence_on_employers(found.pack, kind.what, found.asked_level);
    std::erase_if(all,
                  [](const Dependence& one) { return one.posts < least_posts || one.largest_share < least_share; });
    std::stable_sort(all.begin(), all.end(), [](const Dependence& a, const Dependence& b) {
        const bool half_a = a.largest_share >= 0.5;
        const bool half_b = b.largest_share >= 0.5;
        return half_a != half_b ? half_a : a.posts > b.posts;
    });
    return all;
}

}  // namespace

Block dependence(const audit::Diagnosis& found) {
    Block block{.key = "dependence",
                .name = {"dependence", "dépendance"},
                .title = {"Dependence on one employer", "Dépendance à un employeur"},
                .before = {fill({"Units of {} posts and more of which one establishment has a quarter or more.",
                                 "Ensembles de {} postes et plus dont un établissement a le quart ou plus."},
                                {std::to_string(static_cast<int>(least_posts))})},
                .columns = {{.key = "unit", .title = {"", ""}, .width = 50, .wrap = 44},
                            {.key = "kind", .title = {"", ""}},
                            {.key = "posts", .title = {"posts", "postes"}},
                            {.key = "employers", .title = {"employers", "employeurs"}},
                            {.key = "largest_share", .title = {"the largest has", "le premier a"}, .width = 22}},
                .rows_in_text = 10};
    std::size_t hidden = 0;
    for (const Kind& kind : kinds) {
        const audit::PublicPattern pattern(found.pack, found.inventory, kind.cut);
        for (const Dependence& one : dependent_units(found, kind)) {
            if (pattern.hides(one.unit, audit::PublicCount::people)) {
                ++hidden;  // being listed would tell how many posts it has at least, and why it is hidden
                continue;
            }
            block.rows.push_back({kind.codes(found.pack).names[one.unit], text_of(kind.label), one.posts,
                                  double{1} * one.employers, share_class(one.largest_share)});
        }
    }
    if (hidden > 0) {
        block.after.push_back(
            fill({"Others that statistical secrecy hides: {}.", "Autres, que cache le secret statistique\u00a0: {}."},
                 {std::to_string(hidden)}));
    }
    return block;
}

Block largest_employers(const audit::Diagnosis& found) {
    constexpr std::size_t most = 15;
    Block block{.key = "largest_employers",
                .name = {"largest employers", "premiers employeurs"},
                .title = {"If one of the largest employers closed", "Si l'un des premiers employeurs fermait"},
                .columns = {{.key = "establishment", .title = {"est.", "étab."}},
                            {.key = "sector", .title = {"sector", "secteur"}, .width = 40, .wrap = 30},
                            {.key = "zone", .title = {"zone", "commune"}, .width = 24},
                            {.key = "people", .title = {"people", "pers."}},
                            {.key = "of_zone", .title = {"of its zone", "de sa commune"}, .figure = Figure::percent},
                            {.key = "occupations", .title = {"its own occ.", "métiers propres"}}}};
    std::vector<const EstablishmentRow*> rows;
    std::vector<double> in_zone(found.pack.zones.size(), 0.0);
    for (const EstablishmentRow& row : found.pack.establishments) {
        rows.push_back(&row);
        in_zone[row.zone] += row.posts;
    }
    std::stable_sort(rows.begin(), rows.end(), [](const auto* a, const auto* b) { return a->posts > b->posts; });
    std::vector<int> alone(found.pack.establishments.size(), 0);
    for (const Dependence& one :
         audit::dependence_on_employers(found.pack, DependenceOf::occupation, found.asked_level)) {
        alone[one.largest] += one.employers == 1 ? 1 : 0;
    }
    for (std::size_t i = 0; i < std::min(most, rows.size()); ++i) {
        const EstablishmentRow& row = *rows[i];
        const auto position = static_cast<std::size_t>(&row - found.pack.establishments.data());
        block.rows.push_back({both(row.id), found.pack.sectors.names[row.sector], found.pack.zone_codes.names[row.zone],
                              double{1} * row.posts, row.posts / in_zone[row.zone], double{1} * alone[position]});
    }
    return block;
}

}  // namespace releve::report::diagnosis

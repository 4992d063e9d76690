#include "engine/base/fill.hpp"
#include "scenarios/report/diagnosis/cells.hpp"
#include "scenarios/report/diagnosis/diagnosis_blocks.hpp"

namespace releve::report::diagnosis {

namespace {

using audit::Dependence;
using audit::DependenceOf;

struct Kind {
    DependenceOf what;
    Label label;
    const CodeList& (*codes)(const Pack&);
};
constexpr Kind kinds[] = {
    {DependenceOf::zone, {"zone", "commune"}, [](const Pack& pack) -> const CodeList& { return pack.zone_codes; }},
    {DependenceOf::sector, {"sector", "secteur"}, [](const Pack& pack) -> const CodeList& { return pack.sectors; }},
    {DependenceOf::occupation,
     {"occupation", "métier"},
     [](const Pack& pack) -> const CodeList& { return pack.occupations; }},
};
constexpr double least_posts = 20;    ///< smaller units depend on somebody of necessity
constexpr double least_share = 0.25;  ///< shown from

}  // namespace

Block dependence(const audit::Diagnosis& found) {
    constexpr audit::SecrecyRules rules;
    Block block{.key = "dependence",
                .name = {"dependence", "dépendance"},
                .title = {"Dependence on one employer", "Dépendance à un employeur"},
                .before = {fill({"Units of {} posts and more of which one establishment has a quarter or more. "
                                 "Concentration: sum of squared shares (1: one employer).",
                                 "Ensembles de {} postes et plus dont un établissement a le quart ou plus. "
                                 "Concentration : somme des carrés des parts (1 : un seul employeur)."},
                                {std::to_string(static_cast<int>(least_posts))})},
                .columns = {{.key = "unit", .title = {"", ""}, .width = 50, .wrap = 44},
                            {.key = "kind", .title = {"", ""}},
                            {.key = "posts", .title = {"posts", "postes"}},
                            {.key = "employers", .title = {"employers", "employeurs"}},
                            {.key = "largest_share", .title = {"largest", "le premier"}, .figure = Figure::percent},
                            {.key = "concentration", .title = {"concentration", "concentration"}, .decimals = 2}},
                .rows_in_text = 10};
    for (const Kind& kind : kinds) {
        for (const Dependence& one : audit::dependence_on_employers(found.pack, kind.what, found.asked_level)) {
            if (one.posts < least_posts || one.largest_share < least_share) {
                continue;
            }
            const bool hides = one.employers < rules.establishments || one.largest_share > rules.largest_share;
            const auto told = [&](double value) { return hides ? BlockCell{Hidden{}} : BlockCell{value}; };
            block.rows.push_back({kind.codes(found.pack).names[one.unit], text_of(kind.label), told(one.posts),
                                  double{1} * one.employers, told(one.largest_share), told(one.herfindahl)});
        }
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
                            {.key = "occupations", .title = {"its own occ.", "métiers propres"}}},
                .confidential = true};
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

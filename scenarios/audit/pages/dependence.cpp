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

/// The unit that loses the largest share, among those that lose five people or more; nothing if there is none.
const audit::Struck::Part* hardest_hit(const std::vector<audit::Struck::Part>& parts) {
    const audit::Struck::Part* hardest = nullptr;
    for (const audit::Struck::Part& part : parts) {
        if (part.people >= audit::SecrecyRules{}.persons && (hardest == nullptr || part.share > hardest->share)) {
            hardest = &part;
        }
    }
    return hardest;
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
    const Pack& pack = found.pack;
    Block block{
        .key = "largest_employers",
        .name = {"largest employers", "premiers employeurs"},
        .title = {"If one of the largest employers closed", "Si l'un des premiers employeurs fermait"},
        .before =
            {{"Who would be struck at the start, in one simulated future: homes and ages are drawn where nobody "
              "surveyed them. Of the home: share of its people in post here. Lost: competences that nobody else asks.",
              "Qui serait touché au départ, dans un futur simulé : domiciles et âges sont tirés là où aucune enquête "
              "ne les dit. Du domicile : part de ses personnes en poste ici. Perdues : compétences que personne "
              "d'autre ne demande."}},
        .columns = {{.key = "establishment", .title = {"est.", "étab."}},
                    {.key = "sector", .title = {"sector", "secteur"}, .width = 40, .wrap = 24},
                    {.key = "people", .title = {"people", "pers."}},
                    {.key = "from_55", .title = {"55+", "55+"}},
                    {.key = "home", .title = {"home hit most", "domicile le plus touché"}, .width = 24, .wrap = 18},
                    {.key = "of_home", .title = {"of it", "de lui"}, .figure = Figure::percent},
                    {.key = "occupation",
                     .title = {"occupation hit most", "métier le plus touché"},
                     .width = 40,
                     .sheet_only = true},
                    {.key = "of_occupation",
                     .title = {"of the occupation", "du métier"},
                     .figure = Figure::percent,
                     .sheet_only = true},
                    {.key = "lost", .title = {"lost", "perdues"}},
                    {.key = "partners", .title = {"partners", "liens"}}}};
    for (const audit::Struck& one : found.struck) {
        const EstablishmentRow& row = pack.establishments[one.establishment];
        const auto name = [](const CodeList& codes, const audit::Struck::Part* part) {
            return part == nullptr ? Text{} : codes.names[part->unit];
        };
        const auto share = [](const audit::Struck::Part* part) {
            return part == nullptr ? BlockCell{} : BlockCell{part->share};
        };
        const audit::Struck::Part* const home = hardest_hit(one.homes);
        const audit::Struck::Part* const occupation = hardest_hit(one.occupations);
        block.rows.push_back({both(row.id), pack.sectors.names[row.sector], one.people, one.from_55,
                              name(pack.zone_codes, home), share(home), name(pack.occupations, occupation),
                              share(occupation), static_cast<double>(one.competences.size()),
                              static_cast<double>(one.partners.size())});
    }
    return block;
}

}  // namespace releve::report::diagnosis

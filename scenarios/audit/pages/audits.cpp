#include "engine/base/fill.hpp"
#include "scenarios/audit/pages/cells.hpp"
#include "scenarios/audit/pages/diagnosis_blocks.hpp"
#include "scenarios/report/typography.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace releve::report::diagnosis {

namespace {

struct AxisScores {
    double sum = 0, weak = 0, all = 0;
};

std::vector<AxisScores> scores_by_axis(const Pack& pack) {
    std::vector<AxisScores> scores(pack.audit_axes.size());
    for (const AuditRow& row : pack.audits) {
        scores[row.axis].sum += row.score;
        scores[row.axis].weak += row.score <= audit::weak_point_to ? 1 : 0;
        scores[row.axis].all += 1;
    }
    return scores;
}

}  // namespace

Text quadrant_name(audit::Quadrant quadrant) {
    const Label label = audit::quadrant_words[static_cast<std::size_t>(quadrant)].label;
    return {std::string(label.en.substr(0, label.en.find(':'))),
            std::string(label.fr.substr(0, label.fr.find("\u00a0")))};
}

Block audit_axes(const audit::Diagnosis& found) {
    const audit::TerritorySystem& system = found.system;
    Block block{
        .key = "audit_axes",
        .name = {"audit axes", "axes d'audit"},
        .title = fill({"What {} audits say, axis by axis", "Ce que disent {} audits, axe par axe"},
                      {std::to_string(system.establishments.size())}),
        .before =
            {{"Scores from 0 (weak) to 4 (strong); elsewhere: expected of those not audited. Place: of the axis in the "
              "system of the audited establishments, "
              "through chains of influences (lever, relay, result, autonomous). Kept: share of the cases in which "
              "it keeps this place when one influence of the matrix is moved by one point, and when all are. "
              "First lever: share of the establishments where improving it would move the most.",
              "Notes de 0 (faible) à 4 (fort) ; ailleurs : attendues de ceux qui n'ont pas été audités. Place : de "
              "l'axe dans le système des établissements audités, par "
              "les chaînes d'influences (levier, relais, résultat, autonome). Gardée : part des cas où il garde "
              "cette place quand une influence de la matrice bouge d'un point, puis quand toutes bougent. Premier "
              "levier : part des établissements où l'améliorer ferait bouger le plus."}},
        .columns = {
            {.key = "axis", .title = {"axis", "axe"}, .width = 40, .wrap = 23},
            {.key = "score", .title = {"score", "note"}, .decimals = 1},
            {.key = "elsewhere", .title = {"elsewhere", "ailleurs"}, .decimals = 1},
            {.key = "weak", .title = {"weak", "faible"}, .figure = Figure::percent},
            {.key = "place", .title = {"place", "place"}, .width = 14},
            {.key = "influence", .title = {"influence", "influence"}, .figure = Figure::percent},
            {.key = "dependence", .title = {"depend.", "dépend."}, .figure = Figure::percent, .sheet_only = true},
            {.key = "kept_one", .title = {"kept: 1", "gardée : 1"}, .figure = Figure::percent},
            {.key = "kept_all", .title = {"all", "toutes"}, .figure = Figure::percent},
            {.key = "first_lever", .title = {"first lever", "1er levier"}, .figure = Figure::percent}}};
    if (system.establishments.empty()) {
        return block;
    }
    const std::vector<AxisScores> scores = scores_by_axis(found.pack);
    for (std::uint32_t axis = 0; axis < found.pack.audit_axes.size(); ++axis) {
        const audit::AxisPlace& place = system.territory[axis];
        const double all = std::max(1.0, scores[axis].all);
        block.rows.push_back({found.pack.audit_axes.names[axis], scores[axis].sum / all, found.carried_scores[axis],
                              scores[axis].weak / all, quadrant_name(place.quadrant), place.influence, place.dependence,
                              system.one_at_a_time.axes[axis].quadrant, system.at_random.axes[axis].quadrant,
                              system.first_lever_of[axis]});
    }
    const ScoreCheck& check = found.score_check;
    if (check.scores > 0) {
        const auto points = [&](double value) {
            return Text{number(value, 2, Language::en), number(value, 2, Language::fr)};
        };
        block.after.push_back(
            fill({"How well audits tell those they do not contain: each left out in turn, its scores are missed by {} "
                  "points, by {} "
                  "with the mean of the axis alone; {} of them fall within the 80% range. Where both errors are alike, "
                  "scores "
                  "elsewhere are hardly more than that mean, and each simulated future draws them anew.",
                  "Ce que les audits disent de ceux qu'ils ne contiennent pas : chacun mis de côté à son tour, ses "
                  "notes sont "
                  "manquées de {} point, de {} avec la seule moyenne de l'axe ; {} tombent dans l'intervalle à 80 %. "
                  "Si les deux "
                  "erreurs se valent, les notes ailleurs ne sont guère plus que cette moyenne, et chaque futur simulé "
                  "les tire "
                  "de nouveau."},
                 {points(check.error), points(check.error_of_axis_mean),
                  Text{percent(check.coverage, 0, Language::en), percent(check.coverage, 0, Language::fr)}}));
    }
    return block;
}

Block influences(const audit::Diagnosis& found) {
    Block block{
        .key = "influences",
        .name = {"influences", "influences"},
        .title = {"Influences between axes: the matrix alone", "Influences entre axes : la matrice seule"},
        .columns = {{.key = "axis", .title = {"axis", "axe"}, .width = 40, .wrap = 23},
                    {.key = "direct_influence", .title = {"direct inf.", "inf. directe"}, .figure = Figure::percent},
                    {.key = "direct_dependence", .title = {"direct dep.", "dép. directe"}, .figure = Figure::percent},
                    {.key = "influence", .title = {"indirect inf.", "inf. ind."}, .figure = Figure::percent},
                    {.key = "dependence", .title = {"indirect dep.", "dép. ind."}, .figure = Figure::percent},
                    {.key = "influence_rank", .title = {"rank", "rang"}},
                    {.key = "place", .title = {"place", "place"}, .width = 14}},
        .rows_in_text = 0};
    const audit::SystemView& view = found.system.structure;
    for (std::uint32_t axis = 0; axis < view.indirect.size(); ++axis) {
        block.rows.push_back({found.pack.audit_axes.names[axis], view.direct[axis].influence,
                              view.direct[axis].dependence, view.indirect[axis].influence,
                              view.indirect[axis].dependence, double{1} * view.indirect[axis].influence_rank,
                              quadrant_name(view.indirect[axis].quadrant)});
    }
    return block;
}

Block contradictions_by_rule(const audit::Diagnosis& found) {
    Block block{
        .key = "contradictions_by_rule",
        .name = {"scores against figures", "notes contre chiffres"},
        .title = {"Where scores and figures disagree", "Où les notes et les chiffres se contredisent"},
        .before = {fill({"{} scores are belied by figures in four simulated futures of five or more.",
                         "{} notes sont démenties par les chiffres dans quatre futurs simulés sur cinq ou plus."},
                        {std::to_string(found.contradictions.size())})},
        .columns = {{.key = "axis", .title = {"axis", "axe"}, .width = 34, .wrap = 22},
                    {.key = "claim", .title = {"score", "note"}},
                    {.key = "reading",
                     .title = {"yet the figures say", "pourtant les chiffres disent"},
                     .width = 60,
                     .wrap = 38},
                    {.key = "establishments", .title = {"est.", "étab."}}}};
    std::map<const audit::CrossingRule*, int> count;
    for (const audit::Contradiction& one : found.contradictions) {
        ++count[one.rule];
    }
    for (const audit::CrossingRule& rule : audit::crossing_rules()) {
        const auto at = count.find(&rule);
        if (at == count.end()) {
            continue;
        }
        const std::uint32_t axis = found.pack.audit_axes.find(std::string(rule.axis));
        const Label claim = rule.claim == audit::Claim::strong ? Label{"strong", "forte"} : Label{"weak", "faible"};
        block.rows.push_back(
            {found.pack.audit_axes.names[axis], text_of(claim), text_of(rule.reading), double{1} * at->second});
    }
    return block;
}

Block contradictions(const audit::Diagnosis& found) {
    Block block{
        .key = "contradictions",
        .name = {"contradictions", "contradictions"},
        .title = {"Scores to look at again with the head of the firm", "Notes à revoir avec le chef d'entreprise"},
        .columns = {{.key = "establishment", .title = {"est.", "étab."}},
                    {.key = "axis", .title = {"axis", "axe"}, .width = 34, .wrap = 22},
                    {.key = "score", .title = {"score", "note"}},
                    {.key = "figure", .title = {"figure", "chiffre"}, .width = 60, .wrap = 38},
                    {.key = "value", .title = {"value", "valeur"}},
                    {.key = "sure", .title = {"sure", "sûr"}, .figure = Figure::percent},
                    {.key = "people", .title = {"people", "personnes"}}}};
    for (const audit::Contradiction& one : found.contradictions) {
        const std::uint32_t axis = found.pack.audit_axes.find(std::string(one.rule->axis));
        const auto told = [&](Language language) {
            return one.rule->as_share ? percent(one.value, 0, language) : number(one.value, 1, language);
        };
        block.rows.push_back({both(found.pack.establishments[one.establishment].id), found.pack.audit_axes.names[axis],
                              double{1} * one.score, text_of(one.rule->figure),
                              Text{told(Language::en), told(Language::fr)}, one.probability,
                              text_of(one.surveyed ? Label{"known", "connues"} : Label{"drawn", "tirées"})});
    }
    return block;
}

}  // namespace releve::report::diagnosis

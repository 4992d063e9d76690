#include "engine/base/fill.hpp"
#include "scenarios/audit/pages/cells.hpp"
#include "scenarios/audit/pages/diagnosis_blocks.hpp"

#include <algorithm>

namespace releve::report::diagnosis {

namespace {

Text joined(const std::vector<audit::RankedAction>& actions, std::size_t most) {
    Text all;
    for (std::size_t i = 0; i < std::min(most, actions.size()); ++i) {
        all.en += (i == 0 ? "" : ", ") + std::string(actions[i].action->label.en);
        all.fr += (i == 0 ? "" : ", ") + std::string(actions[i].action->label.fr);
    }
    return all;
}

const audit::EstablishmentAdvice* advice_for(const audit::Diagnosis& found, std::uint32_t establishment) {
    for (const audit::EstablishmentAdvice& one : found.advice.establishments) {
        if (one.establishment == establishment) {
            return &one;
        }
    }
    return nullptr;
}

}  // namespace

Block audited_establishments(const audit::Diagnosis& found) {
    Block block{
        .key = "audited_establishments",
        .name = {"audited establishments", "établissements audités"},
        .title = {"The audited establishments", "Les établissements audités"},
        .before = {{"For the steering committee only. First lever, and how often it stays first when a score moves "
                    "by one point; the action of most gain for the establishment.",
                    "Pour le seul comité de pilotage. Premier levier, et part des cas où il le reste quand une "
                    "note bouge d'un point ; action dont l'établissement tirerait le plus."}},
        .columns = {
            {.key = "establishment", .title = {"est.", "étab."}},
            {.key = "sector", .title = {"sector", "secteur"}, .width = 40, .sheet_only = true},
            {.key = "zone", .title = {"zone", "commune"}, .width = 24, .sheet_only = true},
            {.key = "people", .title = {"people", "pers."}},
            {.key = "share_from_55", .title = {"55+", "55+"}, .figure = Figure::percent},
            {.key = "retire_5", .title = {"retire, 5 y", "retraite 5 ans"}},
            {.key = "held_by_one", .title = {"held by one", "tenues par un"}, .sheet_only = true},
            {.key = "turnover", .title = {"turnover", "rotation"}, .figure = Figure::percent, .sheet_only = true},
            {.key = "weak_points", .title = {"weak", "faibles"}},
            {.key = "lever", .title = {"first lever", "premier levier"}, .width = 34, .wrap = 20},
            {.key = "kept", .title = {"kept", "gardé"}, .figure = Figure::percent},
            {.key = "quadrants_kept",
             .title = {"places kept", "places gardées"},
             .figure = Figure::percent,
             .sheet_only = true},
            {.key = "action", .title = {"first action", "première action"}, .width = 34, .wrap = 20}}};
    for (const audit::EstablishmentSystem& one : found.system.establishments) {
        const EstablishmentRow& row = found.pack.establishments[one.establishment];
        const audit::InventoryLine& line = found.inventory.of(audit::Cut::establishment)[one.establishment];
        const audit::EstablishmentAdvice* advice = advice_for(found, one.establishment);
        block.rows.push_back({both(row.id), found.pack.sectors.names[row.sector], found.pack.zone_codes.names[row.zone],
                              line.people.mean, range_of(line.share_from_55), range_of(line.departures.back().retired),
                              line.few.by_one, line.turnover.mean,
                              static_cast<double>(advice == nullptr ? 0 : advice->points.size()),
                              one.levers.empty() ? Text{} : found.pack.audit_axes.names[one.levers.front()],
                              one.levers.empty() ? BlockCell{} : BlockCell{one.first_lever_kept},
                              one.levers.empty() ? BlockCell{} : BlockCell{one.quadrants_kept},
                              advice == nullptr ? Text{} : joined(advice->best, 1)});
    }
    return block;
}

Block weak_points(const audit::Diagnosis& found) {
    Block block{
        .key = "weak_points",
        .name = {"weak points by firm", "points faibles par étab."},
        .title = {"Weak points, establishment by establishment", "Points faibles, établissement par établissement"},
        .columns = {{.key = "establishment", .title = {"est.", "étab."}},
                    {.key = "axis", .title = {"axis", "axe"}, .width = 34, .wrap = 26},
                    {.key = "score", .title = {"score", "note"}},
                    {.key = "weak_point", .title = {"weak point", "point faible"}, .width = 60, .wrap = 48},
                    {.key = "evidence", .title = {"evidence", "preuve"}, .width = 50, .sheet_only = true},
                    {.key = "lever", .title = {"lever behind", "levier derrière"}, .width = 34, .sheet_only = true},
                    {.key = "actions", .title = {"actions", "actions"}, .width = 60, .sheet_only = true}},
        .rows_in_text = 0};
    for (const audit::EstablishmentAdvice& advice : found.advice.establishments) {
        for (const audit::AdvisedPoint& point : advice.points) {
            const bool has_lever = !point.point.levers.empty();
            block.rows.push_back({both(found.pack.establishments[advice.establishment].id),
                                  found.pack.audit_axes.names[point.point.axis], double{1} * point.point.score,
                                  point.point.audit->weak_point, point.point.audit->evidence,
                                  has_lever ? found.pack.audit_axes.names[point.point.levers.front().axis] : Text{},
                                  joined(point.actions, 3)});
        }
    }
    return block;
}

}  // namespace releve::report::diagnosis

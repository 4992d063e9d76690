#include "engine/base/fill.hpp"
#include "scenarios/audit/pages/cells.hpp"
#include "scenarios/audit/pages/diagnosis_blocks.hpp"
#include "scenarios/report/typography.hpp"

namespace releve::report::diagnosis {

namespace {

constexpr double two_sided = 1.96;  // 95 % of a normal distribution

/// A gain drawn towards the others', with its 95 % margin.
Text drawn_gain(const audit::Gain& gain, int decimals) {
    const auto told = [&](Language language) {
        return plus_minus(gain.shrunk, two_sided * gain.shrunk_error, decimals, language);
    };
    return {told(Language::en), told(Language::fr)};
}

const BlockColumn establishment_column{.key = "establishment", .title = {"est.", "étab."}};

void add_gains(Block& block, const Text& establishment, const audit::AdvisedPoint& point, const Text& axis) {
    for (const audit::RankedAction& one : point.actions) {
        if (one.gains == nullptr) {
            continue;
        }
        const auto gain = [&](audit::Burden burden) { return drawn_gain(one.gains->of(burden), 1); };
        const audit::Gain& overall = one.gains->of(audit::Burden::overall);
        block.rows.push_back({establishment, axis, text_of(one.action->label),
                              text_of(one.direct ? Label{"itself", "lui-même"} : Label{"a lever", "un levier"}),
                              gain(audit::Burden::unfilled), gain(audit::Burden::departures),
                              gain(audit::Burden::know_how), gain(audit::Burden::competences), overall.shrunk,
                              overall.probability, overall.own,
                              one.gains->cost > 0 ? BlockCell{one.gains->cost} : BlockCell{}});
    }
}

}  // namespace

Block establishments(const audit::Diagnosis& found) {
    Block block{.key = "establishments",
                .name = {"establishments", "établissements"},
                .title = {"Every establishment", "Tous les établissements"},
                .columns = {establishment_column,
                            {.key = "sector", .title = {"sector", "secteur"}, .width = 40, .wrap = 23},
                            {.key = "zone", .title = {"zone", "commune"}, .width = 24, .wrap = 14},
                            {.key = "people", .title = {"people", "pers."}},
                            {.key = "from_55", .title = {"55+", "55+"}, .decimals = 1},
                            {.key = "retire_1", .title = {"retire, 1 y", "retraite 1 an"}, .sheet_only = true},
                            {.key = "retire_3", .title = {"retire, 3 y", "retraite 3 ans"}, .sheet_only = true},
                            {.key = "retire_5", .title = {"retire, 5 y", "retraite 5 ans"}},
                            {.key = "any_retires_3",
                             .title = {"one or more, 3 y", "au moins une, 3 ans"},
                             .figure = Figure::percent,
                             .sheet_only = true},
                            {.key = "to_recruit_5", .title = {"recruit, 5 y", "à recruter"}, .mean_only = true},
                            {.key = "turnover",
                             .title = {"turnover", "rotation"},
                             .figure = Figure::percent,
                             .sheet_only = true},
                            {.key = "held_by_one", .title = {"held by one", "tenues par un"}, .sheet_only = true},
                            {.key = "executives", .title = {"exec.", "cadres"}, .sheet_only = true}},
                .rows_in_text = 0};
    for (const audit::InventoryLine& line : found.inventory.of(audit::Cut::establishment)) {
        const EstablishmentRow& row = found.pack.establishments[line.unit];
        block.rows.push_back({both(row.id), found.pack.sectors.names[row.sector], found.pack.zone_codes.names[row.zone],
                              line.people.mean, line.from_55, range_of(line.departures[0].retired),
                              range_of(line.departures[1].retired), range_of(line.departures[2].retired),
                              line.departures[1].any_retired, range_of(line.needs.openings[2].lasting),
                              line.turnover.mean, line.few.by_one, line.executives});
    }
    return block;
}

Block systems(const audit::Diagnosis& found) {
    Block block{.key = "systems",
                .name = {"systems", "systèmes"},
                .title = {"Levers and symptoms, establishment by establishment",
                          "Leviers et symptômes, établissement par établissement"},
                .columns = {establishment_column,
                            {.key = "axis", .title = {"axis", "axe"}, .width = 36, .wrap = 36},
                            {.key = "score", .title = {"score", "note"}},
                            {.key = "influence", .title = {"influence", "influence"}, .figure = Figure::percent},
                            {.key = "dependence", .title = {"dependence", "dépendance"}, .figure = Figure::percent},
                            {.key = "place", .title = {"place", "place"}, .width = 14}},
                .rows_in_text = 0};
    for (const audit::EstablishmentSystem& one : found.system.establishments) {
        for (std::uint32_t axis = 0; axis < one.view.indirect.size(); ++axis) {
            const audit::AxisPlace& place = one.view.indirect[axis];
            block.rows.push_back({both(found.pack.establishments[one.establishment].id),
                                  found.pack.audit_axes.names[axis],
                                  one.scores[axis] < 0 ? BlockCell{} : BlockCell{double{1} * one.scores[axis]},
                                  place.influence, place.dependence, quadrant_name(place.quadrant)});
        }
    }
    return block;
}

Block gains_by_establishment(const audit::Diagnosis& found) {
    Block block{
        .key = "gains_by_establishment",
        .name = {"gains by firm", "gains par étab."},
        .title = {"What each action would gain, establishment by establishment",
                  "Ce que gagnerait chaque action, établissement par établissement"},
        .before =
            {{"For each weak point, the actions that act on it or on one of its levers. Gains drawn towards the "
              "mean of the establishments that the action reaches, \u00b1 their 95% margin; own: what of it is the "
              "establishment's own (near 0: nothing tells it from the others).",
              "Pour chaque point faible, les actions qui agissent sur lui ou sur un de ses leviers. Gains "
              "rapprochés de la moyenne des établissements que l'action atteint, \u00b1 leur marge à 95 % ; "
              "propre : part qui lui est propre (proche de 0 : rien ne le distingue des autres)."}},
        .columns = {establishment_column,
                    {.key = "axis", .title = {"weak point", "point faible"}, .width = 36, .wrap = 22},
                    {.key = "action", .title = {"action", "action"}, .width = 34, .wrap = 22},
                    {.key = "acts_on", .title = {"acts on", "agit sur"}, .width = 12, .sheet_only = true},
                    {.key = "unfilled", .title = {"unfilled", "non pourvus"}, .width = 16},
                    {.key = "departures", .title = {"departures", "départs"}, .width = 16, .sheet_only = true},
                    {.key = "know_how", .title = {"know-how", "savoir-faire"}, .width = 16, .sheet_only = true},
                    {.key = "competences", .title = {"competences", "compétences"}, .width = 16, .sheet_only = true},
                    {.key = "overall", .title = {"overall", "ensemble"}, .figure = Figure::percent, .decimals = 2},
                    {.key = "sure", .title = {"sure", "sûr"}, .figure = Figure::percent},
                    {.key = "own", .title = {"own", "propre"}, .figure = Figure::percent},
                    {.key = "cost", .title = {"cost", "coût"}, .figure = Figure::euros}},
        .rows_in_text = 0};
    for (const audit::EstablishmentAdvice& advice : found.advice.establishments) {
        for (const audit::AdvisedPoint& point : advice.points) {
            add_gains(block, both(found.pack.establishments[advice.establishment].id), point,
                      found.pack.audit_axes.names[point.point.axis]);
        }
    }
    return block;
}

}  // namespace releve::report::diagnosis

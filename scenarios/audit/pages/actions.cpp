#include "engine/base/fill.hpp"
#include "scenarios/audit/pages/cells.hpp"
#include "scenarios/audit/pages/diagnosis_blocks.hpp"
#include "scenarios/report/typography.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace releve::report::diagnosis {

namespace {

using audit::ActionGains;
using audit::Burden;
using audit::Gain;

Text list_of(const std::vector<const Action*>& actions, std::size_t most) {
    Text all;
    for (std::size_t i = 0; i < std::min(most, actions.size()); ++i) {
        all.en += (i == 0 ? "" : ", ") + std::string(actions[i]->label.en);
        all.fr += (i == 0 ? "" : ", ") + std::string(actions[i]->label.fr);
    }
    return all;
}

/// Short, in the order of Burden.
constexpr std::array<Label, audit::burdens_in_overall> gain_titles{{{"unfilled months", "mois non pourvus"},
                                                                    {"departures", "départs"},
                                                                    {"know-how kept", "savoir-faire"},
                                                                    {"comp. kept", "comp. gardées"}}};

/// Gain and its 95 % margin.
Text with_margin(const Gain& gain, int decimals) {
    constexpr double two_sided = 1.96;
    const auto told = [&](Language language) {
        return plus_minus(gain.raw, two_sided * gain.error, decimals, language);
    };
    return {told(Language::en), told(Language::fr)};
}

}  // namespace

Block weak_axes(const audit::Diagnosis& found) {
    Block block{
        .key = "weak_axes",
        .name = {"weak points", "points faibles"},
        .title = {"From weak points to actions", "Des points faibles aux actions"},
        .before = {{"For each axis: in how many audited establishments it is a weak point, the axis that pulls on "
                    "it the most there, and actions that act on it.",
                    "Pour chaque axe : dans combien d'établissements audités il est un point faible, l'axe qui y "
                    "pèse le plus, et des actions qui agissent sur lui."}},
        .columns = {
            {.key = "axis", .title = {"axis", "axe"}, .width = 40, .wrap = 24},
            {.key = "establishments", .title = {"weak in", "faible dans"}},
            {.key = "lever", .title = {"first lever behind", "premier levier derrière"}, .width = 30, .wrap = 22},
            {.key = "actions", .title = {"actions", "actions"}, .width = 60, .wrap = 30}}};
    for (std::uint32_t axis = 0; axis < found.pack.audit_axes.size(); ++axis) {
        double weak = 0;
        std::map<std::uint32_t, int> levers;
        std::vector<const Action*> actions;
        for (const audit::WeakPoint& point : found.weak_points) {
            if (point.axis != axis) {
                continue;
            }
            weak += 1;
            if (!point.levers.empty()) {
                ++levers[point.levers.front().axis];
            }
            for (const audit::Candidate& candidate : point.candidates) {
                if (candidate.direct && std::find(actions.begin(), actions.end(), candidate.action) == actions.end()) {
                    actions.push_back(candidate.action);
                }
            }
        }
        const auto first = std::max_element(levers.begin(), levers.end(),
                                            [](const auto& a, const auto& b) { return a.second < b.second; });
        block.rows.push_back({found.pack.audit_axes.names[axis], weak,
                              first == levers.end() ? Text{} : found.pack.audit_axes.names[first->first],
                              list_of(actions, 3)});
    }
    std::stable_sort(block.rows.begin(), block.rows.end(),
                     [](const auto& a, const auto& b) { return std::get<double>(a[1]) > std::get<double>(b[1]); });
    return block;
}

Block action_gains(const audit::Diagnosis& found) {
    Block block{
        .key = "action_gains",
        .name = {"gains of actions", "gains des actions"},
        .title = {"What each action would change in the audited establishments",
                  "Ce que chaque action changerait dans les établissements audités"},
        .before = {fill(
            {"Each action alone, offered to the audited establishments, all of them taking part where they can: "
             "what they would be spared in five years, mean of {} simulated futures with the same chance \u00b1 its "
             "95% margin. A margin larger than the gain: chance hides it. \"Whole territory\": the action is "
             "taken up by people, and was offered to all.",
             "Chaque action seule, proposée aux établissements audités, tous y participant s'ils le peuvent : "
             "ce qui leur serait épargné en cinq ans, moyenne de {} futurs simulés à hasard égal \u00b1 sa marge "
             "à 95 %. Une marge plus grande que le gain : le hasard le cache. « Tout le territoire » : "
             "l'action s'adresse à des personnes, et a été proposée à toutes."},
            {std::to_string(found.gains.replicates)})},
        .columns = {{.key = "action", .title = {"action", "action"}, .width = 34, .wrap = 24},
                    {.key = "offered_to", .title = {"offered to", "proposée à"}, .width = 18, .wrap = 12}}};
    for (std::size_t i = 0; i < audit::burdens_in_overall; ++i) {
        block.columns.push_back({.key = audit::burden_records()[i].name, .title = gain_titles[i], .width = 20});
    }
    for (const ActionGains& one : found.gains.actions) {
        std::vector<BlockCell> row{
            text_of(one.action->label),
            text_of(one.targeted ? Label{"audited", "audités"} : Label{"whole territory", "tout le territoire"})};
        for (std::size_t i = 0; i < audit::burdens_in_overall; ++i) {
            row.push_back(with_margin(one.together[i], 1));
        }
        block.rows.push_back(std::move(row));
    }
    return block;
}

Block collective_actions(const audit::Diagnosis& found) {
    Block block{
        .key = "collective_actions",
        .name = {"collective actions", "actions collectives"},
        .title = {"Actions that several establishments could share",
                  "Actions que plusieurs établissements partageraient"},
        .before =
            {{"Establishments weak on the same axis on which the same action acts, or on a lever of it. Gain: share of "
              "what the audited establishments bear together (unfilled posts, departures, know-how and competences "
              "lost). Ties: pairs that are linked already, of one sector or of one zone.",
              "Établissements faibles sur le même axe sur lequel, ou sur un levier duquel, la même action agit. Gain : "
              "part de ce que "
              "les établissements audités supportent ensemble (postes non pourvus, départs, savoir-faire et "
              "compétences perdus). Liens : paires déjà liées, d'un même secteur ou d'une même commune."}},
        .columns = {{.key = "action", .title = {"action", "action"}, .width = 34, .wrap = 24},
                    {.key = "axis", .title = {"for", "pour"}, .width = 30, .wrap = 28},
                    {.key = "establishments", .title = {"est.", "étab."}},
                    {.key = "ties", .title = {"ties", "liens"}},
                    {.key = "gain", .title = {"gain", "gain"}, .figure = Figure::percent, .decimals = 1},
                    {.key = "sure", .title = {"sure", "sûr"}, .figure = Figure::percent},
                    {.key = "cost", .title = {"cost", "coût"}, .figure = Figure::euros}},
        .rows_in_text = 12};
    const bool simulated = !found.gains.actions.empty();
    for (BlockColumn& column : block.columns) {
        column.sheet_only = !simulated && (column.key == "gain" || column.key == "sure" || column.key == "cost");
    }
    for (const audit::CollectiveAction& one : found.advice.collective) {
        block.rows.push_back({text_of(one.action->label), found.pack.audit_axes.names[one.axis],
                              static_cast<double>(one.establishments.size()), static_cast<double>(one.ties.size()),
                              simulated ? BlockCell{one.gain} : BlockCell{},
                              simulated ? BlockCell{one.probability} : BlockCell{},
                              simulated && one.cost > 0 ? BlockCell{one.cost} : BlockCell{}});
    }
    return block;
}

}  // namespace releve::report::diagnosis

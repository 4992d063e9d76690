#include "engine/base/fill.hpp"
#include "scenarios/actions/action.hpp"
#include "scenarios/report/comparison/cost.hpp"
#include "scenarios/report/comparison/parts.hpp"
#include "scenarios/report/comparison/targets.hpp"
#include "scenarios/report/typography.hpp"

#include <algorithm>
#include <cmath>

namespace releve::report {

namespace {

constexpr std::size_t widest_plan = 40;

/// `sure`: the effect is shown after correction for the number of plans too.
std::string price_text(const compare::CostEffect& found, bool sure, Language language) {
    switch (found.shown) {
        case compare::Shown::no_effect: return language == Language::fr ? "pas d'effet démontré" : "no effect shown";
        case compare::Shown::harm: return language == Language::fr ? "aggrave la pénurie" : "makes shortage worse";
        case compare::Shown::gain: break;
    }
    return number(found.ratio, 0, language) + " " + interval(found.low, found.high, 0, language) + (sure ? "" : " *");
}

/// Whether the effect on shortage is shown in the table of changes, corrected for all that is compared there.
bool is_sure(const Dataset& results, std::size_t scenario, double level) {
    const int last = years_of(results).back();
    const std::vector<Change> changes = changes_of(results, comparison_measures(results, last), {last}, level);
    return std::any_of(changes.begin(), changes.end(), [&](const Change& change) {
        return change.scenario == scenario && change.measure == 0 && change.adjusted_p < 1 - level;
    });
}

std::string label_in_file(const Dataset& results, const std::string& variable, Language language) {
    const Variable* found = results.find(variable);
    found = found == nullptr ? results.find(variable + "_total") : found;
    return found == nullptr
               ? variable
               : std::string(text_of(found->attributes, language == Language::fr ? "long_name_fr" : "long_name"));
}

std::string action_label(const std::string& type, Language language) {
    const Action* action = find_action(type);
    return action == nullptr ? type : std::string(action->label.in(language));
}

/// The plans of one future, its reference aside.
std::string cost_table(const Dataset& results, const Group& group, Language language, double level) {
    TextTable table(language == Language::fr
                        ? std::vector<std::string>{"", "k€ de plus", "mois évités", "€ par mois de poste évité"}
                        : std::vector<std::string>{"", "k€ added", "months avoided", "€ per post-month avoided"});
    table.keep_within_page(0);
    for (std::size_t i = 1; i < group.size(); ++i) {
        const auto found = cost_effect_of(results, {group[i], group.front()}, level);
        table.add({plan_name(results, group[i], widest_plan, language),
                   plus_minus(found->cost.mean / 1000, (found->cost.high - found->cost.low) / 2000, 0, language),
                   plus_minus(found->effect.mean, (found->effect.high - found->effect.low) / 2, 0, language),
                   price_text(*found, is_sure(results, group[i], level), language)});
    }
    return table.text();
}

/// Nothing if no action of the plan has an aim.
std::string target_table(const Dataset& results, const Pair& pair, Language language, double level) {
    constexpr std::size_t widest_action = 36;
    constexpr std::size_t widest_indicator = 44;
    const std::string plan = plan_name(results, pair.scenario, widest_action, language);
    TextTable table(language == Language::fr
                        ? std::vector<std::string>{plan, "indicateur", "an", "but", "écart", "atteint\u00a0?"}
                        : std::vector<std::string>{plan, "indicator", "year", "target", "change", "reached?"});
    table.align_left(1);
    table.keep_within_page(1);
    bool any = false;
    for (const Aim& aim : aims_of(results, pair.scenario)) {
        if (const auto found = reached_by(results, pair, aim, level)) {
            any = true;
            std::vector<std::string> row{shortened(action_label(aim.action, language), widest_action),
                                         shortened(label_in_file(results, aim.indicator, language), widest_indicator)};
            if (aim.begun) {
                const int decimals = std::abs(aim.target) < 0.001 ? 2 : 1;
                const double change = found->change.mean;
                row.insert(row.end(), {std::to_string(aim.year), target(aim.target, language),
                                       (change > 0 ? "+" : "") + percent(change, decimals, language),
                                       chance_text(found->probability, language)});
            } else {
                const std::string nothing = number(NAN, 0, language);
                row.insert(row.end(), {nothing, target(aim.target, language), nothing, nothing});
            }
            table.add(row);
        }
    }
    return any ? future_line(results, pair.scenario, language) + table.text() + "\n" : "";
}

}  // namespace

std::string cost_part(const Dataset& results, Language language, double level) {
    if (!cost_measure(results)) {
        return "\n" +
               paragraph({"Cost per unfilled post-month avoided: costs are not in the file.",
                          "Coût par mois de poste non pourvu évité\u00a0: les coûts ne sont pas dans le fichier."},
                         language);
    }
    std::string tables;
    for (const Group& group : groups_of(results)) {
        tables += future_line(results, group.front(), language) + cost_table(results, group, language, level);
    }
    const Text title{"What an unfilled post-month avoided costs", "Ce que coûte un mois de poste non pourvu évité"};
    const Text legend =
        fill({"Over the whole run, against the reference; \u00b1 and intervals at {}, the last by "
              "Fieller's theorem. Where the plan shows no effect, no cost per unit can be given. *: no effect shown "
              "once corrected for all comparisons of the table of changes (Holm).",
              "Sur toute la simulation, par rapport à la référence\u00a0; \u00b1 et intervalles à {}, le "
              "dernier par le théorème de Fieller. Sans effet démontré, aucun coût unitaire ne peut "
              "être donné. *\u00a0: pas d'effet démontré une fois corrigé de toutes les comparaisons du tableau des "
              "écarts (Holm)."},
             {Text{percent(level, 0, Language::en), percent(level, 0, Language::fr)}});
    return heading(title.in(language)) + tables + paragraph(legend, language);
}

std::string targets_part(const Dataset& results, Language language, double level) {
    std::string tables;
    for (const Pair& pair : pairs_of(results)) {
        tables += target_table(results, pair, language, level);
    }
    if (tables.empty()) {
        return "";
    }
    const Text title{"Are targets reached?", "Les cibles sont-elles atteintes\u00a0?"};
    const Text legend{
        "Relative change of the indicator by the end of the action's last year or, if the run ends before, of the "
        "run's; and probability over replicates that it reaches the target. The change is that of the whole plan. "
        "\u2013: the action starts after the run.",
        "Évolution relative de l'indicateur à la fin de la dernière année de l'action ou, si la simulation s'arrête "
        "avant, de la simulation\u00a0; et probabilité sur les répliques qu'elle atteigne la cible. L'écart est celui "
        "du plan entier. \u2013\u00a0: l'action commence après la simulation."};
    return heading(title.in(language)) + tables + paragraph(legend, language);
}

}  // namespace releve::report

#include "engine/base/fill.hpp"
#include "scenarios/report/comparison/cost.hpp"
#include "scenarios/report/comparison/parts.hpp"
#include "scenarios/report/comparison/targets.hpp"
#include "scenarios/report/typography.hpp"

namespace releve::report {

namespace {

constexpr std::size_t widest_plan = 32;

std::string price_text(const compare::CostEffect& found, Language language) {
    switch (found.shown) {
        case compare::Shown::no_effect: return language == Language::fr ? "pas d'effet démontré" : "no effect shown";
        case compare::Shown::harm: return language == Language::fr ? "aggrave la pénurie" : "makes shortage worse";
        case compare::Shown::gain: break;
    }
    return number(found.ratio, 0, language) + " " + interval(found.low, found.high, 0, language);
}

/// The plans of one future, its reference aside.
std::string cost_table(const Dataset& results, const Group& group, Language language, double level) {
    TextTable table(language == Language::fr
                        ? std::vector<std::string>{"", "k€ de plus", "mois évités", "€ par mois de poste évité"}
                        : std::vector<std::string>{"", "k€ added", "months avoided", "€ per post-month avoided"});
    for (std::size_t i = 1; i < group.size(); ++i) {
        const auto found = cost_effect_of(results, {group[i], group.front()}, level);
        table.add({plan_name(results, group[i], widest_plan, language),
                   plus_minus(found->cost.mean / 1000, (found->cost.high - found->cost.low) / 2000, 0, language),
                   plus_minus(found->effect.mean, (found->effect.high - found->effect.low) / 2, 0, language),
                   price_text(*found, language)});
    }
    return table.text();
}

/// Nothing if no plan of the future has an aim.
std::string target_table(const Dataset& results, const Group& group, Language language, double level) {
    const bool french = language == Language::fr;
    TextTable table(
        french ? std::vector<std::string>{"plan", "action", "indicateur", "an", "but", "écart", "atteint\u00a0?"}
               : std::vector<std::string>{"plan", "action", "indicator", "year", "target", "change", "reached?"});
    table.align_left(1);
    table.align_left(2);
    bool any = false;
    for (std::size_t i = 1; i < group.size(); ++i) {
        for (const Aim& aim : aims_of(results, group[i])) {
            if (const auto found = reached_by(results, {group[i], group.front()}, aim, level)) {
                any = true;
                table.add({plan_name(results, group[i], 16, language), shortened(aim.action, 18),
                           shortened(aim.indicator, 18), std::to_string(aim.year), percent(aim.target, 1, language),
                           percent(found->change.mean, 1, language), chance_text(found->probability, language)});
            }
        }
    }
    return any ? future_line(results, group.front(), language) + table.text() : "";
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
              "Fieller's theorem. Where the plan shows no effect, no cost per unit can be given.",
              "Sur toute la simulation, par rapport à la référence\u00a0; \u00b1 et intervalles à {}, le "
              "dernier par le théorème de Fieller. Sans effet démontré, aucun coût unitaire ne peut "
              "être donné."},
             {Text{percent(level, 0, Language::en), percent(level, 0, Language::fr)}});
    return heading(title.in(language)) + tables + paragraph(legend, language);
}

std::string targets_part(const Dataset& results, Language language, double level) {
    std::string tables;
    for (const Group& group : groups_of(results)) {
        tables += target_table(results, group, language, level);
    }
    if (tables.empty()) {
        return "";
    }
    const Text title{"Are targets reached?", "Les cibles sont-elles atteintes\u00a0?"};
    const Text legend{
        "Relative change of the indicator by the end of the action's last year, and probability over "
        "replicates that it reaches the target. The change is that of the whole plan.",
        "Évolution relative de l'indicateur à la fin de la dernière année de l'action, et probabilité sur "
        "les répliques qu'elle atteigne la cible. L'écart est celui du plan entier."};
    return heading(title.in(language)) + tables + paragraph(legend, language);
}

}  // namespace releve::report

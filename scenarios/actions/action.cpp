#include "scenarios/actions/action.hpp"

#include "engine/base/fill.hpp"
#include "engine/base/suggest.hpp"
#include "scenarios/actions/offered.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace releve {

namespace actions {
#define ACTION(name) extern const Action name;
#include "scenarios/actions.def"
#undef ACTION
}  // namespace actions

namespace {

constexpr const Action* listed[] = {
#define ACTION(name) &actions::name,
#include "scenarios/actions.def"
#undef ACTION
};

template <class Item>
std::vector<std::string_view> names_of(std::span<const Item> items) {
    std::vector<std::string_view> names;
    for (const Item& item : items) {
        names.push_back(item.name);
    }
    return names;
}

std::string did_you_mean(std::string_view near, Language language) {
    if (near.empty()) {
        return "";
    }
    return language == Language::fr ? fmt::format(" vouliez-vous dire « {} » ?", near)
                                    : fmt::format(" did you mean '{}'?", near);
}

const Action* action_of(const ActionEntry& entry, Problems& problems) {
    std::vector<std::string_view> known;
    for (const Action* action : listed) {
        known.push_back(action->name);
        if (action->name == entry.type) {
            return action;
        }
    }
    if (entry.type.empty()) {
        return nullptr;  // the reader has told it
    }
    const std::string_view near = nearest_name(entry.type, known);
    problems.add(
        entry.where + " type",
        {fmt::format("unknown action '{}' (not in the catalogue){}", entry.type, did_you_mean(near, Language::en)),
         fmt::format("action inconnue « {} » (absente du catalogue){}", entry.type, did_you_mean(near, Language::fr))});
    return nullptr;
}

void set(const Action& action, const ActionSetting& setting, std::vector<double>& values, Problems& problems) {
    const std::string where = setting.where + " " + setting.name;
    for (std::size_t i = 0; i < action.parameters.size(); ++i) {
        const Parameter& parameter = action.parameters[i];
        if (parameter.name != setting.name) {
            continue;
        }
        const double* number = std::get_if<double>(&setting.value);
        const bool is_time = parameter.unit == "month";
        if (number == nullptr || is_time != setting.is_duration) {
            problems.add(
                where, is_time ? Text{"a duration needs its unit (bare numbers are ambiguous) write \"18 months\"",
                                      "une durée s'écrit avec son unité (un nombre seul est ambigu) écrire \"18 mois\""}
                               : Text{"a number is expected", "un nombre est attendu"});
        } else if (!(*number >= parameter.least && *number <= parameter.most)) {
            const Text range = range_of(parameter);
            problems.add(where, {fmt::format("{} is out of range ({}) correct it", *number, range.en),
                                 fmt::format("{} est hors des bornes ({}) corrigez", *number, range.fr)});
        } else if (parameter.name == action.capacity && *number != std::floor(*number)) {
            problems.add(where, fill({"{} is not a whole number (people and establishments are not cut) write {}",
                                      "{} n'est pas un nombre entier (on ne coupe ni personne ni établissement) "
                                      "écrivez {}"},
                                     {fmt::format("{}", *number), fmt::format("{}", std::floor(*number))}));
        } else {
            values[i] = *number;
        }
        return;
    }
    std::vector<std::string_view> known = names_of(action.parameters);
    known.insert(known.end(), action_keys.begin(), action_keys.end());
    const std::string_view near = nearest_name(setting.name, known);
    problems.add(where, {fmt::format("unknown setting of {} (see 'releve describe {}'){}", action.name, action.name,
                                     did_you_mean(near, Language::en)),
                         fmt::format("réglage inconnu de {} (voir « releve describe {} »){}", action.name, action.name,
                                     did_you_mean(near, Language::fr))});
}

/// Values of the settings before a scenario gives its own: the record's, over which a legal scheme lays what it prescribes.
std::vector<double> default_values(const Action& action, const ActionEntry& entry, const Pack& pack) {
    std::vector<double> values;
    for (const Parameter& parameter : action.parameters) {
        values.push_back(parameter.value);
        for (const SchemeRule& rule : pack.scheme_rules) {
            const Scheme& scheme = pack.schemes[rule.scheme];
            if (scheme.code == entry.scheme && scheme.action == action.name && rule.setting == parameter.name &&
                rule.rule == RuleKind::default_value) {
                values.back() = rule.value;
            }
        }
    }
    return values;
}

void check_tables(const Action& action, const ActionEntry& entry, const Pack& pack, Problems& problems) {
    for (const std::string_view table : action.tables) {
        if (!pack.tables_present.empty() && !pack.has(std::string(table))) {
            problems.add(entry.where + " type",
                         {fmt::format("{} needs the table {} (this pack does not have it: nobody could take part) add "
                                      "{}.csv, or take the action out",
                                      action.name, table, table),
                          fmt::format("{} demande la table {} (ce territoire ne l'a pas\u00a0: personne ne pourrait "
                                      "participer) ajoutez {}.csv, ou retirez l'action",
                                      action.name, table, table)});
        }
    }
}

void check_number(const Scenario& scenario, Problems& problems) {
    if (scenario.actions.size() > Post::most_actions) {
        problems.add(scenario.actions[Post::most_actions].where,
                     {fmt::format("{} actions (a scenario holds {} at most) merge those of one kind",
                                  scenario.actions.size(), Post::most_actions),
                      fmt::format("{} actions (un scénario en contient {} au plus) réunissez celles d'un même genre",
                                  scenario.actions.size(), Post::most_actions)});
    }
}

}  // namespace

std::span<const Action* const> all_actions() { return listed; }

const Action* find_action(std::string_view name) {
    const auto found =
        std::find_if(std::begin(listed), std::end(listed), [&](const Action* one) { return one->name == name; });
    return found == std::end(listed) ? nullptr : *found;
}

std::optional<double> setting_of(const Action& action, std::string_view name, std::span<const double> settings) {
    for (std::size_t i = 0; i < action.parameters.size() && i < settings.size(); ++i) {
        if (action.parameters[i].name == name) {
            return settings[i];
        }
    }
    return std::nullopt;
}

std::vector<Intervention> bind_actions(const Scenario& scenario, const Pack& pack, int horizon, Problems& problems) {
    const Calendar& calendar = pack.calendar;
    if (calendar.step != 1 && !scenario.actions.empty()) {
        problems.add(
            scenario.actions.front().where,
            {"actions need steps of a month (their durations are in months) take out the action, or the step of "
             "territory.toml",
             "les actions demandent des pas d'un mois (leurs durées sont en mois) retirez l'action, ou le pas "
             "de territory.toml"});
    }
    check_number(scenario, problems);
    std::vector<Intervention> bound;
    for (const ActionEntry& entry : scenario.actions) {
        const Action* action = action_of(entry, problems);
        if (action == nullptr) {
            continue;
        }
        check_tables(*action, entry, pack, problems);
        std::vector<double> values = default_values(*action, entry, pack);
        for (const ActionSetting& setting : entry.settings) {
            set(*action, setting, values, problems);
        }
        const int first = entry.start ? *entry.start - calendar.start : 0;
        // one that starts after the run does nothing in it; an end before the start has been told by the reader
        const int last = entry.end ? *entry.end - calendar.start : std::max(first, horizon - 1);
        if (last < 0 && last >= first) {
            problems.add(entry.where_of("end"),
                         fill({"end {} is before the pack starts in {} (the action would do nothing) move it, or take "
                               "the action out",
                               "la fin {} précède le début du territoire, {} (l'action ne ferait rien) déplacez-la, ou "
                               "retirez l'action"},
                              {to_string(*entry.end), to_string(calendar.start)}));
        }
        // two of one kind do not share their luck; what else the scenario holds does not touch it
        const auto before = std::count_if(bound.begin(), bound.end(),
                                          [&](const Intervention& one) { return one.name == action->name; });
        const std::string key = fmt::format("{}.{}", action->name, before);
        bound.push_back({.name = std::string(action->name),
                         .purpose = purpose(key),
                         .settings = std::move(values),
                         .start = std::max(0, first),
                         .end = last,
                         .changes = action->changes,
                         .wide_reach = action->wide_reach,
                         .offered = offered_by(entry, *action, pack, problems),
                         .step = action->step});
    }
    return bound;
}

}  // namespace releve

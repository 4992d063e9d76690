#include "scenarios/own/own_action.hpp"

#include "engine/base/fill.hpp"
#include "engine/base/suggest.hpp"
#include "engine/model/catalogue.hpp"

#include <algorithm>

namespace releve {

namespace {

bool is_name(const std::string& name) {
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    return !name.empty() && is_letter(name.front()) && std::all_of(name.begin(), name.end(), [&](char c) {
        return is_letter(c) || (c >= '0' && c <= '9') || c == '_';
    });
}

Changes changes_of(const OwnAction& action, Problems& problems) {
    Changes changes;
    std::vector<std::string_view> known;
    for (std::size_t i = 0; i < change_count; ++i) {
        known.push_back(to_string(static_cast<Change>(i)));
    }
    for (const std::string& name : action.changes) {
        const std::optional<Change> change = find_change(name);
        if (change) {
            changes.add(*change);
            continue;
        }
        const std::string_view near = nearest_name(name, known);
        problems.add(action.name + " changes",
                     near.empty()
                         ? fill({"unknown change '{}'", "changement inconnu «\u00a0{}\u00a0»"}, {shown(name)})
                         : fill({"unknown change '{}' did you mean '{}'?",
                                 "changement inconnu «\u00a0{}\u00a0» vouliez-vous dire «\u00a0{}\u00a0»\u00a0?"},
                                {shown(name), near}));
    }
    return changes;
}

/// The name of a process that would share its luck, "" if there is none: the codes of draws have 16 bits.
std::string_view same_luck(Purpose wanted) {
    for (const Process* process : all_processes()) {
        if (purpose(process->name).code == wanted.code || clock_purpose(*process).code == wanted.code) {
            return process->name;
        }
    }
    return "";
}

void check_place(const OwnAction& action, const std::vector<Intervention>& bound, Purpose luck, Problems& problems) {
    if (const std::string_view other = same_luck(luck); !other.empty()) {
        problems.add(action.name, fill({"this name draws the same luck as {} (by chance) choose another name",
                                        "ce nom tire la même chance que {} (par hasard) choisissez un autre nom"},
                                       {other}));
    }
    if (bound.size() >= Post::most_actions) {
        problems.add(action.name, fill({"a scenario holds {} actions at most, its own included",
                                        "un scénario contient {} actions au plus, les siennes comprises"},
                                       {std::to_string(Post::most_actions)}));
    }
}

}  // namespace

void bind_own_actions(const std::vector<OwnAction>& own, const Calendar& calendar, int horizon,
                      std::vector<Intervention>& bound, Problems& problems) {
    for (const OwnAction& action : own) {
        if (!is_name(action.name)) {
            problems.add(
                "own action '" + shown(action.name) + "'",
                {"not a name (it goes into results) write lower-case letters, digits and _",
                 "pas un nom (il va dans les résultats) écrivez des minuscules sans accent, des chiffres et _"});
            continue;
        }
        if (action.start && action.end && *action.end < *action.start) {
            problems.add(action.name + " end",
                         fill({"{} is before its start {} (it would do nothing) correct one of them",
                               "{} précède son début {} (elle ne ferait rien) corrigez l'un des deux"},
                              {to_string(*action.end), to_string(*action.start)}));
        }
        if (action.end && *action.end < calendar.start) {
            problems.add(action.name + " end",
                         fill({"{} is before the pack starts in {} (it would do nothing) move it",
                               "{} précède le début du territoire, {} (elle ne ferait rien) déplacez-la"},
                              {to_string(*action.end), to_string(calendar.start)}));
        }
        const auto before =
            std::count_if(bound.begin(), bound.end(), [&](const Intervention& one) { return one.name == action.name; });
        const Purpose luck = purpose(action.name + "." + std::to_string(before));
        check_place(action, bound, luck, problems);
        const int start = action.start ? calendar.steps_until(*action.start - 1) : 0;
        bound.push_back({.name = action.name,
                         .purpose = luck,
                         .start = start,
                         .end = action.end ? calendar.steps_until(*action.end) - 1 : std::max(start, horizon - 1),
                         .changes = changes_of(action, problems),
                         .wide_reach = action.wide_reach,
                         .step = action.step,
                         .own = true});
    }
}

void add_own_code(Dataset& dataset, const std::vector<Plan>& plans) {
    std::vector<std::string> names;
    for (const Plan& plan : plans) {
        for (const Intervention& one : plan.interventions) {
            if (one.own) {
                names.push_back(plan.name + "." + one.name);
            }
        }
    }
    if (!names.empty()) {
        dataset.attributes.push_back({"own_code", names});
    }
}

}  // namespace releve

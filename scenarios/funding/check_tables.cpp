#include "scenarios/funding/check_tables.hpp"

#include "engine/base/fill.hpp"
#include "engine/inputs/reading/read_cell.hpp"
#include "scenarios/actions/action.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace releve {

namespace {

void check_action(const std::string& name, const std::string& where, Problems& problems) {
    if (find_action(name) != nullptr) {
        return;
    }
    std::vector<std::string_view> known;
    for (const Action* action : all_actions()) {
        known.push_back(action->name);
    }
    problems.add(where, fill({"unknown action \"{}\" (not in the catalogue, see \"releve describe actions\"){}",
                              "action inconnue «\u00a0{}\u00a0» (absente du catalogue, voir «\u00a0releve describe "
                              "actions\u00a0»){}"},
                             {shown(name), did_you_mean(name, known)}));
}

void check_rule(const SchemeRule& rule, const Action& action, Problems& problems) {
    std::vector<std::string_view> known;
    for (const Parameter& parameter : action.parameters) {
        known.push_back(parameter.name);
        if (parameter.name != rule.setting) {
            continue;
        }
        if (rule.value < parameter.least || rule.value > parameter.most) {
            problems.add(rule.where + " value",
                         fill({"{} is out of range ({} of {}: {}) correct it",
                               "{} est hors limites ({} de {}\u00a0: {}) corrigez"},
                              {fmt::format("{}", rule.value), parameter.name, action.name, range_of(parameter)}));
        }
        return;
    }
    problems.add(rule.where + " setting",
                 fill({"unknown setting \"{}\" of {} (see \"releve describe {}\"){}",
                       "réglage inconnu «\u00a0{}\u00a0» de {} (voir «\u00a0releve describe {}\u00a0»){}"},
                      {shown(rule.setting), action.name, action.name, did_you_mean(rule.setting, known)}));
}

}  // namespace

void check_funding_tables(const Pack& pack, Problems& problems) {
    for (const Convention& convention : pack.conventions) {
        for (const std::string& action : convention.actions) {
            check_action(action, convention.where + " actions", problems);
        }
    }
    for (const Scheme& scheme : pack.schemes) {
        check_action(scheme.action, scheme.where + " action", problems);
    }
    for (const SchemeRule& rule : pack.scheme_rules) {
        if (const Action* action = find_action(pack.schemes[rule.scheme].action)) {
            check_rule(rule, *action, problems);
        }
    }
    for (const ActionCost& cost : pack.action_costs) {
        check_action(cost.action, cost.where + " action", problems);
    }
}

}  // namespace releve

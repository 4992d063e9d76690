#include "engine/inputs/reading/plan_sections.hpp"

#include "engine/base/fill.hpp"
#include "engine/inputs/reading/action_entries.hpp"

#include <algorithm>

namespace releve {

namespace {

/// 0 for what stands outside the plan, then 1, 2, 3 by term.
std::size_t rank_of(const ActionEntry& action) {
    for (std::size_t i = 0; i < plan_terms.size(); ++i) {
        if (plan_terms[i].code == action.term) {
            return i + 1;
        }
    }
    return 0;
}

/// How the section is written, and its last month.
struct Section {
    std::string header;
    Month first, last;
};

void check_within(const ActionEntry& action, const Section& section, Problems& problems) {
    if (*action.start < section.first) {
        problems.add(
            action.where_of("start"),
            fill({"start {} is before the plan's start {} (a section holds what the plan begins) move it, or "
                  "write it as [[action]]",
                  "le début {} est antérieur à celui du plan, {} (une section contient ce que le plan commence) "
                  "déplacez-le, ou écrivez l'action en [[action]]"},
                 {to_string(*action.start), to_string(section.first)}));
    }
    if (*action.start > section.last) {
        problems.add(action.where_of("start"),
                     fill({"start {} is after the term of {} (its last month is {}) move the action to a longer term",
                           "le début {} dépasse l'échéance de {} (dernier mois\u00a0: {}) passez l'action à une "
                           "échéance plus longue"},
                          {to_string(*action.start), section.header, to_string(section.last)}));
    } else if (action.end && *action.end > section.last) {
        problems.add(action.where_of("end"),
                     fill({"end {} is beyond the term of {} (its last month is {}) shorten the action, move it to a "
                           "longer term, or write it as [[action]]",
                           "la fin {} dépasse l'échéance de {} (dernier mois\u00a0: {}) raccourcissez l'action, "
                           "passez-la à une échéance plus longue, ou écrivez-la en [[action]]"},
                          {to_string(*action.end), section.header, to_string(section.last)}));
    }
}

void complete(ActionEntry& action, Month plan_start, Problems& problems) {
    const std::size_t rank = rank_of(action);
    if (rank == 0) {
        return;
    }
    const PlanTerm& term = plan_terms[rank - 1];
    const Section section{"[[plan." + std::string(term.code) + "]]", plan_start, plan_start + (term.months - 1)};
    action.start = action.start ? action.start : section.first;
    check_within(action, section, problems);
    if (!action.end && *action.start <= section.last) {
        action.end = section.last;
    }
}

}  // namespace

void read_plan(const TomlValue& document, const std::string& file, Scenario& scenario, Problems& problems) {
    constexpr std::array<std::string_view, 4> known{"start", "short", "medium", "long"};
    const TomlValue* plan = table_at(document, "plan", file, problems);
    if (plan == nullptr) {
        return;
    }
    refuse_unknown_keys(*plan, known, file, problems);
    if (plan->find("start") != nullptr) {
        scenario.plan_start = month_at(*plan, "start", file, problems);
    } else if (!scenario.plan_start) {
        problems.add(line_of(file, *plan) + " plan",
                     {"plan without a start (its terms run from there) write start = \"2013-09\" under [plan]",
                      "plan sans début (ses échéances en partent) écrivez start = \"2013-09\" sous [plan]"});
    }
    for (const PlanTerm& term : plan_terms) {
        if (const TomlValue* listed = plan->find(term.code)) {
            read_actions(*listed, term.code, "[[plan." + std::string(term.code) + "]]", file, scenario.actions,
                         problems);
        }
    }
}

void complete_plan(Scenario& scenario, Problems& problems) {
    std::stable_sort(scenario.actions.begin(), scenario.actions.end(),
                     [](const ActionEntry& a, const ActionEntry& b) { return rank_of(a) < rank_of(b); });
    for (ActionEntry& action : scenario.actions) {
        if (scenario.plan_start) {
            complete(action, *scenario.plan_start, problems);
        }
        check_months(action, problems);
    }
}

}  // namespace releve

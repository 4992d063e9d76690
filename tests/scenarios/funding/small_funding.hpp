#pragma once
#include "engine/inputs/pack.hpp"
#include "scenarios/actions/action.hpp"

/// Two funders' conventions, employers and own funds; costs of tutoring and of insertion_platform, small enough for sums by
/// hand.
namespace releve::tests {

enum : std::uint32_t { state, europe, firms, own };
enum : std::uint32_t { state_2013, state_2014, europe_2013 };

inline Pack small_funding() {
    Pack pack;
    pack.calendar.start = Month::of(2013, 1);
    pack.funders = {{"state", {"State", "État"}, FunderKind::state},
                    {"europe", {"Europe", "Europe"}, FunderKind::europe},
                    {"firms", {"Employers", "Employeurs"}, FunderKind::employer},
                    {"own", {"Own funds", "Fonds propres"}, FunderKind::own}};
    const auto sign = [&](const char* code, std::uint32_t funder, Month from, Month until, double rate) {
        pack.conventions.push_back({.code = code,
                                    .name = {code, code},
                                    .funder = funder,
                                    .programme = "jobs",
                                    .from = from,
                                    .until = until,
                                    .rate = rate,
                                    .where = "conventions.csv:" + std::to_string(pack.conventions.size() + 2)});
    };
    sign("state_2013", state, Month::of(2013, 1), Month::of(2013, 9), 0.25);
    sign("state_2014", state, Month::of(2014, 1), Month::of(2014, 12), 0.5);
    sign("europe_2013", europe, Month::of(2013, 7), Month::of(2014, 12), 0.5);
    pack.schemes = {{.code = "generation",
                     .action = "tutoring",
                     .name = {"Generation", "Génération"},
                     .from = Month::of(2013, 3),
                     .until = Month::of(2014, 6),
                     .where = "schemes.csv:2"}};
    pack.scheme_rules = {
        {.scheme = 0, .setting = "senior_age", .rule = RuleKind::least, .value = 57, .where = "scheme_rules.csv:2"}};
    const auto costs = [&](const char* action, const char* item, double euros, CostPer per, double share,
                           std::uint32_t scheme, std::uint32_t borne_by) {
        pack.action_costs.push_back({.action = action,
                                     .item = item,
                                     .unit = "EUR",
                                     .cost = euros,
                                     .per = per,
                                     .share = share,
                                     .scheme = scheme,
                                     .borne_by = borne_by,
                                     .where = "action_costs.csv:" + std::to_string(pack.action_costs.size() + 2)});
    };
    costs("tutoring", "time", 400, CostPer::month, 1, no_index, firms);
    costs("tutoring", "training", 300, CostPer::start, 0.5, no_index, no_index);
    costs("tutoring", "aid", 4000, CostPer::year, 1, 0, state);
    costs("insertion_platform", "visit", 100, CostPer::establishment, 1, no_index, no_index);
    costs("insertion_platform", "running", 12000, CostPer::running_year, 1, no_index, no_index);
    return pack;
}

inline const Action& action_named(std::string_view name) {
    for (const Action* action : all_actions()) {
        if (action->name == name) {
            return *action;
        }
    }
    throw std::runtime_error("no such action");
}

/// A scenario of one action with some of its settings, at line 10 of plan.toml.
inline ActionEntry entry_of(const char* type, Month start, Month end,
                            std::vector<std::pair<std::string, double>> numbers = {}) {
    ActionEntry entry;
    entry.type = type;
    entry.start = start;
    entry.end = end;
    entry.where = "plan.toml:10";
    for (auto& [name, value] : numbers) {
        bool is_time = false;
        for (const Parameter& parameter : action_named(type).parameters) {
            is_time = is_time || (parameter.name == name && parameter.unit == "month");
        }
        entry.settings.push_back({name, value, is_time, "plan.toml:11"});
    }
    return entry;
}

}  // namespace releve::tests

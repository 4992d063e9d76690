#include "engine/run/plan.hpp"

#include "engine/base/suggest.hpp"
#include "engine/inputs/pension.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace releve {

namespace {

constexpr Month latest_month = Month::of(2999, 12);

std::uint32_t law_of(const Pack& pack, const Scenario& scenario, Problems& problems) {
    if (pack.pension_laws.empty()) {
        return 0;
    }
    if (scenario.retirement_law.empty()) {
        return static_cast<std::uint32_t>(law_at(pack.pension_laws, latest_month));
    }
    std::vector<std::string_view> known;
    for (std::uint32_t i = 0; i < pack.pension_laws.size(); ++i) {
        known.push_back(pack.pension_laws[i].name);
        if (pack.pension_laws[i].name == scenario.retirement_law) {
            return i;
        }
    }
    const std::string laws = fmt::format("{}", fmt::join(known, ", "));
    problems.add(scenario.law_where.empty() ? scenario.file + " law.retirement" : scenario.law_where,
                 {fmt::format("unknown law '{}' (the pack has {}) write one of these", scenario.retirement_law, laws),
                  fmt::format("loi inconnue « {} » (le dossier contient {}) écrivez l'une d'elles",
                              scenario.retirement_law, laws)});
    return 0;
}

/// Position of a code, or a problem that names the nearest one.
std::uint32_t place_of(const std::string& code, const std::vector<std::string_view>& known, const ShockEntry& shock,
                       Label what, Problems& problems) {
    const auto found = std::find(known.begin(), known.end(), code);
    if (found != known.end()) {
        return static_cast<std::uint32_t>(found - known.begin());
    }
    const std::string_view near = nearest_name(code, known);
    const std::string did = near.empty() ? "" : fmt::format(" did you mean '{}'?", near);
    const std::string vouliez = near.empty() ? "" : fmt::format(" vouliez-vous dire « {} »\u00a0?", near);
    problems.add(shock.where + " shock", {fmt::format("unknown {} '{}' (not in the pack){}", what.en, code, did),
                                          fmt::format("{} « {} » (pas dans le dossier){}", what.fr, code, vouliez)});
    return 0;
}

std::vector<Shock> shocks_of(const Pack& pack, const Scenario& scenario, int horizon, Problems& problems) {
    std::vector<std::string_view> establishments;
    for (const EstablishmentRow& row : pack.establishments) {
        establishments.push_back(row.id);
    }
    const std::vector<std::string_view> sectors(pack.sectors.codes.begin(), pack.sectors.codes.end());
    std::vector<Shock> shocks;
    for (const ShockEntry& entry : scenario.shocks) {
        Shock& shock = shocks.emplace_back();
        shock.start = entry.start - pack.calendar.start;
        shock.end = entry.end ? *entry.end - pack.calendar.start : horizon;
        shock.posts = entry.posts;
        shock.growth = entry.growth;
        if (shock.start < 0) {
            problems.add(entry.where + " shock",
                         {fmt::format("{} is before the run (which starts in {}) write a later month",
                                      to_string(entry.start), to_string(pack.calendar.start)),
                          fmt::format("{} précède la simulation (qui commence en {}) écrivez un mois plus tardif",
                                      to_string(entry.start), to_string(pack.calendar.start))});
        }
        if (entry.sector.empty()) {
            shock.establishment = place_of(entry.establishment, establishments, entry,
                                           {"establishment", "établissement inconnu"}, problems);
        } else {
            shock.sector = place_of(entry.sector, sectors, entry, {"sector", "secteur inconnu"}, problems);
        }
    }
    return shocks;
}

bool has_tables(const Pack& pack, const Process& process) {
    return std::all_of(process.tables.begin(), process.tables.end(),
                       [&](std::string_view table) { return pack.has(std::string(table)); });
}

class Binder {
public:
    Binder(const Pack& pack, const ParameterValues& values, Plan& plan) : pack_(pack), values_(values), plan_(plan) {}

    std::vector<BoundProcess> bind(std::span<const Process* const> processes) {
        std::vector<BoundProcess> bound;
        for (const Process* process : processes) {
            if (!process->only_with.empty() && !pack_.has(std::string(process->only_with))) {
                continue;
            }
            if (!has_tables(pack_, *process)) {
                plan_.switched_off.push_back(process->name);
                continue;
            }
            BoundProcess& one = bound.emplace_back();
            one.process = process;
            const std::span<const double> values = values_.of(process->name);
            one.parameters.assign(values.begin(), values.end());
            one.purpose = purpose(process->name);
            if (process->prepare != nullptr) {
                one.prepared = process->prepare(plan_.setting, one.parameters);
            }
            if (process->risk.exists()) {
                one.risk = risks_++;
            }
        }
        return bound;
    }

private:
    const Pack& pack_;
    const ParameterValues& values_;
    Plan& plan_;
    int risks_ = 0;
};

}  // namespace

Plan make_plan(const Pack& pack, const Scenario& scenario, std::vector<Intervention> interventions, int horizon,
               Problems& problems) {
    std::vector<ParameterValue> given = pack.parameters;
    given.insert(given.end(), scenario.parameters.begin(), scenario.parameters.end());
    const ParameterValues values(given, problems);
    const std::uint32_t law = law_of(pack, scenario, problems);
    Plan plan{.name = scenario.id, .setting = {pack, pack.calendar, horizon, law, {}}};
    plan.setting.wide_reach =
        std::any_of(interventions.begin(), interventions.end(), [](const Intervention& one) { return one.wide_reach; });
    plan.setting.shocks = shocks_of(pack, scenario, horizon, problems);
    if (!problems.none()) {
        return plan;
    }
    Binder binder(pack, values, plan);
    plan.before = binder.bind(processes_before_actions());
    plan.after = binder.bind(processes_after_actions());
    plan.interventions = std::move(interventions);
    const std::span<const double> synthesis = values.of("synthesis");
    plan.synthesis.assign(synthesis.begin(), synthesis.end());
    const std::span<const double> observing = values.of("outputs");
    plan.observing.assign(observing.begin(), observing.end());
    return plan;
}

bool same_but_for_actions(const Plan& a, const Plan& b) {
    const auto same = [](const BoundProcess& one, const BoundProcess& other) {
        return one.process == other.process && one.parameters == other.parameters;
    };
    return &a.setting.pack == &b.setting.pack && a.setting.calendar.start == b.setting.calendar.start &&
           a.setting.horizon == b.setting.horizon && a.setting.pension_law == b.setting.pension_law &&
           a.setting.shocks == b.setting.shocks && a.synthesis == b.synthesis && a.observing == b.observing &&
           std::equal(a.before.begin(), a.before.end(), b.before.begin(), b.before.end(), same) &&
           std::equal(a.after.begin(), a.after.end(), b.after.begin(), b.after.end(), same);
}

int first_action(const Plan& plan) {
    int first = plan.setting.horizon;
    for (const Intervention& intervention : plan.interventions) {
        first = std::min(first, intervention.start);
    }
    return first;
}

std::vector<BoundRisk> risks_of(const Plan& plan) {
    std::vector<BoundRisk> risks;
    for (const std::vector<BoundProcess>* half : {&plan.before, &plan.after}) {
        for (const BoundProcess& bound : *half) {
            if (bound.risk >= 0) {
                risks.push_back({bound.process->name, bound.process->risk, clock_purpose(*bound.process),
                                 bound.parameters, bound.prepared});
            }
        }
    }
    return risks;
}

}  // namespace releve

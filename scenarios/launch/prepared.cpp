#include "scenarios/launch/prepared.hpp"

#include "engine/base/fill.hpp"
#include "engine/inputs/formats/number.hpp"
#include "engine/inputs/pack_reader.hpp"
#include "engine/inputs/reading/parameter_values.hpp"
#include "engine/inputs/scenario_reader.hpp"
#include "scenarios/actions/action.hpp"
#include "scenarios/funding/check_tables.hpp"
#include "scenarios/funding/plan_costs.hpp"
#include "scenarios/plan/plan_rows.hpp"

#include <algorithm>
#include <filesystem>

namespace releve {

namespace {

namespace fs = std::filesystem;

constexpr int most_months = 100 * 12;

void check_same_pack(const std::vector<Scenario>& scenarios, Problems& problems) {
    for (const Scenario& scenario : scenarios) {
        if (same_place(scenario.pack_directory) != same_place(scenarios.front().pack_directory)) {
            problems.add(
                scenario.file + " pack",
                fill({"another pack than {} (scenarios are compared on one territory) run them apart",
                      "autre territoire que {} (on compare des scénarios sur un même territoire) lancez-les à part"},
                     {scenarios.front().file}));
        }
    }
}

/// Results go by file name, of scenarios as of futures.
void check_other_names(const std::vector<Scenario>& read, Label kind, Problems& problems) {
    for (std::size_t i = 0; i < read.size(); ++i) {
        for (std::size_t k = 0; k < i; ++k) {
            if (read[k].id == read[i].id) {
                problems.add(read[i].file,
                             fill({"a second {} named {} (results go by file name) rename one of the files",
                                   "un second {} nommé {} (les résultats portent le nom du fichier) "
                                   "renommez l'un des fichiers"},
                                  {kind, read[i].id}));
            }
        }
    }
}

void check_same_first_state(const Prepared& prepared, Problems& problems) {
    for (std::size_t i = 1; i < prepared.plans.size(); ++i) {
        if (prepared.plans[i].synthesis != prepared.plans.front().synthesis) {
            const Scenario& scenario = prepared.scenarios[i];
            problems.add(
                (scenario.future ? scenario.id : scenario.file) + " parameters.synthesis",
                fill({"other synthesis parameters than {} (all scenarios start from the same first state) give "
                      "both the same, or run them apart",
                      "autres paramètres synthesis que {} (tous les scénarios partent du même état initial) "
                      "donnez les mêmes aux deux, ou lancez-les à part"},
                     {prepared.scenarios.front().file}));
        }
    }
}

/// Files that would hold the scenarios, and the futures they are under if these make a grid: what the command of a result
/// names where no files are given.
void name_files(Prepared& prepared) {
    const auto add = [](std::vector<std::string>& names, const std::string& id) {
        if (std::find(names.begin(), names.end(), id + ".toml") == names.end()) {
            names.push_back(id + ".toml");
        }
    };
    std::vector<std::string> grid, own;
    for (const Scenario& scenario : prepared.scenarios) {
        add(prepared.files, scenario.plan ? scenario.plan->id : scenario.id);
        add(prepared.futures, scenario.future ? scenario.future->id : "");
        own.push_back(scenario.id + ".toml");
    }
    for (const std::string& future : prepared.futures) {
        for (const std::string& plan : prepared.files) {
            grid.push_back(fs::path(plan).stem().string() + "@" + future);
        }
    }
    if (grid != own) {
        prepared.files = std::move(own);
        prepared.futures.clear();
    }
}

void bind_all(Prepared& prepared, const std::vector<std::vector<OwnAction>>& own, Problems& problems) {
    for (std::size_t i = 0; i < prepared.scenarios.size(); ++i) {
        const Scenario& scenario = prepared.scenarios[i];
        check_indicators(scenario, problems);
        std::vector<Intervention> actions = bind_funded_actions(scenario, prepared.pack, prepared.horizon, problems);
        if (!own.empty()) {
            bind_own_actions(own[i], prepared.pack.calendar, prepared.horizon, actions, problems);
        }
        prepared.plans.push_back(make_plan(prepared.pack, scenario, std::move(actions), prepared.horizon, problems));
    }
}

}  // namespace

std::vector<ParameterValue> read_sets(const std::vector<std::string>& sets, Problems& problems) {
    std::vector<ParameterValue> values;
    for (const std::string& set : sets) {
        const std::size_t equals = set.find('=');
        const std::string text = equals == std::string::npos ? "" : set.substr(equals + 1);
        const auto months = parse_duration_months(text);
        const auto number = months ? months : parse_number(text);
        const std::string where = "--set " + shown(set);
        if (!number || equals == 0) {
            problems.add(where, {"not a parameter and its value write --set matching.applications=3",
                                 "pas un paramètre et sa valeur écrivez --set matching.applications=3"});
        } else {
            values.push_back({set.substr(0, equals), *number, where});
        }
    }
    const ParameterValues checked(values, problems);  // once, rather than once a scenario
    return values;
}

std::string same_place(const std::string& path) {
    std::error_code error;
    std::string place = fs::weakly_canonical(path, error).generic_string();
    while (place.size() > 1 && place.back() == '/') {
        place.pop_back();
    }
    return place.empty() ? path : place;
}

int horizon_of(const Pack& pack, Month until, Problems& problems) {
    const int steps = pack.calendar.steps_until(until);
    if (steps < 1 || until - pack.calendar.start >= most_months) {
        problems.add("--until " + to_string(until), fill({"not within 100 years after the pack's start ({})",
                                                          "hors des 100 ans qui suivent le début du territoire ({})"},
                                                         {to_string(pack.calendar.start)}));
        return 0;
    }
    return steps;
}

std::vector<Intervention> bind_funded_actions(const Scenario& scenario, const Pack& pack, int horizon,
                                              Problems& problems) {
    const std::size_t before = problems.count();
    std::vector<Intervention> actions = bind_actions(scenario, pack, horizon, problems);
    if (problems.count() == before) {
        check_plan_costs(scenario, actions, pack, horizon, problems);
    }
    return actions;
}

std::vector<Scenario> read_futures(const std::vector<std::string>& files, Problems& problems) {
    std::vector<Scenario> futures;
    for (const std::string& file : files) {
        futures.push_back(read_future(file, problems));
    }
    check_other_names(futures, {"future", "futur"}, problems);
    return futures;
}

std::vector<Scenario> cross(const std::vector<Scenario>& scenarios, const std::vector<Scenario>& futures) {
    std::vector<Scenario> crossed;
    for (const Scenario& future : futures) {
        for (const Scenario& scenario : scenarios) {
            crossed.push_back(under(scenario, future));
        }
    }
    return crossed;
}

std::unique_ptr<Prepared> prepare(std::vector<Scenario> scenarios, Pack pack, const std::string& directory, Month until,
                                  const std::vector<std::vector<OwnAction>>& own) {
    auto prepared = std::make_unique<Prepared>();
    Problems problems;
    prepared->scenarios = std::move(scenarios);
    for (Scenario& scenario : prepared->scenarios) {
        scenario.resolved = to_toml(scenario);
    }
    prepared->pack_directory = directory;
    prepared->pack_name = std::filesystem::path(same_place(directory)).filename().string();
    prepared->pack = std::move(pack);
    name_files(*prepared);
    check_funding_tables(prepared->pack, problems);
    prepared->horizon = horizon_of(prepared->pack, until, problems);
    problems.raise();
    bind_all(*prepared, own, problems);
    problems.raise();
    check_same_first_state(*prepared, problems);
    problems.raise();
    return prepared;
}

std::unique_ptr<Prepared> prepare(std::vector<Scenario> scenarios, Month until,
                                  const std::vector<std::vector<OwnAction>>& own) {
    Problems problems;
    std::vector<Text> notes;
    const std::string directory = scenarios.front().pack_directory;
    check_same_pack(scenarios, problems);
    Pack pack = read_pack(directory, problems, notes);
    problems.raise();
    auto prepared = prepare(std::move(scenarios), std::move(pack), directory, until, own);
    prepared->notes = std::move(notes);
    return prepared;
}

std::unique_ptr<Prepared> prepare(const std::vector<std::string>& files, Month until, const Overlays& overlays) {
    Problems problems;
    const std::vector<ParameterValue> values = read_sets(overlays.sets, problems);
    problems.raise();
    std::vector<Scenario> scenarios;
    for (const std::string& file : files) {
        scenarios.push_back(read_scenario(file, problems));
    }
    const std::vector<Scenario> futures = read_futures(overlays.futures, problems);
    check_other_names(scenarios, {"scenario", "scénario"}, problems);
    problems.raise();
    if (!futures.empty()) {
        scenarios = cross(scenarios, futures);
    }
    for (Scenario& scenario : scenarios) {
        lay_over(scenario.parameters, values);
    }
    auto prepared = prepare(std::move(scenarios), until);
    prepared->files = files;
    prepared->futures = overlays.futures;
    return prepared;
}

}  // namespace releve

#pragma once
#include "engine/base/error.hpp"
#include "engine/inputs/scenario.hpp"
#include "engine/run/plan.hpp"
#include "scenarios/own/own_action.hpp"

#include <memory>
#include <string>
#include <vector>

namespace releve {

/// The last month simulated unless --until says another.
inline constexpr Month default_until = Month::of(2030, 12);

/// Scenarios of one pack, made ready. The plans refer to the pack, so that this stays where it was made.
struct Prepared {
    Prepared() = default;
    Prepared(const Prepared&) = delete;
    Prepared& operator=(const Prepared&) = delete;

    std::string pack_directory;
    std::string pack_name;     ///< of that folder, as results tell it
    std::string command_line;  ///< of a run that is repeated, as its results tell it; "" : told from what follows
    Pack pack;
    std::vector<std::string> files, futures;  ///< as given, else the files that would hold the scenarios: ID.toml
    std::vector<Scenario> scenarios;          ///< with futures: all of them under the first one, then under the next
    std::vector<Plan> plans;
    std::vector<Text> notes;
    int horizon = 0;  ///< [months]
};

/// What is laid over every scenario of a run.
struct Overlays {
    std::vector<std::string> sets = {};     ///< "matching.applications=3"
    std::vector<std::string> futures = {};  ///< files; with any, only scenarios under each of them are run
};

/// Parameters written as "matching.applications=3" or "x.y=18 months"; names and values checked.
std::vector<ParameterValue> read_sets(const std::vector<std::string>& sets, Problems& problems);

/// Reads scenario files, futures and the pack, lays the overlays over each (sets last), binds actions and plans.
/// InputError with every problem found: files, names, ranges, several packs, several first states.
std::unique_ptr<Prepared> prepare(const std::vector<std::string>& files, Month until, const Overlays& overlays);

/// The same of scenarios already read, their ids all different. `own`: empty, or for each scenario what it has beside the
/// catalogue.
std::unique_ptr<Prepared> prepare(std::vector<Scenario> scenarios, Month until,
                                  const std::vector<std::vector<OwnAction>>& own = {});

/// The same on a pack already read from `directory`, which may be no folder but a name for messages.
std::unique_ptr<Prepared> prepare(std::vector<Scenario> scenarios, Pack pack, const std::string& directory, Month until,
                                  const std::vector<std::vector<OwnAction>>& own = {});

/// The scenarios under each future, future by future.
std::vector<Scenario> cross(const std::vector<Scenario>& scenarios, const std::vector<Scenario>& futures);

/// Reads future files; a problem if two of them would have the same name in results.
std::vector<Scenario> read_futures(const std::vector<std::string>& files, Problems& problems);

/// The actions of a scenario, bound; their schemes, conventions and the ceilings of these checked.
std::vector<Intervention> bind_funded_actions(const Scenario& scenario, const Pack& pack, int horizon,
                                              Problems& problems);

/// Number of months from the pack's start to `until`, both included; a problem if there is none or too many.
int horizon_of(const Pack& pack, Month until, Problems& problems);

/// A path without dots and links, to tell whether two are the same place.
std::string same_place(const std::string& path);

}  // namespace releve

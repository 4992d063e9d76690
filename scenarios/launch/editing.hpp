#pragma once
#include "engine/inputs/scenario.hpp"

#include <string>
#include <utility>
#include <variant>
#include <vector>

/// Scenarios made and changed by a program instead of in a file: the same keys, values and checks. What is wrong is an
/// InputError whose places name the call ("with_action("tutoring") pairs").
namespace releve {

/// What stands for a value of a scenario file: a number, a text ("18 months", "2013-09"), a list of codes.
using GivenValue = std::variant<double, std::string, std::vector<std::string>>;
using GivenKeys = std::vector<std::pair<std::string, GivenValue>>;

/// A scenario without any action on the pack of a folder.
Scenario new_scenario(const std::string& pack_directory, const std::string& id, const Text& name);

/// One action more; `term` ("", "short", "medium", "long"): the section of the plan that it joins. Type, keys, settings and
/// ranges are checked against the catalogue; codes of the pack are checked when the scenario is run.
Scenario with_action(const Scenario& scenario, const std::string& type, const std::string& term, const GivenKeys& keys);

/// The actions at these positions taken out.
Scenario without_actions(const Scenario& scenario, const std::vector<std::size_t>& positions);

/// The value of a parameter of a process, of the first state or of the outputs, by its path ("matching.applications").
Scenario with_parameter(const Scenario& scenario, const std::string& path, const GivenValue& value);

/// One shock more, by the keys of [[shock]].
Scenario with_shock(const Scenario& scenario, const GivenKeys& keys);

/// Where the terms of an action plan start; months of its actions that nobody wrote move along.
Scenario with_plan_start(const Scenario& scenario, const std::string& month);

/// Writes a scenario as a file, with its pack as seen from there. IoError if it cannot be written.
void save_scenario(const Scenario& scenario, const std::string& path);

}  // namespace releve

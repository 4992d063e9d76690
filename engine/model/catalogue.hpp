#pragma once
#include "engine/model/output.hpp"
#include "engine/model/process.hpp"

#include <span>
#include <vector>

namespace releve {

/// Every process before the scenario's actions, and every process after them, in the order of a month.
std::span<const Process* const> processes_before_actions();
std::span<const Process* const> processes_after_actions();
std::vector<const Process*> all_processes();
std::span<const Output* const> all_outputs();

}  // namespace releve

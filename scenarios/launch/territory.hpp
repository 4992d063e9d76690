#pragma once
#include "engine/base/error.hpp"
#include "engine/inputs/scenario.hpp"

#include <memory>
#include <string>
#include <vector>

namespace releve {

/// A pack given alone, with the parameters that a command line lays over it. Stays where it was made.
struct Territory {
    Territory() = default;
    Territory(const Territory&) = delete;
    Territory& operator=(const Territory&) = delete;

    Pack pack;
    Scenario baseline;  ///< without any action
    std::vector<Text> notes;
};

/// InputError with every problem of the tables and of the parameters ("matching.applications=3").
std::unique_ptr<Territory> read_territory(const std::string& directory, const std::vector<std::string>& sets);

/// The Langres pack that comes with the program.
std::string shipped_pack();

}  // namespace releve

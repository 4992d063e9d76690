#pragma once
#include "engine/base/error.hpp"
#include "engine/inputs/pack.hpp"

#include <deque>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace releve {

/// A pack read once, however many scenarios run on it.
struct CheckedPack {
    std::string place;
    Pack pack;
    std::vector<Text> notes;
    std::vector<std::pair<std::string, std::size_t>> rows;  ///< by table
    std::vector<std::string_view> switched_off;             ///< processes, for want of a table
    bool sound = false;
};

/// What was checked, and every problem of it.
struct InputCheck {
    std::deque<CheckedPack> packs;       ///< plans refer to packs: they do not move
    std::vector<std::string> scenarios;  ///< files without any problem
    Problems problems;
};

/// Checks folders of data and scenario files (.toml), these with their packs and under each future file too.
InputCheck check_inputs(const std::vector<std::string>& paths, const std::vector<std::string>& futures);

}  // namespace releve

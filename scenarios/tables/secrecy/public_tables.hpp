#pragma once
#include "engine/inputs/pack.hpp"
#include "scenarios/tables/told.hpp"

#include <map>
#include <string>
#include <vector>

namespace releve::tables {

/// What is left of a result file when it is made public.
struct PublicTables {
    std::map<std::string, std::vector<bool>> hidden;  ///< by output: [scenario][period][cell]
    std::vector<std::string> left_out;                ///< outputs of which nothing may be shown
};

/// Statistical secrecy of all outputs together. Judged on the means over replicates:
/// - outputs told of single establishments are left out; so are those by two axes or more in which a cell tells of few, or by
///   an axis of which cells are hidden;
/// - of those by one axis, the lines that a public diagnosis hides (too few establishments, one that has nearly all; by zone,
///   sector, size, occupation or competence) are hidden, the cells that tell of few, and others until none can be worked out
///   from the total; where people in post are hidden, so is all else; rates are hidden where any count by the same axis is;
/// - of those without axes, the months that tell of few, and others until none can be worked out from the total of the year;
///   rates, where any stock without axes is hidden.
/// What is hidden is hidden in all scenarios; of stocks and rates in all years, which differ little; so that none gives
/// another away. An output of which nothing is shown is left out. Few: as few_in says. `pack`: the one that the file was made from.
PublicTables public_tables(const Dataset& results, const std::vector<Told>& outputs, const Pack& pack);

}  // namespace releve::tables

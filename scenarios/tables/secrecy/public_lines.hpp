#pragma once
#include "engine/inputs/pack.hpp"
#include "scenarios/audit/secrecy/secrecy.hpp"

#include <string>
#include <vector>

namespace releve::tables {

/// The lines of a table by one axis, before any figure is looked at.
struct PublicLines {
    std::vector<std::vector<audit::Contribution>> contributions;  ///< of establishments, by cell; they sum to 1
    std::vector<bool> hidden;                                     ///< by who works there at the start
};

/// Cells along an axis with what establishments bring to each, by the posts of the start: known by zone, sector, size,
/// occupation and competence (posts of the occupations that ask it); by any other axis, taken to be many alike. A line
/// without posts at the start is one establishment.
PublicLines public_lines(const Pack& pack, const std::string& axis, const std::vector<std::string>& codes);

/// Cells behind each of which stand many establishments alike.
PublicLines lines_alike(std::size_t cells);

}  // namespace releve::tables

#pragma once
#include "engine/base/error.hpp"
#include "scenarios/audit/secrecy/secrecy.hpp"

#include <span>
#include <vector>

namespace releve::audit {

/// The cells of a public table by what they are parts of, and what can be worked out of those hidden.
class CellTree {
public:
    /// ModelError if a cell comes before its parent, or its parts do not sum to it.
    explicit CellTree(std::span<const PublicCell> cells);

    double value(std::size_t cell) const { return values_[cell]; }
    bool is_top(std::size_t cell) const { return cells_[cell].parent == no_parent; }
    std::size_t parent(std::size_t cell) const { return cells_[cell].parent; }
    std::span<const std::size_t> parts(std::size_t cell) const { return parts_[cell]; }

    std::vector<Feasible> intervals(std::span<const Secrecy> hidden) const;
    /// As exposed_cells says.
    std::vector<std::size_t> exposed(std::span<const Secrecy> hidden, const SecrecyRules& rules) const;

private:
    /// Hidden parts of a shown cell, in place of each of them its own hidden parts if it has any: all that is shown taken
    /// off, their sum is known.
    void collect(std::size_t cell, std::span<const Secrecy> hidden, std::vector<std::size_t>& found) const;
    PublicCell together(std::span<const std::size_t> cells) const;
    void narrow_parts(std::size_t cell, const std::vector<Feasible>& below, std::vector<Feasible>& feasible) const;

    std::span<const PublicCell> cells_;
    std::vector<double> values_;
    std::vector<std::vector<std::size_t>> parts_;
};

}  // namespace releve::audit

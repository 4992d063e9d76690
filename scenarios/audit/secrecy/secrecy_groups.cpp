#include "scenarios/audit/secrecy/secrecy_groups.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <string>

namespace releve::audit {

namespace {

constexpr double endless = std::numeric_limits<double>::infinity();
constexpr double rounding = 1e-9;  ///< of sums, relative

}  // namespace

CellTree::CellTree(std::span<const PublicCell> cells) : cells_(cells), parts_(cells.size()) {
    std::vector<double> sums(cells.size(), 0.0);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        values_.push_back(cells[i].value());
        if (!is_top(i)) {
            if (parent(i) >= i) {
                throw ModelError("public table: cell " + std::to_string(i) + " comes before what it is a part of");
            }
            parts_[parent(i)].push_back(i);
            sums[parent(i)] += values_[i];
        }
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!parts_[i].empty() && std::abs(sums[i] - values_[i]) > rounding * (1 + values_[i])) {
            throw ModelError("public table: the parts of cell " + std::to_string(i) + " do not sum to it");
        }
    }
}

/// Of the parts of a cell whose range is known: what the cell leaves when the other parts have their most or their least.
void CellTree::narrow_parts(std::size_t cell, const std::vector<Feasible>& below,
                            std::vector<Feasible>& feasible) const {
    double least = 0;
    double most = 0;            // of those that have one
    std::size_t unbounded = 0;  // the others
    for (const std::size_t part : parts_[cell]) {
        least += below[part].least;
        unbounded += below[part].most == endless ? 1U : 0U;
        most += below[part].most == endless ? 0.0 : below[part].most;
    }
    for (const std::size_t part : parts_[cell]) {
        const bool itself = below[part].most == endless;
        const bool others_unbounded = unbounded > (itself ? 1U : 0U);
        const double others_most = others_unbounded ? endless : most - (itself ? 0.0 : below[part].most);
        const double others_least = least - below[part].least;
        feasible[part] = {std::max(below[part].least, feasible[cell].least - others_most),
                          std::min(below[part].most, feasible[cell].most - others_least)};
    }
}

/// Each cell takes part in two sums at most, that of its parts and that of its parent, so that ranges walked up from the
/// parts, then down from the totals, are exact.
std::vector<Feasible> CellTree::intervals(std::span<const Secrecy> hidden) const {
    std::vector<Feasible> below(cells_.size());
    for (std::size_t i = cells_.size(); i-- > 0;) {
        if (hidden[i] == Secrecy::shown) {
            below[i] = {values_[i], values_[i]};
        } else if (parts_[i].empty()) {
            below[i] = {0, endless};
        } else {
            for (const std::size_t part : parts_[i]) {
                below[i].least += below[part].least;
                below[i].most += below[part].most;
            }
        }
    }
    std::vector<Feasible> feasible = below;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        narrow_parts(i, below, feasible);
    }
    return feasible;
}

void CellTree::collect(std::size_t cell, std::span<const Secrecy> hidden, std::vector<std::size_t>& found) const {
    for (const std::size_t part : parts_[cell]) {
        if (hidden[part] == Secrecy::shown) {
            continue;
        }
        if (parts_[part].empty()) {
            found.push_back(part);
        } else {
            collect(part, hidden, found);
        }
    }
}

PublicCell CellTree::together(std::span<const std::size_t> cells) const {
    std::map<std::uint32_t, double> contributions;
    PublicCell all;
    for (const std::size_t cell : cells) {
        all.persons += cells_[cell].persons;
        for (const Contribution& contribution : cells_[cell].contributions) {
            contributions[contribution.establishment] += contribution.value;
        }
    }
    for (const auto& [establishment, value] : contributions) {
        all.contributions.push_back({establishment, value});
    }
    return all;
}

std::vector<std::size_t> CellTree::exposed(std::span<const Secrecy> hidden, const SecrecyRules& rules) const {
    std::set<std::size_t> exposed;
    const std::vector<Feasible> feasible = intervals(hidden);
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        const double margin = rules.protection * values_[i] * (1 - rounding);
        if (hidden[i] != Secrecy::shown) {
            if (feasible[i].least > values_[i] - margin || feasible[i].most < values_[i] + margin) {
                exposed.insert(i);
            }
            continue;
        }
        std::vector<std::size_t> parts;
        collect(i, hidden, parts);
        if (primary_secrecy(together(parts), rules) != Secrecy::shown) {
            exposed.insert(parts.begin(), parts.end());
        }
    }
    return {exposed.begin(), exposed.end()};
}

}  // namespace releve::audit

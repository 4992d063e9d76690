#include "scenarios/audit/secrecy/secrecy.hpp"

#include "scenarios/audit/secrecy/secrecy_groups.hpp"

#include <algorithm>

namespace releve::audit {

namespace {

constexpr SecrecyWord words[] = {
    {Secrecy::shown, {"shown", "montré"}},
    {Secrecy::few_establishments, {"too few establishments", "trop peu d'établissements"}},
    {Secrecy::dominated, {"one establishment has nearly all", "un établissement a presque tout"}},
    {Secrecy::few_persons, {"too few people", "trop peu de personnes"}},
    {Secrecy::secondary, {"hidden to protect another cell", "masqué pour en protéger un autre"}},
};

using Cells = std::vector<std::size_t>;

/// Of some cells, those that may be hidden to protect another, by value: not hidden yet, and not known to be nothing.
Cells hideable(const CellTree& tree, std::span<const Secrecy> hidden, std::span<const std::size_t> cells) {
    Cells found;
    std::ranges::copy_if(cells, std::back_inserter(found),
                         [&](std::size_t cell) { return hidden[cell] == Secrecy::shown && tree.value(cell) > 0; });
    std::ranges::stable_sort(found, {}, [&](std::size_t cell) { return tree.value(cell); });
    return found;
}

/// Where to look for cells to hide beside an exposed one: its parts, the other parts of what it is a part of, and up.
std::vector<Cells> candidates(const CellTree& tree, std::span<const Secrecy> hidden, std::size_t exposed) {
    std::vector<Cells> groups{hideable(tree, hidden, tree.parts(exposed))};
    std::size_t cell = exposed;
    for (; !tree.is_top(cell); cell = tree.parent(cell)) {
        groups.push_back(hideable(tree, hidden, tree.parts(tree.parent(cell))));
    }
    groups.push_back(hideable(tree, hidden, Cells{cell}));
    return groups;
}

/// Hides one more cell for the sake of an exposed one: in the first group where there is one, the smallest that is enough
/// alone; if none is, the largest of the first group.
void hide_beside(const CellTree& tree, std::size_t exposed, std::vector<Secrecy>& hidden, const SecrecyRules& rules) {
    const std::vector<Cells> groups = candidates(tree, hidden, exposed);
    for (const Cells& group : groups) {
        for (const std::size_t cell : group) {
            hidden[cell] = Secrecy::secondary;
            const Cells still = tree.exposed(hidden, rules);
            if (std::ranges::find(still, exposed) == still.end()) {
                return;
            }
            hidden[cell] = Secrecy::shown;
        }
    }
    const auto some = std::ranges::find_if(groups, [](const Cells& group) { return !group.empty(); });
    if (some == groups.end()) {
        throw ModelError("a public table whose cell " + std::to_string(exposed) + " nothing can protect");
    }
    hidden[some->back()] = Secrecy::secondary;
}

}  // namespace

std::span<const SecrecyWord> secrecy_words() { return words; }

double PublicCell::value() const {
    double sum = 0;
    for (const Contribution& one : contributions) {
        sum += one.value;
    }
    return sum;
}

Secrecy primary_secrecy(const PublicCell& cell, const SecrecyRules& rules) {
    const double value = cell.value();
    if (value <= 0 && cell.persons <= 0) {
        return Secrecy::shown;
    }
    std::uint32_t establishments = 0;
    double largest = 0;
    for (const Contribution& one : cell.contributions) {
        establishments += one.value > 0 ? 1U : 0U;
        largest = std::max(largest, one.value);
    }
    if (establishments < rules.establishments) {
        return Secrecy::few_establishments;
    }
    if (largest > rules.largest_share * value) {
        return Secrecy::dominated;
    }
    return cell.persons < rules.persons ? Secrecy::few_persons : Secrecy::shown;
}

std::vector<Secrecy> protect(std::span<const PublicCell> cells, const SecrecyRules& rules,
                             std::span<const Secrecy> already) {
    const CellTree tree(cells);
    std::vector<Secrecy> hidden;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const bool told = i < already.size() && already[i] != Secrecy::shown;
        hidden.push_back(told ? already[i] : primary_secrecy(cells[i], rules));
    }
    for (;;) {
        const std::vector<std::size_t> exposed = tree.exposed(hidden, rules);
        if (exposed.empty()) {
            return hidden;
        }
        hide_beside(tree, exposed.back(), hidden,
                    rules);  // parts first: what they give away of their total is mended too
    }
}

std::vector<Feasible> feasible_intervals(std::span<const PublicCell> cells, std::span<const Secrecy> hidden) {
    return CellTree(cells).intervals(hidden);
}

std::vector<std::size_t> exposed_cells(std::span<const PublicCell> cells, std::span<const Secrecy> hidden,
                                       const SecrecyRules& rules) {
    return CellTree(cells).exposed(hidden, rules);
}

}  // namespace releve::audit

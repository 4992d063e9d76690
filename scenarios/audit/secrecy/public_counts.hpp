#pragma once
#include "scenarios/audit/inventory/inventory.hpp"
#include "scenarios/audit/secrecy/secrecy.hpp"

#include <array>

namespace releve::audit {

/// What a public line tells of the people of its unit, each with a pattern of its own; `people`: the line itself.
enum class PublicCount : std::uint8_t {
    people,
    from_55,
    under_30,
    executives,
    leave_1,
    leave_3,
    leave_5,
    retire_1,
    retire_3,
    retire_5,
    recruit_5,
    moves_5
};
inline constexpr std::size_t public_counts = 12;

/// What to hide of a public table cut by zone, sector, size or occupation. A hidden line hides everything. In a line that is
/// shown a count of people, observed or expected, is hidden when it is of fewer than SecrecyRules::persons, or of all the people
/// of the line but so few; and others with it until none can be worked out from the total. Shares and ratios go with their counts.
class PublicPattern {
public:
    PublicPattern(const Pack& pack, const Inventory& inventory, Cut cut);
    bool hides(std::uint32_t unit, PublicCount count) const {
        return hidden_[static_cast<std::size_t>(count)][1 + unit] != Secrecy::shown;  // the territory comes first
    }

private:
    std::array<std::vector<Secrecy>, public_counts> hidden_;
};

/// [persons] of a line.
double public_count(const InventoryLine& line, PublicCount count);

/// The cells that a pattern protects: the territory, then each unit. What establishments bring is known but by occupation, where
/// each is taken to be like the others of it.
std::vector<PublicCell> count_cells(const Pack& pack, const Inventory& inventory, Cut cut, PublicCount count);

}  // namespace releve::audit

#include "scenarios/tables/secrecy/few.hpp"

#include "engine/model/output.hpp"
#include "engine/state/events.hpp"
#include "scenarios/audit/secrecy/secrecy.hpp"
#include "scenarios/tables/data_sheet.hpp"

#include <algorithm>
#include <array>
#include <iterator>

namespace releve::tables {

namespace {

constexpr audit::SecrecyRules rules;

/// Units that do not count people, nor what a person has; a unit that is not here does.
struct UnitRecord {
    std::string_view unit;
    double few;
};
constexpr double of_establishments = rules.establishments;
constexpr UnitRecord units[] = {
    {"EUR", 0},
    {"establishments", of_establishments},
    {"transfers", of_establishments},
    {"competences", of_establishments},  // each lost by one establishment
};

/// By VolumeOf. Months under way: nobody has more than 12 in a year. Months in which an action is open tell of nobody.
constexpr double months = 12;
constexpr std::array<double, volume_words.size()> few_of_volumes{rules.persons, rules.persons* months,
                                                                 of_establishments, 0};

double few_of_volume(const std::string& code) {
    const auto volume = find_word(volume_words, code);
    return volume ? few_of_volumes[*volume] : rules.persons;
}

}  // namespace

double few_in(const Told& told) {
    if (text_of(told.value->attributes, "kind") == output_kind_names[static_cast<std::size_t>(OutputKind::rate)]) {
        return 0;
    }
    const std::string_view unit = text_of(told.value->attributes, "units");
    const auto* const found = std::ranges::find(units, unit, &UnitRecord::unit);
    return found == std::end(units) ? rules.persons : found->few;
}

std::vector<double> few_by_cell(const Dataset& results, const Told& told) {
    std::vector<double> few(cells_of(results, told), few_in(told));
    std::size_t below = few.size();  // cells of one step along the axis
    for (const std::string& axis : told.axes) {
        const std::vector<std::string> codes = code_texts(results, axis);
        below /= std::max<std::size_t>(codes.size(), 1);
        if (axis == "volume_of") {
            for (std::size_t i = 0; i < few.size(); ++i) {
                few[i] = few_of_volume(codes[i / below % codes.size()]);
            }
        }
    }
    return few;
}

}  // namespace releve::tables

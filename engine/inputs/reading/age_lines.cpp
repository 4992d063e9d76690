#include "engine/inputs/reading/age_lines.hpp"

#include "engine/base/fill.hpp"

#include <algorithm>

namespace releve {

void check_ages_follow(const TableRows& rows, Problems& problems) {
    std::vector<std::pair<AgeBand, std::size_t>> bands;
    for (std::size_t row = 0; row < rows.count(); ++row) {
        bands.emplace_back(rows.age_band(row, "age_band"), row);
    }
    std::sort(bands.begin(), bands.end(), [](const auto& a, const auto& b) { return a.first.from < b.first.from; });
    for (std::size_t i = 1; i < bands.size(); ++i) {
        const int next = bands[i - 1].first.to + 1;
        if (bands[i].first.from != next) {
            problems.add(rows.where(bands[i].second, "age_band"),
                         fill({"does not begin at {} (bands follow each other, without gap or overlap) mend the ages",
                               "ne commence pas à {} (les tranches se suivent, sans trou ni recouvrement) corrigez "
                               "les âges"},
                              {std::to_string(next)}));
        }
    }
}

std::vector<double> by_year_of_age(const TableRows& rows, std::string_view column) {
    std::vector<double> values(121, 0.0);
    for (std::size_t row = 0; row < rows.count(); ++row) {
        const AgeBand band = rows.age_band(row, "age_band");
        for (int age = band.from; age <= band.to; ++age) {
            values.at(static_cast<std::size_t>(age)) = rows.number(row, column);
        }
    }
    return values;
}

}  // namespace releve

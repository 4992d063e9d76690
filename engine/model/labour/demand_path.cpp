#include "engine/model/labour/demand_path.hpp"

#include <algorithm>

namespace releve {

std::vector<double> demand_path(const Setting& setting, double shift) {
    const Pack& pack = setting.pack;
    const std::size_t years = static_cast<std::size_t>(years_of(setting));
    const std::size_t occupations = pack.occupations.size();
    std::vector<double> growth(std::max<std::size_t>(1, pack.sectors.size()) * occupations * years, shift);
    for (const DemandRow& row : pack.demand) {
        const int year = row.year - setting.start.year() + 1;
        if (year < 1 || year >= static_cast<int>(years)) {
            continue;
        }
        for (std::size_t cell = 0; cell * years < growth.size(); ++cell) {
            const bool sector_fits = row.sector < 0 || cell / occupations == static_cast<std::size_t>(row.sector);
            const bool occupation_fits =
                row.occupation < 0 || cell % occupations == static_cast<std::size_t>(row.occupation);
            if (sector_fits && occupation_fits) {
                growth[cell * years + static_cast<std::size_t>(year)] += row.growth;
            }
        }
    }
    for (std::size_t cell = 0; cell * years < growth.size(); ++cell) {
        growth[cell * years] = 1.0;
        for (std::size_t year = 1; year < years; ++year) {
            // the table refuses a growth under -1; a shift may pass it
            const double factor = std::max(0.0, 1.0 + growth[cell * years + year]);
            growth[cell * years + year] = growth[cell * years + year - 1] * factor;
        }
    }
    return growth;
}

}  // namespace releve

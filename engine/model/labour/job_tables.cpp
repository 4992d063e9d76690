#include "engine/inputs/space.hpp"
#include "engine/model/labour/job_market.hpp"

namespace releve::job_market {

namespace {

/// Lowest education such that at most `tolerance` of the occupation's workers have less.
double least_diploma(const Pack& pack, std::size_t occupation, double tolerance) {
    double below = 0;
    for (std::size_t level = 0; level < education_words.size(); ++level) {
        below += pack.education_by_occupation[occupation][level];
        if (below > tolerance) {
            return static_cast<double>(level);
        }
    }
    return 0;
}

}  // namespace

std::vector<double> prepare_tables(const Pack& pack, double commuting_scale, double education_tolerance) {
    std::vector<double> table = commuting_kernel(pack.zones, commuting_scale);
    const std::vector<double> proximity = occupation_proximity(pack);
    table.insert(table.end(), proximity.begin(), proximity.end());
    for (std::size_t occupation = 0; occupation < pack.occupations.size(); ++occupation) {
        table.push_back(least_diploma(pack, occupation, education_tolerance));
    }
    return table;
}

Tables tables_of(const Step& at) {
    const std::size_t zones = at.setting.pack.zones.size();
    const std::size_t occupations = at.setting.pack.occupations.size();
    return {at.prepared.first(zones * zones), at.prepared.subspan(zones * zones, occupations * occupations),
            at.prepared.last(occupations), zones, occupations};
}

}  // namespace releve::job_market

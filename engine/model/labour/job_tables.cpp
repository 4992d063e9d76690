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

std::size_t homes_of(const Setting& setting) { return setting.pack.zones.size() * (setting.wide_reach ? 2 : 1); }

}  // namespace

std::vector<double> least_diplomas(const Pack& pack, double tolerance) {
    std::vector<double> table;
    for (std::size_t occupation = 0; occupation < pack.occupations.size(); ++occupation) {
        table.push_back(least_diploma(pack, occupation, tolerance));
    }
    return table;
}

std::vector<double> contract_shares(const Pack& pack, double agency_months) {
    std::vector<double> table;
    for (std::size_t occupation = 0; occupation < pack.occupations.size(); ++occupation) {
        const FixedTermRow& fixed = pack.fixed_term[occupation];
        // agency workers take their part in proportion to stock over duration: so their stock lasts
        const auto& stock = pack.contracts_by_occupation[occupation];
        const auto flow = [&](Contract contract, double months) {
            return stock[static_cast<std::size_t>(contract)] / months;
        };
        const double fixed_flow = flow(Contract::fixed_term, fixed.mean_duration_months) + 1e-9;
        const double agency_flow = flow(Contract::agency, agency_months);
        const double employers = 1 - fixed.hire_share * agency_flow / (fixed_flow + agency_flow);
        table.push_back((1 - fixed.hire_share) * employers);  // the table's share is of what employers sign themselves
        table.push_back(employers);
        table.push_back(1);
    }
    return table;
}

std::vector<double> prepare_tables(const Setting& setting, std::span<const double> parameters) {
    const Pack& pack = setting.pack;
    const auto kernel_over = [&](double scale) {
        return commuting_kernel(pack, {scale, parameters[detour], parameters[travel_speed]});
    };
    std::vector<double> table = kernel_over(parameters[commuting_scale]);
    if (setting.wide_reach) {
        const std::vector<double> wide = kernel_over(parameters[commuting_scale] * parameters[wide_reach]);
        table.insert(table.end(), wide.begin(), wide.end());
    }
    const std::size_t zones = pack.zones.size();
    const std::size_t homes = homes_of(setting);
    table.reserve(2 * homes * zones);
    for (std::size_t work = 0; work < zones; ++work) {
        for (std::size_t home = 0; home < homes; ++home) {
            table.push_back(table[home * zones + work]);
        }
    }
    const std::vector<double> proximity = occupation_proximity(pack);
    table.insert(table.end(), proximity.begin(), proximity.end());
    for (const std::vector<double>& more :
         {least_diplomas(pack, parameters[education_tolerance]), contract_shares(pack, parameters[agency_months])}) {
        table.insert(table.end(), more.begin(), more.end());
    }
    return table;
}

Tables tables_of(const Step& at) {
    const std::size_t zones = at.setting.pack.zones.size();
    const std::size_t occupations = at.setting.pack.occupations.size();
    const std::size_t homes = homes_of(at.setting);
    const std::size_t trips = homes * zones;
    return {at.prepared.first(trips),
            at.prepared.subspan(trips, trips),
            at.prepared.subspan(2 * trips, occupations * occupations),
            at.prepared.subspan(2 * trips + occupations * occupations, occupations),
            at.prepared.last(occupations * offered_contracts.size()),
            zones,
            occupations,
            homes};
}

}  // namespace releve::job_market

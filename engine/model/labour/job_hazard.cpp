#include "engine/model/labour/job_hazard.hpp"

#include "engine/base/rates.hpp"

#include <algorithm>

namespace releve {

namespace {

constexpr std::array<int, 3> tenure_bounds{12, 60, 120};    // [months]
constexpr std::array<int, 2> age_bounds{30 * 12, 50 * 12};  // [months]
constexpr std::size_t tenure_bands = 4;
constexpr std::size_t age_bands = 3;

struct JobRisk {
    std::array<double, tenure_bands> by_tenure;
    std::array<double, age_bands> by_age;
};

template <std::size_t N>
std::size_t band_of(const std::array<int, N>& bounds, int months) {
    return static_cast<std::size_t>(std::upper_bound(bounds.begin(), bounds.end(), months) - bounds.begin());
}

double mean_by_tenure(const Pack& pack, std::size_t occupation, const JobRisk& relative) {
    double mean = 0;
    double shares = 0;
    for (const TenureShare& row : pack.tenure_by_occupation[occupation]) {
        mean += row.share * relative.by_tenure[band_of(tenure_bounds, row.from_months)];
        shares += row.share;
    }
    return shares > 0 ? mean / shares : 1.0;
}

double mean_by_age(const Pack& pack, std::size_t occupation, const JobRisk& relative) {
    double mean = 0;
    double persons = 0;
    for (const EmploymentMargin& row : pack.employment_margins) {
        if (row.occupation == static_cast<int>(occupation) && row.age_band >= 0 && row.sex < 0) {
            const int from = pack.age_bands[static_cast<std::size_t>(row.age_band)].from;
            mean += row.persons * relative.by_age[band_of(age_bounds, from * 12)];
            persons += row.persons;
        }
    }
    return persons > 0 ? mean / persons : 1.0;
}

}  // namespace

std::vector<double> job_hazards(const Pack& pack, const std::vector<double>& annual_rates,
                                std::span<const double> parameters) {
    const JobRisk relative{{parameters[first_year], 1.0, parameters[from_5_years], parameters[from_10_years]},
                           {parameters[under_30], 1.0, parameters[over_50]}};
    std::vector<double> hazards;
    for (std::size_t occupation = 0; occupation < annual_rates.size(); ++occupation) {
        const double scale = mean_by_tenure(pack, occupation, relative) * mean_by_age(pack, occupation, relative);
        const double mean = parameters[level] * monthly_hazard_from_annual_rate(annual_rates[occupation]);
        for (const double tenure : relative.by_tenure) {
            for (const double age : relative.by_age) {
                hazards.push_back(mean * tenure * age / scale);
            }
        }
    }
    return hazards;
}

Hazard job_hazard(const RiskContext& at, PersonId person, int month) {
    const Persons& persons = at.state.persons;
    const int hired = persons[person].hired;
    const int birth = persons[person].birth;
    const std::size_t tenure = band_of(tenure_bounds, month - hired);
    const std::size_t age = band_of(age_bounds, month - birth);
    int until = never;
    if (tenure < tenure_bounds.size()) {
        until = std::min(until, hired + tenure_bounds[tenure]);
    }
    if (age < age_bounds.size()) {
        until = std::min(until, birth + age_bounds[age]);
    }
    return {at.prepared[(persons[person].occupation * tenure_bands + tenure) * age_bands + age], until};
}

}  // namespace releve

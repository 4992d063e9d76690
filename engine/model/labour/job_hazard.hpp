#pragma once
#include "engine/model/process.hpp"

namespace releve {

/// How a yearly rate by occupation is spread over workers: relative risks by tenure and by age, scaled so that the
/// occupation's mean over its present structure is the published rate.
struct JobRisk {
    std::array<double, 4> by_tenure;  ///< relative, for under 1 year, 1-4, 5-9, 10 years and more
    std::array<double, 3> by_age;     ///< relative, for under 30, 30-49, 50 and over
};

/// Table of hazards per month: [occupation][tenure band][age band].
std::vector<double> job_hazards(const Pack& pack, const std::vector<double>& annual_rates, double multiplier,
                                const JobRisk& relative);
/// Reads that table for a worker, with the month at which tenure or age moves to the next band.
Hazard job_hazard(const RiskContext& at, PersonId person, int month);

}  // namespace releve

#pragma once
#include "engine/model/process.hpp"

namespace releve {

/// Parameters of a process that ends jobs one by one, in the order of its record: what multiplies the yearly rate of an
/// occupation, then relative risks by tenure and by age, those of 1-4 years of tenure and of 30-49 years of age being 1.
enum JobRiskParameter : std::size_t { level, first_year, from_5_years, from_10_years, under_30, over_50 };

/// Table of hazards per month: [occupation][tenure band][age band], scaled so that the occupation's mean over its
/// present structure is `level` times the yearly rate.
std::vector<double> job_hazards(const Pack& pack, const std::vector<double>& annual_rates,
                                std::span<const double> parameters);
/// Reads that table for a worker, with the month at which tenure or age moves to the next band.
Hazard job_hazard(const RiskContext& at, PersonId person, int month);

}  // namespace releve

#pragma once
#include "engine/model/process.hpp"

#include <array>

namespace releve {

/// Parameters of a process that ends jobs one by one, in the order of its record: what multiplies the yearly rate of an
/// occupation, then relative risks by tenure and by age, those of 1-4 years of tenure and of 30-49 years of age being 1.
enum JobRiskParameter : std::size_t { level, first_year, from_5_years, from_10_years, under_30, over_50 };

/// The record of one of these relative risks.
constexpr Parameter relative_risk(std::string_view name, double value, Label meaning) {
    return {.name = name,
            .value = value,
            .unit = "1",
            .least = 0,
            .most = 10,
            .meaning = meaning,
            .source = "guess on the shape only: the mean of each occupation stays the published one",
            .guess = true};
}
/// All six, with a process's own level and its values.
constexpr std::array<Parameter, 6> job_risk_parameters(const Parameter& its_level,
                                                       const std::array<double, 5>& relative) {
    return {
        its_level,
        relative_risk("first_year", relative[0],
                      {"relative risk in the first year of tenure (1 from 1 to 4 years)",
                       "risque relatif la première année d'ancienneté (1 de 1 à 4 ans)"}),
        relative_risk("from_5_years", relative[1],
                      {"relative risk from 5 to 9 years of tenure", "risque relatif de 5 à 9 ans d'ancienneté"}),
        relative_risk("from_10_years", relative[2],
                      {"relative risk from 10 years of tenure on", "risque relatif à partir de 10 ans d'ancienneté"}),
        relative_risk("under_30", relative[3],
                      {"relative risk under 30 years of age (1 from 30 to 49)",
                       "risque relatif avant 30 ans (1 de 30 à 49 ans)"}),
        relative_risk("over_50", relative[4],
                      {"relative risk from 50 years of age on", "risque relatif à partir de 50 ans"})};
}

/// Table of hazards per month: [occupation][tenure band][age band], scaled so that the occupation's mean over its
/// present structure is `level` times the yearly rate.
std::vector<double> job_hazards(const Pack& pack, const std::vector<double>& annual_rates,
                                std::span<const double> parameters);
/// Reads that table for a worker, with the month at which tenure or age moves to the next band.
Hazard job_hazard(const RiskContext& at, PersonId person, int month);

}  // namespace releve

#pragma once
#include "engine/inputs/pack.hpp"

namespace releve {

/// Activity rate of people who are neither in education nor retired, by sex and age: the published rate from 25 to 59,
/// held at its 25-29 value below (students leave the count) and at its 55-59 value above (pensions explain the rest).
double activity_rate(const Pack& pack, std::size_t sex, int age_years);

}  // namespace releve

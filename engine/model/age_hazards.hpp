#pragma once
#include "engine/state/state.hpp"

#include <span>
#include <vector>

namespace releve {

/// Hazards by sex and age, as a process prepares them: for each sex and each age from 0 to `last_listed_age`, the hazard
/// per month and the age at which the next different one begins (so that a schedule steps over equal years).
inline constexpr int last_listed_age = 120;

/// `rate(sex, age)` -> hazard per month, kept for the ages beyond the last one.
template <class Rate>
std::vector<double> age_hazards(Rate rate) {
    constexpr int ages = last_listed_age + 1;
    std::vector<double> table(2 * ages * 2);
    for (std::size_t sex = 0; sex < 2; ++sex) {
        int next_change = never;
        for (int age = last_listed_age; age >= 0; --age) {
            const std::size_t at = (sex * ages + static_cast<std::size_t>(age)) * 2;
            table[at] = rate(sex, age);
            if (age < last_listed_age && table[at] != table[at + 2]) {
                next_change = age + 1;
            }
            table[at + 1] = next_change;
        }
    }
    return table;
}

/// Reads that table for a person in a month.
inline Hazard age_hazard(std::span<const double> table, const Persons& persons, PersonId person, int month) {
    constexpr int ages = last_listed_age + 1;
    const int years = persons[person].age_years(month);
    const int age = years < 0 ? 0 : (years > last_listed_age ? last_listed_age : years);
    const std::size_t at = (static_cast<std::size_t>(persons[person].sex) * ages + static_cast<std::size_t>(age)) * 2;
    const int next_change = static_cast<int>(table[at + 1]);
    return {table[at], next_change == never ? never : persons[person].birth + 12 * next_change};
}

}  // namespace releve

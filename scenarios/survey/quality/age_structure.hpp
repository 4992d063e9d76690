#pragma once
#include "scenarios/survey/answers/known_people.hpp"

#include <vector>

namespace releve::survey {

inline constexpr int older_from = 55;     ///< [years] as in the share of 55 and over of an inventory
inline constexpr int least_known = 5;     ///< people of known age: below, hardly any structure is unlikely
inline constexpr double unlikely = 0.01;  ///< probability under which a structure is told

/// Probability of a count at most as likely as `k`, of `n` people each older with probability `share`: the exact two-sided
/// binomial test by small probabilities.
double binomial_two_sided(int k, int n, double share);

/// One establishment's share of older people against what the territory's data expect in its sector.
struct AgeTest {
    std::uint32_t establishment = 0;  ///< position in the answers
    int known = 0, older = 0;         ///< people, at the date of the answers
    double expected = 0;              ///< share of older people in the sector
    double probability = 1;
};

/// For each establishment with enough people of known age. The share of a sector is that of its occupations in the
/// employment margins, weighted by its posts. Nothing where the base pack tells no ages by occupation that part at 55.
std::vector<AgeTest> age_tests(const Answers& answers, const std::vector<KnownPeople>& people, const Pack& base);

}  // namespace releve::survey

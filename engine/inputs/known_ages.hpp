#pragma once
#include "engine/inputs/pack.hpp"

#include <algorithm>

namespace releve {

/// Ages at the start, both included [months]; nobody when they cross.
struct AgeSpan {
    int youngest = 0, oldest = 0;
    constexpr bool empty() const { return youngest > oldest; }
    constexpr int months() const { return empty() ? 0 : oldest - youngest + 1; }
    constexpr bool operator==(const AgeSpan&) const = default;
};

constexpr AgeSpan common(AgeSpan a, AgeSpan b) {
    return {std::max(a.youngest, b.youngest), std::min(a.oldest, b.oldest)};
}
constexpr AgeSpan span_of(const AgeBand& band) { return {band.from * 12, band.to * 12 + 11}; }

/// Nobody is hired younger [months]: school was compulsory until then for those born before 1953.
inline constexpr int youngest_hired = 14 * 12;

/// Last month, counted from the start, in which somebody told as hired in that year was; whoever is in post at the start was
/// hired before it.
constexpr int last_hire_month(int year, Month start) { return std::min(Month::of(year, 12) - start, -1); }

/// Ages that the years of birth and the year of hiring leave possible.
constexpr AgeSpan told_ages(const WorkerRow& worker, Month start) {
    AgeSpan ages{start - Month::of(worker.born_to, 12), start - Month::of(worker.born_from, 1)};
    if (worker.hired != 0) {
        ages.youngest = std::max(ages.youngest, youngest_hired - last_hire_month(worker.hired, start));
    }
    return ages;
}

}  // namespace releve

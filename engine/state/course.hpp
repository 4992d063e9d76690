#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace releve {

/// A hazard [per month] and the first month at which it may be different.
struct Hazard {
    double rate = 0;
    int until = 0x7FFF;
};

/// The month of an event that does not come before the horizon.
inline constexpr int not_due = 0x7FFF;

// A course is the hazard of one thing at one risk as time goes by. It tells
//   used(from, to): the hazard summed over the months from..to-1;
//   due(from, level, horizon): the month in which that sum, from `from` on, reaches `level`; or not_due.

/// A course told piece by piece by `hazard_at(month)`.
template <class HazardAt>
class PiecewiseCourse {
public:
    explicit PiecewiseCourse(HazardAt hazard_at) : hazard_at_(std::move(hazard_at)) {}

    double used(int from, int to) const {
        double sum = 0;
        for (int month = from; month < to;) {
            const Hazard hazard = hazard_at_(month);
            const int until = std::min(hazard.until, to);
            sum += hazard.rate * (until - month);
            month = until;
        }
        return sum;
    }
    int due(int from, double level, int horizon) const {
        for (int month = from; month < horizon;) {
            const Hazard hazard = hazard_at_(month);
            const int until = std::min(hazard.until, horizon);
            const double here = hazard.rate * (until - month);
            if (hazard.rate > 0 && here >= level) {
                const int wait = static_cast<int>(level / hazard.rate);
                return wait >= until - month ? until - 1 : month + wait;
            }
            level -= here;
            month = until;
        }
        return not_due;
    }

private:
    HazardAt hazard_at_;
};

/// Hazards by sex and year of age, with their sums from birth on: where an event falls is found without walking through
/// the years before it, and that it falls beyond the horizon, which is nearly always so, with one comparison.
class AgeTable {
public:
    static constexpr int last_age = 120;  ///< [years] the hazard of it holds for good

    /// `rate(sex, age)` -> hazard per month; in the order of `values()`.
    template <class Rate>
    static std::vector<double> values(Rate rate) {
        std::vector<double> table;
        table.reserve(2 * row_size);
        for (std::size_t sex = 0; sex < 2; ++sex) {
            double sum = 0;
            for (int age = 0; age <= last_age; ++age) {
                table.push_back(rate(sex, age));
                table.push_back(sum);
                sum += 12 * table[table.size() - 2];
            }
        }
        return table;
    }
    /// The row of one sex in what `values` returned.
    static std::span<const double> row(std::span<const double> values, std::size_t sex) {
        return values.subspan(sex * row_size, row_size);
    }

    static double rate(std::span<const double> row, int age) { return row[2 * static_cast<std::size_t>(age)]; }
    /// The hazard summed from birth to an age in months.
    static double sum(std::span<const double> row, int months) {
        const int age = std::clamp(months / 12, 0, last_age);
        return row[2 * static_cast<std::size_t>(age) + 1] + rate(row, age) * (months - 12 * age);
    }

private:
    static constexpr std::size_t row_size = 2 * (last_age + 1);
};

/// The course of one person in such a table, `factor` times its hazards.
class AgeCourse {
public:
    AgeCourse(std::span<const double> row, int birth, double factor) : row_(row), birth_(birth), factor_(factor) {}

    double used(int from, int to) const {
        return factor_ * (AgeTable::sum(row_, to - birth_) - AgeTable::sum(row_, from - birth_));
    }
    int due(int from, double level, int horizon) const {
        const double reached = AgeTable::sum(row_, from - birth_) + level / factor_;  // infinite if the factor is 0
        if (from >= horizon || !(AgeTable::sum(row_, horizon - birth_) >= reached)) {
            return not_due;
        }
        int age = std::clamp((from - birth_) / 12, 0, AgeTable::last_age);
        while (age < AgeTable::last_age &&
               (AgeTable::rate(row_, age) <= 0 || AgeTable::sum(row_, 12 * (age + 1)) < reached)) {
            ++age;
        }
        if (AgeTable::rate(row_, age) <= 0) {
            return not_due;
        }
        const double into = (reached - AgeTable::sum(row_, 12 * age)) / AgeTable::rate(row_, age);
        return std::clamp(birth_ + 12 * age + static_cast<int>(into), from, horizon - 1);
    }

private:
    std::span<const double> row_;
    int birth_;
    double factor_;
};

}  // namespace releve

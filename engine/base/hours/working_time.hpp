#pragma once
#include "engine/base/draws.hpp"
#include "engine/base/vocabulary.hpp"

#include <cstdint>
#include <vector>

namespace releve {

/// Working times are shares of full time, in hundredths.
inline constexpr std::uint8_t full_time = 100;

/// What pay validates from some month on: a quarter of pension insurance for so many hours at the minimum wage.
struct QuarterRule {
    int from = 0;                ///< month count (Month::count)
    double hours = 0;            ///< at the minimum wage, for a quarter
    double full_time_hours = 0;  ///< of a year at full time
};

struct HoursBand {
    double from = 0, to = 1;  ///< shares of full time
    double share = 0;         ///< of the people in part-time work
};

/// Working time by occupation and sex, and what it is worth for a pension. Without tables everybody works full time and
/// validates every quarter.
struct WorkingTimes {
    std::vector<double> part_time;   ///< by occupation * 2 + sex: share of the people in work
    std::vector<double> pay;         ///< by occupation * 2 + sex: hourly, in minimum wages
    std::vector<HoursBand> hours;    ///< of part-time work
    std::vector<QuarterRule> rules;  ///< by month, increasing; the first also holds before

    /// Of somebody who enters a post; full time where no table tells. Two draws.
    std::uint8_t draw(std::uint16_t occupation, Sex sex, Draws& draws) const;
    std::uint8_t draw_part_time(Draws& draws) const;

    /// Quarters that a year of work validates under the rule of a month: whole, four at most.
    int quarters_a_year(std::uint16_t occupation, Sex sex, std::uint8_t working_time, int calendar_month) const;
    /// Four quarters a year under every rule.
    bool validates_all(std::uint16_t occupation, Sex sex, std::uint8_t working_time) const;
    /// Twelfths of a quarter that work of some months falls short of four quarters a year.
    int missed_twelfths(std::uint16_t occupation, Sex sex, std::uint8_t working_time, int from, int until) const;
    /// First month of the rule that holds in a month, and of the next; far away where there is none.
    int rule_begins(int calendar_month) const;
    int rule_ends(int calendar_month) const;

private:
    const QuarterRule* rule_of(int calendar_month) const;
};

}  // namespace releve

#include "engine/inputs/pension.hpp"

#include <algorithm>
#include <cmath>

namespace releve {

namespace {

/// Last row whose cohort has begun; the first one for people born before all cohorts of the table. Rows in their order.
template <class Row>
const Row* row_of(const std::vector<Row>& rows, int born) {
    const auto next = std::upper_bound(rows.begin(), rows.end(), born,
                                       [](int month, const Row& row) { return month < row.born_from; });
    return rows.empty() ? nullptr : &*(next == rows.begin() ? next : next - 1);
}

/// Before `as_of` if they are more than enough: whoever has long had the quarters did not get them this month.
int month_with_quarters(const CareerFacts& facts, double quarters) {
    const double missing = quarters - facts.quarters;
    if (missing > 0 && facts.pace <= 0) {
        return no_month;
    }
    const double months_each = missing > 0 ? 12.0 / facts.pace : 3.0;
    const int month = facts.as_of + static_cast<int>(std::ceil(missing * months_each));
    return month <= facts.validated_until ? month : no_month;
}

/// A later cohort's row for the same bound has begun.
bool replaced(const PensionLaw& law, const LongCareerRow& row, int born) {
    return std::any_of(law.long_careers.begin(), law.long_careers.end(), [&](const LongCareerRow& other) {
        return other.start_before_age == row.start_before_age && other.born_from > row.born_from &&
               other.born_from <= born;
    });
}

void apply_long_careers(const PensionLaw& law, const CareerFacts& facts, int born, PensionDates& dates) {
    const int lowest = long_career_bound(born, facts.career_start + facts.origin);
    for (const LongCareerRow& row : law.long_careers) {
        if (row.start_before_age < lowest || row.born_from > born || replaced(law, row, born)) {
            continue;
        }
        const int date =
            std::max(facts.birth + row.earliest_age_months,
                     month_with_quarters(facts, dates.quarters_required + row.quarters_extra + facts.credited));
        if (date < dates.earliest) {
            dates.earliest = date;
            dates.full_rate = std::min(dates.full_rate, date);
            dates.long_career = true;
        }
    }
}

}  // namespace

int long_career_bound(int born, int career_start) {
    const bool late_in_the_year = born % 12 >= 9;
    const int validated = career_start + 3 * (late_in_the_year ? 4 : 5);
    return (validated + 11) / 12 - born / 12 - 1;
}

std::vector<double> earliest_claims(const std::vector<PensionLaw>& laws, std::size_t chosen) {
    std::vector<double> ages(1, no_month);
    for (std::size_t i = 0; i < laws.size(); ++i) {
        if (!of_lineage(laws, chosen, i)) {
            continue;
        }
        for (const LongCareerRow& row : laws[i].long_careers) {
            ages.resize(std::max<std::size_t>(ages.size(), row.start_before_age + 2), ages.back());
            for (int bound = 0; bound <= row.start_before_age; ++bound) {
                double& age = ages[static_cast<std::size_t>(bound)];
                age = std::min<double>(age, row.earliest_age_months);
            }
        }
        for (const PensionLawRow& row : laws[i].cohorts) {
            for (double& age : ages) {
                age = std::min<double>(age, row.opening_age_months);
            }
        }
    }
    return ages;
}

PensionDates pension_dates(const PensionLaw& law, const CareerFacts& facts) {
    PensionDates dates;
    const int born = facts.birth + facts.origin;
    const PensionLawRow* cohort = row_of(law.cohorts, born - facts.months_early);
    if (cohort == nullptr) {
        return dates;
    }
    const int counted_from = facts.birth - facts.months_early;
    dates.opening = counted_from + cohort->opening_age_months;
    dates.earliest = dates.opening;
    dates.automatic = counted_from + cohort->full_rate_age_months;
    dates.quarters_required = cohort->quarters;
    dates.decote_per_quarter = cohort->decote_per_quarter;
    const int duration_reached = month_with_quarters(facts, cohort->quarters);
    dates.full_rate = std::min(std::max(dates.opening, duration_reached), dates.automatic);
    apply_long_careers(law, facts, born, dates);
    return dates;
}

}  // namespace releve

#pragma once
#include "engine/inputs/pack.hpp"

namespace releve {

/// The dates at which one person may claim a pension. Months are counted like `birth` was given.
struct PensionDates {
    int opening = 0;    ///< legal opening age reached
    int earliest = 0;   ///< first month a pension can be claimed: opening, or a long career's date
    int full_rate = 0;  ///< first month at the full rate (duration reached, or automatic age)
    int automatic = 0;  ///< full rate whatever the duration
    int quarters_required = 0;
    bool long_career = false;
};

struct CareerFacts {
    int birth = 0;         ///< month of birth, any origin
    int career_start = 0;  ///< month of the first post, same origin
    double quarters = 0;   ///< validated at month `as_of`
    int as_of = 0;
    int origin = 0;  ///< calendar month count (Month::count) of month 0 of that origin
};

/// Applies one law to one career, supposing that four quarters a year are validated from `as_of` on.
/// Long careers need `quarters + extra` quarters and a start before the bound's age.
/// Source: Code de la sécurité sociale L161-17-2, L161-17-3, L351-1, L351-8; D351-1-1 (long careers).
PensionDates pension_dates(const PensionLaw& law, const CareerFacts& facts);

}  // namespace releve

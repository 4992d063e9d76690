#pragma once
#include "engine/inputs/pack.hpp"

#include <cstddef>
#include <limits>
#include <span>
#include <vector>

namespace releve {

/// Later than any month of a run.
inline constexpr int no_month = std::numeric_limits<int>::max() / 4;

/// No law of a pack opens a pension before this age [months]: the tables refuse it.
inline constexpr int youngest_pension_age = 55 * 12;

/// The dates at which one person may claim a pension. Months are counted like `birth` was given.
struct PensionDates {
    int opening = 0;    ///< legal opening age reached
    int earliest = 0;   ///< first month a pension can be claimed: opening, or a long career's date
    int full_rate = 0;  ///< first month at the full rate (duration reached, or automatic age)
    int automatic = 0;  ///< full rate whatever the duration
    int quarters_required = 0;
    double decote_per_quarter = 0;
    bool long_career = false;
};

struct CareerFacts {
    int birth = 0;         ///< month of birth, any origin
    int career_start = 0;  ///< month of the first post, same origin
    double quarters = 0;   ///< validated at month `as_of`
    double credited = 0;   ///< of these, without contribution: long careers do not count them
    int as_of = 0;
    int origin = 0;                  ///< calendar month count (Month::count) of month 0 of that origin
    int validated_until = no_month;  ///< from that month on no quarter is validated (out of the labour force)
    double pace = 4;                 ///< quarters validated a year from `as_of` on
    int months_early = 0;            ///< the ages of the law come so much earlier (active categories)
    Status status = Status::employed;
    bool without_work() const { return status == Status::unemployed || status == Status::inactive; }
};

/// Applies one law to one career, supposing that quarters are validated at its pace up to `validated_until`, and four a
/// year were before `as_of`. Who has the right to leave some months early has the ages and the quarters of those born as
/// much before. Long careers need `quarters + extra` quarters with contributions, of which five (four for those born from
/// October on) by the end of the year in which the bound's age is reached.
/// Source: Code de la sécurité sociale L161-17-2, L161-17-3, L351-1, L351-8; D351-1-1 (long careers).
PensionDates pension_dates(const PensionLaw& law, const CareerFacts& facts);

/// The law that holds in one month. Months are calendar counts.
struct LawInForce {
    const PensionLaw* law = nullptr;
    const PensionLaw* before = nullptr;  ///< the one it replaced; none for the first
    int from = -no_month;
    int until = no_month;  ///< the first month of the next
};

/// Whether a law comes to hold when `chosen` is: it does, and what took effect before it; the rest is another future.
inline bool of_lineage(const std::vector<PensionLaw>& laws, std::size_t chosen, std::size_t law) {
    return law == chosen || laws[law].effective < laws[chosen].effective;
}

/// Up to the month in which the chosen law takes effect, those of the pack that took effect before it hold, each until the
/// next; the oldest also holds before its own date.
LawInForce law_in_force(const std::vector<PensionLaw>& laws, std::size_t chosen, int calendar_month);

/// The law of the pack in force at a date: the last to have taken effect, or the oldest.
std::size_t law_at(const std::vector<PensionLaw>& laws, Month date);

/// Ages [months] before which none of the laws that may come to hold opens a pension, by the bound of age [years] that a
/// career meets (see `long_career_bound`), up to one that no long career knows.
std::vector<double> earliest_claims(const std::vector<PensionLaw>& laws, std::size_t chosen);

/// The lowest bound of age [years] by the end of whose year the quarters that a long career takes were validated, for a
/// career that began in a month. Calendar months.
int long_career_bound(int born, int career_start);

/// How people use their rights: the parameters of the process `retirement`, in the order of its record.
struct PensionBehaviour {
    double at_once = 0, later = 0, before_full_rate = 0, decote_weight = 0, unfit = 0, at_automatic = 0,
           after_automatic = 0, without_work = 0, goes_on = 0, stops = 0, part_time = 0, years_early = 0,
           early_bonus = 0;
};
inline constexpr std::size_t pension_parameters = sizeof(PensionBehaviour) / sizeof(double);
PensionBehaviour pension_behaviour(std::span<const double> parameters);

/// Gives the career the right to an early pension: earlier ages and more quarters.
void grant_early_pension(CareerFacts& facts, const PensionBehaviour& behaviour);

/// A hazard [per month] and the first month at which it may be different.
struct PensionHazard {
    double rate = 0;
    int until = no_month;
};

/// The hazard of claiming a pension in a month (counted like `birth`), under the law then in force. Somebody whom a new
/// law brings to the full rate at once decides in its first month.
PensionHazard pension_hazard(const std::vector<PensionLaw>& laws, std::size_t chosen, const CareerFacts& facts,
                             const PensionBehaviour& behaviour, int month);

/// Where a career stands in a month; the others have claimed a pension and do not work.
struct PensionShares {
    double waiting = 1;  ///< probability of not having claimed
    double at_work = 0;  ///< of having claimed and being still at work
};
PensionShares pension_shares(const std::vector<PensionLaw>& laws, std::size_t chosen, const CareerFacts& facts,
                             const PensionBehaviour& behaviour, int month);

}  // namespace releve

#include "engine/base/rates.hpp"
#include "engine/inputs/pension.hpp"

#include <algorithm>

namespace releve {

namespace {

constexpr int most_quarters_reduced = 20;  // Code de la sécurité sociale R351-27

/// Below the full rate: the larger the reduction, the fewer leave. Constant within each missing year (the reduction of its
/// middle), so that a schedule steps by years.
PensionHazard below_full_rate(const PensionDates& dates, const PensionBehaviour& behaviour, int month) {
    const int years = (dates.full_rate - month + 11) / 12;
    const int counted = std::min(4 * years - 2, most_quarters_reduced);
    const double reduction = counted * dates.decote_per_quarter;
    return {behaviour.before_full_rate * portable_exp(-behaviour.decote_weight * reduction),
            dates.full_rate - 12 * (years - 1)};
}

PensionHazard under_one_law(const PensionDates& dates, const PensionBehaviour& behaviour, Status status, int month) {
    if (month < dates.earliest) {
        return {0, dates.earliest};
    }
    const bool inactive = status == Status::inactive;
    if (month >= dates.full_rate && (inactive || status == Status::unemployed)) {
        return {hazard_from_probability(behaviour.without_work), no_month};
    }
    if (month == dates.automatic) {
        return {hazard_from_probability(behaviour.at_automatic), month + 1};
    }
    if (month == dates.full_rate) {
        return {hazard_from_probability(behaviour.at_once), month + 1};
    }
    if (month == dates.opening && inactive && month < dates.full_rate) {
        return {hazard_from_probability(behaviour.unfit), month + 1};
    }
    if (month < dates.full_rate) {
        return below_full_rate(dates, behaviour, month);
    }
    if (month < dates.automatic) {
        return {behaviour.later, dates.automatic};
    }
    return {behaviour.after_automatic, no_month};
}

/// The dates under the law in force in a month, until the next one takes effect.
struct DatesInForce {
    PensionDates dates;
    int until = -no_month;
};

DatesInForce dates_in_force(const std::vector<PensionLaw>& laws, std::size_t chosen, const CareerFacts& facts,
                            int month) {
    const LawInForce now = law_in_force(laws, chosen, month + facts.origin);
    PensionDates dates = pension_dates(*now.law, facts);
    const int from = now.from - facts.origin;
    if (now.before != nullptr && dates.full_rate < from && pension_dates(*now.before, facts).full_rate >= from) {
        dates.full_rate = from;
    }
    return {dates, now.until - facts.origin};
}

}  // namespace

LawInForce law_in_force(const std::vector<PensionLaw>& laws, std::size_t chosen, int calendar_month) {
    LawInForce found;
    const auto effective = [](const PensionLaw* law) { return law == nullptr ? -no_month : law->effective; };
    const PensionLaw* oldest = &laws[chosen];
    for (std::size_t i = 0; i < laws.size(); ++i) {
        const PensionLaw& law = laws[i];
        if (!of_lineage(laws, chosen, i)) {
            continue;
        }
        oldest = law.effective < oldest->effective ? &law : oldest;
        if (law.effective > calendar_month) {
            found.until = std::min(found.until, law.effective);
        } else if (law.effective > effective(found.law)) {
            found.before = found.law;
            found.law = &law;
        } else if (law.effective > effective(found.before)) {
            found.before = &law;
        }
    }
    if (found.law == nullptr) {
        // before the first of them: it holds already, up to the second
        found.law = oldest;
        found.until = law_in_force(laws, chosen, oldest->effective).until;
    }
    found.from = found.before == nullptr ? -no_month : found.law->effective;
    return found;
}

std::size_t law_at(const std::vector<PensionLaw>& laws, Month date) {
    std::size_t found = 0;
    for (std::size_t law = 1; law < laws.size(); ++law) {
        const bool held = laws[found].effective <= date.count;
        const bool holds = laws[law].effective <= date.count;
        const bool later = laws[law].effective > laws[found].effective;
        found = (holds && (!held || later)) || (!holds && !held && !later) ? law : found;
    }
    return found;
}

PensionHazard pension_hazard(const std::vector<PensionLaw>& laws, std::size_t chosen, const CareerFacts& facts,
                             const PensionBehaviour& behaviour, int month) {
    if (month < facts.birth + youngest_pension_age) {
        return {0, facts.birth + youngest_pension_age};
    }
    const DatesInForce now = dates_in_force(laws, chosen, facts, month);
    PensionHazard hazard = under_one_law(now.dates, behaviour, facts.status, month);
    hazard.until = std::min(hazard.until, now.until);
    return hazard;
}

PensionBehaviour pension_behaviour(std::span<const double> of) {
    return {.at_once = of[0],
            .later = of[1],
            .before_full_rate = of[2],
            .decote_weight = of[3],
            .unfit = of[4],
            .at_automatic = of[5],
            .after_automatic = of[6],
            .without_work = of[7],
            .goes_on = of[8],
            .stops = of[9],
            .part_time = of[10],
            .years_early = of[11],
            .early_bonus = of[12]};
}

void grant_early_pension(CareerFacts& facts, const PensionBehaviour& behaviour) {
    facts.months_early = static_cast<int>(12 * behaviour.years_early);
    facts.quarters += behaviour.early_bonus;
}

PensionShares pension_shares(const std::vector<PensionLaw>& laws, std::size_t chosen, const CareerFacts& facts,
                             const PensionBehaviour& behaviour, int month) {
    const double goes_on = facts.without_work() ? 0.0 : behaviour.goes_on;
    PensionShares shares;
    DatesInForce now;
    for (int at = facts.birth + youngest_pension_age; at < month;) {
        if (at >= now.until) {
            now = dates_in_force(laws, chosen, facts, at);
        }
        const PensionHazard hazard = under_one_law(now.dates, behaviour, facts.status, at);
        const int until = std::min({hazard.until, now.until, month});
        const int months = until - at;
        at = until;
        if (hazard.rate <= 0 && shares.at_work <= 0) {
            continue;
        }
        const double claims = shares.waiting * (1 - portable_exp(-hazard.rate * months));
        shares.waiting -= claims;
        // those who claim in these months do so half-way on average
        shares.at_work = shares.at_work * portable_exp(-behaviour.stops * months) +
                         goes_on * claims * portable_exp(-behaviour.stops * months / 2);
    }
    return shares;
}

}  // namespace releve

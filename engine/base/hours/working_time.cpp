#include "engine/base/hours/working_time.hpp"

#include <algorithm>

namespace releve {

namespace {

constexpr int far_away = 1 << 24;  // [months]
constexpr int most_quarters = 4;   // of a year

std::size_t place_of(std::uint16_t occupation, Sex sex) { return occupation * 2U + static_cast<std::size_t>(sex); }

}  // namespace

std::uint8_t WorkingTimes::draw_part_time(Draws& draws) const {
    double left = draws.uniform();
    for (const HoursBand& band : hours) {
        if (left < band.share) {
            const double share = band.from + (band.to - band.from) * left / band.share;
            return static_cast<std::uint8_t>(std::clamp(share * full_time, 1.0, full_time - 1.0));
        }
        left -= band.share;
    }
    return hours.empty() ? full_time : static_cast<std::uint8_t>(full_time - 1);
}

std::uint8_t WorkingTimes::draw(std::uint16_t occupation, Sex sex, Draws& draws) const {
    const bool part = !part_time.empty() && draws.happens(part_time[place_of(occupation, sex)]);
    return part ? draw_part_time(draws) : full_time;
}

const QuarterRule* WorkingTimes::rule_of(int calendar_month) const {
    const QuarterRule* found = rules.empty() ? nullptr : &rules.front();
    for (const QuarterRule& rule : rules) {
        found = rule.from <= calendar_month ? &rule : found;
    }
    return found;
}

int WorkingTimes::quarters_a_year(std::uint16_t occupation, Sex sex, std::uint8_t working_time,
                                  int calendar_month) const {
    const QuarterRule* rule = working_time >= full_time ? nullptr : rule_of(calendar_month);
    if (rule == nullptr) {
        return most_quarters;
    }
    const double paid = pay.empty() ? 1.0 : pay[place_of(occupation, sex)];
    const double hours_paid = working_time * rule->full_time_hours / full_time * paid;
    return std::min(most_quarters, static_cast<int>(hours_paid / rule->hours));
}

bool WorkingTimes::validates_all(std::uint16_t occupation, Sex sex, std::uint8_t working_time) const {
    return working_time >= full_time || std::all_of(rules.begin(), rules.end(), [&](const QuarterRule& rule) {
               return quarters_a_year(occupation, sex, working_time, rule.from) == most_quarters;
           });
}

int WorkingTimes::rule_begins(int calendar_month) const {
    const QuarterRule* rule = rule_of(calendar_month);
    return rule == nullptr || rule == &rules.front() ? -far_away : rule->from;
}

int WorkingTimes::rule_ends(int calendar_month) const {
    const auto next = std::find_if(rules.begin(), rules.end(), [&](const QuarterRule& rule) {
        return rule.from > calendar_month && &rule != &rules.front();
    });
    return next == rules.end() ? far_away : next->from;
}

int WorkingTimes::missed_twelfths(std::uint16_t occupation, Sex sex, std::uint8_t working_time, int from,
                                  int until) const {
    int missed = 0;
    for (int month = from; month < until && working_time < full_time;) {
        const int next = std::min(until, rule_ends(month));
        missed += (next - month) * (most_quarters - quarters_a_year(occupation, sex, working_time, month));
        month = next;
    }
    return missed;
}

}  // namespace releve

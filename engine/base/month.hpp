#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace releve {

/// A calendar month, counted from January of year 0. Differences are in months.
struct Month {
    std::int32_t count = 0;
    static constexpr Month of(int year, int month) { return {year * 12 + month - 1}; }
    constexpr int year() const { return count / 12; }
    constexpr int month_of_year() const { return count % 12 + 1; }
    constexpr auto operator<=>(const Month&) const = default;
    constexpr Month operator+(int months) const { return {count + months}; }
    constexpr Month operator-(int months) const { return {count - months}; }
    constexpr int operator-(Month other) const { return count - other.count; }
};

/// The steps of a run: `step` months each from `start` on. A month unless a pack says otherwise.
struct Calendar {
    Month start;
    double step = 1;  ///< length of a step [months]

    /// The month in which a step begins.
    constexpr Month date(int index) const {
        return start + (step == 1 ? index : static_cast<int>(index * step + 1e-9));
    }
    /// Whether the step that follows begins in another year.
    constexpr bool ends_year(int index) const { return date(index).year() != date(index + 1).year(); }
    /// First step after `index` that begins in another year.
    constexpr int next_year(int index) const {
        if (step == 1) {
            return index + 13 - (start + index).month_of_year();
        }
        int next = index + 1;
        while (date(next).year() == date(index).year()) {
            ++next;
        }
        return next;
    }
    /// Number of steps that begin up to the end of a month.
    constexpr int steps_until(Month last) const {
        return last < start ? 0 : static_cast<int>((last - start + 1) / step - 1e-9) + 1;
    }
};

/// "2013-01" -> Month; nothing if the text is not a month of the years 1800-2999.
std::optional<Month> parse_month(std::string_view text);
std::string to_string(Month month);

/// "18 months", "1 month", "3 years", "27 weeks" -> months; nothing for a bare number.
std::optional<double> parse_duration_months(std::string_view text);

}  // namespace releve

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

/// "2013-01" -> Month; nothing if the text is not a month of the years 1800-2999.
std::optional<Month> parse_month(std::string_view text);
std::string to_string(Month month);

/// "18 months", "1 month", "3 years" -> months; nothing for a bare number.
std::optional<double> parse_duration_months(std::string_view text);

}  // namespace releve

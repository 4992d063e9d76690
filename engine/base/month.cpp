#include "engine/base/month.hpp"

#include <charconv>

namespace releve {

namespace {

template <class Number>
std::optional<Number> whole_number(std::string_view text) {
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

}  // namespace

std::optional<Month> parse_month(std::string_view text) {
    if (text.size() != 7 || text[4] != '-') {
        return std::nullopt;
    }
    const auto year = whole_number<int>(text.substr(0, 4));
    const auto month = whole_number<int>(text.substr(5, 2));
    if (!year || !month || *year < 1800 || *year > 2999 || *month < 1 || *month > 12) {
        return std::nullopt;
    }
    return Month::of(*year, *month);
}

std::string to_string(Month month) {
    const std::string digits = std::to_string(month.month_of_year());
    return std::to_string(month.year()) + (digits.size() == 1 ? "-0" : "-") + digits;
}

std::optional<double> parse_duration_months(std::string_view text) {
    const std::size_t space = text.find(' ');
    if (space == std::string_view::npos) {
        return std::nullopt;
    }
    const auto number = whole_number<double>(text.substr(0, space));
    const std::string_view unit = text.substr(space + 1);
    if (!number || *number < 0) {
        return std::nullopt;
    }
    if (unit == "month" || unit == "months" || unit == "mois") {
        return *number;
    }
    if (unit == "year" || unit == "years" || unit == "an" || unit == "ans") {
        return *number * 12.0;
    }
    if (unit == "week" || unit == "weeks" || unit == "semaine" || unit == "semaines") {
        constexpr double months_a_week = 7.0 * 12.0 / 365.25;
        return *number * months_a_week;
    }
    return std::nullopt;
}

}  // namespace releve

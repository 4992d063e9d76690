#include "scenarios/survey/workbook/dates.hpp"

#include <charconv>
#include <chrono>
#include <cmath>
#include <fmt/format.h>

namespace releve {

namespace {

using namespace std::chrono;

constexpr sys_days day_zero{year{1899} / 12 / 30};  // right from 1 March 1900 on
constexpr double first_right_day = 61;
constexpr double most_days = 2'958'465;  // 9999-12-31
constexpr double seconds_a_day = 86'400;

/// Reads the digits at `at`, exactly `count` of them, and goes behind; nothing if they are not there.
std::optional<int> digits(std::string_view text, std::size_t& at, std::size_t count) {
    int number = 0;
    if (text.size() < at + count) {
        return std::nullopt;
    }
    const char* end = text.data() + at + count;
    const auto read = std::from_chars(text.data() + at, end, number);
    at += count;
    return read.ec == std::errc{} && read.ptr == end && number >= 0 ? std::optional(number) : std::nullopt;
}

bool skip(std::string_view text, std::size_t& at, char one) {
    const bool there = at < text.size() && text[at] == one;
    at += there ? 1 : 0;
    return there;
}

/// The part of a day of "08:30" or "08:30:15.25"; goes behind.
std::optional<double> time_of_day(std::string_view text, std::size_t& at) {
    const auto hour = digits(text, at, 2);
    const auto minute = hour && skip(text, at, ':') ? digits(text, at, 2) : std::nullopt;
    const auto second = minute && skip(text, at, ':') ? digits(text, at, 2) : std::optional(0);
    if (!minute || !second || *hour > 23 || *minute > 59 || *second > 59) {
        return std::nullopt;
    }
    if (skip(text, at, '.')) {
        at = std::min(text.find_first_not_of("0123456789", at), text.size());
    }
    return (*hour * 3'600 + *minute * 60 + *second) / seconds_a_day;
}

}  // namespace

std::optional<std::string> date_text(double days) {
    if (!(days >= 0) || days >= most_days + 1) {
        return std::nullopt;
    }
    double day = std::floor(days);
    auto second = static_cast<int>(std::lround((days - day) * seconds_a_day));
    if (second == static_cast<int>(seconds_a_day)) {
        second = 0;
        day += 1;
    }
    std::string time;
    if (second != 0) {
        time = fmt::format("{:02}:{:02}", second / 3'600, second / 60 % 60);
        time += second % 60 == 0 ? std::string{} : fmt::format(":{:02}", second % 60);
    }
    if (day == 0) {
        return time.empty() ? "00:00" : time;
    }
    const int shift = day < first_right_day - 1 ? 1 : 0;
    const year_month_day date(day_zero + std::chrono::days(static_cast<int>(day) + shift));
    const std::string text = fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                                         static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
    return time.empty() ? text : text + " " + time;
}

std::optional<double> parse_iso_date(std::string_view text) {
    std::size_t at = 0;
    const auto year_read = digits(text, at, 4);
    const auto month_read = year_read && skip(text, at, '-') ? digits(text, at, 2) : std::nullopt;
    const auto day_read = month_read && skip(text, at, '-') ? digits(text, at, 2) : std::nullopt;
    if (!day_read) {
        return std::nullopt;
    }
    const year_month_day date{year{*year_read}, month{static_cast<unsigned>(*month_read)},
                              day{static_cast<unsigned>(*day_read)}};
    const auto time = skip(text, at, 'T') ? time_of_day(text, at) : std::optional(0.0);
    skip(text, at, 'Z');
    if (!date.ok() || date.year() < year{1900} || !time || at != text.size()) {
        return std::nullopt;
    }
    const auto count = static_cast<double>((sys_days(date) - day_zero).count());
    return (count < first_right_day ? count - 1 : count) + *time;
}

}  // namespace releve

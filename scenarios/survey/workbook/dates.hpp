#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace releve {

/// "2014-03-01", "2014-03-01 08:30:15", or "08:30" within day 0, of a count of days in the calendar of 1900: day 1 is
/// 1900-01-01, and day 60 a 29 February that never was (a fault of Lotus 1-2-3 that Excel keeps), shown as the 28th.
/// Nothing before day 0 or after 9999-12-31.
std::optional<std::string> date_text(double days);

/// Days in the same calendar of "2014-03-01", "2014-03-01T08:30:15" (with or without Z), as strict workbooks write dates.
std::optional<double> parse_iso_date(std::string_view text);

inline constexpr double days_from_1900_to_1904 = 1462;

}  // namespace releve

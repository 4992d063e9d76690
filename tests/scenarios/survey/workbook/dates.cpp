#include "scenarios/survey/workbook/dates.hpp"

#include "scenarios/survey/workbook/styles.hpp"

#include <catch2/catch.hpp>
#include <limits>

using namespace releve;

TEST_CASE("day counts are dates of the calendar of 1900", "[workbook]") {
    CHECK(date_text(1) == "1900-01-01");
    CHECK(date_text(59) == "1900-02-28");
    CHECK(date_text(60) == "1900-02-28");  // the day that never was
    CHECK(date_text(61) == "1900-03-01");
    CHECK(date_text(25'569) == "1970-01-01");
    CHECK(date_text(41'699) == "2014-03-01");
    CHECK(date_text(2'958'465) == "9999-12-31");
    CHECK_FALSE(date_text(2'958'466));
    CHECK_FALSE(date_text(-1));
    CHECK_FALSE(date_text(std::numeric_limits<double>::quiet_NaN()));
    CHECK_FALSE(date_text(1e300));
}

TEST_CASE("parts of days are times", "[workbook]") {
    CHECK(date_text(0) == "00:00");
    CHECK(date_text(0.5) == "12:00");
    CHECK(date_text(41'699.5 + 61.0 / 86'400) == "2014-03-01 12:01:01");
    CHECK(date_text(41'699.999999999) == "2014-03-02");  // half a second before midnight is midnight
}

TEST_CASE("dates of strict workbooks read back", "[workbook]") {
    for (const double days : {1.0, 59.0, 61.0, 25'569.0, 41'699.0, 2'958'465.0}) {
        CHECK(parse_iso_date(*date_text(days)) == days);
    }
    CHECK(parse_iso_date("2014-03-01T12:00:00Z") == 41'699.5);
    CHECK(parse_iso_date("2014-03-01T12:00:00.000") == 41'699.5);
    for (const char* text : {"", "2014", "2014-3-1", "2014-02-29", "1899-01-01", "2014-03-01T", "2014-03-01T24:00",
                             "2014-03-01X", "01/03/2014", "2014-03-0-", "-014-03-01"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_iso_date(text));
    }
}

TEST_CASE("number formats tell dates from numbers and durations", "[workbook]") {
    for (const char* format : {"dd/mm/yyyy", "mmm-yy", "h:mm", "[$-40C]d mmmm yyyy", "yyyy\\-mm\\-dd;@", "H\"h\"mm",
                               "[Red]d/m", "D", "mm:ss.0"}) {
        CAPTURE(format);
        CHECK(shows_date(format));
    }
    for (const char* format : {"General", "0.00", "#,##0 \"days\"", "[h]:mm", "[mm]:ss", "[Red]0", "0;[Red]-0;dd", "@",
                               "0\\d", "_d0", "*d0", "[$\u20ac-40C]0", "0.00E+00", "\"open", "[Red", "\\", ""}) {
        CAPTURE(format);
        CHECK_FALSE(shows_date(format));
    }
}

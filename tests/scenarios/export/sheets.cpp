#include "engine/base/error.hpp"
#include "scenarios/export/sheet.hpp"

#include <catch2/catch.hpp>
#include <limits>

using namespace releve;
using namespace releve::exports;

namespace {

Sheet sheet_of(std::vector<std::vector<Cell>> rows) {
    return {"sheet", {{"name", 20}, {"a, b", 10, Shape::euros}, {"month", 8}}, std::move(rows)};
}

}  // namespace

TEST_CASE("CSV quotes what it must and leaves blank what is not there", "[export]") {
    const std::string csv = to_csv(sheet_of({{"plain", 1234.5, Month::of(2013, 9)},
                                             {"a \"b\"; c, d\ne", Cell{}, Cell{}},
                                             {"=1+1", std::numeric_limits<double>::quiet_NaN(), " led"}}),
                                   CsvStyle::standard);
    CHECK(csv == "name,\"a, b\",month\r\nplain,1234.5,2013-09\r\n\"a \"\"b\"\"; c, d\ne\",,\r\n'=1+1,,\" led\"\r\n");
}

TEST_CASE("CSV for a French Excel computes no text and keeps numbers numbers", "[export]") {
    const std::string csv =
        to_csv(sheet_of({{"=1+1", -0.05, "-5 %"}, {"+a", 1e6, "@b"}, {"\tc", 0.0, "a;b"}, {"'d", 2.5, "e-f"}}),
               CsvStyle::excel_french);
    CHECK(csv ==
          "\xEF\xBB\xBFname;a, b;month\r\n'=1+1;-0,05;'-5 %\r\n'+a;1000000;'@b\r\n'\tc;0;\"a;b\"\r\n'd;2,5;e-f\r\n");
}

TEST_CASE("a workbook has the same bytes for the same sheets", "[export]") {
    const std::vector<Sheet> sheets{sheet_of({{"=1+1", 2.0, Month::of(2013, 9)}})};
    const std::vector<std::byte> first = to_xlsx(sheets, "title");
    REQUIRE(first.size() > 1000);
    CHECK(first[0] == std::byte{'P'});
    CHECK(first[1] == std::byte{'K'});
    CHECK(to_xlsx(sheets, "title") == first);
    Sheet wrong = sheets.front();
    wrong.name = "a/b";
    CHECK_THROWS_AS(to_xlsx({wrong}, "title"), IoError);
}

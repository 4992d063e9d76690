#include "scenarios/survey/workbook/place.hpp"

#include "scenarios/survey/workbook/workbook.hpp"

#include <catch2/catch.hpp>

using namespace releve;

TEST_CASE("cells are named as spreadsheets name them", "[workbook]") {
    CHECK(cell_name(0, 0) == "A1");
    CHECK(cell_name(6, 1) == "B7");
    CHECK(cell_name(9, 25) == "Z10");
    CHECK(cell_name(9, 26) == "AA10");
    CHECK(cell_name(0, 701) == "ZZ1");
    CHECK(cell_name(0, 702) == "AAA1");
    CHECK(cell_name(1'048'575, 16'383) == "XFD1048576");
    const WorkbookSheet sheet{"Personnes", false, {}, {}};
    CHECK(cell_place("survey.xlsx", sheet, 6, 1) == "survey.xlsx Personnes!B7");
}

TEST_CASE("every name reads back as its place", "[workbook]") {
    for (std::size_t column = 0; column < 16'384; ++column) {
        const auto place = parse_place(cell_name(column % 977, column));
        REQUIRE(place);
        REQUIRE(place->column == column);
        REQUIRE(place->row == column % 977);
    }
}

TEST_CASE("what is not a place is none", "[workbook]") {
    for (const char* text :
         {"", "A", "7", "A0", "b7", "B7 ", "B-7", "XFE1", "A1048577", "AAAA1", "A99999999999", "7B", "$B$7", "B7:",
          "\xC3\x89"
          "1"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_place(text));
    }
}

TEST_CASE("ranges have ends in order", "[workbook]") {
    const auto range = parse_range("B2:C4");
    REQUIRE(range);
    CHECK(range->first.row == 1);
    CHECK(range->first.column == 1);
    CHECK(range->last.row == 3);
    CHECK(range->last.column == 2);
    CHECK(parse_range("B2"));
    CHECK_FALSE(parse_range("C4:B2"));
    CHECK_FALSE(parse_range("B4:C2"));
    CHECK_FALSE(parse_range("A1:B2:C3"));
    CHECK_FALSE(parse_range(""));
}

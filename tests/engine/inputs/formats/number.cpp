#include "engine/inputs/formats/number.hpp"

#include <catch2/catch.hpp>
#include <string>

using namespace releve;

TEST_CASE("numbers are read whole or not at all", "[number]") {
    CHECK(parse_number("-12") == -12.0);
    CHECK(parse_number("1e-3") == 0.001);
    for (const std::string text :
         {"", " 1", "1 ", "+1", "0x10", "inf", "nan", "1e999", "1,5", "1.2.3", "12a", "１２"}) {
        INFO(text);
        CHECK_FALSE(parse_number(text));
    }
}

TEST_CASE("cells also take a decimal comma and spaces between thousands", "[number]") {
    WrittenAs as;
    CHECK(parse_cell_number("12", as) == 12.0);
    CHECK_FALSE(as.comma);
    CHECK_FALSE(as.spaces);
    CHECK(parse_cell_number("-0,5", as) == -0.5);
    CHECK(as.comma);
    CHECK(parse_cell_number("1 234", as) == 1234.0);
    CHECK(parse_cell_number("1\u00a0234\u00a0567", as) == 1234567.0);
    CHECK(parse_cell_number("-12\u202f345,25", as) == -12345.25);
    CHECK(as.spaces);
    for (const std::string text :
         {"1.234,5", "1,234,567", "12 34", "1234 567", "1 2345", " 123", "1 234 5", "1,5 000"}) {
        INFO(text);
        CHECK_FALSE(parse_cell_number(text, as));
    }
}

TEST_CASE("numbers are written so that they read back", "[number]") {
    CHECK(to_text(3) == "3");
    CHECK(to_text(-0.5) == "-0.5");
    CHECK(to_text(3e6) == "3000000");
    CHECK(parse_number(to_text(0.1)) == 0.1);
    CHECK(parse_number(to_text(1e-300)) == 1e-300);
    CHECK(parse_number(to_text(1.7976931348623157e308)) == 1.7976931348623157e308);
}

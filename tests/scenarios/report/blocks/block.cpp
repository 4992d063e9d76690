#include "scenarios/report/blocks/block.hpp"

#include "scenarios/report/typography.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace releve;
using namespace releve::report;

namespace {

std::string shown(const BlockCell& cell, const BlockColumn& column, Language language = Language::en) {
    return figure_text(cell, column, language);
}

Block two_rows() {
    return {.key = "two",
            .name = {"two", "deux"},
            .title = {"Two rows", "Deux lignes"},
            .columns = {{.key = "name", .title = {"name", "nom"}, .wrap = 10},
                        {.key = "share", .title = {"share", "part"}, .figure = Figure::percent},
                        {.key = "aside", .title = {"aside", "à part"}, .sheet_only = true}},
            .rows = {{Text{"one two three four", "un deux trois quatre"}, Range{0.5, 0.25, 0.75}, 7.0},
                     {Text{"five", "cinq"}, Hidden{}, std::monostate{}}}};
}

}  // namespace

TEST_CASE("a figure is shown with its range where that says something") {
    const BlockColumn count{.figure = Figure::number};
    CHECK(shown(Range{12.4, 8, 17}, count) == "12 (8–17)");
    CHECK(shown(Range{12.4, 12.1, 12.3}, count) == "12");  // the same once rounded
    CHECK(shown(Range{12, NAN, NAN}, count) == "12");
    CHECK(shown(Range{0.22, 0.18, 0.25}, {.figure = Figure::percent}, Language::fr) == "22\u00a0% (18–25)");
    CHECK(shown(Range{12.4, 8, 17}, {.mean_only = true}) == "12");
    CHECK(shown(Hidden{}, count) == "s");
    CHECK(shown(std::monostate{}, count).empty());
    CHECK(shown(NAN, count) == "–");
    CHECK(shown(1234.0, {.figure = Figure::euros}, Language::fr) == "1\u202f234\u00a0€");
}

TEST_CASE("long texts go on on the next line, and columns for the workbook stay out of the text") {
    const std::string text = block_text(two_rows(), Language::en, true);
    CHECK(text.find("one two\n") == std::string::npos);  // the figure stands on the first line
    CHECK(text.find("one two") != std::string::npos);
    CHECK(text.find("three four") != std::string::npos);
    CHECK(text.find("50% (25–75)") != std::string::npos);
    CHECK(text.find("aside") == std::string::npos);
    CHECK(block_text(two_rows(), Language::fr, true).find("trois") != std::string::npos);
}

TEST_CASE("among other tables only the first rows are shown, and it is said where the others are") {
    Block block = two_rows();
    block.rows_in_text = 1;
    CHECK(block_text(block, Language::en, false).find("... and 1 more (--table two)") != std::string::npos);
    CHECK(block_text(block, Language::en, false).find("five") == std::string::npos);
    CHECK(block_text(block, Language::en, true).find("five") != std::string::npos);
}

TEST_CASE("bars are as long as their figure") {
    const Block block{.title = {"", ""},
                      .columns = {{.title = {"a", "a"}}, {.title = {"b", "b"}, .figure = Figure::bar}},
                      .rows = {{Text{"x", "x"}, 100.0},
                               {Text{"y", "y"}, 25.0},
                               {Text{"z", "z"}, 0.0},
                               {Text{"u", "u"}, NAN},
                               {Text{"v", "v"}, -50.0}}};
    const std::string text = block_text(block, Language::en, true);
    const auto bars_after = [&](const std::string& line) {
        const std::size_t from = text.find(line);
        const std::string rest = text.substr(from, text.find('\n', from) - from);
        std::size_t count = 0;
        for (std::size_t at = rest.find("▇"); at != std::string::npos; at = rest.find("▇", at + 1)) {
            ++count;
        }
        return count;
    };
    CHECK(bars_after("\nx") == 0);  // the empty rest of the line before
    CHECK(bars_after("x  ") == 24);
    CHECK(bars_after("y  ") == 6);
    CHECK(bars_after("z  ") == 0);
    CHECK(bars_after("u  ") == 0);  // not known
    CHECK(bars_after("v  ") == 0);
}

TEST_CASE("a sheet holds every column, and three for a range") {
    const exports::Sheet sheet = block_sheet(two_rows(), Language::fr);
    REQUIRE(sheet.columns.size() == 5);
    CHECK(sheet.columns[1].title == "part");
    CHECK(sheet.columns[2].title == "part, bas de 8 sur 10");
    REQUIRE(sheet.rows.size() == 2);
    CHECK(std::get<double>(sheet.rows[0][1]) == 0.5);
    CHECK(std::get<double>(sheet.rows[0][3]) == 0.75);
    CHECK(std::get<double>(sheet.rows[0][4]) == 7);
    CHECK(std::get<std::string>(sheet.rows[1][1]) == "s");
    Block french = two_rows();
    french.rows[1][0] = Text{"five: yes", "cinq : oui"};
    CHECK(std::get<std::string>(block_sheet(french, Language::fr).rows[1][0]) == "cinq\u00a0: oui");
    CHECK(std::get<std::string>(block_sheet(french, Language::en).rows[1][0]) == "five: yes");
    CHECK(std::holds_alternative<std::monostate>(sheet.rows[1][2]));
}

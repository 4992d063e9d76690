#include "scenarios/survey/sheets.hpp"

#include "tests/langres.hpp"

#include <catch2/catch.hpp>
#include <set>

using namespace releve;
using namespace releve::survey;

TEST_CASE("survey: a firm alone fills in fifteen fields at most", "[survey]") {
    // identifier, commune, sector, headcount; occupation and posts of one line; a score on each of nine axes
    CHECK(releve::tests::langres().audit_axes.size() == 9);
    CHECK(fields_of_a_firm(9) == 15);
    CHECK(fields_of_a_firm(0) == 6);
}

TEST_CASE("survey: records fit for a workbook, in two languages", "[survey]") {
    std::set<std::string_view> names;
    for (const SheetRecord& sheet : survey_sheets()) {
        INFO(sheet.key);
        CHECK(sheet.name.fr.size() <= 31);
        CHECK(sheet.name.en.size() <= 31);
        CHECK(names.insert(sheet.name.fr).second);
        std::set<std::string_view> titles_en, titles_fr;
        for (const SheetColumn& column : sheet.columns) {
            INFO(column.key);
            CHECK(titles_en.insert(column.title.en).second);
            CHECK(titles_fr.insert(column.title.fr).second);
            CHECK_FALSE(column.help.en.empty());
            CHECK_FALSE(column.help.fr.empty());
            CHECK(column.words.empty() == (column.type != FieldType::word));
            CHECK(column.list.empty() == (column.type != FieldType::code));
        }
    }
}

#include "scenarios/survey/package/relationships.hpp"

#include <catch2/catch.hpp>

using namespace releve;

TEST_CASE("paths of parts are resolved within the package", "[workbook]") {
    CHECK(resolve_part("xl/workbook.xml", "worksheets/a.xml") == "xl/worksheets/a.xml");
    CHECK(resolve_part("xl/workbook.xml", "/xl/a.xml") == "xl/a.xml");
    CHECK(resolve_part("xl/worksheets/a.xml", "../styles.xml") == "xl/styles.xml");
    CHECK(resolve_part("", "./xl//workbook.xml") == "xl/workbook.xml");
    CHECK(resolve_part("xl/workbook.xml", "../../etc/passwd").empty());
    CHECK(resolve_part("xl/workbook.xml", "/../a.xml").empty());
}

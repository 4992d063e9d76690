#include "scenarios/survey/workbook/workbook.hpp"

#include "scenarios/survey/workbook/shared_texts.hpp"
#include "tests/scenarios/survey/workbook/made_workbook.hpp"

#include <catch2/catch.hpp>

using namespace releve;
using namespace releve::test;

namespace {

bool is(const WorkbookCell& cell, CellKind kind, const std::string& text, double number = 0) {
    UNSCOPED_INFO("kind " << static_cast<int>(cell.kind) << " text " << cell.text << " number " << cell.number);
    return cell.kind == kind && cell.text == text && cell.number == number;
}

}  // namespace

TEST_CASE("cells of every kind", "[workbook]") {
    const Reading read = read_rows(
        R"(<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1"><v>12.5</v></c><c r="C1" t="b"><v>1</v></c>)"
        R"(<c r="D1" t="e"><v>#N/A</v></c><c r="E1" t="inlineStr"><is><t>d&apos;été</t></is></c>)"
        R"(<c r="F1" t="str"><v>12</v></c><c r="G1" t="n"><v> 1E3 </v></c><c r="H1" t="b"><v>false</v></c></row>)"
        R"(<row r="2"><c r="A2" s="1"><v>41699</v></c><c r="B2" s="2"><v>41699.5</v></c>)"
        R"(<c r="C2" s="0"><v>41699</v></c><c r="D2" s="9"><v>41699</v></c><c r="E2" s="1"><v>-3</v></c>)"
        R"(<c r="F2" t="d"><v>2014-03-01</v></c></row>)");
    REQUIRE(read.workbook);
    CHECK(read.sheet().name == "Audit");
    CHECK(is(read.cell(0, 0), CellKind::text, "second"));
    CHECK(is(read.cell(0, 1), CellKind::number, "12.5", 12.5));
    CHECK(is(read.cell(0, 2), CellKind::boolean, "TRUE", 1));
    CHECK(is(read.cell(0, 3), CellKind::error, "#N/A"));
    CHECK(is(read.cell(0, 4), CellKind::text, "d'été"));
    CHECK(is(read.cell(0, 5), CellKind::text, "12"));
    CHECK(is(read.cell(0, 6), CellKind::number, "1E3", 1000));
    CHECK(is(read.cell(0, 7), CellKind::boolean, "FALSE"));
    CHECK(is(read.cell(1, 0), CellKind::date, "2014-03-01", 41'699));
    CHECK(is(read.cell(1, 1), CellKind::date, "2014-03-01 12:00", 41'699.5));
    CHECK(is(read.cell(1, 2), CellKind::number, "41699", 41'699));
    CHECK(is(read.cell(1, 3), CellKind::number, "41699", 41'699));  // a style that is not there
    CHECK(is(read.cell(1, 4), CellKind::number, "-3", -3));         // shown as a date, but there is no such day
    CHECK(is(read.cell(1, 5), CellKind::date, "2014-03-01", 41'699));
}

TEST_CASE("cells stay at their place across gaps, and blank ones count for nothing", "[workbook]") {
    const Reading read = read_rows(
        R"(<row r="3"><c r="C3"><v>1</v></c><c><v>2</v></c><c r="XFD3" s="1"/></row><row><c><v>3</v></c></row>)"
        R"(<row r="9"><c r="A9" t="inlineStr"><is><t></t></is></c></row><row r="1048576"><c r="A1048576" s="1"/></row>)");
    REQUIRE(read.workbook);
    REQUIRE(read.sheet().rows.size() == 4);
    CHECK(read.sheet().rows[0].empty());
    CHECK(read.sheet().rows[2].size() == 4);
    CHECK(is(read.cell(2, 0), CellKind::blank, ""));
    CHECK(is(read.cell(2, 2), CellKind::number, "1", 1));
    CHECK(is(read.cell(2, 3), CellKind::number, "2", 2));
    CHECK(is(read.cell(3, 0), CellKind::number, "3", 3));
}

TEST_CASE("rich text is joined, its phonetic readings left out, escapes put back", "[workbook]") {
    Parts parts = workbook_parts(
        R"(<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="inlineStr"><is><r><t>in</t></r><r><t>line</t></r>)"
        R"(<rPh sb="0" eb="1"><t>no</t></rPh></is></c></row>)");
    part(parts, "xl/sharedStrings.xml") =
        R"(<x:sst xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:si><x:r><x:rPr><x:b/></x:rPr>)"
        R"(<x:t xml:space="preserve">Saint </x:t></x:r><x:r><x:t>Dizier_x000D_</x:t></x:r>)"
        R"(<x:rPh sb="0" eb="2"><x:t>phonetic</x:t></x:rPh><x:phoneticPr fontId="1"/></x:si></x:sst>)";
    const Reading read = read_parts(parts);
    REQUIRE(read.workbook);
    CHECK(read.cell(0, 0).text == "Saint Dizier\r");
    CHECK(read.cell(0, 1).text == "inline");
    CHECK(unescape_text("_x005F_x000D_") == "_x000D_");
    CHECK(unescape_text("_x0000_ _xD800_ _x12_ _x00e9_ _x") == "_x0000_ _xD800_ _x12_ \u00e9 _x");
}

TEST_CASE("formulas keep their text, shared and array ones in every cell that they fill", "[workbook]") {
    const Reading read = read_rows(
        R"(<row r="1"><c r="A1"><f>B1&amp;"x"</f><v>7</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">A1*2</f></c>)"
        R"(<c r="C1"><f t="array" ref="C1:D2">ROW(A1:B2)</f><v>1</v></c><c r="D1"><v>2</v></c><c r="E1"><v>5</v></c></row>)"
        R"(<row r="2"><c r="A2" t="b"><f>TRUE()</f><v>1</v></c><c r="B2"><f t="shared" si="0"/><v>4</v></c>)"
        R"(<c r="C2"><v>3</v></c><c r="E2"><v>6</v></c></row>)");
    REQUIRE(read.workbook);
    CHECK(is(read.cell(0, 0), CellKind::formula, "=B1&\"x\""));
    CHECK(is(read.cell(0, 1), CellKind::formula, "=A1*2"));
    CHECK(is(read.cell(1, 1), CellKind::formula, "=A1*2"));
    CHECK(is(read.cell(0, 3), CellKind::formula, "=ROW(A1:B2)"));
    CHECK(is(read.cell(1, 2), CellKind::formula, "=ROW(A1:B2)"));
    CHECK(is(read.cell(1, 3), CellKind::blank, ""));
    CHECK(is(read.cell(0, 4), CellKind::number, "5", 5));
    CHECK(is(read.cell(1, 0), CellKind::boolean, "TRUE", 1));
}

TEST_CASE("dates of the calendar of 1904 are the same days", "[workbook]") {
    Parts parts = workbook_parts(R"(<row><c s="1"><v>40237</v></c><c s="2"><v>0.5</v></c><c><v>40237</v></c></row>)");
    std::string& main = part(parts, "xl/workbook.xml");
    main.replace(main.find("<workbookPr/>"), 13, R"(<workbookPr date1904="true"/>)");
    const Reading read = read_parts(parts);
    REQUIRE(read.workbook);
    CHECK(is(read.cell(0, 0), CellKind::date, "2014-03-01", 41'699));
    CHECK(is(read.cell(0, 1), CellKind::date, "12:00", 0.5));
    CHECK(is(read.cell(0, 2), CellKind::number, "40237", 40'237));
}

TEST_CASE("merged cells, hidden sheets and sheets of charts", "[workbook]") {
    Parts parts = workbook_parts(R"(<row r="2"><c r="B2"><v>1</v></c></row>)",
                                 R"(<mergeCells count="1"><mergeCell ref="B2:C4"/></mergeCells>)");
    std::string& main = part(parts, "xl/workbook.xml");
    main.replace(main.find("<sheets>"), 8,
                 R"(<sheets><sheet name="Chart" sheetId="3" r:id="rId9"/>)"
                 R"(<sheet name="Lists" sheetId="2" state="veryHidden" r:id="rId8"/>)");
    std::string& relationships = part(parts, "xl/_rels/workbook.xml.rels");
    relationships.replace(
        relationships.find("</Relationships>"), 16,
        R"(<Relationship Id="rId9" Type="x/chartsheet" Target="chartsheets/sheet1.xml"/>)"
        R"(<Relationship Id="rId8" Type="x/worksheet" Target="WORKSHEETS/Sheet2.xml"/></Relationships>)");
    parts.emplace_back("xl/worksheets/sheet2.xml",
                       R"(<worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><sheetData/></worksheet>)");
    const Reading read = read_parts(parts);
    REQUIRE(read.workbook);
    REQUIRE(read.workbook->sheets.size() == 2);
    CHECK(read.sheet(0).name == "Lists");
    CHECK(read.sheet(0).hidden);
    CHECK(read.sheet(0).rows.empty());
    CHECK_FALSE(read.sheet(1).hidden);
    CHECK(read.sheet(1).merged == std::vector<std::string>{"B2:C4"});
}

TEST_CASE("elements of other vocabularies are not mistaken for cells", "[workbook]") {
    const Reading read = read_rows(
        R"(<row r="1" xmlns:o="urn:other"><o:c r="A1"><v>1</v></o:c><c r="B1"><o:v>2</o:v><v>3</v><o:f/></c></row>)");
    REQUIRE(read.workbook);
    CHECK(is(read.cell(0, 0), CellKind::blank, ""));
    CHECK(is(read.cell(0, 1), CellKind::number, "3", 3));
}

TEST_CASE("files of other programs read as they were written", "[workbook]") {
    for (const char* name : {"openpyxl.xlsx", "libreoffice_from_ods.xlsx"}) {
        CAPTURE(name);
        const Reading read = read_bytes(file_bytes(name));
        INFO(read.complaints());
        REQUIRE(read.workbook);
        REQUIRE(read.workbook->sheets.size() == 2);
        CHECK(read.sheet().name == "Établissements");
        CHECK(read.sheet().merged == std::vector<std::string>{"B5:C6"});
        CHECK(is(read.cell(0, 0), CellKind::text, "é"));
        CHECK(is(read.cell(0, 1), CellKind::text, "12"));
        CHECK(is(read.cell(0, 2), CellKind::number, "12", 12));
        CHECK(is(read.cell(0, 4), CellKind::boolean, "TRUE", 1));
        CHECK(is(read.cell(0, 5), CellKind::date, "2014-03-01", 41'699));
        CHECK(read.cell(0, 6).text == "2014-03-01 08:30");
        CHECK(read.cell(0, 7).text == "08:30");
        CHECK(is(read.cell(0, 8), CellKind::formula, "=A1+1"));
        CHECK(is(read.cell(4, 0), CellKind::text, "after gap"));
        CHECK(is(read.cell(8, 7), CellKind::date, "1900-01-15", 15));
        CHECK(read.cell(8, 8).kind == CellKind::number);  // a duration of thirty hours
        CHECK(read.sheet(1).name == "Lists");
        CHECK(read.sheet(1).hidden);
    }
}

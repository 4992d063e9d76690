#include "tests/scenarios/survey/workbook/made_workbook.hpp"

#include <catch2/catch.hpp>
#include <random>

using namespace releve;
using namespace releve::test;

namespace {

/// Changes, removes, doubles or inserts some bytes, at places and with values drawn.
std::string mutated(std::string bytes, std::mt19937& draw) {
    const auto below = [&](std::size_t count) { return count == 0 ? 0 : draw() % count; };
    constexpr std::string_view marks = "<>/&;\"'=:AZ019\xFF\x80";
    for (std::size_t i = 0, changes = 1 + below(4); i < changes && !bytes.empty(); ++i) {
        const std::size_t at = below(bytes.size());
        switch (below(6)) {
            case 0: bytes[at] = static_cast<char>(draw()); break;
            case 1: bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8))); break;
            case 2: bytes.erase(at, 1 + below(8)); break;
            case 3: bytes.insert(at, bytes.substr(below(bytes.size()), 1 + below(40))); break;
            case 4: bytes[at] = marks[below(marks.size())]; break;
            default: bytes.insert(at, 1, marks[below(marks.size())]); break;
        }
    }
    return bytes;
}

/// Reading ended with a workbook or with a problem, never with both or neither.
void check_reads(const std::string& bytes) {
    const Reading read = read_bytes(bytes);
    REQUIRE(read.workbook.has_value() == read.problems.none());
}

Parts rich_parts() {
    return workbook_parts(
        R"(<row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" s="1"><v>41699</v></c><c r="C1" t="b"><v>1</v></c></row>)"
        R"(<row r="3"><c r="A3" t="inlineStr"><is><r><t>in_x000D_line</t></r></is></c><c r="B3" t="e"><v>#N/A</v></c>)"
        R"(<c r="C3"><f t="array" ref="C3:D4">ROW(A1:B2)</f><v>1</v></c><c r="D3" t="d"><v>2014-03-01T08:30:00Z</v></c>)"
        R"(<c r="E3"><f t="shared" ref="E3:E4" si="0">A1*2</f></c></row><row><c r="E4"><f t="shared" si="0"/></c></row>)",
        R"(<mergeCells><mergeCell ref="A1:B1"/></mergeCells>)");
}

}  // namespace

TEST_CASE("mutated workbooks are read or refused", "[workbook][hostile]") {
    std::mt19937 draw(20'140'301);
    for (const std::string& whole :
         {zip_of(rich_parts()), zip_of(rich_parts(), Packing::stored), file_bytes("openpyxl.xlsx")}) {
        for (int i = 0; i < 2'000; ++i) {
            CAPTURE(i);
            check_reads(mutated(whole, draw));
        }
    }
}

TEST_CASE("workbooks of mutated parts are read or refused", "[workbook][hostile]") {
    std::mt19937 draw(20'140'302);
    std::size_t read = 0;
    for (int i = 0; i < 4'000; ++i) {
        Parts parts = rich_parts();
        std::string& contents = parts[draw() % parts.size()].second;
        contents = mutated(std::move(contents), draw);
        CAPTURE(i);
        const std::string bytes = zip_of(parts, Packing::stored);
        check_reads(bytes);
        read += read_bytes(bytes).workbook ? 1 : 0;
    }
    CHECK(read > 200);  // the mutations are small enough for some to reach the last sheet
}

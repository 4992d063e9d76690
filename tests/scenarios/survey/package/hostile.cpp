#include "scenarios/survey/package/limits.hpp"
#include "tests/scenarios/survey/workbook/made_workbook.hpp"

#include <catch2/catch.hpp>

using namespace releve;
using namespace releve::test;
using namespace std::literals;

namespace {

void replace(std::string& text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
}

std::string replaced_all(std::string bytes, const std::string& from, const std::string& to) {
    REQUIRE(from.size() == to.size());
    std::size_t count = 0;
    for (std::size_t at = bytes.find(from); at != std::string::npos; at = bytes.find(from, at + from.size())) {
        bytes.replace(at, to.size(), to);
        ++count;
    }
    REQUIRE(count > 0);
    return bytes;
}

/// Refused, with all these words among what is said, and in French too.
void check_refused(const Reading& read, std::initializer_list<const char*> words) {
    INFO(read.complaints() << (words.size() > 0 ? *words.begin() : ""));
    CHECK_FALSE(read.workbook);
    REQUIRE_FALSE(read.problems.none());
    for (const char* word : words) {
        CAPTURE(word);
        CHECK(read.complaints().find(word) != std::string::npos);
    }
    for (const Problem& problem : read.problems.kept()) {
        CHECK(problem.what.fr != problem.what.en);
        CHECK(problem.where.starts_with("survey.xlsx"));
    }
}

Parts plain() { return workbook_parts(R"(<row r="1"><c r="A1" t="s"><v>0</v></c></row>)"); }

/// The plain workbook with a part changed.
Reading read_changed(const std::string& name, const std::string& from, const std::string& to) {
    Parts parts = plain();
    replace(part(parts, name), from, to);
    return read_parts(parts);
}

/// The bytes of a name as OLE containers write it.
std::string wide(std::string_view name) {
    std::string bytes;
    for (const char letter : name) {
        bytes += letter;
        bytes += '\0';
    }
    return bytes;
}

constexpr const char* sheet1 = "xl/worksheets/sheet1.xml";

}  // namespace

TEST_CASE("what is not a zip is told by its name", "[workbook][hostile]") {
    const std::string ole = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(600, '\0');
    check_refused(read_bytes(""), {"an empty file"});
    check_refused(read_bytes(ole + wide("Workbook")), {"old Excel workbook (.xls)", "save it as"});
    check_refused(read_bytes(ole + wide("EncryptedPackage")), {"locked by a password", "remove the password"});
    check_refused(read_bytes(ole + wide("WordDocument")), {"old Office document"});
    check_refused(read_bytes("\x09\x08\x10\x00\x00\x06\x05\x00"s), {"old Excel workbook"});
    check_refused(read_bytes("commune;secteur\nLangres;bois\n"), {"a text (a .csv or .txt)"});
    check_refused(read_bytes("\xEF\xBB\xBF"
                             "commune;qualit\u00e9\n"),
                  {"a text (a .csv or .txt)"});
    check_refused(read_bytes("commune;qualit\xE9\nLangres;1\n"), {"Latin-1", "check the accents"});
    check_refused(read_bytes("\xFF\xFE" + wide("commune;x")), {"UTF-16"});
    check_refused(read_bytes("<?xml version=\"1.0\"?><Workbook/>"), {"web page or an XML text"});
    check_refused(read_bytes("\n <html><table>"), {"web page"});
    check_refused(read_bytes("%PDF-1.7"), {"PDF"});
    check_refused(read_bytes("\x1F\x8B\x08\x00"s), {"compressed archive"});
    check_refused(read_bytes("\x7F"
                             "ELF\x01\x02\x03"),
                  {"not a workbook"});
    check_refused(read_bytes("PK\x05\x06"s + std::string(18, '\0')), {"an empty zip"});
}

TEST_CASE("zips of other documents are told by their parts", "[workbook][hostile]") {
    const auto zip = [](const char* one, const char* two) { return read_parts({{one, "x"}, {two, "x"}}); };
    check_refused(zip("mimetype", "content.xml"), {"OpenDocument", "Save As"});
    check_refused(zip("Index/Document.iwa", "Metadata/x"), {"Numbers"});
    check_refused(zip("answers/survey.xlsx", "readme.txt"), {"a zip that holds a workbook", "unpack"});
    check_refused(zip("a.txt", "b.txt"), {"[Content_Types].xml"});
    check_refused(zip("[Content_Types].xml", "xl/vbaProject.bin"), {"macros", "without macros"});
    check_refused(zip("[Content_Types].xml", "xl/workbook.bin"), {".xlsb"});
    check_refused(read_changed("[Content_Types].xml", "sheet.main+xml", "sheet.macroEnabled.main+xml"), {"macros"});
    check_refused(read_changed("[Content_Types].xml", "spreadsheetml.sheet", "wordprocessingml.document"),
                  {"text document"});
}

TEST_CASE("a file cut short, at any byte, is refused", "[workbook][hostile]") {
    const std::string whole = zip_of(plain());
    REQUIRE(read_bytes(whole).workbook);
    for (std::size_t kept = 0; kept < whole.size(); ++kept) {
        const Reading read = read_bytes(whole.substr(0, kept));
        CAPTURE(kept);
        REQUIRE_FALSE(read.workbook);
        REQUIRE_FALSE(read.problems.none());
    }
    check_refused(read_bytes(whole.substr(0, whole.size() / 2)), {"cut short"});
}

TEST_CASE("a byte changed inside a part is found by its checksum", "[workbook][hostile]") {
    const std::string whole = zip_of(plain(), Packing::stored);
    check_refused(read_bytes(replaced_all(whole, "sheetData", "sheetDatb")), {"damaged", "sheet1.xml"});
}

TEST_CASE("missing parts are named", "[workbook][hostile]") {
    for (const char* name : {"_rels/.rels", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/sharedStrings.xml"}) {
        Parts parts = plain();
        std::erase_if(parts, [&](const auto& one) { return one.first == name; });
        check_refused(read_parts(parts), {name, "part missing"});
    }
    Parts parts = plain();
    std::erase_if(parts, [](const auto& one) { return one.first == sheet1; });
    check_refused(read_parts(parts), {"the cells of sheet \"Audit\" are missing"});
    check_refused(read_changed("xl/workbook.xml", "rId1", "rId7"), {"the cells of sheet \"Audit\" are missing"});
    check_refused(read_changed("_rels/.rels", "officeDocument\"", "other\""), {"does not say where its workbook is"});
    std::erase_if(parts = plain(), [](const auto& one) { return one.first == "xl/styles.xml"; });
    CHECK(read_parts(parts).workbook);  // nothing is lost without styles but which numbers are dates
}

TEST_CASE("paths that lead outside, and parts there twice", "[workbook][hostile]") {
    for (const char* name : {"../evil", "xl/../../evil", "/etc/evil", "xl\\evil", "C:/evil", "xl/.."}) {
        Parts parts = plain();
        parts.emplace_back(name, "x");
        check_refused(read_parts(parts), {"leads outside"});
    }
    check_refused(read_changed("xl/_rels/workbook.xml.rels", "worksheets/sheet1.xml", "../../../etc/passwd"),
                  {"the cells of sheet \"Audit\" are missing"});
    check_refused(read_changed("xl/_rels/workbook.xml.rels", "\"worksheets/sheet1.xml\"",
                               "\"http://example.org/a.xml\" TargetMode=\"External\""),
                  {"the cells of sheet \"Audit\" are missing"});
    Parts parts = plain();
    parts.emplace_back("xl/worksheets/sheet2.xml", "x");
    check_refused(read_bytes(replaced_all(zip_of(parts), "sheet2.xml", "sheet1.xml")), {"is there twice"});
    check_refused(read_bytes(replaced_all(zip_of(parts), "sheet2.xml", "SHEET1.XML")), {"is there twice"});
}

TEST_CASE("encrypted parts and foreign ways to compress", "[workbook][hostile]") {
    // the flag of encryption is bit 0 of the flags: byte 6 of a local header, byte 8 of the central one
    std::string bytes = zip_of(plain());
    bytes[6] = static_cast<char>(bytes[6] | 1);
    const std::size_t central = bytes.find("PK\x01\x02");
    bytes[central + 8] = static_cast<char>(bytes[central + 8] | 1);
    check_refused(read_bytes(bytes), {"locked by a password"});
    bytes = zip_of(plain());
    bytes[8] = 12;  // bzip2
    bytes[central + 10] = 12;
    check_refused(read_bytes(bytes), {"method 12"});
}

TEST_CASE("zip bombs stop before they grow", "[workbook][hostile]") {
    Parts parts = plain();
    const std::string padding(std::size_t{40} << 20, ' ');
    std::string rows;
    for (int i = 0; i < 4'000'000; ++i) {
        rows += "<row/>";
    }
    replace(part(parts, sheet1), "</sheetData>", rows + "</sheetData>");
    check_refused(read_parts(parts), {"times its size", "sheet1.xml"});
    parts = plain();
    for (int i = 0; i < 7; ++i) {
        parts.emplace_back("xl/media/image" + std::to_string(i) + ".png", padding);
    }
    check_refused(read_parts(parts), {"MiB once decompressed"});
    check_refused(read_bytes("PK\x03\x04" + std::string(workbook_limits::most_file_bytes, ' ')), {"file too big"});
    parts = plain();
    for (std::size_t i = 0; i < workbook_limits::most_parts; ++i) {
        parts.emplace_back("a" + std::to_string(i), "");
    }
    check_refused(read_parts(parts), {"parts inside"});
}

TEST_CASE("a zip that lies on the size of its parts is found out", "[workbook][hostile]") {
    Parts parts = plain();
    replace(part(parts, sheet1), "</sheetData>", std::string(std::size_t{40} << 20, ' ') + "</sheetData>");
    std::string bytes = zip_of(parts);
    const std::string size = [&] {
        std::string four;
        for (std::size_t left = part(parts, sheet1).size(), i = 0; i < 4; ++i, left >>= 8) {
            four += static_cast<char>(left & 0xFF);
        }
        return four;
    }();
    const Reading read = read_bytes(replaced_all(std::move(bytes), size, "\x40\x01\x00\x00"s));
    check_refused(read, {"sheet1.xml"});
}

TEST_CASE("XML that hides or repeats things", "[workbook][hostile]") {
    const std::string entities =
        R"(<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>)";
    check_refused(read_changed(sheet1, "<worksheet", entities + "<worksheet"), {"document type", "sheet1.xml"});
    check_refused(read_changed("xl/workbook.xml", "<workbook", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><workbook"),
                  {"document type"});
    check_refused(read_changed(sheet1, "<v>0</v>", "<v>&b;</v>"), {"not well-formed", "undefined entity"});
    std::string nested;
    for (int i = 0; i < 100'000; ++i) {
        nested += "<row>";
    }
    check_refused(read_changed(sheet1, "<row r=\"1\">", nested), {"nests elements"});
    check_refused(read_changed(sheet1, "<v>0</v>", "<v a=\"" + std::string(2'000'000, 'x') + "\">0</v>"), {"a tag of"});
    check_refused(read_changed(sheet1, "<v>0</v>", "<v>" + std::string(200'000, '0') + "</v>"), {"a text of"});
    check_refused(read_changed(sheet1, "</sheetData>", ""), {"not well-formed", "mismatched tag"});
    check_refused(read_changed(sheet1, "</worksheet>", ""), {"not well-formed"});
    check_refused(read_changed(sheet1, "</worksheet>", "</worksheet><worksheet/>"), {"not well-formed"});
    check_refused(read_changed("xl/workbook.xml", "<workbook", "<html"), {"not well-formed"});
}

TEST_CASE("other encodings than UTF-8 are refused before accents are lost", "[workbook][hostile]") {
    const char* texts = "xl/sharedStrings.xml";
    check_refused(read_changed(texts, "encoding=\"UTF-8\"", "encoding=\"ISO-8859-1\""), {"ISO-8859-1", "accents"});
    check_refused(read_changed(texts, "encoding=\"UTF-8\"", "encoding=\"windows-1252\""), {"windows-1252"});
    check_refused(read_changed(texts, "first", "\xE9t\xE9 \xE0 Langres"),
                  {"not UTF-8", "Latin-1", "sharedStrings.xml"});
    check_refused(read_changed(texts, "first", "\xC0\xAF \xED\xA0\x80"), {"not UTF-8"});
    Parts parts = plain();
    part(parts, texts) = "\xFF\xFE" + wide("<sst/>");
    check_refused(read_parts(parts), {"UTF-16"});
    check_refused(read_changed(texts, "first", "\x01"), {"not well-formed"});
    CHECK(read_changed(texts, "encoding=\"UTF-8\"", "encoding='utf-8'").workbook);
    CHECK(read_changed(texts, " encoding=\"UTF-8\"", "").workbook);
}

TEST_CASE("Latin-1 is told wherever it stands among the pieces read", "[workbook][hostile]") {
    for (std::size_t padding = 65'000; padding < 65'600; ++padding) {
        Parts parts = plain();
        replace(part(parts, "xl/sharedStrings.xml"), "<si>", std::string(padding, ' ') + "<si>");
        replace(part(parts, "xl/sharedStrings.xml"), "first", "caf\xE9 cr\xE8me");
        const Reading read = read_bytes(zip_of(parts, Packing::stored));
        CAPTURE(padding);
        REQUIRE(read.complaints().find("not UTF-8") != std::string::npos);
    }
}

TEST_CASE("cells that cannot be read are named, all at once", "[workbook][hostile]") {
    check_refused(
        read_rows(R"(<row r="2"><c r="A2"><v>x</v></c><c r="B2" t="s"><v>2</v></c><c r="C2" t="b"><v>7</v></c>)"
                  R"(<c r="D2" t="d"><v>yesterday</v></c><c r="E2" t="z"><v>1</v></c><c r="F2"><v>inf</v></c>)"
                  R"(<c r="G2" t="s"><v>-1</v></c><c r="H2"><v>1e999</v></c></row>)"),
        {"survey.xlsx Audit!A2: not a number", "Audit!B2: its text (number 2", "Audit!C2: neither true nor false",
         "Audit!D2: not a date", "Audit!E2: a kind of cell", "Audit!F2: not a number", "Audit!G2: its text",
         "Audit!H2: not a number"});
    check_refused(read_rows(R"(<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>)"), {"Audit!A1", "twice"});
    check_refused(read_rows(R"(<row r="1"><c r="A2"><v>1</v></c></row>)"), {"cell \"A2\" in row 1"});
    check_refused(read_rows(R"(<row r="0"/>)"), {"row \"0\""});
    check_refused(read_rows(R"(<row r="9999999"/>)"), {"row \"9999999\""});
}

TEST_CASE("sheets larger than any survey", "[workbook][hostile]") {
    check_refused(read_rows(R"(<row r="100001"><c r="A100001"><v>1</v></c></row>)"), {"Audit!A100001: beyond row"});
    check_refused(read_rows(R"(<row r="1"><c r="ALM1"><v>1</v></c></row>)"), {"Audit!ALM1: beyond row"});
    std::string wide_rows;
    for (int i = 1; i <= 1'001; ++i) {
        wide_rows += "<row r=\"" + std::to_string(i) + "\"><c r=\"ALL" + std::to_string(i) + "\"><v>1</v></c></row>";
    }
    check_refused(read_rows(wide_rows), {"too large", "cells"});
    Parts parts = workbook_parts("");
    std::string rows;
    for (int i = 0; i < 1'000; ++i) {
        rows += R"(<row><c t="s"><v>0</v></c></row>)";
    }
    replace(part(parts, sheet1), "<sheetData>", "<sheetData>" + rows);
    replace(part(parts, "xl/sharedStrings.xml"), "first", std::string(100'000, 'x'));
    check_refused(read_parts(parts), {"too large", "MiB of texts"});
    std::string tabs;
    for (int i = 0; i < 101; ++i) {
        tabs += "<sheet name=\"s" + std::to_string(i) + "\" r:id=\"rId1\"/>";
    }
    check_refused(read_changed("xl/workbook.xml", "<sheets>", "<sheets>" + tabs), {"more than 100 sheets"});
    check_refused(read_changed("xl/workbook.xml", "<sheets>", "<sheets><sheet name=\"audit\" r:id=\"rId1\"/>"),
                  {"two sheets are named"});
    check_refused(
        read_changed(sheet1, "</sheetData>", "</sheetData><mergeCells><mergeCell ref=\"B2:A1\"/></mergeCells>"),
        {"merged cells \"B2:A1\""});
}

TEST_CASE("array formulas that fill the sheet again and again", "[workbook][hostile]") {
    std::string rows;
    for (int i = 1; i <= 400; ++i) {
        const std::string row = std::to_string(i);
        rows += "<row r=\"" + row + "\"><c r=\"A" + row + "\"><f t=\"array\" ref=\"A" + row + ":ZZ400\">1</f></c>";
        rows += "<c r=\"ZZ" + row + "\"><v>1</v></c></row>";
    }
    check_refused(read_rows(rows), {"array formulas"});
}

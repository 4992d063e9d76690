#include "tests/scenarios/survey/workbook/made_workbook.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <span>
#include <stdexcept>
#include <zip.h>

namespace releve::test {

namespace {

constexpr std::string_view head = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
)";
constexpr std::string_view relationship = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string relationship_line(const std::string& id, const std::string& type, const std::string& target) {
    return "<Relationship Id=\"" + id + "\" Type=\"" + std::string(relationship) + "/" + type + "\" Target=\"" +
           target + "\"/>";
}

std::string relationships_of(const std::string& lines) {
    return std::string(head) +
           R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)" + lines +
           "</Relationships>";
}

}  // namespace

Parts workbook_parts(const std::string& rows, const std::string& after) {
    const std::string main = R"( xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main")";
    const std::string with_r = main + " xmlns:r=\"" + std::string(relationship) + "\"";
    const std::string type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    return {
        {"[Content_Types].xml",
         std::string(head) + R"(<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)" +
             R"(<Default Extension="xml" ContentType="application/xml"/>)" +
             R"(<Override PartName="/xl/workbook.xml" ContentType=")" + type + R"(sheet.main+xml"/></Types>)"},
        {"_rels/.rels", relationships_of(relationship_line("rId1", "officeDocument", "xl/workbook.xml"))},
        {"xl/workbook.xml",
         std::string(head) + "<workbook" + with_r +
             R"(><workbookPr/><sheets><sheet name="Audit" sheetId="1" r:id="rId1"/></sheets></workbook>)"},
        {"xl/_rels/workbook.xml.rels",
         relationships_of(relationship_line("rId1", "worksheet", "worksheets/sheet1.xml") +
                          relationship_line("rId2", "sharedStrings", "/xl/sharedStrings.xml") +
                          relationship_line("rId3", "styles", "styles.xml"))},
        {"xl/worksheets/sheet1.xml",
         std::string(head) + "<worksheet" + with_r + "><sheetData>" + rows + "</sheetData>" + after + "</worksheet>"},
        {"xl/sharedStrings.xml",
         std::string(head) + "<sst" + main + "><si><t>first</t></si><si><t>second</t></si></sst>"},
        {"xl/styles.xml",
         std::string(head) + "<styleSheet" + main +
             R"(><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts>)" +
             R"(<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>)" +
             R"(<cellXfs><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="22"/></cellXfs></styleSheet>)"},
    };
}

std::string& part(Parts& parts, const std::string& name) {
    const auto found = std::find_if(parts.begin(), parts.end(), [&](const auto& one) { return one.first == name; });
    if (found == parts.end()) {
        throw std::out_of_range(name);
    }
    return found->second;
}

std::string zip_of(const Parts& parts, Packing packing) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    for (const auto& [name, contents] : parts) {
        zip_source_t* source = zip_source_buffer(archive, contents.data(), contents.size(), 0);
        const auto index = zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8);
        if (index < 0) {
            throw std::runtime_error(zip_strerror(archive));
        }
        zip_set_file_compression(archive, static_cast<zip_uint64_t>(index),
                                 packing == Packing::stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0);
        zip_file_set_mtime(archive, static_cast<zip_uint64_t>(index), 946'684'800, 0);  // the same bytes each time
    }
    if (zip_close(archive) != 0) {
        throw std::runtime_error(zip_strerror(archive));
    }
    zip_stat_t stat;
    zip_source_stat(target, &stat);
    std::string bytes(stat.size, '\0');
    zip_source_open(target);
    zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    zip_source_free(target);
    zip_error_fini(&error);
    return bytes;
}

std::string Reading::complaints() const {
    std::string all;
    for (const Problem& problem : problems.kept()) {
        all += problem.where + ": " + problem.what.en + "\n";
    }
    return all;
}

WorkbookCell Reading::cell(std::size_t row, std::size_t column) const {
    const auto& rows = sheet().rows;
    return row < rows.size() && column < rows[row].size() ? rows[row][column] : WorkbookCell{};
}

Reading read_bytes(const std::string& bytes) {
    Reading reading;
    reading.workbook = read_workbook(std::as_bytes(std::span(bytes)), "survey.xlsx", reading.problems);
    return reading;
}

std::string file_bytes(const std::string& name) {
    std::ifstream file(std::string(RELEVE_SOURCE_DIR) + "/tests/scenarios/survey/workbook/files/" + name,
                       std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace releve::test

#include "scenarios/survey/template.hpp"

#include "engine/inputs/pack_reader.hpp"
#include "scenarios/survey/answers/filled.hpp"
#include "scenarios/survey/answers/read_field.hpp"
#include "scenarios/survey/names.hpp"
#include "scenarios/survey/package/package.hpp"
#include "scenarios/survey/template/answer_sheet.hpp"
#include "scenarios/survey/template/choices.hpp"
#include "tests/scenarios/survey/workbook/made_workbook.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <set>
#include <span>

using namespace releve;
using namespace releve::survey;

namespace {

const Pack& langres() {
    static const Pack pack = [] {
        Problems problems;
        std::vector<Text> notes;
        return read_pack(std::string(RELEVE_SOURCE_DIR) + "/scenarios/packs/langres", problems, notes);
    }();
    return pack;
}

std::string template_bytes(const Pack& pack, Language language) {
    const std::vector<std::byte> bytes = survey_template(pack, language);
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

/// The XML of a part of a workbook.
std::string part_text(const std::string& bytes, const std::string& part) {
    Problems problems;
    std::string text;
    auto package = WorkbookPackage::open(std::as_bytes(std::span(bytes)), "survey.xlsx", problems);
    REQUIRE(package);
    REQUIRE(package->read(
        part,
        [&](std::string_view piece) {
            text += piece;
            return true;
        },
        problems));
    return text;
}

std::size_t characters(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) != 0x80u; }));
}

constexpr Language both[] = {Language::en, Language::fr};

}  // namespace

TEST_CASE("the empty workbook has the same bytes for the same pack", "[template]") {
    CHECK(survey_template(langres(), Language::fr) == survey_template(langres(), Language::fr));
    CHECK(survey_template(langres(), Language::fr) != survey_template(langres(), Language::en));
}

TEST_CASE("the empty workbook reads back as one without answers", "[template]") {
    const KnownLists lists(langres());
    for (const Language language : both) {
        const test::Reading read = test::read_bytes(template_bytes(langres(), language));
        INFO(read.complaints());
        REQUIRE(read.workbook);
        const auto records = survey_sheets();
        REQUIRE(read.workbook->sheets.size() == records.size() + 2);
        CHECK(read.sheet(0).name == read_me_name.in(language));
        CHECK(read.workbook->sheets.back().name == lists_name.in(language));
        Problems problems;
        const Filled filled = read_filled(*read.workbook, "survey.xlsx", lists, problems);
        for (const Problem& problem : problems.kept()) {
            UNSCOPED_INFO(problem.where << ": " << problem.what.en);
        }
        CHECK(problems.none());
        CHECK(filled.language == language);
        CHECK(filled.assumed.empty());
        for (const FilledSheet& sheet : filled.sheets) {
            CHECK(sheet.sound);
            CHECK(std::none_of(sheet.lines.begin(), sheet.lines.end(),
                               [](const FilledLine& line) { return line.answered; }));
        }
    }
}

TEST_CASE("every sheet shows its titles and no formula; what must be filled in has a star", "[template]") {
    for (const Language language : both) {
        const test::Reading read = test::read_bytes(template_bytes(langres(), language));
        REQUIRE(read.workbook);
        for (std::size_t i = 0; i < survey_sheets().size(); ++i) {
            const SheetRecord& record = survey_sheets()[i];
            const WorkbookSheet& sheet = read.sheet(i + 1);
            CHECK(sheet.name == record.name.in(language));
            REQUIRE(sheet.rows.at(0).size() == record.columns.size());
            for (std::size_t x = 0; x < record.columns.size(); ++x) {
                const SheetColumn& column = record.columns[x];
                const std::string& title = sheet.rows[0][x].text;
                CHECK(plain(title) == plain(column.title.in(language)));
                CHECK(title.ends_with(" *") == (column.required && !column.given && !column.blank_when_alone));
            }
        }
        for (const WorkbookSheet& sheet : read.workbook->sheets) {
            CHECK(sheet.merged.empty());
            for (const auto& row : sheet.rows) {
                CHECK(std::all_of(row.begin(), row.end(), [](const WorkbookCell& cell) {
                    return cell.kind == CellKind::text || cell.kind == CellKind::blank;
                }));
            }
        }
    }
}

TEST_CASE("the audit sheet holds each axis with its question", "[template]") {
    const test::Reading read = test::read_bytes(template_bytes(langres(), Language::fr));
    REQUIRE(read.workbook);
    const WorkbookSheet& audit = read.sheet(survey_sheets().size());
    REQUIRE(audit.name == "Audit");
    REQUIRE(audit.rows.size() == 1 + langres().audit_axes.size());
    CHECK(audit.rows[1][1].text == "Âges et relève");
    CHECK(audit.rows[1][2].text ==
          "Savez-vous qui partira dans les cinq ans, et qui prendra la suite\u00a0?\n0\u00a0: Personne n'a regardé les "
          "âges\u00a0; les départs surprennent\n4\u00a0: Chaque départ probable a sa date repère et une relève prévue");
}

TEST_CASE("whatever a drop-down offers is understood as what it stands for", "[template]") {
    const KnownLists known(langres());
    for (const Language language : both) {
        const std::vector<Choices> lists = choices_of(langres(), language);
        for (const SheetRecord& record : survey_sheets()) {
            for (const SheetColumn& column : record.columns) {
                const auto which = choices_for(column, lists);
                if (!which) {
                    continue;
                }
                std::set<int> understood;
                for (const std::string& entry : lists[*which].entries) {
                    const FieldReading read = read_field(column, {CellKind::text, entry, 0}, known, true);
                    CAPTURE(entry);
                    REQUIRE_FALSE(read.problem);
                    understood.insert(read.field.whole);
                }
                CHECK(understood.size() == lists[*which].entries.size());
            }
        }
    }
}

TEST_CASE("drop-downs are of the whole list, zones of the territory by name", "[template]") {
    const std::vector<Choices> lists = choices_of(langres(), Language::fr);
    const Choices& zones = lists.at(0);
    REQUIRE(zones.list == "zones");
    const auto inside =
        std::count_if(langres().zones.begin(), langres().zones.end(), [](const Zone& zone) { return zone.inside; });
    CHECK(zones.entries.size() == static_cast<std::size_t>(inside));
    CHECK(std::is_sorted(zones.entries.begin(), zones.entries.end(),
                         [](const std::string& left, const std::string& right) {
                             return plain(left.substr(left.find("–"))) < plain(right.substr(right.find("–")));
                         }));
    CHECK(choices_reference(lists, 0, Language::fr) == "='Listes'!$A$2:$A$" + std::to_string(inside + 1));
    CHECK(choices_reference(lists, 1, Language::en) ==
          "='Lists'!$B$2:$B$" + std::to_string(langres().sectors.size() + 1));
    const std::string bytes = template_bytes(langres(), Language::fr);
    const std::string first = part_text(bytes, "xl/worksheets/sheet2.xml");
    CHECK(first.find("'Listes'!$A$2:$A$" + std::to_string(inside + 1)) != std::string::npos);
}

TEST_CASE("scores are limited to 0 to 4, years and numbers to what the import takes", "[template]") {
    const std::string bytes = template_bytes(langres(), Language::en);
    const std::string audit = part_text(bytes, "xl/worksheets/sheet7.xml");
    const std::size_t score = audit.find("type=\"whole\"");
    REQUIRE(score != std::string::npos);
    const std::string rule = audit.substr(score, audit.find("</dataValidation>", score) - score);
    CHECK(rule.find("sqref=\"D2:D") != std::string::npos);
    CHECK(rule.find("<formula1>0</formula1><formula2>4</formula2>") != std::string::npos);
    const std::string people = part_text(bytes, "xl/worksheets/sheet4.xml");
    CHECK(people.find("<formula1>1900</formula1><formula2>2200</formula2>") != std::string::npos);
}

TEST_CASE("titles, help and sheet names keep within what Excel shows", "[template]") {
    for (const Language language : both) {
        for (const SheetRecord& record : survey_sheets()) {
            CHECK(characters(record.name.in(language)) <= 31);
            for (const SheetColumn& column : record.columns) {
                CAPTURE(column.key);
                CHECK(characters(column.title.in(language)) <= 32);
                CHECK(characters(column.help.in(language)) <= 255);
            }
        }
    }
}

TEST_CASE("a pack without axes or zones has a workbook all the same", "[template]") {
    Pack bare;
    bare.name = {"Bare", "Nue"};
    bare.occupations.add("A", {"Carpenters", "Menuisiers"}, "");
    const test::Reading read = test::read_bytes(template_bytes(bare, Language::fr));
    INFO(read.complaints());
    REQUIRE(read.workbook);
    CHECK(read.sheet(survey_sheets().size()).rows.size() == 1);
    CHECK(read.workbook->sheets.back().rows.at(1).at(0).text != "");
}

TEST_CASE("an axis is offered by name, by code too when two share it", "[template]") {
    CodeList axes;
    axes.add("ages", {"Ages", "Âges"}, "");
    axes.add("old_ages", {"Ages", "Vieux âges"}, "");
    axes.add("Z1", {"Other", "Autre"}, "");
    CHECK(shown_entry(axes, 0, Language::fr) == "Âges");
    CHECK(shown_entry(axes, 0, Language::en) == "ages – Ages");
    CHECK(shown_entry(axes, 2, Language::en) == "Z1 – Other");
}

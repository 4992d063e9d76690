#pragma once
#include "scenarios/survey/answers/answers.hpp"

#include <fmt/format.h>
#include <string>
#include <vector>

/// A territory of three establishments and workbooks made in memory, for tests of the survey.
namespace releve::survey::tests {

inline Pack small_base() {
    Pack base;
    base.calendar = Calendar{Month::of(2013, 1)};
    base.zone_codes.add("52269", {"Langres", "Langres"}, "");
    base.zone_codes.add("01004", {"Ambérieu", "Ambérieu"}, "");
    base.zone_codes.add("21231", {"Dijon", "Dijon"}, "");
    base.zones = {{}, {}, {.inside = false}};
    base.sectors.add("CH", {"Metals", "Métallurgie"}, "BE");
    base.sectors.add("GZ", {"Trade", "Commerce"}, "GU");
    base.occupations.add("D1Z", {"Metal workers", "Ouvriers du métal"}, "");
    base.occupations.add("L0Z", {"Secretaries", "Secrétaires"}, "");
    base.audit_axes.add("strategy", {"Strategy", "Stratégie"}, "");
    base.audit_axes.add("cooperation", {"Cooperation", "Coopération"}, "");
    base.establishments = {{.id = "E1", .zone = 0, .sector = 0, .size_band = 1, .posts = 5, .owner_birth_year = 1960},
                           {.id = "E2", .zone = 0, .sector = 1, .size_band = 0, .posts = 2},
                           {.id = "E3", .zone = 1, .sector = 1, .size_band = 3, .posts = 12}};
    base.posts = {{0, 0, 5}, {1, 1, 2}, {2, 1, 12}};
    return base;
}

inline WorkbookCell written(const std::string& text) { return {CellKind::text, text, 0}; }
inline WorkbookCell number(double value) { return {CellKind::number, fmt::format("{}", value), value}; }
inline WorkbookCell blank() { return {}; }

/// A sheet with the English titles of its record.
inline WorkbookSheet sheet_of(std::string_view key, std::vector<std::vector<WorkbookCell>> lines) {
    WorkbookSheet sheet{.name = std::string(survey_sheet(key).name.en)};
    std::vector<WorkbookCell>& titles = sheet.rows.emplace_back();
    for (const SheetColumn& column : survey_sheet(key).columns) {
        titles.push_back(written(std::string(column.title.en)));
    }
    sheet.rows.insert(sheet.rows.end(), lines.begin(), lines.end());
    return sheet;
}

/// E1 as the base knows it, and a new one, N1, of 3 people.
inline Workbook small_workbook() {
    return {
        {sheet_of("establishments", {{written("E1"), written("52269"), written("CH"), number(5)},
                                     {written("N1"), written("Langres"), written("GZ – Commerce"), number(3), blank(),
                                      blank(), written("2014-05")}}),
         sheet_of("posts", {{written("E1"), written("D1Z"), number(5)}, {written("N1"), written("L0Z"), number(3)}})}};
}

struct Read {
    Answers answers;
    Problems problems;
    /// Texts of the problems, "where: what" in English.
    std::string told() const {
        std::string text;
        for (const Problem& problem : problems.kept()) {
            text += problem.where + ": " + problem.what.en + "\n";
        }
        return text;
    }
};

inline Read read(const Workbook& workbook, const Pack& base) {
    Read made;
    const KnownLists lists(base);
    const Filled filled = read_filled(workbook, "s.xlsx", lists, made.problems);
    made.answers = answers_of(filled, base, made.problems);
    return made;
}

}  // namespace releve::survey::tests

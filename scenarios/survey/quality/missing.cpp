#include "scenarios/survey/quality/quality.hpp"

#include <algorithm>
#include <set>

namespace releve::survey {

namespace {

constexpr int weak_up_to = 2;  ///< a score that calls for a weak point in words

Missing missing_scores(const SheetRecord& record, const SheetColumn& column, const Answers& answers, const Pack& base) {
    std::set<std::uint32_t> audited;
    for (const AuditAnswer& answer : answers.audit) {
        audited.insert(answer.establishment);
    }
    const std::size_t expected = audited.size() * base.audit_axes.size();
    return {record.name, column.title, expected - answers.audit.size(), expected};
}

Missing missing_weak_points(const SheetRecord& record, const SheetColumn& column, const Answers& answers) {
    Missing missing{record.name, column.title};
    for (const AuditAnswer& answer : answers.audit) {
        if (answer.score <= weak_up_to) {
            ++missing.lines;
            missing.blank += answer.weak_point.empty() ? 1 : 0;
        }
    }
    return missing;
}

Missing missing_cells(const FilledSheet& sheet, const SheetColumn& column) {
    Missing missing{sheet.record->name, column.title};
    for (const FilledLine& line : sheet.lines) {
        if (line.answered) {
            ++missing.lines;
            missing.blank += sheet.field(line, column.key).blank ? 1 : 0;
        }
    }
    return missing;
}

}  // namespace

std::vector<Missing> missing_values(const Filled& filled, const Answers& answers, const Pack& base) {
    std::vector<Missing> all;
    for (const FilledSheet& sheet : filled.sheets) {
        for (const SheetColumn& column : sheet.record->columns) {
            if (column.type == FieldType::score) {
                all.push_back(missing_scores(*sheet.record, column, answers, base));
            } else if (column.key == "weak_point") {
                all.push_back(missing_weak_points(*sheet.record, column, answers));
            } else if (!column.required && !column.given && !column.blank_tells) {
                all.push_back(missing_cells(sheet, column));
            }
        }
    }
    std::erase_if(all, [](const Missing& missing) { return missing.blank == 0; });
    return all;
}

}  // namespace releve::survey

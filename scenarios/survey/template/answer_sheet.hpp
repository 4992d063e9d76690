#pragma once
#include "scenarios/survey/template/choices.hpp"

namespace releve::survey {

/// The sheet of one record: bold frozen titles, required ones marked, lists and limits on what may be typed, the help
/// of a column beside its cells. The audit has its axes and their questions filled in.
void write_answer_sheet(TemplateWriter& writer, const SheetRecord& record, const std::vector<Choices>& lists,
                        const Pack& pack);

/// What an axis asks and what the ends of its scale look like, on three lines.
std::string question_of_axis(const Pack& pack, std::size_t axis, Language language);

/// The title of a column, with a star if it must be filled in.
std::string marked_title(const SheetColumn& column, Language language);

}  // namespace releve::survey

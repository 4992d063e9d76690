#include "scenarios/survey/template.hpp"

#include "scenarios/survey/sheets.hpp"
#include "scenarios/survey/template/answer_sheet.hpp"
#include "scenarios/survey/template/read_me.hpp"
#include "scenarios/survey/template/writer.hpp"

namespace releve::survey {

std::vector<std::byte> survey_template(const Pack& pack, Language language) {
    TemplateWriter writer(pack.name.in(language), language);
    write_read_me(writer, pack);
    const std::vector<Choices> lists = choices_of(pack, language);
    for (const SheetRecord& record : survey_sheets()) {
        write_answer_sheet(writer, record, lists, pack);
    }
    write_lists(writer, lists);
    return writer.finish();
}

}  // namespace releve::survey

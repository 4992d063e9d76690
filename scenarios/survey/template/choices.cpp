#include "scenarios/survey/template/choices.hpp"

#include "scenarios/survey/names.hpp"
#include "scenarios/survey/template/writer.hpp"
#include "scenarios/survey/workbook/workbook.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <xlsxwriter.h>

namespace releve::survey {

namespace {

constexpr std::array<Label, 2> yes_and_no{{{"yes", "oui"}, {"no", "non"}}};
constexpr Label yes_no_title{"Yes or no", "Oui ou non"};

const CodeList& code_list(const Pack& pack, std::string_view list) {
    return list == "zones"         ? pack.zone_codes
           : list == "sectors"     ? pack.sectors
           : list == "occupations" ? pack.occupations
                                   : pack.audit_axes;
}

/// Zones of the territory by name, as people look for them; other lists in the order of the pack, which follows the
/// code list it comes from.
std::vector<std::size_t> order_of(const Pack& pack, std::string_view list, Language language) {
    const CodeList& codes = code_list(pack, list);
    std::vector<std::size_t> order(codes.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (list == "zones") {
        std::erase_if(order, [&](std::size_t zone) { return !pack.zones[zone].inside; });
        std::stable_sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
            return plain(codes.names[left].in(language)) < plain(codes.names[right].in(language));
        });
    }
    return order;
}

Choices choices_of_column(const SheetColumn& column, const Pack& pack, Language language) {
    Choices choices{std::string(column.title.in(language)), column.list, column.words.data(), {}};
    if (column.type == FieldType::yes_no) {
        choices.title = yes_no_title.in(language);
        for (const Label& label : yes_and_no) {
            choices.entries.emplace_back(label.in(language));
        }
    } else if (column.type == FieldType::word) {
        for (const Word& word : column.words) {
            choices.entries.emplace_back(word.label.in(language));
        }
    } else if (column.type == FieldType::code) {
        for (const std::size_t position : order_of(pack, column.list, language)) {
            choices.entries.push_back(shown_entry(code_list(pack, column.list), position, language));
        }
    }
    return choices;
}

/// [characters] room for the longest entry, within what a page bears.
double width_of(const std::vector<std::string>& entries) {
    std::size_t longest = 12;
    for (const std::string& entry : entries) {
        longest = std::max(longest, entry.size());
    }
    return static_cast<double>(std::min<std::size_t>(longest, 90));
}

}  // namespace

std::string shown_entry(const CodeList& list, std::size_t position, Language language) {
    const std::string& code = list.codes[position];
    const std::string& name = list.names[position].in(language);
    const bool word_of_ours =
        std::all_of(code.begin(), code.end(), [](char one) { return (one >= 'a' && one <= 'z') || one == '_'; });
    const auto same_name = [&](const Text& other) { return other.in(language) == name; };
    if (word_of_ours && std::count_if(list.names.begin(), list.names.end(), same_name) == 1) {
        return name;
    }
    return code + " – " + name;
}

std::vector<Choices> choices_of(const Pack& pack, Language language) {
    std::vector<Choices> lists;
    for (const SheetRecord& record : survey_sheets()) {
        for (const SheetColumn& column : record.columns) {
            Choices choices = choices_of_column(column, pack, language);
            if (!choices.entries.empty() && !choices_for(column, lists)) {
                lists.push_back(std::move(choices));
            }
        }
    }
    return lists;
}

std::optional<std::size_t> choices_for(const SheetColumn& column, const std::vector<Choices>& lists) {
    const bool chosen =
        column.type == FieldType::code || column.type == FieldType::word || column.type == FieldType::yes_no;
    const auto found = std::find_if(lists.begin(), lists.end(), [&](const Choices& choices) {
        return choices.list == column.list && choices.words == column.words.data();
    });
    return chosen && found != lists.end() ? std::optional(static_cast<std::size_t>(found - lists.begin()))
                                          : std::nullopt;
}

void write_lists(TemplateWriter& writer, const std::vector<Choices>& lists) {
    lxw_worksheet* sheet = writer.add_sheet(lists_name);
    for (std::size_t i = 0; i < lists.size(); ++i) {
        const std::vector<std::string>& entries = lists[i].entries;
        writer.set_width(sheet, i, width_of(entries), Look::entry);
        writer.write(sheet, 0, i, lists[i].title, Look::title);
        for (std::size_t row = 0; row < entries.size(); ++row) {
            writer.write(sheet, row + 1, i, entries[row], Look::entry);
        }
    }
    worksheet_fit_to_pages(sheet, 2, 0);  // legible on paper
    worksheet_freeze_panes(sheet, 1, 0);
    worksheet_repeat_rows(sheet, 0, 0);
}

std::string choices_reference(const std::vector<Choices>& lists, std::size_t which, Language language) {
    const auto absolute = [&](std::size_t row) {
        const std::string name = cell_name(row, which);
        const std::size_t digits = name.find_first_of("0123456789");
        return "$" + name.substr(0, digits) + "$" + name.substr(digits);
    };
    return "='" + std::string(lists_name.in(language)) + "'!" + absolute(1) + ":" +
           absolute(lists[which].entries.size());
}

}  // namespace releve::survey

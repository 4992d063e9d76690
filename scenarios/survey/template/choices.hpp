#pragma once
#include "engine/inputs/pack.hpp"
#include "scenarios/survey/sheets.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace releve::survey {

class TemplateWriter;

/// What the drop-downs of some columns offer: a list of codes with names, words, or yes and no.
struct Choices {
    std::string title;
    std::string_view list;             ///< of codes; "" otherwise
    const Word* words = nullptr;       ///< where the words stand; nullptr otherwise
    std::vector<std::string> entries;  ///< "52269 – Langres", "CDI", "oui"
};

/// One list for each that the survey's columns refer to, in their order; those that the pack leaves empty are left out.
std::vector<Choices> choices_of(const Pack& pack, Language language);

/// Which list a column draws on; nothing if it has no drop-down.
std::optional<std::size_t> choices_for(const SheetColumn& column, const std::vector<Choices>& lists);

/// The sheet of lists, one a column. Its cells are where `choices_reference` says.
void write_lists(TemplateWriter& writer, const std::vector<Choices>& lists);

/// "='Lists'!$B$2:$B$22"
std::string choices_reference(const std::vector<Choices>& lists, std::size_t which, Language language);

/// An entry of a list of codes as drop-downs write it: "52269 – Langres"; the name alone where the code is a word of the
/// program rather than one that people know (axes), unless two share the name.
std::string shown_entry(const CodeList& list, std::size_t position, Language language);

}  // namespace releve::survey

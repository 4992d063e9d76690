#pragma once
#include "engine/base/vocabulary.hpp"

#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

/// The sheets of the survey workbook, told once, as data: the template, the reader and the documentation come from here.
namespace releve::survey {

enum class FieldType : std::uint8_t {
    text,
    identifier,  ///< of an establishment
    code,  ///< of table `list`: the code, the name in either language, or "code – name" as the drop-down writes it
    integer,
    year,
    month,  ///< "2014-03", or a date
    word,   ///< one of `words`: the code or the label in either language
    yes_no,
    score,  ///< a whole number from 0 to 4
};

struct SheetColumn {
    std::string_view key;
    Label title;  ///< what stands in the first row of the sheet
    FieldType type = FieldType::text;
    bool required = false;
    bool blank_when_alone = false;  ///< may be left blank in a workbook of one establishment only
    bool given = false;             ///< the template has it filled in already
    bool blank_tells = false;       ///< a blank cell is an answer ("none", "as before"), not a missing one
    std::string_view list = {};     ///< of a code: table that lists it
    std::span<const Word> words = {};
    double least = -std::numeric_limits<double>::infinity();
    double most = std::numeric_limits<double>::infinity();
    Label help;  ///< one or two sentences for whoever fills it in
};

struct SheetRecord {
    std::string_view key;
    Label name;  ///< at most 31 characters
    Label meaning;
    std::span<const SheetColumn> columns;
    bool required = false;  ///< an import without this sheet is refused
};

/// In the order of the workbook.
std::span<const SheetRecord> survey_sheets();

/// The sheet of this key, which must exist.
const SheetRecord& survey_sheet(std::string_view key);

/// What a firm alone must fill in: one establishment, one line of posts, a score for each axis.
std::size_t fields_of_a_firm(std::size_t axes);

/// Sheets that hold no answers: how to fill in, and what the drop-down lists offer.
inline constexpr Label read_me_name{"Read me", "Lisez-moi"};
inline constexpr Label lists_name{"Lists", "Listes"};

/// A person's sex, said of one person.
inline constexpr Word person_words[] = {{"M", {"man", "homme"}}, {"F", {"woman", "femme"}}};

inline constexpr int youngest_age = 14, oldest_age = 100;        ///< [years] those of the table workers
inline constexpr int first_birth_year = 1900, last_year = 2200;  ///< those of the table workers
inline constexpr int most_headcount = 500;                       ///< the largest size band, and an owner
inline constexpr int least_score = 0, most_score = 4;            ///< those of the table audits

}  // namespace releve::survey

#include "scenarios/survey/answers/read_field.hpp"

#include "engine/base/fill.hpp"
#include "engine/base/month.hpp"
#include "engine/base/suggest.hpp"
#include "engine/inputs/formats/number.hpp"
#include "scenarios/survey/names.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace releve::survey {

namespace {

constexpr std::size_t longest_identifier = 40;
constexpr double most_exact = 1e15;  ///< whole numbers below are exact in a cell

/// Without spaces and no-break spaces at both ends.
std::string trimmed(std::string_view text) {
    for (bool again = true; again;) {
        again = false;
        for (const std::string_view space : {" ", "\t", "\n", "\r", "\u00a0", "\u202f"}) {
            const bool first = text.starts_with(space), last = !first && text.ends_with(space);
            text.remove_prefix(first ? space.size() : 0);
            text.remove_suffix(last ? space.size() : 0);
            again = again || first || last;
        }
    }
    return std::string(text);
}

/// What a cell shows, whatever its kind: a whole number without exponent or decimals.
std::string as_text(const WorkbookCell& cell) {
    const bool whole = cell.kind == CellKind::number && std::trunc(cell.number) == cell.number;
    return whole && std::abs(cell.number) < most_exact ? fmt::format("{:.0f}", cell.number) : trimmed(cell.text);
}

Text range_text(const SheetColumn& column) {
    const std::string least = to_text(column.least), most = to_text(column.most);
    return fill({"from {} to {}", "de {} à {}"}, {least, most});
}

Text not_whole(const SheetColumn& column, std::string_view written) {
    return fill({"\"{}\" is not a whole number ({}: {}) write it in digits only",
                 "«\u00a0{}\u00a0» n'est pas un nombre entier ({}\u00a0: {}) écrivez-le en chiffres seulement"},
                {shown(written), column.title, range_text(column)});
}

/// The number of a cell: as a number, or as a text that says one. Nothing, and a problem, for anything else.
std::optional<double> number_of(const SheetColumn& column, const WorkbookCell& cell, FieldReading& reading) {
    if (cell.kind == CellKind::number) {
        return cell.number;
    }
    if (cell.kind == CellKind::date) {
        reading.problem = fill({"a date, {} ({} is a whole number {}) set the format of the cell to a number and write "
                                "it again",
                                "une date, {} ({} est un nombre entier {}) mettez la cellule au format nombre et "
                                "écrivez-le à nouveau"},
                               {shown(cell.text), column.title, range_text(column)});
        return std::nullopt;
    }
    const std::string text = trimmed(cell.text);
    WrittenAs as;
    const auto number = cell.kind == CellKind::text ? parse_cell_number(text, as) : std::nullopt;
    if (!number) {
        reading.problem = not_whole(column, text);
        return std::nullopt;
    }
    reading.assumed =
        as.comma    ? Text{"decimal comma read as a decimal point", "virgule décimale lue comme telle"}
        : as.spaces ? Text{"spaces between thousands left out", "espaces entre les milliers retirés"}
                    : Text{"numbers written as text read as numbers", "nombres écrits en texte lus comme nombres"};
    return number;
}

void read_whole(const SheetColumn& column, const WorkbookCell& cell, FieldReading& reading) {
    const auto number = number_of(column, cell, reading);
    if (!number) {
        return;
    }
    const bool score = column.type == FieldType::score;
    if (std::trunc(*number) != *number) {
        reading.problem = fill(
            {"{} is not a whole number ({}: {}) round it", "{} n'est pas un nombre entier ({}\u00a0: {}) arrondissez"},
            {shown(as_text(cell)), column.title, range_text(column)});
    } else if ((*number < column.least || *number > column.most) && score) {
        reading.problem =
            fill({"score {} (scores go from {} to {}) correct it", "note {} (les notes vont de {} à {}) corrigez-la"},
                 {to_text(*number), to_text(column.least), to_text(column.most)});
    } else if (*number < column.least || *number > column.most) {
        const bool short_year = column.type == FieldType::year && *number >= 0 && *number < 100;
        const Label advice = short_year
                                 ? Label{"write the four digits of the year", "écrivez l'année en quatre chiffres"}
                                 : Label{"correct it", "corrigez"};
        reading.problem = fill({"{} is out of range ({}: {}) {}", "{} est hors limites ({}\u00a0: {}) {}"},
                               {to_text(*number), column.title, range_text(column), advice});
    } else {
        reading.field.whole = static_cast<int>(*number);
    }
}

void read_year(const SheetColumn& column, const WorkbookCell& cell, FieldReading& reading) {
    const bool day = cell.kind == CellKind::date || (cell.kind == CellKind::text && looks_like_a_day(cell.text));
    if (!day) {
        read_whole(column, cell, reading);
    } else if (column.key == "birth_year" || column.key == "owner_birth_year") {
        // the day itself is not repeated: messages are read and kept by others
        reading.problem = Text{
            "a full date of birth (only the year may be kept: data minimisation, GDPR article 5, CNIL) leave the year "
            "only, four digits, in a cell of format number",
            "une date de naissance complète (seule l'année peut être gardée\u00a0: minimisation des données, RGPD "
            "article 5, CNIL) ne laissez que l'année, quatre chiffres, dans une cellule au format nombre"};
    } else {
        reading.problem =
            fill({"a date, {} ({} is a year) write the year only, four digits, in a cell of format number",
                  "une date, {} ({} est une année) n'écrivez que l'année, quatre chiffres, dans une "
                  "cellule au format nombre"},
                 {shown(cell.text), column.title});
    }
}

/// "3/2014" or "03-2014" -> the month.
std::optional<Month> month_before_year(const std::string& text) {
    const std::size_t at = text.find_first_of("/-. ");
    if (at == std::string::npos || at == 0 || at > 2 || text.size() != at + 5) {
        return std::nullopt;
    }
    return parse_month(text.substr(at + 1) + "-" + (at == 1 ? "0" : "") + text.substr(0, at));
}

void read_month(const SheetColumn& column, const WorkbookCell& cell, FieldReading& reading) {
    const std::string text = cell.kind == CellKind::date ? cell.text.substr(0, 7) : as_text(cell);
    auto month = cell.kind == CellKind::number ? std::nullopt : parse_month(text);
    if (!month) {
        month = month_before_year(text);
        reading.assumed = Text{"months written before the year", "mois écrits avant l'année"};
    }
    if (!month) {
        reading.problem = fill({"\"{}\" is not a month ({}) write it 2014-03",
                                "«\u00a0{}\u00a0» n'est pas un mois ({}) écrivez-le 2014-03"},
                               {shown(text), column.title});
    } else {
        reading.field.whole = month->count;
    }
}

/// Ways to write a sex besides the codes and labels.
struct Alias {
    std::string_view written;
    int position;
};
constexpr Alias sex_aliases[] = {{"h", 0}, {"hommes", 0}, {"men", 0}, {"w", 1}, {"femmes", 1}, {"women", 1}};

/// Whether a text says a word: its code, its label, or the part of the label in or before parentheses.
bool says(const std::string& text, const Word& word) {
    for (const std::string_view label : {word.code, word.label.en, word.label.fr}) {
        const std::size_t open = label.find('(');
        const std::string_view inside = open == std::string_view::npos ? std::string_view() : label.substr(open);
        if (text == plain(label) || text == plain_outside_parentheses(label) ||
            (!inside.empty() && text == plain(inside))) {
            return true;
        }
    }
    return false;
}

std::optional<int> word_of(const SheetColumn& column, const std::string& text) {
    for (std::size_t i = 0; i < column.words.size(); ++i) {
        if (says(text, column.words[i])) {
            return static_cast<int>(i);
        }
    }
    if (column.key == "sex") {
        for (const Alias& alias : sex_aliases) {
            if (text == alias.written) {
                return alias.position;
            }
        }
    }
    return std::nullopt;
}

void read_word(const SheetColumn& column, const WorkbookCell& cell, FieldReading& reading) {
    const std::string written = as_text(cell);
    auto word = word_of(column, plain(written));
    if (!word) {
        word = word_of(column, plain(written.substr(0, written.find(" – "))));
    }
    if (word) {
        reading.field.whole = *word;
        return;
    }
    Text list;
    std::vector<std::string> names;
    for (const Word& known : column.words) {
        list = fill({"{}{}{}", "{}{}{}"}, {list, list.en.empty() ? "" : ", ", known.label});
        names.insert(names.end(), {std::string(known.label.en), std::string(known.label.fr)});
    }
    const std::vector<std::string_view> known(names.begin(), names.end());
    const std::string_view near = written.size() > longest_identifier ? "" : nearest_name(written, known);
    const Text advice = near.empty()
                            ? Text{"choose one of them", "choisissez l'un d'eux"}
                            : fill({"did you mean \"{}\"?", "vouliez-vous dire «\u00a0{}\u00a0»\u00a0?"}, {near});
    reading.problem = fill({"unknown word \"{}\" ({}: {}) {}", "mot inconnu «\u00a0{}\u00a0» ({}\u00a0: {}) {}"},
                           {shown(written), column.title, list, advice});
}

void read_yes_no(const SheetColumn& column, const WorkbookCell& cell, FieldReading& reading) {
    const std::string text = cell.kind == CellKind::boolean ? (cell.number != 0 ? "yes" : "no") : plain(as_text(cell));
    const auto is = [&](std::initializer_list<std::string_view> words) {
        return std::find(words.begin(), words.end(), text) != words.end();
    };
    if (is({"yes", "oui", "y", "o", "1", "true", "vrai", "x"})) {
        reading.field.whole = 1;
    } else if (!is({"no", "non", "n", "0", "false", "faux"})) {
        reading.problem = fill({"\"{}\" is neither yes nor no ({}) write yes or no, or leave it blank",
                                "«\u00a0{}\u00a0» n'est ni oui ni non ({}) écrivez oui ou non, ou laissez vide"},
                               {shown(as_text(cell)), column.title});
    }
}

void read_code(const SheetColumn& column, const WorkbookCell& cell, const KnownLists& lists, bool suggest,
               FieldReading& reading) {
    const NamesOfList& list = lists.list(column.list);
    const std::string written = as_text(cell);
    const Found found = list.find(written);
    if (found.as == Found::As::several) {
        reading.problem =
            fill({"several of {}.csv have the name \"{}\" (a name must tell one) write the code",
                  "plusieurs lignes de {}.csv ont le nom «\u00a0{}\u00a0» (il en faut une) écrivez le code"},
                 {column.list, shown(written)});
    } else if (found.as == Found::As::unknown) {
        const Text near = suggest ? list.nearest(written) : Text{};
        const Text advice = near.en.empty()
                                ? Text{"choose it in the list of the template", "choisissez dans la liste du modèle"}
                                : fill({"did you mean \"{}\"?", "vouliez-vous dire «\u00a0{}\u00a0»\u00a0?"}, {near});
        reading.problem =
            fill({"unknown code or name \"{}\" ({}: {}.csv of the territory does not list it) {}",
                  "code ou nom inconnu «\u00a0{}\u00a0» ({}\u00a0: {}.csv du territoire ne le contient pas) {}"},
                 {shown(written), column.title, column.list, advice});
    } else if (!list.offered(found.position)) {
        reading.problem =
            fill({"\"{}\" is outside the territory (only places of work inside it are surveyed) correct the "
                  "commune, or take the line out",
                  "«\u00a0{}\u00a0» est hors du territoire (seuls les lieux de travail situés dedans sont "
                  "enquêtés) corrigez la commune, ou ôtez la ligne"},
                 {shown(written)});
    } else {
        reading.field.whole = static_cast<int>(found.position);
        if (found.as == Found::As::zero_lost) {
            reading.assumed =
                Text{"codes without their first zero completed", "codes sans leur premier zéro complétés"};
        }
    }
}

bool fit_for_identifier(const std::string& text) {
    constexpr std::string_view marks = " ._-/";
    return text.size() <= longest_identifier && std::all_of(text.begin(), text.end(), [&](char byte) {
               const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
               return letter || (byte >= '0' && byte <= '9') || static_cast<unsigned char>(byte) >= 0x80 ||
                      marks.find(byte) != std::string_view::npos;
           });
}

void read_text(const SheetColumn& column, const WorkbookCell& cell, FieldReading& reading) {
    reading.field.text = as_text(cell);
    if (const auto personal = personal_value(reading.field.text)) {
        reading.problem =
            fill({"holds what looks like {} (nothing that tells who somebody is may be collected: data "
                  "minimisation, GDPR article 5, CNIL) take it out",
                  "contient ce qui ressemble à {} (rien qui dise qui est quelqu'un ne peut être recueilli\u00a0: "
                  "minimisation des données, RGPD article 5, CNIL) ôtez-le"},
                 {*personal});
        reading.field.text.clear();
    } else if (column.type == FieldType::identifier && !fit_for_identifier(reading.field.text)) {
        reading.problem =
            fill({"\"{}\" is no identifier (at most {} letters, digits, spaces and . _ - /) shorten or "
                  "change it",
                  "«\u00a0{}\u00a0» n'est pas un identifiant (au plus {} lettres, chiffres, espaces et . _ - /) "
                  "raccourcissez-le ou changez-le"},
                 {shown(reading.field.text), std::to_string(longest_identifier)});
    }
}

/// What no column takes: nothing if the cell may be read on.
std::optional<Text> refused_kind(const WorkbookCell& cell) {
    if (cell.kind == CellKind::formula) {
        return fill(
            {"formula {} (only values are read: what a formula gives depends on the program) copy the cells and "
             "paste them as values",
             "formule {} (seules les valeurs sont lues\u00a0: ce que donne une formule dépend du logiciel) copiez "
             "les cellules et collez-les en valeurs"},
            {shown(cell.text)});
    }
    if (cell.kind == CellKind::error) {
        return fill({"error {} (a formula failed there before) write the value, or leave it blank",
                     "erreur {} (une formule y a échoué) écrivez la valeur, ou laissez vide"},
                    {shown(cell.text)});
    }
    return std::nullopt;
}

}  // namespace

FieldReading read_field(const SheetColumn& column, const WorkbookCell& cell, const KnownLists& lists, bool suggest) {
    FieldReading reading;
    if (cell.kind == CellKind::blank || (cell.kind == CellKind::text && trimmed(cell.text).empty())) {
        return reading;
    }
    reading.field.blank = false;
    reading.problem = refused_kind(cell);
    if (reading.problem) {
        return reading;
    }
    switch (column.type) {
        case FieldType::text:
        case FieldType::identifier: read_text(column, cell, reading); break;
        case FieldType::code: read_code(column, cell, lists, suggest, reading); break;
        case FieldType::integer:
        case FieldType::score: read_whole(column, cell, reading); break;
        case FieldType::year: read_year(column, cell, reading); break;
        case FieldType::month: read_month(column, cell, reading); break;
        case FieldType::word: read_word(column, cell, reading); break;
        case FieldType::yes_no: read_yes_no(column, cell, reading); break;
    }
    return reading;
}

}  // namespace releve::survey

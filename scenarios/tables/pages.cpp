#include "scenarios/tables/pages.hpp"

#include "engine/base/fill.hpp"

#include <algorithm>
#include <set>
#include <span>

namespace releve::tables {

namespace {

using exports::Cell;

Cell text_cell(std::string text) { return text.empty() ? Cell{} : Cell{std::move(text)}; }

std::string title(const Source& source, const char* key, Label words) {
    return source.for_people ? std::string(words.in(source.language)) : key;
}

struct CodeMeaning {
    std::string_view code;
    Label meaning;
};

constexpr CodeMeaning statuses[] = {
    {"", {"the figure is there", "le chiffre est là"}},
    {hidden_mark, {"hidden by statistical secrecy", "masqué par le secret statistique"}},
    {missing_mark, {"the result file has no value", "le fichier de résultats n'a pas de valeur"}},
};

constexpr CodeMeaning kinds[] = {
    {"stock", {"count at the end of the period", "nombre à la fin de la période"}},
    {"flow", {"count over the period", "nombre sur la période"}},
    {"rate", {"ratio at the end of the period", "rapport à la fin de la période"}},
};

void add_words(const Source& source, const std::string& column, std::span<const CodeMeaning> words,
               exports::Sheet& sheet) {
    for (const CodeMeaning& word : words) {
        sheet.rows.push_back({column, text_cell(worded(source, word.code)),
                              said({std::string(word.meaning.en), std::string(word.meaning.fr)}, source.language)});
    }
}

/// The codes of an axis that have a name of their own.
void add_codes(const Source& source, const std::string& axis, exports::Sheet& sheet) {
    const std::vector<std::string> codes = code_texts(source.results, axis);
    const Coordinate coordinate = coordinate_of(source.results, axis, source.language);
    const std::string heading = axis_heading(source, axis);
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (codes[i] != coordinate.labels[i]) {
            sheet.rows.push_back({heading, codes[i], text_cell(coordinate.labels[i])});
        }
    }
}

}  // namespace

exports::Sheet codebook_sheet(const Source& source, const std::vector<ColumnTold>& columns,
                              const std::vector<const Told*>& outputs) {
    exports::Sheet sheet{title(source, "codebook", {"codebook", "dictionnaire"}),
                         {{title(source, "column", {"column", "colonne"}), 30},
                          {title(source, "code", {"code", "code"}), 18},
                          {title(source, "meaning", {"meaning", "sens"}), 90}},
                         {}};
    std::set<std::string> told;
    for (const ColumnTold& column : columns) {
        if (told.insert(column.key).second) {
            sheet.rows.push_back({heading_of(source, column), Cell{}, said(column.meaning, source.language)});
        }
    }
    add_words(source, title(source, "status", {"status", "état"}), statuses, sheet);
    add_words(source, title(source, "kind", {"kind", "nature"}), kinds, sheet);
    add_codes(source, "scenario", sheet);
    std::set<std::string> axes;
    for (const Told* output : outputs) {
        for (const std::string& axis : output->axes) {
            if (axes.insert(axis).second) {
                add_codes(source, axis, sheet);
            }
        }
    }
    return sheet;
}

exports::Sheet method_sheet(const Source& source, const std::vector<const Told*>& outputs) {
    exports::Sheet sheet{title(source, "method", {"method", "méthode"}),
                         {{title(source, "output", {"indicator, code", "indicateur, code"}), 30},
                          {title(source, "label", {"indicator", "indicateur"}), 34},
                          {title(source, "meaning", {"meaning", "sens"}), 60},
                          {title(source, "unit", {"unit", "unité"}), 14},
                          {title(source, "kind", {"kind", "nature"}), 8},
                          {title(source, "period", {"period", "période"}), 8},
                          {title(source, "axes", {"broken down by", "ventilé par"}), 24},
                          {title(source, "formula", {"formula", "formule (en anglais)"}), 60},
                          {title(source, "adds_up", {"how it adds up", "comment il se somme (en anglais)"}), 40},
                          {title(source, "source", {"source", "source (en anglais)"}), 30}},
                         {}};
    const bool french = source.language == Language::fr;
    for (const Told* output : outputs) {
        const auto attribute = [&](std::string_view name) {
            return text_cell(worded(source, text_of(output->value->attributes, name)));
        };
        std::string axes;
        for (const std::string& axis : output->axes) {
            axes += (axes.empty() ? "" : " ") + axis;
        }
        sheet.rows.push_back({output->name, text_cell(said_of(*output->value, "long_name", french)),
                              text_cell(said_of(*output->value, "comment", french)), attribute("units"),
                              attribute("kind"), worded(source, output->period), text_cell(axes), attribute("formula"),
                              attribute("adds_up"), attribute("source")});
    }
    return sheet;
}

}  // namespace releve::tables

#include "scenarios/tables/export_results.hpp"

#include "engine/base/error.hpp"
#include "engine/base/fill.hpp"
#include "engine/run/ensemble.hpp"
#include "scenarios/export/new_folder.hpp"
#include "scenarios/report/pairs.hpp"
#include "scenarios/tables/books.hpp"
#include "scenarios/tables/data_package.hpp"
#include "scenarios/tables/secrecy/public_tables.hpp"
#include "scenarios/tables/selection.hpp"

#include <algorithm>

namespace releve::tables {

namespace {

void stop_if_asked(const ExportAsked& asked) {
    if (asked.interrupted && asked.interrupted()) {
        throw Interrupted();
    }
}

/// What is being written, and what was written so far.
struct Export {
    const ExportAsked& asked;
    const Source& source;
    const std::vector<Told>& outputs;
    const exports::NewFolder& folder;
    Summary summary;

    std::size_t rows_of(const Told& told) const {
        return source.scenarios.size() * size_of(source.results, told.period) * cells_of(source.results, told);
    }
};

std::vector<Part> parts_of(const Source& source, const std::vector<const Told*>& outputs) {
    std::vector<Part> parts;
    for (const Told* told : outputs) {
        for (const std::size_t scenario : source.scenarios) {
            parts.push_back({told, scenario});
        }
    }
    return parts;
}

std::vector<const Told*> pointers(const std::vector<Told>& outputs) {
    std::vector<const Told*> all;
    for (const Told& told : outputs) {
        all.push_back(&told);
    }
    return all;
}

void append(std::vector<ColumnTold>& to, std::vector<ColumnTold> from) {
    to.insert(to.end(), from.begin(), from.end());
}

Text name_of(const Told& told) {
    return {said_of(*told.value, "long_name", false), said_of(*told.value, "long_name", true)};
}

/// The columns of a page of texts.
std::vector<ColumnTold> text_columns(const exports::Sheet& sheet) {
    std::vector<ColumnTold> columns;
    for (const exports::Column& column : sheet.columns) {
        columns.push_back({column.title, {column.title, column.title}, {}, column.width});
    }
    return columns;
}

void write_csv(Export& out) {
    const auto style =
        out.asked.format == ExportFormat::csv ? exports::CsvStyle::standard : exports::CsvStyle::excel_french;
    DataPackage package(out.source, style);
    std::vector<ColumnTold> columns;
    const auto write = [&](const std::string& name, const Text& holds, std::size_t rows,
                           const std::vector<ColumnTold>& told, const exports::Sheet& sheet) {
        const std::string bytes = to_csv(sheet, style);
        out.folder.write(name, std::string_view(bytes));
        out.summary.files.push_back({name, holds, rows});
        package.add(name, holds, told, bytes);
        append(columns, told);
    };
    for (const Told& told : out.outputs) {
        const std::vector<Part> parts = parts_of(out.source, {&told});
        write(told.name + ".csv", name_of(told), out.rows_of(told), data_columns(out.source, parts, false),
              data_sheet(out.source, told.name, parts, false));
        if (told.by_replicate) {
            write(told.name + "_by_replicate.csv",
                  fill({"{}, in each replicate", "{}, dans chaque réplique"}, {name_of(told)}),
                  out.rows_of(told) * size_of(out.source.results, "replicate"), replicate_columns(told),
                  replicate_sheet(out.source, told));
            out.summary.has_replicates = true;
        }
    }
    const exports::Sheet codebook = codebook_sheet(out.source, columns, pointers(out.outputs));
    write("codebook.csv", {"what columns and codes mean", "sens des colonnes et des codes"}, codebook.rows.size(),
          text_columns(codebook), codebook);
    const exports::Sheet method = method_sheet(out.source, pointers(out.outputs));
    write("method.csv", {"how each indicator is counted", "calcul de chaque indicateur"}, method.rows.size(),
          text_columns(method), method);
    out.folder.write("datapackage.json", package.text());
    out.summary.files.push_back({"datapackage.json",
                                 {"the same tables described for programs (Data Package)",
                                  "les mêmes tables décrites pour des programmes (Data Package)"},
                                 0});
    out.folder.write("README.txt", readme_text(out.source, out.summary));
    out.summary.files.push_back({"README.txt", {"where the figures come from", "d'où viennent les chiffres"}, 0});
}

/// The data sheets of a book: by year, by month, and as many of each as its rows need.
void add_data(const Export& out, const Book& book, std::vector<exports::Sheet>& sheets,
              std::vector<ColumnTold>& columns) {
    for (const std::string_view period : {"year", "month"}) {
        std::vector<const Told*> outputs;
        std::copy_if(book.outputs.begin(), book.outputs.end(), std::back_inserter(outputs),
                     [&](const Told* told) { return told->period == period; });
        if (outputs.empty()) {
            continue;
        }
        const Label name = period == "year" ? Label{"by year", "par an"} : Label{"by month", "par mois"};
        std::size_t number = 0;
        for (const std::vector<Part>& parts : by_sheet(out.source, parts_of(out.source, outputs), out.asked.file)) {
            std::string title(name.in(out.source.language));
            title += ++number == 1 ? "" : " (" + std::to_string(number) + ")";
            append(columns, data_columns(out.source, parts, true));
            sheets.push_back(data_sheet(out.source, title, parts, true));
        }
    }
}

Text book_holds(const Book& book) {
    std::string en, fr;
    for (const Told* told : book.outputs) {
        en += (en.empty() ? "" : ", ") + name_of(*told).en;
        fr += (fr.empty() ? "" : ", ") + name_of(*told).fr;
    }
    return {en, fr};
}

void write_books(Export& out) {
    const std::string title = said({"Relève: " + std::string(text_of(out.source.results.attributes, "territory_en")),
                                    "Relève : " + std::string(text_of(out.source.results.attributes, "territory_fr"))},
                                   out.source.language);
    const std::vector<Book> books = books_of(out.outputs);
    for (const Book& book : books) {
        std::size_t rows = 0;
        for (const Told* told : book.outputs) {
            rows += out.rows_of(*told);
        }
        out.summary.files.push_back({book.file, book_holds(book), rows});
    }
    for (const Book& book : books) {
        std::vector<exports::Sheet> sheets{readme_sheet(out.source, out.summary)};
        std::vector<ColumnTold> columns;
        add_data(out, book, sheets, columns);
        sheets.push_back(codebook_sheet(out.source, columns, book.outputs));
        sheets.push_back(method_sheet(out.source, book.outputs));
        out.folder.write(book.file, std::span<const std::byte>(to_xlsx(sheets, title)));
    }
}

/// Applies secrecy to everything in the file, whatever is asked of it: the same figures are hidden in every export.
void make_public(const Dataset& results, const Pack& pack, Source& source, std::vector<Told>& outputs,
                 Summary& summary) {
    PublicTables found = public_tables(results, outputs_told(results), pack);
    source.hidden = std::move(found.hidden);
    summary.is_public = true;
    std::erase_if(outputs, [&](const Told& told) {
        const bool is_left_out =
            std::find(found.left_out.begin(), found.left_out.end(), told.name) != found.left_out.end();
        if (is_left_out) {
            summary.left_out.push_back(told.name);
        }
        return is_left_out;
    });
}

void count_figures(const Source& source, const std::vector<Told>& outputs, Summary& summary) {
    for (const Told& told : outputs) {
        const std::size_t block = size_of(source.results, told.period) * cells_of(source.results, told);
        const auto hidden = source.hidden.find(told.name);
        summary.figures += block * source.scenarios.size();
        for (const std::size_t scenario : source.scenarios) {
            const auto first = static_cast<std::ptrdiff_t>(scenario * block);
            summary.hidden += hidden == source.hidden.end()
                                  ? 0U
                                  : static_cast<std::size_t>(std::count(
                                        hidden->second.begin() + first,
                                        hidden->second.begin() + first + static_cast<std::ptrdiff_t>(block), true));
        }
    }
}

}  // namespace

void refuse_occupied(const std::string& directory) {
    exports::refuse_occupied(directory, {"an export writes nothing over", "un export n'écrit rien par-dessus"});
}

Summary export_results(const Dataset& results, const ExportAsked& asked, const std::string& directory) {
    Selection chosen = selected(results, asked);
    Source source{.results = results,
                  .scenarios = chosen.scenarios,
                  .references = report::references_in(results),
                  .hidden = {},
                  .language = asked.language,
                  .for_people = asked.format != ExportFormat::csv,
                  .before_part = [&] { stop_if_asked(asked); }};
    Summary summary;
    if (asked.public_by != nullptr) {
        refuse_other_pack(results, *asked.public_by, asked.file);
        make_public(results, *asked.public_by, source, chosen.outputs, summary);
    }
    if (chosen.outputs.empty()) {
        throw InputError(
            {{asked.file,
              {"nothing of what is asked may be made public (it tells of single establishments or of few) "
               "take other outputs, or leave --public out if you may know",
               "rien de ce qui est demandé ne peut être publié (cela dit un établissement ou quelques "
               "personnes) prenez d'autres indicateurs, ou laissez --public si vous pouvez en connaître"}}});
    }
    count_figures(source, chosen.outputs, summary);
    refuse_occupied(directory);
    exports::NewFolder folder(directory);
    Export out{asked, source, chosen.outputs, folder, std::move(summary)};
    asked.format == ExportFormat::xlsx ? write_books(out) : write_csv(out);
    stop_if_asked(asked);
    folder.keep();
    return out.summary;
}

}  // namespace releve::tables

#include "scenarios/tables/books.hpp"

#include "engine/base/error.hpp"
#include "engine/base/fill.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace releve::tables {

std::vector<Book> books_of(const std::vector<Told>& outputs) {
    std::vector<Book> books;
    for (const Told& told : outputs) {
        const std::string stem = told.axes.empty() ? "territory" : fmt::format("by_{}", fmt::join(told.axes, "_and_"));
        auto book = std::find_if(books.begin(), books.end(), [&](const Book& b) { return b.file == stem + ".xlsx"; });
        if (book == books.end()) {
            book = books.insert(books.end(), {stem + ".xlsx", {}});
        }
        book->outputs.push_back(&told);
    }
    return books;
}

std::vector<std::vector<Part>> by_sheet(const Source& source, const std::vector<Part>& parts, const std::string& file) {
    std::vector<std::vector<Part>> sheets(1);
    std::size_t rows = 1;
    for (const Part& part : parts) {
        const std::size_t more = size_of(source.results, part.told->period) * cells_of(source.results, *part.told);
        if (more + 1 > exports::most_sheet_rows) {
            throw InputError(
                {{file, fill({"{} has {} rows for one scenario (a sheet of a workbook may have {}) take --format csv, "
                              "or name other outputs with --output",
                              "{} a {} lignes pour un scénario (une feuille de classeur peut en avoir {}) prenez "
                              "--format csv, ou nommez d'autres indicateurs par --output"},
                             {part.told->name, std::to_string(more), std::to_string(exports::most_sheet_rows)})}});
        }
        if (rows + more > exports::most_sheet_rows) {
            sheets.emplace_back();
            rows = 1;
        }
        rows += more;
        sheets.back().push_back(part);
    }
    return sheets;
}

}  // namespace releve::tables

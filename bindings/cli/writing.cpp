#include "bindings/cli/writing.hpp"

#include "engine/base/fill.hpp"
#include "engine/results/whole_file.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <span>

namespace releve {

namespace {

constexpr std::array<std::string_view, 4> formats{"text", "csv", "csv-excel-fr", "xlsx"};

}  // namespace

Format format_of(const Arguments& arguments) {
    const std::string format = arguments.text("--format", "text");
    const auto* const found = std::find(formats.begin(), formats.end(), format);
    if (found == formats.end()) {
        throw UsageError(
            fill({"--format: '{}' is none of {}", "--format\u00a0: «\u00a0{}\u00a0» n'est pas un format parmi {}"},
                 {shown(format), fmt::format("{}", fmt::join(formats, ", "))}));
    }
    if (format == "xlsx" && !arguments.has("--output")) {
        throw UsageError({"--format xlsx needs a file write -o FILE.xlsx",
                          "--format xlsx demande un fichier écrivez -o FICHIER.xlsx"});
    }
    return static_cast<Format>(found - formats.begin());
}

std::string written(const std::vector<report::Block>& blocks, Format format, std::string_view title,
                    Language language) {
    if (format == Format::xlsx) {
        std::vector<exports::Sheet> sheets;
        for (const report::Block& block : blocks) {
            sheets.push_back(report::block_sheet(block, language));
        }
        const std::vector<std::byte> book = exports::to_xlsx(sheets, title);
        return {reinterpret_cast<const char*>(book.data()), book.size()};
    }
    return exports::to_csv(report::block_sheet(blocks.front(), language),
                           format == Format::csv ? exports::CsvStyle::standard : exports::CsvStyle::excel_french);
}

void put_out(const Call& call, const std::string& bytes) {
    if (!call.arguments.has("--output")) {
        fmt::print("{}", bytes);
        return;
    }
    const std::string file = call.arguments.text("--output");
    write_whole_file(file, std::as_bytes(std::span(bytes)));
    if (!call.json) {
        fmt::print("{}\n", fill({"written: {}", "écrit\u00a0: {}"}, {file}).in(call.language));
    }
}

}  // namespace releve

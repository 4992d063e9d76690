#pragma once
#include "engine/base/error.hpp"
#include "engine/base/text.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace releve {

/// The posts of a country of 60 million people take 220 MiB and 50 million cells.
inline constexpr std::size_t most_csv_bytes = std::size_t{512} << 20;
inline constexpr std::size_t most_csv_columns = 10'000;
inline constexpr std::size_t most_csv_cells = 64'000'000;  ///< keeps a hostile file of that size under 2 GB of memory

/// A CSV file in memory: rows of cells, each row with the line it starts on. Cells are UTF-8, unquoted and trimmed.
class CsvFile {
public:
    std::string name;                 ///< as shown in messages
    std::vector<std::string> header;  ///< empty: the file could not be read, and the problem is reported
    char separator = ',';
    std::vector<Text> assumed;  ///< what the reader accepted beyond plain UTF-8 with commas ("decimal comma")

    std::size_t rows() const { return lines_.size(); }
    std::size_t line(std::size_t row) const { return lines_[row]; }
    /// False for a line with fewer or more cells than the header: reported, its missing cells read as blank.
    bool whole(std::size_t row) const { return whole_[row]; }
    std::string_view cell(std::size_t row, std::size_t column) const;
    /// "zones.csv:12 zone"
    std::string where(std::size_t row, std::string_view column) const;

    void add_row(std::size_t line, const std::vector<std::string>& cells);

private:
    std::string text_;
    std::vector<std::uint32_t> ends_;  // where each cell ends in text_; it starts where the one before ends
    std::vector<std::size_t> lines_;
    std::vector<bool> whole_;
};

/// Reads the bytes of a whole file. Accepts , ; and tab, quotes, a byte-order mark, CRLF, UTF-8, Latin-1 and cp1252.
/// Lines without anything in them are skipped. Every problem of form is added to `problems`.
CsvFile read_csv(std::string bytes, const std::string& name, Problems& problems);

/// "zones.csv: read with separator ;, decimal comma"; nothing to say gives an empty text.
Text assumptions(const CsvFile& file);

}  // namespace releve

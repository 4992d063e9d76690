#pragma once
#include "engine/inputs/formats/csv.hpp"
#include "engine/inputs/table.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace releve {

/// The codes each table gave birth to: table -> code -> position, in the order of its lines.
struct KnownCodes {
    std::unordered_map<std::string, std::uint32_t> positions;
    std::vector<std::string> codes;
};
using CodesByTable = std::unordered_map<std::string_view, KnownCodes>;

/// A table whose cells are read and checked: what `check` and `load` of a record see. Columns go by name.
class TableRows {
public:
    TableRows(const Table& record, CsvFile csv);

    std::size_t count() const { return csv_.rows(); }
    bool has(std::string_view column) const { return csv_column_[position(column)] != absent; }
    bool blank(std::size_t row, std::string_view column) const { return text(row, column).empty(); }
    std::string text(std::size_t row, std::string_view column) const;
    /// A text in both languages; a blank one stands for the other.
    Text both(std::size_t row, std::string_view fr, std::string_view en) const;
    double number(std::size_t row, std::string_view column, double when_blank = 0) const;
    int integer(std::size_t row, std::string_view column, int when_blank = 0) const;
    bool flag(std::size_t row, std::string_view column) const { return number(row, column) != 0; }
    /// Position of a code in the table it refers to; `no_index` when blank.
    std::uint32_t code(std::size_t row, std::string_view column) const;
    /// Position of a code or a word; -1 when blank.
    std::int32_t position_or_all(std::size_t row, std::string_view column) const;
    /// Position of a word that is not blank.
    std::size_t word(std::size_t row, std::string_view column) const;
    /// First and last age of a band, the last included.
    AgeBand age_band(std::size_t row, std::string_view column) const;
    std::string where(std::size_t row, std::string_view column) const { return csv_.where(row, column); }
    std::size_t line(std::size_t row) const { return csv_.line(row); }
    const std::string& file() const { return csv_.name; }
    const Table& record() const { return *record_; }

private:
    friend TableRows read_table(const Table& record, CsvFile csv, CodesByTable& codes, Problems& problems,
                                std::vector<Text>& notes);
    static constexpr std::size_t absent = static_cast<std::size_t>(-1);
    std::size_t position(std::string_view column) const;
    double value(std::size_t row, std::string_view column) const;

    const Table* record_;
    CsvFile csv_;
    std::vector<std::size_t> csv_column_;      // by column of the record
    std::vector<std::vector<double>> values_;  // by column of the record, then row; not a number when blank
};

/// Checks a file against its record, cell by cell, and reads it. Every problem is added; the rows can be trusted only
/// if none was. Registers the codes born in it, and says in `notes` what was assumed.
TableRows read_table(const Table& record, CsvFile csv, CodesByTable& codes, Problems& problems,
                     std::vector<Text>& notes);

/// The rules of the record beyond single cells: sums to 1, codes covered, its own `check`. For sound rows only.
void check_table(const TableRows& rows, const CodesByTable& codes, Problems& problems);

/// "15-19" -> 15 to 19; "75+" -> 75 to 120; nothing for anything else.
std::optional<AgeBand> parse_age_band(std::string_view text);

}  // namespace releve

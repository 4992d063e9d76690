#pragma once
#include "engine/base/text.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Numbers and plain-text tables as people read them, in either language. French: decimal comma, narrow no-break space
/// between thousands, no-break space before % : ; ? !.
namespace releve::report {

/// "17,238.5" or "17 238,5"; a dash for what is not a number; a true minus sign.
std::string number(double value, int decimals, Language language);
/// The same with its sign always written; a value that rounds to zero is "0".
std::string signed_number(double value, int decimals, Language language);
/// 0.096 -> "9.6%" or "9,6 %".
std::string percent(double share, int decimals, Language language);
/// "[-34, 12]" or "[-34 ; 12]".
std::string interval(double low, double high, int decimals, Language language);
/// "+12 ± 5".
std::string plus_minus(double mean, double half, int decimals, Language language);
/// 0.005 -> "+0.5%" or "+0,5 %", its sign always written; with as few decimals, 2 at most, as tell it exactly.
std::string target(double share, Language language);
/// "1 replicate", "2 répliques": for nouns whose plural only takes an s.
Text counted(std::size_t count, Label one);
/// At most `most` characters, then an ellipsis; cut between words unless much would be lost.
std::string shortened(std::string_view text, std::size_t most);

/// How many columns of a terminal a UTF-8 text takes (one for each character; our texts hold no wider ones).
std::size_t width_of(std::string_view text);
/// The text with no-break spaces where French typography wants them: before : ; ? ! % », after «.
std::string with_french_spaces(std::string_view text);
/// Lines of at most `width` columns, each after `indent`; breaks at spaces only, never where French wants
/// no-break ones.
std::string wrapped(std::string_view text, std::size_t width, std::string_view indent);

/// Reports stay within this many columns.
inline constexpr std::size_t page_width = 96;
/// Tables may be a little wider.
inline constexpr std::size_t table_width = 100;
/// A title underlined, after an empty line.
std::string heading(std::string_view title);

/// A table for a terminal: the first column to the left, the others to the right, unless told otherwise.
class TextTable {
public:
    explicit TextTable(std::vector<std::string> titles) : titles_(std::move(titles)) {}
    void add(std::vector<std::string> row) { rows_.push_back(std::move(row)); }
    /// Columns are at least this wide.
    void widen(std::size_t column, std::size_t width);
    void align_left(std::size_t column) { left_.push_back(column); }
    /// Cells of this column are shortened, never below 20 characters, so that lines take at most table_width columns.
    void keep_within_page(std::size_t column) { elastic_ = column; }
    std::string text() const;

private:
    std::vector<std::size_t> widths() const;
    std::string line(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) const;

    std::vector<std::string> titles_;
    std::vector<std::vector<std::string>> rows_;
    std::vector<std::size_t> least_;
    std::vector<std::size_t> left_{0};
    std::optional<std::size_t> elastic_;
};

}  // namespace releve::report

#pragma once
#include <cstddef>
#include <cstdint>

namespace releve::workbook_limits {

// A survey of thirty establishments is a file of 100 KiB, of ten sheets and some thousands of cells. The limits leave
// room for the workbooks of a whole region, and keep a hostile file under 256 MB of memory and some seconds.

inline constexpr std::size_t most_file_bytes = std::size_t{16} << 20;  ///< 160 times the file of thirty establishments
inline constexpr std::size_t most_parts = 2'000;                       ///< files inside: images, comments, settings
inline constexpr std::uint64_t most_inflated_bytes = std::uint64_t{256} << 20;  ///< of all parts together
/// Tables of numbers shrink 5 to 15 times, repeated rows up to 60; above 100 nothing but padding is left.
inline constexpr std::uint64_t most_ratio = 100;
/// A small part may shrink as much as it likes: it costs nothing.
inline constexpr std::uint64_t ratio_counts_from = std::uint64_t{10} << 20;

inline constexpr std::size_t most_xml_depth = 64;                    ///< the deepest of what Excel writes: about 15
inline constexpr std::size_t most_tag_bytes = std::size_t{1} << 20;  ///< one tag with its attributes

inline constexpr std::size_t most_sheets = 100;
inline constexpr std::size_t most_rows = 100'000;  ///< of a sheet: one a person, for all the people of a region
inline constexpr std::size_t most_columns = 1'000;
inline constexpr std::size_t most_cells = 1'000'000;         ///< of a workbook, gaps and rows included: 48 bytes each
inline constexpr std::size_t most_merged = 10'000;           ///< of a sheet
inline constexpr std::size_t most_array_formulas = 1'000;    ///< of a sheet
inline constexpr std::size_t most_array_cells = 20'000'000;  ///< of a sheet: work, as they may overlap
inline constexpr std::size_t most_shared_texts = 500'000;
inline constexpr std::size_t most_styles = 70'000;  ///< Excel itself stops at 65,490
/// Excel stops at 32,767 characters in a cell; up to four bytes each.
inline constexpr std::size_t most_text_bytes = std::size_t{128} << 10;
/// Of all cells together: a text written once may be shown by every cell.
inline constexpr std::size_t most_total_text_bytes = std::size_t{32} << 20;

/// The grid of Excel: a place beyond it is not a place.
inline constexpr std::size_t grid_rows = 1'048'576;
inline constexpr std::size_t grid_columns = 16'384;

}  // namespace releve::workbook_limits

#pragma once
#include "engine/base/error.hpp"
#include "engine/base/text.hpp"
#include "engine/base/vocabulary.hpp"
#include "engine/inputs/pack.hpp"

#include <cstdint>
#include <limits>
#include <span>
#include <string_view>

/// Records of the input tables: what a table must hold, said once, as data. The checks, the documentation and the
/// published schemas all come from here; a new table is one file in tables/ and one line in tables.def.
namespace releve {

class TableRows;

enum class ColumnType : std::uint8_t { text, code, integer, number, share, month, date, flag, word, age_band };

inline constexpr double unlimited = std::numeric_limits<double>::infinity();

struct TableColumn {
    std::string_view name;
    ColumnType type = ColumnType::text;
    std::string_view unit = {};  ///< "person", "month", "1/year"...; empty where there is none
    double least = -unlimited;
    double most = unlimited;
    bool least_excluded = false;      ///< more than `least`, not only from it
    bool required = true;             ///< the column must be there
    bool blank = false;               ///< its cells may be empty
    std::string_view refers_to = {};  ///< of a code: the table that lists it; empty where the codes are born
    std::span<const Word> words = {};
    Label meaning;
};

/// Shares of one column that must sum to 1, over all lines that agree in the columns `by`.
struct SumRule {
    std::string_view column;
    std::span<const std::string_view> by = {};
};
/// Two figures for each pair of 5,000 zones take 400 MB; France has 35,000 communes, 1,700 living areas, 300 employment areas.
inline constexpr std::size_t most_crossed = 5'000;

inline constexpr double sum_tolerance = 1e-4;

struct Table {
    std::string_view name;
    Label meaning;
    std::span<const TableColumn> columns;
    std::span<const std::string_view> key;  ///< no two lines agree in all of these
    bool required = false;
    bool crossed = false;       ///< figures are kept for pairs of its codes: at most `most_crossed` lines
    bool confidential = false;  ///< tells of single people or firms: not kept in results unless told to be public
    bool any_step = false;      ///< tells nothing that is counted in months: steps may have another length
    std::string_view needed_with = {};  ///< if that table is there, this one must be too
    std::string_view needed_by = {};    ///< what uses it, for whoever wonders whether to write one
    SumRule sums_to_one = {};
    std::string_view covers = {};  ///< a column of codes: every code of its table must have a line
    /// What the columns alone cannot tell, within the table. Runs when every cell is sound.
    void (*check)(const TableRows& rows, Problems& problems) = nullptr;
    /// Copies sound rows into the pack, and checks them against other tables, which are loaded before.
    void (*load)(const TableRows& rows, Pack& pack, Problems& problems) = nullptr;
};

/// All records, in the order of tables.def: a table comes after those it refers to.
std::span<const Table* const> table_catalogue();

/// Nothing if no table has this name.
const Table* find_table(std::string_view name);

namespace tables {
#define TABLE(name) extern const Table name;
#include "engine/inputs/tables.def"
#undef TABLE
}  // namespace tables

}  // namespace releve

#pragma once
#include "engine/results/dataset.hpp"

#include <cstddef>
#include <string>
#include <vector>

/// Tables of a result file for other programs, made from what the file itself tells.
namespace releve::tables {

/// One output of a result file, and the variables that tell of it (null: the file has none).
struct Told {
    std::string name;
    std::string period;             ///< its dimension of time, "month" or "year"
    std::vector<std::string> axes;  ///< by which it is broken down
    bool by_replicate = false;
    const Variable* value = nullptr;  ///< (scenario, replicate, period); else means (scenario, period, axes)
    const Variable* deviation = nullptr;
    const Variable* quantiles = nullptr;  ///< (scenario, quantile, period, axes)
    const Variable* paired = nullptr;     ///< standard deviation of the difference to the reference

    bool of_one_establishment() const;  ///< a row tells of a single establishment
    bool has_spread() const { return by_replicate || deviation != nullptr; }
    bool has_quantiles() const { return by_replicate || quantiles != nullptr; }
};

/// In the order of the file, which must live on. Variables of another shape, or without a kind, are no outputs.
std::vector<Told> outputs_told(const Dataset& results);

/// What the file says of an output in one language: `name` is "long_name" or "comment". Of a mean, the name of what it is
/// the mean of.
std::string said_of(const Variable& variable, const std::string& name, bool french);

/// Number of values along a dimension.
std::size_t size_of(const Dataset& results, const std::string& dimension);
/// Cells of one scenario and period.
std::size_t cells_of(const Dataset& results, const Told& told);
/// All values as numbers, exactly.
std::vector<double> numbers_of(const Variable& variable);
/// The same, those of 32 bits as_written.
std::vector<double> written_numbers_of(const Variable& variable);
/// A number of 32 bits, as the number that its shortest decimal text is.
double as_written(float value);

}  // namespace releve::tables

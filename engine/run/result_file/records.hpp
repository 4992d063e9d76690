#pragma once
#include "engine/base/text.hpp"

#include <cstdint>
#include <span>
#include <string_view>

/// What a result file holds beside the outputs of the catalogue, told once: the writer, `releve describe results` and
/// docs/formats/results.md go by these records. A blank `when`: in every file.
namespace releve {

struct DimensionRecord {
    std::string_view name;  ///< of the dimension and of the variable that gives its codes
    Label label;            ///< long_name of that variable; blank: a dimension without codes
    Label values;           ///< what the codes are
    bool named = false;     ///< `<name>_label_en` and `<name>_label_fr` stand beside it
    Label when = {};
};
std::span<const DimensionRecord> dimension_records();
/// ModelError if nothing is recorded under this name.
const DimensionRecord& dimension_record(std::string_view name);

/// What a variable tells of its output.
enum class Statistic : std::uint8_t { value, mean, deviation, quantiles, paired_deviation, total };
struct StatisticRecord {
    std::string_view suffix;  ///< after the name of the output
    Label label;              ///< in brackets after the label of the output; blank: that label alone
    Label dimensions;
    Label meaning;
    Label outputs;  ///< of which it is told
};
std::span<const StatisticRecord> statistic_records();
const StatisticRecord& record_of(Statistic statistic);

/// A variable that is no output, no codes of a dimension and no labels of them.
struct VariableRecord {
    std::string_view name;
    std::string_view dimensions;
    Label label;  ///< its long_name
    Label when = {};
    bool named = false;  ///< as dimensions are
};
std::span<const VariableRecord> variable_records();
/// ModelError if nothing is recorded under this name.
const VariableRecord& variable_record(std::string_view name);

struct AttributeRecord {
    std::string_view name;
    Label meaning;
    Label when = {};
};
/// Of the file, and of variables.
std::span<const AttributeRecord> root_attribute_records();
std::span<const AttributeRecord> variable_attribute_records();

}  // namespace releve

#include "engine/inputs/reading/parameter_values.hpp"

#include "engine/base/fill.hpp"
#include "engine/base/month.hpp"
#include "engine/inputs/formats/toml_reading.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace releve {

namespace {

std::optional<double> number_of(const TomlValue& value) {
    if (value.is_number()) {
        return value.number;
    }
    return value.kind == TomlKind::text ? parse_duration_months(value.text) : std::nullopt;
}

void read_one(const TomlValue& record, const TomlValue& value, const std::string& file,
              std::vector<ParameterValue>& parameters, Problems& problems) {
    constexpr std::array<std::string_view, 3> known{"value", "unit", "source"};
    const TomlValue* written = &value;
    if (value.kind == TomlKind::table) {
        refuse_unknown_keys(value, known, file, problems);
        written = value.find("value");
    }
    const auto number = written == nullptr ? std::nullopt : number_of(*written);
    if (!number) {
        problems.add(
            where(file, value),
            fill({"not the value of a parameter (a number, or a duration in quotes) write {} = 3, or {} = \"18 "
                  "months\"",
                  "ce n'est pas la valeur d'un paramètre (un nombre, ou une durée entre guillemets) écrivez {} "
                  "= 3, ou {} = \"18 months\""},
                 {shown(value.key), shown(value.key)}));
        return;
    }
    lay_over(parameters, {{record.key + "." + value.key, *number, line_of(file, value)}});
}

}  // namespace

void lay_over(std::vector<ParameterValue>& parameters, const std::vector<ParameterValue>& values) {
    for (const ParameterValue& value : values) {
        const auto at = std::find_if(parameters.begin(), parameters.end(),
                                     [&](const ParameterValue& known) { return known.path == value.path; });
        if (at != parameters.end()) {
            *at = value;
        } else {
            parameters.push_back(value);
        }
    }
}

void read_parameters(const TomlValue& table, const std::string& file, std::vector<ParameterValue>& parameters,
                     Problems& problems) {
    for (const TomlValue& record : table.items) {
        if (record.kind != TomlKind::table) {
            problems.add(where(file, record),
                         fill({"parameter of nothing (a parameter belongs to a process or an action) write "
                               "matching.{} = ...",
                               "paramètre de rien (un paramètre appartient à un processus ou à une action) écrivez "
                               "matching.{} = ..."},
                              {shown(record.key)}));
            continue;
        }
        for (const TomlValue& value : record.items) {
            read_one(record, value, file, parameters, problems);
        }
    }
}

}  // namespace releve

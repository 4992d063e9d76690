#include "engine/inputs/reading/parameter_values.hpp"

#include "engine/base/fill.hpp"
#include "engine/base/month.hpp"
#include "engine/inputs/formats/toml_reading.hpp"

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
    ParameterValue read{record.key + "." + value.key, *number, file + ":" + std::to_string(value.line)};
    for (ParameterValue& known_value : parameters) {
        if (known_value.path == read.path) {
            known_value = std::move(read);
            return;
        }
    }
    parameters.push_back(std::move(read));
}

}  // namespace

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

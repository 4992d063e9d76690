#include "scenarios/tables/told.hpp"

#include "engine/inputs/formats/number.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

namespace releve::tables {

namespace {

constexpr std::array<std::string_view, 2> periods{"month", "year"};

bool is_period(const std::string& dimension) {
    return std::find(periods.begin(), periods.end(), dimension) != periods.end();
}

bool holds_numbers(const Variable& variable) {
    return !std::holds_alternative<std::vector<std::string>>(variable.data);
}

/// The statistic `suffix` of an output, if the file has it in the shape it must have.
const Variable* statistic(const Dataset& results, const Variable& of, std::string_view suffix) {
    const Variable* found = results.find(of.name + std::string(suffix));
    std::vector<std::string> shape = of.dimensions;
    if (suffix == "_q") {
        shape.insert(shape.begin() + 1, "quantile");
    }
    return found != nullptr && holds_numbers(*found) && found->dimensions == shape ? found : nullptr;
}

bool is_statistic_of_another(const Dataset& results, const Variable& variable) {
    for (const std::string_view suffix : {"_diff_sd", "_sd"}) {
        if (variable.name.ends_with(suffix)) {
            const Variable* of = results.find(variable.name.substr(0, variable.name.size() - suffix.size()));
            if (of != nullptr && of->dimensions == variable.dimensions) {
                return true;
            }
        }
    }
    return false;
}

}  // namespace

bool Told::of_one_establishment() const {
    return std::any_of(axes.begin(), axes.end(),
                       [](const std::string& axis) { return axis == "establishment" || axis == "audited"; });
}

std::vector<Told> outputs_told(const Dataset& results) {
    std::vector<Told> all;
    for (const Variable& variable : results.variables) {
        const std::vector<std::string>& shape = variable.dimensions;
        if (text_of(variable.attributes, "kind").empty() || !holds_numbers(variable) || shape.size() < 2 ||
            shape.front() != "scenario" || is_statistic_of_another(results, variable)) {
            continue;
        }
        Told told{.name = variable.name, .period = {}, .axes = {}, .value = &variable};
        if (shape.size() == 3 && shape[1] == "replicate" && is_period(shape[2])) {
            told.by_replicate = true;
            told.period = shape[2];
        } else if (is_period(shape[1])) {
            told.period = shape[1];
            told.axes.assign(shape.begin() + 2, shape.end());
            told.deviation = statistic(results, variable, "_sd");
            told.quantiles = statistic(results, variable, "_q");
            told.paired = statistic(results, variable, "_diff_sd");
        } else {
            continue;
        }
        all.push_back(std::move(told));
    }
    return all;
}

std::string said_of(const Variable& variable, const std::string& name, bool french) {
    std::string text(text_of(variable.attributes, french ? name + "_fr" : name));
    for (const std::string_view mean : {" (mean)", " (moyenne)"}) {
        if (text.ends_with(mean)) {
            text.erase(text.size() - mean.size());
        }
    }
    return text;
}

std::size_t size_of(const Dataset& results, const std::string& dimension) {
    const Dimension* found = results.find_dimension(dimension);
    return found == nullptr ? 0 : found->size;
}

std::size_t cells_of(const Dataset& results, const Told& told) {
    std::size_t cells = 1;
    for (const std::string& axis : told.axes) {
        cells *= size_of(results, axis);
    }
    return cells;
}

double as_written(float value) {
    constexpr float whole_below = 1e15F;  // the text of a whole number is exact as it is
    if (!std::isfinite(value) || (std::trunc(value) == value && std::abs(value) < whole_below)) {
        return double{value};
    }
    return *parse_number(fmt::format("{}", value));
}

std::vector<double> numbers_of(const Variable& variable) {
    std::vector<double> numbers;
    numbers.reserve(variable.size());
    if (const auto* single = std::get_if<std::vector<float>>(&variable.data)) {
        numbers.assign(single->begin(), single->end());
    } else if (const auto* doubles = std::get_if<std::vector<double>>(&variable.data)) {
        numbers = *doubles;
    } else if (const auto* whole = std::get_if<std::vector<std::int32_t>>(&variable.data)) {
        numbers.assign(whole->begin(), whole->end());
    } else if (const auto* wide = std::get_if<std::vector<std::int64_t>>(&variable.data)) {
        std::transform(wide->begin(), wide->end(), std::back_inserter(numbers),
                       [](std::int64_t value) { return static_cast<double>(value); });
    }
    return numbers;
}

std::vector<double> written_numbers_of(const Variable& variable) {
    std::vector<double> numbers = numbers_of(variable);
    if (std::holds_alternative<std::vector<float>>(variable.data)) {
        std::transform(numbers.begin(), numbers.end(), numbers.begin(),
                       [](double value) { return as_written(static_cast<float>(value)); });
    }
    return numbers;
}

}  // namespace releve::tables

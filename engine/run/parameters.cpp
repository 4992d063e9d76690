#include "engine/run/parameters.hpp"

#include "engine/base/suggest.hpp"
#include "engine/model/catalogue.hpp"
#include "engine/model/observing.hpp"
#include "engine/synthesis/parameters.hpp"

#include <fmt/format.h>

namespace releve {

std::vector<ParameterOwner> parameter_owners() {
    std::vector<ParameterOwner> owners;
    for (const Process* process : all_processes()) {
        owners.push_back({process->name, process->parameters});
    }
    owners.push_back({"synthesis", synthesis_parameters()});
    owners.push_back({"outputs", observing_parameters()});
    return owners;
}

ParameterValues::ParameterValues(std::span<const ParameterValue> given, Problems& problems)
    : owners_(parameter_owners()) {
    for (const ParameterOwner& owner : owners_) {
        std::vector<double>& values = values_.emplace_back();
        for (const Parameter& parameter : owner.parameters) {
            values.push_back(parameter.value);
        }
    }
    for (const ParameterValue& value : given) {
        set(value, problems);
    }
    share();
}

/// Hands values on to the parameters that are the same as another.
void ParameterValues::share() {
    for (std::size_t o = 0; o < owners_.size(); ++o) {
        for (std::size_t p = 0; p < owners_[o].parameters.size(); ++p) {
            const std::string_view path = owners_[o].parameters[p].same_as;
            const std::size_t dot = path.find('.');
            for (std::size_t other = 0; !path.empty() && other < owners_.size(); ++other) {
                const std::span<const Parameter> theirs = owners_[other].parameters;
                for (std::size_t i = 0; i < theirs.size() && owners_[other].name == path.substr(0, dot); ++i) {
                    if (theirs[i].name == path.substr(dot + 1)) {
                        values_[o][p] = values_[other][i];
                    }
                }
            }
        }
    }
}

namespace {

Text unknown_parameter(const std::string& path, std::span<const ParameterOwner> owners) {
    std::vector<std::string> names;
    for (const ParameterOwner& owner : owners) {
        for (const Parameter& parameter : owner.parameters) {
            if (parameter.same_as.empty()) {
                names.push_back(std::string(owner.name) + "." + std::string(parameter.name));
            }
        }
    }
    const std::vector<std::string_view> known(names.begin(), names.end());
    const std::string_view near = nearest_name(path, known);
    Text text{fmt::format("unknown parameter '{}' (no process has it)", path),
              fmt::format("paramètre inconnu « {} » (aucun processus ne l'a)", path)};
    text.en += near.empty() ? " see 'releve describe processes'" : fmt::format(" did you mean '{}'?", near);
    text.fr += near.empty() ? " voir « releve describe processes »" : fmt::format(" vouliez-vous dire « {} » ?", near);
    return text;
}

Text not_by_itself(const std::string& path, const Parameter& parameter) {
    return {fmt::format("{} is not set by itself (it is always the same as {}) set that one", path, parameter.same_as),
            fmt::format("{} ne se règle pas seul (il vaut toujours {}) réglez celui-là", path, parameter.same_as)};
}

Text out_of_range(const std::string& path, const Parameter& parameter, double value) {
    const Text range = range_of(parameter);
    return {fmt::format("{} = {} is out of range ({})", path, value, range.en),
            fmt::format("{} = {} est hors des bornes ({})", path, value, range.fr)};
}

}  // namespace

void ParameterValues::set(const ParameterValue& given, Problems& problems) {
    for (std::size_t o = 0; o < owners_.size(); ++o) {
        for (std::size_t p = 0; p < owners_[o].parameters.size(); ++p) {
            const Parameter& parameter = owners_[o].parameters[p];
            if (given.path != std::string(owners_[o].name) + "." + std::string(parameter.name)) {
                continue;
            }
            if (!parameter.same_as.empty()) {
                problems.add(given.where, not_by_itself(given.path, parameter));
                return;
            }
            if (!(given.value >= parameter.least && given.value <= parameter.most)) {
                problems.add(given.where, out_of_range(given.path, parameter, given.value));
            }
            values_[o][p] = given.value;
            return;
        }
    }
    problems.add(given.where, unknown_parameter(given.path, owners_));
}

std::span<const double> ParameterValues::of(std::string_view owner) const {
    for (std::size_t o = 0; o < owners_.size(); ++o) {
        if (owners_[o].name == owner) {
            return values_[o];
        }
    }
    return {};
}

}  // namespace releve

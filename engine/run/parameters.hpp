#pragma once
#include "engine/base/error.hpp"
#include "engine/base/parameter.hpp"
#include "engine/inputs/pack.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace releve {

/// A record that owns parameters: "matching" has "applications", and so on.
struct ParameterOwner {
    std::string_view name;
    std::span<const Parameter> parameters;
};
/// The processes, and the synthesis of the first state.
std::vector<ParameterOwner> parameter_owners();

/// Values of every parameter, by owner in the order of parameter_owners().
class ParameterValues {
public:
    /// Defaults, then the given values in their order; unknown names and values out of range become problems.
    ParameterValues(std::span<const ParameterValue> given, Problems& problems);
    std::span<const double> of(std::string_view owner) const;

private:
    void set(const ParameterValue& given, Problems& problems);
    void share();
    std::vector<ParameterOwner> owners_;
    std::vector<std::vector<double>> values_;
};

}  // namespace releve

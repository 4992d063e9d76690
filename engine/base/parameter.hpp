#pragma once
#include "engine/base/text.hpp"

#include <fmt/format.h>
#include <string>
#include <string_view>

namespace releve {

/// One number a process or an action uses, with everything a reader needs to judge it.
/// A pack or a scenario may give another value; it must lie in [least, most].
struct Parameter {
    std::string_view name;
    double value = 0;       ///< default
    std::string_view unit;  ///< "1", "month", "1/month", "km", "EUR"...; a duration is written "18 months" in files
    double least = 0;
    double most = 0;
    Label meaning;
    std::string_view source;
    bool guess = false;  ///< no published figure: the range is what we believe
    /// "owner.name" of the parameter whose value this one always takes: two records need one number. Such a parameter
    /// is not set by itself and tells no more than its name, default and unit.
    std::string_view same_as = {};
};

/// "from 0 to 20 km": what a value must lie in.
inline Text range_of(const Parameter& parameter) {
    const std::string unit = parameter.unit == "1" ? "" : " " + std::string(parameter.unit);
    return {fmt::format("from {} to {}{}", parameter.least, parameter.most, unit),
            fmt::format("de {} à {}{}", parameter.least, parameter.most, unit)};
}

}  // namespace releve

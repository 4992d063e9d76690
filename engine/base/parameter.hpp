#pragma once
#include "engine/base/text.hpp"

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
};

}  // namespace releve

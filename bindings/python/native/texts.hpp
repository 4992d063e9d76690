#pragma once
#include "engine/base/text.hpp"

#include <pybind11/pybind11.h>
#include <string>

namespace releve::python {

/// A text as Python sees it: (English, French), the latter with the spaces that French wants.
pybind11::tuple pair_of(const Text& text);
pybind11::tuple pair_of(Label label);

}  // namespace releve::python

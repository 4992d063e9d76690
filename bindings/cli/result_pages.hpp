#pragma once
#include "bindings/cli/pages.hpp"

namespace releve {

/// What a result file holds beside the outputs of the catalogue: version of its format, dimensions, what is told of an
/// output, other variables, attributes.
Page results_page(Language language);

}  // namespace releve

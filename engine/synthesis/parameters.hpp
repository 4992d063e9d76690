#pragma once
#include "engine/base/parameter.hpp"

#include <span>

namespace releve {

/// What the first state supposes where no table tells. The synthesis reads them in this order.
enum class SynthesisParameter : std::size_t {
    outside_pool,
    outside_unemployment,
    first_mastery,
    complete_men,
    complete_women,
    complete_at_60,
    unemployment_months,
    vacancies,
    vacancy_months,
    commuting_scale
};
std::span<const Parameter> synthesis_parameters();

}  // namespace releve

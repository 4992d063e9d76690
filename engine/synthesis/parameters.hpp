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
    children_quarters,
    unemployment_months,
    vacancies,
    vacancy_months,
    commuting_scale,
    detour,
    travel_speed,
    know_how_months,
    apprentice_age,
    apprentices,
    first_post,  ///< one for each level of education
    first_post_spread = first_post + 5,
    first_post_trend,
    largest_gap,
    occupation_kept,
    each_replicate,
    unemployed_drawn,
    retirement  ///< the first of pension_parameters, in the order of PensionBehaviour
};
std::span<const Parameter> synthesis_parameters();

}  // namespace releve

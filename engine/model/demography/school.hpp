#pragma once
#include "engine/model/process.hpp"

namespace releve {

/// Month (of the run) at which a person in education leaves school: an age drawn once in the person's life from the
/// table of the sex and education, among the ages not yet passed when the person was first seen.
int school_leaving_month(const State& state, const Pack& pack, PersonId person);

/// Education a newcomer will have when leaving school, from the shares of the sex.
Education draw_education(const Pack& pack, Sex sex, Draws& draws);

}  // namespace releve

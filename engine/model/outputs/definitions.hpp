#pragma once
#include "engine/model/output.hpp"

namespace releve {

/// A post is called unfilled when its employer has been looking for this long [months].
inline constexpr int unfilled_after_months = 3;

inline bool is_unfilled(const State& state, PostId post) {
    return state.month - state.posts[post].opened >= unfilled_after_months;
}
inline std::size_t occupation_of(const State& state, PostId post) {
    return state.cells.occupation[state.posts[post].cell];
}
inline EstablishmentId establishment_of(const State& state, PostId post) {
    return state.cells.establishment[state.posts[post].cell];
}
/// Residents counted in the territory's labour force: unemployed, in post here, or working outside.
inline double labour_force_of(const State& state) {
    double persons = 0;
    for (const Status status : {Status::employed, Status::unemployed, Status::outside, Status::training}) {
        persons += state.residents[static_cast<std::size_t>(status)];
    }
    return persons;
}

}  // namespace releve

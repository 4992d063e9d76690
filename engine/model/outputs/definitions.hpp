#pragma once
#include "engine/model/output.hpp"

namespace releve {

/// A post is called unfilled when its employer has been looking for this long [months].
inline constexpr int unfilled_after_months = 3;

/// A vacancy of the successor of somebody who has not left yet lacks nobody.
inline bool is_unfilled(const State& state, PostId id) {
    const Post& post = state.posts[id];
    const bool early = post.reason == VacancyReason::anticipation && state.cells.overlap[post.cell] > 0;
    return state.month - post.opened >= unfilled_after_months && !early;
}
inline std::size_t occupation_of(const State& state, PostId post) {
    return state.cells.occupation[state.posts[post].cell];
}
inline EstablishmentId establishment_of(const State& state, PostId post) {
    return state.cells.establishment[state.posts[post].cell];
}
/// Adds to the cell of an establishment of the start; those born later have none.
inline void add_to_establishment(std::span<double> cells, EstablishmentId establishment, double number) {
    if (establishment.value < cells.size()) {
        cells[establishment.value] += number;
    }
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

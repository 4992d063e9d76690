#include "engine/model/output.hpp"
#include "engine/model/outputs/definitions.hpp"

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::occupation};

void observe(const Observation& at, std::span<double> cells) {
    const State& state = at.state;
    for (const Event& event : at.events.of(EventKind::vacancy_abandoned)) {
        cells[event.occupation] += 1;
    }
    if (!state.calendar.ends_year(state.month)) {
        return;
    }
    for (const PostId post : state.vacancies.members()) {
        if (is_unfilled(state, post)) {
            cells[occupation_of(state, post)] += 1;
        }
    }
}

}  // namespace

extern const Output hiring_gap = {
    .name = "hiring_gap",
    .label = {"hiring gap", "besoins non pourvus"},
    .meaning = {"Openings that nobody filled: searches given up in the year, and posts unfilled for three months or "
                "more at its end.",
                "Besoins que personne n'a pourvus : recherches abandonnées dans l'année, et postes non pourvus depuis "
                "trois mois ou plus en fin d'année."},
    .unit = "posts",
    .kind = OutputKind::flow,
    .period = Period::year,
    .axes = axes,
    .formula = "searches abandoned in the year + unfilled posts at the end of December",
    .adds_up = "sums over occupations; not over years (the unfilled posts of a December may be those of the next)",
    .source = "definition (model page, what is measured)",
    .observe = observe,
};

}  // namespace releve::outputs

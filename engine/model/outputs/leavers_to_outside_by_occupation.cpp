#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::occupation};

bool leaves_working_here(const Event& separation) {
    const auto how = static_cast<Separation>(separation.detail);
    return how != Separation::job_to_job && how != Separation::retirement;
}

void observe(const Observation& at, std::span<double> cells) {
    for (const Event& event : at.events.of(EventKind::separation)) {
        if (!at.state.inside(event.person) && leaves_working_here(event)) {
            cells[event.occupation] += 1;
        }
    }
    for (const Event& event : at.events.of(EventKind::departure)) {
        if (at.state.inside(event.person) && !event.establishment.none()) {
            cells[event.occupation] += 1;
        }
    }
}

}  // namespace

extern const Output leavers_to_outside_by_occupation = {
    .name = "leavers_to_outside_by_occupation",
    .label = {"workers who leave for outside", "départs de poste vers l'extérieur"},
    .meaning = {"People who leave a post here for outside the territory in the year, by the occupation they leave: "
                "residents in post who move away, and people living outside whose post here ends otherwise than by "
                "retirement or by another post here.",
                "Personnes qui quittent un poste d'ici pour l'extérieur dans l'année, par métier quitté : résidents en "
                "poste qui déménagent, et personnes vivant hors du territoire dont le poste ici prend fin autrement "
                "que par la retraite ou par un autre poste d'ici."},
    .unit = "persons",
    .kind = OutputKind::flow,
    .period = Period::year,
    .axes = axes,
    .formula =
        "departures of residents holding a post + separations of non-residents of other kinds than retirement and "
        "job_to_job",
    .adds_up = "sums over breakdowns and over time",
    .source = "definition (comparison page, decomposition)",
    .table = "population_margins",
    .observe = observe,
};

}  // namespace releve::outputs

#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::occupation};

void observe(const Observation& at, std::span<double> cells) {
    for (const Event& event : at.events.of(EventKind::departure)) {
        if (!event.establishment.none()) {
            cells[event.occupation] += 1;
        }
    }
}

}  // namespace

extern const Output workers_moving_away_by_occupation = {
    .name = "workers_moving_away_by_occupation",
    .label = {"workers who move away", "personnes en poste qui quittent le territoire"},
    .meaning = {"People in post who leave the territory in the year, by the occupation they leave.",
                "Personnes en poste qui quittent le territoire dans l'année, par métier quitté."},
    .unit = "persons",
    .kind = OutputKind::flow,
    .period = Period::year,
    .axes = axes,
    .formula = "departures of people holding a post",
    .adds_up = "sums over breakdowns and over time",
    .source = "definition (comparison page, decomposition)",
    .table = "migration",
    .observe = observe,
};

}  // namespace releve::outputs

#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

void observe(const Observation& at, std::span<double> cells) {
    for (const Event& event : at.events.of(EventKind::separation)) {
        if (event.detail == static_cast<unsigned>(Separation::job_to_job)) {
            cells[0] += 1;
        }
    }
}

}  // namespace

extern const Output job_to_job_moves = {
    .name = "job_to_job_moves",
    .label = {"moves from post to post", "mobilités de poste à poste"},
    .meaning = {"People who leave a post of the territory for another.",
                "Personnes qui quittent un poste du territoire pour un autre."},
    .unit = "persons",
    .kind = OutputKind::flow,
    .period = Period::month,
    .formula = "separations of kind job_to_job",
    .adds_up = "sums over breakdowns and over time",
    .source = "definition (model page, what is measured)",
    .observe = observe,
};

}  // namespace releve::outputs

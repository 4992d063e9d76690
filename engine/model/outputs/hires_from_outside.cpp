#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

void observe(const Observation& at, std::span<double> cells) {
    for (const Event& event : at.events.of(EventKind::hire)) {
        cells[0] += event.detail == static_cast<unsigned>(HireOrigin::outside) ? 1 : 0;
    }
}

}  // namespace

extern const Output hires_from_outside = {
    .name = "hires_from_outside",
    .label = {"hires from outside the territory", "embauches venues de l'extérieur"},
    .meaning = {"Hires of people who live outside the territory or worked there: posts elsewhere that may lack a "
                "worker now.",
                "Embauches de personnes qui vivent hors du territoire ou y travaillaient : autant de postes ailleurs "
                "à qui quelqu'un peut manquer."},
    .unit = "hires",
    .kind = OutputKind::flow,
    .period = Period::month,
    .formula = "hires of origin outside",
    .adds_up = "sums over breakdowns and over time",
    .source = "definition (comparison page, displacement)",
    .table = "population_margins",
    .observe = observe,
};

}  // namespace releve::outputs

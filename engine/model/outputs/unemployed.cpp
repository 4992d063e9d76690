#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

void observe(const Observation& at, std::span<double> cells) {
    cells[0] = at.state.residents[static_cast<std::size_t>(Status::unemployed)];
}

}  // namespace

extern const Output unemployed = {
    .name = "unemployed",
    .label = {"unemployed residents", "chômeurs résidents"},
    .meaning = {"Residents without a post who look for one.", "Résidents sans poste qui en cherchent un."},
    .unit = "persons",
    .kind = OutputKind::stock,
    .period = Period::month,
    .formula = "residents of status unemployed",
    .adds_up = "sums over breakdowns; last value over time",
    .source = "definition (model page, what is measured)",
    .observe = observe,
};

}  // namespace releve::outputs

#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::sector};

void observe(const Observation& at, std::span<double> cells) {
    const Establishments& all = at.state.establishments;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        cells[all.sector[EstablishmentId{i}]] += all.posts[EstablishmentId{i}] > 0 ? 1 : 0;
    }
}

}  // namespace

extern const Output establishments_by_sector = {
    .name = "establishments_by_sector",
    .label = {"establishments by sector", "établissements par secteur"},
    .meaning = {"Establishments at the end of the year by sector.", "Établissements en fin d'année, par secteur."},
    .unit = "establishments",
    .kind = OutputKind::stock,
    .period = Period::year,
    .axes = axes,
    .formula = "number of establishments with a post",
    .adds_up = "sums over breakdowns; last value over time",
    .source = "definition (model page, what is measured)",
    .table = "establishments",
    .observe = observe,
};

}  // namespace releve::outputs

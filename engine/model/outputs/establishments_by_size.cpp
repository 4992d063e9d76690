#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::size};

void observe(const Observation& at, std::span<double> cells) {
    const Establishments& all = at.state.establishments;
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        cells[all.size_band[EstablishmentId{i}]] += all.posts[EstablishmentId{i}] > 0 ? 1 : 0;
    }
}

}  // namespace

extern const Output establishments_by_size = {
    .name = "establishments_by_size",
    .label = {"establishments by size", "établissements par taille"},
    .meaning = {"Establishments at the end of the year by present size.",
                "Établissements en fin d'année, par taille du moment."},
    .unit = "establishments",
    .kind = OutputKind::stock,
    .period = Period::year,
    .axes = axes,
    .formula = "number of establishments with a post, by employees: posts less those of the owner and family",
    .adds_up = "sums over breakdowns; last value over time",
    .source = "definition (model page, what is measured)",
    .table = "establishments",
    .observe = observe,
};

}  // namespace releve::outputs

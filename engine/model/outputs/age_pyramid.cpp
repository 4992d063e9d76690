#include "engine/model/output.hpp"

#include <algorithm>

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::age, Axis::sex};

void observe(const Observation& at, std::span<double> cells) {
    std::copy(at.year->census.in_post.begin(), at.year->census.in_post.end(), cells.begin());
}

}  // namespace

extern const Output age_pyramid = {
    .name = "age_pyramid",
    .label = {"age pyramid of people in post", "pyramide des âges des personnes en poste"},
    .meaning = {"People in post at the end of the year by age band and sex.",
                "Personnes en poste en fin d'année par tranche d'âge et sexe."},
    .unit = "persons",
    .kind = OutputKind::stock,
    .period = Period::year,
    .axes = axes,
    .formula = "number of filled posts",
    .adds_up = "sums over breakdowns; last value over time",
    .source = "definition (model page, what is measured)",
    .table = "population_margins",
    .observe = observe,
};

}  // namespace releve::outputs

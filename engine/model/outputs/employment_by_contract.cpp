#include "engine/model/output.hpp"

#include <algorithm>

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::contract};

void observe(const Observation& at, std::span<double> cells) {
    std::copy(at.year->census.by_contract.begin(), at.year->census.by_contract.end(), cells.begin());
}

}  // namespace

extern const Output employment_by_contract = {
    .name = "employment_by_contract",
    .label = {"people in post by contract", "personnes en poste par contrat"},
    .meaning = {"People in post at the end of the year by contract.", "Personnes en poste en fin d'année par contrat."},
    .unit = "persons",
    .kind = OutputKind::stock,
    .period = Period::year,
    .axes = axes,
    .formula = "number of filled posts",
    .adds_up = "sums over breakdowns; last value over time",
    .source = "definition (model page, what is measured)",
    .observe = observe,
};

}  // namespace releve::outputs

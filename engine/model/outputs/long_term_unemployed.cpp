#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

void observe(const Observation& at, std::span<double> cells) { cells[0] = at.totals.long_term_unemployed; }

}  // namespace

extern const Output long_term_unemployed = {
    .name = "long_term_unemployed",
    .label = {"long-term unemployed", "chômeurs de longue durée"},
    .meaning = {"Residents unemployed for a year or more (or for as long as the pack calls long-term).",
                "Résidents au chômage depuis un an ou plus (ou depuis la durée que le territoire appelle longue)."},
    .unit = "persons",
    .kind = OutputKind::stock,
    .period = Period::month,
    .formula =
        "unemployed residents for long_term months or more (12 unless the pack says otherwise), the month of entry "
        "included",
    .adds_up = "sums over breakdowns; last value over time",
    .source = "ILO and Eurostat definition",
    .observe = observe,
};

}  // namespace releve::outputs

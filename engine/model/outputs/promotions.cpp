#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

void observe(const Observation& at, std::span<double> cells) {
    cells[0] += static_cast<double>(at.events.of(EventKind::promotion).size());
}

}  // namespace

extern const Output promotions = {
    .name = "promotions",
    .label = {"internal promotions", "promotions internes"},
    .meaning = {"Workers who take another post of their establishment, in another occupation. Neither a hire nor a "
                "separation.",
                "Personnes qui prennent un autre poste de leur établissement, dans un autre métier. Ni une embauche ni "
                "une fin de poste."},
    .unit = "persons",
    .kind = OutputKind::flow,
    .period = Period::month,
    .formula =
        "number of promotions in the month; in each occupation, change of people in post = hires - separations "
        "+ promotions into it - promotions out of it",
    .adds_up = "sums over time",
    .source = "definition (model page, what is measured)",
    .table = "establishments",
    .observe = observe,
};

}  // namespace releve::outputs

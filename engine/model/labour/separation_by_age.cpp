#include "engine/model/age_hazards.hpp"
#include "engine/model/process.hpp"

namespace releve::processes {

namespace {

constexpr Parameter parameters[] = {
    age_multiplier_parameter({"multiplies every probability", "multiplie toutes les probabilités"}),
};
constexpr std::string_view tables[] = {"separation_by_age"};

std::vector<double> prepare(const Setting& setting, std::span<const double> values) {
    return hazards_by_age(setting.pack.separation_by_age, values[age_multiplier]);
}

void step(const Step& at, Proposals& proposals) {
    for (const std::uint32_t person : at.due) {
        proposals.separate(PersonId{person}, Separation::other);
    }
}

}  // namespace

extern const Process separation_by_age = {
    .name = "separation_by_age",
    .label = {"separations by age", "fins de poste par âge"},
    .meaning =
        {"Where a pack tells how often people of an age lose or leave their post, whatever the reason, they do so "
         "and look for another.",
         "Là où un territoire dit à quelle fréquence on perd ou quitte son poste à un âge donné, quel qu'en soit "
         "le motif, chacun le fait et en cherche un autre."},
    .formula = "hazard per month = -ln(1 - multiplier * p(age in years)), constant within a year of age",
    .source = "pack table separation_by_age",
    .parameters = parameters,
    .tables = tables,
    .changes = {Change::separate},
    .only_with = "separation_by_age",
    .risk = {.spell = SpellOf::post,
             .statuses = {Status::employed},
             .contracts = all_but_owners,
             .age_factor = whatever_status},
    .prepare = prepare,
    .step = step,
};

}  // namespace releve::processes

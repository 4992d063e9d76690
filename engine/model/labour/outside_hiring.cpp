#include "engine/model/process.hpp"

namespace releve::processes {

namespace {

enum : std::size_t { residents, non_residents };
constexpr Parameter parameters[] = {
    {.name = "residents",
     .value = 0.017,
     .unit = "1/month",
     .least = 0,
     .most = 0.2,
     .meaning = {"hazard that an unemployed resident is hired outside the territory",
                 "risque mensuel qu'un chômeur résident soit embauché hors du territoire"},
     .source = "guess: balances outside_separation at the first stocks",
     .guess = true},
    {.name = "non_residents",
     .value = 0.10,
     .unit = "1/month",
     .least = 0,
     .most = 0.5,
     .meaning = {"hazard that a job seeker living outside is hired outside",
                 "risque mensuel qu'un demandeur d'emploi non résident soit embauché hors du territoire"},
     .source = "guess: unemployment of about 10 % outside with the separations of outside_separation",
     .guess = true},
};

Hazard hazard(const RiskContext& at, std::uint32_t entity, int) {
    return {at.parameters[at.state.inside(PersonId{entity}) ? residents : non_residents], never};
}

void step(const Step& at, Proposals& proposals) {
    for (const std::uint32_t person : at.due) {
        proposals.become(PersonId{person}, Status::outside);
    }
}

}  // namespace

extern const Process outside_hiring = {
    .name = "outside_hiring",
    .label = {"hires outside the territory", "embauches hors du territoire"},
    .meaning = {"Job seekers find a post outside the territory (Dijon, Chaumont...).",
                "Des demandeurs d'emploi trouvent un poste hors du territoire (Dijon, Chaumont...)."},
    .formula = "hazard = residents or non_residents",
    .source = "guess, balanced with outside_separation",
    .parameters = parameters,
    .changes = {Change::become},
    .risk = {.spell = SpellOf::status, .statuses = {Status::unemployed}, .hazard = hazard},
    .step = step,
};

}  // namespace releve::processes

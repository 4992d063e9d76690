#include "engine/model/process.hpp"

namespace releve::processes {

namespace {

enum : std::size_t { rate };
constexpr Parameter parameters[] = {
    {.name = "rate",
     .value = 0.010,
     .unit = "1/month",
     .least = 0,
     .most = 0.1,
     .meaning = {"hazard of losing or leaving a post held outside the territory",
                 "risque mensuel de perdre ou quitter un poste tenu hors du territoire"},
     .source = "guess: about the open-ended exit rate of the country (11.3 % a year, Dares 2012)",
     .guess = true},
};

Hazard hazard(const RiskContext& at, std::uint32_t, int) { return {at.parameters[rate], never}; }

void step(const Step& at, Proposals& proposals) {
    for (const std::uint32_t person : at.due) {
        proposals.become(PersonId{person}, Status::unemployed);
    }
}

}  // namespace

extern const Process outside_separation = {
    .name = "outside_separation",
    .label = {"ends of posts outside", "fins de postes hors du territoire"},
    .meaning =
        {"People who work outside the territory, residents or not, lose their post there and look for one.",
         "Des personnes employées hors du territoire, résidentes ou non, y perdent leur poste et en cherchent un."},
    .formula = "hazard = rate",
    .source = "guess, balanced with outside_hiring so that the share who work outside stays near its first value",
    .parameters = parameters,
    .changes = {Change::become},
    .risk = {.spell = SpellOf::status, .statuses = {Status::outside}, .hazard = hazard},
    .step = step,
};

}  // namespace releve::processes

#include "engine/model/process.hpp"

namespace releve::processes {

namespace {

enum : std::size_t { exchange, last_age };
constexpr Parameter parameters[] = {
    {.name = "exchange", .value = 0.012, .unit = "1/month", .same_as = "inactivity.exchange"},
    {.name = "last_age",
     .value = 57,
     .unit = "year",
     .least = 40,
     .most = 70,
     .meaning = {"age from which the inactive no longer come back",
                 "âge à partir duquel les inactifs ne reviennent plus"},
     .source = "guess",
     .guess = true},
};

Hazard hazard(const RiskContext& at, std::uint32_t entity, int month) {
    const int end = at.state.persons[PersonId{entity}].birth + 12 * static_cast<int>(at.parameters[last_age]);
    return month < end ? Hazard{at.parameters[exchange], end} : Hazard{0, never};
}

void step(const Step& at, Proposals& proposals) {
    for (const std::uint32_t person : at.due) {
        proposals.become(PersonId{person}, Status::unemployed);
    }
}

}  // namespace

extern const Process return_to_activity = {
    .name = "return_to_activity",
    .label = {"returns to the labour force", "retours à la vie active"},
    .meaning = {"Inactive people start to look for a post again.", "Des inactifs se remettent à chercher un poste."},
    .formula = "hazard = exchange below last_age, 0 from it on",
    .source = "guess, balanced with the process inactivity so that the activity rates of the pack hold",
    .parameters = parameters,
    .changes = {Change::become},
    .risk = {.spell = SpellOf::status, .statuses = {Status::inactive}, .residents_only = true, .hazard = hazard},
    .step = step,
};

}  // namespace releve::processes

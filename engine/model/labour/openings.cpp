#include "engine/model/process.hpp"

namespace releve::processes {

namespace {

enum : std::size_t { rate };
constexpr Parameter parameters[] = {
    {.name = "rate",
     .value = 0,
     .unit = "1/month",
     .least = 0,
     .most = 1,
     .meaning = {"posts opened a month for each filled one, whatever the target (delta_v)",
                 "postes ouverts par mois et par poste occupé, quel que soit l'objectif (delta_v)"},
     .source = "0.012 a step of 6.75 weeks in del Rio-Chanona et al. 2021; 0 where each exit is followed by itself"},
};

Hazard hazard(const RiskContext& at, std::uint32_t entity, int) {
    return {at.parameters[rate] * at.state.cells.filled[CellId{entity}], never};
}

void step(const Step& at, Proposals& proposals) {
    for (const std::uint32_t entity : at.due) {
        const CellId cell{entity};
        Draws draws = at.draws({at.state.cells.key[cell], 0}, static_cast<std::uint32_t>(at.state.month));
        const std::uint32_t number =
            draws.poisson_from_one(at.parameters[rate] * at.state.cells.filled[cell] * at.state.calendar.step);
        for (std::uint32_t i = 0; i < number; ++i) {
            proposals.open_post(cell);
        }
    }
}

}  // namespace

extern const Process openings = {
    .name = "openings",
    .label = {"spontaneous openings", "ouvertures spontanées"},
    .meaning =
        {"In a labour market told by occupation alone, posts open at a constant rate for each filled one, besides "
         "those that bring an occupation back to its target; exits are not replaced one by one.",
         "Dans un marché décrit par métiers seulement, des postes s'ouvrent à un taux constant par poste occupé, "
         "en plus de ceux qui ramènent un métier à son objectif ; les départs ne sont pas remplacés un à un."},
    .formula = "openings a month = Poisson(rate * filled posts of the occupation)",
    .source = "del Rio-Chanona et al. 2021 (delta_v)",
    .parameters = parameters,
    .changes = {Change::open_post},
    .only_with = "occupation_market",
    .risk = {.of = RiskOf::cell, .hazard = hazard, .varies_with_filled = true},
    .step = step,
};

}  // namespace releve::processes

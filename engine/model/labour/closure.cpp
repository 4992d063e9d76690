#include "engine/base/rates.hpp"
#include "engine/model/process.hpp"

namespace releve::processes {

namespace {

enum : std::size_t { multiplier, public_factor };
constexpr Parameter parameters[] = {
    {.name = "multiplier",
     .value = 1,
     .unit = "1",
     .least = 0,
     .most = 10,
     .meaning = {"multiplies every closure rate", "multiplie tous les taux de fermeture"},
     .source = "1: the rates of the pack's table as they are"},
    {.name = "public_factor",
     .value = 0.1,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"how much less often public services close", "de combien les services publics ferment moins"},
     .source = "guess: schools and offices close, but rarely; range 0 to 0.3",
     .guess = true},
};
constexpr std::string_view tables[] = {"closures"};

/// Hazard per month by sector and size band, flattened.
std::vector<double> prepare(const Setting& setting, std::span<const double> values) {
    std::vector<double> hazards;
    for (const auto& by_size : setting.pack.closure_rate) {
        for (const double rate : by_size) {
            hazards.push_back(values[multiplier] * monthly_hazard_from_annual_rate(rate));
        }
    }
    return hazards;
}

Hazard hazard(const RiskContext& at, std::uint32_t entity, int) {
    const EstablishmentId establishment{entity};
    const Establishments& all = at.state.establishments;
    const double rate = at.prepared[all.sector[establishment] * size_bands.size() + all.size_band[establishment]];
    const bool is_public = all.kind[establishment] == EstablishmentKind::public_service;
    return {rate * (is_public ? at.parameters[public_factor] : 1.0), never};
}

void step(const Step& at, Proposals& proposals) {
    for (const std::uint32_t establishment : at.due) {
        proposals.close(EstablishmentId{establishment}, ClosureReason::closure);
    }
}

}  // namespace

extern const Process closure = {
    .name = "closure",
    .label = {"closures of establishments", "fermetures d'établissements"},
    .meaning =
        {"Establishments close at the rate of their sector and present size: their people lose their posts, and all "
         "their "
         "posts are gone, vacant ones too. Other establishments of the sector, old and new, take over what they "
         "wanted.",
         "Les établissements ferment au taux de leur secteur et de leur taille du moment : leurs salariés perdent leur "
         "poste et tous leurs postes disparaissent, vacants compris. D'autres établissements du secteur, anciens et "
         "nouveaux, reprennent ce qu'ils voulaient."},
    .formula =
        "hazard per month = multiplier * rate(sector, size band) / 12, times public_factor for public services; a "
        "change of size carries over what is left of the clock",
    .source = "pack table closures",
    .parameters = parameters,
    .tables = tables,
    .changes = {Change::close},
    .risk = {.of = RiskOf::establishment, .hazard = hazard},
    .prepare = prepare,
    .step = step,
};

}  // namespace releve::processes

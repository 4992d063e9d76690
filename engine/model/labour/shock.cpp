#include "engine/model/process.hpp"

namespace releve::processes {

namespace {

void scale(const Step& at, CellId cell, double change, Proposals& proposals) {
    if (at.state.cells.posts_at_start[cell] > 0) {
        proposals.scale_target(cell, static_cast<float>(1.0 + change));
    }
}

void strike_establishment(const Step& at, EstablishmentId establishment, double change, Proposals& proposals) {
    const Establishments& all = at.state.establishments;
    if (all.closed[establishment] != 0) {
        return;
    }
    if (change <= -1.0) {
        proposals.close(establishment, ClosureReason::shock);
        return;
    }
    const std::uint32_t first = all.first_cell[establishment];
    for (std::uint32_t i = first; i < first + all.cells[establishment]; ++i) {
        scale(at, CellId{i}, change, proposals);
    }
}

void strike_sector(const Step& at, std::uint32_t sector, double change, Proposals& proposals) {
    for (std::uint32_t i = 0; i < at.state.cells.size(); ++i) {
        if (at.state.establishments.sector[at.state.cells.establishment[CellId{i}]] == sector) {
            scale(at, CellId{i}, change, proposals);
        }
    }
}

void step(const Step& at, Proposals& proposals) {
    for (const Shock& shock : at.setting.shocks) {
        const int since = at.state.month - shock.start;
        const bool grows = since > 0 && since % 12 == 0 && at.state.month <= shock.end;
        const double change = since == 0 ? shock.posts : (grows ? shock.growth : 0.0);
        if (change == 0) {
            continue;
        }
        if (shock.establishment != no_index) {
            strike_establishment(at, EstablishmentId{shock.establishment}, change, proposals);
        } else {
            strike_sector(at, shock.sector, change, proposals);
        }
    }
}

}  // namespace

extern const Process shock = {
    .name = "shock",
    .label = {"shocks of the scenario", "chocs du scénario"},
    .meaning =
        {"What a scenario says of one establishment or sector: a closure, a gain or loss of posts in a month, another "
         "growth from a month on. Nobody takes over what a shock takes away.",
         "Ce qu'un scénario dit d'un établissement ou d'un secteur : une fermeture, un gain ou une perte de postes un "
         "mois "
         "donné, une autre croissance à partir d'un mois. Personne ne reprend ce qu'un choc supprime."},
    .formula =
        "posts wanted * (1 + posts) in the month `start`, * (1 + growth) each year after it up to `end`; posts = -1 "
        "closes an establishment",
    .source = "the scenario ([[shock]])",
    .changes = {Change::scale_target, Change::close},
    .step = step,
};

}  // namespace releve::processes

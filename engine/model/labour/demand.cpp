#include "engine/model/process.hpp"

#include <algorithm>
#include <cmath>

namespace releve::processes {

namespace {

enum : std::size_t { creation_speed, cut_speed, growth_shift };
constexpr Parameter parameters[] = {
    {.name = "creation_speed",
     .value = 0.16,
     .unit = "1/month",
     .least = 0,
     .most = 1,
     .meaning = {"share of the missing posts created a month (gamma_v)",
                 "part des postes manquants créés par mois (gamma_v)"},
     .source = "order of magnitude of del Rio-Chanona et al. 2021 (0.16 a step of 6.75 weeks)",
     .guess = true},
    {.name = "cut_speed",
     .value = 0.10,
     .unit = "1/month",
     .least = 0,
     .most = 1,
     .meaning = {"share of the posts in excess cut a month (gamma_u)",
                 "part des postes en excès supprimés par mois (gamma_u)"},
     .source = "order of magnitude of del Rio-Chanona et al. 2021 (0.16 a step of 6.75 weeks)",
     .guess = true},
    {.name = "growth_shift",
     .value = 0,
     .unit = "1/year",
     .least = -0.1,
     .most = 0.1,
     .meaning = {"added to the yearly growth of every post target",
                 "s'ajoute à la croissance annuelle de tous les objectifs de postes"},
     .source = "0: the growth of the pack's table; a scenario may shift it"},
};
constexpr std::string_view tables[] = {"demand", "posts"};
constexpr Purpose of_rounding = purpose("demand.rounding");

int years_of(const Setting& setting) { return (setting.start + setting.horizon).year() - setting.start.year() + 1; }

/// Index of the post target by sector, occupation and year since the start (1 in the year of the start), flattened. The
/// growth of a year takes the target from its January to the next.
std::vector<double> prepare(const Setting& setting, std::span<const double> values) {
    const Pack& pack = setting.pack;
    const std::size_t years = static_cast<std::size_t>(years_of(setting));
    const std::size_t occupations = pack.occupations.size();
    std::vector<double> growth(std::max<std::size_t>(1, pack.sectors.size()) * occupations * years,
                               values[growth_shift]);
    for (const DemandRow& row : pack.demand) {
        const int year = row.year - setting.start.year() + 1;
        if (year < 1 || year >= static_cast<int>(years)) {
            continue;
        }
        for (std::size_t cell = 0; cell * years < growth.size(); ++cell) {
            const bool sector_fits = row.sector < 0 || cell / occupations == static_cast<std::size_t>(row.sector);
            const bool occupation_fits =
                row.occupation < 0 || cell % occupations == static_cast<std::size_t>(row.occupation);
            if (sector_fits && occupation_fits) {
                growth[cell * years + static_cast<std::size_t>(year)] += row.growth;
            }
        }
    }
    for (std::size_t cell = 0; cell * years < growth.size(); ++cell) {
        growth[cell * years] = 1.0;
        for (std::size_t year = 1; year < years; ++year) {
            growth[cell * years + year] = growth[cell * years + year - 1] * (1.0 + growth[cell * years + year]);
        }
    }
    return growth;
}

double target(const State& state, const Setting& setting, std::span<const double> path, CellId cell, int month) {
    const std::size_t occupations = setting.pack.occupations.size();
    const std::size_t years = static_cast<std::size_t>(years_of(setting));
    const std::size_t sector = state.establishments.sector[state.cells.establishment[cell]];
    const int year = (state.start + month).year() - state.start.year();
    const std::size_t row = sector * occupations + state.cells.occupation[cell];
    const double exact = state.cells.posts_at_start[cell] * path[row * years + static_cast<std::size_t>(year)];
    // whole posts: each cell rounds at a threshold of its own, so that the sum over cells follows the path and a cell
    // that should hold 0.9 posts does not open and close for ever
    return std::floor(exact + state.luck.draws({cell.value, 0}, of_rounding).uniform());
}

Hazard hazard(const RiskContext& at, std::uint32_t entity, int month) {
    const CellId cell{entity};
    const double gap = target(at.state, at.setting, at.prepared, cell, month) - at.state.cells.posts[cell];
    const int next_january = month + 13 - (at.state.start + month).month_of_year();
    return {gap > 0 ? at.parameters[creation_speed] * gap : -at.parameters[cut_speed] * gap, next_january};
}

/// Vacant posts first; then the holder on a fixed term or with the shortest tenure; owners last.
PostId post_to_cut(const State& state, CellId cell) {
    PostId best;
    int best_rank = 0;
    for (PostId post = state.cells.first_post[cell]; !post.none(); post = state.posts[post].next) {
        const PersonId holder = state.posts[post].holder;
        int rank = 1 << 24;
        if (!holder.none()) {
            const int tenure = state.month - state.persons[holder].hired;
            const bool short_term = state.persons[holder].contract == Contract::fixed_term;
            rank = (state.posts[post].owner_post ? 0 : (short_term ? 1 << 20 : 1 << 19)) - tenure;
        }
        if (best.none() || rank > best_rank || (rank == best_rank && state.posts[post].key < state.posts[best].key)) {
            best = post;
            best_rank = rank;
        }
    }
    return best;
}

void step(const Step& at, Proposals& proposals) {
    for (const std::uint32_t entity : at.due) {
        const CellId cell{entity};
        if (target(at.state, at.setting, at.prepared, cell, at.state.month) > at.state.cells.posts[cell]) {
            proposals.open_post(cell);
            continue;
        }
        const PostId post = post_to_cut(at.state, cell);
        if (post.none()) {
            continue;
        }
        if (const PersonId holder = at.state.posts[post].holder; !holder.none()) {
            proposals.separate(holder, Separation::layoff);
        }
        proposals.cut_post(post);
    }
}

}  // namespace

extern const Process demand = {
    .name = "demand",
    .label = {"creation and cut of posts", "création et suppression de postes"},
    .meaning =
        {"Each cell (establishment, occupation) follows a target that moves with the path of its sector and "
         "occupation: below it posts are created, above it they are cut, vacant ones first.",
         "Chaque cellule (établissement, métier) suit un objectif qui évolue avec son secteur et son métier : en "
         "dessous, des postes sont créés ; au-dessus, ils sont supprimés, les vacants d'abord."},
    .formula =
        "d* = floor(posts at start * prod(1 + growth) + u), u uniform and fixed for the cell; creation hazard = "
        "creation_speed * max(0, d* - d), cut hazard = "
        "cut_speed * max(0, d - d*), d = posts of the cell, filled or vacant; d* changes each January",
    .source = "stock adjustment as in del Rio-Chanona et al. 2021; pack table demand",
    .parameters = parameters,
    .tables = tables,
    .changes = {Change::open_post, Change::cut_post, Change::separate},
    .risk = {.of = RiskOf::cell, .hazard = hazard},
    .prepare = prepare,
    .step = step,
};

}  // namespace releve::processes

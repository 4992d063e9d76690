#include "engine/model/labour/demand_path.hpp"
#include "engine/model/process.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

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
constexpr int months_to_share_out = 3;  // looking for the heirs visits every cell
constexpr Purpose of_sharing = purpose("demand.sharing");

std::vector<double> prepare(const Setting& setting, std::span<const double> values) {
    return demand_path(setting, values[growth_shift]);
}

double target(const State& state, const Setting& setting, std::span<const double> path, CellId cell, int month) {
    const std::size_t sector = state.establishments.sector[state.cells.establishment[cell]];
    const double exact =
        state.cells.posts_at_start[cell] * demand_index(setting, path, sector, state.cells.occupation[cell], month);
    // whole posts: each cell rounds at a threshold of its own, so that the sum over cells follows the path and a cell
    // that should hold 0.9 posts does not open and close for ever
    return std::floor(exact + state.luck.draws({state.cells.key[cell], 0}, of_rounding).uniform());
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

/// The cells that want posts in the sectors and occupations of `freed` that have a whole post to share out.
std::vector<std::vector<CellId>> heirs_of(const State& state, std::span<const FreedDemand> freed,
                                          std::size_t occupations) {
    std::vector<std::vector<CellId>> heirs(freed.size());
    std::vector<std::uint32_t> place;  // by sector and occupation: 1 + position in `freed`
    std::vector<char> concerned(occupations, 0);
    for (std::size_t i = 0; i < freed.size(); ++i) {
        if (std::abs(freed[i].posts) >= 1) {
            const std::size_t group = freed[i].sector * occupations + freed[i].occupation;
            place.resize(std::max(place.size(), group + 1), 0);
            place[group] = static_cast<std::uint32_t>(i + 1);
            concerned[freed[i].occupation] = 1;
        }
    }
    for (std::uint32_t i = 0; i < state.cells.size() && !place.empty(); ++i) {
        const CellId cell{i};
        if (concerned[state.cells.occupation[cell]] == 0) {
            continue;
        }
        const std::size_t sector = state.establishments.sector[state.cells.establishment[cell]];
        const std::size_t group = sector * occupations + state.cells.occupation[cell];
        if (group < place.size() && place[group] > 0 && state.cells.posts_at_start[cell] > 0) {
            heirs[place[group] - 1].push_back(cell);
        }
    }
    return heirs;
}

/// Closures and births redistribute what the path wants, they do not change it: what closures of a sector and occupation
/// have freed, less what births have taken, goes post by post to other cells of theirs, in proportion to their size.
void share_out(const Step& at, Proposals& proposals) {
    const auto heirs = heirs_of(at.state, at.state.freed, at.setting.pack.occupations.size());
    for (std::size_t i = 0; i < heirs.size(); ++i) {
        if (heirs[i].empty()) {
            continue;
        }
        const FreedDemand& freed = at.state.freed[i];
        std::vector<double> wanted;
        for (const CellId cell : heirs[i]) {
            wanted.push_back(double{at.state.cells.posts_at_start[cell]});
        }
        Draws draws = at.state.luck.draws({freed.occupation, freed.sector}, of_sharing,
                                          static_cast<std::uint32_t>(at.state.month));
        double left = std::accumulate(wanted.begin(), wanted.end(), 0.0);
        for (int n = static_cast<int>(std::abs(freed.posts)); n > 0 && left > 0; --n) {
            const std::size_t heir = draws.weighted(wanted);
            const double amount = freed.posts > 0 ? 1.0 : -std::min(1.0, wanted[heir]);
            proposals.shift_target(heirs[i][heir], static_cast<float>(amount));
            wanted[heir] += amount;
            left += amount;
        }
    }
}

void step(const Step& at, Proposals& proposals) {
    if (at.state.month % months_to_share_out == 0) {
        share_out(at, proposals);
    }
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
         "occupation: below it posts are created, above it they are cut, vacant ones first. What closed establishments "
         "wanted goes to others of the same sector and occupation.",
         "Chaque cellule (établissement, métier) suit un objectif qui évolue avec son secteur et son métier : en "
         "dessous, des postes sont créés ; au-dessus, ils sont supprimés, les vacants d'abord. Ce que voulaient les "
         "établissements fermés va à d'autres du même secteur et du même métier."},
    .formula =
        "d* = floor(w * prod(1 + growth) + u), w = posts at the start, plus what it took over from closed "
        "establishments of "
        "its sector and occupation, less what newborn ones took; u uniform and fixed for the cell; creation hazard = "
        "creation_speed * max(0, d* - d), cut hazard = "
        "cut_speed * max(0, d - d*), d = posts of the cell, filled or vacant; d* changes each January",
    .source = "stock adjustment as in del Rio-Chanona et al. 2021; pack table demand",
    .parameters = parameters,
    .tables = tables,
    .changes = {Change::open_post, Change::cut_post, Change::separate, Change::shift_target},
    .risk = {.of = RiskOf::cell, .hazard = hazard},
    .prepare = prepare,
    .step = step,
};

}  // namespace releve::processes

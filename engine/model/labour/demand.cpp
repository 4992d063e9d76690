#include "engine/model/labour/demand_path.hpp"
#include "engine/model/labour/demand_sharing.hpp"

#include <algorithm>
#include <array>

namespace releve::processes {

namespace {

enum : std::size_t {
    creation_speed,
    cut_speed,
    vacant_first,
    growth_shift,
    substitution,
    substitution_start,
    substitution_duration
};
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
    {.name = "vacant_first",
     .value = 1,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"1: vacant posts are cut first, then fixed terms, then the shortest tenure; 0: filled posts at random",
                 "1 : les postes vacants sont supprimés d'abord, puis les CDD, puis la moindre ancienneté ; 0 : des "
                 "postes occupés au hasard"},
     .source =
         "order of layoffs: Code du travail L1233-5 counts seniority; 0 is the rule of del Rio-Chanona et al. 2021"},
    {.name = "growth_shift",
     .value = 0,
     .unit = "1/year",
     .least = -0.1,
     .most = 0.1,
     .meaning = {"added to the yearly growth of every post target",
                 "s'ajoute à la croissance annuelle de tous les objectifs de postes"},
     .source = "0: the growth of the pack's table; a scenario may shift it"},
    {.name = "substitution",
     .value = 0,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"part of the pack's table of substitution that comes true (0: none of it)",
                 "part de la table de substitution du territoire qui se réalise (0 : rien)"},
     .source = "0: a scenario decides"},
    {.name = "substitution_start",
     .value = 0,
     .unit = "month",
     .least = 0,
     .most = 2400,
     .meaning = {"when the substitution begins, after the start of the run",
                 "quand la substitution commence, après le début de la simulation"},
     .source = "0: a scenario decides"},
    {.name = "substitution_duration",
     .value = 360,
     .unit = "month",
     .least = 12,
     .most = 1200,
     .meaning = {"how long it takes, from 0.01 % to 99.99 % of a logistic curve",
                 "combien de temps elle prend, de 0,01 % à 99,99 % d'une courbe logistique"},
     .source = "30 years: del Rio-Chanona et al. 2021"},
};
constexpr std::string_view tables[] = {"occupations"};

DemandShape shape_of(std::span<const double> values) {
    return {values[growth_shift], values[substitution], values[substitution_start], values[substitution_duration]};
}

std::vector<double> prepare(const Setting& setting, std::span<const double> values) {
    return demand_path(setting, shape_of(values));
}

/// Posts missing in a cell (more than it should hold: negative), and the first step at which that may be another number.
DemandTarget gap(const RiskContext& at, CellId cell, int month) {
    DemandTarget target = demand_target(at, shape_of(at.parameters), cell, month);
    target.posts -= at.state.cells.posts[cell] - at.state.cells.overlap[cell];
    return target;
}

Hazard hazard(const RiskContext& at, std::uint32_t entity, int month) {
    const auto [missing, until] = gap(at, CellId{entity}, month);
    const double rate = missing > 0 ? at.parameters[creation_speed] * missing : -at.parameters[cut_speed] * missing;
    return {rate, until};
}

/// Vacant posts first; then holders on a fixed term and those with the shortest tenure; owners last.
void cut_by_rank(const State& state, CellId cell, std::uint32_t number, std::vector<PostId>& cut) {
    std::vector<std::pair<std::array<int, 2>, PostId>> ranked;
    for (const PostId post : state.cells.list[cell]) {
        const PersonId holder = state.posts[post].holder;
        int kind = 0;
        int tenure = 0;
        if (!holder.none()) {
            const bool short_term = state.persons[holder].contract == Contract::fixed_term;
            kind = state.posts[post].owner_post != 0 ? 3 : (short_term ? 1 : 2);
            tenure = state.month - state.persons[holder].hired;
        }
        ranked.push_back({{kind, tenure}, post});
    }
    std::sort(ranked.begin(), ranked.end(), [&](const auto& a, const auto& b) {
        return a.first != b.first ? a.first < b.first : state.posts[a.second].key < state.posts[b.second].key;
    });
    for (std::size_t i = 0; i < ranked.size() && i < number; ++i) {
        cut.push_back(ranked[i].second);
    }
}

/// Filled posts at random.
void cut_at_random(const State& state, CellId cell, std::uint32_t number, Draws& draws, std::vector<PostId>& cut) {
    const std::vector<PostId>& list = state.cells.list[cell];
    const std::size_t wanted = cut.size() + std::min(number, state.cells.filled[cell]);
    while (cut.size() < wanted) {
        const PostId post = list[draws.below(static_cast<std::uint32_t>(list.size()))];
        const bool again = std::find(cut.rbegin(), cut.rend(), post) != cut.rend();
        if (!again && !state.posts[post].holder.none()) {
            cut.push_back(post);
        }
    }
}

void step(const Step& at, Proposals& proposals) {
    share_out(at, proposals);
    const RiskContext context{at.state, at.setting, at.parameters, at.prepared};
    for (const std::uint32_t entity : at.due) {
        const CellId cell{entity};
        Draws draws = at.draws({at.state.cells.key[cell], 0}, static_cast<std::uint32_t>(at.state.month));
        const double missing = gap(context, cell, at.state.month).posts;
        const double rate = hazard(context, entity, at.state.month).rate * at.state.calendar.step;
        // the clock says that something happens this month; how often, for cells of many posts, follows its rate
        const std::uint32_t most = static_cast<std::uint32_t>(missing > 0 ? missing : -missing);
        const std::uint32_t number = std::min(most, draws.poisson_from_one(rate));
        if (missing > 0) {
            for (std::uint32_t i = 0; i < number; ++i) {
                proposals.open_post(cell);
            }
            continue;
        }
        std::vector<PostId> cut;
        if (at.parameters[vacant_first] >= 0.5) {
            cut_by_rank(at.state, cell, number, cut);
        } else {
            cut_at_random(at.state, cell, number, draws, cut);
        }
        for (const PostId post : cut) {
            if (const PersonId holder = at.state.posts[post].holder; !holder.none()) {
                proposals.separate(holder, Separation::layoff);
            }
            proposals.cut_post(post);
        }
    }
}

}  // namespace

extern const Process demand = {
    .name = "demand",
    .label = {"creation and cut of posts", "création et suppression de postes"},
    .meaning =
        {"Each cell (establishment, occupation) follows a target that moves with the path of its sector and "
         "occupation, and with the work that technology takes over: below it posts are created, above it they are cut. "
         "What "
         "closed establishments wanted goes to others of the same sector and occupation.",
         "Chaque cellule (établissement, métier) suit un objectif qui évolue avec son secteur et son métier, et avec "
         "le "
         "travail que la technique remplace : en dessous, des postes sont créés ; au-dessus, ils sont supprimés. Ce "
         "que voulaient les établissements fermés va à d'autres du même "
         "secteur et du même métier."},
    .formula =
        "d* = floor(w * prod(1 + growth) * (1 - p S) / (1 - mean p S) + u), u uniform and fixed for the "
        "cell, "
        "p = share of the work taken over, S logistic; creations a month = Poisson(creation_speed * max(0, d* - d)), "
        "cuts "
        "= Poisson(cut_speed * max(0, d - d*)), d = posts of the cell, filled or vacant, but those whose holder's "
        "successor has come before",
    .source = "stock adjustment as in del Rio-Chanona et al. 2021; pack tables demand and substitution",
    .parameters = parameters,
    .tables = tables,
    .changes = {Change::open_post, Change::cut_post, Change::separate, Change::shift_target},
    .risk = {.of = RiskOf::cell, .hazard = hazard},
    .prepare = prepare,
    .step = step,
};

}  // namespace releve::processes

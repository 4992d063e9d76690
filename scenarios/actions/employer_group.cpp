#include "engine/inputs/space.hpp"
#include "scenarios/actions/action.hpp"
#include "scenarios/actions/network.hpp"
#include "scenarios/actions/taking_part.hpp"

#include <algorithm>

namespace releve::actions {

namespace {

enum : std::size_t { groups, members, largest, need, sharers, take_up, ramp, asked_every, radius, deadweight };
constexpr Parameter parameters[] = {
    capacity_setting("groups", 10, {"groups at the same time, at most", "groupements simultanés, au plus"}),
    {.name = "members",
     .value = 8,
     .unit = "1",
     .least = 3,
     .most = 100,
     .meaning = {"establishments in a group", "établissements d'un groupement"},
     .source = "guess (5 to 20)",
     .guess = true},
    {.name = "largest",
     .value = 10,
     .unit = "1",
     .least = 1,
     .most = 500,
     .meaning = {"posts of a member, at most", "postes d'un membre, au plus"},
     .source = "a decision: above, needs make whole posts by themselves"},
    {.name = "need",
     .value = 0.12,
     .unit = "1",
     .most = 1,
     .meaning = {"mean part of a full-time post that each member needs and nobody fills today",
                 "part moyenne d'un temps plein dont chaque membre a besoin et que personne ne remplit aujourd'hui"},
     .source = "guess (0.05 to 0.25): half a day to a day a week",
     .guess = true},
    {.name = "sharers",
     .value = 3,
     .unit = "1",
     .least = 1,
     .most = 100,
     .meaning = {"members that already have the occupation, at least: else nobody knows the work",
                 "membres qui ont déjà le métier, au moins : sinon personne ne connaît le travail"},
     .source = "guess (2 to 5)",
     .guess = true},
    take_up_setting(0.08,
                    {"share of small establishments that would join in the end",
                     "part des petits établissements qui adhéreraient finalement"},
                    "guess (0.02 to 0.3): members answer for each other's debts"),
    ramp_setting(24),
    {.name = "asked_every",
     .value = 12,
     .unit = "month",
     .least = 1,
     .most = 120,
     .meaning =
         {"time after which an establishment that would join looks for partners again; linked ones look at once",
          "délai après lequel un établissement prêt à adhérer cherche de nouveau des partenaires ; ceux qui ont un "
          "lien cherchent aussitôt"},
     .source = "guess (6 to 24)",
     .guess = true},
    {.name = "radius",
     .value = 20,
     .unit = "km",
     .most = 200,
     .meaning = {"distance as the crow flies of the members from the one that looks for others",
                 "distance à vol d'oiseau des membres à celui qui en cherche d'autres"},
     .source = "guess (10 to 30): who shares a post drives between its places",
     .guess = true},
    deadweight_setting(
        0.1,
        {"share of groups whose needs would have become posts anyway: they cost and change nothing",
         "part des groupements dont les besoins seraient devenus des postes de toute façon : ils coûtent "
         "et ne changent rien"},
        "guess (0 to 0.3): the needs are those nobody fills"),
};
constexpr std::string_view axes[] = {"cooperation", "recruitment", "organisation"};
constexpr std::string_view tables[] = {"establishments"};

// numbers of the draws of this action for one establishment
constexpr std::uint32_t of_need = 1;
constexpr std::uint32_t of_rounding = 2;

/// Small establishments that would join and are in no group.
std::vector<EstablishmentId> free_to_join(const InterventionStep& at) {
    const Establishments& all = at.state.establishments;
    std::vector<EstablishmentId> wanted;
    for (std::uint32_t e = 0; e < all.size(); ++e) {
        const EstablishmentId one{e};
        if (all.kind[one] == EstablishmentKind::ordinary && all.posts[one] > 0 &&
            all.posts[one] <= at.settings[largest] && joins_others(at, one, at.settings[take_up], at.settings[ramp])) {
            wanted.push_back(one);
        }
    }
    wanted = in_drawn_order(at, std::move(wanted));
    std::stable_partition(wanted.begin(), wanted.end(), [&](EstablishmentId one) {
        return !partners_of(at, one, LinkKind::group).empty();  // who has agreed to share asks first
    });
    return wanted;
}

/// The establishment's cell of an occupation in which it has and wants posts; none.
CellId cell_of(const State& state, EstablishmentId establishment, std::uint16_t occupation) {
    const auto [first, end] = cells_of(state, establishment);
    for (CellId cell = first; cell.value < end.value; ++cell.value) {
        if (state.cells.occupation[cell] == occupation && state.cells.posts[cell] > 0 &&
            state.cells.posts_at_start[cell] > 0) {
            return cell;
        }
    }
    return {};
}

struct Group {
    std::vector<EstablishmentId> members;
    CellId cell;  ///< of the one with most posts of the occupation: it holds the shared ones
};

/// Those it works with already first (links of kind group), then the nearest, in the order given where they are as near.
std::vector<EstablishmentId> within_reach(const InterventionStep& at, EstablishmentId from,
                                          const std::vector<EstablishmentId>& others) {
    const std::vector<Zone>& zones = at.setting.pack.zones;
    const Establishments& all = at.state.establishments;
    std::vector<double> km;
    for (const Zone& zone : zones) {
        km.push_back(distance_km(zone, zones[all.zone[from]]));
    }
    std::vector<EstablishmentId> near;
    for (const EstablishmentId one : others) {
        if (one != from && km[all.zone[one]] <= at.settings[radius]) {
            near.push_back(one);
        }
    }
    const std::vector<EstablishmentId> partners = partners_of(at, from, LinkKind::group);
    const auto place = [&](EstablishmentId one) {
        const bool is_partner = std::find(partners.begin(), partners.end(), one) != partners.end();
        return std::pair(!is_partner, km[all.zone[one]]);
    };
    std::stable_sort(near.begin(), near.end(),
                     [&](EstablishmentId a, EstablishmentId b) { return place(a) < place(b); });
    near.insert(near.begin(), from);
    return near;
}

/// A group around an occupation of its first member: those who have it first, then the others that are near.
Group group_around(const InterventionStep& at, const std::vector<EstablishmentId>& near, std::uint16_t occupation) {
    const auto wanted = static_cast<std::size_t>(at.settings[members]);
    Group group;
    const Cells& cells = at.state.cells;
    for (const bool sharing : {true, false}) {
        for (const EstablishmentId one : near) {
            const CellId cell = cell_of(at.state, one, occupation);
            if (group.members.size() < wanted && cell.none() != sharing) {
                group.members.push_back(one);
                if (sharing && (group.cell.none() || cells.posts[cell] > cells.posts[group.cell])) {
                    group.cell = cell;
                }
            }
        }
        if (sharing && group.members.size() < std::min(wanted, static_cast<std::size_t>(at.settings[sharers]))) {
            return {};
        }
    }
    return group.members.size() == wanted ? group : Group{};
}

/// The group of most members with the same occupation that an establishment can start; empty if there is none.
Group group_of(const InterventionStep& at, EstablishmentId first, const std::vector<EstablishmentId>& others) {
    const std::vector<EstablishmentId> near = within_reach(at, first, others);
    const Cells& cells = at.state.cells;
    Group best;
    std::size_t most = 0;
    const auto [begin, end] = cells_of(at.state, first);
    for (CellId cell = begin; cell.value < end.value; ++cell.value) {
        const std::uint16_t occupation = cells.occupation[cell];
        const auto sharers = static_cast<std::size_t>(std::count_if(
            near.begin(), near.end(), [&](EstablishmentId one) { return !cell_of(at.state, one, occupation).none(); }));
        if (sharers > most && !cell_of(at.state, first, occupation).none()) {
            if (Group group = group_around(at, near, occupation); !group.members.empty()) {
                best = std::move(group);
                most = sharers;
            }
        }
    }
    return best;
}

/// Whole posts that the needs of the members make, rounded up with the probability of the fraction.
int shared_posts(const InterventionStep& at, const Group& group) {
    const auto draws = [&](EstablishmentId one, std::uint32_t what) {
        return at.draws({at.state.establishments.key[one], 0}, what).uniform();
    };
    double sum = 0;
    for (const EstablishmentId one : group.members) {
        sum += at.settings[need] * (0.5 + draws(one, of_need));
    }
    return static_cast<int>(sum + draws(at.state.cells.establishment[group.cell], of_rounding));
}

void found(const InterventionStep& at, const Group& group, Proposals& proposals) {
    const State& state = at.state;
    const EstablishmentId holder = state.cells.establishment[group.cell];
    const bool windfall = is_windfall(at, {state.establishments.key[holder], 0}, at.settings[deadweight]);
    const int posts = shared_posts(at, group);
    for (const EstablishmentId one : group.members) {
        Support support{one, at.number};
        support.cell = group.cell;
        support.posts = one == holder && !windfall ? static_cast<float>(posts) : 0.0F;
        proposals.support(support);
    }
    if (posts > 0) {
        proposals.count(at.number, VolumeOf::start, static_cast<float>(posts));
    }
    if (posts > 0 && !windfall) {
        const float wanted = state.cells.posts_at_start[group.cell];
        proposals.scale_target(group.cell, (wanted + static_cast<float>(posts)) / wanted);
        for (int i = 0; i < posts; ++i) {
            proposals.open_post(group.cell, VacancyReason::sharing);
        }
    }
}

/// Takes back what the group wanted and lets its members go.
void dissolve(const InterventionStep& at, const std::vector<const Support*>& group, Proposals& proposals) {
    const State& state = at.state;
    for (const Support* one : group) {
        proposals.withdraw(at.number, one->establishment);
        const float wanted = state.cells.posts_at_start[one->cell];
        if (one->posts > 0 && wanted > 0) {
            proposals.scale_target(one->cell, std::max(0.0F, wanted - one->posts) / wanted);
        }
    }
}

/// Members that closed leave; groups end with the one that holds their posts, when too few are left, or with the action.
/// How many go on.
std::size_t keep_groups(const InterventionStep& at, Proposals& proposals) {
    const State& state = at.state;
    std::vector<const Support*> supports;
    for (const Support& one : state.supports) {
        if (one.action == at.number) {
            supports.push_back(&one);
        }
    }
    const auto key = [&](const Support* one) {
        return std::pair(state.cells.key[one->cell], state.establishments.key[one->establishment]);
    };
    std::sort(supports.begin(), supports.end(), [&](const auto* a, const auto* b) { return key(a) < key(b); });
    std::size_t left = 0;
    for (auto first = supports.begin(); first != supports.end();) {
        const auto last =
            std::find_if(first, supports.end(), [&](const Support* one) { return one->cell != (*first)->cell; });
        const std::vector<const Support*> group(first, last);
        const auto is_open = [&](const Support* one) { return state.establishments.closed[one->establishment] == 0; };
        const auto open = static_cast<std::size_t>(std::count_if(group.begin(), group.end(), is_open));
        const bool held = state.establishments.closed[state.cells.establishment[group.front()->cell]] == 0;
        if (!at.active || !held || open < static_cast<std::size_t>(at.settings[sharers])) {
            dissolve(at, group, proposals);
        } else {
            ++left;
            for (const Support* one : group) {
                if (!is_open(one)) {
                    proposals.withdraw(at.number, one->establishment);
                }
            }
        }
        first = last;
    }
    return left;
}

void step(const InterventionStep& at, Proposals& proposals) {
    const std::size_t present = keep_groups(at, proposals);
    std::int64_t free = places_left(at, at.settings[groups], present);
    if (free == 0) {
        return;
    }
    std::vector<EstablishmentId> wanted = free_to_join(at);
    const std::vector<EstablishmentId> all = wanted;
    for (const EstablishmentId first : all) {
        const bool asks =
            !partners_of(at, first, LinkKind::group).empty() ||
            at.monthly_draws({at.state.establishments.key[first], 0}).happens(1.0 / at.settings[asked_every]);
        if (free <= 0 || !asks || std::find(wanted.begin(), wanted.end(), first) == wanted.end()) {
            continue;
        }
        const Group group = group_of(at, first, wanted);
        if (group.members.empty()) {
            continue;
        }
        found(at, group, proposals);
        --free;
        std::erase_if(wanted, [&](EstablishmentId one) {
            return std::find(group.members.begin(), group.members.end(), one) != group.members.end();
        });
    }
}

}  // namespace

extern const Action employer_group = {
    .name = "employer_group",
    .label = {"employer group", "groupement d'employeurs"},
    .meaning =
        {"Small establishments near each other unite around an occupation: what each needs of it, too little for a "
         "post, "
         "makes whole shared posts on open-ended contracts, held by the member that has most of it. They last as long "
         "as the group; `start` counts shared posts, `month` members.",
         "De petits établissements voisins s'unissent autour d'un métier : les besoins de chacun, trop petits pour un "
         "poste, font des postes entiers partagés, en CDI, portés par le membre qui en compte le plus. Ils durent "
         "autant que le groupement ; `start` compte les postes partagés, `month` les membres."},
    .eligibility =
        {"ordinary establishments of at most `largest` posts, within `radius` of the first; three at least have the "
         "occupation; those linked to it (table links, kind group) before others",
         "établissements ordinaires d'au plus `largest` postes, à moins de `radius` du premier ; trois au moins ont "
         "le métier ; ceux qui lui sont liés (table links, genre group) avant les autres"},
    .evidence =
        "919 groups outside farming with 24,800 employees in 2021, half of them on open-ended contracts (Dares "
        "Focus), and 30,000 full-time equivalents in farming (2019): about two in "
        "a thousand posts. No effect on employment is published; of groups for insertion (GEIQ, 2014-2016) 68 % of "
        "people "
        "leave for a post. Billing 1.6 to 1.9 times the net hourly pay, members jointly liable: take-up is slow",
    .horizon = Horizon::medium_term,
    .indicator = "full_time_equivalents",
    .target = 0.0004,
    .owner = {"employers, with the chamber of commerce", "entreprises, avec la chambre de commerce"},
    .review_after = 24,
    .parameters = parameters,
    .capacity = "groups",
    .tables = tables,
    .axes = axes,
    .of_partners = true,
    .changes = {Change::support, Change::withdraw, Change::count, Change::open_post, Change::scale_target},
    .step = step,
};

}  // namespace releve::actions

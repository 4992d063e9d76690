#include "scenarios/actions/action.hpp"
#include "scenarios/actions/taking_part.hpp"

#include <algorithm>
#include <optional>
#include <tuple>

namespace releve::actions {

namespace {

enum : std::size_t { visits, owner_age, largest, take_up, ramp, duration, closing, from_inside, deadweight };
constexpr Parameter parameters[] = {
    capacity_setting(
        "visits", 100,
        {"establishments accompanied at the same time, at most", "établissements accompagnés en même temps, au plus"}),
    {.name = "owner_age",
     .value = 55,
     .unit = "year",
     .least = 30,
     .most = 80,
     .meaning = {"age from which an owner is visited", "âge à partir duquel un patron est visité"},
     .source = "a decision: the age from which chambers write to owners; age alone predicts a sale badly (83 % of very "
               "small firms are sold before 60, BPCE L'Observatoire 2017)"},
    {.name = "largest",
     .value = 50,
     .unit = "1",
     .least = 1,
     .most = 100000,
     .meaning = {"posts of an establishment, at most", "postes d'un établissement, au plus"},
     .source = "a decision (contrat de génération, transfer: firms under 50)"},
    take_up_setting(0.25,
                    {"share of eligible owners who accept in the end",
                     "part des patrons éligibles qui acceptent "
                     "finalement"},
                    "guess (0.05 to 0.40): most prepare nothing"),
    ramp_setting(12),
    duration_setting(36, 6, 120, {"how long an owner is accompanied", "durée de l'accompagnement d'un patron"},
                     "guess (12 to 60): a transfer is to be prepared years ahead"),
    {.name = "closing",
     .value = 0.6,
     .unit = "1",
     .most = 1,
     .meaning = {"chance of closing when the owner leaves, and of giving up the search for another, against what it "
                 "would be",
                 "chance de fermer au départ du patron, et de renoncer à lui chercher un repreneur, rapportée à ce "
                 "qu'elle serait"},
     .source = "guess (0.4 to 0.9): no causal estimate of such visits is published",
     .guess = true},
    {.name = "from_inside",
     .value = 0.15,
     .unit = "1",
     .most = 1,
     .meaning = {"added to the chance that an employee takes over, if the house goes on",
                 "s'ajoute à la chance qu'une personne de la maison la reprenne, si elle continue"},
     .source = "guess (0 to 0.3): employees are told of the sale in time",
     .guess = true},
    deadweight_setting(0.4,
                       {"share of owners who would have prepared as well anyway: they cost and change nothing",
                        "part des patrons qui s'y seraient aussi bien préparés de toute façon : ils coûtent et ne "
                        "changent rien"},
                       "guess (0.2 to 0.6): those who accept are those who think of it"),
};
constexpr std::string_view axes[] = {"succession", "strategy"};

/// Month of birth of the youngest of those who run an establishment: with a younger partner there is a successor.
std::optional<MonthIndex> youngest_owner(const State& state, EstablishmentId establishment) {
    std::optional<MonthIndex> youngest;
    const auto [first, end] = cells_of(state, establishment);
    for (CellId cell = first; cell != end; ++cell.value) {
        for (const PostId post : state.cells.list[cell]) {
            const PersonId holder = state.posts[post].holder;
            if (state.posts[post].owner_post != 0 && !holder.none()) {
                youngest = std::max(youngest.value_or(state.persons[holder].birth), state.persons[holder].birth);
            }
        }
    }
    return youngest;
}

bool is_old(const InterventionStep& at, MonthIndex birth) {
    return at.state.month - birth >= 12 * at.settings[owner_age];
}

/// Ends the supports that are over, and those of establishments whose owner is another, and younger. How many go on.
std::size_t withdraw_transferred(const InterventionStep& at, Proposals& proposals) {
    std::size_t left = withdraw_finished(at, proposals);
    std::vector<std::pair<std::uint32_t, EstablishmentId>> transferred;
    for (const Support& support : at.state.supports) {
        const EstablishmentId establishment = support.establishment;
        const bool finished = support.until <= at.state.month || at.state.establishments.closed[establishment] != 0;
        if (support.action != at.number || finished) {
            continue;
        }
        const std::optional<MonthIndex> birth = youngest_owner(at.state, establishment);
        if (birth && !is_old(at, *birth)) {
            transferred.emplace_back(at.state.establishments.key[establishment], establishment);
        }
    }
    std::sort(transferred.begin(), transferred.end());
    for (const auto& [key, establishment] : transferred) {
        proposals.withdraw(at.number, establishment);
        --left;
    }
    return left;
}

/// Those who accept and are not accompanied yet, in the order of their owners' ages, the oldest first.
std::vector<EstablishmentId> wanted(const InterventionStep& at) {
    std::vector<EstablishmentId> accompanied = supported_by(at);
    std::sort(accompanied.begin(), accompanied.end());
    std::vector<std::tuple<MonthIndex, std::uint32_t, EstablishmentId>> found;
    for (std::uint32_t e = 0; e < at.state.establishments.size(); ++e) {
        const EstablishmentId establishment{e};
        if (at.state.establishments.posts[establishment] > at.settings[largest] ||
            !has_adopted(at, establishment, at.settings[take_up], at.settings[ramp]) ||
            std::binary_search(accompanied.begin(), accompanied.end(), establishment)) {
            continue;
        }
        if (const auto birth = youngest_owner(at.state, establishment); birth && is_old(at, *birth)) {
            found.emplace_back(*birth, at.state.establishments.key[establishment], establishment);
        }
    }
    std::sort(found.begin(), found.end());
    std::vector<EstablishmentId> establishments;
    std::transform(found.begin(), found.end(), std::back_inserter(establishments),
                   [](const auto& one) { return std::get<EstablishmentId>(one); });
    return establishments;
}

void step(const InterventionStep& at, Proposals& proposals) {
    const std::size_t present = withdraw_transferred(at, proposals);
    std::int64_t free = places_left(at, at.settings[visits], present);
    if (free == 0) {
        return;
    }
    for (const EstablishmentId establishment : wanted(at)) {
        if (free-- == 0) {
            break;
        }
        Support support{establishment, at.number,
                        static_cast<MonthIndex>(at.state.month + static_cast<int>(at.settings[duration])), Levers{}};
        if (!is_windfall(at, {at.state.establishments.key[establishment], 0}, at.settings[deadweight])) {
            support.levers.closing = static_cast<float>(at.settings[closing]);
            support.levers.from_inside = static_cast<float>(at.settings[from_inside]);
        }
        proposals.support(support);
    }
}

}  // namespace

extern const Action business_transfer = {
    .name = "business_transfer",
    .label = {"business transfer", "transmission d'entreprise"},
    .meaning =
        {"Ageing owners are visited and accompanied: when they leave, fewer places close, more are taken over by "
         "somebody of the house, and the search for a successor is given up less often.",
         "Des patrons vieillissants sont visités et accompagnés : à leur départ, moins de maisons ferment, davantage "
         "sont reprises par quelqu'un de la maison, et l'on renonce moins à chercher un repreneur."},
    .eligibility = {"establishments of up to `largest` posts whose owners are all of `owner_age` and over; the oldest "
                    "first",
                    "établissements de `largest` postes au plus dont tous les patrons ont au moins `owner_age` ; les "
                    "plus âgés d'abord"},
    .evidence =
        "BPCE L'Observatoire 2017: 83 % of very small firms and 67 % of others are sold before the owner is 60, so the "
        "owner's age alone is a poor predictor; twice as many very small firms end as are sold, and of those that end "
        "with an owner over 60 four in five do so without a failure. No causal effect of accompaniment is published",
    .horizon = Horizon::long_term,
    .indicator = "transfers",
    .target = 0.02,
    .owner = {"chambers of commerce, crafts and agriculture", "chambres de commerce, de métiers et d'agriculture"},
    .review_after = 24,
    .parameters = parameters,
    .capacity = "visits",
    .stay = "duration",
    .axes = axes,
    .changes = {Change::support, Change::withdraw},
    .step = step,
};

}  // namespace releve::actions

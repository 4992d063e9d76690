#include "engine/model/labour/suitability.hpp"
#include "scenarios/actions/action.hpp"
#include "scenarios/actions/network.hpp"
#include "scenarios/actions/taking_part.hpp"

#include <algorithm>

namespace releve::actions {

namespace {

enum : std::size_t { capacity, take_up, ramp, duration, shown, accepted, minimum_mastery, deadweight };
constexpr Parameter parameters[] = {
    capacity_setting("capacity", 80,
                     {"establishments in the network at the same time, at most",
                      "établissements dans le réseau en même temps, au plus"}),
    take_up_setting(0.5,
                    {"share of linked establishments that take part in the end",
                     "part des établissements liés qui participent finalement"},
                    "guess (0.2 to 0.8): they have agreed to be linked"),
    ramp_setting(12),
    duration_setting(
        36, 1, 120,
        {"how long an establishment joins for; it may join again", "durée d'une adhésion ; elle peut être renouvelée"},
        "a decision", false),
    {.name = "shown",
     .value = 0.5,
     .unit = "1",
     .most = 1,
     .meaning = {"chance that a vacancy is shown to the partners in a month",
                 "chance qu'un poste vacant soit montré aux partenaires dans le mois"},
     .source = "guess (0.2 to 0.8)",
     .guess = true},
    {.name = "accepted",
     .value = 0.6,
     .unit = "1",
     .most = 1,
     .meaning = {"chance that person and employer agree once introduced",
                 "chance que la personne et l'employeur s'accordent une fois présentés"},
     .source = "guess (0.3 to 0.8)",
     .guess = true},
    {.name = "minimum_mastery",
     .value = 0.3,
     .unit = "1",
     .most = 1,
     .meaning = {"mastery of the occupation from which somebody is introduced",
                 "maîtrise du métier à partir de laquelle on présente quelqu'un"},
     .source = "guess (0.15 to 0.5): a recommendation engages whoever makes it",
     .guess = true},
    deadweight_setting(
        0.2,
        {"share of introductions to people who would have met anyway: they count and change nothing",
         "part des mises en relation de personnes qui se seraient trouvées de toute façon : elles comptent et "
         "ne changent rien"},
        "guess (0.1 to 0.4)"),
};
constexpr std::string_view axes[] = {"cooperation", "recruitment"};
constexpr std::string_view tables[] = {"establishments", "links"};

/// Somebody whom a member had to let go this month.
struct Leaver {
    PersonId person;
    EstablishmentId left;
    Contract contract;
};

/// Those whose contract ended, who were laid off or whose place closed, and who have nothing else yet, by key.
std::vector<Leaver> leavers(const InterventionStep& at) {
    std::vector<Leaver> all;
    for (const Event& event : at.state.events) {
        const auto how = static_cast<Separation>(event.detail);
        const bool let_go = how == Separation::layoff || how == Separation::contract_end || how == Separation::closure;
        if (event.kind == EventKind::separation && let_go && event.contract != Contract::owner &&
            at.state.persons[event.person].status == Status::unemployed &&
            at.state.programme_of(event.person).action == 0) {
            all.push_back({event.person, event.establishment, event.contract});
        }
    }
    std::sort(all.begin(), all.end(), [&](const Leaver& a, const Leaver& b) {
        return at.state.persons[a.person].key < at.state.persons[b.person].key;
    });
    const auto same = [](const Leaver& a, const Leaver& b) { return a.person == b.person; };
    all.erase(std::unique(all.begin(), all.end(), same), all.end());
    return all;
}

bool is_linked(const Pack& pack, std::uint32_t establishment) {
    return std::any_of(pack.links.begin(), pack.links.end(), [&](const Link& link) {
        return link.establishment == establishment || link.partner == establishment;
    });
}

/// Linked establishments join as they take the action up; members go on after the action until their time is over.
void join(const InterventionStep& at, Proposals& proposals) {
    const std::size_t present = withdraw_finished(at, proposals);
    std::int64_t free = places_left(at, at.settings[capacity], present);
    if (free == 0) {
        return;
    }
    std::vector<EstablishmentId> wanted;
    for (std::uint32_t e = 0; e < at.setting.pack.establishments.size(); ++e) {
        if (is_linked(at.setting.pack, e) &&
            joins_others(at, EstablishmentId{e}, at.settings[take_up], at.settings[ramp])) {
            wanted.push_back(EstablishmentId{e});
        }
    }
    const auto until = static_cast<MonthIndex>(at.state.month + static_cast<int>(at.settings[duration]));
    for (const EstablishmentId establishment : in_drawn_order(at, std::move(wanted))) {
        if (free-- == 0) {
            break;
        }
        proposals.support({establishment, at.number, until, Levers{}});
    }
}

bool takes_part(const std::vector<EstablishmentId>& members, EstablishmentId establishment) {
    return std::find(members.begin(), members.end(), establishment) != members.end();
}

struct Introduction {
    PostId post;
    float mastery = 0;
};

/// The vacancy of a partner that suits best and is shown this month.
Introduction best_introduction(const InterventionStep& at, const Leaver& leaver,
                               const std::vector<EstablishmentId>& members, const std::vector<PostId>& taken) {
    const Abilities can = abilities_of(at.state, leaver.person);
    Introduction best{.mastery = static_cast<float>(at.settings[minimum_mastery])};
    for (const EstablishmentId partner : partners_of(at, leaver.left)) {
        if (!takes_part(members, partner)) {
            continue;
        }
        for (const PostId post : vacancies_of(at.state, partner)) {
            const std::uint16_t occupation = at.state.cells.occupation[at.state.posts[post].cell];
            const auto near = static_cast<float>(occupation_proximity(at.setting.pack, can.occupation, occupation));
            const float mastery = occupation == can.second_occupation ? std::max(can.second_mastery, can.mastery * near)
                                                                      : can.mastery * near;
            const bool is_shown = at.monthly_draws(at.state.posts[post].key).happens(at.settings[shown]);
            if (is_shown && mastery > best.mastery && std::find(taken.begin(), taken.end(), post) == taken.end()) {
                best = {post, mastery};
            }
        }
    }
    return best;
}

void step(const InterventionStep& at, Proposals& proposals) {
    join(at, proposals);
    const std::vector<EstablishmentId> members = supported_by(at);  // those who join now begin next month
    std::vector<PostId> taken;
    for (const Leaver& leaver : leavers(at)) {
        if (!takes_part(members, leaver.left)) {
            continue;
        }
        const Introduction found = best_introduction(at, leaver, members, taken);
        Draws draws = at.monthly_draws(at.state.persons[leaver.person].key);
        if (found.post.none() || !draws.happens(at.settings[accepted])) {
            continue;
        }
        proposals.count(at.number, VolumeOf::start);
        taken.push_back(found.post);
        if (!draws.happens(at.settings[deadweight])) {
            proposals.place(at.number, leaver.person, found.post, leaver.contract, found.mastery, true);
        }
    }
}

}  // namespace

extern const Action interfirm_network = {
    .name = "interfirm_network",
    .label = {"network of establishments", "réseau d'entreprises"},
    .meaning =
        {"Establishments large and small, of different sectors, insertion structures and ordinary ones, linked with "
         "each other, introduce people whom one lets go to another that has a suitable vacancy: they move without a "
         "spell of unemployment.",
         "Des établissements grands et petits, de secteurs différents, d'insertion et ordinaires, liés entre eux, "
         "présentent les personnes dont l'un se sépare à un autre qui a un poste vacant adapté : elles passent de "
         "l'un à l'autre sans chômage."},
    .eligibility =
        {"people whose contract ends, who are laid off or whose establishment closes, in an establishment of the "
         "table links; vacancies of its partners, with enough mastery",
         "personnes en fin de contrat, licenciées ou dont l'établissement ferme, dans un établissement de la table "
         "links ; postes vacants de ses partenaires, avec une maîtrise suffisante"},
    .evidence =
        "no published effect; 81 % of hires being on fixed terms (Dares 2014-003), ends of contract are many, and "
        "what moves along links is an output of its own (link_moves)",
    .horizon = Horizon::short_term,
    .indicator = "unfilled_posts",
    .target = -0.03,
    .owner = {"employers' association and local employment house", "association d'entreprises et maison de l'emploi"},
    .parameters = parameters,
    .capacity = "capacity",
    .stay = "duration",
    .tables = tables,
    .axes = axes,
    .of_partners = true,
    .changes = {Change::support, Change::withdraw, Change::place, Change::count},
    .step = step,
};

}  // namespace releve::actions

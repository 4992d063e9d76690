#include "scenarios/actions/action.hpp"
#include "scenarios/actions/taking_part.hpp"

#include <algorithm>

namespace releve::actions {

namespace {

constexpr std::uint32_t of_replacement = 1;  ///< number of what is drawn for one person

enum : std::size_t { capacity, take_up, ramp, notice, smallest, replaced, deadweight };
constexpr Parameter parameters[] = {
    capacity_setting("capacity", 60,
                     {"departures prepared at the same time, at most", "départs préparés en même temps, au plus"}),
    take_up_setting(
        0.2,
        {"share of establishments that take part in the end", "part des établissements qui participent finalement"},
        "guess (0.05 to 0.40), pessimistic: an overlap costs a second wage, and the contrat de génération, "
        "which paid for one, reached 8 % of its target (Cour des comptes 2016)"),
    ramp_setting(18),
    {.name = "notice",
     .value = 6,
     .unit = "month",
     .least = 1,
     .most = 12,
     .meaning = {"time before the departure at which the successor is looked for",
                 "durée avant le départ à laquelle le successeur est cherché"},
     .source = "a decision: a search takes about two months, the rest is overlap; an exit is known a year before at "
               "most"},
    {.name = "smallest",
     .value = 2,
     .unit = "1",
     .least = 1,
     .most = 100000,
     .meaning = {"posts of an establishment, at least", "postes d'un établissement, au moins"},
     .source = "a decision"},
    {.name = "replaced",
     .value = 0.88,
     .unit = "1",
     .most = 1,
     .meaning = {"share of those departures after which the employer means to have a successor",
                 "part de ces départs après lesquels l'employeur veut un successeur"},
     .source = "guess (0.7 to 1), as replacement.after_retirement: exits are not vacancies",
     .guess = true},
    deadweight_setting(0.2,
                       {"share of departures for which the employer would have hired as early anyway: they cost and "
                        "change nothing",
                        "part des départs pour lesquels l'employeur aurait embauché aussi tôt de toute façon : ils "
                        "coûtent et ne changent rien"},
                       "guess (0.1 to 0.5): few small employers plan exits (practice of territorial planning of jobs)"),
};
constexpr std::string_view axes[] = {"succession", "transmission"};
constexpr std::string_view tables[] = {"pension_law", "establishments"};

struct UnderWay {
    std::size_t departures = 0;  ///< relieved posts still held
    std::size_t overlaps = 0;    ///< of these, with a successor who is here
};

UnderWay under_way(const InterventionStep& at) {
    const State& state = at.state;
    UnderWay sum;
    for (std::uint32_t i = 0; i < state.cells.size(); ++i) {
        if (state.cells.overlap[CellId{i}] == 0) {
            continue;
        }
        std::size_t relieved = 0;
        std::size_t successors = 0;
        std::size_t looked_for = 0;
        for (const PostId id : state.cells.list[CellId{i}]) {
            const Post& post = state.posts[id];
            relieved += post.relieved == at.number && !post.holder.none() ? 1 : 0;
            successors += post.reason == VacancyReason::anticipation && !post.holder.none() ? 1 : 0;
            looked_for += post.reason == VacancyReason::anticipation && post.holder.none() ? 1 : 0;
        }
        sum.departures += relieved;
        // successors of those who have left before are still in the cell
        sum.overlaps += std::min(relieved - std::min(relieved, looked_for), successors);
    }
    return sum;
}

bool eligible(const InterventionStep& at, PersonId person) {
    const State& state = at.state;
    const Programme& programme = state.programme_of(person);
    return state.establishments.posts[state.establishment_of(person)] >= at.settings[smallest] &&
           state.posts[state.persons[person].post].relieved == 0 && programme.action != at.number &&
           programme.retirement_share >= 1 &&  // nobody is replaced who is asked to stay
           at.draws(state.persons[person].key, of_replacement).happens(at.settings[replaced]);
}

void step(const InterventionStep& at, Proposals& proposals) {
    const std::vector<PersonId> windfalls = enrolled_by(at);
    complete_finished(at, windfalls, proposals);
    const UnderWay now = under_way(at);
    proposals.count(at.number, VolumeOf::month, static_cast<float>(now.overlaps));
    std::int64_t free = places_left(at, at.settings[capacity], now.departures + windfalls.size());
    if (free == 0) {
        return;
    }
    for (const PersonId person : about_to_retire(at, at.settings[take_up], at.settings[ramp], at.settings[notice])) {
        if (free <= 0) {
            break;
        }
        if (!eligible(at, person)) {
            continue;
        }
        if (!is_windfall(at, at.state.persons[person].key, at.settings[deadweight])) {
            proposals.relieve(at.number, person);
            proposals.count(at.number, VolumeOf::start);
            --free;
        } else if (at.state.programme_of(person).action == 0) {
            // enrolled for nothing but the record of what is paid
            proposals.enrol({.action = at.number,
                             .person = person,
                             .until = static_cast<MonthIndex>(known_retirement(at.state, person) + 1)});
            --free;
        }
    }
}

}  // namespace

extern const Action anticipated_hiring = {
    .name = "anticipated_hiring",
    .label = {"hiring before a departure", "embauche anticipée"},
    .meaning =
        {"The successor of somebody about to retire is looked for some months before: both are in post side by side "
         "until the exit, and the post left goes with its holder.",
         "Le successeur d'une personne proche de la retraite est cherché quelques mois plus tôt : tous deux sont en "
         "poste côte à côte jusqu'au départ, et le poste quitté disparaît avec son titulaire."},
    .eligibility =
        {"employees (not owners) of establishments of `smallest` posts or more that take part, who will "
         "retire within `notice` as it stands; not those whom another action keeps at work",
         "personnes salariées (hors patrons) des établissements participants d'au moins `smallest` postes, "
         "dont le départ en retraite s'annonce avant `notice` ; sauf celles qu'une autre action maintient en "
         "emploi"},
    .evidence =
        "no causal estimate is published; the contrat de génération paid for such pairs and found few takers (Cour des "
        "comptes 2016). Posts are not filled sooner on the whole: successors come from the same people",
    .horizon = Horizon::short_term,
    .indicator = "competence_shortage",
    .target = -0.002,
    .owner = {"employers", "entreprises"},
    .parameters = parameters,
    .capacity = "capacity",
    .stay = "notice",
    .tables = tables,
    .axes = axes,
    .changes = {Change::relieve, Change::enrol, Change::complete, Change::count},
    .step = step,
};

}  // namespace releve::actions

#include "engine/model/labour/job_market.hpp"

#include <algorithm>

namespace releve::processes {

namespace {

constexpr Purpose of_colleague = purpose("promotion.colleague");

enum : std::size_t {
    looks_inside,
    least_tenure,
    colleagues,
    minimum_mastery,
    lowering,
    ranking,
    education_tolerance,
    agency_months,
    posting_delay
};
constexpr Parameter parameters[] = {
    {.name = "looks_inside",
     .value = 0.1,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning =
         {"probability that an employer looks inside for an open-ended vacancy before concluding outside, each "
          "month",
          "probabilité, chaque mois, qu'un employeur cherche en interne avant de conclure au-dehors, pour un CDI"},
     .source = "guess, set on a tenth of the open-ended posts filled being filled from inside: executives' 21 % (Apec "
               "2014-58, 2013), halved for other occupations and an area of small places; range 0.03 to 0.3",
     .guess = true},
    {.name = "least_tenure",
     .value = 12,
     .unit = "month",
     .least = 0,
     .most = 240,
     .meaning = {"time in the house that it takes to be promoted", "ancienneté requise pour être promu"},
     .source = "guess: past the trial period and a first yearly appraisal; range 6 to 36",
     .guess = true},
    {.name = "colleagues",
     .value = 10,
     .unit = "1",
     .least = 1,
     .most = 500,
     .meaning = {"colleagues of occupations that lead to the post whom the employer thinks of, on average at most",
                 "collègues de métiers menant au poste auxquels l'employeur pense, en moyenne au plus"},
     .source = "guess: as many as one manager knows; range 3 to 50",
     .guess = true},
    {.name = "minimum_mastery", .value = 0.15, .unit = "1", .same_as = "matching.minimum_mastery"},
    {.name = "lowering", .value = 0.02, .unit = "1/month", .same_as = "matching.lowering"},
    {.name = "ranking", .value = 0.5, .unit = "1", .same_as = "matching.ranking"},
    {.name = "education_tolerance", .value = 0.15, .unit = "1", .same_as = "matching.education_tolerance"},
    {.name = "agency_months", .value = 2, .unit = "month", .same_as = "contract_end.agency_months"},
    {.name = "posting_delay", .value = 0, .unit = "month", .same_as = "matching.posting_delay"},
};
constexpr std::string_view tables[] = {"occupation_education", "occupation_mobility"};

/// What the process prepares once, by occupation; proximity from * occupations + to.
struct Tables {
    std::span<const double> proximity, least_diploma, level, contracts;
};

Tables tables_of(const Step& at) {
    const std::size_t n = at.setting.pack.occupations.size();
    return {at.prepared.first(n * n), at.prepared.subspan(n * n, n), at.prepared.subspan(n * n + n, n),
            at.prepared.subspan(n * n + 2 * n)};
}

std::vector<double> prepare(const Setting& setting, std::span<const double> values) {
    const Pack& pack = setting.pack;
    std::vector<double> level;
    for (const auto& shares : pack.education_by_occupation) {
        double mean = 0;
        for (std::size_t diploma = 0; diploma < shares.size(); ++diploma) {
            mean += static_cast<double>(diploma) * shares[diploma];
        }
        level.push_back(mean);
    }
    std::vector<double> table = occupation_proximity(pack);
    for (const std::vector<double>& more : {job_market::least_diplomas(pack, values[education_tolerance]), level,
                                            job_market::contract_shares(pack, values[agency_months])}) {
        table.insert(table.end(), more.begin(), more.end());
    }
    return table;
}

/// Open-ended vacancies of this month for which the employer looks inside, in the order of their keys.
std::vector<PostId> vacancies_shown_inside(const Step& at) {
    const State& state = at.state;
    const std::span<const double> contracts = tables_of(at).contracts;
    std::vector<PostId> shown;
    for (const PostId post : state.vacancies.members()) {
        if (state.month - state.posts[post].opened >= at.parameters[posting_delay] && state.posts[post].reserved == 0 &&
            at.draws(state.posts[post].key, static_cast<std::uint32_t>(state.month))
                .happens(at.parameters[looks_inside]) &&
            job_market::contract_of(state, post, contracts) == Contract::open_ended) {
            shown.push_back(post);
        }
    }
    std::sort(shown.begin(), shown.end(), [&](PostId a, PostId b) { return state.posts[a].key < state.posts[b].key; });
    return shown;
}

/// Cells of the same establishment whose occupation leads to that of the vacancy without moving down; into `cells`.
void find_cells_below(const Step& at, CellId of_vacancy, std::vector<CellId>& cells) {
    const State& state = at.state;
    const Tables known = tables_of(at);
    const std::size_t occupations = known.level.size();
    const EstablishmentId establishment = state.cells.establishment[of_vacancy];
    const std::uint16_t to = state.cells.occupation[of_vacancy];
    const std::uint32_t first = state.establishments.first_cell[establishment];
    cells.clear();
    for (std::uint32_t i = first; i < first + state.establishments.cells[establishment]; ++i) {
        const std::uint16_t from = state.cells.occupation[CellId{i}];
        if (from != to && at.setting.pack.mobility[from * occupations + to] > 0 &&
            known.level[from] <= known.level[to]) {
            cells.push_back(CellId{i});
        }
    }
}

struct Candidate {
    PersonId person;
    float mastery = 0;  ///< of the occupation of the vacancy
    double score = -1;
};

/// Nobody if the worker does not do, or the employer does not think of the worker.
Candidate candidate_for(const Step& at, PersonId worker, PostId vacancy, double thought_of) {
    const State& state = at.state;
    const Person& person = state.persons[worker];
    if (person.contract != Contract::open_ended || state.month - person.hired < at.parameters[least_tenure]) {
        return {};
    }
    const Tables known = tables_of(at);
    const Post& post = state.posts[vacancy];
    const std::uint16_t occupation = state.cells.occupation[post.cell];
    const bool newcomer = occupation != person.second_occupation;
    if (newcomer && static_cast<double>(person.education) < known.least_diploma[occupation]) {
        return {};
    }
    Draws pair = state.luck.draws(person.key, of_colleague, job_market::pair_luck(post, state.month));
    if (!pair.happens(thought_of)) {
        return {};
    }
    const float mastery = mastery_for(abilities_of(state, worker), known.proximity, known.level.size(), occupation);
    const double required = at.parameters[minimum_mastery] - at.parameters[lowering] * (state.month - post.opened);
    if (mastery < required) {
        return {};
    }
    const double weight = at.parameters[ranking];
    return {worker, mastery, weight * mastery + (1 - weight) * pair.uniform()};
}

Candidate best_colleague(const Step& at, PostId vacancy, const std::vector<CellId>& cells,
                         const std::vector<PersonId>& taken) {
    const State& state = at.state;
    double workers = 0;
    for (const CellId cell : cells) {
        workers += state.cells.filled[cell];
    }
    const double thought_of = workers > 0 ? std::min(1.0, at.parameters[colleagues] / workers) : 0.0;
    Candidate best;
    for (const CellId cell : cells) {
        for (const PostId post : state.cells.list[cell]) {
            const PersonId holder = state.posts[post].holder;
            if (holder.none() || std::find(taken.begin(), taken.end(), holder) != taken.end()) {
                continue;
            }
            const Candidate one = candidate_for(at, holder, vacancy, thought_of);
            const bool tie = one.score == best.score && !one.person.none() &&
                             state.persons[best.person].key < state.persons[one.person].key;
            if (one.score > best.score || tie) {
                best = one;
            }
        }
    }
    return best;
}

void step(const Step& at, Proposals& proposals) {
    std::vector<PersonId> taken;
    std::vector<CellId> below;
    for (const PostId vacancy : vacancies_shown_inside(at)) {
        find_cells_below(at, at.state.posts[vacancy].cell, below);
        const Candidate best = best_colleague(at, vacancy, below, taken);
        if (!best.person.none()) {
            proposals.promote(best.person, vacancy, best.mastery);
            taken.push_back(best.person);
        }
    }
}

}  // namespace

extern const Process promotion = {
    .name = "promotion",
    .label = {"internal promotion", "promotion interne"},
    .meaning =
        {"For an open-ended vacancy an employer may first look inside: a colleague on an open-ended contract, from "
         "another occupation that leads to this one and whose usual diplomas are not higher, able enough and long "
         "enough in the house, takes the post and keeps tenure and know-how. The post left is settled by "
         "`replacement`; its vacancy, open-ended too, may be filled from inside in turn.",
         "Pour un CDI à pourvoir, un employeur peut d'abord chercher en interne : un collègue en CDI, d'un autre "
         "métier qui mène à celui-ci et dont les diplômes habituels ne sont pas plus élevés, assez capable et assez "
         "ancien, prend le poste et garde ancienneté et savoir-faire. Le poste quitté relève de `replacement` ; son "
         "offre, en CDI elle aussi, peut à son tour être pourvue en interne."},
    .formula =
        "with probability looks_inside a month; candidates from occupations i of the house with A[i, j] > 0 and mean "
        "diploma (0 none ... 4 three years of higher education) not above that of j; diploma and mastery required as "
        "in `matching`; each thought of with probability min(1, colleagues / workers of those occupations); the "
        "highest "
        "score = ranking * mastery + (1 - ranking) * U(0, 1) is promoted",
    .source =
        "Apec 2014-58: 43,400 promotions to executive in 2013, 21 % of the executive posts filled; White 1970 "
        "(vacancy chains)",
    .parameters = parameters,
    .tables = tables,
    .changes = {Change::promote},
    .only_with = "establishments",
    .prepare = prepare,
    .step = step,
};

}  // namespace releve::processes

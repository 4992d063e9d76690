#include "engine/model/labour/job_market.hpp"
#include "scenarios/actions/action.hpp"
#include "scenarios/actions/openings.hpp"
#include "scenarios/actions/taking_part.hpp"

#include <algorithm>
#include <cmath>

namespace releve::actions {

namespace {

enum : std::size_t {
    capacity,
    take_up,
    ramp,
    duration,
    least_open,
    radius,
    youngest,
    oldest,
    least_mastery,
    learning_boost,
    time_in_house,
    diploma_tolerance,
    breaks,
    kept,
    deadweight
};
constexpr Parameter parameters[] = {
    capacity_setting(
        "capacity", 60,
        {"apprentices helped at the same time, at most, those who would have been hired anyway included",
         "apprentis aidés simultanément, au plus, y compris ceux qui auraient été embauchés de toute façon"}),
    take_up_setting(0.30,
                    {"share of establishments that agree to take an apprentice in the end",
                     "part des établissements qui acceptent finalement de prendre un apprenti"},
                    "guess (0.10 to 0.50)"),
    ramp_setting(24),
    duration_setting(22, 6, 36, {"length of the contract", "durée du contrat"},
                     "22 months on average (young who left school in 2004, Dares Analyses 2010-077)", false),
    {.name = "least_open",
     .value = 1,
     .unit = "month",
     .most = 36,
     .meaning = {"time for which a vacancy has been open before an apprentice is proposed for it",
                 "durée d'ouverture d'une offre avant qu'un apprenti y soit proposé"},
     .source = "guess (0 to 4)",
     .guess = true},
    {.name = "radius",
     .value = 20,
     .unit = "km",
     .most = 200,
     .meaning = {"distance as the crow flies from home within which a young person goes to work",
                 "distance à vol d'oiseau du domicile dans laquelle un jeune va travailler"},
     .source = "guess (10 to 30): many have no car",
     .guess = true},
    {.name = "youngest",
     .value = 16,
     .unit = "year",
     .least = 15,
     .most = 60,
     .meaning = {"age from which one may become an apprentice", "âge à partir duquel on peut devenir apprenti"},
     .source = "Code du travail L6222-1 (16; from 15 at the end of lower secondary school)"},
    {.name = "oldest",
     .value = 25,
     .unit = "year",
     .least = 16,
     .most = 60,
     .meaning = {"age up to which one may become an apprentice", "âge jusqu'auquel on peut devenir apprenti"},
     .source = "Code du travail L6222-1 (16 to 25; to 29 since 2019)"},
    {.name = "least_mastery",
     .value = 0.6,
     .unit = "1",
     .most = 1,
     .meaning =
         {"mastery that one worker of the same occupation and establishment needs, to train an apprentice",
          "maîtrise que doit avoir une personne du même métier et du même établissement pour former un apprenti"},
     .source = "guess (0.5 to 0.8): the law asks for a diploma or some years of the trade",
     .guess = true},
    {.name = "learning_boost",
     .value = 1.3,
     .unit = "1",
     .least = 0.1,
     .most = 5,
     .meaning = {"speed of learning against ordinary practice",
                 "vitesse d'apprentissage par rapport à la pratique ordinaire"},
     .source = "guess (1 to 1.6): a quarter of the time is spent at the training centre",
     .guess = true},
    {.name = "time_in_house",
     .value = 0.75,
     .unit = "1",
     .most = 1,
     .meaning = {"share of the working time spent in the establishment",
                 "part du temps de travail passée dans l'établissement"},
     .source = "at least 400 hours a year of courses (Code du travail L6233-8, until 2018) out of 1,607"},
    {.name = "diploma_tolerance",
     .value = 0.15,
     .unit = "1",
     .most = 1,
     .meaning =
         {"share of an occupation's workers whose low diploma does not open it; an apprentice prepares the next one",
          "part des personnes d'un métier dont le faible diplôme n'y donne pas accès ; un apprenti prépare le "
          "suivant"},
     .source = "guess (0.05 to 0.5): as matching.education_tolerance",
     .guess = true},
    {.name = "breaks",
     .value = 0.023,
     .unit = "1/month",
     .most = 0.5,
     .meaning = {"share of contracts broken in a month", "part des contrats rompus par mois"},
     .source = "18.9 % broken within 9 months (2017): 1 - (1 - 0.189)^(1/9)"},
    {.name = "kept",
     .value = 0.15,
     .unit = "1",
     .most = 1,
     .meaning = {"share kept on an open-ended contract at the end (who would be kept for a limited time leaves)",
                 "part gardée en CDI à la fin (qui serait gardé à durée limitée part)"},
     .source =
         "young who left school in 2010 (Céreq 2021): first post in the same firm for 25 % after a CAP or BEP, 43 % "
         "of them open-ended; for 46 % after two or three years of higher education, half open-ended: 0.11 to 0.23"},
    deadweight_setting(
        0.7,
        {"share of the capacity for apprentices whom establishments would have hired anyway: they cost "
         "and change nothing",
         "part de la capacité pour des apprentis qui auraient été embauchés de toute façon : ils coûtent "
         "et ne changent rien"},
        "guess (0.5 to 0.95): TPE jeunes apprentis, 7,000 to 11,000 additional hires against 150,000 and "
        "more by all firms under 11 (Dares); more among the eligible, still a minority"),
};
constexpr std::string_view axes[] = {"recruitment", "competences", "succession"};
constexpr std::string_view tables[] = {"establishments"};

/// Whether the action brought the apprentice to the post; else the hire would have been made anyway.
bool is_additional(const Programme& programme) { return !programme.establishment.none(); }

/// Breaks and ends of contracts.
void end_contracts(const InterventionStep& at, const std::vector<PersonId>& present, Proposals& proposals) {
    for (const PersonId person : present) {
        const Programme& programme = at.state.programme_of(person);
        const bool over = programme.until <= at.state.month;
        const bool additional = is_additional(programme);
        Draws draws = at.monthly_draws(at.state.persons[person].key);
        const bool stays = over && draws.happens(at.settings[kept]);
        const bool broken = !over && additional && draws.happens(at.settings[breaks]);
        if (over || broken) {
            proposals.complete(person);
        }
        if (additional && stays) {
            proposals.convert_contract(person, Contract::open_ended);
        } else if (additional && (over || broken)) {
            proposals.separate(person, Separation::contract_end);
        }
    }
}

bool has_tutor(const InterventionStep& at, CellId cell) {
    const std::vector<PostId>& posts = at.state.cells.list[cell];
    return std::any_of(posts.begin(), posts.end(), [&](PostId post) {
        const PersonId holder = at.state.posts[post].holder;
        return !holder.none() && at.state.persons[holder].contract != Contract::apprentice &&
               mastery_now(at.state, holder) >= at.settings[least_mastery];
    });
}

/// Which of the young take the post is chance: what they will be able to do cannot be seen yet.
const Candidate* find_apprentice(const InterventionStep& at, const std::vector<Candidate>& young,
                                 const Opening& opening, double least_diploma) {
    const Candidate* best = nullptr;
    std::uint32_t first = 0;
    for (const Candidate& one : young) {
        if (one.person.none() || km_to(at, opening, one.person) > at.settings[radius] || !may_move(at, opening, one) ||
            static_cast<double>(at.state.persons[one.person].education) + 1 < least_diploma) {
            continue;
        }
        const std::uint32_t drawn = at.draws(at.state.persons[one.person].key, luck_of(at.state, opening.post))();
        if (best == nullptr || drawn < first) {
            best = &one;
            first = drawn;
        }
    }
    return best;
}

void hire_additional(const InterventionStep& at, std::int64_t free, Proposals& proposals) {
    const std::vector<PostId> vacancies =
        free > 0 ? adopters_vacancies(at, at.settings[least_open], at.settings[take_up], at.settings[ramp])
                 : std::vector<PostId>{};
    if (vacancies.empty()) {
        return;
    }
    std::vector<Candidate> young =
        free_seekers(at, static_cast<int>(at.settings[youngest]), static_cast<int>(at.settings[oldest]));
    const std::vector<double> diplomas = job_market::least_diplomas(at.setting.pack, at.settings[diploma_tolerance]);
    for (const PostId post : vacancies) {
        if (free <= 0 || !has_tutor(at, at.state.posts[post].cell)) {
            continue;
        }
        const Opening opening = opening_of(at, post);
        const Candidate* found = find_apprentice(at, young, opening, diplomas[opening.occupation]);
        if (found == nullptr) {
            continue;
        }
        proposals.place(at.number, found->person, post, Contract::apprentice, brought(opening, *found));
        proposals.enrol({.action = at.number,
                         .person = found->person,
                         .until = static_cast<MonthIndex>(at.state.month + static_cast<int>(at.settings[duration])),
                         .learning_boost = static_cast<float>(at.settings[learning_boost]),
                         .establishment = at.state.cells.establishment[at.state.posts[post].cell],
                         .working_share = static_cast<float>(at.settings[time_in_house])});
        young[static_cast<std::size_t>(found - young.data())].person = {};
        --free;
    }
}

/// Ordinary apprentices hired in the month before by establishments that take part, in an order drawn once for each.
std::vector<PersonId> hired_anyway(const InterventionStep& at) {
    const State& state = at.state;
    std::vector<PersonId> people;
    for (std::uint32_t e = 0; e < state.establishments.size(); ++e) {
        if (!has_adopted(at, EstablishmentId{e}, at.settings[take_up], at.settings[ramp])) {
            continue;
        }
        const auto [first, end] = cells_of(state, EstablishmentId{e});
        for (CellId cell = first; cell.value < end.value; ++cell.value) {
            for (const PostId post : state.cells.list[cell]) {
                const PersonId holder = state.posts[post].holder;
                if (!holder.none() && state.persons[holder].contract == Contract::apprentice &&
                    state.persons[holder].hired == state.month - 1 && state.programme_of(holder).action == 0) {
                    people.push_back(holder);
                }
            }
        }
    }
    std::sort(people.begin(), people.end(), [&](PersonId a, PersonId b) {
        const DrawKey one = state.persons[a].key;
        const DrawKey other = state.persons[b].key;
        return std::pair(at.draws(one, 1)(), one) < std::pair(at.draws(other, 1)(), other);
    });
    return people;
}

void step(const InterventionStep& at, Proposals& proposals) {
    const std::vector<PersonId> present = enrolled_by(at);
    end_contracts(at, present, proposals);
    if (!at.active) {
        return;
    }
    const auto additional = std::count_if(
        present.begin(), present.end(), [&](PersonId person) { return is_additional(at.state.programme_of(person)); });
    const auto places = static_cast<std::int64_t>(at.settings[capacity]);
    const auto for_windfall = static_cast<std::int64_t>(std::lround(at.settings[capacity] * at.settings[deadweight]));
    std::int64_t windfall_left = for_windfall - (static_cast<std::int64_t>(present.size()) - additional);
    if (windfall_left > 0) {
        for (const PersonId person : hired_anyway(at)) {
            if (windfall_left-- <= 0) {
                break;
            }
            proposals.enrol(
                {.action = at.number,
                 .person = person,
                 .until = static_cast<MonthIndex>(at.state.month + static_cast<int>(at.settings[duration]))});
        }
    }
    hire_additional(at, places - for_windfall - additional, proposals);
}

}  // namespace

extern const Action apprenticeship = {
    .name = "apprenticeship",
    .label = {"apprenticeship", "apprentissage"},
    .meaning =
        {"Young job seekers are hired as apprentices in vacancies beside somebody able to train them; they learn "
         "faster, spend part of their time at the training centre, and some are kept at the end. Part of the help goes "
         "to apprentices who would have been hired anyway.",
         "De jeunes demandeurs d'emploi sont embauchés comme apprentis sur des postes vacants, auprès d'une personne "
         "capable de les former ; ils apprennent plus vite, passent une part du temps au centre de formation, et "
         "certains sont gardés. Une part de l'aide va à des apprentis qui auraient été embauchés de toute façon."},
    .eligibility = {"unemployed residents from `youngest` to `oldest`, school leavers included; vacancies open for "
                    "least_open and more in "
                    "establishments that take part, where one worker of the occupation has least_mastery",
                    "résidents au chômage de `youngest` à `oldest`, sortants d'école compris ; offres ouvertes depuis "
                    "least_open ou "
                    "plus d'établissements participants où une personne du métier a least_mastery"},
    .evidence =
        "18.9 % of contracts broken within 9 months (2017), 21 % in 2022; TPE jeunes apprentis: 7,000 to 11,000 "
        "additional hires against 150,000 and more by all firms under 11 (Dares)",
    .horizon = Horizon::medium_term,
    .indicator = "unfilled_posts",
    .target = -0.03,
    .owner = {"region and chambers of trades", "région et chambres consulaires"},
    .review_after = 24,
    .parameters = parameters,
    .capacity = "capacity",
    .stay = "duration",
    .tables = tables,
    .axes = axes,
    .changes = {Change::enrol, Change::complete, Change::place, Change::convert_contract, Change::separate},
    .step = step,
};

}  // namespace releve::actions

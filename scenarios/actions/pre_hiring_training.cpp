#include "engine/model/labour/job_market.hpp"
#include "scenarios/actions/action.hpp"
#include "scenarios/actions/openings.hpp"
#include "scenarios/actions/taking_part.hpp"

#include <algorithm>

namespace releve::actions {

namespace {

enum : std::size_t {
    places,
    take_up,
    ramp,
    duration,
    least_open,
    radius,
    youngest,
    oldest,
    least_mastery,
    mastery,
    promise_open,
    diploma_tolerance,
    drop_out,
    extra_applications,
    deadweight
};
constexpr Parameter parameters[] = {
    capacity_setting("places", 10,
                     {"people in training at the same time, at most", "personnes en formation simultanément, au plus"}),
    take_up_setting(0.30,
                    {"share of establishments that promise a hire after the training, in the end",
                     "part des établissements qui finissent par promettre l'embauche après la formation"},
                    "guess (0.10 to 0.50): the promise binds the employer"),
    ramp_setting(12),
    duration_setting(3, 1, 12, {"length of the training", "durée de la formation"},
                     "up to 400 hours (POE, Code du travail L6326-1): about three months of 35 hours a week", false),
    {.name = "least_open",
     .value = 2,
     .unit = "month",
     .most = 36,
     .meaning = {"time for which a vacancy has been open before a training is tied to it",
                 "durée d'ouverture d'une offre avant qu'une formation lui soit attachée"},
     .source = "guess (1 to 6): the offer has been published and has found nobody",
     .guess = true},
    {.name = "radius",
     .value = 30,
     .unit = "km",
     .most = 200,
     .meaning = {"distance as the crow flies from home within which somebody is sent to a post",
                 "distance à vol d'oiseau du domicile dans laquelle on oriente vers un poste"},
     .source =
         "guess (20 to 40): a reasonable offer was within 30 km or an hour (Code du travail L5411-6-3, until 2018)",
     .guess = true},
    {.name = "youngest",
     .value = 18,
     .unit = "year",
     .least = 15,
     .most = 60,
     .meaning = {"age from which somebody is sent to a training", "âge à partir duquel on oriente vers une formation"},
     .source = "guess (16 to 26): younger ones go to school or to an apprenticeship",
     .guess = true},
    {.name = "oldest",
     .value = 59,
     .unit = "year",
     .least = 16,
     .most = 70,
     .meaning = {"age up to which somebody is sent to a training", "âge jusqu'auquel on oriente vers une formation"},
     .source = "guess (55 to 62)",
     .guess = true},
    {.name = "least_mastery",
     .value = 0.15,
     .unit = "1",
     .most = 1,
     .meaning = {"mastery of the occupation, brought from elsewhere, from which such a training is enough",
                 "maîtrise du métier, apportée d'ailleurs, à partir de laquelle une telle formation suffit"},
     .source = "guess (0.05 to 0.3): 400 hours adapt, they do not teach a trade",
     .guess = true},
    {.name = "mastery",
     .value = 0.6,
     .unit = "1",
     .most = 1,
     .meaning = {"mastery to which the training brings those below it; who has it already is not sent",
                 "maîtrise à laquelle la formation amène ; qui l'a déjà n'y est pas orienté"},
     .source = "guess (0.45 to 0.75): no measure of what these trainings teach is published",
     .guess = true},
    {.name = "promise_open",
     .value = 6,
     .unit = "month",
     .most = 120,
     .meaning =
         {"time for which a vacancy has been open before its employer keeps the post for the person in training "
          "(POEI); before, the employer goes on looking meanwhile (POEC)",
          "durée d'ouverture d'une offre avant que l'employeur garde le poste à la personne en formation (POEI) ; "
          "avant, il continue de chercher pendant ce temps (POEC)"},
     .source = "guess (3 to 12): sooner, another candidate would come before the training ends",
     .guess = true},
    {.name = "diploma_tolerance",
     .value = 0.15,
     .unit = "1",
     .most = 1,
     .meaning =
         {"share of an occupation's workers whose low diploma does not open it to those who come from another",
          "part des personnes d'un métier dont le faible diplôme n'y ouvre pas l'accès à ceux d'un autre métier"},
     .source = "guess (0.05 to 0.5): as matching.education_tolerance",
     .guess = true},
    {.name = "drop_out",
     .value = 0.07,
     .unit = "1/month",
     .most = 0.5,
     .meaning = {"share of the trainings given up in a month", "part des formations abandonnées par mois"},
     .source = "guess (0.03 to 0.12): about 80 % hired after three months (figure of the promoter, 2015-2016)",
     .guess = true},
    {.name = "extra_applications",
     .value = 2,
     .unit = "1",
     .most = 20,
     .meaning = {"applications a month added after a training for which no post is kept",
                 "candidatures mensuelles ajoutées après une formation sans poste gardé"},
     .source = "guess (0 to 4)",
     .guess = true},
    deadweight_setting(
        0.2,
        {"share of vacancies for which the person trained would have been hired without it: they cost and "
         "change nothing (the others too would have been filled sometimes: that is simulated)",
         "part des offres pour lesquelles la personne formée aurait été embauchée sans cela : elles "
         "coûtent et ne changent rien (les autres auraient parfois été pourvues aussi : c'est simulé)"},
        "guess (0.1 to 0.5): employers choose whom they train; no counterfactual is published"),
};
constexpr std::string_view axes[] = {"recruitment", "competences"};
constexpr std::string_view tables[] = {"establishments"};

bool is_kept(const State& state, const Programme& programme) {
    return !programme.post.none() && state.posts[programme.post].exists() &&
           state.posts[programme.post].key == programme.post_key && state.posts[programme.post].is_vacancy();
}

/// Hires those whose training is over, or lets them apply with what they have learnt.
void end_training(const InterventionStep& at, PersonId person, Proposals& proposals) {
    const Programme& programme = at.state.programme_of(person);
    const float reached = std::max(mastery_now(at.state, person), static_cast<float>(at.settings[mastery]));
    if (is_kept(at.state, programme)) {
        proposals.place(at.number, person, programme.post, Contract::open_ended, reached);
    } else {
        proposals.complete(person, static_cast<std::uint8_t>(at.settings[extra_applications]));
        proposals.learn(person, reached);
    }
}

/// How many trainings go on.
std::size_t end_trainings(const InterventionStep& at, Proposals& proposals) {
    std::size_t left = 0;
    for (const PersonId person : enrolled_by(at)) {
        const bool over = at.state.programme_of(person).until <= at.state.month;
        const bool trained = at.state.persons[person].status == Status::training;
        Draws draws = at.monthly_draws(at.state.persons[person].key);
        if (over && trained) {
            end_training(at, person, proposals);
        } else if (over || (trained && draws.happens(at.settings[drop_out]))) {
            proposals.complete(person);
        } else {
            ++left;
        }
    }
    return left;
}

/// The most suitable of those who lack something: what a short training adds is not the trade.
const Candidate* find_trainee(const InterventionStep& at, const std::vector<Candidate>& candidates,
                              const Opening& opening, double least_diploma) {
    const Candidate* best = nullptr;
    float most = static_cast<float>(at.settings[least_mastery]);
    for (const Candidate& one : candidates) {
        if (one.person.none() || km_to(at, opening, one.person) > at.settings[radius] || !may_move(at, opening, one)) {
            continue;
        }
        const auto diploma = static_cast<double>(at.state.persons[one.person].education);
        const float brings = brought(opening, one);
        if (brings < at.settings[mastery] && (!is_new_to(opening, one) || diploma >= least_diploma) &&
            (best == nullptr ? brings >= most : brings > most)) {
            best = &one;
            most = brings;
        }
    }
    return best;
}

/// Whether somebody is being trained for the establishment without a post being kept.
bool trains_already(const InterventionStep& at, EstablishmentId establishment) {
    return std::any_of(at.state.programmes.begin(), at.state.programmes.end(), [&](const Programme& one) {
        return one.action == at.number && one.post.none() && one.establishment == establishment;
    });
}

void enrol(const InterventionStep& at, const Opening& opening, const Candidate& who, Proposals& proposals) {
    const Post& post = at.state.posts[opening.post];
    Proposals::Enrolment enrolment{
        .action = at.number,
        .person = who.person,
        .until = static_cast<MonthIndex>(at.state.month + static_cast<int>(at.settings[duration])),
        .establishment = at.state.cells.establishment[post.cell]};
    if (!is_windfall(at, {luck_of(at.state, opening.post), 0}, at.settings[deadweight])) {
        enrolment.into_training = true;
        enrolment.occupation = opening.occupation;
        enrolment.mastery = brought(opening, who);
        const bool keeps = at.state.month - post.opened >= at.settings[promise_open];
        enrolment.post = keeps ? opening.post : PostId{};
    }
    proposals.enrol(enrolment);
}

void step(const InterventionStep& at, Proposals& proposals) {
    std::int64_t free = places_left(at, at.settings[places], end_trainings(at, proposals));
    if (free == 0) {
        return;
    }
    const std::vector<PostId> vacancies =
        adopters_vacancies(at, at.settings[least_open], at.settings[take_up], at.settings[ramp]);
    if (vacancies.empty()) {
        return;
    }
    std::vector<Candidate> candidates =
        free_seekers(at, static_cast<int>(at.settings[youngest]), static_cast<int>(at.settings[oldest]));
    const std::vector<double> diplomas = job_market::least_diplomas(at.setting.pack, at.settings[diploma_tolerance]);
    std::vector<EstablishmentId> served;  // one training a month and establishment
    for (const PostId post : vacancies) {
        const EstablishmentId establishment = at.state.cells.establishment[at.state.posts[post].cell];
        if (free <= 0 || std::find(served.begin(), served.end(), establishment) != served.end() ||
            trains_already(at, establishment)) {
            continue;
        }
        const Opening opening = opening_of(at, post);
        const Candidate* trainee = find_trainee(at, candidates, opening, diplomas[opening.occupation]);
        if (trainee != nullptr) {
            enrol(at, opening, *trainee, proposals);
            candidates[static_cast<std::size_t>(trainee - candidates.data())].person = {};
            served.push_back(establishment);
            --free;
        }
    }
}

}  // namespace

extern const Action pre_hiring_training = {
    .name = "pre_hiring_training",
    .label = {"training before hiring", "formation préalable à l'embauche"},
    .meaning =
        {"For a vacancy that finds nobody, a job seeker near enough in occupation and place is trained for some "
         "months. "
         "Where the post is kept meanwhile, it is then taken on an open-ended contract at the mastery reached; else "
         "the "
         "person applies with that mastery.",
         "Pour une offre qui ne trouve personne, un demandeur d'emploi assez proche par le métier et le lieu est formé "
         "quelques mois. Si le poste lui est gardé, il le prend ensuite en CDI à la maîtrise atteinte ; sinon il "
         "candidate avec cette maîtrise."},
    .eligibility =
        {"unemployed residents of 18 and more, able to move to the occupation, with least_mastery and more but less "
         "than mastery; vacancies open for least_open and more in establishments that take part, owners' posts aside",
         "résidents au chômage de 18 ans et plus, pouvant passer au métier, avec au moins least_mastery et moins que "
         "mastery ; offres ouvertes depuis least_open ou plus d'établissements participants, hors postes de patron"},
    .evidence =
        "operational preparation for employment (POE): nearly 80 % of 50,000 people hired afterwards (2015-2016, "
        "figure of "
        "Pôle emploi, chosen people); 3,800 people in the region Grand Est in 2016, which would make about 30 a year "
        "for "
        "17,000 posts. What those trained would have found alone, and how soon others would have taken the posts kept "
        "for "
        "them, is simulated with the same luck, not assumed",
    .horizon = Horizon::short_term,
    .indicator = "unfilled_posts",
    .target = -0.01,
    .owner = {"Pôle emploi and skills operators", "Pôle emploi et opérateurs de compétences"},
    .review_after = 12,
    .parameters = parameters,
    .capacity = "places",
    .stay = "duration",
    .tables = tables,
    .axes = axes,
    .changes = {Change::enrol, Change::complete, Change::place, Change::learn},
    .step = step,
};

}  // namespace releve::actions

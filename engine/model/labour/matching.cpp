#include "engine/model/labour/job_market.hpp"

namespace releve::processes {

namespace {

constexpr Purpose of_apprentice = purpose("matching.apprentice");

constexpr Parameter parameters[] = {
    {.name = "applications",
     .value = 7,
     .unit = "1",
     .least = 1,
     .most = 50,
     .meaning = {"vacancies a searching person looks at in a month",
                 "offres qu'une personne en recherche regarde par mois"},
     .source = "guess, calibrated on people in post (RP2016) and a vacancy rate of 1 to 2 %",
     .guess = true},
    {.name = "intensity",
     .value = 0.8,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"probability that an unemployed person searches in a month",
                 "probabilité qu'un chômeur cherche au cours d'un mois"},
     .source = "guess",
     .guess = true},
    {.name = "job_search",
     .value = 0.0065,
     .unit = "1/month",
     .least = 0,
     .most = 0.5,
     .meaning = {"hazard that a worker applies elsewhere",
                 "risque mensuel qu'une personne en poste candidate ailleurs"},
     .source =
         "guess, calibrated with quit.without_new_post on the open-ended exit rate (11.3 % of employees a year, Dares "
         "2014-003, 2012), of which resignations and the like are 5 to 6 (Dares DMMO-EMMO), moves the larger part",
     .guess = true},
    {.name = "commuting_scale",
     .value = 20,
     .unit = "km",
     .least = 1,
     .most = 200,
     .meaning = {"distance as the crow flies over which the wish to apply falls by 63 %",
                 "distance à vol d'oiseau sur laquelle l'envie de candidater baisse de 63 %"},
     .source = "guess: a mean commute of 15 to 20 km in rural France; calibrated on a vacancy rate near 1 to 2 %",
     .guess = true},
    {.name = "detour",
     .value = 1.34,
     .unit = "1",
     .least = 1,
     .most = 3,
     .meaning = {"km by road for one as the crow flies, where the table travel tells trips",
                 "km par la route pour un km à vol d'oiseau, là où la table travel dit des trajets"},
     .source = "mean road over straight-line distance to the centre of 300 European cities (Environment and Planning B "
               "2023, doi:10.1177/23998083231168870)"},
    {.name = "travel_speed",
     .value = 50,
     .unit = "km/h",
     .least = 5,
     .most = 130,
     .meaning = {"speed of a trip from door to door, where the table travel tells minutes",
                 "vitesse d'un trajet de porte à porte, là où la table travel dit des minutes"},
     .source = "guess: by car on the roads of a rural area; slower in towns and by public transport",
     .guess = true},
    {.name = "minimum_mastery",
     .value = 0.15,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"mastery under which an employer refuses", "maîtrise en dessous de laquelle un employeur refuse"},
     .source = "guess",
     .guess = true},
    {.name = "lowering",
     .value = 0.02,
     .unit = "1/month",
     .least = 0,
     .most = 1,
     .meaning = {"by how much the requirement falls for each month of vacancy",
                 "de combien l'exigence baisse par mois de vacance"},
     .source = "guess",
     .guess = true},
    {.name = "ranking",
     .value = 0.5,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"from a uniform choice among the acceptable (0) to the most suitable always first (1)",
                 "d'un choix uniforme parmi les acceptables (0) au plus apte toujours premier (1)"},
     .source = "guess",
     .guess = true},
    {.name = "decision_open_ended",
     .value = 0.6,
     .unit = "1",
     .least = 0.01,
     .most = 1,
     .meaning = {"probability that an employer concludes in a month, for an open-ended or owner's post",
                 "probabilité qu'un employeur conclue dans le mois, pour un CDI ou une reprise"},
     .source = "guess: a search takes about six weeks (order of magnitude of Dares, offers and hires)",
     .guess = true},
    {.name = "decision_fixed_term",
     .value = 0.98,
     .unit = "1",
     .least = 0.01,
     .most = 1,
     .meaning = {"the same for a fixed term", "la même, pour un CDD"},
     .source = "guess: fixed terms are filled in days; calibrated on people in post (RP2016) with shorter fixed terms",
     .guess = true},
    {.name = "refusal",
     .value = 0.10,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"probability that an offer is turned down", "probabilité qu'une proposition soit refusée"},
     .source = "guess",
     .guess = true},
    {.name = "agency_months", .value = 2, .unit = "month", .same_as = "contract_end.agency_months"},
    {.name = "apprentices",
     .value = 0.12,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"share of apprentices among the young hired for a limited time",
                 "part d'apprentis parmi les jeunes embauchés pour une durée limitée"},
     .source = "guess, set on apprentices being 1.9 % of the people in post (Insee, RP2021, arrondissement of Langres)",
     .guess = true},
    {.name = "apprentice_age",
     .value = 26,
     .unit = "year",
     .least = 16,
     .most = 40,
     .meaning = {"age from which one can no longer be hired as an apprentice",
                 "âge à partir duquel on ne peut plus être embauché en apprentissage"},
     .source = "Code du travail L6222-1 (before 2019: up to 25 years)"},
    {.name = "discouragement",
     .value = 0.75,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"share of the search intensity lost after a year without a post",
                 "part de l'intensité de recherche perdue après un an sans poste"},
     .source = "guess, calibrated with duration_penalty on a long-term share of unemployment near 40 % (Insee 2013)",
     .guess = true},
    {.name = "duration_penalty",
     .value = 0.8,
     .unit = "1",
     .least = 0,
     .most = 2,
     .meaning =
         {"by how much a year without a post lowers an applicant's rank (the score of the others goes from 0 to 1)",
          "de combien un an sans poste abaisse le rang d'un candidat (le score des autres va de 0 à 1)"},
     .source =
         "guess: employers call back fewer of the long-term unemployed (Kroft, Lange and Notowidigdo 2013, direction); "
         "calibrated with discouragement",
     .guess = true},
    {.name = "education_tolerance",
     .value = 0.15,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"share of an occupation's workers whose low diploma does not open it to newcomers",
                 "part des personnes d'un métier dont le faible diplôme n'y ouvre pas l'accès aux nouveaux"},
     .source = "guess: below the diploma that 85 % hold, one does not enter another occupation; the own one stays open",
     .guess = true},
    {.name = "search_delay",
     .value = 0,
     .unit = "month",
     .least = 0,
     .most = 12,
     .meaning = {"steps from losing a post to the first search",
                 "pas entre la perte d'un poste et la première recherche"},
     .source = "0: those who lose a post look around in the same month; 1: all that happens in a step starts from the "
               "state before it"},
    {.name = "posting_delay",
     .value = 0,
     .unit = "month",
     .least = 0,
     .most = 12,
     .meaning = {"steps from the decision to recruit to the first applications",
                 "pas entre la décision de recruter et les premières candidatures"},
     .source = "0: an employer hears of candidates in the same month; 1: as for search_delay"},
    {.name = "gives_up_open_ended",
     .value = 0.1,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"probability that a worker on an open-ended contract would take a post for a limited time",
                 "probabilité qu'une personne en CDI accepte un poste à durée limitée"},
     .source =
         "guess, range 0 to 0.3: who leaves an open-ended contract for another post mostly takes another of the kind",
     .guess = true},
    {.name = "vacancies_weigh",
     .value = 1,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning =
         {"1: people look where mobility and vacancies are many; 0: mobility alone decides, and who looks at an "
          "occupation without a vacancy finds nothing",
          "1 : on cherche là où la mobilité et les offres sont nombreuses ; 0 : la mobilité seule décide, et qui "
          "regarde un métier sans offre ne trouve rien"},
     .source = "1: del Rio-Chanona et al. 2021 (weight of mobility times vacancies)"},
    {.name = "nothing_suits",
     .value = 9,
     .unit = "1",
     .least = 0,
     .most = 1000,
     .meaning =
         {"weight of finding nothing that suits at a look, in vacancies at one's door (the sum of the weights of "
          "those within reach at which every second look finds one)",
          "poids de ne rien trouver qui convienne, en offres à sa porte (somme des poids des offres à portée pour "
          "laquelle un regard sur deux en trouve une)"},
     .source = "guess, calibrated with applications; an outside option, as in discrete choice (McFadden 1974)",
     .guess = true},
    {.name = "wide_reach",
     .value = 2,
     .unit = "1",
     .least = 1,
     .most = 10,
     .meaning = {"how many times further those look whom an action helps to move or to travel",
                 "combien de fois plus loin cherchent ceux qu'une action aide à se déplacer ou à déménager"},
     .source =
         "guess (1.3 to 3): no published effect on the distance searched; 23 % of the French have given up a post "
         "or a training for want of a way to get there (Elabe for the Laboratoire de la mobilité inclusive, January "
         "2017)",
     .guess = true},
};
constexpr std::string_view tables[] = {"occupations"};

std::vector<double> prepare(const Setting& setting, std::span<const double> values) {
    return job_market::prepare_tables(setting, values);
}

Hazard hazard(const RiskContext& at, std::uint32_t, int) {
    return {at.parameters[job_market::job_search] * double{at.state.scores.highest_quits}, never};
}

/// The contract offered; of the young hired for a limited time some come as apprentices.
Contract contract_for(const Step& at, PersonId person, const job_market::Offer& offer) {
    const bool limited = offer.contract == Contract::fixed_term || offer.contract == Contract::agency;
    const int age = at.state.persons[person].age_years(at.state.month);
    if (!limited || age >= at.parameters[job_market::apprentice_age]) {
        return offer.contract;
    }
    Draws draws =
        at.state.luck.draws(at.state.persons[person].key, of_apprentice, static_cast<std::uint32_t>(at.state.month));
    return draws.happens(at.parameters[job_market::apprentices]) ? Contract::apprentice : offer.contract;
}

void step(const Step& at, Proposals& proposals) {
    const std::vector<job_market::Offer> offers = job_market::collect_offers(at);
    const std::vector<job_market::Application> made = job_market::collect_applications(at, offers);
    for (const job_market::Application& agreed : job_market::agree(made, offers.size(), at.state)) {
        const job_market::Offer& offer = offers[agreed.offer];
        proposals.hire(agreed.person, offer.post, contract_for(at, agreed.person, offer), agreed.mastery);
    }
}

}  // namespace

extern const Process matching = {
    .name = "matching",
    .label = {"search and matching", "recherche d'emploi et appariement"},
    .meaning =
        {"Job seekers, and workers who look elsewhere, apply to vacancies: occupation by the mobility network and the "
         "vacancies open, place by distance. Employers refuse those below a minimum of mastery or of diploma, rank the "
         "others and make "
         "offers; a person with several takes the one liked best.",
         "Les demandeurs d'emploi, et les personnes en poste qui cherchent ailleurs, candidatent : le métier selon "
         "le réseau de mobilité et les offres, le lieu selon la distance. Les employeurs écartent ceux qui sont "
         "sous un minimum, classent les autres et proposent ; qui a plusieurs propositions prend la préférée."},
    .formula =
        "at each of `applications` looks: a vacancy of occupation j with weight A[own, j] * exp(-km / commuting_scale) "
        "* "
        "attractiveness, against nothing_suits for none (without vacancies_weigh: j with weight A[own, j], then one of "
        "its vacancies by distance and attractiveness); km as the crow flies or the trip of table travel brought to "
        "them; score = ranking * mastery + (1 - ranking) * U(0, 1) - "
        "duration_penalty * min(1, months unemployed / 12); "
        "who holds an open-ended contract considers a limited time with probability gives_up_open_ended; "
        "deferred acceptance",
    .source =
        "del Rio-Chanona et al. 2021 (search over a mobility network); Gale and Shapley 1962 (deferred acceptance)",
    .parameters = parameters,
    .tables = tables,
    .changes = {Change::hire},
    // On-the-job search. The hazard is constant, so its clock runs on from post to post and through what lies between; what
    // it announces where nobody looks from a post counts for nothing (`looks_elsewhere`).
    .risk = {.statuses = {Status::employed, Status::unemployed, Status::training, Status::inactive, Status::outside},
             .hazard = hazard},
    .prepare = prepare,
    .step = step,
};

}  // namespace releve::processes

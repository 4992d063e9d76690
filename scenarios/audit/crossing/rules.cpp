#include "scenarios/audit/crossing/contradictions.hpp"

namespace releve::audit {

namespace {

constexpr double fewest_people = 5;   // below, a share of people says nothing
constexpr double fewest_planned = 3;  // nor one of planned recruitments

std::optional<double> share(double part, double all, double least) {
    return all < least ? std::nullopt : std::optional(part / all);
}

std::optional<double> senior_share(const Figures& at) { return share(at.from_55, at.workers, fewest_people); }

/// Where those under 30 are at least half as many, the young are there to take over.
std::optional<double> senior_share_without_young(const Figures& at) {
    return at.under_30 < at.from_55 / 2 ? senior_share(at) : std::optional(0.0);
}

std::optional<double> owner_age(const Figures& at) {
    return at.owner_age == 0 ? std::nullopt : std::optional(double{1} * at.owner_age);
}

std::optional<double> difficult_share(const Figures& at) {
    return share(at.planned_difficult, at.planned, fewest_planned);
}

std::optional<double> recent_ratio(const Figures& at) {
    return at.workers < 2 * fewest_people ? std::nullopt : share(at.recent, at.recent_expected, 1);
}

std::optional<double> single_share(const Figures& at) { return share(at.single, at.asked, 1); }
std::optional<double> unheld_share(const Figures& at) { return share(at.unheld, at.asked, 1); }
std::optional<double> links(const Figures& at) { return at.links; }

constexpr Label of_seniors{"people of 55 and over", "personnes de 55 ans et plus"};
constexpr Label of_seniors_alone{"people of 55 and over, with less than half as many under 30",
                                 "personnes de 55 ans et plus, avec moitié moins de moins de 30 ans"};
constexpr Label of_difficult{"planned recruitments said to be difficult", "recrutements prévus dits difficiles"};
constexpr Label of_recent{"people hired within two years, against what their occupations have in the territory",
                          "personnes embauchées depuis moins de deux ans, rapportées à ce qu'ont leurs métiers dans le "
                          "territoire"};
constexpr Label of_single{"competences held by one person alone", "compétences tenues par une seule personne"};
constexpr Label of_unheld{"competences asked that nobody masters", "compétences demandées que personne ne maîtrise"};
constexpr Label of_links{"establishments it is known to work with",
                         "établissements avec lesquels il est connu pour travailler"};

constexpr CrossingRule rules[] = {
    {.name = "ageing_said_ready",
     .axis = "succession",
     .claim = Claim::strong,
     .figure = of_seniors_alone,
     .reading = {"many near retirement and few to follow", "beaucoup de départs proches et peu de relève"},
     .as_share = true,
     .threshold = 0.30,
     .source = "guess (0.25 to 0.40): about half as much again as in the territory",
     .value = senior_share_without_young},
    {.name = "young_said_ageing",
     .axis = "succession",
     .claim = Claim::weak,
     .figure = of_seniors,
     .reading = {"hardly anybody is near retirement", "presque personne n'approche de la retraite"},
     .as_share = true,
     .threshold = 0.05,
     .above = false,
     .source = "guess (0 to 0.10)",
     .value = senior_share},
    {.name = "old_owner_said_ready",
     .axis = "succession",
     .claim = Claim::strong,
     .figure = {"age of the owner", "âge du dirigeant"},
     .reading = {"the firm itself will have to be handed over", "l'entreprise elle-même sera à transmettre"},
     .threshold = 60,
     .source = "guess (57 to 62): around the age at which owners retire",
     .value = owner_age},
    {.name = "hard_said_easy",
     .axis = "recruitment",
     .claim = Claim::strong,
     .figure = of_difficult,
     .reading = {"the employer itself expects difficulties", "l'employeur lui-même s'attend à des difficultés"},
     .as_share = true,
     .threshold = 0.5,
     .source = "guess (0.4 to 0.6): near the share in the national survey of labour needs",
     .value = difficult_share},
    {.name = "easy_said_hard",
     .axis = "recruitment",
     .claim = Claim::weak,
     .figure = of_difficult,
     .reading = {"the employer expects no difficulty", "l'employeur n'attend pas de difficulté"},
     .as_share = true,
     .threshold = 0.1,
     .above = false,
     .source = "guess (0 to 0.2)",
     .value = difficult_share},
    {.name = "unheld_said_mastered",
     .axis = "competences",
     .claim = Claim::strong,
     .figure = of_unheld,
     .reading = {"posts ask for more than people can do", "les postes demandent plus que ce que l'on sait y faire"},
     .as_share = true,
     .needs_survey = true,
     .threshold = 0.25,
     .source = "guess (0.15 to 0.40)",
     .value = unheld_share},
    {.name = "mastered_said_missing",
     .axis = "competences",
     .claim = Claim::weak,
     .figure = of_unheld,
     .reading = {"every competence asked has somebody who masters it",
                 "chaque compétence demandée a quelqu'un qui la maîtrise"},
     .as_share = true,
     .needs_survey = true,
     .threshold = 0.02,
     .above = false,
     .source = "guess (0 to 0.05)",
     .value = unheld_share},
    {.name = "single_said_passed_on",
     .axis = "transmission",
     .claim = Claim::strong,
     .figure = of_single,
     .reading = {"know-how rests on single people all the same", "les savoir-faire tiennent pourtant à une personne"},
     .as_share = true,
     .needs_survey = true,
     .threshold = 0.5,
     .source = "guess (0.4 to 0.7)",
     .value = single_share},
    {.name = "shared_said_single",
     .axis = "transmission",
     .claim = Claim::weak,
     .figure = of_single,
     .reading = {"nearly every competence has several holders", "presque chaque compétence a plusieurs détenteurs"},
     .as_share = true,
     .needs_survey = true,
     .threshold = 0.1,
     .above = false,
     .source = "guess (0.05 to 0.2)",
     .value = single_share},
    {.name = "turnover_said_stable",
     .axis = "people_management",
     .claim = Claim::strong,
     .figure = of_recent,
     .reading = {"people do not stay as elsewhere", "on n'y reste pas comme ailleurs"},
     .needs_survey = true,
     .threshold = 1.5,
     .source = "guess (1.3 to 2)",
     .value = recent_ratio},
    {.name = "stable_said_turnover",
     .axis = "people_management",
     .claim = Claim::weak,
     .figure = of_recent,
     .reading = {"people stay longer than elsewhere", "on y reste plus longtemps qu'ailleurs"},
     .needs_survey = true,
     .threshold = 0.5,
     .above = false,
     .source = "guess (0.4 to 0.7)",
     .value = recent_ratio},
    {.name = "alone_said_cooperative",
     .axis = "cooperation",
     .claim = Claim::strong,
     .figure = of_links,
     .reading = {"no partner is known", "aucun partenaire n'est connu"},
     .threshold = 0,
     .above = false,
     .source = "definition",
     .value = links},
    {.name = "linked_said_alone",
     .axis = "cooperation",
     .claim = Claim::weak,
     .figure = of_links,
     .reading = {"several partners are known", "plusieurs partenaires sont connus"},
     .threshold = 3,
     .source = "guess (2 to 5)",
     .value = links},
};

}  // namespace

std::span<const CrossingRule> crossing_rules() { return rules; }

}  // namespace releve::audit

#include "engine/synthesis/parameters.hpp"

namespace releve {

namespace {
constexpr Parameter parameters[] = {
    {.name = "outside_pool", .value = 1.5, .unit = "1", .least = 0, .most = 10,
     .meaning = {"people living and working outside who may apply here, per in-commuter",
                 "personnes vivant et travaillant hors du territoire qui peuvent y candidater, par navetteur entrant"},
     .source = "guess: no origin-destination figures are public for these communes", .guess = true},
    {.name = "outside_unemployment", .value = 0.09, .unit = "1", .least = 0, .most = 0.5,
     .meaning = {"share of job seekers among them", "part de demandeurs d'emploi parmi elles"},
     .source = "Insee, localised unemployment rate, Chaumont and Dijon areas, about 9 % in 2013", .guess = true},
    {.name = "first_mastery", .value = 0.40, .unit = "1", .least = 0, .most = 1,
     .meaning = {"mastery at the start of a career", "maîtrise en début de carrière"},
     .source = "guess; keep equal to school_leaving.first_mastery", .guess = true},
    {.name = "complete_men", .value = 0.60, .unit = "1", .least = 0, .most = 1,
     .meaning = {"share of men whose career has no gap; the others have validated between 70 and 100 % of its quarters",
                 "part des hommes sans trou de carrière ; les autres ont validé de 70 à 100 % des trimestres"},
     .source = "guess: order of magnitude of DREES, Les retraités et les retraites", .guess = true},
    {.name = "complete_women", .value = 0.50, .unit = "1", .least = 0, .most = 1,
     .meaning = {"the same for women", "la même pour les femmes"},
     .source = "guess: order of magnitude of DREES, Les retraités et les retraites (children's quarters included)", .guess = true},
    {.name = "complete_at_60", .value = 0.25, .unit = "1", .least = 0, .most = 1,
     .meaning = {"the same for those still in post at 60: the others have mostly left",
                 "la même pour ceux encore en poste à 60 ans : les autres sont pour la plupart partis"},
     .source = "guess: 0.6 of careers complete, of which a fifth not yet gone at 70 % leaving at once", .guess = true},
    {.name = "unemployment_months", .value = 14, .unit = "month", .least = 1, .most = 60,
     .meaning = {"mean time since when the first unemployed have been looking",
                 "ancienneté moyenne de recherche des premiers chômeurs"},
     .source = "Insee, labour force survey 2013: about 40 % unemployed for a year or more", .guess = true},
    {.name = "vacancies", .value = 0.020, .unit = "1", .least = 0, .most = 0.2,
     .meaning = {"vacant posts at the start, on top of the jobs counted, per job",
                 "postes vacants au départ, en plus des emplois recensés, par emploi"},
     .source = "guess: what the model itself settles at, so that the jobs filled start where they were counted",
     .guess = true},
    {.name = "vacancy_months", .value = 1.5, .unit = "month", .least = 0, .most = 24,
     .meaning = {"mean time since when these are open", "ancienneté moyenne de ces vacances"},
     .source = "guess: what the model itself settles at", .guess = true},
};
}  // namespace

std::span<const Parameter> synthesis_parameters() { return parameters; }

}  // namespace releve

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
    {.name = "quarters_men", .value = 0.95, .unit = "1", .least = 0.3, .most = 1,
     .meaning = {"mean share of the quarters since the career start that men have validated",
                 "part moyenne des trimestres validés par les hommes depuis le début de carrière"},
     .source = "guess: order of magnitude of DREES, Les retraités et les retraites", .guess = true},
    {.name = "quarters_women", .value = 0.90, .unit = "1", .least = 0.3, .most = 1,
     .meaning = {"the same for women", "la même pour les femmes"},
     .source = "guess: order of magnitude of DREES, Les retraités et les retraites (children's quarters included)", .guess = true},
    {.name = "unemployment_months", .value = 14, .unit = "month", .least = 1, .most = 60,
     .meaning = {"mean time since when the first unemployed have been looking",
                 "ancienneté moyenne de recherche des premiers chômeurs"},
     .source = "Insee, labour force survey 2013: about 40 % unemployed for a year or more", .guess = true},
};
}  // namespace

std::span<const Parameter> synthesis_parameters() { return parameters; }

}  // namespace releve

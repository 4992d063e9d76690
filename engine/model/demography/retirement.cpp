#include "engine/inputs/pension.hpp"
#include "engine/model/process.hpp"

#include <algorithm>

namespace releve::processes {

namespace {

enum : std::size_t { at_once, later, before_full_rate, decote_weight, unfit, at_automatic, after_automatic };
constexpr Parameter parameters[] = {
    {.name = "at_once",
     .value = 0.70,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"probability of leaving in the very month the full rate is reached",
                 "probabilité de partir le mois même où le taux plein est atteint"},
     .source = "DREES, survey of new retirees 2010-2017: three in four leave as soon as they can"},
    {.name = "later",
     .value = 0.030,
     .unit = "1/month",
     .least = 0,
     .most = 1,
     .meaning = {"hazard of leaving once the full rate is passed",
                 "risque mensuel de partir une fois le taux plein passé"},
     .source = "guess: half of the others within two years",
     .guess = true},
    {.name = "before_full_rate",
     .value = 0.020,
     .unit = "1/month",
     .least = 0,
     .most = 0.2,
     .meaning = {"hazard of leaving after the first possible date, just below the full rate",
                 "risque mensuel de partir après la première date possible, juste avant le taux plein"},
     .source = "guess: about one in ten pensions is claimed with a reduction",
     .guess = true},
    {.name = "decote_weight",
     .value = 8,
     .unit = "1",
     .least = 0,
     .most = 100,
     .meaning = {"how fast that hazard falls with the reduction of the pension: exp(-weight * reduction)",
                 "vitesse à laquelle ce risque baisse avec la décote : exp(-poids * décote)"},
     .source = "guess: a reduction of 9 % halves the hazard",
     .guess = true},
    {.name = "unfit",
     .value = 0.75,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"probability that an inactive person leaves at the opening age, unfit for work, at the full rate",
                 "probabilité qu'une personne inactive parte à l'âge d'ouverture, inapte au travail, au taux plein"},
     .source = "guess: most are ill or on a disability pension, which turns into a pension at that age",
     .guess = true},
    {.name = "at_automatic",
     .value = 0.75,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"probability of leaving at the age of the automatic full rate",
                 "probabilité de partir à l'âge du taux plein automatique"},
     .source = "guess: most have nothing more to wait for",
     .guess = true},
    {.name = "after_automatic",
     .value = 0.010,
     .unit = "1/month",
     .least = 0,
     .most = 1,
     .meaning = {"hazard of leaving past the age of the automatic full rate",
                 "risque mensuel de partir passé l'âge du taux plein automatique"},
     .source = "guess: half of those who stay, many of them self-employed, for nearly six years",
     .guess = true},
};
constexpr std::string_view tables[] = {"pension_law"};

/// Posts and job search validate a quarter every three months; inactivity does not.
CareerFacts career_of(const RiskContext& at, const Person& person) {
    const int as_of = std::max<int>(person.career_start, 0);
    const double validated = person.career_start >= 0 ? 0.0 : double{person.quarters};
    CareerFacts facts{.birth = person.birth,
                      .career_start = person.career_start,
                      .quarters = validated - person.idle / 3.0,
                      .credited = static_cast<double>(person.credited),
                      .as_of = as_of,
                      .origin = at.setting.calendar.start.count};
    if (person.status == Status::inactive) {
        facts.validated_until = std::max<int>(person.status_since, as_of);
    }
    return facts;
}

/// No law opens a pension before 55. Until then a clock waits for that birthday alone and rings, so that a change of status
/// in a career of forty years does not work out dates that lie far ahead; the clock of the years that count starts then.
int first_thought(const Person& person) { return person.birth + 55 * 12; }

Hazard hazard(const RiskContext& at, std::uint32_t entity, int month) {
    if (const int birthday = first_thought(at.state.persons[PersonId{entity}]); at.state.month < birthday) {
        constexpr double certain = 1e9;
        return month < birthday ? Hazard{0, birthday} : Hazard{certain, never};
    }
    const std::span<const double> of = at.parameters;
    const PensionBehaviour behaviour{of[at_once], of[later],        of[before_full_rate], of[decote_weight],
                                     of[unfit],   of[at_automatic], of[after_automatic]};
    const CareerFacts facts = career_of(at, at.state.persons[PersonId{entity}]);
    const PensionHazard found =
        pension_hazard(at.setting.pack.pension_laws, at.setting.pension_law, facts, behaviour, month);
    return {found.rate, std::min<int>(found.until, never)};
}

void step(const Step& at, Proposals& proposals) {
    for (const std::uint32_t entity : at.due) {
        const PersonId person{entity};
        if (at.state.month > first_thought(at.state.persons[person])) {
            proposals.retire(person);
        }
    }
}

}  // namespace

extern const Process retirement = {
    .name = "retirement",
    .label = {"retirements", "départs en retraite"},
    .meaning = {"People claim their pension by the dated law of their birth cohort and by behaviour: most leave in the "
                "month they reach the full rate.",
                "Chacun prend sa retraite selon la loi datée de sa génération et selon son comportement : la plupart "
                "partent le mois où ils atteignent le taux plein."},
    .formula =
        "hazard = 0 before the earliest date; before_full_rate * exp(-decote_weight * reduction) up to the full rate; "
        "-ln(1 - at_once) in its month; later afterwards; -ln(1 - at_automatic) in the month of the automatic full "
        "rate, after_automatic past it; -ln(1 - unfit) for the inactive in the month of the opening age. The law of a "
        "month is the last of "
        "the chosen lineage to have taken effect. A quarter every 3 months but those of inactivity",
    .source = "pack tables pension_law and long_careers; behaviour: DREES, Études et résultats 902",
    .parameters = parameters,
    .tables = tables,
    .changes = {Change::retire},
    .risk = {.statuses = {Status::employed, Status::unemployed, Status::training, Status::inactive, Status::outside},
             .hazard = hazard,
             .apart = {Status::inactive}},
    .step = step,
};

}  // namespace releve::processes

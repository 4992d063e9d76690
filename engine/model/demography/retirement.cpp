#include "engine/base/rates.hpp"
#include "engine/model/demography/pension.hpp"
#include "engine/model/process.hpp"

namespace releve::processes {

namespace {

enum : std::size_t { at_once, later, before_full_rate, at_automatic };
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
     .value = 0.045,
     .unit = "1/month",
     .least = 0,
     .most = 1,
     .meaning = {"hazard of leaving once the full rate is passed",
                 "risque mensuel de partir une fois le taux plein passé"},
     .source = "guess: half of the others within 15 months",
     .guess = true},
    {.name = "before_full_rate",
     .value = 0.012,
     .unit = "1/month",
     .least = 0,
     .most = 0.2,
     .meaning = {"hazard of leaving after the first possible date but below the full rate",
                 "risque mensuel de partir après la première date possible, sans le taux plein"},
     .source = "guess: about one in ten pensions is claimed with a reduction",
     .guess = true},
    {.name = "at_automatic",
     .value = 0.85,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"probability of leaving at the age of the automatic full rate",
                 "probabilité de partir à l'âge du taux plein automatique"},
     .source = "guess: few work beyond that age",
     .guess = true},
};
constexpr std::string_view tables[] = {"pension_law"};

PensionDates dates_of(const RiskContext& at, PersonId person) {
    const Persons& persons = at.state.persons;
    const int as_of = std::max<int>(persons[person].career_start, 0);
    const double quarters = persons[person].career_start >= 0 ? 0.0 : persons[person].quarters;
    return pension_dates(at.setting.pack.pension_laws[at.setting.pension_law],
                         {.birth = persons[person].birth,
                          .career_start = persons[person].career_start,
                          .quarters = quarters,
                          .as_of = as_of,
                          .origin = at.setting.calendar.start.count});
}

Hazard hazard(const RiskContext& at, std::uint32_t entity, int month) {
    const int youngest = at.state.persons[PersonId{entity}].birth + 55 * 12;
    if (month < youngest) {
        return {0, youngest};  // no law opens a pension before 55: spares most people the dates
    }
    const PensionDates dates = dates_of(at, PersonId{entity});
    if (month < dates.earliest) {
        return {0, dates.earliest};
    }
    if (month == dates.automatic) {
        return {hazard_from_probability(at.parameters[at_automatic]), month + 1};
    }
    if (month < dates.full_rate) {
        return {at.parameters[before_full_rate], std::min(dates.full_rate, dates.automatic)};
    }
    if (month == dates.full_rate) {
        return {hazard_from_probability(at.parameters[at_once]), month + 1};
    }
    return {at.parameters[later], month < dates.automatic ? dates.automatic : never};
}

void step(const Step& at, Proposals& proposals) {
    for (const std::uint32_t person : at.due) {
        proposals.retire(PersonId{person});
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
        "hazard = 0 before the earliest date; before_full_rate up to the full rate; -ln(1 - at_once) in its month; "
        "later afterwards; -ln(1 - at_automatic) in the month of the automatic full rate",
    .source = "pack tables pension_law and long_careers; behaviour: DREES, Études et résultats 902",
    .parameters = parameters,
    .tables = tables,
    .changes = {Change::retire},
    .risk = {.statuses = {Status::employed, Status::unemployed, Status::training, Status::inactive, Status::outside},
             .hazard = hazard},
    .step = step,
};

}  // namespace releve::processes

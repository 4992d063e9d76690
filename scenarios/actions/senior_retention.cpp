#include "scenarios/actions/action.hpp"
#include "scenarios/actions/taking_part.hpp"

namespace releve::actions {

namespace {

enum : std::size_t { capacity, take_up, ramp, age, window, duration, retirement_share, working_share, deadweight };
constexpr Parameter parameters[] = {
    capacity_setting("capacity", 60,
                     {"seniors accompanied at the same time, at most", "seniors accompagnés en même temps, au plus"}),
    take_up_setting(
        0.15,
        {"share of establishments that take part in the end", "part des établissements qui participent finalement"},
        "guess (0.05 to 0.30), pessimistic: the contrat de génération reached 8 % of its target (Cour des "
        "comptes 2016), the fixed term for seniors was little used"),
    ramp_setting(18),
    {.name = "age",
     .value = 58,
     .unit = "year",
     .least = 45,
     .most = 75,
     .meaning = {"age from which an employee is eligible", "âge à partir duquel une personne salariée est éligible"},
     .source = "a decision (contrat de génération: kept at work from 57 on)"},
    {.name = "window",
     .value = 12,
     .unit = "month",
     .least = 1,
     .most = 12,
     .meaning = {"time before the retirement as it stands, within which the employer speaks to an employee",
                 "durée avant le départ en retraite tel qu'il s'annonce, pendant laquelle l'employeur le propose"},
     .source = "a decision: an exit is known to others a year before at most"},
    duration_setting(24, 6, 60, {"how long a senior is accompanied", "durée de l'accompagnement d'un senior"},
                     "fixed term for seniors: 18 months, renewable once, 36 in all (Code du travail D1242-7)", false),
    {.name = "retirement_share",
     .value = 0.6,
     .unit = "1",
     .most = 1,
     .meaning = {"chance that a retirement that falls due is not put off",
                 "chance qu'un départ en retraite arrivé à son terme ne soit pas reporté"},
     .source = "guess (0.4 to 0.9): three in four leave as soon as they can (DREES, Études et résultats 902), and no "
               "causal effect of a phased exit on the date is published",
     .guess = true},
    {.name = "working_share",
     .value = 0.8,
     .unit = "1",
     .most = 1,
     .meaning = {"share of the time left for production (the rest: fewer hours)",
                 "part du temps laissée à la production (le reste : temps réduit)"},
     .source = "a decision: four days out of five (retraite progressive: 40 to 80 % of full time, Code de la sécurité "
               "sociale R351-41)"},
    deadweight_setting(
        0.5,
        {"share of seniors who would have stayed as long anyway: they cost and change nothing",
         "part des seniors qui seraient restés aussi longtemps de toute façon : ils coûtent et ne changent rien"},
        "guess (0.3 to 0.8): two thirds of the young of the contrat de génération were already in the firm (Cour des "
        "comptes 2016)"),
};
constexpr std::string_view axes[] = {"succession", "transmission"};
constexpr std::string_view tables[] = {"pension_law"};

bool eligible(const InterventionStep& at, PersonId person) {
    const Person& one = at.state.persons[person];
    return one.age_years(at.state.month) >= at.settings[age] && at.state.programme_of(person).action == 0 &&
           at.state.posts[one.post].relieved == 0;  // nobody is kept whose successor has been looked for
}

void step(const InterventionStep& at, Proposals& proposals) {
    const std::vector<PersonId> present = enrolled_by(at);
    complete_finished(at, present, proposals);
    std::int64_t free = places_left(at, at.settings[capacity], present.size());
    if (free == 0) {
        return;
    }
    for (const PersonId person : about_to_retire(at, at.settings[take_up], at.settings[ramp], at.settings[window])) {
        if (free <= 0) {
            break;
        }
        if (!eligible(at, person)) {
            continue;
        }
        const bool windfall = is_windfall(at, at.state.persons[person].key, at.settings[deadweight]);
        proposals.enrol({.action = at.number,
                         .person = person,
                         .until = static_cast<MonthIndex>(at.state.month + static_cast<int>(at.settings[duration])),
                         .retirement_share = windfall ? 1.0F : static_cast<float>(at.settings[retirement_share]),
                         .working_share = windfall ? 1.0F : static_cast<float>(at.settings[working_share])});
        --free;
    }
}

}  // namespace

extern const Action senior_retention = {
    .name = "senior_retention",
    .label = {"keeping seniors", "maintien des seniors"},
    .meaning =
        {"Employees who are about to retire are offered to stay longer, on fewer hours: some put the exit off; the "
         "time they no longer work is taken from production.",
         "Des personnes salariées proches de la retraite se voient proposer de rester plus longtemps, à temps réduit : "
         "certaines reportent leur départ ; le temps qu'elles ne travaillent plus est pris sur la production."},
    .eligibility = {"employees (not owners) of establishments that take part, from `age` on, who will retire within "
                    "`window` as it stands",
                    "personnes salariées (hors patrons) des établissements participants, à partir de `age`, dont le "
                    "départ en retraite s'annonce avant `window` "},
    .evidence =
        "contrat de génération: 40,000 contracts by 2015 against a target of 500,000, most of them windfall (Cour des "
        "comptes 2016); the fixed term for seniors of 2006 and the retraite progressive were little used. No causal "
        "effect on the date of the exit is published",
    .horizon = Horizon::short_term,
    .indicator = "retirements",
    .target = -0.01,
    .owner = {"employers, with Carsat", "entreprises, avec la Carsat"},
    .parameters = parameters,
    .capacity = "capacity",
    .stay = "duration",
    .tables = tables,
    .axes = axes,
    .changes = {Change::enrol, Change::complete},
    .step = step,
};

}  // namespace releve::actions

#include "engine/model/demography/retirement.hpp"

#include "engine/inputs/pension.hpp"
#include "engine/model/process.hpp"
#include "engine/state/commit.hpp"

#include <algorithm>

namespace releve::processes {

namespace {

/// In the order of PensionBehaviour.
constexpr Parameter parameters[] = {
    {.name = "at_once",
     .value = 0.75,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"probability of leaving in the very month the full rate is reached",
                 "probabilité de partir le mois même où le taux plein est atteint"},
     .source = "DREES, survey of new retirees 2010-2017: three in four leave as soon as they can"},
    {.name = "later",
     .value = 0.060,
     .unit = "1/month",
     .least = 0,
     .most = 1,
     .meaning = {"hazard of leaving once the full rate is passed",
                 "risque mensuel de partir une fois le taux plein passé"},
     .source = "guess (0.03 to 0.08): half of the others within a year",
     .guess = true},
    {.name = "before_full_rate",
     .value = 0.032,
     .unit = "1/month",
     .least = 0,
     .most = 0.2,
     .meaning = {"hazard of leaving after the first possible date, just below the full rate",
                 "risque mensuel de partir après la première date possible, juste avant le taux plein"},
     .source = "guess (0.015 to 0.050), set on one pension in ten claimed with a reduction (DREES, Les retraités et "
               "les retraites "
               "2019, sheet 16: 9.8 % at the Cnav in 2017, 14.9 % of civil servants of the State)",
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
     .value = 0.95,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"probability that an inactive person leaves at the opening age, unfit for work, at the full rate",
                 "probabilité qu'une personne inactive parte à l'âge d'ouverture, inapte au travail, au taux plein"},
     .source = "guess (0.7 to 1): most are ill or on a disability pension, which turns into a pension at that age; 18 "
               "% of the "
               "pensions of the Cnav in 2009 (Cnav, Cahiers 3)",
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
    {.name = "without_work",
     .value = 0.50,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"monthly probability that somebody unemployed or inactive leaves once the full rate is reached",
                 "probabilité mensuelle qu'un chômeur ou un inactif parte une fois le taux plein atteint"},
     .source = "guess (0.3 to 0.9): unemployment benefits end where a pension at the full rate may be claimed "
               "(Code du travail L5421-4)",
     .guess = true},
    {.name = "goes_on",
     .value = 0.13,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"probability that somebody who claims a pension while in work goes on working",
                 "probabilité qu'une personne en emploi qui prend sa retraite continue de travailler"},
     .source =
         "guess (0.10 to 0.20), set with `stops` on the share of pensioners at work: 6.4 % at 60-64, 4.8 % at 65-69, "
         "1.3 % from 70 on (DREES, Les retraités et les retraites 2019, sheet 19, labour force survey 2017)",
     .guess = true},
    {.name = "stops",
     .value = 0.010,
     .unit = "1/month",
     .least = 0,
     .most = 1,
     .meaning = {"hazard of ending this work", "risque mensuel de cesser cette activité"},
     .source = "guess (0.007 to 0.020), set with `goes_on`",
     .guess = true},
    {.name = "part_time",
     .value = 0.66,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"share of those at work with a pension who work part time",
                 "part à temps partiel des personnes qui travaillent avec une retraite"},
     .source = "DREES, Études et résultats 1021 (2017): two in three of those who combine both, 2016"},
    {.name = "years_early",
     .value = 5,
     .unit = "year",
     .least = 0,
     .most = 10,
     .meaning = {"how much earlier the ages of the law come for those who have the right to an early pension",
                 "avance des âges de la loi pour ceux qui ont droit à une retraite précoce"},
     .source = "Code des pensions civiles et militaires L24, law 2010-1330 art. 22: active categories at 55 where "
               "others open "
               "at 60, 57 where they open at 62"},
    {.name = "early_bonus",
     .value = 12,
     .unit = "quarter",
     .least = 0,
     .most = 20,
     .meaning = {"quarters that such a career adds", "trimestres qu'une telle carrière ajoute"},
     .source =
         "guess: a year for five served, five at most, in the police, prisons and fire brigades (law 57-444); one for "
         "ten in hospitals until 2010",
     .guess = true},
};
constexpr std::string_view tables[] = {"pension_law"};

/// What somebody has validated and goes on validating, as known in a month: nobody anticipates a change of the hours that
/// make a quarter.
CareerFacts career_of(const RiskContext& at, PersonId id, int month) {
    const Person& person = at.state.persons[id];
    const int start = at.setting.calendar.start.count;
    const int first = std::max<int>(person.career_start, 0);
    CareerFacts facts{.birth = person.birth,
                      .career_start = person.career_start,
                      .quarters = (person.career_start >= 0 ? 0.0 : double{person.quarters}) - person.missed / 12.0,
                      .credited = static_cast<double>(person.credited),
                      .as_of = first,
                      .origin = start,
                      .status = person.status};
    if (person.status == Status::inactive) {
        facts.validated_until = std::max<int>(person.status_since, first);
    } else if (const WorkingTimes& times = at.state.working_times;
               !times.validates_all(person.occupation, person.sex, person.working_time)) {
        facts.as_of =
            std::max({first, static_cast<int>(person.status_since), times.rule_begins(start + month) - start});
        facts.quarters += (facts.as_of - first) / 3.0 - missed_in_spell(at.state, id, facts.as_of) / 12.0;
        facts.pace = times.quarters_a_year(person.occupation, person.sex, person.working_time, start + month);
    }
    return facts;
}

std::vector<double> prepare(const Setting& setting, std::span<const double>) {
    return earliest_claims(setting.pack.pension_laws, setting.pension_law);
}

/// How long before it an exit can be known to others [months]: the clock that counts runs from so early on.
constexpr int notice = 12;

/// No law opens a pension to somebody within `notice` of this month. Until then a clock waits for it alone and rings, so that
/// a change of status in a career of forty years does not work out dates that lie far ahead; the clock that counts starts
/// then.
int first_thought(const Person& person, const Setting& setting, std::span<const double> values,
                  std::span<const double> earliest) {
    const int start = setting.calendar.start.count;
    const int bound = long_career_bound(person.birth + start, person.career_start + start);
    const auto place = std::clamp(bound, 0, static_cast<int>(earliest.size()) - 1);
    double age = earliest[static_cast<std::size_t>(place)];
    if (person.early_pension) {
        age = std::min(age, earliest.back() - 12 * pension_behaviour(values).years_early);
    }
    return person.birth + std::max(youngest_pension_age, static_cast<int>(age)) - 1 - notice;
}

Hazard hazard(const RiskContext& at, std::uint32_t entity, int month) {
    const Person& person = at.state.persons[PersonId{entity}];
    const int thought = first_thought(person, at.setting, at.parameters, at.prepared);
    if (at.state.month < thought) {
        constexpr double certain = 1e9;
        return month < thought ? Hazard{0, thought} : Hazard{certain, never};
    }
    const PensionBehaviour behaviour = pension_behaviour(at.parameters);
    if (person.pensioned) {
        return {behaviour.stops, never};
    }
    CareerFacts facts = career_of(at, PersonId{entity}, month);
    if (person.early_pension) {
        grant_early_pension(facts, behaviour);
    }
    const PensionHazard found =
        pension_hazard(at.setting.pack.pension_laws, at.setting.pension_law, facts, behaviour, month);
    const int next_rule = at.state.working_times.rule_ends(facts.origin + month) - facts.origin;
    return {found.rate, std::min<int>({found.until, next_rule, never})};
}

/// Somebody whom an action keeps at work: what falls due happens with a lower chance, else a new spell begins (thinning).
bool puts_it_off(const Step& at, PersonId person) {
    constexpr Purpose of_delay = purpose("retirement.delay");
    const float happens = at.state.programme_of(person).retirement_share;
    const DrawKey key = at.state.persons[person].key;
    return happens < 1 &&
           !at.state.luck.draws(key, of_delay, static_cast<std::uint32_t>(at.state.month)).happens(happens);
}

/// The successor of somebody who has told the date of leaving is here: no contract goes on after it.
bool is_relieved(const State& state, PersonId person) {
    const PostId post = state.persons[person].post;
    return !post.none() && state.posts[post].relieved != 0;
}

void step(const Step& at, Proposals& proposals) {
    const PensionBehaviour behaviour = pension_behaviour(at.parameters);
    for (const std::uint32_t entity : at.due) {
        const PersonId id{entity};
        const Person& person = at.state.persons[id];
        if (at.state.month <= first_thought(person, at.setting, at.parameters, at.prepared)) {
            continue;
        }
        if (puts_it_off(at, id)) {
            continue;
        }
        Draws draws = at.draws(id);
        const bool works = person.status == Status::employed || person.status == Status::outside;
        if (!works || person.pensioned || !draws.happens(behaviour.goes_on) || is_relieved(at.state, id)) {
            proposals.retire(id);
            continue;
        }
        const bool fewer_hours = draws.happens(behaviour.part_time);
        proposals.claim_pension(id, fewer_hours ? at.state.working_times.draw_part_time(draws) : person.working_time);
    }
}

}  // namespace

extern const Process retirement = {
    .name = "retirement",
    .label = {"retirements", "départs en retraite"},
    .meaning =
        {"People claim their pension by the dated law of their birth cohort and by behaviour: most in the month they "
         "reach the full rate. Some who claim it in a post go on working, but for those whose successor is here.",
         "Chacun prend sa retraite selon la loi datée de sa génération et selon son comportement : la plupart le "
         "mois où ils atteignent le taux plein. Certains, en poste, continuent de travailler, sauf ceux dont le "
         "successeur est là."},
    .formula =
        "hazard = 0 before the earliest date; before_full_rate * exp(-decote_weight * reduction) up to the full rate; "
        "-ln(1 - at_once) in its month; later afterwards; -ln(1 - at_automatic) in the month of the automatic full "
        "rate, after_automatic past it. Without work: -ln(1 - without_work) from the full rate on, -ln(1 - unfit) for "
        "the "
        "inactive in the month of the opening age. With the right to an early pension: ages and quarters of those born "
        "years_early before. With a pension and at work: stops. The law of a month is the last of the chosen lineage "
        "to "
        "have taken effect. Four quarters a year but in inactivity; part-time work min(4, floor(hours * pay / hours "
        "per "
        "quarter))",
    .source = "pack tables pension_law and long_careers; behaviour: DREES, Études et résultats 902",
    .parameters = parameters,
    .tables = tables,
    .changes = {Change::retire, Change::claim_pension},
    .risk = {.statuses = {Status::employed, Status::unemployed, Status::training, Status::inactive, Status::outside},
             .hazard = hazard,
             .apart = {Status::inactive, Status::unemployed},
             .apart_from = youngest_pension_age,
             .varies_with_quarters = true},
    .prepare = prepare,
    .step = step,
};

}  // namespace releve::processes

namespace releve {

int known_retirement(const State& state, PersonId person) {
    const auto risk = std::find_if(state.risks.begin(), state.risks.end(),
                                   [](const BoundRisk& one) { return one.process == "retirement"; });
    const Person& one = state.persons[person];
    if (risk == state.risks.end() || one.pensioned ||
        state.month < processes::first_thought(one, *state.setting, risk->parameters, risk->prepared)) {
        return not_due;
    }
    return due_before(state, *risk, person, state.month + processes::notice + 1);
}

}  // namespace releve

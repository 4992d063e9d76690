#include "engine/base/fill.hpp"
#include "engine/base/suggest.hpp"
#include "scenarios/audit/inventory/sensitive.hpp"

#include <algorithm>

namespace releve::audit {

namespace {

using Figures = OccupationFigures;

constexpr SensitivityRecord records[] = {
    {{"ageing", {"ageing", "vieillissant"}},
     {"many of its people are 55 or over, or few are young",
      "beaucoup de ses personnes ont 55 ans ou plus, ou peu sont jeunes"},
     1},
    {{"hard_to_fill", {"hard to fill", "difficile à pourvoir"}},
     {"its posts stay unfilled, take long to fill, or employers expect them to",
      "ses postes restent non pourvus, sont longs à pourvoir, ou les employeurs s'y attendent"},
     1},
    {{"rare", {"rare", "rare"}},
     {"few people or few employers have it: one who leaves is missed",
      "peu de personnes ou peu d'employeurs l'exercent\u00a0: un départ se ressent"},
     1},
    {{"strategic", {"strategic", "stratégique"}},
     {"its know-how is long to learn, held by few in each house, and needed by many establishments",
      "son savoir-faire est long à apprendre, tenu par peu de personnes dans chaque maison, et nécessaire à beaucoup "
      "d'établissements"},
     3},
};

constexpr SensitivityRule rules[] = {
    {.kind = Sensitivity::ageing,
     .threshold = {.name = "share_from_55",
                   .value = 0.20,
                   .unit = "1",
                   .least = 0,
                   .most = 1,
                   .meaning = {"share of people in post who are 55 or over",
                               "part des personnes en poste de 55 ans et plus"},
                   .source = "guess (0.15 to 0.30): a quarter above the 16 % of the Langres area in 2013",
                   .guess = true},
     .formula = "people of 55 and over / people in post",
     .least_people = 10,
     .figure = [](const Figures& of) { return of.share_from_55; }},
    {.kind = Sensitivity::ageing,
     .threshold = {.name = "renewal",
                   .value = 0.5,
                   .unit = "1",
                   .least = 0,
                   .most = 10,
                   .meaning = {"people under 30 for one of 55 or over",
                               "personnes de moins de 30 ans pour une de 55 ans ou plus"},
                   .source =
                       "guess (0.3 to 1): one young person for two older ones; below 1 the young do not make up for "
                       "those about to retire",
                   .guess = true},
     .formula = "people under 30 / people of 55 and over",
     .at_most = true,
     .least_people = 10,
     .figure = [](const Figures& of) { return of.renewal; }},
    {.kind = Sensitivity::hard_to_fill,
     .threshold =
         {.name = "unfilled_share",
          .value = 0.005,
          .unit = "1",
          .least = 0,
          .most = 1,
          .meaning = {"of the months of its posts, those in which they had been recruited for three months or more",
                      "sur les mois de ses postes, ceux où l'on recrutait depuis trois mois ou plus"},
          .source = "guess (0.003 to 0.02): three times the mean of the simulated territory",
          .guess = true},
     .formula = "unfilled post-months / (posts x months)",
     .least_people = 10,
     .figure = [](const Figures& of) { return of.unfilled_share; }},
    {.kind = Sensitivity::hard_to_fill,
     .threshold = {.name = "months_to_fill",
                   .value = 2,
                   .unit = "month",
                   .least = 0,
                   .most = 36,
                   .meaning = {"mean time a recruitment is open", "durée moyenne d'ouverture d'un recrutement"},
                   .source = "guess (1 to 4)",
                   .guess = true},
     .formula = "months of recruitment / recruitments begun",
     .least_people = 10,
     .figure = [](const Figures& of) { return of.months_to_fill; }},
    {.kind = Sensitivity::hard_to_fill,
     .threshold =
         {.name = "told_difficult",
          .value = 0.5,
          .unit = "1",
          .least = 0,
          .most = 1,
          .meaning = {"share of the recruitments planned by surveyed employers that they expect to be difficult",
                      "part des recrutements prévus par les employeurs enquêtés qu'ils jugent difficiles"},
          .source = "guess (0.4 to 0.7): above the 32 % to 38 % of all projects (Pôle emploi, BMO 2016 and 2017)",
          .guess = true},
     .formula = "persons planned and expected to be difficult / persons planned of whom it is told (three at least)",
     .figure = [](const Figures& of) { return of.told_difficult; }},
    {.kind = Sensitivity::rare,
     .threshold = {.name = "people",
                   .value = 10,
                   .unit = "person",
                   .least = 0,
                   .most = 1000,
                   .meaning = {"people in post in the territory", "personnes en poste dans le territoire"},
                   .source = "guess (5 to 20)",
                   .guess = true},
     .formula = "people in post",
     .at_most = true,
     .figure = [](const Figures& of) { return of.people; }},
    {.kind = Sensitivity::rare,
     .threshold = {.name = "employers",
                   .value = 3,
                   .unit = "establishment",
                   .least = 0,
                   .most = 1000,
                   .meaning = {"establishments with posts of it", "établissements qui en ont des postes"},
                   .source = "guess (2 to 5): too few to find another employer, or another candidate, nearby",
                   .guess = true},
     .formula = "establishments with posts of the occupation",
     .at_most = true,
     .figure = [](const Figures& of) { return of.employers; }},
    {.kind = Sensitivity::strategic,
     .threshold = {.name = "learning_months",
                   .value = 24,
                   .unit = "month",
                   .least = 0,
                   .most = 240,
                   .meaning = {"mean time to learn the competences it asks",
                               "durée moyenne d'apprentissage des compétences demandées"},
                   .source = "guess (18 to 36): longer than the usual CAP of two years",
                   .guess = true},
     .formula = "mean over its competences of their learning_months, weighted by their level",
     .figure = [](const Figures& of) { return of.learning_months; }},
    {.kind = Sensitivity::strategic,
     .threshold = {.name = "alone",
                   .value = 1,
                   .unit = "competence",
                   .least = 0,
                   .most = 100,
                   .meaning = {"competences that one person of the occupation alone holds, for one of its employers",
                               "compétences tenues par une seule personne du métier, par employeur"},
                   .source = "guess (0.5 to 2)",
                   .guess = true},
     .formula = "competences held by one person alone, of the occupation / establishments with posts of it",
     .least_people = 1,
     .figure = [](const Figures& of) { return of.alone; }},
    {.kind = Sensitivity::strategic,
     .threshold = {.name = "employers_share",
                   .value = 0.05,
                   .unit = "1",
                   .least = 0,
                   .most = 1,
                   .meaning = {"share of the establishments that have posts of it",
                               "part des établissements qui en ont des postes"},
                   .source = "guess (0.03 to 0.15)",
                   .guess = true},
     .formula = "establishments with posts of the occupation / establishments with posts",
     .figure = [](const Figures& of) { return of.employers_share; }},
};

Text unknown_threshold(const std::string& name, std::span<const std::string_view> known) {
    const std::string_view near = nearest_name(name, known);
    const Text text =
        fill({"unknown threshold '{}' (no rule has it)", "seuil inconnu «\u00a0{}\u00a0» (aucune règle ne l'a)"},
             {shown(name)});
    if (near.empty()) {
        return text;
    }
    return fill({"{} did you mean '{}'?", "{} vouliez-vous dire «\u00a0{}\u00a0»\u00a0?"}, {text, near});
}

Text out_of_range(const ParameterValue& given, const Parameter& threshold) {
    return fill({"{} = {} is out of range ({})", "{} = {} est hors des bornes ({})"},
                {given.path, fmt::format("{}", given.value), range_of(threshold)});
}

}  // namespace

std::span<const SensitivityRecord> sensitivity_records() { return records; }
std::span<const SensitivityRule> sensitivity_rules() { return rules; }

std::vector<double> sensitivity_thresholds(std::span<const ParameterValue> given, Problems& problems) {
    std::vector<double> thresholds;
    std::vector<std::string_view> names;
    for (const SensitivityRule& rule : rules) {
        thresholds.push_back(rule.threshold.value);
        names.push_back(rule.threshold.name);
    }
    for (const ParameterValue& one : given) {
        const auto at = static_cast<std::size_t>(std::ranges::find(names, one.path) - names.begin());
        if (at == names.size()) {
            problems.add(one.where, unknown_threshold(one.path, names));
        } else if (!(one.value >= rules[at].threshold.least && one.value <= rules[at].threshold.most)) {
            problems.add(one.where, out_of_range(one, rules[at].threshold));
        } else {
            thresholds[at] = one.value;
        }
    }
    return thresholds;
}

}  // namespace releve::audit

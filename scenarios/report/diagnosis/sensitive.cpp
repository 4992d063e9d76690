#include "engine/base/fill.hpp"
#include "scenarios/report/diagnosis/cells.hpp"
#include "scenarios/report/diagnosis/diagnosis_blocks.hpp"
#include "scenarios/report/typography.hpp"

#include <algorithm>

namespace releve::report::diagnosis {

namespace {

using audit::MetRule;
using audit::SensitiveOccupation;
using audit::Sensitivity;

Text kinds_text(const std::vector<Sensitivity>& kinds) {
    Text all;
    for (const Sensitivity kind : kinds) {
        const Label label = audit::sensitivity_records()[static_cast<std::size_t>(kind)].word.label;
        all.en += (all.en.empty() ? "" : ", ") + std::string(label.en);
        all.fr += (all.fr.empty() ? "" : ", ") + std::string(label.fr);
    }
    return all;
}

/// Who has less than the secrecy rules ask is named as sensitive, with no figure about its people.
bool too_few(const SensitiveOccupation& one) {
    constexpr audit::SecrecyRules rules;
    return one.figures.employers < rules.establishments || one.figures.people < rules.persons;
}

Text rules_text(bool at_most, double value, const Parameter& threshold, Language) {
    const bool share = threshold.unit == "1" && threshold.most <= 1;
    const auto told = [&](Language language) {
        return share ? percent(value, 1, language) : number(value, value < 10 ? 1 : 0, language);
    };
    const std::string sign = at_most ? "≤ " : "≥ ";
    return {sign + told(Language::en), sign + told(Language::fr)};
}

}  // namespace

Block sensitive_occupations(const audit::Diagnosis& found) {
    Block block{
        .key = "sensitive_occupations",
        .name = {"sensitive occupations", "métiers sensibles"},
        .title = {"Sensitive occupations", "Métiers sensibles"},
        .before =
            {{"Ageing, hard to fill, rare or strategic; the rules that made them so are in the table "
              "sensitivity_reasons. \"Sure\": in what share of the simulated futures the weakest of them holds.",
              "Vieillissants, difficiles à pourvoir, rares ou stratégiques ; les règles qui les ont désignés sont "
              "dans le tableau sensitivity_reasons. « Sûr » : part des futurs simulés où la plus fragile de ces "
              "règles est vérifiée."}},
        .columns = {{.key = "occupation", .title = {"occupation", "métier"}, .width = 50, .wrap = 38},
                    {.key = "code", .title = {"code", "code"}, .width = 8, .sheet_only = true},
                    {.key = "kinds", .title = {"why", "pourquoi"}, .width = 40, .wrap = 22},
                    {.key = "people", .title = {"people", "pers."}},
                    {.key = "employers", .title = {"est.", "étab."}},
                    {.key = "share_from_55", .title = {"55+", "55+"}, .figure = Figure::percent},
                    {.key = "unfilled", .title = {"unfilled", "vacants"}, .figure = Figure::percent, .decimals = 1},
                    {.key = "sure", .title = {"sure", "sûr"}, .figure = Figure::percent}},
        .rows_in_text = 15};
    for (const SensitiveOccupation& one : found.sensitive) {
        const bool few = too_few(one);
        const auto told = [&](double value) { return few ? BlockCell{Hidden{}} : BlockCell{value}; };
        const auto weakest = std::min_element(one.rules.begin(), one.rules.end(),
                                              [](const MetRule& a, const MetRule& b) { return a.support < b.support; });
        block.rows.push_back({found.pack.occupations.names[one.occupation],
                              both(found.pack.occupations.codes[one.occupation]), kinds_text(one.kinds),
                              told(one.figures.people), one.figures.employers, told(one.figures.share_from_55),
                              told(one.figures.unfilled_share), weakest->support});
    }
    return block;
}

Block sensitivity_reasons(const audit::Diagnosis& found) {
    Block block{.key = "sensitivity_reasons",
                .name = {"reasons", "raisons"},
                .title = {"Why these occupations are sensitive", "Pourquoi ces métiers sont sensibles"},
                .columns = {{.key = "occupation", .title = {"occupation", "métier"}, .width = 50, .wrap = 38},
                            {.key = "code", .title = {"code", "code"}, .width = 8, .sheet_only = true},
                            {.key = "kind", .title = {"kind", "genre"}, .width = 20, .wrap = 12},
                            {.key = "rule", .title = {"rule", "règle"}, .width = 60, .wrap = 30},
                            {.key = "figure", .title = {"figure", "valeur"}},
                            {.key = "threshold", .title = {"threshold", "seuil"}},
                            {.key = "sure", .title = {"sure", "sûr"}, .figure = Figure::percent}},
                .rows_in_text = 0};
    for (const SensitiveOccupation& one : found.sensitive) {
        for (const MetRule& met : one.rules) {
            const audit::SensitivityRule& rule = audit::sensitivity_rules()[met.rule];
            const bool about_people = rule.threshold.name != "employers" && rule.threshold.name != "learning_months";
            const bool hides = about_people && too_few(one);
            block.rows.push_back({found.pack.occupations.names[one.occupation],
                                  both(found.pack.occupations.codes[one.occupation]), kinds_text({rule.kind}),
                                  text_of(rule.threshold.meaning), hides ? BlockCell{Hidden{}} : BlockCell{met.figure},
                                  rules_text(rule.at_most, met.threshold, rule.threshold, Language::en), met.support});
        }
    }
    return block;
}

Block competences_at_risk(const audit::Diagnosis& found) {
    Block block{
        .key = "competences",
        .name = {"competences", "compétences"},
        .title = {"Competences held by few", "Compétences tenues par peu de personnes"},
        .before =
            {{"Establishments in which one or two people alone master a competence that their posts ask, and in how "
              "many nobody does any more after five years. Missing: full-time equivalents asked beyond what is "
              "mastered.",
              "Établissements où une ou deux personnes seulement maîtrisent une compétence que leurs postes "
              "demandent, et nombre de ceux où plus personne ne la maîtrise après cinq ans. Manque : équivalents "
              "temps plein demandés au-delà de ce qui est maîtrisé."}},
        .columns = {{.key = "competence", .title = {"competence", "compétence"}, .width = 50, .wrap = 36},
                    {.key = "establishments", .title = {"ask it", "demandent"}},
                    {.key = "holders", .title = {"holders", "détenteurs"}},
                    {.key = "by_one", .title = {"one alone", "un seul"}},
                    {.key = "by_two", .title = {"two", "deux"}},
                    {.key = "lost_5", .title = {"lost, 5 y", "perdue 5 ans"}},
                    {.key = "missing", .title = {"missing", "manque"}},
                    {.key = "missing_5", .title = {"missing, 5 y", "manque 5 ans"}}},
        .rows_in_text = 12};
    std::vector<const audit::CompetenceNeed*> needs;
    for (const audit::CompetenceNeed& need : found.inventory.competences) {
        if (need.establishments > 0) {
            needs.push_back(&need);
        }
    }
    std::stable_sort(needs.begin(), needs.end(),
                     [](const auto* a, const auto* b) { return a->lost.back() > b->lost.back(); });
    for (const audit::CompetenceNeed* need : needs) {
        const bool few = need->establishments < audit::SecrecyRules{}.establishments;
        const auto told = [&](double value) { return few ? BlockCell{Hidden{}} : BlockCell{value}; };
        block.rows.push_back({found.pack.competences.names[need->competence], double{1} * need->establishments,
                              told(need->holders), told(need->by_one), told(need->by_two), told(need->lost.back()),
                              told(need->shortage), told(need->shortage_then)});
    }
    return block;
}

}  // namespace releve::report::diagnosis

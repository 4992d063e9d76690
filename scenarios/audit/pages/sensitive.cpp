#include "engine/base/fill.hpp"
#include "scenarios/audit/pages/cells.hpp"
#include "scenarios/audit/pages/diagnosis_blocks.hpp"
#include "scenarios/audit/secrecy/public_counts.hpp"
#include "scenarios/report/typography.hpp"

#include <algorithm>

namespace releve::report::diagnosis {

namespace {

using audit::Cut;
using audit::InventoryLine;
using audit::MetRule;
using audit::PublicCount;
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

/// What may be said in public of why an occupation is sensitive: a rule that speaks of few people, or of the answers of few
/// employers, is not told, nor the kind that it alone makes.
class PublicReasons {
public:
    explicit PublicReasons(const audit::Diagnosis& found)
        : found_(found),
          pattern_(found.pack, found.inventory, Cut::occupation) {}

    bool hides(const SensitiveOccupation& one, PublicCount count = PublicCount::people) const {
        return pattern_.hides(one.occupation, count);
    }
    std::vector<MetRule> rules(const SensitiveOccupation& one) const {
        std::vector<MetRule> told;
        std::copy_if(one.rules.begin(), one.rules.end(), std::back_inserter(told),
                     [&](const MetRule& met) { return may_tell(one, met); });
        return told;
    }
    std::vector<Sensitivity> kinds(const SensitiveOccupation& one) const {
        std::vector<Sensitivity> told;
        const std::vector<MetRule> met = rules(one);
        for (const Sensitivity kind : one.kinds) {
            const auto holding = static_cast<std::size_t>(
                std::count_if(met.begin(), met.end(), [&](const MetRule& rule) { return kind_of(rule) == kind; }));
            if (holding >= audit::sensitivity_records()[static_cast<std::size_t>(kind)].rules_needed) {
                told.push_back(kind);
            }
        }
        return told;
    }
    /// Those of which a reason may be told; hidden ones last, in the order of the pack: their place would tell their size.
    std::vector<const SensitiveOccupation*> occupations() const {
        std::vector<const SensitiveOccupation*> all;
        for (const SensitiveOccupation& one : found_.sensitive) {
            if (!kinds(one).empty()) {
                all.push_back(&one);
            }
        }
        std::stable_sort(all.begin(), all.end(), [&](const auto* a, const auto* b) {
            const bool hides_both = hides(*a) && hides(*b);
            return hides_both ? a->occupation < b->occupation : !hides(*a) && hides(*b);
        });
        return all;
    }
    static Sensitivity kind_of(const MetRule& met) { return audit::sensitivity_rules()[met.rule].kind; }

private:
    bool may_tell(const SensitiveOccupation& one, const MetRule& met) const {
        const std::string_view name = audit::sensitivity_rules()[met.rule].threshold.name;
        if (name == "told_difficult") {
            const InventoryLine& line = found_.inventory.of(Cut::occupation)[one.occupation];
            return !hides(one) && line.needs.planned.establishments >= audit::SecrecyRules{}.establishments;
        }
        if (name == "renewal" || name == "share_from_55") {
            return !hides(one, PublicCount::from_55) && (name != "renewal" || !hides(one, PublicCount::under_30));
        }
        return !hides(one) || kind_of(met) == Sensitivity::rare;
    }

    const audit::Diagnosis& found_;
    audit::PublicPattern pattern_;
};

/// A figure of a rule or its threshold, as the unit asks: "33.0%", "39 months", "0.4".
Text figure_of_rule(double value, const Parameter& threshold) {
    const bool share = threshold.unit == "1" && threshold.most <= 1;
    const Label months = threshold.unit == "month" ? Label{" months", "\u00a0mois"} : Label{"", ""};
    const auto told = [&](Language language) {
        return share ? percent(value, 1, language)
                     : number(value, value < 10 ? 1 : 0, language) + std::string(months.in(language));
    };
    return {told(Language::en), told(Language::fr)};
}

Text with_sign(bool at_most, const Text& figure) {
    const std::string sign = at_most ? "≤ " : "≥ ";
    return {sign + figure.en, sign + figure.fr};
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
    const PublicReasons reasons(found);
    const std::vector<const SensitiveOccupation*> told = reasons.occupations();
    for (const SensitiveOccupation* one : told) {
        const auto cell = [&](double value, PublicCount count = PublicCount::people) {
            return reasons.hides(*one, count) ? BlockCell{Hidden{}} : BlockCell{value};
        };
        const std::vector<MetRule> rules = reasons.rules(*one);
        const auto weakest = std::min_element(rules.begin(), rules.end(),
                                              [](const MetRule& a, const MetRule& b) { return a.support < b.support; });
        block.rows.push_back({found.pack.occupations.names[one->occupation],
                              both(found.pack.occupations.codes[one->occupation]), kinds_text(reasons.kinds(*one)),
                              cell(one->figures.people), one->figures.employers,
                              cell(one->figures.share_from_55, PublicCount::from_55), cell(one->figures.unfilled_share),
                              cell(weakest->support)});
    }
    if (const std::size_t others = found.sensitive.size() - told.size(); others > 0) {
        block.after.push_back(fill({"Others of which statistical secrecy hides the reason: {}.",
                                    "Autres, dont le secret statistique cache la raison\u00a0: {}."},
                                   {std::to_string(others)}));
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
    const PublicReasons reasons(found);
    for (const SensitiveOccupation* one : reasons.occupations()) {
        const std::vector<Sensitivity> kinds = reasons.kinds(*one);
        for (const MetRule& met : reasons.rules(*one)) {
            const audit::SensitivityRule& rule = audit::sensitivity_rules()[met.rule];
            if (std::find(kinds.begin(), kinds.end(), rule.kind) == kinds.end()) {
                continue;
            }
            const bool hides = reasons.hides(*one);
            const bool about_people = rule.threshold.name != "employers";
            block.rows.push_back(
                {found.pack.occupations.names[one->occupation], both(found.pack.occupations.codes[one->occupation]),
                 kinds_text({rule.kind}), text_of(rule.threshold.meaning),
                 hides && about_people ? BlockCell{Hidden{}} : BlockCell{figure_of_rule(met.figure, rule.threshold)},
                 with_sign(rule.at_most, figure_of_rule(met.threshold, rule.threshold)),
                 hides ? BlockCell{Hidden{}} : BlockCell{met.support}});
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
              "mastered. Those who work alone count among the establishments. s: fewer than 3 establishments or 5 "
              "people.",
              "Établissements où une ou deux personnes seulement maîtrisent une compétence que leurs postes "
              "demandent, et nombre de ceux où plus personne ne la maîtrise après cinq ans. Manque : équivalents "
              "temps plein demandés au-delà de ce qui est maîtrisé. Qui travaille seul compte parmi les "
              "établissements. "
              "s : moins de 3 établissements ou de 5 personnes."}},
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
    constexpr audit::SecrecyRules secrecy;
    const auto lost_in_public = [&](const audit::CompetenceNeed* need) {  // where hidden, the order tells nothing of it
        return need->lost.back() < secrecy.establishments ? -1.0 : need->lost.back();
    };
    std::stable_sort(needs.begin(), needs.end(),
                     [&](const auto* a, const auto* b) { return lost_in_public(a) > lost_in_public(b); });
    for (const audit::CompetenceNeed* need : needs) {
        const bool few = need->establishments < secrecy.establishments || need->holders < secrecy.persons;
        const auto told = [&](double value) { return few ? BlockCell{Hidden{}} : BlockCell{value}; };
        const auto of_establishments = [&](double count) {
            return count < secrecy.establishments ? BlockCell{Hidden{}} : told(count);
        };
        block.rows.push_back({found.pack.competences.names[need->competence], double{1} * need->establishments,
                              told(need->holders), of_establishments(need->by_one), of_establishments(need->by_two),
                              of_establishments(need->lost.back()), told(need->shortage), told(need->shortage_then)});
    }
    return block;
}

}  // namespace releve::report::diagnosis

#include "bindings/cli/diagnosis_pages.hpp"

#include "engine/inputs/formats/number.hpp"
#include "scenarios/audit/crossing/contradictions.hpp"
#include "scenarios/audit/inventory/sensitive.hpp"

namespace releve {

namespace {

std::string word(Label label, Language language) { return std::string(label.in(language)); }

Page sensitivity_page(Language language) {
    Page page{
        "rules",
        "sensitive_occupations",
        word({"Sensitive occupations", "Métiers sensibles"}, language),
        word({"What makes an occupation sensitive. `releve diagnose PACK --threshold NAME=VALUE` sets a threshold.",
              "Ce qui rend un métier sensible. `releve diagnose PACK --threshold NOM=VALEUR` fixe un seuil."},
             language),
        {},
        {}};
    for (const audit::SensitivityRecord& record : audit::sensitivity_records()) {
        page.facts.push_back({record.word.code, record.word.label,
                              word(record.meaning, language) + " (" + std::to_string(record.rules_needed) +
                                  word({" rules needed)", " règles nécessaires)"}, language)});
    }
    Grid grid{"rules",
              {"Rules", "Règles"},
              {{"kind", {"kind", "genre"}},
               {"name", {"threshold", "seuil"}},
               {"value", {"value", "valeur"}},
               {"unit", {"unit", "unité"}},
               {"formula", {"formula", "formule"}, true},
               {"source", {"source", "source"}, true}},
              {}};
    for (const audit::SensitivityRule& rule : audit::sensitivity_rules()) {
        const Word& kind = audit::sensitivity_records()[static_cast<std::size_t>(rule.kind)].word;
        grid.rows.push_back({word(kind.label, language), std::string(rule.threshold.name),
                             (rule.at_most ? "≤ " : "≥ ") + to_text(rule.threshold.value),
                             std::string(rule.threshold.unit), std::string(rule.formula),
                             std::string(rule.threshold.source)});
    }
    page.grids.push_back(std::move(grid));
    return page;
}

Page crossing_page(Language language) {
    Page page{"rules",
              "contradictions",
              word({"Scores that figures belie", "Notes que des chiffres démentent"}, language),
              word({"A score of 3 or 4 claims strength, one of 0 or 1 weakness. It is belied where a figure passes the "
                    "threshold in 80 % of the simulated futures or more.",
                    "Une note de 3 ou 4 affirme une force, de 0 ou 1 une faiblesse. Elle est démentie quand un chiffre "
                    "passe le seuil dans 80\u00a0% des futurs simulés ou plus."},
                   language),
              {},
              {}};
    Grid grid{"rules",
              {"Rules", "Règles"},
              {{"name", {"rule", "règle"}},
               {"axis", {"axis", "axe"}},
               {"claim", {"score", "note"}},
               {"threshold", {"threshold", "seuil"}},
               {"survey", {"people known", "personnes connues"}},
               {"figure", {"figure", "chiffre"}, true},
               {"reading", {"it says", "il dit"}, true},
               {"source", {"source", "source"}, true}},
              {}};
    for (const audit::CrossingRule& rule : audit::crossing_rules()) {
        grid.rows.push_back(
            {std::string(rule.name), std::string(rule.axis),
             word(rule.claim == audit::Claim::strong ? Label{"strong", "forte"} : Label{"weak", "faible"}, language),
             (rule.above ? "≥ " : "≤ ") + to_text(rule.threshold),
             word(rule.needs_survey ? Label{"needed", "nécessaire"} : Label{"no matter", "indifférent"}, language),
             word(rule.figure, language), word(rule.reading, language), std::string(rule.source)});
    }
    page.grids.push_back(std::move(grid));
    return page;
}

}  // namespace

std::vector<Page> diagnosis_pages(Language language) { return {sensitivity_page(language), crossing_page(language)}; }

}  // namespace releve

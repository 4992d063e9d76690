#pragma once
#include "engine/base/text.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace releve::committee {

/// One column of the table, as it is called, and what it holds.
struct ColumnWord {
    Label title;
    Label meaning;
};

enum class PlanColumn { term, action, scheme, settings, lead, start, end, cost, funding, indicator, target, review };
inline constexpr std::array<ColumnWord, 12> column_words{{
    {{"term", "échéance"},
     {"section of the plan: short (1 year), medium (3 years), long (5 years from its start); blank: outside of them",
      "section du plan : court (1 an), moyen (3 ans), long terme (5 ans après son début) ; vide : hors sections"}},
    {{"action", "action"}, {"what is done", "ce qui est fait"}},
    {{"scheme", "dispositif"}, {"legal scheme it follows", "dispositif légal suivi"}},
    {{"settings", "réglages"},
     {"its size and what the scenario sets; other settings keep their defaults (releve describe actions)",
      "sa taille et ce que le scénario règle ; le reste garde ses valeurs par défaut (releve describe actions)"}},
    {{"led by", "pilote"},
     {"who leads it: as the scenario says, else the usual owner of such an action",
      "qui la pilote : selon le scénario, sinon le porteur habituel d'une telle action"}},
    {{"start", "début"}, {"first month", "premier mois"}},
    {{"end", "fin"},
     {"last month in which it begins anything; what is under way then runs to its term",
      "dernier mois où elle commence quelque chose ; ce qui est alors en cours va à son terme"}},
    {{"planned cost, EUR", "coût prévu, €"},
     {"over its months, at full size (blank: not known)", "sur sa durée, à pleine taille (vide : non connu)"}},
    {{"funding", "financement"},
     {"who pays how much; before amounts are known, the conventions it may draw on (blank: all that are open to it)",
      "qui paie combien ; tant que les montants ne sont pas connus, les conventions mobilisables (vide : toutes celles "
      "qui lui sont ouvertes)"}},
    {{"indicator", "indicateur"}, {"by what it is judged", "ce qui permet d'en juger"}},
    {{"target", "cible"},
     {"change of the indicator against the baseline when the action ends",
      "variation de l'indicateur par rapport à la référence à la fin de l'action"}},
    {{"review", "bilan"},
     {"month of the review: as the scenario says, else so long after the start as the action's record tells",
      "mois du bilan : selon le scénario, sinon le délai après le début que donne la fiche de l'action"}},
}};
inline const ColumnWord& word_of(PlanColumn column) { return column_words[static_cast<std::size_t>(column)]; }

/// "short term", "" for none.
std::string term_name(std::string_view code, Language language);

/// What the table says and does not say, a paragraph each.
std::vector<Label> plan_method();

}  // namespace releve::committee

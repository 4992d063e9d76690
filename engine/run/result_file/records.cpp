#include "engine/run/result_file/records.hpp"

#include "engine/base/error.hpp"
#include "engine/model/output.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace releve {

namespace {

constexpr Label with_output{"an output of the file is broken down by it", "un indicateur du fichier est ventilé ainsi"};

constexpr DimensionRecord of_axis(Axis axis, Label values) {
    const Word& word = axis_words[static_cast<std::size_t>(axis)];
    return {word.code, word.label, values, true, with_output};
}

constexpr Label of_the_pack{"codes of the pack", "codes du territoire"};
constexpr Label of_the_model{"codes of the model", "codes du modèle"};
constexpr Label with_inputs{"the pack's files are kept", "les fichiers du territoire sont conservés"};
constexpr Label with_actions{"a scenario has actions", "un scénario a des actions"};
constexpr Label with_costs{"a scenario has actions, the pack their unit costs",
                           "un scénario a des actions, le territoire leurs coûts unitaires"};
constexpr Label with_funders{"a scenario has actions, the pack their unit costs and funders",
                             "un scénario a des actions, le territoire leurs coûts unitaires et des financeurs"};

constexpr DimensionRecord dimensions[] = {
    {"scenario",
     {"scenario; the first is the baseline", "scénario ; le premier sert de référence"},
     {"name of the file without suffix, PLAN@FUTURE under a future",
      "nom du fichier sans suffixe, PLAN@FUTUR dans un futur"},
     true},
    {"replicate",
     {"replicate: one draw of chance, the same for every scenario",
      "réplique : un tirage du hasard, le même pour tous les scénarios"},
     {"0, 1, ...", "0, 1, ..."}},
    {"month",
     {"month, at its end", "mois, à sa fin"},
     {"text, as 2013-01; stocks and rates are those of its end",
      "texte, comme 2013-01\u00a0; stocks et taux sont ceux de sa fin"}},
    {"year",
     {"year, at its end", "année, à sa fin"},
     {"whole number; stocks and rates are those of its last month simulated",
      "nombre entier\u00a0; stocks et taux sont ceux de son dernier mois simulé"}},
    {"quantile",
     {"order of the quantile over replicates", "ordre du quantile sur les répliques"},
     {"0.05, 0.1, 0.5, 0.9, 0.95", "0.05, 0.1, 0.5, 0.9, 0.95"}},
    of_axis(Axis::occupation, of_the_pack),
    of_axis(Axis::zone, {"codes of the pack: zones inside the territory", "codes des communes du territoire"}),
    of_axis(Axis::sector, of_the_pack),
    of_axis(Axis::size, of_the_model),
    of_axis(Axis::competence, of_the_pack),
    of_axis(Axis::sex, of_the_model),
    of_axis(Axis::age, of_the_model),
    of_axis(Axis::contract, of_the_model),
    of_axis(Axis::separation_kind, of_the_model),
    of_axis(Axis::hire_origin, of_the_model),
    of_axis(Axis::establishment,
            {"codes of the pack: all its establishments; one born later is not told by itself",
             "codes de tous les établissements du territoire\u00a0; ceux qui naissent après n'y sont pas"}),
    of_axis(Axis::audited, {"codes of the pack: the establishments audited; labels give sector and commune",
                            "codes des établissements audités\u00a0; les noms donnent secteur et commune"}),
    of_axis(Axis::insertion_exit, of_the_model),
    {"input_file",
     {"file of the pack", "fichier du territoire"},
     {"names of files, kept or not", "noms des fichiers, conservés ou non"},
     false,
     with_inputs},
    {"input_byte", {}, {"bytes, without codes", "octets, sans codes"}, false, with_inputs},
    {"action",
     {"action; .2 is the second of its type in a scenario",
      "action\u00a0; .2 est la deuxième de son genre dans un scénario"},
     {"types of the actions of all scenarios", "genres des actions de tous les scénarios"},
     true,
     with_actions},
    {"volume_of", {"what is counted of an action", "ce qu'on compte d'une action"}, of_the_model, true, with_actions},
    {"funder", {"who pays", "qui paie"}, of_the_pack, true, with_funders},
};

constexpr Label cells{"scenario, year, axes", "scenario, year, axes"};
constexpr Label with_axes{"with axes", "avec axes"};

constexpr std::array<StatisticRecord, 6> statistics{{
    {"",
     {},
     {"scenario, replicate, month or year", "scenario, replicate, month ou year"},
     {"the value in every replicate", "la valeur dans chaque réplique"},
     {"without axes", "sans axes"}},
    {"", {"mean", "moyenne"}, cells, {"mean over replicates", "moyenne sur les répliques"}, with_axes},
    {"_sd",
     {"standard deviation", "écart-type"},
     cells,
     {"standard deviation over replicates: divisor n - 1, NaN for one replicate",
      "écart-type sur les répliques\u00a0: diviseur n - 1, NaN pour une seule réplique"},
     with_axes},
    {"_q",
     {"quantiles", "quantiles"},
     {"scenario, quantile, year, axes", "scenario, quantile, year, axes"},
     {"quantiles over replicates, type 7 of Hyndman and Fan (1996)",
      "quantiles sur les répliques, type 7 de Hyndman et Fan (1996)"},
     {"with axes, not those of moments only", "avec axes, sauf ceux dont on garde les seuls moments"}},
    {"_diff_sd",
     {"standard deviation of the paired difference to the reference", "écart-type de l'écart apparié à la référence"},
     cells,
     {"standard deviation over replicates of the difference to the scenario's reference, replicate by replicate; 0 for "
      "a "
      "reference",
      "écart-type sur les répliques de l'écart à la référence du scénario, réplique par réplique\u00a0; 0 pour une "
      "référence"},
     {"as the line before, in a file of several scenarios",
      "comme à la ligne précédente, si le fichier a plusieurs scénarios"}},
    {"_total",
     {"total", "total"},
     {"scenario, replicate, year", "scenario, replicate, year"},
     {"sum over the axes in every replicate", "somme sur les axes dans chaque réplique"},
     {"with axes, not those of moments only nor rates, where no other output gives the sum",
      "avec axes, sauf taux et ceux dont on garde les seuls moments, si aucun autre indicateur ne donne la somme"}},
}};

constexpr VariableRecord variables[] = {
    {"scenario_plan", "scenario", {"plan of the scenario", "plan du scénario"}, {}, true},
    {"scenario_future",
     "scenario",
     {"future under which the scenario ran", "futur dans lequel le scénario a été simulé"},
     {},
     true},
    {"input_first",
     "input_file",
     {"place of the first byte of the file in input_content; -1: not kept",
      "rang du premier octet du fichier dans input_content\u00a0; -1\u00a0: non conservé"},
     with_inputs},
    {"input_size", "input_file", {"bytes kept of the file", "octets conservés du fichier"}, with_inputs},
    {"input_content",
     "input_byte",
     {"bytes of the files, one after the other", "octets des fichiers, bout à bout"},
     with_inputs},
    {"volume",
     "scenario, year, action, volume_of",
     {"what actions did (mean)", "ce que les actions ont fait (moyenne)"},
     with_actions},
    {"cost",
     "scenario, replicate, year",
     {"cost of the actions, whoever pays", "coût des actions, quel que soit le payeur"},
     with_costs},
    {"cost_by_action", "scenario, year, action", {"cost by action (mean)", "coût par action (moyenne)"}, with_costs},
    {"cost_by_funder",
     "scenario, year, funder",
     {"cost by funder (mean)", "coût par financeur (moyenne)"},
     with_funders},
};

template <class Record>
const Record& record_named(std::span<const Record> records, std::string_view name) {
    const auto found =
        std::find_if(records.begin(), records.end(), [&](const Record& one) { return one.name == name; });
    if (found == records.end()) {
        throw ModelError("result file: nothing is recorded under the name " + std::string(name));
    }
    return *found;
}

}  // namespace

std::span<const DimensionRecord> dimension_records() { return dimensions; }
const DimensionRecord& dimension_record(std::string_view name) { return record_named(dimension_records(), name); }

std::span<const StatisticRecord> statistic_records() { return statistics; }
const StatisticRecord& record_of(Statistic statistic) { return statistics[static_cast<std::size_t>(statistic)]; }

std::span<const VariableRecord> variable_records() { return variables; }
const VariableRecord& variable_record(std::string_view name) { return record_named(variable_records(), name); }

}  // namespace releve

#include "scenarios/plan/plan_words.hpp"

namespace releve::committee {

std::string term_name(std::string_view code, Language language) {
    constexpr std::array<std::string_view, 3> codes{"short", "medium", "long"};
    constexpr std::array<Label, 3> names{
        {{"short term", "court terme"}, {"medium term", "moyen terme"}, {"long term", "long terme"}}};
    for (std::size_t i = 0; i < codes.size(); ++i) {
        if (codes[i] == code) {
            return std::string(names[i].in(language));
        }
    }
    return "";
}

std::vector<Label> plan_method() {
    return {
        {"This table tells what is planned, not what will come of it: run the scenario beside its baseline and compare "
         "(releve run, releve compare) to see what it changes and what it costs in the simulation.",
         "Ce tableau dit ce qui est prévu, pas ce qui en résultera : simulez le scénario à côté de sa référence et "
         "comparez (releve run, releve compare) pour voir ce qu'il change et ce qu'il coûte dans la simulation."},
        {"Targets are aims of the committee. They play no part in the simulation.",
         "Les cibles sont des buts du comité. Elles n'ont aucun effet dans la simulation."},
        {"A planned cost supposes that the action is as large as it may be; fewer people or establishments may take "
         "part.",
         "Un coût prévu suppose l'action aussi grande qu'elle peut l'être ; moins de personnes ou d'établissements "
         "peuvent y participer."},
    };
}

}  // namespace releve::committee

#include "scenarios/audit/inventory/followed_measures.hpp"

namespace releve::audit {

namespace {

constexpr MeasureRecord records[] = {
    {Measure::people, "people", {"people in post", "personnes en poste"}, "persons"},
    {Measure::women, "women", {"women in post", "femmes en poste"}, "persons"},
    {Measure::under_30, "under_30", {"people under 30", "personnes de moins de 30 ans"}, "persons"},
    {Measure::from_55, "from_55", {"people of 55 and over", "personnes de 55 ans et plus"}, "persons"},
    {Measure::executives,
     "executives",
     {"executives, engineers and the like", "cadres, ingénieurs et assimilés"},
     "persons"},
    {Measure::lasting,
     "lasting",
     {"people on an open-ended contract or self-employed", "personnes en CDI ou indépendantes"},
     "persons"},
    {Measure::posts, "posts", {"posts", "postes"}, "posts"},
    {Measure::vacancies, "vacancies", {"posts being recruited for", "postes en recrutement"}, "posts"},
    {Measure::held_by_one,
     "held_by_one",
     {"competences held by one person", "compétences tenues par une personne"},
     "competences"},
    {Measure::held_by_two,
     "held_by_two",
     {"competences held by two people", "compétences tenues par deux personnes"},
     "competences"},
    {Measure::retired,
     "retired",
     {"people of the start who retired", "personnes du départ parties en retraite"},
     "persons"},
    {Measure::left, "left", {"people of the start who left", "personnes du départ parties"}, "persons"},
    {Measure::lasting_left,
     "lasting_left",
     {"people of the start on an open-ended contract or self-employed who left",
      "personnes du départ en CDI ou indépendantes parties"},
     "persons"},
    {Measure::one_gone,
     "one_gone",
     {"competences whose only holder left", "compétences dont l'unique détenteur est parti"},
     "competences"},
    {Measure::two_gone,
     "two_gone",
     {"competences whose two holders left", "compétences dont les deux détenteurs sont partis"},
     "competences"},
    {Measure::lost,
     "lost",
     {"competences that nobody holds any more", "compétences que plus personne ne tient"},
     "competences",
     false},
    {Measure::people_then,
     "people_then",
     {"people in post at the horizon", "personnes en poste à l'horizon"},
     "persons"},
    {Measure::posts_then, "posts_then", {"posts at the horizon", "postes à l'horizon"}, "posts"},
    {Measure::open_retired,
     "open_retired",
     {"recruitments after a retirement", "recrutements après un départ en retraite"},
     "posts"},
    {Measure::open_left,
     "open_left",
     {"recruitments after another departure", "recrutements après un autre départ"},
     "posts"},
    {Measure::open_term,
     "open_term",
     {"recruitments after the end of a fixed term", "recrutements après une fin de contrat"},
     "posts"},
    {Measure::open_moved,
     "open_moved",
     {"recruitments after a promotion or ahead of a departure", "recrutements après une promotion ou avant un départ"},
     "posts"},
    {Measure::open_growth,
     "open_growth",
     {"recruitments for a new post", "recrutements pour un poste nouveau"},
     "posts"},
    {Measure::hires, "hires", {"hires", "embauches"}, "hires"},
    {Measure::lasting_hires,
     "lasting_hires",
     {"hires on an open-ended contract or as one's own employer", "embauches en CDI ou installations"},
     "hires"},
    {Measure::lasting_separations,
     "lasting_separations",
     {"separations from an open-ended contract or of the self-employed", "fins de CDI ou d'activité indépendante"},
     "separations"},
    {Measure::quits, "quits", {"quits", "démissions"}, "separations"},
    {Measure::layoffs, "layoffs", {"layoffs", "licenciements"}, "separations"},
    {Measure::contract_ends, "contract_ends", {"ends of fixed terms", "fins de contrat"}, "separations"},
    {Measure::retirements, "retirements", {"retirements from a post", "départs en retraite"}, "separations"},
    {Measure::deaths, "deaths", {"deaths in post", "décès en poste"}, "separations"},
    {Measure::closures_left, "closures_left", {"separations by closure", "fins de poste par fermeture"}, "separations"},
    {Measure::moves, "moves", {"moves to another post", "changements de poste"}, "separations"},
    {Measure::others, "others", {"other separations", "autres fins de poste"}, "separations"},
    {Measure::abandoned, "abandoned", {"searches given up", "recherches abandonnées"}, "posts"},
    {Measure::unfilled, "unfilled", {"unfilled post-months", "mois de poste non pourvu"}, "post-months"},
    {Measure::open_months, "open_months", {"months of recruitment", "mois de recrutement"}, "post-months"},
    {Measure::know_how_lost, "know_how_lost", {"know-how lost", "savoir-faire perdu"}, "FTE"},
    {Measure::without_posts,
     "without_posts",
     {"establishments left without posts", "établissements restés sans poste"},
     "establishments",
     false},
};

constexpr bool in_order() {
    for (std::size_t i = 0; i < measures; ++i) {
        if (records[i].measure != static_cast<Measure>(i)) {
            return false;
        }
    }
    return true;
}
static_assert(std::size(records) == measures && in_order());

}  // namespace

std::span<const MeasureRecord> measure_records() { return records; }

}  // namespace releve::audit

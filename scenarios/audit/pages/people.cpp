#include "engine/base/fill.hpp"
#include "scenarios/audit/pages/cells.hpp"
#include "scenarios/audit/pages/diagnosis_blocks.hpp"
#include "scenarios/audit/secrecy/public_counts.hpp"
#include "scenarios/report/typography.hpp"

#include <map>

namespace releve::report::diagnosis {

namespace {

using audit::Cut;
using audit::horizon_years;
using audit::InventoryLine;

const InventoryLine& territory_of(const audit::Diagnosis& found) { return found.inventory.of(Cut::territory).front(); }

void add(Block& block, Label what, BlockCell value, int decimals, Figure figure, Label reading) {
    const BlockColumn shape{.figure = figure, .decimals = decimals};
    const Text shown{figure_text(value, shape, Language::en), figure_text(value, shape, Language::fr)};
    block.rows.push_back({text_of(what), shown, text_of(reading)});
}

/// What employers plan to recruit of an occupation; `difficulty`: only where they say whether it will be difficult.
audit::PublicCell planned_cell(const Pack& pack, std::uint32_t occupation, bool difficulty) {
    std::map<std::uint32_t, double> persons;
    for (const PlannedRecruitment& planned : pack.planned_recruitments) {
        if (planned.occupation == occupation && (!difficulty || planned.difficult.has_value())) {
            persons[planned.establishment] += planned.persons;
        }
    }
    audit::PublicCell cell;
    for (const auto& [establishment, count] : persons) {
        cell.contributions.push_back({establishment, count});
        cell.persons += count;
    }
    return cell;
}

}  // namespace

Block key_figures(const audit::Diagnosis& found) {
    const InventoryLine& all = territory_of(found);
    Block block{.key = "key_figures",
                .name = {"key figures", "chiffres clés"},
                .title = {"Key figures", "Chiffres clés"},
                .columns = {{.key = "what", .title = {"", ""}, .width = 44, .wrap = 36},
                            {.key = "value", .title = {"value", "valeur"}, .width = 18},
                            {.key = "reading", .title = {"", ""}, .width = 60, .wrap = 40}}};
    constexpr Label none{"", ""};
    add(block, {"establishments", "établissements"}, double{1} * all.establishments, 0, Figure::number, none);
    add(block, {"people in post", "personnes en poste"}, range_of(all.people), 0, Figure::number, none);
    add(block, {"women", "femmes"}, all.women_share, 1, Figure::percent, none);
    add(block, {"executives and engineers", "cadres et ingénieurs"}, all.executives_share, 1, Figure::percent, none);
    add(block, {"55 and over", "55 ans et plus"}, range_of(all.share_from_55), 1, Figure::percent, none);
    add(block, {"renewal ratio", "taux de relève"}, all.renewal, 2, Figure::number,
        {"people under 30 for one of 55 or over", "personnes de moins de 30 ans pour une de 55 ans et plus"});
    add(block, {"turnover a year", "rotation par an"}, range_of(all.turnover), 1, Figure::percent,
        {"half of hires and exits, over people in post; mostly short contracts that follow each other",
         "moitié des embauches et sorties, sur les personnes en poste\u00a0; surtout des contrats courts qui se "
         "suivent"});
    add(block, {"of which on lasting posts", "dont sur postes durables"}, range_of(all.lasting_turnover), 1,
        Figure::percent, {"open-ended contracts and owners", "CDI et patrons"});
    add(block, {"posts unfilled, share of time", "postes non pourvus, part du temps"}, all.unfilled_share, 1,
        Figure::percent, {"open for 3 months or more, over 5 years", "ouverts depuis 3 mois ou plus, sur 5 ans"});
    add(block, {"months to fill a vacancy", "mois pour pourvoir une offre"}, all.months_to_fill, 1, Figure::number,
        {"short contracts included, filled nearly at once", "contrats courts compris, pourvus presque aussitôt"});
    return block;
}

Block age_pyramid(const audit::Diagnosis& found) {
    const InventoryLine& all = territory_of(found);
    Block block{.key = "age_pyramid",
                .name = {"age pyramid", "pyramide des âges"},
                .title = {"Ages of the people in post", "Âges des personnes en poste"},
                .columns = {{.key = "age", .title = {"age", "âge"}},
                            {.key = "men", .title = {"men", "hommes"}, .figure = Figure::bar},
                            {.key = "women", .title = {"women", "femmes"}, .figure = Figure::bar}}};
    for (std::size_t band = result_age_bands; band-- > 0;) {
        const std::size_t from = 15 + 5 * band;
        const std::string ages =
            std::to_string(from) + (band + 1 == result_age_bands ? "+" : "-" + std::to_string(from + 4));
        block.rows.push_back({both(ages), all.pyramid[0][band], all.pyramid[1][band]});
    }
    return block;
}

Block departures_and_needs(const audit::Diagnosis& found) {
    const InventoryLine& all = territory_of(found);
    Block block{
        .key = "departures_and_needs",
        .name = {"departures and needs", "départs et besoins"},
        .title = {"Who may leave, and what will have to be recruited", "Qui peut partir, et ce qu'il faudra recruter"},
        .before =
            {{"People in post at the start who have left their establishment by then, and recruitments begun by "
              "then. In brackets: between what 8 simulated futures in 10 lie. Recruitments that follow the end of "
              "a fixed term are left out: mostly the same posts again and again. Retired, others, new: after a "
              "retirement, after "
              "another departure, new posts.",
              "Personnes en poste au départ qui ont quitté leur établissement à cette date, et recrutements "
              "lancés d'ici là. Entre parenthèses : entre quoi se trouvent 8 futurs simulés sur 10. Les "
              "recrutements qui suivent la fin d'un CDD sont à part : le plus souvent les mêmes postes. Retraite, "
              "autres, créés : après une "
              "retraite, après un autre départ, postes nouveaux."}},
        .columns = {{.key = "within_years", .title = {"within", "d'ici"}, .width = 10},
                    {.key = "retire", .title = {"retire", "retraite"}},
                    {.key = "leave_lasting_post", .title = {"leave lasting post", "quittent (durable)"}},
                    {.key = "to_recruit", .title = {"to recruit", "à recruter"}},
                    {.key = "after_retirement", .title = {"retired", "retraite"}},
                    {.key = "after_departure", .title = {"others", "autres"}},
                    {.key = "growth", .title = {"new", "créés"}}}};
    for (std::size_t h = 0; h < horizon_years.size(); ++h) {
        const audit::Departures& departures = all.departures[h];
        const audit::Openings& openings = all.needs.openings[h];
        block.rows.push_back({counted(static_cast<std::size_t>(horizon_years[h]), {"year", "an"}),
                              range_of(departures.retired), range_of(departures.lasting_left),
                              range_of(openings.lasting), openings.after_retirement.mean, openings.after_departure.mean,
                              openings.growth.mean});
    }
    return block;
}

Block planned_recruitments(const audit::Diagnosis& found) {
    Block block{.key = "planned_recruitments",
                .name = {"planned recruitments", "recrutements prévus"},
                .title = {"What employers say they will recruit, beside what is expected",
                          "Ce que les employeurs disent vouloir recruter, et ce qui est attendu"},
                .columns = {{.key = "occupation", .title = {"occupation", "métier"}, .width = 44, .wrap = 40},
                            {.key = "employers", .title = {"employers", "employeurs"}},
                            {.key = "planned", .title = {"planned", "prévus"}},
                            {.key = "difficult", .title = {"difficult", "difficiles"}, .figure = Figure::percent},
                            {.key = "expected", .title = {"expected, 5 y", "attendus 5 ans"}}},
                .rows_in_text = 10};
    const audit::PublicPattern pattern(found.pack, found.inventory, Cut::occupation);
    constexpr audit::SecrecyRules secrecy;
    std::size_t hidden = 0;
    for (const InventoryLine& line : found.inventory.of(Cut::occupation)) {
        const audit::PlannedNeeds& planned = line.needs.planned;
        if (planned.establishments == 0) {
            continue;
        }
        if (audit::primary_secrecy(planned_cell(found.pack, line.unit, false), secrecy) != audit::Secrecy::shown) {
            ++hidden;  // a line alone would tell that one of the few employers of the occupation recruits
            continue;
        }
        const bool few_said =
            audit::primary_secrecy(planned_cell(found.pack, line.unit, true), secrecy) != audit::Secrecy::shown;
        const BlockCell difficult =
            few_said ? BlockCell{Hidden{}} : BlockCell{planned.difficult / planned.told_difficult};
        block.rows.push_back({found.pack.occupations.names[line.unit], double{1} * planned.establishments,
                              planned.persons, planned.told_difficult > 0 ? difficult : BlockCell{},
                              pattern.hides(line.unit, audit::PublicCount::recruit_5)
                                  ? BlockCell{Hidden{}}
                                  : BlockCell{range_of(line.needs.openings.back().lasting)}});
    }
    if (hidden > 0) {
        block.after.push_back(fill({"Occupations that fewer than 3 employers, or one for nearly all, or fewer than 5 "
                                    "people are about, not listed (statistical secrecy): {}.",
                                    "Métiers non listés (secret statistique\u00a0: moins de 3 employeurs, un seul pour "
                                    "presque tout, ou moins de 5 personnes)\u00a0: {}."},
                                   {std::to_string(hidden)}));
    }
    return block;
}

}  // namespace releve::report::diagnosis

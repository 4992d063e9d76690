#include "engine/base/fill.hpp"
#include "scenarios/report/comparison/parts.hpp"
#include "scenarios/report/pairs.hpp"
#include "scenarios/report/typography.hpp"

#include <algorithm>
#include <cmath>

namespace releve::report {

namespace {

constexpr std::size_t widest_label = 34;
constexpr std::size_t widest_indicator = 40;

std::string factor_text(double factor, Language language) {
    return std::isinf(factor) ? "\u221e" : number(factor, 1, language);
}

/// Said once, above tables full of dashes.
std::string one_replicate_only(const Dataset& results, Language language) {
    if (results.find_dimension("replicate")->size > 1) {
        return "";
    }
    return paragraph({"A single replicate tells neither interval nor p: what it shows may be chance alone (releve run "
                      "--replicates).",
                      "Une seule réplique ne donne ni intervalle ni p\u00a0: ce qu'elle montre peut n'être que du "
                      "hasard (releve run --replicates)."},
                     language);
}

std::string title_of(const Dataset& results, Language language) {
    const Text territory{std::string(text_of(results.attributes, "territory_en")),
                         std::string(text_of(results.attributes, "territory_fr"))};
    const std::vector<std::string> months = codes_of(results, "month");
    return paragraph(fill({"{}: {} of each scenario, {} to {}; the same chance given to all",
                           "{}\u00a0: {} de chaque scénario, de {} à {}\u00a0; le même hasard pour tous"},
                          {territory, counted(results.find_dimension("replicate")->size, {"replicate", "réplique"}),
                           months.front(), months.back()}),
                     language);
}

std::string common_chance(const Dataset& results, Language language, double level) {
    const double median = shortage_variance_reduction(results, level);
    if (!std::isfinite(median)) {
        return "";
    }
    const auto replicates = static_cast<double>(results.find_dimension("replicate")->size);
    return paragraph(
        fill(
            {"Common chance divides the variance of the difference of unfilled post-months by {} (median of plans and "
             "years): {} replicates tell as much as {} independent runs of each scenario.",
             "Le hasard commun divise par {} la variance de l'écart de mois de poste non pourvus (médiane des plans et "
             "des années)\u00a0: {} répliques en disent autant que {} simulations indépendantes de chaque scénario."},
            {Text{number(median, 1, Language::en), number(median, 1, Language::fr)},
             Text{number(replicates, 0, Language::en), number(replicates, 0, Language::fr)},
             Text{number(replicates * median, 0, Language::en), number(replicates * median, 0, Language::fr)}}),
        language);
}

std::vector<std::string> titles_of(double level, Language language) {
    const std::string margin = percent(level, 0, language);
    return language == Language::fr
               ? std::vector<std::string>{"", "écart", margin, "mieux\u00a0?", "p (Holm)", "var. \u00f7"}
               : std::vector<std::string>{"", "change", margin, "better?", "p (Holm)", "var. \u00f7"};
}

std::vector<std::string> row_of(const Change& change, const Measure& measure, Language language) {
    const compare::PairedDifference& paired = change.paired;
    return {measure.label.in(language),
            signed_number(paired.difference.mean, measure.decimals, language),
            interval(paired.difference.low, paired.difference.high, measure.decimals, language),
            measure.better == Better::neither ? "" : chance_text(better_of(change, measure.better), language),
            p_text(change.adjusted_p, language),
            factor_text(paired.variance_reduction, language)};
}

/// One sentence on what the plan is for.
std::string verdict(const Dataset& results, const Change& change, double level, Language language) {
    const double mean = change.paired.difference.mean;
    const std::string share = percent(level, 0, Language::en);
    if (!(change.adjusted_p < 1 - level)) {
        return paragraph({"Unfilled posts: no effect shown by these replicates.",
                          "Postes non pourvus\u00a0: ces répliques ne démontrent pas d'effet."},
                         language);
    }
    const Text amount{number(std::abs(mean), 0, Language::en), number(std::abs(mean), 0, Language::fr)};
    const std::vector<Text> names = labels_of(results, "scenario");
    return paragraph(mean < 0 ? fill({"Unfilled posts: {} post-months avoided.",
                                      "Postes non pourvus\u00a0: {} mois de poste évités."},
                                     {amount})
                              : fill({"Unfilled posts: {} post-months more, against what is wanted.",
                                      "Postes non pourvus\u00a0: {} mois de poste de plus, à rebours du but."},
                                     {amount}),
                     language);
}

std::string changes_legend(double level, Language language) {
    return paragraph(
        fill({"Change: mean paired difference, with its {} interval. Better?: probability that the plan does better in "
              "one replicate, ties counted half, with its Wilson interval. p (Holm): of \"no difference\", corrected "
              "for all comparisons shown. var. \u00f7: what common chance divides the variance of the difference by. "
              "Of the hires, those from other posts here empty a post inside the territory, those from outside may "
              "empty one elsewhere. Gap between communes: see docs/model/comparison.md.",
              "Écart\u00a0: moyenne des écarts appariés, avec son intervalle à {}. Mieux\u00a0?\u00a0: probabilité que "
              "le plan fasse mieux dans une réplique, ex æquo comptés pour moitié, avec son intervalle de Wilson. "
              "p (Holm)\u00a0: de «\u00a0aucune différence\u00a0», corrigé de toutes les comparaisons montrées. "
              "var. \u00f7\u00a0: ce par quoi le hasard commun divise la variance de l'écart. Parmi les embauches, "
              "celles venues d'autres postes d'ici vident un poste du territoire, celles de l'extérieur peuvent en "
              "vider un ailleurs. Écart entre communes\u00a0: voir docs/model/comparison.md."},
             {Text{percent(level, 0, Language::en), percent(level, 0, Language::fr)}}),
        language);
}

}  // namespace

std::string changes_part(const Dataset& results, Language language, double level) {
    const int last = years_of(results).back();
    const std::vector<Measure> measures = comparison_measures(results, last);
    const std::vector<Change> changes = changes_of(results, measures, {last}, level);
    std::string text =
        title_of(results, language) + one_replicate_only(results, language) + common_chance(results, language, level);
    for (const Pair& pair : pairs_of(results)) {
        text += pair_heading(results, pair, language);
        std::vector<std::string> titles = titles_of(level, language);
        titles.front() = fill({"by the end of {}", "fin {}"}, {std::to_string(last)}).in(language);
        TextTable table(titles);
        table.widen(0, widest_label);
        table.keep_within_page(0);
        std::string sentence;
        for (const Change& change : changes) {
            if (change.scenario == pair.scenario) {
                table.add(row_of(change, measures[change.measure], language));
                sentence = change.measure == 0 ? verdict(results, change, level, language) : sentence;
            }
        }
        text += table.text() + sentence;
    }
    return text + "\n" + changes_legend(level, language);
}

std::string every_change_part(const Dataset& results, Language language, double level) {
    std::vector<Measure> measures = all_measures(results);
    for (Measure& measure : measures) {
        if (measure.variable == "cost") {  // in euros it would be too wide for the page
            measure.scale = 1e-3;
            measure.decimals = 0;
            measure.label = {measure.label.en + ", k€", measure.label.fr + ", k€"};
        }
    }
    const std::vector<int> years = milestone_years(years_of(results));
    const std::vector<Change> changes = changes_of(results, measures, years, level);
    std::string text =
        title_of(results, language) + one_replicate_only(results, language) + common_chance(results, language, level);
    for (const Pair& pair : pairs_of(results)) {
        text += pair_heading(results, pair, language);
        std::vector<std::string> titles = titles_of(level, language);
        titles.insert(titles.begin() + 1, language == Language::fr ? "an" : "year");
        titles[4] = "P(+)";
        TextTable table(titles);
        table.keep_within_page(0);
        for (const Change& change : changes) {
            if (change.scenario != pair.scenario) {
                continue;
            }
            Measure measure = measures[change.measure];
            measure.better = Better::neither;
            std::vector<std::string> row = row_of(change, measure, language);
            const std::string sum = measure.over == Over::since_start ? " \u03a3" : "";
            row.front() = change.year == years.front() ? shortened(row.front(), widest_indicator) + sum : "";
            row.insert(row.begin() + 1, std::to_string(change.year));
            row[4] = percent(change.paired.probability.mean, 0, language);
            table.add(row);
        }
        text += table.text();
    }
    const Text legend{"\u03a3: since the start of the run. P(+): share of replicates in which the scenario is higher.",
                      "\u03a3\u00a0: depuis le début. P(+)\u00a0: part des répliques où le scénario est plus haut."};
    return text + "\n" + paragraph(legend, language) + changes_legend(level, language);
}

}  // namespace releve::report

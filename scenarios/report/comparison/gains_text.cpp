#include "engine/base/fill.hpp"
#include "scenarios/report/comparison/gains.hpp"
#include "scenarios/report/comparison/parts.hpp"
#include "scenarios/report/typography.hpp"

#include <algorithm>
#include <cmath>

namespace releve::report {

namespace {

constexpr std::size_t shown_each_way = 3;

bool is_shown(const CellChange& cell, double level) { return cell.adjusted_p < 1 - level; }

std::string reading(const CellChange& cell, double level, Language language) {
    if (!is_shown(cell, level)) {
        return "";
    }
    const bool french = language == Language::fr;
    return cell.gain() > 0 ? "gain" : french ? "perte" : "loss";
}

/// `who`: the title of the first column.
TextTable table_of(Label who, double level, Language language) {
    const std::string margin = percent(level, 0, language);
    TextTable table(
        language == Language::fr
            ? std::vector<std::string>{std::string(who.fr), "référence", "écart", margin, "p (Holm)", "effet"}
            : std::vector<std::string>{std::string(who.en), "reference", "change", margin, "p (Holm)", "effect"});
    table.align_left(5);
    table.keep_within_page(0);
    return table;
}

std::vector<std::string> row_of(const std::string& name, const CellChange& cell, double level, Language language) {
    return {name,
            number(cell.before, 1, language),
            signed_number(cell.change.mean, 1, language),
            interval(cell.change.low, cell.change.high, 1, language),
            p_text(cell.adjusted_p, language),
            reading(cell, level, language)};
}

std::string full_name(const CellChange& cell, Language language) {
    return std::string(cell.breakdown->label.in(language)) + ", " + cell.label.in(language);
}

bool counts_posts(const CellChange& cell) { return cell.breakdown->variable.starts_with("unfilled"); }

/// Of posts or of persons, which cannot be ranked together. Effects shown come first, then the largest changes.
std::vector<CellChange> largest(const std::vector<CellChange>& cells, std::size_t scenario, bool posts, bool gains,
                                double level) {
    std::vector<CellChange> kept;
    std::copy_if(cells.begin(), cells.end(), std::back_inserter(kept), [&](const CellChange& cell) {
        return cell.pair.scenario == scenario && counts_posts(cell) == posts &&
               (gains ? cell.gain() > 0 : cell.gain() < 0);
    });
    std::stable_sort(kept.begin(), kept.end(), [&](const CellChange& a, const CellChange& b) {
        return is_shown(a, level) != is_shown(b, level) ? is_shown(a, level)
                                                        : std::abs(a.change.mean) > std::abs(b.change.mean);
    });
    kept.resize(std::min(kept.size(), shown_each_way));
    return kept;
}

std::string counts_of(const Verdicts& verdicts, double level, Language language) {
    const auto count = [](std::size_t value) {
        return Text{number(static_cast<double>(value), 0, Language::en),
                    number(static_cast<double>(value), 0, Language::fr)};
    };
    return paragraph(
        fill({"Cells looked at: {}. A gain is shown in {}, a loss in {}, no effect in {} ({}, Holm's correction over "
              "all cells of all plans).",
              "Cases examinées\u00a0: {}. Gain démontré dans {}, perte dans {}, pas d'effet démontré dans {} ({}, "
              "correction de Holm sur toutes les cases de tous les plans)."},
             {count(verdicts.cells), count(verdicts.gains), count(verdicts.losses),
              count(verdicts.cells - verdicts.gains - verdicts.losses),
              Text{percent(level, 0, Language::en), percent(level, 0, Language::fr)}}),
        language);
}

std::string not_in_file(Language language) {
    return paragraph({"Who gains and who loses: the file keeps no paired differences by cell (made by an older "
                      "version, or without this breakdown); run again.",
                      "Qui gagne et qui perd\u00a0: le fichier ne garde pas les écarts appariés par case (version plus "
                      "ancienne, ou sans cette ventilation)\u00a0; relancez la simulation."},
                     language);
}

std::string part_title(const Dataset& results, Language language) {
    return heading(fill({"Who gains and who loses, at the end of {}", "Qui gagne et qui perd, fin {}"},
                        {std::to_string(years_of(results).back())})
                       .in(language));
}

std::string title_of(const Dataset& results, const Pair& pair, Language language) {
    return "\n" + plan_name(results, pair.scenario, page_width, language) + "\n" +
           future_line(results, pair.scenario, language);
}

}  // namespace

std::string gains_part(const Dataset& results, Language language, double level) {
    const std::vector<CellChange> cells = cell_changes(results, "", level);
    if (cells.empty()) {
        return "\n" + not_in_file(language);
    }
    std::string text = part_title(results, language);
    text += paragraph({"Unfilled posts by commune, size, sector and occupation; residents in work and unemployed by "
                       "sex, and by age and sex. The largest gains, then the largest losses, of posts and of people; "
                       "\"effect\" is empty where chance may explain the change.",
                       "Postes non pourvus par commune, taille, secteur et métier\u00a0; résidents en emploi et au "
                       "chômage par sexe, et par âge et sexe. Les plus grands gains, puis les plus grandes "
                       "pertes, de postes et de personnes\u00a0; «\u00a0effet\u00a0» est vide là où le hasard peut "
                       "expliquer l'écart."},
                      language);
    for (const Pair& pair : pairs_of(results)) {
        TextTable table = table_of({"who", "qui"}, level, language);
        bool any = false;
        for (const bool posts : {true, false}) {
            for (const bool gains : {true, false}) {
                for (const CellChange& cell : largest(cells, pair.scenario, posts, gains, level)) {
                    table.add(row_of(full_name(cell, language), cell, level, language));
                    any = true;
                }
            }
        }
        text +=
            title_of(results, pair, language) +
            (any ? table.text() : paragraph({"No change in any cell.", "Aucun écart dans aucune case."}, language)) +
            counts_of(verdicts_of(cells, pair.scenario, level), level, language);
    }
    return text;
}

std::string cells_part(const Dataset& results, Language language, double level, const std::string& by) {
    const std::vector<CellChange> cells = cell_changes(results, by, level);
    if (cells.empty()) {
        return "\n" + not_in_file(language);
    }
    std::string text = part_title(results, language);
    // what all cells have in common stands once, above them
    const Label what = cells.front().breakdown->label;
    const bool common = std::all_of(cells.begin(), cells.end(), [&](const CellChange& cell) {
        return cell.breakdown->variable == cells.front().breakdown->variable;
    });
    for (const Pair& pair : pairs_of(results)) {
        TextTable table = table_of(common ? what : Label{"who", "qui"}, level, language);
        for (const CellChange& cell : cells) {
            if (cell.pair.scenario == pair.scenario) {
                table.add(row_of(common ? cell.label.in(language) : full_name(cell, language), cell, level, language));
            }
        }
        text += title_of(results, pair, language) + table.text() +
                counts_of(verdicts_of(cells, pair.scenario, level), level, language);
    }
    return text;
}

}  // namespace releve::report

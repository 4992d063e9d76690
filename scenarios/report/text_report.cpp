#include "scenarios/report/text_report.hpp"

#include "engine/base/fill.hpp"
#include "scenarios/report/findings.hpp"
#include "scenarios/report/pairs.hpp"
#include "scenarios/report/typography.hpp"

#include <algorithm>
#include <cmath>

namespace releve::report {

namespace {

constexpr std::size_t shown_weak_points = 5;
constexpr std::size_t plan_label_width = 32;
constexpr std::size_t longest_name = 48;
constexpr double plan_level = 0.95;

std::string paragraph(const Text& text, Language language) { return wrapped(text.in(language), page_width, ""); }

std::string integer_attribute(const Dataset& results, std::string_view name, Language language) {
    const Attribute* attribute = find_attribute(results.attributes, name);
    const auto* value = attribute == nullptr ? nullptr : std::get_if<std::int64_t>(&attribute->value);
    return value == nullptr ? "?" : number(static_cast<double>(*value), 0, language);
}

/// "8 futures in 10 in 2030": the title of the column of ranges.
std::string range_title(int year, Language language) {
    return fill({"8 in 10, {}", "8 sur 10, {}"}, {std::to_string(year)}).in(language);
}

std::string range_text(double low, double high, int decimals, Language language) {
    return number(low, decimals, language) + "\u2013" + number(high, decimals, language);
}

std::string course_part(const Dataset& results, Language language) {
    std::vector<int> years = milestone_years(years_of(results));
    if (const int first = years_of(results).front(); years.front() != first) {
        years.insert(years.begin(), first);
    }
    std::vector<std::string> titles{""};
    for (const int year : years) {
        titles.push_back(std::to_string(year));
    }
    titles.push_back(range_title(years.back(), language));
    TextTable table(titles);
    for (const Measure& measure : baseline_measures()) {
        const Course course = course_of(results, measure, 0, years);
        std::vector<std::string> means{measure.label.in(language)};
        for (const compare::Summary& one : course.by_year) {
            means.push_back(number(one.mean, measure.decimals, language));
        }
        means.push_back(range_text(course.by_year.back().q10, course.by_year.back().q90, measure.decimals, language));
        table.add(means);
    }
    const Text legend{
        "Means of the simulated futures; the last column: between what 8 futures in 10 lie.",
        "Moyennes des futurs simulés\u00a0; dernière colonne\u00a0: entre quoi se trouvent 8 futurs sur 10."};
    const Text title =
        fill({"The baseline: {}", "Le scénario de référence\u00a0: {}"}, {labels_of(results, "scenario").front()});
    return heading(title.in(language)) + paragraph(legend, language) + "\n" + table.text();
}

const Change* find_change(const std::vector<Change>& changes, std::size_t scenario, std::size_t measure, int year) {
    const auto at = std::find_if(changes.begin(), changes.end(), [&](const Change& change) {
        return change.scenario == scenario && change.measure == measure && change.year == year;
    });
    return at == changes.end() ? nullptr : &*at;
}

std::string plan_table(const Dataset& results, const std::vector<Change>& changes, std::size_t scenario,
                       Language language) {
    const std::vector<int> years = milestone_years(years_of(results));
    const std::vector<Measure> measures = plan_measures();
    std::vector<std::string> titles{labels_of(results, "scenario")[scenario].in(language)};
    for (const int year : years) {
        titles.push_back(std::to_string(year));
    }
    titles.emplace_back(language == Language::fr ? "mieux\u00a0?" : "better?");
    TextTable table(titles);
    table.widen(0, plan_label_width);
    for (std::size_t m = 0; m < measures.size(); ++m) {
        std::vector<std::string> means{measures[m].label.in(language)};
        for (const int year : years) {
            const Change* change = find_change(changes, scenario, m, year);
            const compare::Interval found =
                change == nullptr ? compare::Interval{NAN, NAN, NAN} : change->paired.difference;
            means.push_back(plus_minus(found.mean, (found.high - found.low) / 2, measures[m].decimals, language));
        }
        const Change* last = find_change(changes, scenario, m, years.back());
        means.push_back(last == nullptr ? "" : percent(better_of(*last, measures[m].better).mean, 0, language));
        table.add(means);
    }
    return table.text();
}

std::string plans_part(const Dataset& results, Language language) {
    const std::vector<Pair> pairs = pairs_of(results);
    if (pairs.empty()) {
        return "";
    }
    const std::vector<int> years = milestone_years(years_of(results));
    const std::vector<Change> changes = changes_of(results, plan_measures(), years, plan_level);
    const Text title =
        fill({"What the plans change (against \"{}\")", "Ce que les plans changent (par rapport à «\u00a0{}\u00a0»)"},
             {labels_of(results, "scenario").front()});
    std::string text = heading(title.in(language));
    text += paragraph(
        fill({"Mean change over {} simulated futures \u00b1 its 95% margin: where the margin is larger than the "
              "change, these "
              "futures show no effect. Totals run from the start. \"Better?\": in what share of the futures the plan "
              "does "
              "better in {}, the same chance given to both (50%: no difference). FTE: full-time equivalent.",
              "Écart moyen sur {} futurs simulés \u00b1 sa marge à 95\u00a0%\u00a0: si la marge dépasse l'écart, ces "
              "futurs ne "
              "montrent pas d'effet. Les cumuls partent du début. «\u00a0Mieux\u00a0?\u00a0»\u00a0: part des futurs où "
              "le plan fait "
              "mieux en {}, à hasard égal (50\u00a0%\u00a0: pas de différence). ETP\u00a0: équivalent temps plein."},
             {integer_attribute(results, "replicates", language), std::to_string(years.back())}),
        language);
    for (const Pair& pair : pairs) {
        text += "\n" + plan_table(results, changes, pair.scenario, language);
    }
    return text;
}

std::string weak_part(const Dataset& results, const Weakness& weakness, Label title, std::vector<std::string> columns,
                      Language language) {
    const std::vector<WeakPoint> points = weak_points(results, weakness, shown_weak_points);
    if (points.empty()) {
        return "";
    }
    const int last = years_of(results).back();
    columns.insert(columns.begin() + 2, range_title(last, language));
    TextTable table(std::move(columns));
    for (const WeakPoint& point : points) {
        table.add({shortened(point.label.in(language), longest_name), number(point.lack, 0, language),
                   range_text(point.low, point.high, 0, language), number(point.relative, 1, language)});
    }
    return heading(fill(title, {std::to_string(last)}).in(language)) + table.text();
}

std::string weak_points_part(const Dataset& results, Language language) {
    const bool french = language == Language::fr;
    return weak_part(results, short_occupations,
                     {"The occupations with most openings nobody filled in {}",
                      "Les métiers où le plus de besoins restent non pourvus en {}"},
                     french ? std::vector<std::string>{"métier", "non pourvus", "pour 100 en poste"}
                            : std::vector<std::string>{"occupation", "never filled", "for 100 in post"},
                     language) +
           weak_part(results, short_competences,
                     {"The competences most lacking at the end of {}", "Les compétences qui manquent le plus fin {}"},
                     french ? std::vector<std::string>{"compétence", "ETP manquants", "couverture, %"}
                            : std::vector<std::string>{"competence", "FTE lacking", "coverage, %"},
                     language);
}

std::string title_part(const Dataset& results, Language language) {
    const Text territory{std::string(text_of(results.attributes, "territory_en")),
                         std::string(text_of(results.attributes, "territory_fr"))};
    const std::vector<std::string> months = codes_of(results, "month");
    return paragraph(
        fill({"{}: {} simulated futures for each plan, {} to {}",
              "{}\u00a0: {} futurs simulés pour chaque plan, de {} à {}"},
             {territory, integer_attribute(results, "replicates", language), months.front(), months.back()}),
        language);
}

}  // namespace

std::string planners_report(const Dataset& results, Language language) {
    const Text caution{
        "This is a projection, not a forecast: what would follow from the stated assumptions. Compare "
        "plans; do not read a figure as what will happen.",
        "Ceci est une projection, pas une prévision\u00a0: ce qui découlerait des hypothèses déclarées. "
        "Comparez les plans\u00a0; ne lisez pas un chiffre comme ce qui arrivera."};
    return title_part(results, language) + course_part(results, language) + plans_part(results, language) +
           weak_points_part(results, language) + "\n" + paragraph(caution, language);
}

}  // namespace releve::report

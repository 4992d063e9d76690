#include "engine/base/fill.hpp"
#include "scenarios/report/comparison/decomposition.hpp"
#include "scenarios/report/comparison/parts.hpp"
#include "scenarios/report/pairs.hpp"
#include "scenarios/report/typography.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace releve::report {

namespace {

constexpr std::size_t shown_occupations = 10;

std::string span_text(Span span) { return fmt::format("{}\u2013{:02}", span.from, span.to % 100); }

std::string against_reference(const Dataset& results, std::size_t scenario, const Block& block, Span span,
                              Language language, double level) {
    const std::size_t reference = references_in(results)[scenario];
    const compare::Interval change =
        compare::paired_difference(values_of(territory_blocks(results, reference, span), block),
                                   values_of(territory_blocks(results, scenario, span), block), level)
            .difference;
    return plus_minus(change.mean, (change.high - change.low) / 2, 1, language);
}

std::string scenario_table(const Dataset& results, std::size_t scenario, Language language, double level) {
    const std::vector<Span> spans = spans_of(results);
    std::vector<std::string> titles{plan_name(results, scenario, 34, language)};
    std::vector<std::vector<compare::Blocks>> blocks;
    for (const Span span : spans) {
        titles.push_back(span_text(span));
        blocks.push_back(territory_blocks(results, scenario, span));
    }
    const bool plan = references_in(results)[scenario] != scenario;
    if (plan) {
        titles.emplace_back(language == Language::fr ? "écart" : "change");
    }
    TextTable table(titles);
    table.widen(0, 34);
    for (const Block& block : opening_blocks) {
        if (block.code == "from_others") {
            continue;  // none for a territory
        }
        std::vector<std::string> row{std::string(block.label.in(language))};
        for (const std::vector<compare::Blocks>& of_span : blocks) {
            row.push_back(number(compare::summary(values_of(of_span, block)).mean, 1, language));
        }
        if (plan) {
            row.push_back(against_reference(results, scenario, block, spans.back(), language, level));
        }
        table.add(row);
    }
    return "\n" + future_line(results, scenario, language) + table.text();
}

std::string occupation_table(const Dataset& results, std::size_t scenario, Language language) {
    const std::vector<compare::Blocks> blocks = occupation_blocks(results, scenario, spans_of(results).back());
    if (blocks.empty()) {
        return "";
    }
    const std::vector<Text> labels = labels_of(results, "occupation");
    std::vector<std::size_t> order(blocks.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        order[i] = i;
    }
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return blocks[a].openings > blocks[b].openings; });
    order.resize(std::min(order.size(), shown_occupations));
    const bool french = language == Language::fr;
    TextTable table(
        french ? std::vector<std::string>{"métier", "créations", "départs", "jeunes", "ailleurs", "métiers", "reste"}
               : std::vector<std::string>{"occupation", "creations", "exits", "young", "away", "others", "left"});
    table.keep_within_page(0);
    for (const std::size_t i : order) {
        const compare::Blocks& one = blocks[i];
        std::vector<std::string> row{labels[i].in(language)};
        for (const double value :
             {one.net_creations, one.career_ends, one.young, one.from_away, one.from_others, one.rest}) {
            row.push_back(number(value, 1, language));
        }
        table.add(row);
    }
    const Text title = fill(
        {"{}: the occupations with most job openings", "{}\u00a0: les métiers aux postes à pourvoir les plus nombreux"},
        {labels_of(results, "scenario")[scenario]});
    return "\n" + paragraph(title, language) + table.text();
}

}  // namespace

std::string decomposition_part(const Dataset& results, Language language, double level) {
    const std::vector<Span> spans = spans_of(results);
    const Text title{"Job openings, and who fills them (a year)", "Postes à pourvoir, et par qui (par an)"};
    if (spans.empty() || territory_blocks(results, 0, spans.front()).empty()) {
        return heading(title.in(language)) +
               paragraph(
                   {"The file does not hold what it takes: two years at least, and hires by origin.",
                    "Le fichier ne contient pas de quoi le dire\u00a0: deux années au moins, et les embauches par "
                    "origine."},
                   language);
    }
    std::string text = heading(title.in(language));
    for (std::size_t scenario = 0; scenario < labels_of(results, "scenario").size(); ++scenario) {
        text += scenario_table(results, scenario, language, level);
    }
    for (const Group& group : groups_of(results)) {
        text += occupation_table(results, group.front(), language);
    }
    const Text legend{
        "Blocks of Les métiers en 2030 (France Stratégie, Dares, 2022), from what the simulation did, "
        "from the end of one year to that of another. What is left goes to the unemployed, the inactive "
        "and people in training, net of those who lose a post; the potential imbalance is what is left "
        "over the whole span, for 100 people in post at its start. \u00b1: paired with the reference.",
        "Blocs des Métiers en 2030 (France Stratégie, Dares, 2022), d'après ce qu'a fait la simulation, "
        "de la fin d'une année à celle d'une autre. Le reste revient aux chômeurs, aux inactifs et aux "
        "personnes en formation, nets de ceux qui perdent un poste\u00a0; le déséquilibre potentiel est ce "
        "reste sur toute la période, pour 100 personnes en poste au début. \u00b1\u00a0: apparié à la "
        "référence."};
    return text + "\n" + paragraph(legend, language);
}

}  // namespace releve::report

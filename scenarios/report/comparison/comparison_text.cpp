#include "scenarios/report/comparison/comparison_text.hpp"

#include "engine/base/fill.hpp"
#include "scenarios/report/comparison/parts.hpp"
#include "scenarios/report/typography.hpp"

#include <cmath>

namespace releve::report {

std::string p_text(double p, Language language) {
    const std::string least = number(0.001, 3, language);
    return p < 0.001 ? "<" + least : number(p, 3, language);
}

std::string chance_text(const compare::Interval& probability, Language language) {
    if (!std::isfinite(probability.mean)) {
        return number(probability.mean, 0, language);
    }
    return percent(probability.mean, 0, language) + " " +
           interval(100 * probability.low, 100 * probability.high, 0, language);
}

std::string paragraph(const Text& text, Language language) { return wrapped(text.in(language), page_width, ""); }

namespace {

std::vector<Text> names_of(const Dataset& results, std::string_view what) {
    return results.find(std::string(what) + "_label_en") == nullptr ? std::vector<Text>{} : labels_of(results, what);
}

}  // namespace

std::string plan_name(const Dataset& results, std::size_t scenario, std::size_t most, Language language) {
    const std::vector<Text> plans = names_of(results, "scenario_plan");
    return shortened((plans.empty() ? labels_of(results, "scenario") : plans)[scenario].in(language), most);
}

std::string future_line(const Dataset& results, std::size_t scenario, Language language) {
    const std::vector<Text> futures = names_of(results, "scenario_future");
    if (futures.empty() || futures[scenario].en.empty()) {
        return "";
    }
    return paragraph(fill({"Future: {}", "Futur\u00a0: {}"}, {futures[scenario]}), language);
}

std::string pair_heading(const Dataset& results, const Pair& pair, Language language) {
    constexpr std::size_t longest = 40;
    const std::string title =
        fill({"{}, against {}", "{}, par rapport à {}"}, {plan_name(results, pair.scenario, longest, language),
                                                          plan_name(results, pair.reference, longest, language)})
            .in(language);
    return heading(title) + future_line(results, pair.scenario, language);
}

std::string comparison_report(const Dataset& results, Language language, const ComparisonAsked& asked) {
    std::string text =
        asked.all ? every_change_part(results, language, asked.level) : changes_part(results, language, asked.level);
    text += asked.by.empty() ? gains_part(results, language, asked.level)
                             : cells_part(results, language, asked.level, asked.by);
    text += cost_part(results, language, asked.level) + payers_part(results, language, asked.costs);
    text += targets_part(results, language, asked.level);
    if (asked.decompose) {
        text += decomposition_part(results, language, asked.level);
    }
    if (asked.committee != nullptr) {
        text += committee_part(results, language, asked.level, *asked.committee);
    }
    const Text caution{
        "Differences between simulated futures: what would follow from the stated assumptions, not a "
        "forecast. An effect not shown is not an effect shown to be nil: more replicates narrow the "
        "intervals (releve run --precision).",
        "Écarts entre futurs simulés\u00a0: ce qui découlerait des hypothèses déclarées, pas une "
        "prévision. Un effet non démontré n'est pas un effet nul\u00a0: davantage de répliques "
        "resserrent les intervalles (releve run --precision)."};
    return text + "\n" + paragraph(caution, language);
}

}  // namespace releve::report

#include "scenarios/report/comparison/cost.hpp"
#include "scenarios/report/comparison/parts.hpp"
#include "scenarios/report/typography.hpp"

#include <algorithm>

namespace releve::report {

namespace {

constexpr double thousand = 1000;

/// What each funder pays over the whole run, the plans of one future side by side.
std::string payers_table(const Dataset& results, const Group& group, Language language) {
    const std::size_t widest = std::max<std::size_t>(8, 72 / group.size());
    std::vector<std::string> titles{"k€"};
    std::vector<CostTable> plans;
    for (std::size_t i = 1; i < group.size(); ++i) {
        titles.push_back(plan_name(results, group[i], widest, language));
        plans.push_back(costs_by(results, "funder", group[i]));
    }
    TextTable table(titles);
    const std::vector<Text> funders = labels_of(results, "funder");
    for (std::size_t funder = 0; funder < funders.size(); ++funder) {
        std::vector<std::string> row{funders[funder].in(language)};
        double most = 0;
        for (const CostTable& plan : plans) {
            row.push_back(number(plan.total(funder) / thousand, 0, language));
            most = std::max(most, plan.total(funder));
        }
        if (most > 0) {
            table.add(row);
        }
    }
    return table.text();
}

void add_rows(TextTable& table, const CostTable& costs, const std::vector<Text>& items, std::size_t first,
              std::size_t end, Language language) {
    constexpr std::size_t widest = 28;
    for (std::size_t item = 0; item < costs.by_year.size(); ++item) {
        if (costs.total(item) <= 0) {
            continue;
        }
        std::vector<std::string> row{shortened(items[item].in(language), widest)};
        for (std::size_t year = first; year < end; ++year) {
            row.push_back(number(costs.by_year[item][year] / thousand, 0, language));
        }
        row.push_back(number(costs.total(item) / thousand, 0, language));
        table.add(row);
    }
}

/// Years in which the plan costs anything: first and one past the last.
std::pair<std::size_t, std::size_t> years_with_costs(const CostTable& costs) {
    std::size_t first = costs.by_year.empty() ? 0 : costs.by_year.front().size();
    std::size_t end = 0;
    for (const std::vector<double>& years : costs.by_year) {
        for (std::size_t year = 0; year < years.size(); ++year) {
            if (years[year] > 0) {
                first = std::min(first, year);
                end = std::max(end, year + 1);
            }
        }
    }
    return {std::min(first, end), end};
}

/// One plan by action, then by funder, year by year; so many years side by side as a page holds.
std::string yearly_table(const Dataset& results, std::size_t scenario, Language language) {
    constexpr std::size_t most_years = 8;
    const CostTable actions = costs_by(results, "action", scenario);
    const CostTable funders = costs_by(results, "funder", scenario);
    const std::vector<int> years = years_of(results);
    const auto [begin, end] = years_with_costs(actions);
    std::string text;
    for (std::size_t first = begin; first < end; first += most_years) {
        const std::size_t last = std::min(end, first + most_years);
        std::vector<std::string> titles{plan_name(results, scenario, 28, language)};
        for (std::size_t year = first; year < last; ++year) {
            titles.push_back(std::to_string(years[year]));
        }
        titles.emplace_back("total");
        TextTable table(titles);
        add_rows(table, actions, labels_of(results, "action"), first, last, language);
        if (!funders.by_year.empty()) {
            table.add({language == Language::fr ? "dont payé par" : "of which paid by"});
            add_rows(table, funders, labels_of(results, "funder"), first, last, language);
        }
        text += table.text() + "\n";
    }
    return text;
}

}  // namespace

std::string payers_part(const Dataset& results, Language language, bool by_year) {
    const bool has_funders = results.find("cost_by_funder") != nullptr;
    if (results.find("cost_by_action") == nullptr || (!has_funders && !by_year)) {
        return "";
    }
    std::string tables;
    for (const Group& group : groups_of(results)) {
        if (group.size() < 2) {
            continue;
        }
        tables += future_line(results, group.front(), language);
        tables += has_funders ? payers_table(results, group, language) + (by_year ? "\n" : "") : "";
        for (std::size_t i = 1; i < group.size() && by_year; ++i) {
            tables += yearly_table(results, group[i], language);
        }
    }
    const Text title{"Who pays", "Qui paie"};
    const Text legend =
        by_year
            ? Text{"Thousand EUR, means over replicates of what was done, windfall included.",
                   "Milliers d'euros, moyennes sur les répliques de ce qui a été fait, aubaine comprise."}
            : Text{
                  "Thousand EUR over the whole run, means over replicates of what was done, windfall included; by "
                  "action "
                  "and year: --costs.",
                  "Milliers d'euros sur toute la simulation, moyennes sur les répliques de ce qui a été fait, aubaine "
                  "comprise\u00a0; par action et par année\u00a0: --costs."};
    return heading(title.in(language)) + tables + paragraph(legend, language);
}

}  // namespace releve::report

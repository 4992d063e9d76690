#include "engine/base/fill.hpp"
#include "scenarios/plan/plan_views.hpp"
#include "scenarios/plan/plan_words.hpp"
#include "scenarios/report/typography.hpp"

#include <cmath>

namespace releve::committee {

namespace {

using exports::Cell;
using exports::Column;
using exports::Shape;
using exports::Sheet;

std::string said(Label label, Language language) {
    const std::string text(label.in(language));
    return language == Language::fr ? report::with_french_spaces(text) : text;
}

Column column(PlanColumn which, double width, Language language, Shape shape = Shape::plain) {
    return {said(word_of(which).title, language), width, shape};
}

Cell text_or_nothing(const std::string& text) { return text.empty() ? Cell{} : Cell{text}; }

/// Who pays how much, else the conventions that may.
std::string funding_of(const Row& row, Language language) {
    std::string all;
    for (const auto& [funder, amount] : row.financing.shares) {
        all += (all.empty() ? "" : ", ") + funder.in(language) + " " + report::number(amount, 0, language);
    }
    for (const auto& [code, name] : row.conventions) {
        all += row.financing.shares.empty() ? (all.empty() ? "" : ", ") + name.in(language) : "";
    }
    return all;
}

std::vector<Cell> cells_of(const Row& row, Language language) {
    return {text_or_nothing(term_name(row.term, language)),
            row.action.in(language),
            text_or_nothing(row.scheme.in(language)),
            text_or_nothing(row.settings),
            text_or_nothing(row.lead.in(language)),
            row.start,
            row.end,
            std::isfinite(row.financing.cost) ? Cell{row.financing.cost} : Cell{},
            text_or_nothing(funding_of(row, language)),
            row.indicator.in(language),
            row.target ? Cell{*row.target} : Cell{},
            row.review};
}

Sheet page_of_texts(Label name, Label first, Label second, Language language) {
    return {std::string(name.in(language)),
            {{std::string(first.in(language)), 24}, {std::string(second.in(language)), 100}},
            {}};
}

Sheet readme_sheet(const PlanTable& table, Language language) {
    Sheet sheet = page_of_texts({"read me", "lisez-moi"}, {"plan", "plan"}, {"", ""}, language);
    sheet.columns[1].title = plan_title(table, language);
    const auto add = [&](Label what, const std::string& text) { sheet.rows.push_back({said(what, language), text}); };
    if (table.start) {
        add({"start of the plan", "début du plan"}, to_string(*table.start));
    }
    add({"actions", "actions"}, std::to_string(table.rows.size()));
    add({"scenario", "scénario"}, table.id);
    for (const ColumnWord& word : column_words) {
        add(word.title, said(word.meaning, language));
    }
    return sheet;
}

Sheet method_sheet(Language language) {
    Sheet sheet =
        page_of_texts({"method", "méthode"}, {"", ""}, {"how to read the table", "comment lire le tableau"}, language);
    std::size_t number = 0;
    for (const Label& paragraph : plan_method()) {
        sheet.rows.push_back({static_cast<double>(++number), said(paragraph, language)});
    }
    return sheet;
}

}  // namespace

std::string plan_title(const PlanTable& table, Language language) {
    return table.name.in(language) + ", " + table.territory.in(language);
}

Sheet plan_sheet(const PlanTable& table, Language language) {
    Sheet sheet{std::string(Label{"plan", "plan"}.in(language)),
                {column(PlanColumn::term, 13, language), column(PlanColumn::action, 26, language),
                 column(PlanColumn::scheme, 22, language), column(PlanColumn::settings, 26, language),
                 column(PlanColumn::lead, 22, language), column(PlanColumn::start, 9, language),
                 column(PlanColumn::end, 9, language), column(PlanColumn::cost, 14, language, Shape::euros),
                 column(PlanColumn::funding, 28, language), column(PlanColumn::indicator, 28, language),
                 column(PlanColumn::target, 9, language, Shape::percent), column(PlanColumn::review, 9, language)},
                {}};
    for (const Row& row : table.rows) {
        sheet.rows.push_back(cells_of(row, language));
    }
    return sheet;
}

std::vector<Sheet> plan_book(const PlanTable& table, Language language) {
    return {readme_sheet(table, language), plan_sheet(table, language), method_sheet(language)};
}

}  // namespace releve::committee

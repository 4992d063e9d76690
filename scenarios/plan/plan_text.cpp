#include "engine/base/fill.hpp"
#include "scenarios/plan/plan_views.hpp"
#include "scenarios/plan/plan_words.hpp"
#include "scenarios/report/typography.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace releve::committee {

namespace {

constexpr std::size_t page_width = 96;
constexpr std::string_view nothing = "\u2013";

struct Layout {
    PlanColumn column;
    std::size_t width;
    bool right = false;
};
/// With two spaces between them: 100 columns.
constexpr std::array<Layout, 8> layout{{{PlanColumn::action, 16},
                                        {PlanColumn::lead, 13},
                                        {PlanColumn::start, 7},
                                        {PlanColumn::cost, 9, true},
                                        {PlanColumn::funding, 13},
                                        {PlanColumn::indicator, 14},
                                        {PlanColumn::target, 7, true},
                                        {PlanColumn::review, 7}}};

/// A word wider than its column, in pieces.
std::vector<std::string> cut(const std::string& word, std::size_t width) {
    std::vector<std::string> pieces{""};
    std::size_t wide = 0;
    for (const char byte : word) {
        const bool starts = (static_cast<unsigned char>(byte) & 0xC0u) != 0x80u;
        if (starts && ++wide > width) {
            pieces.emplace_back();
            wide = 1;
        }
        pieces.back() += byte;
    }
    return pieces;
}

/// The lines of a cell; a line break of the text stays one.
std::vector<std::string> lines_of(const std::string& text, std::size_t width) {
    std::vector<std::string> lines;
    std::size_t from = 0;
    while (from <= text.size()) {
        const std::size_t end = std::min(text.find('\n', from), text.size());
        const std::string wrapped = report::wrapped(text.substr(from, end - from), width, "");
        for (std::size_t at = 0; at + 1 < wrapped.size() || at == 0;) {
            const std::size_t stop = wrapped.find('\n', at);
            const std::vector<std::string> pieces = cut(wrapped.substr(at, stop - at), width);
            lines.insert(lines.end(), pieces.begin(), pieces.end());
            at = stop + 1;
        }
        from = end + 1;
    }
    return lines;
}

/// Cells side by side, each wrapped to its column.
std::string row_text(const std::array<std::string, layout.size()>& cells) {
    std::vector<std::vector<std::string>> columns;
    std::size_t height = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        columns.push_back(lines_of(cells[i], layout[i].width));
        height = std::max(height, columns.back().size());
    }
    std::string all;
    for (std::size_t y = 0; y < height; ++y) {
        std::string line;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const std::string text = y < columns[i].size() ? columns[i][y] : "";
            const std::string gap(layout[i].width - std::min(layout[i].width, report::width_of(text)), ' ');
            line += (i == 0 ? "" : "  ") + (layout[i].right ? gap + text : text + gap);
        }
        line.erase(line.find_last_not_of(' ') + 1);
        all += line + "\n";
    }
    return all;
}

std::string or_nothing(const std::string& text) { return text.empty() ? std::string(nothing) : text; }

std::string funding_text(const Row& row, Language language) {
    std::string all;
    for (const auto& [funder, amount] : row.financing.shares) {
        const double share = row.financing.cost > 0 ? amount / row.financing.cost : 0;
        if (share < 0.005) {
            continue;  // below one per cent once rounded; the sheets tell every amount
        }
        all += (all.empty() ? "" : "\n") + funder.in(language) + " " + report::percent(share, 0, language);
    }
    for (const auto& [code, name] : row.conventions) {
        all += row.financing.shares.empty() ? (all.empty() ? "" : "\n") + name.in(language) : "";
    }
    return or_nothing(all);
}

std::string action_text(const Row& row, Language language) {
    const std::string& scheme = row.scheme.in(language);
    return row.action.in(language) + (scheme.empty() ? "" : "\n(" + scheme + ")") +
           (row.capacity.empty() ? "" : "\n" + row.capacity);
}

std::string text_of(const Row& row, Language language) {
    return row_text({action_text(row, language), or_nothing(row.lead.in(language)),
                     to_string(row.start) + "\n" + to_string(row.end), report::number(row.financing.cost, 0, language),
                     funding_text(row, language), or_nothing(row.indicator.in(language)),
                     row.target ? report::target(*row.target, language) : std::string(nothing), to_string(row.review)});
}

std::string titles(Language language) {
    std::array<std::string, layout.size()> cells;
    for (std::size_t i = 0; i < layout.size(); ++i) {
        cells[i] = std::string(word_of(layout[i].column).title.in(language));
        if (layout[i].column == PlanColumn::start) {
            cells[i] += "\n" + std::string(word_of(PlanColumn::end).title.in(language));
        }
    }
    return row_text(cells);
}

std::string rule(std::string_view stroke, std::size_t width) {
    std::string line;
    for (std::size_t i = 0; i < width; ++i) {
        line += stroke;
    }
    return line + "\n";
}

/// "Short term, up to 2014-08"; what stands outside the sections has a line of its own only beside some.
std::string section_title(const PlanTable& table, const std::string& code, Language language) {
    for (const PlanTerm& term : plan_terms) {
        if (code == term.code && table.start) {
            const std::string last = to_string(*table.start + (term.months - 1));
            return fill({"{}, up to {}", "{}, jusqu'à {}"}, {term_name(code, language), last}).in(language);
        }
    }
    return language == Language::fr ? "sans échéance" : "without term";
}

/// What each funder pays of the whole plan, the largest first.
std::string who_pays(const PlanTable& table, Language language) {
    std::vector<std::pair<Text, double>> totals;
    for (const Row& row : table.rows) {
        for (const auto& [funder, amount] : row.financing.shares) {
            const auto known =
                std::find_if(totals.begin(), totals.end(), [&](const auto& one) { return one.first.en == funder.en; });
            if (known == totals.end()) {
                totals.emplace_back(funder, amount);
            } else {
                known->second += amount;
            }
        }
    }
    std::stable_sort(totals.begin(), totals.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    report::TextTable lines({language == Language::fr ? "qui paie" : "who pays", language == Language::fr ? "€" : "EUR",
                             language == Language::fr ? "part" : "share"});
    for (const auto& [funder, amount] : totals) {
        lines.add({funder.in(language), report::number(amount, 0, language),
                   report::percent(amount / table.cost(), 0, language)});
    }
    return totals.empty() ? "" : "\n" + lines.text();
}

std::string total_line(const PlanTable& table, Language language) {
    return std::isfinite(table.cost())
               ? fill({"Planned cost of these actions: {} EUR", "Coût prévu de ces actions\u00a0: {}\u00a0€"},
                      {report::number(table.cost(), 0, language)})
                         .in(language) +
                     "\n" + who_pays(table, language) + "\n"
               : "";
}

}  // namespace

std::string plan_text(const PlanTable& table, Language language) {
    const std::string title = plan_title(table, language);
    std::string text =
        report::wrapped(title, page_width, "") + rule("\u2550", std::min(page_width, report::width_of(title)));
    if (table.rows.empty()) {
        return text +
               (language == Language::fr ? "Ce scénario n'a aucune action.\n" : "This scenario has no action.\n");
    }
    if (table.start) {
        text += fill({"Plan starting in {}", "Plan à partir de {}"}, {to_string(*table.start)}).in(language) + "\n";
    }
    text += "\n" + titles(language) + rule("\u2500", 100);
    std::string section = table.rows.front().term + "?";
    for (const Row& row : table.rows) {
        if (row.term != section && (table.start || !row.term.empty())) {
            text += "\u25b8 " + section_title(table, row.term, language) + "\n\n";
        }
        section = row.term;
        text += text_of(row, language) + "\n";
    }
    text += total_line(table, language);
    for (const Label& paragraph : plan_method()) {
        text += report::wrapped(paragraph.in(language), page_width, "");
    }
    return text;
}

}  // namespace releve::committee

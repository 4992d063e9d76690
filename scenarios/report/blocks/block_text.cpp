#include "engine/base/fill.hpp"
#include "scenarios/report/blocks/block.hpp"
#include "scenarios/report/typography.hpp"

#include <algorithm>
#include <cmath>

namespace releve::report {

namespace {

constexpr std::size_t longest_bar = 24;

template <class... Ts>
struct Overload : Ts... {
    using Ts::operator()...;
};
template <class... Ts>
Overload(Ts...) -> Overload<Ts...>;

std::string figure(double value, const BlockColumn& column, Language language) {
    switch (column.figure) {
        case Figure::percent: return percent(value, column.decimals, language);
        case Figure::signed_number: return signed_number(value, column.decimals, language);
        case Figure::euros:
            return std::isfinite(value) ? number(value, 0, language) + "\u00a0€" : number(value, 0, language);
        default: return number(value, column.decimals, language);
    }
}

/// "12 (8–17)"; where nothing that is shown varies, "12".
std::string range_text(const Range& range, const BlockColumn& column, Language language) {
    const std::string mean = figure(range.mean, column, language);
    if (!std::isfinite(range.low) || column.mean_only) {
        return mean;
    }
    BlockColumn bare = column;
    const bool percents = column.figure == Figure::percent;  // "22 % (18–25)": the sign once
    bare.figure = percents ? Figure::number : column.figure;
    const std::string low = figure((percents ? 100 : 1) * range.low, bare, language);
    const std::string high = figure((percents ? 100 : 1) * range.high, bare, language);
    return low == high ? mean : mean + " (" + low + "–" + high + ")";
}

double greatest(const Block& block, std::size_t column) {
    double most = 0;
    for (const auto& row : block.rows) {
        const auto* value = std::get_if<double>(&row[column]);
        most = std::max(most, value == nullptr || !std::isfinite(*value) ? 0.0 : *value);
    }
    return most;
}

/// No bar where nothing can be told, nor below zero.
std::string with_bar(std::string text, double value, double most, std::size_t width) {
    const double share = value > 0 ? std::min(1.0, value / most) : 0.0;
    const auto length = static_cast<std::size_t>(std::lround(static_cast<double>(longest_bar) * share));
    const std::size_t gap = width - std::min(width, width_of(text));
    text = std::string(gap, ' ') + text + " ";
    for (std::size_t i = 0; i < longest_bar; ++i) {
        text += i < length ? "▇" : " ";
    }
    return text;
}

/// The cells of a column of bars, all as wide as each other.
std::vector<std::string> bars(const Block& block, std::size_t column, Language language) {
    const double most = std::max(greatest(block, column), 1e-300);
    const std::size_t width = width_of(figure(most, block.columns[column], language));
    std::vector<std::string> cells;
    for (const auto& row : block.rows) {
        const auto* value = std::get_if<double>(&row[column]);
        cells.push_back(with_bar(figure_text(row[column], block.columns[column], language),
                                 value == nullptr ? 0 : *value, most, width));
    }
    return cells;
}

bool is_left(const Block& block, std::size_t column) {
    const bool is_text = !block.rows.empty() && std::holds_alternative<Text>(block.rows.front()[column]);
    return is_text || block.columns[column].figure == Figure::bar;
}

std::vector<std::string> lines_of(const std::string& text, std::size_t width) {
    if (width == 0 || width_of(text) <= width) {
        return {text};
    }
    std::vector<std::string> lines;
    const std::string broken = wrapped(text, width, "");
    for (std::size_t from = 0; from < broken.size(); from = broken.find('\n', from) + 1) {
        lines.push_back(broken.substr(from, broken.find('\n', from) - from));
    }
    return lines;
}

/// As many lines as the longest cell takes.
void add_lines(TextTable& table, const std::vector<std::vector<std::string>>& cells) {
    std::size_t most = 0;
    for (const std::vector<std::string>& cell : cells) {
        most = std::max(most, cell.size());
    }
    for (std::size_t line = 0; line < most; ++line) {
        std::vector<std::string> row;
        for (const std::vector<std::string>& cell : cells) {
            row.push_back(line < cell.size() ? cell[line] : std::string());
        }
        table.add(std::move(row));
    }
}

std::string table_text(const Block& block, Language language, std::size_t rows) {
    std::vector<std::string> titles;
    std::vector<std::size_t> shown;
    std::vector<std::vector<std::string>> drawn(block.columns.size());
    for (std::size_t c = 0; c < block.columns.size(); ++c) {
        if (!block.columns[c].sheet_only) {
            titles.emplace_back(block.columns[c].title.in(language));
            shown.push_back(c);
            drawn[c] = block.columns[c].figure == Figure::bar ? bars(block, c, language) : std::vector<std::string>{};
        }
    }
    TextTable table(titles);
    table.keep_within_page(0);
    for (std::size_t i = 1; i < shown.size(); ++i) {
        if (is_left(block, shown[i])) {
            table.align_left(i);
        }
    }
    for (std::size_t r = 0; r < rows; ++r) {
        std::vector<std::vector<std::string>> cells;
        for (const std::size_t c : shown) {
            const std::string text =
                drawn[c].empty() ? figure_text(block.rows[r][c], block.columns[c], language) : drawn[c][r];
            cells.push_back(lines_of(text, block.columns[c].wrap));
        }
        add_lines(table, cells);
    }
    return table.text();
}

}  // namespace

std::string figure_text(const BlockCell& cell, const BlockColumn& column, Language language) {
    return std::visit(
        Overload{[](std::monostate) { return std::string(); }, [&](const Text& text) { return text.in(language); },
                 [&](double value) { return figure(value, column, language); },
                 [&](const Range& range) { return range_text(range, column, language); },
                 [](Hidden) { return std::string(hidden_mark); }},
        cell);
}

std::string block_text(const Block& block, Language language, bool whole) {
    std::string text = heading(block.title.in(language));
    for (const Text& paragraph : block.before) {
        text += wrapped(paragraph.in(language), page_width, "");
    }
    const std::size_t rows = whole ? block.rows.size() : std::min(block.rows.size(), block.rows_in_text);
    if (!block.columns.empty() && rows > 0) {
        text += (block.before.empty() ? "" : "\n") + table_text(block, language, rows);
    }
    if (rows < block.rows.size()) {
        text += fill({"... and {} more (--table {})\n", "... et {} de plus (--table {})\n"},
                     {std::to_string(block.rows.size() - rows), block.key})
                    .in(language);
    }
    for (const Text& paragraph : block.after) {
        text += wrapped(paragraph.in(language), page_width, "");
    }
    return text;
}

Text both(std::string text) { return {text, text}; }

Text text_of(Label label) { return {std::string(label.en), std::string(label.fr)}; }

}  // namespace releve::report

#include "bindings/cli/json.hpp"
#include "bindings/cli/pages.hpp"
#include "scenarios/report/typography.hpp"

#include <algorithm>

namespace releve {

namespace {

constexpr std::size_t page_width = 96;

std::string colon(Language language) { return language == Language::fr ? "\u00a0: " : ": "; }

/// Narrow columns as a table; each row's prose on lines of its own below it.
std::string grid_text(const Grid& grid, Language language) {
    std::vector<std::size_t> widths(grid.columns.size(), 0);
    for (std::size_t c = 0; c < grid.columns.size(); ++c) {
        for (const std::vector<std::string>& row : grid.rows) {
            widths[c] = std::max(widths[c], report::width_of(row[c]));
        }
    }
    std::string text;
    for (const std::vector<std::string>& row : grid.rows) {
        std::string line = "  ";
        std::string prose;
        for (std::size_t c = 0; c < row.size(); ++c) {
            if (grid.columns[c].wide) {
                prose += row[c].empty() ? "" : report::wrapped(row[c], page_width, "      ");
            } else {
                line += row[c] +
                        std::string(std::min<std::size_t>(widths[c], 40) -
                                        std::min(std::min<std::size_t>(widths[c], 40), report::width_of(row[c])) + 2,
                                    ' ');
            }
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n" + prose;
    }
    return text.empty() ? "" : "\n" + std::string(grid.label.in(language)) + "\n" + text;
}

std::string page_text(const Page& page, Language language) {
    std::string text = page.name + (page.title == page.name ? "" : " \u2013 " + page.title) + "\n";
    text += report::wrapped(page.meaning, page_width, "  ");
    for (const Fact& fact : page.facts) {
        if (!fact.value.empty()) {
            text +=
                report::wrapped(std::string(fact.label.in(language)) + colon(language) + fact.value, page_width, "  ");
        }
    }
    for (const Grid& grid : page.grids) {
        text += grid_text(grid, language);
    }
    return text;
}

/// In a cell of a Markdown table.
std::string cell(const std::string& text) {
    std::string safe;
    for (const char letter : text) {
        if (letter == '|' || letter == '<' || letter == '*' || letter == '_') {
            safe += '\\';
        }
        safe += letter == '\n' ? ' ' : letter;
    }
    return safe;
}

std::string grid_markdown(const Grid& grid, Language language) {
    if (grid.rows.empty()) {
        return "";
    }
    std::string text = "\n|";
    std::string rule = "|";
    for (const GridColumn& column : grid.columns) {
        text += " " + std::string(column.label.in(language)) + " |";
        rule += "---|";
    }
    text += "\n" + rule + "\n";
    for (const std::vector<std::string>& row : grid.rows) {
        text += "|";
        for (std::size_t c = 0; c < row.size(); ++c) {
            const bool code = grid.columns[c].key == "name" && !row[c].starts_with('(');
            text += " " + (code ? "`" + row[c] + "`" : cell(row[c])) + " |";
        }
        text += "\n";
    }
    return text;
}

}  // namespace

std::string as_text(const std::vector<Page>& pages, Language language, bool list) {
    if (list) {
        report::TextTable table(language == Language::fr ? std::vector<std::string>{"nom", "intitulé"}
                                                         : std::vector<std::string>{"name", "label"});
        table.align_left(1);
        for (const Page& page : pages) {
            table.add({page.name, page.kind == "table" ? page.meaning : page.title});
        }
        return table.text();
    }
    std::string text;
    for (const Page& page : pages) {
        text += (text.empty() ? "" : "\n") + page_text(page, language);
    }
    return text;
}

std::string as_markdown(const std::vector<Page>& pages, Language language, Label title) {
    std::string text = "# " + std::string(title.in(language)) + "\n";
    const bool several = pages.size() > 1;
    for (const Page& page : pages) {
        if (several) {
            text += "\n## " + page.name + "\n\n";
            text += page.title == page.name || page.kind == "table" ? "" : "**" + page.title + ".** ";
        } else {
            text += "\n";
        }
        text += cell(page.meaning) + (page.facts.empty() ? "\n" : "\n\n");
        for (const Fact& fact : page.facts) {
            if (!fact.value.empty()) {
                const bool code = fact.key == "formula";
                text += "- " + std::string(fact.label.in(language)) + colon(language) +
                        (code ? "`" + fact.value + "`" : cell(fact.value)) + "\n";
            }
        }
        for (const Grid& grid : page.grids) {
            text += page.grids.size() > 1 ? "\n## " + std::string(grid.label.in(language)) + "\n" : "";
            text += grid_markdown(grid, language);
        }
    }
    return text;
}

std::string as_json(const std::vector<Page>& pages) {
    Json list = Json::array();
    for (const Page& page : pages) {
        Json one{{"kind", page.kind}, {"name", page.name}, {"title", page.title}, {"meaning", page.meaning}};
        for (const Fact& fact : page.facts) {
            one[std::string(fact.key)] = fact.value;
        }
        for (const Grid& grid : page.grids) {
            Json rows = Json::array();
            for (const std::vector<std::string>& row : grid.rows) {
                Json item = Json::object();
                for (std::size_t c = 0; c < row.size(); ++c) {
                    item[std::string(grid.columns[c].key)] = row[c];
                }
                rows.push_back(std::move(item));
            }
            one[std::string(grid.key)] = std::move(rows);
        }
        list.push_back(std::move(one));
    }
    return dump({{"ok", true}, {"pages", list}});
}

}  // namespace releve

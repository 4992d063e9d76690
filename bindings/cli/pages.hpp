#pragma once
#include "engine/base/text.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace releve {

/// What `releve describe` says of one record, before it is laid out as text, Markdown or JSON.
struct Fact {
    std::string_view key;
    Label label;
    std::string value;
};
struct GridColumn {
    std::string_view key;
    Label label;
    bool wide = false;  ///< prose: takes its own lines in a terminal
};
struct Grid {
    std::string_view key;
    Label label;
    std::vector<GridColumn> columns;
    std::vector<std::vector<std::string>> rows;
};
struct Page {
    std::string_view kind;  ///< "process", "output"...
    std::string name;
    std::string title;
    std::string meaning;
    std::vector<Fact> facts;
    std::vector<Grid> grids;
};

/// Every page of one topic: plan, processes, actions, outputs, tables, parameters, survey...; none for another word.
std::vector<Page> pages_of_topic(std::string_view topic, Language language);
/// Pages of everything that has this name (a process and a table may share it), and of the synthesis.
std::vector<Page> pages_of_name(std::string_view name, Language language);
/// Topics and every name, for suggestions.
std::vector<std::string_view> describable();

std::string as_text(const std::vector<Page>& pages, Language language, bool list);
std::string as_markdown(const std::vector<Page>& pages, Language language, Label title);
std::string as_json(const std::vector<Page>& pages);

}  // namespace releve

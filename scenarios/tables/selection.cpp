#include "scenarios/tables/selection.hpp"

#include "engine/base/error.hpp"
#include "engine/base/fill.hpp"
#include "engine/base/suggest.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace releve::tables {

namespace {

/// The nearest name, or all of them when they are few.
Text hint_for(const std::string& name, const std::vector<std::string>& known) {
    const std::vector<std::string_view> views(known.begin(), known.end());
    const std::string_view near = nearest_name(name, views);
    if (!near.empty()) {
        return fill({" did you mean '{}'?", " vouliez-vous dire «\u00a0{}\u00a0»\u00a0?"}, {near});
    }
    constexpr std::size_t few = 20;
    const std::string all = fmt::format("{}", fmt::join(known, ", "));
    return known.size() <= few ? fill({" it has {}", " il a {}"}, {all})
                               : Text{" see docs/reference/outputs.md", " voir docs/reference/outputs.md"};
}

/// Positions of the names asked for, in the order of `known`; all if none is.
std::vector<std::size_t> positions(const std::vector<std::string>& asked, const std::vector<std::string>& known,
                                   const std::string& file, Label what, Problems& problems) {
    std::vector<std::size_t> found;
    for (const std::string& name : asked) {
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            problems.add(file, fill(what, {shown(name), hint_for(name, known)}));
        }
    }
    for (std::size_t i = 0; i < known.size(); ++i) {
        if (asked.empty() || std::find(asked.begin(), asked.end(), known[i]) != asked.end()) {
            found.push_back(i);
        }
    }
    return found;
}

std::vector<std::string> input_lines(const Dataset& results) {
    const Attribute* inputs = find_attribute(results.attributes, "inputs");
    const auto* lines = inputs == nullptr ? nullptr : std::get_if<std::vector<std::string>>(&inputs->value);
    return lines == nullptr ? std::vector<std::string>{} : *lines;
}

}  // namespace

Selection selected(const Dataset& results, const ExportAsked& asked) {
    Problems problems;
    Selection selection;
    const std::vector<std::string> codes = code_texts(results, "scenario");
    selection.scenarios =
        positions(asked.scenarios, codes, asked.file,
                  {"no scenario '{}' in this file{}", "pas de scénario «\u00a0{}\u00a0» dans ce fichier{}"}, problems);
    const std::vector<Told> all = outputs_told(results);
    std::vector<std::string> names;
    for (const Told& told : all) {
        names.push_back(told.name);
    }
    for (const std::size_t at : positions(
             asked.outputs, names, asked.file,
             {"no output '{}' in this file{}", "pas d'indicateur «\u00a0{}\u00a0» dans ce fichier{}"}, problems)) {
        selection.outputs.push_back(all[at]);
    }
    if (problems.none() && (codes.empty() || all.empty())) {
        problems.add(asked.file, {"no scenario or no output in it (nothing to export)",
                                  "aucun scénario ou aucun indicateur dedans (rien à exporter)"});
    }
    const Variable* futures = results.find("scenario_future");
    if (futures != nullptr && futures->dimensions != std::vector<std::string>{"scenario"}) {
        problems.add(asked.file, {"scenario_future is not told of scenarios (no file of Relève is so)",
                                  "scenario_future n'est pas dit des scénarios (aucun fichier de Relève n'est ainsi)"});
    }
    problems.raise();
    return selection;
}

void refuse_other_pack(const Dataset& results, const Pack& pack, const std::string& file) {
    const std::vector<std::string> lines = input_lines(results);
    Problems problems;
    for (const auto& [path, hash] : pack.file_hashes) {
        const std::string name = std::filesystem::path(path).filename().string();
        if (std::find(lines.begin(), lines.end(), name + " sha256:" + hash) == lines.end()) {
            problems.add(path,
                         fill({"not the file that {} was made from (secrecy is judged by the establishments of that "
                               "pack) give the pack as it was",
                               "n'est pas le fichier dont {} a été fait (le secret est jugé sur les établissements de "
                               "ce territoire) donnez le dossier tel qu'il était"},
                              {file}));
        }
    }
    problems.raise();
}

}  // namespace releve::tables

#include "scenarios/launch/rerun.hpp"

#include "engine/base/fill.hpp"
#include "engine/base/month.hpp"
#include "engine/inputs/pack_reader.hpp"
#include "engine/inputs/scenario_reader.hpp"
#include "engine/inputs/table.hpp"
#include "engine/results/netcdf_file.hpp"
#include "scenarios/launch/version.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace releve {

namespace {

using Hashes = std::vector<std::pair<std::string, std::string>>;  ///< file name, sha256

[[noreturn]] void refuse(const std::string& where, Text what) { throw InputError({Problem{where, std::move(what)}}); }

[[noreturn]] void refuse_no_run(const std::string& file, std::string_view missing) {
    refuse(file, fill({"tells no run that can be repeated ('{}' is missing) give a file written by `releve run`",
                       "ne contient pas de simulation à refaire («\u00a0{}\u00a0» manque) donnez un fichier écrit par "
                       "`releve run`"},
                      {missing}));
}

/// The results with what names them in messages.
struct Told {
    const Dataset& results;
    const std::string& file;

    template <class Value>
    const Value& attribute(std::string_view name) const {
        const Attribute* found = find_attribute(results.attributes, name);
        const Value* value = found == nullptr ? nullptr : std::get_if<Value>(&found->value);
        if (value == nullptr) {
            refuse_no_run(file, name);
        }
        return *value;
    }
    /// A variable of one dimension and this length.
    template <class Value>
    const std::vector<Value>& line(const std::string& name, std::size_t size) const {
        const Variable* found = results.find(name);
        const auto* values = found == nullptr ? nullptr : std::get_if<std::vector<Value>>(&found->data);
        if (values == nullptr || values->size() != size) {
            refuse_no_run(file, name);
        }
        return *values;
    }
    std::uint32_t count(std::string_view name, std::int64_t least) const {
        const auto value = attribute<std::int64_t>(name);
        if (value < least || value > 0xFFFFFFFF) {
            refuse_no_run(file, name);
        }
        return static_cast<std::uint32_t>(value);
    }
};

bool is_of_pack(const std::string& name) {
    const std::size_t dot = name.rfind('.');
    return name == "territory.toml" ||
           (dot != std::string::npos && name.substr(dot) == ".csv" && find_table(name.substr(0, dot)) != nullptr);
}

/// The lines "name sha256:..." of the attribute `inputs`: those of the pack, or the others.
Hashes hashes_of(const Told& told, bool of_pack) {
    constexpr std::string_view mark = " sha256:";
    Hashes hashes;
    for (const std::string& line : told.attribute<std::vector<std::string>>("inputs")) {
        const std::size_t at = line.rfind(mark);
        if (at == std::string::npos) {
            refuse_no_run(told.file, "inputs");
        }
        if (std::string name = line.substr(0, at); is_of_pack(name) == of_pack) {
            hashes.emplace_back(std::move(name), line.substr(at + mark.size()));
        }
    }
    return hashes;
}

const std::string* hash_in(const Hashes& hashes, const std::string& name) {
    const auto found = std::find_if(hashes.begin(), hashes.end(), [&](const auto& one) { return one.first == name; });
    return found == hashes.end() ? nullptr : &found->second;
}

/// Every difference between the files that the run used and those at hand, file by file.
void compare_files(const Hashes& used, const Hashes& at_hand, const std::string& place, Problems& problems) {
    for (const auto& [name, hash] : used) {
        const std::string* now = hash_in(at_hand, name);
        if (now == nullptr) {
            problems.add(place + "/" + name, {"missing (the run used it) give the pack as it was",
                                              "absent (la simulation l'a utilisé) donnez "
                                              "le territoire tel qu'il était"});
        } else if (*now != hash) {
            problems.add(
                place + "/" + name,
                fill({"not the file that the run used (sha256 {}..., then {}...) give the pack as it was",
                      "pas le fichier que la simulation a utilisé (sha256 {}…, alors {}…) donnez le territoire "
                      "tel qu'il était"},
                     {now->substr(0, 12), hash.substr(0, 12)}));
        }
    }
    for (const auto& [name, hash] : at_hand) {
        if (hash_in(used, name) == nullptr) {
            problems.add(place + "/" + name, {"the run did not have this file take it away",
                                              "la simulation n'avait pas ce fichier retirez-le"});
        }
    }
}

/// The files of the pack that the results hold; a problem for each that they do not.
std::vector<PackFile> kept_files(const Told& told, Problems& problems) {
    const Hashes used = hashes_of(told, true);
    const Dimension* dimension = told.results.find_dimension("input_file");
    if (dimension == nullptr) {
        refuse(told.file,
               {"does not hold the pack (its tables are large, tell of single people or firms, or the file is "
                "of format 1.0) give the pack's folder with --pack",
                "ne contient pas le territoire (ses tables sont grandes, décrivent des personnes ou des "
                "entreprises, ou le fichier est au format 1.0) donnez le dossier du territoire avec --pack"});
    }
    const auto& names = told.line<std::string>("input_file", dimension->size);
    const auto& firsts = told.line<std::int64_t>("input_first", names.size());
    const auto& sizes = told.line<std::int64_t>("input_size", names.size());
    const Variable* held = told.results.find("input_content");
    const auto& content = told.line<std::uint8_t>("input_content", held == nullptr ? 0 : held->size());
    std::vector<PackFile> files;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (firsts[i] < 0) {
            problems.add(
                told.file,
                fill({"does not hold {} (it tells of single people or firms) give the pack's folder with --pack",
                      "ne contient pas {} (ce fichier décrit des personnes ou des entreprises) donnez le "
                      "dossier du territoire avec --pack"},
                     {names[i]}));
            continue;
        }
        const auto first = static_cast<std::uint64_t>(firsts[i]), size = static_cast<std::uint64_t>(sizes[i]);
        if (first > content.size() || size > content.size() - first) {
            refuse_no_run(told.file, "input_content");
        }
        const auto begin = content.begin() + static_cast<std::ptrdiff_t>(first);
        files.push_back({names[i], std::string(begin, begin + static_cast<std::ptrdiff_t>(size))});
    }
    return files;
}

/// The pack as the run had it, from a folder or from the results.
Pack pack_of(const Told& told, const std::optional<std::string>& directory, const std::string& place,
             std::vector<Text>& notes) {
    Problems missing, unsound, other;
    std::vector<PackFile> files;
    if (!directory) {
        files = kept_files(told, missing);
        missing.raise();
    }
    Pack pack = directory ? read_pack(*directory, unsound, notes) : read_pack(place, files, unsound, notes);
    if (pack.file_hashes.empty()) {
        unsound.raise();
    }
    compare_files(hashes_of(told, true), pack.file_hashes, place, other);
    other.raise();  // first: what is wrong with another file than that of the run is of no interest
    unsound.raise();
    return pack;
}

std::optional<ScenarioName> name_at(const Told& told, const std::string& variable, std::size_t scenario,
                                    std::size_t count) {
    ScenarioName name{told.line<std::string>(variable, count)[scenario],
                      {told.line<std::string>(variable + "_label_en", count)[scenario],
                       told.line<std::string>(variable + "_label_fr", count)[scenario]}};
    return name.id.empty() ? std::nullopt : std::optional(std::move(name));
}

std::vector<Scenario> scenarios_of(const Told& told, const std::string& pack_place) {
    const auto& texts = told.attribute<std::vector<std::string>>("scenarios");
    const auto& ids = told.line<std::string>("scenario", texts.size());
    if (texts.empty()) {
        refuse_no_run(told.file, "scenarios");
    }
    Problems problems;
    std::vector<Scenario> scenarios;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        Scenario scenario = read_scenario_text(texts[i], told.file + ": " + ids[i], problems);
        scenario.id = ids[i];
        scenario.pack_directory = pack_place;
        scenario.future = name_at(told, "scenario_future", i, texts.size());
        if (scenario.future) {
            scenario.plan = name_at(told, "scenario_plan", i, texts.size());
        }
        scenarios.push_back(std::move(scenario));
    }
    problems.raise();
    scenarios.front().file_hashes = hashes_of(told, false);
    return scenarios;
}

/// Why the bytes may not be the same, if so.
std::vector<Text> doubts(const Told& told) {
    const auto& revision = told.attribute<std::string>("source_revision");
    const auto& version = told.attribute<std::string>("engine_version");
    const std::string format(text_of(told.results.attributes, "format_version"));
    std::vector<Text> notes;
    if (revision != source_revision() || version != engine_version()) {
        notes.push_back(
            fill({"{}: made by Relève {} ({}), this is {} ({}): the bytes may differ",
                  "{}\u00a0: fait par Relève {} ({}), celui-ci est {} ({})\u00a0: les octets peuvent différer"},
                 {told.file, version, revision, engine_version(), source_revision()}));
    }
    if (format != format_version) {
        notes.push_back(fill({"{}: of format {}, this program writes {}: the bytes differ",
                              "{}\u00a0: au format {}, ce programme écrit le {}\u00a0: les octets diffèrent"},
                             {told.file, format, format_version}));
    }
    return notes;
}

}  // namespace

Rerun prepare_again(const std::string& results, const std::optional<std::string>& pack_directory) {
    const Dataset read = read_dataset(results);
    const Told told{read, results};
    if (find_attribute(read.attributes, "own_code") != nullptr) {
        refuse(results,
               {"made with actions of the user's own code (the file does not hold it) run that code again",
                "fait avec des actions au code propre de l'utilisateur (le fichier ne le contient pas) relancez "
                "ce code"});
    }
    const auto& pack_name = told.attribute<std::string>("pack");
    const std::string place = pack_directory.value_or(results + "/" + pack_name);
    const auto until = parse_month(told.attribute<std::string>("horizon"));
    if (!until) {
        refuse_no_run(results, "horizon");
    }
    Rerun again;
    again.asked.seed = told.count("seed", 0);
    again.asked.replicates = told.count("replicates", 1);
    std::vector<Text> notes = doubts(told);
    std::vector<Scenario> scenarios = scenarios_of(told, place);
    Pack pack = pack_of(told, pack_directory, place, notes);
    again.prepared = prepare(std::move(scenarios), std::move(pack), place, *until);
    again.prepared->notes = std::move(notes);
    again.prepared->pack_name = pack_name;
    again.prepared->command_line = told.attribute<std::string>("command_line");
    return again;
}

}  // namespace releve

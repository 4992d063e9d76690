#include "scenarios/survey/merge/write_pack.hpp"

#include "engine/base/fill.hpp"
#include "engine/base/sha256.hpp"
#include "engine/inputs/formats/input_file.hpp"
#include "engine/inputs/formats/toml.hpp"
#include "engine/inputs/pack_reader.hpp"
#include "scenarios/export/new_folder.hpp"
#include "scenarios/survey/merge/territory_text.hpp"

#include <algorithm>
#include <filesystem>

namespace releve::survey {

namespace {

namespace fs = std::filesystem;

void copy_bytes(const fs::path& from, const fs::path& to) {
    std::error_code error;
    if (!fs::copy_file(from, to, error)) {
        throw IoError(from.generic_string(), {"could not be copied (" + error.message() + ")",
                                              "n'a pas pu être copié (" + error.message() + ")"});
    }
}

std::vector<fs::path> entries(const fs::path& directory) {
    std::vector<fs::path> found;
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(directory, error)) {
        found.push_back(entry.path());
    }
    std::sort(found.begin(), found.end());
    return found;
}

/// Scenario files of a folder of the base, such as its futures; a folder that is itself a pack is another territory.
void copy_scenarios(const fs::path& from, const fs::path& to) {
    std::error_code error;
    if (fs::exists(from / "territory.toml", error)) {
        return;
    }
    for (const fs::path& file : entries(from)) {
        if (file.extension() == ".toml" && fs::is_regular_file(file, error)) {
            fs::create_directory(to, error);
            copy_bytes(file, to / file.filename());
        }
    }
}

void copy_base(const Pack& base, const std::vector<ChangedTable>& tables, const fs::path& to) {
    std::error_code error;
    for (const fs::path& entry : entries(base.directory)) {
        const std::string stem = entry.stem().string();
        const bool changed =
            entry.extension() == ".csv" &&
            std::any_of(tables.begin(), tables.end(), [&](const ChangedTable& t) { return t.name == stem; });
        const bool ours = (entry.extension() == ".csv" && !changed) ||
                          (entry.extension() == ".toml" && entry.filename() != "territory.toml");
        if (fs::is_directory(entry, error)) {
            copy_scenarios(entry, to / entry.filename());
        } else if (ours && fs::is_regular_file(entry, error)) {
            copy_bytes(entry, to / entry.filename());
        }
    }
}

Provenance provenance_of(const Pack& base, const ChangedTable& table, const SurveySource& source) {
    const std::string note = "answers of employers (" + source.workbook + ", sha256 " + source.sha256 + ")";
    Provenance provenance{.table = std::string(table.name),
                          .producer = "survey of employers",
                          .year = source.year,
                          .note = note,
                          .licence = "answers to a survey: not to be published as they are"};
    for (const Provenance& before : base.provenance) {
        if (before.table == table.name) {
            provenance = before;
            provenance.producer += "; survey of employers";
            provenance.note += "; lines of surveyed establishments: " + note;
            provenance.licence += "; answers to a survey: not to be published as they are";
        }
    }
    provenance.sha256 = sha256(table.bytes);
    return provenance;
}

void write_territory(const Pack& base, const std::vector<ChangedTable>& tables, const SurveySource& source,
                     const exports::NewFolder& to) {
    Problems problems;
    const std::string file = (fs::path(base.directory) / "territory.toml").generic_string();
    const auto bytes = read_input_file(file, most_toml_bytes, problems);
    problems.raise();
    std::string toml = *bytes;
    for (const ChangedTable& table : tables) {
        toml = with_provenance(toml, provenance_of(base, table, source));
    }
    to.write("territory.toml", toml);
}

/// Reads what was written like any pack; problems name the place where it would have stood.
void check_written(const fs::path& written, const std::string& directory) {
    Problems problems;
    std::vector<Text> notes;
    read_pack(written.generic_string(), problems, notes);
    Problems renamed;
    for (const Problem& problem : problems.kept()) {
        std::string where = problem.where;
        if (where.starts_with(written.generic_string())) {
            where.replace(0, written.generic_string().size(), directory);
        }
        renamed.add(where, problem.what);
    }
    renamed.raise();
}

}  // namespace

void refuse_occupied(const std::string& directory) {
    exports::refuse_occupied(directory, {"a pack is never written over", "on n'écrit jamais par-dessus un territoire"});
}

void write_pack(const Pack& base, const std::vector<ChangedTable>& tables, const SurveySource& source,
                const std::string& directory) {
    refuse_occupied(directory);
    const fs::path parent = exports::parent_of(exports::named(directory));
    if (std::error_code error; fs::equivalent(parent, base.directory, error)) {
        throw IoError(directory, {"a territory inside the one it is made of choose another folder",
                                  "un territoire dans celui dont il est fait choisissez un autre dossier"});
    }
    exports::NewFolder folder(directory);
    copy_base(base, tables, folder.path());
    for (const ChangedTable& table : tables) {
        folder.write(std::string(table.name) + ".csv", std::string_view(table.bytes));
    }
    write_territory(base, tables, source, folder);
    check_written(folder.path(), directory);
    folder.keep();
}

}  // namespace releve::survey

#include "scenarios/survey/merge/write_pack.hpp"

#include "engine/base/fill.hpp"
#include "engine/base/sha256.hpp"
#include "engine/inputs/formats/input_file.hpp"
#include "engine/inputs/formats/toml.hpp"
#include "engine/inputs/pack_reader.hpp"
#include "engine/results/whole_file.hpp"
#include "scenarios/survey/merge/territory_text.hpp"

#include <algorithm>
#include <filesystem>
#include <span>
#include <unistd.h>

namespace releve::survey {

namespace {

namespace fs = std::filesystem;

/// A directory that is removed again unless it was kept.
class PartialDirectory {
public:
    explicit PartialDirectory(fs::path path) : path_(std::move(path)) {
        std::error_code error;
        if (!fs::create_directory(path_, error)) {
            throw IoError(path_.generic_string(), {"could not be made (" + error.message() + ")",
                                                   "n'a pas pu être créé (" + error.message() + ")"});
        }
    }
    PartialDirectory(const PartialDirectory&) = delete;
    PartialDirectory& operator=(const PartialDirectory&) = delete;
    ~PartialDirectory() {
        std::error_code ignored;
        if (!kept_) {
            fs::remove_all(path_, ignored);
        }
    }
    const fs::path& path() const { return path_; }
    /// Gives it its name, over an empty directory if one is there.
    void keep_as(const fs::path& name) {
        std::error_code error;
        fs::rename(path_, name, error);
        if (error) {
            throw IoError(name.generic_string(), {"could not be written (" + error.message() + ")",
                                                  "n'a pas pu être écrit (" + error.message() + ")"});
        }
        kept_ = true;
    }

private:
    fs::path path_;
    bool kept_ = false;
};

void write_text(const fs::path& path, const std::string& text) {
    write_whole_file(path.generic_string(), std::as_bytes(std::span(text)));
}

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
                     const fs::path& to) {
    Problems problems;
    const std::string file = (fs::path(base.directory) / "territory.toml").generic_string();
    const auto bytes = read_input_file(file, most_toml_bytes, problems);
    problems.raise();
    std::string toml = *bytes;
    for (const ChangedTable& table : tables) {
        toml = with_provenance(toml, provenance_of(base, table, source));
    }
    write_text(to / "territory.toml", toml);
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

/// Without a slash at the end, which would hide the name.
fs::path named(const std::string& directory) {
    const fs::path path = fs::path(directory).lexically_normal();
    return path.has_filename() ? path : path.parent_path();
}

fs::path parent_of(const fs::path& path) { return path.has_parent_path() ? path.parent_path() : fs::path("."); }

}  // namespace

void refuse_occupied(const std::string& directory) {
    std::error_code error;
    const fs::path path = named(directory);
    if (fs::exists(fs::symlink_status(path, error)) && !(fs::is_directory(path, error) && fs::is_empty(path, error))) {
        throw IoError(directory,
                      {"something stands there already (a pack is never written over) choose another folder",
                       "il y a déjà quelque chose (on n'écrit jamais par-dessus un territoire) choisissez un "
                       "autre dossier"});
    }
    if (!fs::is_directory(parent_of(path), error)) {
        throw IoError(directory, {"no such folder to write it in", "le dossier où l'écrire n'existe pas"});
    }
    if (access(parent_of(path).c_str(), W_OK) != 0) {
        throw IoError(directory, {"the folder is not writable", "le dossier n'est pas accessible en écriture"});
    }
}

void write_pack(const Pack& base, const std::vector<ChangedTable>& tables, const SurveySource& source,
                const std::string& directory) {
    refuse_occupied(directory);
    const fs::path path = named(directory);
    PartialDirectory partial(parent_of(path) / (path.filename().string() + ".partial-" + std::to_string(getpid())));
    copy_base(base, tables, partial.path());
    for (const ChangedTable& table : tables) {
        write_text(partial.path() / (std::string(table.name) + ".csv"), table.bytes);
    }
    write_territory(base, tables, source, partial.path());
    check_written(partial.path(), directory);
    partial.keep_as(path);
}

}  // namespace releve::survey

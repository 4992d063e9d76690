#include "engine/inputs/pack_reader.hpp"

#include "engine/base/fill.hpp"
#include "engine/base/sha256.hpp"
#include "engine/inputs/formats/input_file.hpp"
#include "engine/inputs/reading/absent_tables.hpp"
#include "engine/inputs/reading/read_cell.hpp"
#include "engine/inputs/reading/territory.hpp"
#include "engine/inputs/table_rows.hpp"

#include <algorithm>
#include <filesystem>

namespace releve {

namespace {

namespace fs = std::filesystem;

std::string file_of(std::string_view table) { return std::string(table) + ".csv"; }

std::string inside(const std::string& directory, const std::string& name) {
    return (fs::path(directory) / name).generic_string();
}

/// Where the files of a pack are: in a directory, or in memory.
struct Source {
    const std::string& place;
    const std::vector<PackFile>* files = nullptr;  ///< none: those of the directory `place`

    /// Names of all at the top.
    std::vector<std::string> names() const {
        std::vector<std::string> all;
        if (files != nullptr) {
            for (const PackFile& file : *files) {
                all.push_back(file.name);
            }
            return all;
        }
        std::error_code error;
        for (const fs::directory_entry& entry : fs::directory_iterator(place, error)) {
            if (!entry.is_directory(error)) {
                all.push_back(entry.path().filename().string());
            }
        }
        return all;
    }
    std::optional<std::string> bytes(const std::string& name, std::size_t most, Problems& problems) const {
        if (files != nullptr) {
            const auto file =
                std::find_if(files->begin(), files->end(), [&](const PackFile& one) { return one.name == name; });
            if (file != files->end() && file->bytes.size() <= most) {
                return file->bytes;
            }
        }
        return read_input_file(inside(place, name), most, problems);
    }
};

/// Names of the .csv files, in alphabetical order.
std::vector<std::string> csv_files(const Source& source) {
    std::vector<std::string> names = source.names();
    std::erase_if(names, [](const std::string& name) {
        std::string suffix = fs::path(name).extension().string();
        std::transform(suffix.begin(), suffix.end(), suffix.begin(), [](char letter) {
            return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + 32) : letter;
        });
        return suffix != ".csv";
    });
    std::sort(names.begin(), names.end());
    return names;
}

bool may_be_kept(const Table& table, const Pack& pack) {
    return !table.confidential ||
           std::any_of(pack.provenance.begin(), pack.provenance.end(),
                       [&](const Provenance& one) { return one.table == table.name && one.is_public; });
}

/// The bytes of a file stay with the pack as long as all together are few.
void keep_file(Pack& pack, const std::string& name, const std::string& bytes, std::size_t& total) {
    total += bytes.size();
    if (total > most_kept_bytes) {
        pack.kept_files.clear();
    } else {
        pack.kept_files.push_back({name, bytes});
    }
}

void refuse_unknown_files(const std::string& directory, const std::vector<std::string>& files, Problems& problems) {
    std::vector<std::string> known;
    for (const Table* table : table_catalogue()) {
        known.push_back(file_of(table->name));
    }
    const std::vector<std::string_view> names(known.begin(), known.end());
    for (const std::string& file : files) {
        if (std::find(known.begin(), known.end(), file) == known.end()) {
            problems.add(inside(directory, file), fill({"unknown table (the file names of tables are fixed){}",
                                                        "table inconnue (les noms de fichier des tables sont fixes){}"},
                                                       {did_you_mean(file, names)}));
        }
    }
}

/// The table that makes `table` necessary in this pack; empty if it may stay away.
std::string_view asked_by(const Table& table, const Pack& pack) {
    if (!table.needed_with.empty() && pack.has(std::string(table.needed_with))) {
        return table.needed_with;
    }
    for (const Table* other : table_catalogue()) {
        for (const TableColumn& column : other->columns) {
            if (column.refers_to == table.name && column.required && !column.blank &&
                pack.has(std::string(other->name))) {
                return other->name;
            }
        }
    }
    return {};
}

void refuse_missing_tables(const Pack& pack, Problems& problems) {
    for (const Table* table : table_catalogue()) {
        if (pack.has(std::string(table->name))) {
            continue;
        }
        const std::string place = inside(pack.directory, file_of(table->name));
        if (const std::string_view other = asked_by(*table, pack); !other.empty()) {
            problems.add(place, fill({"missing table ({}; {}.csv needs it) add it",
                                      "table absente ({}\u00a0; {}.csv en a besoin) ajoutez-la"},
                                     {table->meaning, other}));
        } else if (table->required) {
            problems.add(place, fill({"missing table ({}; every pack needs it) add it",
                                      "table absente ({}\u00a0; tout territoire en a besoin) ajoutez-la"},
                                     {table->meaning}));
        }
    }
}

void compare_hash(const Pack& pack, const std::string& table, const std::string& hash, std::vector<Text>& notes) {
    for (const Provenance& source : pack.provenance) {
        if (source.table == table && !source.sha256.empty() && source.sha256 != hash) {
            notes.push_back(fill({"{}: changed since territory.toml noted its sha256",
                                  "{}\u00a0: modifié depuis que territory.toml a noté son sha256"},
                                 {inside(pack.directory, file_of(table))}));
        }
    }
}

void read_territory_file(Pack& pack, const Source& source, std::size_t& total, Problems& problems) {
    const std::string file = inside(pack.directory, "territory.toml");
    const auto bytes = source.bytes("territory.toml", most_toml_bytes, problems);
    if (!bytes) {
        return;
    }
    pack.file_hashes.emplace_back("territory.toml", sha256(*bytes));
    keep_file(pack, "territory.toml", *bytes, total);
    if (const auto document = parse_toml(*bytes, file, problems)) {
        read_territory(*document, file, pack, problems);
    }
}

/// A table is loaded only where every code it needs can be found in the pack.
bool references_loaded(const Table& table, const std::vector<std::string_view>& loaded) {
    return std::all_of(table.columns.begin(), table.columns.end(), [&](const TableColumn& column) {
        return column.refers_to.empty() || column.blank ||
               std::find(loaded.begin(), loaded.end(), column.refers_to) != loaded.end();
    });
}

void read_tables(Pack& pack, const Source& source, std::size_t& total, Problems& problems, std::vector<Text>& notes) {
    CodesByTable codes;
    std::vector<std::string_view> loaded;
    for (const Table* table : table_catalogue()) {
        if (!pack.has(std::string(table->name))) {
            continue;
        }
        const std::string file = inside(pack.directory, file_of(table->name));
        const std::size_t before = problems.count();
        auto bytes = source.bytes(file_of(table->name), most_csv_bytes, problems);
        if (!bytes) {
            continue;
        }
        const std::string hash = sha256(*bytes);
        pack.file_hashes.emplace_back(file_of(table->name), hash);
        if (may_be_kept(*table, pack)) {
            keep_file(pack, file_of(table->name), *bytes, total);
        }
        compare_hash(pack, std::string(table->name), hash, notes);
        const TableRows rows = read_table(*table, read_csv(std::move(*bytes), file, problems), codes, problems, notes);
        if (problems.count() != before) {
            continue;
        }
        check_table(rows, codes, problems);
        if (references_loaded(*table, loaded)) {
            table->load(rows, pack, problems);
            loaded.push_back(table->name);
        }
    }
}

Pack read_from(const Source& source, Problems& problems, std::vector<Text>& notes) {
    Pack pack;
    pack.directory = source.place;
    const std::vector<std::string> files = csv_files(source);
    for (const Table* table : table_catalogue()) {
        if (std::find(files.begin(), files.end(), file_of(table->name)) != files.end()) {
            pack.tables_present.emplace_back(table->name);
        }
    }
    std::size_t total = 0;
    read_territory_file(pack, source, total, problems);
    refuse_unknown_files(source.place, files, problems);
    refuse_missing_tables(pack, problems);
    read_tables(pack, source, total, problems, notes);
    if (problems.none()) {
        check_scope(pack, problems);
        complete(pack);
    }
    return pack;
}

}  // namespace

Pack read_pack(const std::string& directory, Problems& problems, std::vector<Text>& notes) {
    std::error_code error;
    if (!fs::is_directory(directory, error)) {
        problems.add(directory, {"no such pack (a pack is a directory with territory.toml and tables) check the path",
                                 "territoire introuvable (c'est un dossier avec territory.toml et des tables) vérifiez "
                                 "le chemin"});
        return {.directory = directory};
    }
    return read_from({directory}, problems, notes);
}

Pack read_pack(const std::string& place, const std::vector<PackFile>& files, Problems& problems,
               std::vector<Text>& notes) {
    return read_from({place, &files}, problems, notes);
}

}  // namespace releve

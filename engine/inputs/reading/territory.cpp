#include "engine/inputs/reading/territory.hpp"

#include "engine/base/fill.hpp"
#include "engine/inputs/formats/toml_reading.hpp"
#include "engine/inputs/reading/parameter_values.hpp"
#include "engine/inputs/table.hpp"

#include <array>

namespace releve {

namespace {

/// A year is natural as a number and as a text ("2013-2016").
std::string year_of(const TomlValue& table, const std::string& file, Problems& problems) {
    const TomlValue* year = table.find("year");
    return year != nullptr && year->kind == TomlKind::integer ? std::to_string(year->integer)
                                                              : text_at(table, "year", file, problems);
}

bool flag_at(const TomlValue& table, std::string_view key, const std::string& file, Problems& problems) {
    const TomlValue* value = table.find(key);
    if (value != nullptr && value->kind != TomlKind::boolean) {
        problems.add(where(file, *value), {"neither true nor false (a yes or a no) write true or false",
                                           "ni true ni false (oui ou non) écrivez true ou false"});
    }
    return value != nullptr && value->boolean;
}

void read_provenance(const TomlValue& sources, const std::string& file, Pack& pack, Problems& problems) {
    constexpr std::array<std::string_view, 6> known{"producer", "year", "note", "licence", "estimated", "sha256"};
    std::vector<std::string_view> names;
    for (const Table* table : table_catalogue()) {
        names.push_back(table->name);
    }
    refuse_unknown_keys(sources, names, file, problems);
    for (const TomlValue& source : sources.items) {
        if (table_at(sources, source.key, file, problems) == nullptr) {
            continue;
        }
        refuse_unknown_keys(source, known, file, problems);
        pack.provenance.push_back({.table = source.key,
                                   .producer = text_at(source, "producer", file, problems),
                                   .year = year_of(source, file, problems),
                                   .note = text_at(source, "note", file, problems),
                                   .licence = text_at(source, "licence", file, problems),
                                   .sha256 = text_at(source, "sha256", file, problems),
                                   .estimated = flag_at(source, "estimated", file, problems)});
    }
}

}  // namespace

void read_territory(const TomlValue& document, const std::string& file, Pack& pack, Problems& problems) {
    constexpr std::array<std::string_view, 7> known{"name",  "name_en",    "version",   "start",
                                                    "codes", "provenance", "parameters"};
    refuse_unknown_keys(document, known, file, problems);
    pack.name.fr = text_at(document, "name", file, problems, true);
    pack.name.en = text_at(document, "name_en", file, problems);
    if (pack.name.en.empty()) {
        pack.name.en = pack.name.fr;
    }
    pack.version = text_at(document, "version", file, problems, true);
    if (document.find("start") == nullptr) {
        problems.add(file + " start", {"missing key (the first month simulated) write start = \"2013-01\"",
                                       "clé absente (le premier mois simulé) écrivez start = \"2013-01\""});
    }
    pack.start = month_at(document, "start", file, problems).value_or(Month{});
    if (const TomlValue* codes = table_at(document, "codes", file, problems)) {
        for (const TomlValue& code : codes->items) {
            pack.code_versions.emplace_back(code.key, text_at(*codes, code.key, file, problems));
        }
    }
    if (const TomlValue* sources = table_at(document, "provenance", file, problems)) {
        read_provenance(*sources, file, pack, problems);
    }
    if (const TomlValue* parameters = table_at(document, "parameters", file, problems)) {
        read_parameters(*parameters, file, pack.parameters, problems);
    }
}

}  // namespace releve

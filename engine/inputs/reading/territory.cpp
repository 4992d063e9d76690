#include "engine/inputs/reading/territory.hpp"

#include "engine/base/fill.hpp"
#include "engine/inputs/formats/toml_reading.hpp"
#include "engine/inputs/reading/parameter_values.hpp"
#include "engine/inputs/table.hpp"

#include <array>
#include <optional>

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
    constexpr std::array<std::string_view, 7> known{"producer",  "year",   "note",  "licence",
                                                    "estimated", "sha256", "public"};
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
                                   .estimated = flag_at(source, "estimated", file, problems),
                                   .is_public = flag_at(source, "public", file, problems)});
    }
}

/// A duration in months at a key, at least `least`; nothing if absent.
std::optional<double> duration_at(const TomlValue& document, std::string_view key, double least,
                                  const std::string& file, Problems& problems) {
    if (document.find(key) == nullptr) {
        return std::nullopt;
    }
    const auto months = parse_duration_months(text_at(document, key, file, problems));
    if (!months || *months < least) {
        problems.add(
            where(file, *document.find(key)),
            {"not a duration of a month or more in quotes (a number and a unit) write \"6.75 weeks\" or \"1 month\"",
             "ni une durée d'un mois ou plus entre guillemets (un nombre et une unité) écrivez \"6.75 weeks\" ou "
             "\"1 month\""});
        return std::nullopt;
    }
    return months;
}

void read_scales(const TomlValue& document, const std::string& file, Pack& pack, Problems& problems) {
    pack.calendar.step = duration_at(document, "step", 1, file, problems).value_or(1.0);
    if (const TomlValue* step = document.find("step")) {
        pack.step_where = where(file, *step);
    }
    pack.long_term_months = duration_at(document, "long_term", 1, file, problems).value_or(12.0);
    if (const TomlValue* agents = document.find("persons_per_agent")) {
        pack.persons_per_agent = agents->kind == TomlKind::integer ? static_cast<double>(agents->integer) : 0;
        if (pack.persons_per_agent < 1) {
            problems.add(where(file, *agents),
                         {"not a whole number of people from 1 on (one simulated person stands for so "
                          "many) write persons_per_agent = 100",
                          "pas un nombre entier de personnes à partir de 1 (une personne simulée en "
                          "représente autant) écrivez persons_per_agent = 100"});
            pack.persons_per_agent = 1;
        }
    }
}

}  // namespace

void read_territory(const TomlValue& document, const std::string& file, Pack& pack, Problems& problems) {
    constexpr std::array<std::string_view, 10> known{"name",       "name_en",   "version",           "start",
                                                     "step",       "long_term", "persons_per_agent", "codes",
                                                     "provenance", "parameters"};
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
    pack.calendar.start = month_at(document, "start", file, problems).value_or(Month{});
    read_scales(document, file, pack, problems);
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

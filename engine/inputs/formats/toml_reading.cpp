#include "engine/inputs/formats/toml_reading.hpp"

#include "engine/base/fill.hpp"
#include "engine/base/suggest.hpp"

#include <algorithm>

namespace releve {

std::string line_of(const std::string& file, const TomlValue& value) {
    return value.line == 0 ? file : file + ":" + std::to_string(value.line);
}

std::string where(const std::string& file, const TomlValue& value) {
    return line_of(file, value) + (value.key.empty() ? "" : " " + shown(value.key));
}

namespace {

/// "name, version" when they are few; how many there are when a list would bury the message.
Text listed(std::span<const std::string_view> known) {
    constexpr std::size_t few = 10;
    if (known.size() > few) {
        return fill({"{} names", "{} noms"}, {std::to_string(known.size())});
    }
    std::string list;
    for (const std::string_view name : known) {
        list += (list.empty() ? "" : ", ") + std::string(name);
    }
    return {list, list};
}

}  // namespace

void refuse_unknown_keys(const TomlValue& table, std::span<const std::string_view> known, const std::string& file,
                         Problems& problems) {
    for (const TomlValue& value : table.items) {
        if (std::find(known.begin(), known.end(), value.key) != known.end()) {
            continue;
        }
        const std::string_view near = value.key.size() > 100 ? "" : nearest_name(value.key, known);
        const Text list = listed(known);
        problems.add(where(file, value), near.empty() ? fill({"unknown key (known here: {}) remove it",
                                                              "clé inconnue (connues ici\u00a0: {}) retirez-la"},
                                                             {list})
                                                      : fill({"unknown key (known here: {}) did you mean \"{}\"?",
                                                              "clé inconnue (connues ici\u00a0: {}) vouliez-vous dire "
                                                              "«\u00a0{}\u00a0»\u00a0?"},
                                                             {list, near}));
    }
}

std::string text_at(const TomlValue& table, std::string_view key, const std::string& file, Problems& problems,
                    bool required) {
    const TomlValue* value = table.find(key);
    if (value == nullptr && required) {
        problems.add(file + " " + std::string(key), fill({"missing key (a text is needed) write {} = \"...\"",
                                                          "clé absente (un texte est attendu) écrivez {} = \"...\""},
                                                         {key}));
    }
    if (value == nullptr) {
        return {};
    }
    if (value->kind != TomlKind::text) {
        problems.add(where(file, *value), {"not a text (quotes are missing) put quotes around it",
                                           "ce n'est pas un texte (il manque les guillemets) mettez-le entre "
                                           "guillemets"});
        return {};
    }
    return value->text;
}

std::optional<Month> month_at(const TomlValue& table, std::string_view key, const std::string& file,
                              Problems& problems) {
    const TomlValue* value = table.find(key);
    if (value == nullptr) {
        return std::nullopt;
    }
    const auto month = value->kind == TomlKind::text ? parse_month(value->text) : std::nullopt;
    if (!month) {
        problems.add(where(file, *value), {"not a month (year, dash, month, in quotes) write it \"2013-09\"",
                                           "ce n'est pas un mois (année, tiret, mois, entre guillemets) écrivez-le "
                                           "\"2013-09\""});
    }
    return month;
}

const TomlValue* table_at(const TomlValue& table, std::string_view key, const std::string& file, Problems& problems) {
    const TomlValue* value = table.find(key);
    if (value != nullptr && value->kind != TomlKind::table) {
        problems.add(where(file, *value), fill({"not a table (it holds several keys) write [{}] and its keys below",
                                                "ce n'est pas une table (elle a plusieurs clés) écrivez [{}] et ses "
                                                "clés dessous"},
                                               {key}));
        return nullptr;
    }
    return value;
}

}  // namespace releve

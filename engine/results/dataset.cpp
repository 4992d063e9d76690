#include "engine/results/dataset.hpp"

#include "engine/base/error.hpp"

#include <algorithm>
#include <set>

namespace releve {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Some readers ignore case, so two names that differ by case only are one name.
std::string lower(std::string_view name) {
    std::string result(name);
    for (char& c : result) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return result;
}

void check_name(std::string_view where, std::string_view name) {
    const bool good = !name.empty() && is_letter(name.front()) &&
                      std::ranges::all_of(name, [](char c) { return is_letter(c) || is_digit(c) || c == '_'; });
    if (!good) {
        throw ModelError(std::string(where) + ": bad name \"" + std::string(name) + "\" (letters, digits and _ only)");
    }
}

/// The storage writes these itself to tell dimensions apart.
bool is_reserved(std::string_view name) {
    static constexpr std::string_view reserved[] = {
        "CLASS", "NAME", "DIMENSION_LIST", "REFERENCE_LIST", "DIMENSION_LABELS", "content_crc32"};
    return std::ranges::find(reserved, name) != std::end(reserved);
}

void check_text(const std::string& where, const std::string& text) {
    if (text.find('\0') != std::string::npos) {
        throw ModelError(where + ": a text holds a zero byte, which a result file cannot keep");
    }
}

void check_attributes(const std::string& where, const std::vector<Attribute>& attributes) {
    std::set<std::string> names;
    for (const Attribute& attribute : attributes) {
        check_name(where + ": attribute", attribute.name);
        if (is_reserved(attribute.name) || !names.insert(lower(attribute.name)).second) {
            throw ModelError(where + ": attribute " + attribute.name + " is reserved or given twice");
        }
        if (const auto* text = std::get_if<std::string>(&attribute.value)) {
            check_text(where + ": attribute " + attribute.name, *text);
        } else if (const auto* texts = std::get_if<std::vector<std::string>>(&attribute.value)) {
            for (const std::string& one : *texts) {
                check_text(where + ": attribute " + attribute.name, one);
            }
        }
    }
}

/// How many values the dimensions of the variable ask for.
std::size_t expected_size(const Dataset& dataset, const Variable& variable) {
    std::size_t size = 1;
    std::set<std::string_view> seen;
    for (const std::string& name : variable.dimensions) {
        const Dimension* dimension = dataset.find_dimension(name);
        if (dimension == nullptr) {
            throw ModelError("variable " + variable.name + ": no dimension " + name);
        }
        if (!seen.insert(name).second) {
            throw ModelError("variable " + variable.name + ": dimension " + name +
                             " used twice (give the second its name)");
        }
        size *= dimension->size;
    }
    return size;
}

void check_variable(const Dataset& dataset, const Variable& variable) {
    const std::string where = "variable " + variable.name;
    const std::size_t expected = expected_size(dataset, variable);
    if (variable.size() != expected) {
        throw ModelError(where + ": holds " + std::to_string(variable.size()) +
                         " values where its dimensions ask for " + std::to_string(expected));
    }
    if (dataset.find_dimension(variable.name) != nullptr &&
        (variable.dimensions.size() != 1 || variable.dimensions.front() != variable.name)) {
        throw ModelError(where + ": named as a dimension, it must lie on it and on nothing else");
    }
    if (const auto* texts = std::get_if<std::vector<std::string>>(&variable.data)) {
        for (const std::string& text : *texts) {
            check_text(where, text);
        }
    }
    check_attributes(where, variable.attributes);
}

template <class Named>
auto find_named(const std::vector<Named>& all, std::string_view name) {
    const auto at = std::ranges::find(all, name, &Named::name);
    return at == all.end() ? nullptr : &*at;
}

}  // namespace

std::size_t Variable::size() const {
    return std::visit([](const auto& values) { return values.size(); }, data);
}

const Dimension* Dataset::find_dimension(std::string_view name) const { return find_named(dimensions, name); }

const Variable* Dataset::find(std::string_view name) const { return find_named(variables, name); }

const Variable& Dataset::at(std::string_view name) const {
    const Variable* variable = find(name);
    if (variable == nullptr) {
        throw ModelError("results: no variable " + std::string(name));
    }
    return *variable;
}

void Dataset::check() const {
    std::set<std::string> dimension_names;
    for (const Dimension& dimension : dimensions) {
        check_name("dimension", dimension.name);
        if (!dimension_names.insert(lower(dimension.name)).second) {
            throw ModelError("dimension " + dimension.name + " is given twice (case ignored)");
        }
    }
    std::set<std::string> names;
    for (const Variable& variable : variables) {
        check_name("variable", variable.name);
        const bool clashes = find_dimension(variable.name) == nullptr && dimension_names.contains(lower(variable.name));
        if (clashes || !names.insert(lower(variable.name)).second) {
            throw ModelError("variable " + variable.name + ": another one has this name (case ignored)");
        }
        check_variable(*this, variable);
    }
    check_attributes("results", attributes);
}

const Attribute* find_attribute(const std::vector<Attribute>& attributes, std::string_view name) {
    return find_named(attributes, name);
}

std::string_view text_of(const std::vector<Attribute>& attributes, std::string_view name) {
    const Attribute* attribute = find_attribute(attributes, name);
    const auto* text = attribute == nullptr ? nullptr : std::get_if<std::string>(&attribute->value);
    return text == nullptr ? std::string_view{} : std::string_view{*text};
}

}  // namespace releve

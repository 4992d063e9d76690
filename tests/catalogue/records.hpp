#pragma once
#include "engine/base/parameter.hpp"
#include "engine/base/text.hpp"

#include <catch2/catch.hpp>
#include <cctype>
#include <string>

/// What every record owes to its readers.
namespace releve::tests {

inline bool is_snake_case(std::string_view name) {
    bool after_letter = false;
    for (const char c : name) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (!letter && !(c == '_' && after_letter)) {
            return false;
        }
        after_letter = letter;
    }
    return after_letter && !(name[0] >= '0' && name[0] <= '9');
}

/// Whether every : ; ! ? of a French text is preceded by a space (ordinary, no-break or narrow no-break).
inline bool is_spaced_as_french(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (std::string_view(":;!?").find(text[i]) == std::string_view::npos) {
            continue;
        }
        const std::string_view before = text.substr(0, i);
        const bool spaced = before.ends_with(" ") || before.ends_with("\u00a0") || before.ends_with("\u202f");
        const bool in_address = text.substr(i).starts_with("://");
        if (!spaced && !in_address) {
            return false;
        }
    }
    return true;
}

inline void check_label(Label label) {
    CHECK_FALSE(label.en.empty());
    CHECK_FALSE(label.fr.empty());
    INFO(label.fr);
    CHECK(is_spaced_as_french(label.fr));
}

inline void check_parameter(const Parameter& parameter) {
    INFO("parameter " << parameter.name << ", source: " << parameter.source);
    CHECK(is_snake_case(parameter.name));
    check_label(parameter.meaning);
    CHECK_FALSE(parameter.unit.empty());
    CHECK_FALSE(parameter.source.empty());
    CHECK(parameter.least < parameter.most);
    CHECK(parameter.value >= parameter.least);
    CHECK(parameter.value <= parameter.most);
    if (parameter.source.starts_with("guess")) {
        CHECK(parameter.guess);
    }
}

}  // namespace releve::tests

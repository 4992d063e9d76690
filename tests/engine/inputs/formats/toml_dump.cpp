// Hidden helper of toml_differential.py: reads documents on standard input, writes what the parser made of them.
#include "engine/inputs/formats/number.hpp"
#include "engine/inputs/formats/toml.hpp"

#include <catch2/catch.hpp>
#include <cstdio>
#include <string>

namespace {

using releve::TomlKind;
using releve::TomlValue;

std::string in_hexadecimal(const std::string& text) {
    std::string digits;
    for (const char byte : text) {
        const auto code = static_cast<unsigned char>(byte);
        digits += "0123456789abcdef"[code >> 4];
        digits += "0123456789abcdef"[code & 15u];
    }
    return digits;
}

std::string dumped(const TomlValue& value) {
    switch (value.kind) {
        case TomlKind::text: return "s" + in_hexadecimal(value.text);
        case TomlKind::integer: return "i" + std::to_string(value.integer);
        case TomlKind::number: {
            char digits[64];
            std::snprintf(digits, sizeof digits, "f%.17e", value.number);
            return digits;
        }
        case TomlKind::boolean: return value.boolean ? "true" : "false";
        case TomlKind::date: return "d";
        case TomlKind::array: {
            std::string text = "[";
            for (const TomlValue& item : value.items) {
                text += dumped(item) + ",";
            }
            return text + "]";
        }
        case TomlKind::table: {
            std::string text = "{";
            for (const auto& [key, at] : value.positions) {
                text += in_hexadecimal(key) + "=" + dumped(value.items[at]) + ",";
            }
            return text + "}";
        }
    }
    return {};
}

}  // namespace

/// Standard input: documents, each as its length on a line and then its bytes.
TEST_CASE("dump TOML documents", "[.toml_dump]") {
    unsigned long length = 0;
    while (std::scanf("%lu", &length) == 1) {
        std::getchar();
        std::string bytes(length, '\0');
        REQUIRE(std::fread(bytes.data(), 1, length, stdin) == length);
        releve::Problems problems;
        const auto document = releve::parse_toml(bytes, "doc.toml", problems);
        REQUIRE(document.has_value() == problems.none());
        const std::string line =
            document ? "DUMP " + dumped(*document)
                     : "DUMP refused " + problems.kept().front().where + " " + problems.kept().front().what.en;
        std::puts(line.c_str());
    }
}

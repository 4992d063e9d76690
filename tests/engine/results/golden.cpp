#include "engine/base/error.hpp"
#include "engine/results/netcdf_file.hpp"
#include "tests/engine/results/sample.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <sstream>

namespace releve {

namespace {

const std::string kept = std::string(RELEVE_SOURCE_DIR) + "/tests/data/results/format_1_0";

std::string escaped(const std::string& text) {
    std::string result;
    for (const char c : text) {
        result += c == '\\' ? "\\\\" : c == '\n' ? "\\n" : c == '\t' ? "\\t" : std::string(1, c);
    }
    return result;
}

std::string text_of_value(const std::string& text) { return escaped(text); }
std::string text_of_value(float number) { return fmt::format("{:.9g}", number); }
std::string text_of_value(double number) { return fmt::format("{:.17g}", number); }
template <class Whole>
std::string text_of_value(Whole number) {
    return std::to_string(number);
}

std::string_view kind_of(const std::string&) { return "text"; }
std::string_view kind_of(float) { return "float"; }
std::string_view kind_of(double) { return "double"; }
std::string_view kind_of(std::int32_t) { return "int32"; }
std::string_view kind_of(std::int64_t) { return "int64"; }
std::string_view kind_of(std::uint8_t) { return "uint8"; }

std::string line_of(const std::string& owner, const Attribute& attribute) {
    std::string line = "attribute\t" + owner + "\t" + attribute.name;
    if (const auto* texts = std::get_if<std::vector<std::string>>(&attribute.value)) {
        line += "\ttexts";
        for (const std::string& text : *texts) {
            line += "\t" + escaped(text);
        }
        return line;
    }
    return line + std::visit(
                      [](const auto& value) -> std::string {
                          if constexpr (requires { kind_of(value); }) {
                              return "\t" + std::string(kind_of(value)) + "\t" + text_of_value(value);
                          } else {
                              return "";
                          }
                      },
                      attribute.value);
}

std::string line_of(const Variable& variable) {
    std::string line = "values\t" + variable.name + "\t";
    std::visit(
        [&]<class Value>(const std::vector<Value>& values) {
            line += std::string(kind_of(Value{})) + "\t" + fmt::format("{}", fmt::join(variable.dimensions, ","));
            for (const Value& value : values) {
                line += "\t" + text_of_value(value);
            }
        },
        variable.data);
    return line;
}

/// The lines that tests/data/results/values_of prints, in alphabetical order.
std::vector<std::string> lines_of(const Dataset& dataset) {
    std::vector<std::string> lines;
    for (const Dimension& dimension : dataset.dimensions) {
        lines.push_back(fmt::format("dimension\t{}\t{}", dimension.name, dimension.size));
    }
    for (const Attribute& attribute : dataset.attributes) {
        lines.push_back(line_of("", attribute));
    }
    for (const Variable& variable : dataset.variables) {
        lines.push_back(line_of(variable));
        for (const Attribute& attribute : variable.attributes) {
            lines.push_back(line_of(variable.name, attribute));
        }
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

std::vector<std::string> kept_lines() {
    std::istringstream text(test::bytes_of(kept + ".txt"));
    std::vector<std::string> lines;
    for (std::string line; std::getline(text, line);) {
        lines.push_back(line);
    }
    std::sort(lines.begin(), lines.end());
    return lines;
}

}  // namespace

TEST_CASE("a file written by format 1.0 reads as another program read it then") {
    const std::vector<std::string> expected = kept_lines();
    const std::vector<std::string> found = lines_of(read_dataset(kept + ".h5"));
    REQUIRE(expected.size() > 900);
    for (std::size_t i = 0; i < std::min(expected.size(), found.size()); ++i) {
        REQUIRE(found[i] == expected[i]);
    }
    CHECK(found.size() == expected.size());
}

TEST_CASE("a file of format 2.0 is refused in words, in both languages") {
    const test::Scratch scratch;
    Dataset dataset = test::sample_dataset();
    dataset.attributes.back().value = std::string("2.0");
    write_dataset(dataset, scratch.file("r.h5"));
    try {
        static_cast<void>(read_dataset(scratch.file("r.h5")));
        FAIL("it was read");
    } catch (const InputError& error) {
        REQUIRE(error.problems().size() == 1);
        CHECK(error.problems()[0].where == scratch.file("r.h5"));
        CHECK(error.problems()[0].what.en == "format 2.0 is newer than this program (it reads up to " +
                                                 std::string(format_version) + "); update Relève");
        CHECK(error.problems()[0].what.fr.find("plus récent") != std::string::npos);
    }
}

}  // namespace releve

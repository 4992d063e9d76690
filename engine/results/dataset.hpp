#pragma once
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// What a result file holds, as plain data: named dimensions, arrays on them, and attributes.
/// Nothing here knows how it is stored.
namespace releve {

struct Dimension {
    std::string name;
    std::size_t size = 0;
    bool operator==(const Dimension&) const = default;
};

struct Attribute {
    std::string name;
    std::variant<std::string, double, std::int64_t, std::vector<std::string>> value;
    bool operator==(const Attribute&) const = default;
};

/// An array in row-major order: the last dimension varies fastest. No dimension: one value.
/// A variable named as a dimension is its coordinate (codes or numbers) and lies on that dimension alone.
struct Variable {
    using Data = std::variant<std::vector<float>, std::vector<double>, std::vector<std::int32_t>,
                              std::vector<std::int64_t>, std::vector<std::string>, std::vector<std::uint8_t>>;
    std::string name;
    std::vector<std::string> dimensions;
    Data data;
    std::vector<Attribute> attributes;
    std::size_t size() const;  ///< number of values held
    bool operator==(const Variable&) const = default;
};

struct Dataset {
    std::vector<Dimension> dimensions;
    std::vector<Variable> variables;
    std::vector<Attribute> attributes;

    const Dimension* find_dimension(std::string_view name) const;  ///< null if there is none
    const Variable* find(std::string_view name) const;             ///< null if there is none
    const Variable& at(std::string_view name) const;               ///< ModelError if there is none

    /// ModelError naming the first thing wrong: a name other than [A-Za-z][A-Za-z0-9_]* or used twice (case ignored),
    /// a dimension unknown or used twice by one variable, a shape the data do not fill, a coordinate not on its
    /// dimension, a text holding a zero byte, an attribute name that the storage keeps for itself. A size may be 0.
    void check() const;
    bool operator==(const Dataset&) const = default;
};

/// Null if there is none.
const Attribute* find_attribute(const std::vector<Attribute>& attributes, std::string_view name);
/// The text of an attribute, or "" if there is none or it is no text.
std::string_view text_of(const std::vector<Attribute>& attributes, std::string_view name);

}  // namespace releve

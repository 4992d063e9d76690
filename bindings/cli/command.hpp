#pragma once
#include "engine/base/text.hpp"

#include <cstdint>
#include <map>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace releve {

/// Wrong usage of the command line (exit code 2).
class UsageError : public std::runtime_error {
public:
    explicit UsageError(Text text) : std::runtime_error(text.en), text_(std::move(text)) {}
    const Text& text() const { return text_; }

private:
    Text text_;
};

/// One option of a command.
struct Option {
    std::string_view name;        ///< "--replicates"
    std::string_view takes = {};  ///< "N"; empty: a flag
    Label meaning;
    std::string_view letter = {};  ///< "-o"
    bool required = false;
    bool repeated = false;
};

/// What stands on a command line besides options.
struct Operands {
    std::string_view shown = {};  ///< "SCENARIO..."
    std::size_t least = 0, most = 0;
    Label meaning;
};

/// What the user asked for, already matched with the options of the command.
class Arguments {
public:
    void set(const std::string& name, std::vector<std::string> values) { values_[name] = std::move(values); }
    void add_operand(std::string operand) { operands_.push_back(std::move(operand)); }
    const std::vector<std::string>& operands() const { return operands_; }
    bool has(const std::string& name) const { return values_.contains(name); }
    std::vector<std::string> all(const std::string& name) const;
    std::string text(const std::string& name, std::string_view otherwise = "") const;
    /// UsageError if the text is not a whole number in [least, most].
    std::uint32_t whole(const std::string& name, std::uint32_t otherwise, std::uint32_t least,
                        std::uint32_t most) const;

private:
    std::map<std::string, std::vector<std::string>> values_;
    std::vector<std::string> operands_;
};

struct Call {
    const Arguments& arguments;
    Language language = Language::en;
    bool json = false;
};

/// One command, told once: the parser and the help come from here.
struct Command {
    std::string_view name;
    Label meaning;
    Operands operands;
    std::span<const Option> options;
    Label example;  ///< a command line, then what it does
    int (*run)(const Call&) = nullptr;
};

std::span<const Command* const> all_commands();
/// Options every command takes.
std::span<const Option> common_options();

}  // namespace releve

#include "bindings/cli/command.hpp"

#include "engine/base/fill.hpp"

#include <charconv>

namespace releve {

namespace commands {
#define COMMAND(name) extern const Command name;
#include "bindings/cli/commands.def"
#undef COMMAND
}  // namespace commands

namespace {

constexpr const Command* listed[] = {
#define COMMAND(name) &commands::name,
#include "bindings/cli/commands.def"
#undef COMMAND
};

constexpr Option shared_options[] = {
    {.name = "--lang",
     .takes = "fr|en",
     .meaning = {"language of texts; default from LC_ALL, LC_MESSAGES, LANG",
                 "langue des textes ; par défaut selon LC_ALL, LC_MESSAGES, LANG"}},
    {.name = "--json", .meaning = {"one JSON document on standard output", "un document JSON sur la sortie standard"}},
    {.name = "--help", .meaning = {"this text", "ce texte"}, .letter = "-h"},
};

}  // namespace

std::span<const Command* const> all_commands() { return listed; }
std::span<const Option> common_options() { return shared_options; }

std::vector<std::string> Arguments::all(const std::string& name) const {
    const auto at = values_.find(name);
    return at == values_.end() ? std::vector<std::string>{} : at->second;
}

std::string Arguments::text(const std::string& name, std::string_view otherwise) const {
    const auto at = values_.find(name);
    return at == values_.end() || at->second.empty() ? std::string(otherwise) : at->second.back();
}

std::uint32_t Arguments::whole(const std::string& name, std::uint32_t otherwise, std::uint32_t least,
                               std::uint32_t most) const {
    if (!has(name)) {
        return otherwise;
    }
    const std::string written = text(name);
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), value);
    if (error != std::errc() || end != written.data() + written.size() || value < least || value > most) {
        throw UsageError(fill({"{}: '{}' is not a whole number from {} to {}",
                               "{}\u00a0: «\u00a0{}\u00a0» n'est pas un entier de {} à {}"},
                              {name, shown(written), std::to_string(least), std::to_string(most)}));
    }
    return value;
}

}  // namespace releve

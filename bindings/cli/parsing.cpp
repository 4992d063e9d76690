#include "bindings/cli/parsing.hpp"

#include "engine/base/fill.hpp"
#include "engine/base/suggest.hpp"

#include <algorithm>
#include <CLI/CLI.hpp>
#include <cstdlib>

namespace releve {

namespace {

Text did_you_mean(const std::string& written, const std::vector<std::string_view>& known) {
    const auto longer = std::find_if(known.begin(), known.end(), [&](std::string_view name) {
        return written.size() > 3 && name.starts_with(written);
    });
    const std::string_view near = longer != known.end() ? *longer : nearest_name(written, known);
    return near.empty() ? Text{} : fill({" did you mean '{}'?", " vouliez-vous dire «\u00a0{}\u00a0»\u00a0?"}, {near});
}

/// The first word that is neither an option nor the value of --lang.
std::size_t place_of_command(const std::vector<std::string>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "--lang") {
            ++i;
        } else if (!words[i].starts_with('-')) {
            return i;
        }
    }
    return words.size();
}

const Command& find_command(const std::string& name) {
    std::vector<std::string_view> known;
    for (const Command* command : all_commands()) {
        known.push_back(command->name);
        if (command->name == name) {
            return *command;
        }
    }
    throw UsageError(fill({"unknown command '{}'{} see 'releve --help'",
                           "commande inconnue «\u00a0{}\u00a0»{} voir «\u00a0releve --help\u00a0»"},
                          {shown(name), did_you_mean(name, known)}));
}

std::vector<Option> options_of(const Command* command) {
    std::vector<Option> options;
    if (command != nullptr) {
        options.assign(command->options.begin(), command->options.end());
    } else {
        options.push_back({.name = "--version", .meaning = {}});
    }
    options.insert(options.end(), common_options().begin(), common_options().end());
    return options;
}

void refuse_unknown(const std::vector<std::string>& left, const std::vector<Option>& options, const Command* command) {
    if (left.empty()) {
        return;
    }
    const std::string written = left.front().substr(0, left.front().find('='));
    if (!written.starts_with('-')) {
        throw UsageError(fill(
            {"unexpected word '{}' usage: releve {} {}", "mot inattendu «\u00a0{}\u00a0» usage\u00a0: releve {} {}"},
            {shown(written), command == nullptr ? "" : command->name,
             command == nullptr ? "" : command->operands.shown}));
    }
    std::vector<std::string_view> known;
    for (const Option& option : options) {
        known.push_back(option.name);
    }
    throw UsageError(fill({"unknown option '{}'{} see 'releve {} --help'",
                           "option inconnue «\u00a0{}\u00a0»{} voir «\u00a0releve {} --help\u00a0»"},
                          {shown(written), did_you_mean(written, known), command == nullptr ? "" : command->name}));
}

void refuse_missing(const CommandLine& line, const std::vector<Option>& options) {
    if (line.command == nullptr || line.arguments.has("--help")) {
        return;
    }
    const Operands& operands = line.command->operands;
    if (line.arguments.operands().size() < operands.least) {
        throw UsageError(
            fill({"{} is missing ({}) see 'releve {} --help'", "il manque {} ({}) voir «\u00a0releve {} --help\u00a0»"},
                 {operands.shown, operands.meaning, line.command->name}));
    }
    for (const Option& option : options) {
        if (option.required && !line.arguments.has(std::string(option.name))) {
            throw UsageError(fill({"option {} {} is missing ({})", "il manque l'option {} {} ({})"},
                                  {option.letter.empty() ? option.name : option.letter, option.takes, option.meaning}));
        }
    }
}

/// "-o --lang fr": the value of -o was forgotten.
void refuse_option_as_value(const Option& option, const std::vector<std::string>& values) {
    for (const std::string& value : values) {
        if (value.starts_with("--")) {
            throw UsageError(fill({"option {}: its value is missing or not understood see --help",
                                   "option {}\u00a0: valeur absente ou incomprise voir --help"},
                                  {option.letter.empty() ? option.name : option.letter}));
        }
    }
}

void refuse_bad_language(const Arguments& arguments) {
    const std::string language = arguments.text("--lang", "en");
    if (language != "fr" && language != "en") {
        throw UsageError(fill({"--lang: '{}' is neither fr nor en", "--lang\u00a0: «\u00a0{}\u00a0» n'est ni fr ni en"},
                              {shown(language)}));
    }
}

}  // namespace

Language language_of(const std::vector<std::string>& words) {
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (words[i] == "--lang=fr" || (words[i] == "--lang" && i + 1 < words.size() && words[i + 1] == "fr")) {
            return Language::fr;
        }
        if (words[i] == "--lang=en" || (words[i] == "--lang" && i + 1 < words.size() && words[i + 1] == "en")) {
            return Language::en;
        }
    }
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const char* value = std::getenv(name);
        if (value != nullptr && *value != '\0') {
            return std::string_view(value).starts_with("fr") ? Language::fr : Language::en;
        }
    }
    return Language::en;
}

CommandLine parse(const std::vector<std::string>& words) {
    CommandLine line;
    std::vector<std::string> rest = words;
    if (const std::size_t at = place_of_command(words); at < words.size()) {
        line.command = &find_command(words[at]);
        rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(at));
    }
    const std::vector<Option> options = options_of(line.command);
    CLI::App app;
    app.set_help_flag();
    app.allow_extras();
    std::vector<std::vector<std::string>> values(options.size());
    std::vector<CLI::Option*> parsed;
    for (std::size_t i = 0; i < options.size(); ++i) {
        const std::string letter(options[i].letter);
        const std::string names = (letter.empty() ? "" : letter + ",") + std::string(options[i].name);
        parsed.push_back(options[i].takes.empty()
                             ? app.add_flag(names)
                             : app.add_option(names, values[i])->expected(1)->allow_extra_args(false)->take_all());
    }
    std::vector<std::string> operands;
    CLI::Option* positional = nullptr;
    if (line.command != nullptr && line.command->operands.most > 0) {
        positional = app.add_option("operands", operands)->expected(0, static_cast<int>(line.command->operands.most));
    }
    std::reverse(rest.begin(), rest.end());
    app.parse(std::move(rest));
    refuse_unknown(app.remaining(), options, line.command);
    for (std::size_t i = 0; i < options.size(); ++i) {
        if (parsed[i]->count() > 0) {
            if (!options[i].takes.empty() && values[i].size() > 1 && !options[i].repeated) {
                throw UsageError(
                    fill({"option {} is given twice", "l'option {} est donnée deux fois"}, {options[i].name}));
            }
            refuse_option_as_value(options[i], values[i]);
            line.arguments.set(std::string(options[i].name), values[i]);
        }
    }
    for (const std::string& operand : positional == nullptr ? std::vector<std::string>{} : operands) {
        line.arguments.add_operand(operand);
    }
    refuse_bad_language(line.arguments);
    refuse_missing(line, options);
    return line;
}

Text text_of(const CLI::ParseError& error, const std::vector<std::string>& words) {
    const std::string message = error.what();
    for (const std::string& word : words) {
        if (word.starts_with('-') && message.find(word.substr(0, word.find('='))) != std::string::npos) {
            return fill({"option {}: its value is missing or not understood see --help",
                         "option {}\u00a0: valeur absente ou incomprise voir --help"},
                        {shown(word)});
        }
    }
    return {"the command line is not understood see 'releve --help'",
            "ligne de commande incomprise voir «\u00a0releve --help\u00a0»"};
}

}  // namespace releve

#include "bindings/cli/help.hpp"

#include "scenarios/report/typography.hpp"

#include <algorithm>

namespace releve {

namespace {

constexpr std::size_t page_width = 96;

std::string in_two_columns(const std::vector<std::pair<std::string, std::string>>& rows) {
    std::size_t left = 0;
    for (const auto& [name, meaning] : rows) {
        left = std::max(left, report::width_of(name));
    }
    std::string text;
    for (const auto& [name, meaning] : rows) {
        const std::string indent(left + 4, ' ');
        std::string lines = report::wrapped(meaning, page_width, indent);
        lines.replace(2, name.size(), name);
        text += lines;
    }
    return text;
}

std::vector<std::pair<std::string, std::string>> rows_of(std::span<const Option> options, Language language) {
    std::vector<std::pair<std::string, std::string>> rows;
    for (const Option& option : options) {
        std::string name = option.letter.empty() ? "" : std::string(option.letter) + ", ";
        name += std::string(option.name) + (option.takes.empty() ? "" : " " + std::string(option.takes));
        rows.emplace_back(name, option.meaning.in(language));
    }
    return rows;
}

}  // namespace

std::string general_help(Language language) {
    const bool french = language == Language::fr;
    std::string text = french ? "releve\u00a0: microsimulation des métiers et des compétences d'un territoire\n\n"
                                "Usage\u00a0: releve COMMANDE [options]\n\nCommandes\n"
                              : "releve: microsimulation of the occupations and competences of a territory\n\n"
                                "Usage: releve COMMAND [options]\n\nCommands\n";
    std::vector<std::pair<std::string, std::string>> rows;
    for (const Command* command : all_commands()) {
        rows.emplace_back(command->name, command->meaning.in(language));
    }
    text += in_two_columns(rows) + (french ? "\nOptions de toutes les commandes\n" : "\nOptions of every command\n");
    text += in_two_columns(rows_of(common_options(), language));
    text += french
                ? "\nPour commencer\u00a0: releve demo.  L'aide d'une commande\u00a0: releve run --help\n"
                  "Codes de sortie\u00a0: 0 fait, 2 usage, 3 données à corriger, 4 modèle, 5 fichier, 130 interrompu\n"
                : "\nTo begin: releve demo.  Help of a command: releve run --help\n"
                  "Exit codes: 0 done, 2 usage, 3 input to correct, 4 model, 5 file, 130 interrupted\n";
    return text;
}

std::string help_of(const Command& command, Language language) {
    const bool french = language == Language::fr;
    std::string usage = "releve " + std::string(command.name);
    usage += command.operands.shown.empty() ? "" : " " + std::string(command.operands.shown);
    for (const Option& option : command.options) {
        if (option.required) {
            usage += " " + std::string(option.letter.empty() ? option.name : option.letter) + " " +
                     std::string(option.takes);
        }
    }
    std::string text = (french ? "Usage\u00a0: " : "Usage: ") + usage + " [options]\n\n";
    text += report::wrapped(command.meaning.in(language), page_width, "");
    if (!command.operands.shown.empty()) {
        text += "\n" + in_two_columns(
                           {{std::string(command.operands.shown), std::string(command.operands.meaning.in(language))}});
    }
    std::vector<Option> options(command.options.begin(), command.options.end());
    options.insert(options.end(), common_options().begin(), common_options().end());
    text += "\nOptions\n" + in_two_columns(rows_of(options, language));
    text += (french ? "\nExemple\n  " : "\nExample\n  ") + std::string(command.example.in(language)) + "\n";
    return text;
}

}  // namespace releve

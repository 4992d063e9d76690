#include "bindings/cli/help.hpp"
#include "bindings/cli/json.hpp"
#include "bindings/cli/parsing.hpp"
#include "engine/base/error.hpp"
#include "engine/run/ensemble.hpp"
#include "engine/run/memory.hpp"
#include "scenarios/launch/version.hpp"
#include "scenarios/report/typography.hpp"

#include <algorithm>
#include <CLI/Error.hpp>
#include <csignal>
#include <cstdio>
#include <fmt/format.h>
#include <string>
#include <vector>

namespace releve {

namespace {

enum ExitCode { done = 0, failed = 1, usage = 2, bad_input = 3, broken_model = 4, no_file = 5, interrupted = 130 };

bool asks_for_json(const std::vector<std::string>& words) {
    return std::find(words.begin(), words.end(), "--json") != words.end();
}

int dispatch(const std::vector<std::string>& words, Language language) {
    const CommandLine line = parse(words);
    if (line.command == nullptr) {
        const bool version = line.arguments.has("--version");
        const bool help = line.arguments.has("--help");
        fmt::print(
            help || version ? stdout : stderr, "{}",
            version ? fmt::format("releve {} ({})\n", engine_version(), source_revision()) : general_help(language));
        return help || version ? done : usage;
    }
    if (line.arguments.has("--help")) {
        fmt::print("{}", help_of(*line.command, language));
        return done;
    }
    return line.command->run({line.arguments, language, line.arguments.has("--json")});
}

int complain(int code, const std::string& text, const std::string& json_text, bool json) {
    fmt::print(stderr, "{}", report::with_french_spaces(text));
    if (json) {
        fmt::print("{}\n", json_text);
    }
    return code;
}

int complain(int code, Label what, const std::string& detail, Language language, bool json) {
    const std::string text = std::string(what.in(language)) + (language == Language::fr ? "\u00a0: " : ": ") + detail;
    return complain(code, "releve: " + text + "\n", json_error(text), json);
}

}  // namespace

/// The one place that catches: each kind of error has its exit code.
int guarded(const std::vector<std::string>& words) {
    const Language language = language_of(words);
    const bool json = asks_for_json(words);
    try {
        return dispatch(words, language);
    } catch (const UsageError& error) {
        return complain(usage, "releve: " + error.text().in(language) + "\n", json_error(error.text().in(language)),
                        json);
    } catch (const CLI::ParseError& error) {
        const std::string text = text_of(error, words).in(language);
        return complain(usage, "releve: " + text + "\n", json_error(text), json);
    } catch (const InputError& error) {
        return complain(bad_input, to_lines(error, language), json_error(error), json);
    } catch (const ModelError& error) {
        return complain(broken_model,
                        {"an invariant of the model broke; please report it",
                         "un invariant du modèle est rompu ; merci de le signaler"},
                        error.what(), language, json);
    } catch (const IoError& error) {
        return complain(no_file, {"file", "fichier"}, error.text().in(language), language, json);
    } catch (const MemoryError& error) {
        return complain(no_file, {"not enough memory", "mémoire insuffisante"}, error.text().in(language), language,
                        json);
    } catch (const Interrupted& error) {
        return complain(interrupted, {"interrupted", "interrompu"}, error.text().in(language), language, json);
    } catch (const std::bad_alloc&) {
        return complain(no_file, {"out of memory", "mémoire insuffisante"}, "--replicates", language, json);
    } catch (const std::exception& error) {
        return complain(failed, {"unexpected error; please report it", "erreur inattendue ; merci de la signaler"},
                        error.what(), language, json);
    }
}

}  // namespace releve

int main(int count, char** words) {
    std::signal(SIGXFSZ, SIG_IGN);  // a file over its limit is an error of writing, told like the others
    return releve::guarded(std::vector<std::string>(words + 1, words + count));
}

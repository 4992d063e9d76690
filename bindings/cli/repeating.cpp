#include "bindings/cli/repeating.hpp"

#include "bindings/cli/execution.hpp"
#include "engine/base/fill.hpp"
#include "scenarios/launch/rerun.hpp"

#include <array>

namespace releve {

namespace {

/// Options that say what is simulated: the file of --from says it.
constexpr std::array<std::string_view, 6> not_with_from{"--replicates", "--precision", "--until",
                                                        "--seed",       "--set",       "--futures"};

void refuse_what_from_tells(const Arguments& arguments) {
    for (const std::string_view name : not_with_from) {
        if (arguments.has(std::string(name))) {
            throw UsageError(fill({"{}: not with --from (the run is repeated as it was) leave it out",
                                   "{}\u00a0: pas avec --from (la simulation est refaite telle quelle) retirez-le"},
                                  {name}));
        }
    }
    if (!arguments.operands().empty()) {
        throw UsageError(fill({"{}: no scenario with --from (the file holds them) leave it out",
                               "{}\u00a0: pas de scénario avec --from (le fichier les contient) retirez-le"},
                              {shown(arguments.operands().front())}));
    }
}

}  // namespace

std::unique_ptr<Prepared> prepared_of(const Arguments& arguments, Launch& asked) {
    if (arguments.has("--from")) {
        refuse_what_from_tells(arguments);
        const auto pack = arguments.has("--pack") ? std::optional(arguments.text("--pack")) : std::nullopt;
        Rerun again = prepare_again(arguments.text("--from"), pack);
        asked.seed = again.asked.seed;
        asked.replicates = again.asked.replicates;
        return std::move(again.prepared);
    }
    if (arguments.operands().empty()) {
        throw UsageError(
            {"SCENARIO...: missing (scenario files; the first is the baseline) name at least one, or a result "
             "file with --from",
             "SCENARIO...\u00a0: absent (fichiers de scénario\u00a0; le premier sert de référence) donnez-en "
             "au moins un, ou un fichier de résultats avec --from"});
    }
    if (arguments.has("--pack")) {
        throw UsageError({"--pack: only with --from (a scenario says its pack) leave it out",
                          "--pack\u00a0: seulement avec --from (un scénario dit son territoire) retirez-le"});
    }
    return prepare(arguments.operands(), until_of(arguments),
                   {.sets = asked.sets, .futures = arguments.all("--futures")});
}

}  // namespace releve

#include "bindings/cli/diagnosing.hpp"

#include "bindings/cli/interruption.hpp"
#include "bindings/cli/progress.hpp"

#include <unistd.h>

namespace releve {

audit::DiagnosisOptions diagnosis_options(const Arguments& arguments) {
    const auto of_gains = arguments.whole("--gain-replicates", 40, 0, 100'000);
    if (of_gains == 1) {
        throw UsageError(
            {"--gain-replicates 1: one simulated future cannot tell a gain from chance write 2 or more, or 0",
             "--gain-replicates 1\u00a0: un seul futur simulé ne distingue pas un gain du hasard écrivez 2 "
             "ou plus, ou 0"});
    }
    return {.seed = arguments.whole("--seed", 1, 0, 0xFFFFFFFFu),
            .replicates = arguments.whole("--replicates", 100, 1, 100'000),
            .threads = static_cast<int>(arguments.whole("--threads", 0, 0, 4096)),
            .gain_replicates = of_gains};
}

std::unique_ptr<audit::Diagnosis> diagnosis_of(const Territory& territory, audit::DiagnosisOptions asked,
                                               const Call& call) {
    Progress progress(!call.arguments.has("--no-progress") && isatty(STDERR_FILENO) != 0, call.language);
    asked.progress = [&](std::size_t done, std::size_t all) { progress.show(done, all); };
    asked.interrupted = Interruption::asked;
    const Interruption interruption;
    Problems problems;
    auto found = audit::diagnose(territory.pack, territory.baseline, asked, problems);
    problems.raise();
    return found;
}

}  // namespace releve

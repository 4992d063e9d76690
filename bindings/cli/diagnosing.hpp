#pragma once
#include "bindings/cli/command.hpp"
#include "scenarios/audit/diagnosis.hpp"
#include "scenarios/launch/territory.hpp"

#include <memory>

namespace releve {

inline constexpr Option set_option{.name = "--set",
                                   .takes = "PATH=VALUE",
                                   .meaning = {"a parameter of the model: --set matching.applications=3 (repeatable)",
                                               "un paramètre du modèle : --set matching.applications=3 (répétable)"},
                                   .repeated = true};
inline constexpr Option gains_option{
    .name = "--gain-replicates",
    .takes = "N",
    .meaning = {"simulated futures of each action, to tell its gains (40); 0: do not tell them (much faster)",
                "futurs simulés de chaque action, pour dire ses gains (40) ; 0 : ne pas les dire (bien plus rapide)"}};
inline constexpr Option threads_option{.name = "--threads",
                                       .takes = "T",
                                       .meaning = {"processors used (all); results do not depend on it",
                                                   "processeurs utilisés (tous) ; sans effet sur les résultats"}};

inline constexpr Option seed_option{
    .name = "--seed", .takes = "S", .meaning = {"seed of all chance (1)", "graine de tout le hasard (1)"}};
inline constexpr Option no_progress_option{.name = "--no-progress",
                                           .meaning = {"no progress line", "pas de ligne d'avancement"}};

/// --seed, --replicates, --gain-replicates, --threads.
audit::DiagnosisOptions diagnosis_options(const Arguments& arguments);

/// Runs it with a line of progress; Interrupted on Ctrl-C, InputError if something is wrong.
std::unique_ptr<audit::Diagnosis> diagnosis_of(const Territory& territory, audit::DiagnosisOptions asked,
                                               const Call& call);

}  // namespace releve

#pragma once
#include "engine/results/dataset.hpp"
#include "engine/run/ensemble.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace releve {

/// What a result file says of the run that made it, beyond its plans. No date, no machine, no path: the same inputs and
/// seed give the same bytes.
struct RunDescription {
    std::string engine_version;
    std::string source_revision;
    std::string command_line;  ///< canonical: without the output file, threads and folders
    std::string pack_name;     ///< name of the pack's folder
    std::uint32_t seed = 1;
    std::uint32_t replicates = 0;
};

/// Quantiles over replicates that breakdowns keep.
inline constexpr std::array<double, 5> kept_quantiles{0.05, 0.10, 0.50, 0.90, 0.95};

/// For each scenario, the one that it is compared with: the first of the same future (itself, if it is that one).
std::vector<std::size_t> references_of(const std::vector<Scenario>& scenarios);

/// The result file of an ensemble, as docs/formats/results.md describes it. Outputs without axes keep every replicate
/// (scenario, replicate, period). Breakdowns keep mean `x`, standard deviation `x_sd` (divisor n - 1) and quantiles `x_q`
/// (type 7) over replicates, and, if there are several scenarios, the standard deviation `x_diff_sd` over replicates of the
/// difference to the scenario's reference; a breakdown whose sum no other output gives also keeps that sum by replicate, `x_total`.
/// `scenarios` in the order of `plans`.
Dataset make_dataset(const EnsembleResult& result, const std::vector<Plan>& plans,
                     const std::vector<Scenario>& scenarios, const Pack& pack, const RunDescription& run);

}  // namespace releve

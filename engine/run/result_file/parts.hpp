#pragma once
#include "engine/run/result_dataset.hpp"

/// The parts of a result file, added one after the other by make_dataset.
namespace releve {

void add_coordinates(Dataset& dataset, const std::vector<Scenario>& scenarios, const Plan& plan,
                     std::uint32_t replicates);

/// `references`: for each scenario, the one that it is compared with.
void add_outputs(Dataset& dataset, const EnsembleResult& result, const Pack& pack,
                 const std::vector<std::size_t>& references);

/// The files of the pack that results may hold, byte for byte, so that the run can be repeated from its results alone.
void add_inputs(Dataset& dataset, const Pack& pack);

}  // namespace releve

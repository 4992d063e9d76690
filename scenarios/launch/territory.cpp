#include "scenarios/launch/territory.hpp"

#include "engine/inputs/pack_reader.hpp"
#include "engine/inputs/reading/parameter_values.hpp"
#include "scenarios/funding/check_tables.hpp"
#include "scenarios/launch/prepared.hpp"

#include <filesystem>

namespace releve {

std::unique_ptr<Territory> read_territory(const std::string& directory, const std::vector<std::string>& sets) {
    auto territory = std::make_unique<Territory>();
    Problems problems;
    territory->pack = read_pack(directory, problems, territory->notes);
    Scenario& baseline = territory->baseline;
    baseline.file = directory;
    baseline.id = "baseline";
    baseline.name = {"baseline", "référence"};
    baseline.pack_directory = directory;
    lay_over(baseline.parameters, read_sets(sets, problems));
    problems.raise();
    check_funding_tables(territory->pack, problems);
    problems.raise();
    return territory;
}

std::string shipped_pack() { return RELEVE_SOURCE_DIR "/scenarios/packs/langres"; }

}  // namespace releve

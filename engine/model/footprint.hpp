#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

namespace releve {

/// Bytes that the state of a run holds for each thing of a kind, as the compiler lays them out.
struct Footprint {
    struct Part {
        std::string_view name;
        std::size_t bytes;
    };
    std::string_view thing;
    std::vector<Part> parts;
    std::size_t bytes() const;  ///< of all parts
};

/// How many clocks run for one thing of each kind.
struct ClockNumbers {
    std::size_t person = 0, cell = 0, establishment = 0;
};
/// Those of all processes of the catalogue.
ClockNumbers all_clocks();

Footprint footprint_of_person(const ClockNumbers& clocks);
Footprint footprint_of_post();
Footprint footprint_of_cell(const ClockNumbers& clocks);
Footprint footprint_of_establishment(const ClockNumbers& clocks);

}  // namespace releve

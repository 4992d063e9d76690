#pragma once
#include "scenarios/tables/data_sheet.hpp"

namespace releve::tables {

/// Which columns a table of figures has.
struct DataShape {
    std::string period;
    std::vector<std::string> axes;
    bool names_outputs = false;
    bool spread = false;            ///< standard deviations
    std::vector<double> quantiles;  ///< orders; empty: none
    bool differences = false;       ///< to the reference: only in a file of several scenarios
};

DataShape shape_of(const Source& source, const std::vector<Part>& parts, bool name_outputs);

}  // namespace releve::tables

#pragma once
#include "scenarios/survey/package/package.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace releve {

/// How a part points at another one.
struct Relationship {
    std::string id;
    std::string type;  ///< last word of its address: "worksheet", "sharedStrings"
    std::string part;  ///< "" if it points outside of the package, or above its root
};

/// The relationships of a part; of the package itself for part "". Nothing, and a problem, if they cannot be read.
std::optional<std::vector<Relationship>> read_relationships(WorkbookPackage& package, const std::string& part,
                                                            Problems& problems);

/// The part that a path means, seen from the part that holds it: "worksheets/a.xml" or "../b.xml" or "/xl/c.xml".
/// "" if it climbs above the root.
std::string resolve_part(std::string_view from_part, std::string_view path);

}  // namespace releve

#pragma once
#include "engine/base/text.hpp"
#include "engine/run/plan.hpp"

#include <optional>
#include <string>
#include <vector>

namespace releve {

/// Room on the disk that a run takes [bytes], estimated before it starts.
struct DiskNeed {
    double journal = 0;  ///< while it runs
    double result = 0;   ///< the file that it leaves; both are there at the end
    double bytes() const { return journal + result; }
};
/// Both are deflated, by how much depends on what happens: see disk.cpp for what it was measured on.
DiskNeed disk_need(const std::vector<Plan>& plans, std::size_t replicates);

/// What a user may still write into a folder [bytes]; nothing where the system does not tell.
std::optional<double> disk_available(const std::string& folder);

/// IoError naming `path` if a run needs more than is available [bytes], with both.
void refuse_no_room(const std::string& path, const DiskNeed& need, double available);

}  // namespace releve

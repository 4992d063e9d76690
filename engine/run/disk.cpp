#include "engine/run/disk.hpp"

#include "engine/base/error.hpp"
#include "engine/base/fill.hpp"
#include "engine/run/memory.hpp"
#include "engine/run/result_dataset.hpp"

#include <cmath>
#include <fmt/format.h>
#include <sys/statvfs.h>

namespace releve {

namespace {

/// What deflating leaves of numbers (4 bytes each), and the rest. Measured on Langres: seven scenarios of 18 years with 20
/// replicates, two of 3 years with 4. Other packs hold more or fewer zeros: within a factor of two.
constexpr double left_of_journal = 0.16;
constexpr double left_of_result = 0.41;
constexpr double bytes_of_texts = 1.4e6;  ///< names, labels, attributes, inputs kept
constexpr double margin = 1.2;

/// Numbers that the result file holds.
double numbers_of_result(const std::vector<Plan>& plans, std::size_t replicates) {
    const Setting& setting = plans.front().setting;
    double numbers = 0;
    for (const Output* output : all_outputs()) {
        if (!is_given(*output, setting.pack)) {
            continue;
        }
        const double periods = periods_of(*output, setting);
        const bool broken_down = !output->axes.empty();
        const double statistics = output->moments_only ? 2 : 3 + double{kept_quantiles.size()};
        numbers += broken_down ? periods * static_cast<double>(cells_of(*output, setting.pack)) * statistics : 0.0;
        numbers += output->moments_only ? 0.0 : periods * static_cast<double>(replicates);
    }
    return numbers * static_cast<double>(plans.size());
}

}  // namespace

DiskNeed disk_need(const std::vector<Plan>& plans, std::size_t replicates) {
    DiskNeed need;
    for (const Plan& plan : plans) {
        need.journal += static_cast<double>(replicates) * numbers_of_run(plan) * sizeof(float) * left_of_journal;
    }
    need.result = numbers_of_result(plans, replicates) * sizeof(float) * left_of_result + bytes_of_texts;
    return need;
}

std::optional<double> disk_available(const std::string& folder) {
    struct statvfs status {};
    if (::statvfs(folder.c_str(), &status) != 0 || status.f_blocks == 0) {
        return std::nullopt;
    }
    return static_cast<double>(status.f_bavail) * static_cast<double>(status.f_frsize);
}

void refuse_no_room(const std::string& path, const DiskNeed& need, double available) {
    if (need.bytes() * margin <= available) {
        return;
    }
    throw IoError(
        path, fill({"about {} are needed on the disk ({} for what the run keeps while it lasts, {} for the result) "
                    "and {} are free make room, ask for fewer replicates, or write elsewhere",
                    "il faut environ {} sur le disque ({} pour ce que le calcul garde tant qu'il dure, {} pour le "
                    "résultat) et {} sont libres faites de la place, demandez moins de répliques, ou écrivez "
                    "ailleurs"},
                   {size_text(need.bytes()), size_text(need.journal), size_text(need.result), size_text(available)}));
}

}  // namespace releve

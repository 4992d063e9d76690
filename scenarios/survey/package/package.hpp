#pragma once
#include "engine/base/error.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

struct zip;  // of libzip

namespace releve {

/// The parts of a workbook: a zip held in memory, opened for reading after its table of contents was found sound.
/// Parts are named as in the zip, without a leading slash; capitals and small letters are the same.
class WorkbookPackage {
public:
    /// Nothing, and a problem, if it is not a zip, is damaged, encrypted, too big or not a workbook's.
    static std::optional<WorkbookPackage> open(std::span<const std::byte> bytes, const std::string& file,
                                               Problems& problems);

    const std::string& file() const { return file_; }
    bool has(std::string_view part) const;
    /// "survey.xlsx xl/workbook.xml"
    std::string where(std::string_view part) const { return file_ + " " + std::string(part); }

    /// Inflates a part piece by piece into `take`, which gives false to stop. False, and a problem, if the part is
    /// missing, damaged or inflates beyond the limits; false without one if `take` stopped.
    bool read(std::string_view part, const std::function<bool(std::string_view piece)>& take, Problems& problems);

private:
    struct Part {
        std::uint64_t index;
        std::uint64_t packed_bytes;
    };

    WorkbookPackage(zip* archive, const std::string& file);
    bool list_parts(Problems& problems);
    bool list_part(std::uint64_t index, std::uint64_t& inflated, Problems& problems);

    std::string file_;
    std::unique_ptr<zip, void (*)(zip*)> archive_;
    std::map<std::string, Part, std::less<>> parts_;  // by name in small letters
    std::uint64_t inflated_bytes_ = 0;                // of the parts read so far
};

}  // namespace releve

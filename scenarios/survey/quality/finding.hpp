#pragma once
#include "engine/base/vocabulary.hpp"

#include <array>
#include <cstdint>
#include <string>

namespace releve::survey {

/// What whoever sent the survey out must know, beyond what makes it unusable.
enum class FindingKind : std::uint8_t { assumed, left_out, outlier, contradiction, changed };
inline constexpr std::array<Word, 5> finding_words{{
    {"assumed", {"accepted and assumed", "accepté et supposé"}},
    {"left_out", {"left out of the pack", "laissé hors du territoire"}},
    {"outlier", {"unusual", "inhabituel"}},
    {"contradiction", {"contradiction", "contradiction"}},
    {"changed", {"changed in the territory's data", "changé dans les données du territoire"}},
}};

struct Finding {
    FindingKind kind{};
    std::string where;  ///< cell of the workbook
    Text what;
};

}  // namespace releve::survey

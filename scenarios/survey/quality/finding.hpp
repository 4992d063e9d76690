#pragma once
#include "engine/base/vocabulary.hpp"

#include <array>
#include <cstdint>
#include <string>

namespace releve::survey {

/// What whoever sent the survey out must know, beyond what makes it unusable.
enum class FindingKind : std::uint8_t { assumed, left_out, outlier, contradiction, changed };
inline constexpr std::array<Word, 5> finding_words{{
    {"assumed", {"Accepted and assumed", "Accepté et supposé"}},
    {"left_out", {"Left out of the pack", "Laissé hors du territoire"}},
    {"outlier", {"Unusual", "Inhabituel"}},
    {"contradiction", {"Contradiction", "Contradiction"}},
    {"changed", {"Changed in the territory's data", "Changé dans les données du territoire"}},
}};

struct Finding {
    FindingKind kind{};
    std::string where;  ///< cell of the workbook
    Text what;
};

}  // namespace releve::survey

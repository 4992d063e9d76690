#pragma once
#include <cstddef>

/// What the whole executable takes from the free store: its operator new counts.
namespace releve::tests {

struct Allocations {
    std::size_t number = 0;
    std::size_t live = 0;  ///< [bytes]
    std::size_t peak = 0;  ///< of `live`, since the last reset
};
Allocations allocations();
void reset_peak();

}  // namespace releve::tests

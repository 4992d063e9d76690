#include "tests/allocations/counting.hpp"

#include <algorithm>
#include <atomic>
#include <cstdlib>
#include <malloc.h>
#include <new>

namespace {

std::atomic<std::size_t> number = 0;
std::atomic<std::size_t> live = 0;
std::atomic<std::size_t> peak = 0;

void* counted(void* block) {
    if (block == nullptr) {
        throw std::bad_alloc();
    }
    ++number;
    live += malloc_usable_size(block);
    peak = std::max(peak.load(), live.load());
    return block;
}

void give_back(void* block) noexcept {
    live -= malloc_usable_size(block);
    std::free(block);
}

}  // namespace

void* operator new(std::size_t size) { return counted(std::malloc(size)); }
void* operator new(std::size_t size, std::align_val_t alignment) {
    const auto unit = static_cast<std::size_t>(alignment);
    return counted(std::aligned_alloc(unit, (size + unit - 1) / unit * unit));
}
void operator delete(void* block) noexcept { give_back(block); }
void operator delete(void* block, std::size_t) noexcept { give_back(block); }
void operator delete(void* block, std::align_val_t) noexcept { give_back(block); }
void operator delete(void* block, std::size_t, std::align_val_t) noexcept { give_back(block); }

namespace releve::tests {

Allocations allocations() { return {number, live, peak}; }
void reset_peak() { peak = live.load(); }

}  // namespace releve::tests

#include "bindings/cli/progress.hpp"

#include <fmt/format.h>

namespace releve {

namespace {

std::string duration(double seconds) {
    const auto whole = static_cast<long>(seconds + 0.5);
    return whole < 90 ? fmt::format("{} s", whole) : fmt::format("{} min", (whole + 59) / 60);
}

}  // namespace

void Progress::show(std::size_t done, std::size_t all) {
    const std::lock_guard lock(one_at_a_time_);
    const Clock::time_point now = Clock::now();
    if (!visible_ || now - last_ < std::chrono::milliseconds(200)) {
        return;
    }
    last_ = now;
    drawn_ = true;
    const double seconds = std::chrono::duration<double>(now - start_).count();
    const double left = seconds * static_cast<double>(all - done) / static_cast<double>(done);
    fmt::print(stderr, "\r\033[K{} / {}  {} %  {} {}", done, all, 100 * done / all,
               language_ == Language::fr ? "reste" : "left", duration(left));
    std::fflush(stderr);
}

void Progress::clear() {
    const std::lock_guard lock(one_at_a_time_);
    if (drawn_) {
        fmt::print(stderr, "\r\033[K");
        drawn_ = false;
    }
}

}  // namespace releve

#pragma once
#include "engine/base/text.hpp"

#include <chrono>
#include <cstddef>
#include <mutex>

namespace releve {

/// One line on a terminal: how far, and how long it will take. May be shown from any thread.
class Progress {
public:
    Progress(bool visible, Language language)
        : visible_(visible),
          language_(language),
          start_(Clock::now()),
          last_(start_) {}
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    ~Progress() { clear(); }

    void show(std::size_t done, std::size_t all);
    void clear();

private:
    using Clock = std::chrono::steady_clock;
    bool visible_;
    Language language_;
    Clock::time_point start_, last_;
    bool drawn_ = false;
    std::mutex one_at_a_time_;
};

}  // namespace releve

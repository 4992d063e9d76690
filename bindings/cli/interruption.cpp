#include "bindings/cli/interruption.hpp"

#include <atomic>
#include <csignal>

namespace releve {

namespace {

// a signal handler can reach nothing but a global
std::atomic<bool> stop_asked = false;
static_assert(std::atomic<bool>::is_always_lock_free);

extern "C" void ask_to_stop(int) {
    stop_asked = true;
    std::signal(SIGINT, SIG_DFL);  // a second Ctrl-C ends at once
}

}  // namespace

Interruption::Interruption() { std::signal(SIGINT, ask_to_stop); }

Interruption::~Interruption() { std::signal(SIGINT, SIG_DFL); }

bool Interruption::asked() { return stop_asked.load(); }

}  // namespace releve

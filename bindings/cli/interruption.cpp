#include "bindings/cli/interruption.hpp"

#include <atomic>
#include <csignal>

namespace releve {

namespace {

// a signal handler can reach nothing but a global
std::atomic<bool> stop_asked = false;
static_assert(std::atomic<bool>::is_always_lock_free);

constexpr int asking[] = {SIGINT, SIGTERM, SIGHUP};  // Ctrl-C, kill, a terminal that goes away

extern "C" void ask_to_stop(int signal) {
    stop_asked = true;
    std::signal(signal, SIG_DFL);  // a second one ends at once
}

/// What was ignored stays so: a run under nohup outlives its terminal.
void handle(void (*handler)(int)) {
    for (const int signal : asking) {
        struct sigaction present {};
        if (::sigaction(signal, nullptr, &present) == 0 && present.sa_handler != SIG_IGN) {
            std::signal(signal, handler);
        }
    }
}

}  // namespace

Interruption::Interruption() { handle(ask_to_stop); }

Interruption::~Interruption() { handle(SIG_DFL); }

bool Interruption::asked() { return stop_asked.load(); }

}  // namespace releve

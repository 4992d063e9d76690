#include "engine/state/clocks.hpp"

namespace releve {

namespace {
constexpr float not_running = -1.0F;
}

Clocks::Clocks(int horizon, std::uint32_t entities) : horizon_(horizon), calendar_(static_cast<std::size_t>(horizon)) {
    resize(entities);
}

void Clocks::resize(std::uint32_t entities) { clock_.resize(entities); }

void Clocks::stop(std::uint32_t entity) {
    clock_[entity].level = -1.0F;
    clock_[entity].due = not_due;
    ++clock_[entity].spell;
}

void Clocks::put(std::uint32_t entity, int month) {
    clock_[entity].due = static_cast<std::int16_t>(month);
    calendar_[static_cast<std::size_t>(month)].push_back(entity);
}

void Clocks::collect(int month) {
    taken_.clear();
    if (month >= horizon_) {
        return;
    }
    for (const std::uint32_t entity : calendar_[static_cast<std::size_t>(month)]) {
        if (clock_[entity].due == month) {
            stop(entity);  // so that a second, outdated entry of the same month is passed over
            taken_.push_back(entity);
        }
    }
    calendar_[static_cast<std::size_t>(month)].clear();
}

}  // namespace releve

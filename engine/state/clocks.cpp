#include "engine/state/clocks.hpp"

namespace releve {

namespace {
constexpr float not_running = -1.0F;
}

Clocks::Clocks(int horizon, std::uint32_t entities) : horizon_(horizon), calendar_(static_cast<std::size_t>(horizon)) {
    resize(entities);
}

void Clocks::resize(std::uint32_t entities) {
    level_.resize(entities, not_running);
    since_.resize(entities, 0);
    due_.resize(entities, not_due);
    spell_.resize(entities, 0);
}

void Clocks::stop(std::uint32_t entity) {
    level_[entity] = not_running;
    due_[entity] = not_due;
    ++spell_[entity];
}

void Clocks::put(std::uint32_t entity, int month) {
    due_[entity] = static_cast<std::int16_t>(month);
    calendar_[static_cast<std::size_t>(month)].push_back(entity);
}

void Clocks::collect(int month) {
    taken_.clear();
    if (month >= horizon_) {
        return;
    }
    for (const std::uint32_t entity : calendar_[static_cast<std::size_t>(month)]) {
        if (due_[entity] == month) {
            stop(entity);  // so that a second, outdated entry of the same month is passed over
            taken_.push_back(entity);
        }
    }
    calendar_[static_cast<std::size_t>(month)].clear();
}

}  // namespace releve

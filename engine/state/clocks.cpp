#include "engine/state/clocks.hpp"

namespace releve {

Clocks::Clocks(int horizon, std::uint32_t entities, std::size_t risks, std::size_t room)
    : horizon_(horizon),
      risks_(risks),
      now_(risks, 0),
      calendar_(risks * static_cast<std::size_t>(horizon)) {
    reserve(room);
    resize(entities);
}

void Clocks::put(std::size_t risk, std::uint32_t entity, int month) {
    calendar_[risk * static_cast<std::size_t>(horizon_) + static_cast<std::size_t>(month)].push_back(entity);
}

std::vector<std::uint32_t> Clocks::collect(std::size_t risk, int month) {
    std::vector<std::uint32_t> due;
    if (month >= horizon_) {
        return due;
    }
    std::vector<std::uint32_t>& listed =
        calendar_[risk * static_cast<std::size_t>(horizon_) + static_cast<std::size_t>(month)];
    for (std::size_t i = 0; i < listed.size(); ++i) {
        const std::uint32_t entity = listed[i];
        if (i + fetch_distance < listed.size()) {
            fetch_ahead(&at(risk, listed[i + fetch_distance]));
        }
        if (at(risk, entity).due == month) {
            stop(risk, entity);  // so that a second, outdated entry of the same month is passed over
            due.push_back(entity);
        }
    }
    listed = {};
    return due;
}

}  // namespace releve

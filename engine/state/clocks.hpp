#pragma once
#include "engine/base/draws.hpp"

#include <cstdint>
#include <vector>

namespace releve {

/// A hazard [per month] and the first month at which it may be different.
struct Hazard {
    double rate = 0;
    int until = 0x7FFF;
};

/// One risk as unit-exponential clocks: a thing at risk starts with a level drawn from Exp(1), the hazard runs it
/// down, and the event falls in the month in which it reaches zero, so that P(event in a month) = 1 - exp(-hazard).
/// A lower hazard delays the same event instead of redrawing it. Hazards are piecewise constant and known ahead, so the
/// month of the event is found once and put in a calendar: a month touches only those to whom something happens.
///
/// `hazard_at(entity, month)` must return the same values until the entity is settled and scheduled again: whoever
/// changes what a running hazard depends on calls settle before and schedule after.
class Clocks {
public:
    Clocks(int horizon, std::uint32_t entities);

    /// Makes room for entities created since.
    void resize(std::uint32_t entities);
    bool running(std::uint32_t entity) const { return clock_[entity].level >= 0; }
    /// Number of the present (or next) spell of this entity at risk: part of the key of its draw.
    std::uint32_t spell(std::uint32_t entity) const { return clock_[entity].spell; }

    template <class HazardAt>
    void start(std::uint32_t entity, double level, HazardAt hazard_at) {
        clock_[entity].level = static_cast<float>(level);
        clock_[entity].since = static_cast<std::int16_t>(now_);
        schedule(entity, hazard_at);
    }
    void stop(std::uint32_t entity);

    /// Takes off what the hazard has used up so far.
    template <class HazardAt>
    void settle(std::uint32_t entity, HazardAt hazard_at) {
        double level = clock_[entity].level;
        for (int month = clock_[entity].since; month < now_;) {
            const Hazard hazard = hazard_at(entity, month);
            const int until = hazard.until < now_ ? hazard.until : now_;
            level -= hazard.rate * (until - month);
            month = until;
        }
        clock_[entity].level = level > 0 ? static_cast<float>(level) : 0.0F;
        clock_[entity].since = static_cast<std::int16_t>(now_);
    }

    /// Finds the month of the event from the level left and the hazards ahead.
    template <class HazardAt>
    void schedule(std::uint32_t entity, HazardAt hazard_at) {
        double level = clock_[entity].level;
        for (int month = now_; month < horizon_;) {
            const Hazard hazard = hazard_at(entity, month);
            const int until = hazard.until < horizon_ ? hazard.until : horizon_;
            const double used = hazard.rate * (until - month);
            if (hazard.rate > 0 && used >= level) {
                const int wait = static_cast<int>(level / hazard.rate);
                put(entity, wait >= until - month ? until - 1 : month + wait);
                return;
            }
            level -= used;
            month = until;
        }
        clock_[entity].due = not_due;
    }

    /// Opens a month: what is due in it, in the order of `key_of(entity)`. From here on the month counts as used up, and
    /// the clocks that went off are stopped: whoever is still exposed afterwards starts a new spell.
    template <class KeyOf>
    const std::vector<std::uint32_t>& take_due(int month, KeyOf key_of) {
        now_ = month + 1;
        collect(month);
        sort_by([&](std::uint32_t a, std::uint32_t b) { return key_of(a) < key_of(b); });
        return taken_;
    }

private:
    static constexpr std::int16_t not_due = 0x7FFF;
    /// Together, because they are always touched together and at random: one cache line instead of four.
    struct Clock {
        float level = -1.0F;  ///< left at `since`; negative: not running
        std::int16_t since = 0;
        std::int16_t due = not_due;
        std::uint16_t spell = 0;
    };
    void put(std::uint32_t entity, int month);
    void collect(int month);
    template <class Less>
    void sort_by(Less less);

    int horizon_;
    int now_ = 0;  ///< first month not yet used up
    std::vector<Clock> clock_;
    std::vector<std::vector<std::uint32_t>> calendar_;  ///< by month; may hold outdated entries
    std::vector<std::uint32_t> taken_;
};

}  // namespace releve

#include <algorithm>

template <class Less>
void releve::Clocks::sort_by(Less less) {
    std::sort(taken_.begin(), taken_.end(), less);
}

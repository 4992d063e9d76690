#pragma once
#include "engine/base/draws.hpp"
#include "engine/base/id.hpp"
#include "engine/state/course.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace releve {

/// The risks of things of one kind as unit-exponential clocks: a thing at risk starts with a level drawn from Exp(1),
/// the hazard runs it down, and the event falls in the month in which it reaches zero, so that
/// P(event in a month) = 1 - exp(-hazard). A lower hazard delays the same event instead of redrawing it. The course of a
/// hazard is known ahead, so the month of the event is found once and put in a calendar: a month touches only those to
/// whom something happens.
///
/// A course must stay the same until the entity is settled and scheduled again: whoever changes what a running hazard
/// depends on calls settle before and schedule after.
class Clocks {
public:
    Clocks() = default;
    /// `room`: for how many entities, those to come included.
    Clocks(int horizon, std::uint32_t entities, std::size_t risks = 1, std::size_t room = 0);

    void reserve(std::size_t entities) { clocks_.reserve(entities * risks_); }
    /// Makes room for entities created since.
    void resize(std::uint32_t entities) { clocks_.resize(entities * risks_); }
    void fetch_ahead_of(std::uint32_t entity) const {
        constexpr std::size_t line = 64 / sizeof(Clock);
        for (std::size_t risk = 0; risk < risks_; risk += line) {
            fetch_ahead(&at(risk, entity));
        }
    }
    bool running(std::size_t risk, std::uint32_t entity) const { return at(risk, entity).level >= 0; }
    /// Number of the present (or next) spell of this entity at risk: part of the key of its draw.
    std::uint32_t spell(std::size_t risk, std::uint32_t entity) const { return at(risk, entity).spell; }

    /// Month of the event as it stands; not_due if it does not come before the horizon.
    int due(std::size_t risk, std::uint32_t entity) const { return at(risk, entity).due; }
    /// The same past the horizon, up to a month: what is known of the event does not depend on where the run stops.
    template <class Course>
    int due_before(std::size_t risk, std::uint32_t entity, const Course& course, int month) const {
        const Clock& clock = at(risk, entity);
        const bool known = clock.due != not_due || clock.level < 0 || month <= horizon_;
        return known ? clock.due : course.due(clock.since, double{clock.level}, month);
    }

    template <class Course>
    void start(std::size_t risk, std::uint32_t entity, double level, const Course& course) {
        Clock& clock = at(risk, entity);
        clock.level = static_cast<float>(level);
        clock.since = static_cast<std::int16_t>(now_[risk]);
        schedule(risk, entity, course);
    }
    void stop(std::size_t risk, std::uint32_t entity) {
        Clock& clock = at(risk, entity);
        clock.level = -1.0F;
        clock.due = static_cast<std::int16_t>(not_due);
        ++clock.spell;
    }

    /// Takes off what the hazard has used up so far.
    template <class Course>
    void settle(std::size_t risk, std::uint32_t entity, const Course& course) {
        Clock& clock = at(risk, entity);
        const double level = clock.level - course.used(clock.since, now_[risk]);
        clock.level = level > 0 ? static_cast<float>(level) : 0.0F;
        clock.since = static_cast<std::int16_t>(now_[risk]);
    }

    /// Finds the month of the event from the level left and the hazards ahead.
    template <class Course>
    void schedule(std::size_t risk, std::uint32_t entity, const Course& course) {
        const int month = course.due(now_[risk], at(risk, entity).level, horizon_);
        at(risk, entity).due = static_cast<std::int16_t>(month);
        if (month != not_due) {
            put(risk, entity, month);
        }
    }

    /// Opens a month for a risk: the keys and numbers of those due in it, in the order of `key_of(entity)`. From here on
    /// the month counts as used up, and the clocks that went off are stopped: whoever is still exposed afterwards starts
    /// a new spell.
    template <class KeyOf>
    std::vector<std::uint32_t> take_due(std::size_t risk, int month, KeyOf key_of) {
        now_[risk] = month + 1;
        std::vector<std::uint32_t> due = collect(risk, month);
        std::vector<std::pair<decltype(key_of(0U)), std::uint32_t>> keyed;
        keyed.reserve(due.size());
        for (const std::uint32_t entity : due) {
            keyed.emplace_back(key_of(entity), entity);
        }
        std::sort(keyed.begin(), keyed.end());
        std::transform(keyed.begin(), keyed.end(), due.begin(), [](const auto& one) { return one.second; });
        return due;
    }

private:
    struct Clock {
        float level = -1.0F;  ///< left at `since`; negative: not running
        std::int16_t since = 0;
        std::int16_t due = static_cast<std::int16_t>(not_due);
        std::uint16_t spell = 0;
    };
    Clock& at(std::size_t risk, std::uint32_t entity) { return clocks_[entity * risks_ + risk]; }
    const Clock& at(std::size_t risk, std::uint32_t entity) const { return clocks_[entity * risks_ + risk]; }
    void put(std::size_t risk, std::uint32_t entity, int month);
    std::vector<std::uint32_t> collect(std::size_t risk, int month);

    int horizon_ = 0;
    std::size_t risks_ = 1;
    std::vector<int> now_;       ///< by risk: first month not yet used up
    std::vector<Clock> clocks_;  ///< those of an entity side by side: what happens to it touches most of them
    std::vector<std::vector<std::uint32_t>> calendar_;  ///< by risk and month; may hold outdated entries

public:
    static constexpr std::size_t bytes_each = sizeof(Clock);
};

}  // namespace releve

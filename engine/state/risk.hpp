#pragma once
#include "engine/base/vocabulary.hpp"
#include "engine/state/clocks.hpp"

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

namespace releve {

struct State;
/// What the model fixed before the run (rates, laws, parameters). This floor only hands it through.
struct Setting;

/// What a hazard may look at.
struct RiskContext {
    const State& state;
    const Setting& setting;
    std::span<const double> parameters;  ///< of the process, in the order of its record
    std::span<const double> prepared;    ///< what the process computed beforehand
};

enum class RiskOf : std::uint8_t { person, cell };
/// When a new clock is drawn: once a life, at each change of post, at each change of status.
enum class SpellOf : std::uint8_t { life, post, status };

/// Set of statuses.
struct Statuses {
    std::uint16_t bits = 0;
    constexpr Statuses() = default;
    constexpr Statuses(std::initializer_list<Status> statuses) {
        for (const Status status : statuses) {
            bits = static_cast<std::uint16_t>(bits | 1U << static_cast<unsigned>(status));
        }
    }
    constexpr bool has(Status status) const { return ((bits >> static_cast<unsigned>(status)) & 1U) != 0; }
};

/// A risk that a process takes on: who is exposed, and the hazard ahead.
struct Risk {
    RiskOf of = RiskOf::person;
    SpellOf spell = SpellOf::life;
    Statuses statuses;  ///< of the persons exposed; not used for cells
    /// Narrows the exposed further; null: all of those statuses.
    bool (*among)(const RiskContext&, std::uint32_t entity) = nullptr;
    Hazard (*hazard)(const RiskContext&, std::uint32_t entity, int month) = nullptr;
    /// The hazard of a life-long spell differs by status: what is left of the clock is carried over a change of status.
    bool varies_with_status = false;
};

/// A risk bound to the parameters of one run.
struct BoundRisk {
    std::string_view process;
    Risk risk;
    Purpose purpose;
    std::span<const double> parameters;
    std::span<const double> prepared;
    std::size_t clock = 0;  ///< its place among the clocks of a person or of a cell; set when the clocks are started
};

}  // namespace releve

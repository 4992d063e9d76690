#pragma once
#include "engine/base/parameter.hpp"
#include "engine/model/demography/retirement.hpp"
#include "engine/model/intervention.hpp"

#include <vector>

/// Who takes part in an action: what the actions have in common, and the settings that go with it.
namespace releve {

/// Whether somebody has taken up an action `since_start` months after its start: each has their own place on a straight
/// adoption curve that reaches `take_up` after `ramp` months. Never goes back.
bool has_adopted(const InterventionStep& at, DrawKey who, double take_up, double ramp_months);
/// The same for an establishment that is open and to which the action is offered.
bool has_adopted(const InterventionStep& at, EstablishmentId establishment, double take_up, double ramp_months);

/// The same for what establishments do together: those used to cooperating take part more readily.
bool joins_others(const InterventionStep& at, EstablishmentId establishment, double take_up, double ramp_months);

/// Whether a case would have happened without the action: it costs, and changes nothing.
bool is_windfall(const InterventionStep& at, DrawKey who, double deadweight);

/// How many more may begin: units at the same time, at most, less those present; none once the action is over.
std::int64_t places_left(const InterventionStep& at, double capacity, std::size_t present);

/// Those enrolled by this action (not as tutors), in the order of their keys.
std::vector<PersonId> enrolled_by(const InterventionStep& at);
/// Ends the enrolments whose time is over.
void complete_finished(const InterventionStep& at, const std::vector<PersonId>& enrolled, Proposals& proposals);

/// Establishments that this action supports, in the order of their keys.
std::vector<EstablishmentId> supported_by(const InterventionStep& at);
/// Ends the supports whose time is over, and those of closed establishments. How many go on.
std::size_t withdraw_finished(const InterventionStep& at, Proposals& proposals);
/// Establishments among `wanted` that do not have the action's support yet, in an order drawn once for each.
std::vector<EstablishmentId> in_drawn_order(const InterventionStep& at, std::vector<EstablishmentId> wanted);

/// Vacancies that somebody else has not been promised, in the order of their keys, open for so many months or more.
std::vector<PostId> open_vacancies(const InterventionStep& at, double least_months);
/// Cells of an establishment.
std::pair<CellId, CellId> cells_of(const State& state, EstablishmentId establishment);
/// Employees of establishments that take part who are known to retire within so many months, in the order in which that
/// becomes known: the last to leave first, then by key.
std::vector<PersonId> about_to_retire(const InterventionStep& at, double take_up, double ramp_months, double within);

/// Settings that many actions have.
constexpr Parameter capacity_setting(std::string_view name, double value, Label meaning) {
    return {.name = name, .value = value, .unit = "1", .most = 5000, .meaning = meaning, .source = "a decision"};
}
constexpr Parameter take_up_setting(double value, Label meaning, std::string_view source) {
    return {
        .name = "take_up", .value = value, .unit = "1", .most = 1, .meaning = meaning, .source = source, .guess = true};
}
constexpr Parameter ramp_setting(double value) {
    return {.name = "ramp",
            .value = value,
            .unit = "month",
            .most = 60,
            .meaning = {"time the adoption takes to reach that share", "durée pour atteindre cette part"},
            .source = "guess (6 to 36)",
            .guess = true};
}
constexpr Parameter deadweight_setting(double value, Label meaning, std::string_view source) {
    return {.name = "deadweight",
            .value = value,
            .unit = "1",
            .most = 1,
            .meaning = meaning,
            .source = source,
            .guess = true};
}
constexpr Parameter duration_setting(double value, double least, double most, Label meaning, std::string_view source,
                                     bool guess = true) {
    return {.name = "duration",
            .value = value,
            .unit = "month",
            .least = least,
            .most = most,
            .meaning = meaning,
            .source = source,
            .guess = guess};
}

}  // namespace releve

#pragma once
#include "engine/base/error.hpp"
#include "engine/base/parameter.hpp"
#include "engine/inputs/scenario.hpp"
#include "engine/model/intervention.hpp"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace releve {

/// How long an action takes to bear: short up to 1 year, medium 1 to 3, long 3 to 5.
enum class Horizon : std::uint8_t { short_term, medium_term, long_term };
inline constexpr std::array<Word, 3> horizon_words{{
    {"short", {"short term (up to 1 year)", "court terme (jusqu'à 1 an)"}},
    {"medium", {"medium term (1 to 3 years)", "moyen terme (1 à 3 ans)"}},
    {"long", {"long term (3 to 5 years)", "long terme (3 à 5 ans)"}},
}};

/// Something the people in charge can decide, told once.
struct Action {
    std::string_view name;
    Label label;
    Label meaning;
    Label eligibility;
    std::string_view evidence;  ///< published effect or windfall behind the defaults
    Horizon horizon{};
    std::string_view indicator;  ///< output by which it is judged
    double target = 0;      ///< change of the indicator against the baseline when the action ends, as a share of it
    Label owner;            ///< who usually leads it
    int review_after = 12;  ///< [months] after its start
    std::span<const Parameter> parameters;
    std::string_view capacity;                      ///< parameter: units at the same time, at most
    std::string_view stay = {};                     ///< parameter: how long one lasts; none: a month
    std::span<const std::string_view> tables = {};  ///< of the pack; without one of them nobody can take it up
    bool wide_reach = false;                        ///< it lets people look for work further away
    std::span<const std::string_view> axes = {};    ///< of the audit, on which it acts: codes in audit_axes
    bool of_people = false;    ///< people take it up, not establishments: it cannot be kept to some of these
    bool of_partners = false;  ///< establishments take it up together: alone, one gets nothing from it
    Changes changes;
    void (*step)(const InterventionStep&, Proposals&) = nullptr;
};

std::span<const Action* const> all_actions();
/// Null if the catalogue has none of this name.
const Action* find_action(std::string_view name);

/// Value of the setting of that name among those of an action; nothing if it has none.
std::optional<double> setting_of(const Action& action, std::string_view name, std::span<const double> settings);

/// Binds the actions of a scenario: settings checked against the records, dates against the run. What is wrong goes to
/// `problems`.
std::vector<Intervention> bind_actions(const Scenario& scenario, const Pack& pack, int horizon, Problems& problems);

}  // namespace releve

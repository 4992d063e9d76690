#pragma once
#include "scenarios/actions/action.hpp"
#include "scenarios/audit/systemic/establishments.hpp"

/// From what is weak to what would change it.
namespace releve::audit {

inline constexpr int weak_point_to = 2;           ///< scores that are weak points
inline constexpr std::size_t levers_of_each = 2;  ///< axes looked at behind a weak point, those that pull the most

/// An axis behind a weak point.
struct LeverOf {
    std::uint32_t axis = 0;
    double pull = 0;  ///< see pull()
    int score = -1;   ///< of the axis; -1: not scored
};

/// An action that bears on a weak point.
struct Candidate {
    const Action* action = nullptr;
    bool direct = false;                 ///< it acts on the weak axis itself
    std::vector<std::uint32_t> through;  ///< levers of the weak point on which it acts
};

struct WeakPoint {
    std::uint32_t establishment = 0;
    std::uint32_t axis = 0;
    int score = 0;
    const AuditRow* audit = nullptr;    ///< what was said of it; points into the pack
    Quadrant quadrant{};                ///< of the axis in the system of the establishment
    std::vector<LeverOf> levers;        ///< the strongest first; only axes that can still be improved
    std::vector<Candidate> candidates;  ///< direct ones first, each in the order of the catalogue
};

/// By establishment in the order of the pack; within one the lowest score first, then the axis of most influence in its system.
std::vector<WeakPoint> weak_points_of(const Pack& pack, const TerritorySystem& system);

/// Whether an action acts upon an axis.
bool acts_on(const Action& action, std::string_view axis);

}  // namespace releve::audit

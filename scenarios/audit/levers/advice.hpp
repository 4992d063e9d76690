#pragma once
#include "scenarios/audit/levers/gains.hpp"
#include "scenarios/audit/levers/weak_points.hpp"

/// Weak point -> lever -> actions ranked by gain, for each establishment, and what several could do together.
namespace releve::audit {

struct RankedAction {
    const Action* action = nullptr;
    bool direct = false;
    std::vector<std::uint32_t> through;         ///< levers of the weak point on which it acts
    const EstablishmentGains* gains = nullptr;  ///< null: not simulated
    bool targeted = true;
};

struct AdvisedPoint {
    WeakPoint point;
    /// By overall gain after shrinking, the greatest first; those not simulated last. A gain that chance hides stays in its
    /// place: see Gain::clear.
    std::vector<RankedAction> actions;
};

struct EstablishmentAdvice {
    std::uint32_t establishment = 0;
    std::vector<AdvisedPoint> points;
    std::vector<RankedAction> best;  ///< of all its weak points, each action once, by gain
};

/// What brings two establishments together.
struct Tie {
    std::uint32_t a = 0, b = 0;
    bool linked = false, sector = false, zone = false;
};

/// An action that several establishments would take up for the same lever.
struct CollectiveAction {
    const Action* action = nullptr;
    std::uint32_t axis = 0;  ///< weak in each of them, and acted upon
    std::vector<std::uint32_t> establishments;
    std::vector<Tie> ties;  ///< between them: links, sector, zone
    double gain = 0;        ///< overall, summed after shrinking
    double error = 0;
    double probability = 0;  ///< that the summed gain is above 0
    double cost = 0;         ///< [EUR] summed
};

struct Advice {
    std::vector<EstablishmentAdvice> establishments;  ///< in the order of the pack
    std::vector<CollectiveAction> collective;  ///< by summed gain, the greatest first; two establishments at least
};

/// `gains` may be empty (nothing simulated): then actions come in the order of the catalogue. Points into `gains`.
Advice advise(const Pack& pack, const TerritorySystem& system, const Gains& gains);

}  // namespace releve::audit

#pragma once
#include "engine/inputs/pack.hpp"
#include "engine/model/holders.hpp"
#include "engine/state/state.hpp"

#include <cstddef>
#include <vector>

/// The audits crossed with the figures: where they disagree.
namespace releve::audit {

/// What the first state and the tables tell of one audited establishment. Ages and tenures of people whom no survey knows
/// are drawn, so that each replicate has figures of its own; none of these figures is shaped by the audit itself.
struct Figures {
    std::uint32_t establishment = 0;
    double workers = 0;   ///< people in post
    double under_30 = 0;  ///< of these
    double from_55 = 0;
    double recent = 0;              ///< hired less than `recent_months` before
    double recent_expected = 0;     ///< as many as people of these occupations have in the whole territory
    double asked = 0;               ///< competences that its posts ask
    double single = 0, unheld = 0;  ///< of these: held by one person alone, by nobody
    int owner_age = 0;              ///< [years]; 0: not owner-run
    double links = 0;               ///< establishments it works with
    double planned = 0;             ///< people it expects to recruit, where it said whether that is difficult
    double planned_difficult = 0;   ///< of these
    bool surveyed = false;          ///< most of its people are known, not drawn
};

/// People of an establishment whom a survey tells.
int people_told(const Pack& pack, std::uint32_t establishment);

inline constexpr int recent_months = 24;

/// Of every audited establishment (those with a line in `audits`), in the order of the pack. `holdings`: of that state.
std::vector<Figures> figures_of(const Pack& pack, const State& first, const std::vector<Holding>& holdings);

}  // namespace releve::audit

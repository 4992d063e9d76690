#pragma once
#include "engine/model/intervention.hpp"

#include <vector>

/// The establishments that a pack links with each other (table links).
namespace releve {

/// Partners of an establishment by links of one kind, or of any; open ones only, in the order of the table. Only those there
/// at the start have links.
std::vector<EstablishmentId> partners_of(const InterventionStep& at, EstablishmentId establishment, LinkKind kind);
std::vector<EstablishmentId> partners_of(const InterventionStep& at, EstablishmentId establishment);
/// Vacancies of an establishment that are promised to nobody and no owner's post, in the order of their keys.
std::vector<PostId> vacancies_of(const State& state, EstablishmentId establishment);

}  // namespace releve

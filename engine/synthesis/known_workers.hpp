#pragma once
#include "engine/inputs/known_ages.hpp"
#include "engine/state/state.hpp"
#include "engine/synthesis/population.hpp"

#include <vector>

namespace releve {

/// One of the people of the table `workers`, and a post of the establishment and occupation told.
struct KnownWorker {
    PostId post;
    const WorkerRow* told = nullptr;
    std::uint8_t age_band = 0;  ///< position in pack.age_bands
    Sex sex{};
};

/// Those of each occupation. Their order, and who gets which post, follow from what lines say, not from where they stand.
std::vector<std::vector<KnownWorker>> known_workers(const Pack& pack, const State& state);

/// Ages that a line leaves possible [months]; an apprentice's stay below `apprentice_age` [years] where they can.
AgeSpan worker_ages(const WorkerRow& told, Month start, double apprentice_age);
/// Those of a band among them. Where unknown years reach into the open last band, its first years alone.
AgeSpan ages_within(AgeSpan ages, const AgeBand& band);

/// Gives each of `known`, of one occupation, an age band and a sex that its line allows, and takes a person of that kind
/// out of `others`, whom the margins tell for the occupation. Those whose line leaves no choice come first. The others'
/// kind is drawn with the numbers that are left for weights, in proportion to the months of the band that the line covers. Who
/// finds nobody of the kind takes the nearest by age, then sex. Returns the number of these: half of the sum over ages and
/// sexes by which the occupation departs from its margins. `others` is left as it is where it would be left empty.
std::uint32_t choose_kinds(const Pack& pack, const State& state, Luck luck, double apprentice_age,
                           std::vector<KnownWorker>& known, std::vector<Individual>& others);

}  // namespace releve

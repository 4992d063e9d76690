#include "scenarios/audit/levers/volumes.hpp"

namespace releve::audit {

namespace {

/// Where somebody is accompanied: as the action says, else where this person works.
EstablishmentId place_of(const State& state, PersonId person) {
    const EstablishmentId named = state.programme_of(person).establishment;
    if (!named.none() || state.persons[person].post.none()) {
        return named;
    }
    return state.establishment_of(person);
}

}  // namespace

void add_month(const State& state, std::uint8_t action, PlacedVolumes& volumes) {
    const auto add = [&](EstablishmentId place, VolumeOf what, float units) {
        const bool is_placed = !place.none() && place.value < volumes.placed.size();
        (is_placed ? volumes.placed[place.value] : volumes.unplaced)[static_cast<std::size_t>(what)] += units;
    };
    for (const Event& event : state.events) {
        if (event.detail != action) {
            continue;
        }
        switch (event.kind) {
            case EventKind::enrolment: add(place_of(state, event.person), VolumeOf::start, 1); break;
            case EventKind::support: add(event.establishment, VolumeOf::establishment, 1); break;
            case EventKind::units: add({}, static_cast<VolumeOf>(event.months), event.know_how); break;
            default: break;
        }
    }
    for (const Programme& programme : state.programmes) {
        if (programme.action == action && !programme.is_tutor) {
            add(place_of(state, programme.person), VolumeOf::month, 1);
        }
    }
    for (const Support& support : state.supports) {
        if (support.action == action) {
            add(support.establishment, VolumeOf::month, 1);
        }
    }
    add({}, VolumeOf::running_month, 1);
}

Volume volume_of(const std::vector<PlacedVolumes>& replicates, std::uint32_t establishment, double share_of_posts,
                 double scale) {
    Volume mean{};
    for (std::size_t what = 0; what < mean.size(); ++what) {
        double sum = 0;
        for (const PlacedVolumes& one : replicates) {
            sum += static_cast<double>(one.placed[establishment][what]) +
                   share_of_posts * static_cast<double>(one.unplaced[what]);
        }
        const bool running = what == static_cast<std::size_t>(VolumeOf::running_month);
        mean[what] = static_cast<float>(sum / static_cast<double>(replicates.size()) * (running ? 1.0 : scale));
    }
    return mean;
}

}  // namespace releve::audit

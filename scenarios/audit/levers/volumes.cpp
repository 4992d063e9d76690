#include "scenarios/audit/levers/volumes.hpp"

#include <algorithm>

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

/// Establishments where a successor is looked for ahead of a departure.
void mark_relieved(const State& state, std::uint8_t action, std::vector<std::uint8_t>& took_part) {
    for (std::uint32_t i = 0; i < state.cells.size(); ++i) {
        const std::vector<PostId>& posts = state.cells.list[CellId{i}];
        const EstablishmentId place = state.cells.establishment[CellId{i}];
        if (state.cells.overlap[CellId{i}] > 0 && place.value < took_part.size() &&
            std::any_of(posts.begin(), posts.end(),
                        [&](PostId post) { return state.posts[post].relieved == action; })) {
            took_part[place.value] = 1;
        }
    }
}

}  // namespace

void add_month(const State& state, std::uint8_t action, PlacedVolumes& volumes) {
    const auto add = [&](EstablishmentId place, VolumeOf what, float units) {
        const bool is_placed = !place.none() && place.value < volumes.placed.size();
        if (is_placed) {
            volumes.took_part[place.value] = 1;
        }
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
    mark_relieved(state, action, volumes.took_part);
}

std::optional<double> taking_part(const std::vector<PlacedVolumes>& replicates, std::uint32_t establishment) {
    double runs = 0;
    bool shows = false;
    for (const PlacedVolumes& one : replicates) {
        runs += one.took_part[establishment];
        shows = shows || std::count(one.took_part.begin(), one.took_part.end(), 1) > 0;
    }
    return shows ? std::optional(runs / static_cast<double>(replicates.size())) : std::nullopt;
}

Volume volume_of(const std::vector<PlacedVolumes>& replicates, std::uint32_t establishment, double share_of_unplaced,
                 double scale) {
    Volume mean{};
    for (std::size_t what = 0; what < mean.size(); ++what) {
        double sum = 0;
        for (const PlacedVolumes& one : replicates) {
            sum += static_cast<double>(one.placed[establishment][what]) +
                   share_of_unplaced * static_cast<double>(one.unplaced[what]);
        }
        const bool running = what == static_cast<std::size_t>(VolumeOf::running_month);
        mean[what] = static_cast<float>(sum / static_cast<double>(replicates.size()) * (running ? 1.0 : scale));
    }
    return mean;
}

}  // namespace releve::audit

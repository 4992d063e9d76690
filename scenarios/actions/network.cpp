#include "scenarios/actions/network.hpp"

#include "scenarios/actions/taking_part.hpp"

#include <algorithm>
#include <optional>

namespace releve {

namespace {

std::vector<EstablishmentId> find_partners(const InterventionStep& at, EstablishmentId establishment,
                                           std::optional<LinkKind> kind) {
    std::vector<EstablishmentId> partners;
    for (const Link& link : at.setting.pack.links) {
        const bool from = link.establishment == establishment.value;
        if ((from || link.partner == establishment.value) && (!kind || link.kind == *kind)) {
            const EstablishmentId other{from ? link.partner : link.establishment};
            if (at.state.establishments.closed[other] == 0) {
                partners.push_back(other);
            }
        }
    }
    return partners;
}

}  // namespace

std::vector<EstablishmentId> partners_of(const InterventionStep& at, EstablishmentId establishment, LinkKind kind) {
    return find_partners(at, establishment, kind);
}

std::vector<EstablishmentId> partners_of(const InterventionStep& at, EstablishmentId establishment) {
    return find_partners(at, establishment, std::nullopt);
}

std::vector<PostId> vacancies_of(const State& state, EstablishmentId establishment) {
    std::vector<PostId> open;
    const auto [first, end] = cells_of(state, establishment);
    for (std::uint32_t i = first.value; i < end.value; ++i) {
        for (const PostId post : state.cells.list[CellId{i}]) {
            const Post& one = state.posts[post];
            if (one.is_vacancy() && one.reserved == 0 && one.owner_post == 0) {
                open.push_back(post);
            }
        }
    }
    std::sort(open.begin(), open.end(), [&](PostId a, PostId b) { return state.posts[a].key < state.posts[b].key; });
    return open;
}

}  // namespace releve

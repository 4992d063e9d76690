#include "engine/model/labour/demand_sharing.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace releve {

namespace {

constexpr Purpose of_sharing = purpose("demand.sharing");
constexpr int months_to_share_out = 3;  // looking for the heirs visits every cell

/// The cells that want posts in the sectors and occupations of `freed` that have a whole post to share out.
std::vector<std::vector<CellId>> heirs_of(const State& state, std::span<const FreedDemand> freed,
                                          std::size_t occupations) {
    std::vector<std::vector<CellId>> heirs(freed.size());
    std::vector<std::uint32_t> place;  // by sector and occupation: 1 + position in `freed`
    std::vector<char> concerned(occupations, 0);
    for (std::size_t i = 0; i < freed.size(); ++i) {
        if (std::abs(freed[i].posts) >= 1) {
            const std::size_t group = freed[i].sector * occupations + freed[i].occupation;
            place.resize(std::max(place.size(), group + 1), 0);
            place[group] = static_cast<std::uint32_t>(i + 1);
            concerned[freed[i].occupation] = 1;
        }
    }
    for (std::uint32_t i = 0; i < state.cells.size() && !place.empty(); ++i) {
        const CellId cell{i};
        if (concerned[state.cells.occupation[cell]] == 0) {
            continue;
        }
        const std::size_t sector = state.establishments.sector[state.cells.establishment[cell]];
        const std::size_t group = sector * occupations + state.cells.occupation[cell];
        if (group < place.size() && place[group] > 0 && state.cells.posts_at_start[cell] > 0) {
            heirs[place[group] - 1].push_back(cell);
        }
    }
    return heirs;
}

}  // namespace

void share_out(const Step& at, Proposals& proposals) {
    if (at.state.month % months_to_share_out != 0) {
        return;
    }
    const auto heirs = heirs_of(at.state, at.state.freed, at.setting.pack.occupations.size());
    for (std::size_t i = 0; i < heirs.size(); ++i) {
        if (heirs[i].empty()) {
            continue;
        }
        const FreedDemand& freed = at.state.freed[i];
        std::vector<double> wanted;
        for (const CellId cell : heirs[i]) {
            wanted.push_back(double{at.state.cells.posts_at_start[cell]});
        }
        Draws draws = at.state.luck.draws({freed.occupation, freed.sector}, of_sharing,
                                          static_cast<std::uint32_t>(at.state.month));
        double left = std::accumulate(wanted.begin(), wanted.end(), 0.0);
        for (int n = static_cast<int>(std::abs(freed.posts)); n > 0 && left > 0; --n) {
            const std::size_t heir = draws.weighted(wanted);
            const double amount = freed.posts > 0 ? 1.0 : -std::min(1.0, wanted[heir]);
            proposals.shift_target(heirs[i][heir], static_cast<float>(amount));
            wanted[heir] += amount;
            left += amount;
        }
    }
}

}  // namespace releve

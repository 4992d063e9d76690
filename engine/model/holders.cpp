#include "engine/model/holders.hpp"

namespace releve {

Holders holders_of(const State& state, const Pack& pack) {
    const std::size_t competences = pack.competences.size();
    Holders holders{std::vector<std::uint16_t>(state.establishments.size() * competences, 0),
                    std::vector<std::uint16_t>(state.establishments.size() * competences, 0)};
    for (std::uint32_t i = 0; i < state.cells.size(); ++i) {
        const CellId cell{i};
        if (state.cells.posts[cell] == 0) {
            continue;
        }
        std::uint16_t experts = 0;
        for (const PostId post : state.cells.list[cell]) {
            const PersonId holder = state.posts[post].holder;
            experts = static_cast<std::uint16_t>(
                experts + (!holder.none() && mastery_now(state, holder) >= holder_mastery ? 1 : 0));
        }
        const std::size_t row = state.cells.establishment[cell].value * competences;
        for (const OccupationCompetence& asked : pack.profiles[state.cells.occupation[cell]]) {
            if (asked.level >= asked_level) {
                const std::size_t at = row + asked.competence;
                holders.asked[at] = static_cast<std::uint16_t>(holders.asked[at] + state.cells.posts[cell]);
                holders.held[at] = static_cast<std::uint16_t>(holders.held[at] + experts);
            }
        }
    }
    return holders;
}

void count_establishments(const Holders& holders, std::uint16_t held, std::span<double> competences) {
    for (std::size_t row = 0; row < holders.asked.size(); row += competences.size()) {
        for (std::size_t c = 0; c < competences.size(); ++c) {
            competences[c] += holders.asked[row + c] > 0 && holders.held[row + c] == held ? 1 : 0;
        }
    }
}

}  // namespace releve

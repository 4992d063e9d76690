#include "engine/model/outputs/competence_balance.hpp"

#include <algorithm>

namespace releve {

CompetenceBalance competence_balance(const Observation& at) {
    const State& state = at.state;
    const Pack& pack = at.setting.pack;
    std::vector<double> posts(pack.occupations.size(), 0.0);
    std::vector<double> mastery(pack.occupations.size(), 0.0);
    for (std::uint32_t i = 0; i < state.cells.size(); ++i) {
        const CellId cell{i};
        posts[state.cells.occupation[cell]] += state.cells.posts[cell];
        mastery[state.cells.occupation[cell]] += at.mastery_by_cell[i];
    }
    CompetenceBalance balance{std::vector<double>(pack.competences.size(), 0.0),
                              std::vector<double>(pack.competences.size(), 0.0)};
    for (std::size_t occupation = 0; occupation < posts.size(); ++occupation) {
        for (const OccupationCompetence& row : pack.profiles[occupation]) {
            balance.required[row.competence] += posts[occupation] * row.level;
            balance.available[row.competence] += mastery[occupation] * row.level;
        }
    }
    return balance;
}

void competence_shortages(const Observation& at, std::span<double> shortage) {
    const State& state = at.state;
    const Pack& pack = at.setting.pack;
    std::vector<double> missing(pack.competences.size(), 0.0);
    for (std::uint32_t e = 0; e < state.establishments.size(); ++e) {
        const EstablishmentId establishment{e};
        const std::uint32_t first = state.establishments.first_cell[establishment];
        for (std::uint32_t i = first; i < first + state.establishments.cells[establishment]; ++i) {
            const CellId cell{i};
            if (state.cells.posts[cell] == 0) {
                continue;
            }
            const double lacking = state.cells.posts[cell] - at.mastery_by_cell[i];
            for (const OccupationCompetence& row : pack.profiles[state.cells.occupation[cell]]) {
                missing[row.competence] += lacking * row.level;
            }
        }
        for (std::size_t competence = 0; competence < missing.size(); ++competence) {
            shortage[competence] += std::max(0.0, missing[competence]);
            missing[competence] = 0;
        }
    }
}

}  // namespace releve

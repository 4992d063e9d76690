#include "engine/model/labour/suitability.hpp"

#include <algorithm>
#include <cmath>

namespace releve {

namespace {

double product(const std::vector<OccupationCompetence>& a, const std::vector<double>& dense) {
    double sum = 0;
    for (const OccupationCompetence& row : a) {
        sum += row.level * dense[row.competence];
    }
    return sum;
}

std::vector<double> to_dense(const std::vector<OccupationCompetence>& sparse, std::size_t competences) {
    std::vector<double> dense(competences, 0.0);
    for (const OccupationCompetence& row : sparse) {
        dense[row.competence] = row.level;
    }
    return dense;
}

}  // namespace

double occupation_proximity(const Pack& pack, std::size_t from, std::size_t to) {
    const std::vector<double> dense_from = to_dense(pack.profiles[from], pack.competences.size());
    const std::vector<double> dense_to = to_dense(pack.profiles[to], pack.competences.size());
    const double norm = std::sqrt(product(pack.profiles[from], dense_from) * product(pack.profiles[to], dense_to));
    const double cosine = norm > 0 ? product(pack.profiles[from], dense_to) / norm : 0.0;
    return from == to ? 1.0 : std::min(1.0, cosine);
}

std::vector<double> occupation_proximity(const Pack& pack) {
    const std::size_t occupations = pack.occupations.size();
    std::vector<double> proximity(occupations * occupations, 0.0);
    std::vector<double> norms;
    for (const auto& profile : pack.profiles) {
        norms.push_back(std::sqrt(product(profile, to_dense(profile, pack.competences.size()))));
    }
    for (std::size_t to = 0; to < occupations; ++to) {
        const std::vector<double> dense = to_dense(pack.profiles[to], pack.competences.size());
        for (std::size_t from = 0; from < occupations; ++from) {
            const double norm = norms[from] * norms[to];
            const double cosine = norm > 0 ? product(pack.profiles[from], dense) / norm : 0.0;
            proximity[from * occupations + to] = from == to ? 1.0 : std::min(1.0, cosine);
        }
    }
    return proximity;
}

Abilities abilities_of(const State& state, PersonId person) {
    return {state.persons[person].occupation, state.persons[person].second_occupation, mastery_now(state, person),
            second_mastery_now(state, person)};
}

}  // namespace releve

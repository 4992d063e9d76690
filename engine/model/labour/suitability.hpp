#pragma once
#include "engine/model/process.hpp"

namespace releve {

/// How near two occupations are: cosine of their competence profiles, in [0, 1]; 1 on the diagonal.
/// Flattened from * occupations + to.
std::vector<double> occupation_proximity(const Pack& pack);

/// The same for one pair of occupations.
double occupation_proximity(const Pack& pack, std::size_t from, std::size_t to);

/// What one person can do now, brought up to date once.
struct Abilities {
    std::uint16_t occupation = 0, second_occupation = 0;
    float mastery = 0, second_mastery = 0;
};
Abilities abilities_of(const State& state, PersonId person);

/// Mastery those abilities bring to an occupation: of the own or the second one as it is; of another, the own mastery
/// times the proximity of the own occupation to it.
inline float mastery_for(const Abilities& can, double proximity, std::uint16_t occupation) {
    if (occupation == can.occupation) {
        return can.mastery;
    }
    const float carried = can.mastery * static_cast<float>(proximity);
    return occupation == can.second_occupation && can.second_mastery > carried ? can.second_mastery : carried;
}
/// The same, with the proximities of all occupations.
inline float mastery_for(const Abilities& can, std::span<const double> proximity, std::size_t occupations,
                         std::uint16_t occupation) {
    return mastery_for(can, proximity[can.occupation * occupations + occupation], occupation);
}

}  // namespace releve

#include "scenarios/actions/openings.hpp"

#include "engine/inputs/space.hpp"
#include "scenarios/actions/taking_part.hpp"

#include <algorithm>

namespace releve {

namespace {
constexpr std::uint32_t of_vacancy = 0xB0;  // number of a draw, as in taking_part.cpp
}

std::vector<PostId> adopters_vacancies(const InterventionStep& at, double least_months, double take_up,
                                       double ramp_months) {
    std::vector<PostId> vacancies = open_vacancies(at, least_months);
    std::erase_if(vacancies, [&](PostId one) {
        const Post& post = at.state.posts[one];
        return post.owner_post != 0 || !has_adopted(at, at.state.cells.establishment[post.cell], take_up, ramp_months);
    });
    const auto order = [&](PostId one) {
        return std::pair(at.draws(at.state.posts[one].key, of_vacancy)(), at.state.posts[one].key);
    };
    std::sort(vacancies.begin(), vacancies.end(), [&](PostId a, PostId b) { return order(a) < order(b); });
    return vacancies;
}

std::vector<Candidate> free_seekers(const InterventionStep& at, int youngest, int oldest) {
    std::vector<Candidate> seekers;
    for (const PersonId person : at.state.seekers.members()) {
        const int age = at.state.persons[person].age_years(at.state.month);
        if (at.state.inside(person) && age >= youngest && age <= oldest && at.state.programme_of(person).action == 0) {
            seekers.push_back({person, abilities_of(at.state, person)});
        }
    }
    std::sort(seekers.begin(), seekers.end(), [&](const Candidate& a, const Candidate& b) {
        return at.state.persons[a.person].key < at.state.persons[b.person].key;
    });
    return seekers;
}

Opening opening_of(const InterventionStep& at, PostId post) {
    const Pack& pack = at.setting.pack;
    const CellId cell = at.state.posts[post].cell;
    const Zone& here = pack.zones[at.state.establishments.zone[at.state.cells.establishment[cell]]];
    Opening opening{post, at.state.cells.occupation[cell], {}, {}};
    for (const Zone& zone : pack.zones) {
        opening.km.push_back(distance_km(zone, here));
    }
    for (std::size_t from = 0; from < pack.occupations.size(); ++from) {
        const bool moves = pack.mobility[from * pack.occupations.size() + opening.occupation] > 0;
        opening.proximity.push_back(moves ? occupation_proximity(pack, from, opening.occupation) : 0.0);
    }
    return opening;
}

double km_to(const InterventionStep& at, const Opening& opening, PersonId person) {
    return opening.km[at.state.persons[person].zone];
}

bool may_move(const InterventionStep& at, const Opening& opening, const Candidate& candidate) {
    const Pack& pack = at.setting.pack;
    return !is_new_to(opening, candidate) ||
           pack.mobility[candidate.can.occupation * pack.occupations.size() + opening.occupation] > 0;
}

bool is_new_to(const Opening& opening, const Candidate& candidate) {
    return candidate.can.occupation != opening.occupation && candidate.can.second_occupation != opening.occupation;
}

float brought(const Opening& opening, const Candidate& candidate) {
    return mastery_for(candidate.can, opening.proximity[candidate.can.occupation], opening.occupation);
}

std::uint32_t luck_of(const State& state, PostId vacancy) {
    const Post& post = state.posts[vacancy];
    return post.key.index * 64U + post.key.group + 7919U * post.vacancies + 0x5000000U;
}

}  // namespace releve

#include "engine/base/portable_math.hpp"
#include "engine/state/state.hpp"

namespace releve {

namespace {

bool practises(Status status) {
    return status == Status::employed || status == Status::training || status == Status::outside;
}

float towards_one(float value, double speed) { return static_cast<float>(1.0 - (1.0 - value) * portable_exp(-speed)); }

}  // namespace

float mastery_now(const State& state, PersonId person) {
    const Person& one = state.persons[person];
    const int months = state.month - one.skills_since;
    if (months <= 0) {
        return one.mastery;
    }
    if (practises(one.status)) {
        const double gain = double{state.practice.gain[one.occupation]};
        return towards_one(one.mastery, gain * state.programme_of(person).learning_boost * months);
    }
    return static_cast<float>(one.mastery * portable_exp(-double{state.practice.fading[one.occupation]} * months));
}

float second_mastery_now(const State& state, PersonId person) {
    const Person& one = state.persons[person];
    const int months = state.month - one.skills_since;
    if (one.second_mastery == 0 || months <= 0) {
        return one.second_mastery;
    }
    const double fading = double{state.practice.fading[one.second_occupation]};
    return static_cast<float>(one.second_mastery * portable_exp(-fading * months));
}

float know_how_now(const State& state, PersonId person) {
    const Person& one = state.persons[person];
    if (one.status != Status::employed) {
        return 0;
    }
    const double speed = double{state.practice.know_how_gain} * state.programme_of(person).learning_boost;
    return towards_one(one.know_how, speed * (state.month - one.skills_since));
}

std::vector<double> mastery_by_cell(const State& state) {
    std::vector<double> mastery(state.cells.size(), 0.0);
    for (std::uint32_t i = 0; i < state.cells.size(); ++i) {
        for (const PostId post : state.cells.list[CellId{i}]) {
            if (const PersonId holder = state.posts[post].holder; !holder.none()) {
                mastery[i] += double{mastery_now(state, holder)} * state.programme_of(holder).working_share;
            }
        }
    }
    return mastery;
}

}  // namespace releve

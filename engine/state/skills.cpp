#include "engine/base/portable_math.hpp"
#include "engine/state/state.hpp"

namespace releve {

namespace {

bool practises(Status status) {
    return status == Status::employed || status == Status::training || status == Status::outside;
}

float towards_one(float value, double speed) { return static_cast<float>(1.0 - (1.0 - value) * portable_exp(-speed)); }

int months_since_stored(const State& state, PersonId person) {
    return state.month - state.persons.skills_since[person];
}

}  // namespace

float mastery_now(const State& state, PersonId person) {
    const Persons& persons = state.persons;
    const int months = months_since_stored(state, person);
    const float stored = persons.mastery[person];
    if (months <= 0) {
        return stored;
    }
    const std::uint16_t occupation = persons.occupation[person];
    if (practises(persons.status[person])) {
        return towards_one(stored, double{state.practice.gain[occupation]} * persons.learning_boost[person] * months);
    }
    return static_cast<float>(stored * portable_exp(-double{state.practice.fading[occupation]} * months));
}

float second_mastery_now(const State& state, PersonId person) {
    const std::uint16_t occupation = state.persons.second_occupation[person];
    if (state.persons.second_mastery[person] == 0) {
        return 0;
    }
    const double fading = state.practice.fading[occupation];
    return static_cast<float>(state.persons.second_mastery[person] *
                              portable_exp(-fading * months_since_stored(state, person)));
}

float know_how_now(const State& state, PersonId person) {
    if (state.persons.status[person] != Status::employed) {
        return 0;
    }
    const double speed = double{state.practice.know_how_gain} * state.persons.learning_boost[person];
    return towards_one(state.persons.know_how[person], speed * months_since_stored(state, person));
}

}  // namespace releve

#include "engine/base/portable_math.hpp"
#include "engine/state/state.hpp"

namespace releve {

namespace {

bool practises(Status status) {
    return status == Status::employed || status == Status::training || status == Status::outside;
}

/// What is left of the distance to 1 after a decay.
float towards_one(float value, double decay) { return static_cast<float>(1.0 - (1.0 - value) * decay); }

}  // namespace

float mastery_now(const State& state, PersonId person) {
    const Person& one = state.persons[person];
    const int months = state.month - one.skills_since;
    if (months <= 0) {
        return one.mastery;
    }
    if (practises(one.status)) {
        const double gain = double{state.practice.gain[one.occupation]};
        return towards_one(one.mastery, portable_exp(-(gain * state.programme_of(person).learning_boost * months)));
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
    const double here = state.establishments.conduct[state.establishment_of(person)].know_how;
    const double speed = double{state.practice.know_how_gain} * here * state.programme_of(person).learning_boost;
    return towards_one(one.know_how, portable_exp(-(speed * (state.month - one.skills_since))));
}

SkillsInPost::SkillsInPost(const State& state)
    : state_(state),
      months_(static_cast<std::size_t>(state.month) + 1),
      decays_((state.practice.gain.size() + Conduct::neutral + 1) * months_, -1.0) {}

double SkillsInPost::decay(std::size_t row, double gain, std::size_t months) {
    double& known = decays_[row * months_ + months];
    if (known < 0) {
        known = portable_exp(-(gain * static_cast<double>(months)));
    }
    return known;
}

SkillsInPost::Both SkillsInPost::operator()(PersonId person) {
    const Person& one = state_.persons[person];
    const int months = state_.month - one.skills_since;
    if (one.programme != PersonId::no_value || one.status != Status::employed || months <= 0 || one.skills_since < 0) {
        return {mastery_now(state_, person), know_how_now(state_, person)};
    }
    const auto length = static_cast<std::size_t>(months);
    const PracticeRates& rates = state_.practice;
    const Conduct& conduct = state_.establishments.conduct[state_.establishment_of(person)];
    const double speed = double{rates.know_how_gain} * conduct.know_how;
    return {towards_one(one.mastery, decay(one.occupation, double{rates.gain[one.occupation]}, length)),
            towards_one(one.know_how, decay(rates.gain.size() + conduct.transmission, speed, length))};
}

}  // namespace releve

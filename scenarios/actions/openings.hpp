#pragma once
#include "engine/model/intervention.hpp"
#include "engine/model/labour/suitability.hpp"

#include <vector>

/// Vacancies that an action helps to fill, and the job seekers that it may bring to them.
namespace releve {

/// Vacancies, but for an owner's post, of establishments that have adopted the action, open for so many months or more
/// and promised to nobody, in an order drawn once for each post.
std::vector<PostId> adopters_vacancies(const InterventionStep& at, double least_months, double take_up,
                                       double ramp_months);

/// A job seeker whom nothing holds back, and what this person can do now.
struct Candidate {
    PersonId person;
    Abilities can;
};
/// Unemployed residents in no programme, of `youngest` to `oldest` years, in the order of their keys.
std::vector<Candidate> free_seekers(const InterventionStep& at, int youngest, int oldest);

/// What a vacancy means to those who might come to it.
struct Opening {
    PostId post;
    std::uint16_t occupation = 0;
    std::vector<double> km;         ///< to it, by zone, as the crow flies
    std::vector<double> proximity;  ///< to its occupation, by occupation
};
Opening opening_of(const InterventionStep& at, PostId post);
double km_to(const InterventionStep& at, const Opening& opening, PersonId person);
/// Whether people of the candidate's occupation are known to move to that of the vacancy, or it is the same.
bool may_move(const InterventionStep& at, const Opening& opening, const Candidate& candidate);
/// Whether the occupation is new to the candidate.
bool is_new_to(const Opening& opening, const Candidate& candidate);
/// Mastery of the vacancy's occupation that the candidate brings.
float brought(const Opening& opening, const Candidate& candidate);
/// 'When' of the draws of one person for this vacancy.
std::uint32_t luck_of(const State& state, PostId vacancy);

}  // namespace releve

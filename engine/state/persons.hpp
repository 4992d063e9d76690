#pragma once
#include "engine/base/draws.hpp"
#include "engine/base/hours/working_time.hpp"
#include "engine/base/id.hpp"
#include "engine/base/vocabulary.hpp"

#include <cstdint>

namespace releve {

/// Months since the start of the run; births and old hires are negative.
using MonthIndex = std::int16_t;
inline constexpr MonthIndex never = 0x7FFF;

/// How a person came into the run. With cohort and index it makes the draw key: one more hire in a scenario must not
/// renumber anybody.
enum class Origin : std::uint16_t { resident, school_cohort, in_migrant, outside_worker, successor, other };
constexpr DrawKey person_key(Origin origin, int cohort, std::uint32_t index) {
    return {index, static_cast<std::uint16_t>((static_cast<unsigned>(origin) << 12U) | static_cast<unsigned>(cohort))};
}

/// One human being, in one cache line: an event touches a person here and there, and then nearly all of this. Age and
/// tenure are never stored: they follow from birth and hired.
struct alignas(64) Person {
    DrawKey key;
    MonthIndex birth = 0;
    Sex sex = Sex::men;
    Education education = Education::none;
    Status status = Status::inactive;
    Contract contract = Contract::open_ended;
    std::uint16_t zone = 0;
    std::uint16_t occupation = 0;
    std::uint16_t second_occupation = no_second;  ///< the one practised before
    PostId post;
    MonthIndex hired = never;  ///< month of the hire; a promotion in the same establishment keeps it
    MonthIndex status_since = 0;
    MonthIndex career_start = 0;
    MonthIndex skills_since = 0;                   ///< month at which the skills below were brought up to date
    float quarters = 0;                            ///< pension quarters validated at month 0 (or on arrival)
    float mastery = 0;                             ///< of the occupation, in [0, 1]
    float second_mastery = 0;                      ///< of the second occupation, in [0, 1]
    float know_how = 0;                            ///< of the establishment, in [0, 1]
    std::uint32_t running = 0;                     ///< bit i: the clock of risk i runs
    std::uint16_t hires = 0;                       ///< posts taken since the start
    std::uint8_t extra_applications = 0;           ///< applications a month that a platform adds
    std::uint8_t credited = 0;                     ///< of the quarters: without contribution (children)
    std::int16_t missed = 0;                       ///< [1/12 quarter] what ended spells of the run have not validated
    std::uint8_t working_time = full_time;         ///< in the present post, or outside
    bool early_pension : 1 = false;                ///< has the right to leave some years before the common ages
    bool pensioned : 1 = false;                    ///< draws a pension and goes on working
    std::uint32_t programme = PersonId::no_value;  ///< place in the list of programmes; no_value: in none

    static constexpr std::uint16_t no_second = 0xFFFF;
    int age_months(int month) const { return month - birth; }
    int age_years(int month) const { return (month - birth) / 12; }
};
static_assert(sizeof(Person) == 64);

using Persons = Records<PersonId, Person>;

/// What an action is doing for a person just now.
struct Programme {
    PersonId person;
    PersonId partner;         ///< the tutor of a tutored person, and the other way round
    std::uint8_t action = 0;  ///< 0: none; else 1 + position in the scenario's list of actions
    bool is_tutor = false;
    MonthIndex until = never;
    bool wide_reach = false;        ///< looks for work further away
    float learning_boost = 1;       ///< multiplies the speed of learning
    float working_share = 1;        ///< share of the time left for production
    float retirement_share = 1;     ///< chance that a retirement that falls due is not put off
    PostId post;                    ///< kept free for the person
    DrawKey post_key;               ///< of that post: its place may go to another
    EstablishmentId establishment;  ///< where a contract is served that the action ends
};

}  // namespace releve

#pragma once
#include "engine/base/draws.hpp"
#include "engine/base/id.hpp"
#include "engine/base/vocabulary.hpp"

#include <cstdint>

namespace releve {

/// Months since the start of the run; births and old hires are negative.
using MonthIndex = std::int16_t;
inline constexpr MonthIndex never = 0x7FFF;

/// How a person came into the run. With cohort and index it makes the draw key: one more hire in a scenario must not
/// renumber anybody.
enum class Origin : std::uint16_t { resident, school_cohort, in_migrant, outside_worker, other };
constexpr DrawKey person_key(Origin origin, int cohort, std::uint32_t index) {
    return {index, static_cast<std::uint16_t>((static_cast<unsigned>(origin) << 12U) | static_cast<unsigned>(cohort))};
}

/// One human being, when arriving and when looked at as a whole.
struct Person {
    DrawKey key;
    MonthIndex birth = 0;
    Sex sex = Sex::men;
    Education education = Education::none;
    Status status = Status::inactive;
    Contract contract = Contract::open_ended;
    std::uint16_t zone = 0;
    std::uint16_t occupation = 0;
    PostId post;
    MonthIndex hired = never;  ///< month of the present post
    MonthIndex status_since = 0;
    MonthIndex career_start = 0;
    float quarters = 0;  ///< pension quarters validated at month 0 (or on arrival)
    float mastery = 0;   ///< of the occupation, as of skills_since, in [0, 1]
    float know_how = 0;  ///< of the establishment, as of skills_since, in [0, 1]
};

/// What an action is doing for a person just now.
struct Programme {
    std::uint8_t action = 0;  ///< 0: none; else 1 + position in the scenario's list of actions
    MonthIndex until = never;
    PersonId partner;  ///< the tutor of a tutored person, and the other way round
    bool is_tutor = false;
};

/// Columns of persons. Age and tenure are never stored: they follow from birth and hired.
struct Persons {
    Column<PersonId, DrawKey> key;
    Column<PersonId, MonthIndex> birth;
    Column<PersonId, Sex> sex;
    Column<PersonId, Education> education;
    Column<PersonId, Status> status;
    Column<PersonId, Contract> contract;
    Column<PersonId, std::uint16_t> zone;
    Column<PersonId, std::uint16_t> occupation;
    Column<PersonId, std::uint16_t> second_occupation;  ///< the one practised before; equal to occupation: none
    Column<PersonId, PostId> post;
    Column<PersonId, MonthIndex> hired;
    Column<PersonId, MonthIndex> status_since;
    Column<PersonId, MonthIndex> career_start;
    Column<PersonId, float> quarters;
    Column<PersonId, float> mastery;
    Column<PersonId, float> second_mastery;
    Column<PersonId, float> know_how;
    Column<PersonId, MonthIndex> skills_since;          ///< month at which the three above were brought up to date
    Column<PersonId, float> learning_boost;             ///< multiplies the speed of learning (tutoring); 1 without
    Column<PersonId, float> working_share;              ///< share of the time left for production; 1 without tutoring
    Column<PersonId, std::uint8_t> extra_applications;  ///< applications a month that a platform adds
    Column<PersonId, Programme> programme;
    Column<PersonId, std::uint16_t> hires;  ///< posts taken since the start

    std::uint32_t size() const { return static_cast<std::uint32_t>(key.size()); }
    PersonId add(const Person& person);
    int age_months(PersonId person, int month) const { return month - birth[person]; }
    int age_years(PersonId person, int month) const { return (month - birth[person]) / 12; }
};

}  // namespace releve

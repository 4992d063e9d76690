#pragma once
#include "engine/base/month.hpp"
#include "engine/state/events.hpp"
#include "engine/state/persons.hpp"
#include "engine/state/risk.hpp"
#include "engine/state/workplaces.hpp"

#include <array>
#include <vector>

namespace releve {

/// How fast people learn and forget, per month. Set once at the start of a replicate by the process `practice`.
struct PracticeRates {
    std::vector<float> gain;    ///< by occupation: mastery closes this share of its distance to 1 a month
    std::vector<float> fading;  ///< by occupation: mastery loses this share a month without practice
    float know_how_gain = 0;
};

/// Which risks (bits) concern whom, so that a change of a person touches only those that start or stop.
struct RiskMasks {
    /// By residence (1: inside), status and contract.
    std::array<std::array<std::array<std::uint32_t, contract_words.size()>, status_words.size()>, 2> exposed{};
    std::uint32_t post_spells = 0;
    std::uint32_t status_spells = 0;
    /// Hazards that change between two statuses, by status left and status taken.
    std::array<std::array<std::uint32_t, status_words.size()>, status_words.size()> varying{};
    std::uint32_t varying_with_quarters = 0;
    int varying_from = 0x7FFF;        ///< [months of age] before, none of these differs
    bool varies_with_filled = false;  ///< some hazard of cells varies with the number of filled posts
};

/// Order-free set of ids with constant-time insertion and removal.
template <class IdType>
class IdSet {
public:
    void reserve(std::size_t size) { position_.reserve(size); }
    void resize(std::uint32_t size) { position_.resize(size, IdType::no_value); }
    bool contains(IdType id) const { return position_[id.value] != IdType::no_value; }
    void insert(IdType id) {
        if (!contains(id)) {
            position_[id.value] = static_cast<std::uint32_t>(members_.size());
            members_.push_back(id);
        }
    }
    void erase(IdType id) {
        if (contains(id)) {
            const std::uint32_t hole = position_[id.value];
            members_[hole] = members_.back();
            position_[members_[hole].value] = hole;
            members_.pop_back();
            position_[id.value] = IdType::no_value;
        }
    }
    const std::vector<IdType>& members() const { return members_; }

private:
    std::vector<IdType> members_;
    std::vector<std::uint32_t> position_;
};

/// The territory in one month. Only commit() changes it.
struct State {
    Calendar calendar;
    int horizon = 0;  ///< months (steps) in the run
    int month = 0;    ///< months (steps) since the start
    Luck luck;
    std::uint32_t inside_zones = 0;  ///< zones are numbered inside first

    PersonId first_outside;  ///< those who lived outside at the start follow each other from here
    std::uint32_t outside_at_start = 0;

    Persons persons;
    Establishments establishments;
    Cells cells;
    Posts posts;
    std::vector<PostId> free_posts;  ///< places of posts that were cut, for new ones
    std::vector<FreedDemand> freed;  ///< at most one entry for a sector and occupation

    std::array<std::uint32_t, status_words.size()> residents{};  ///< of the inside zones, by status
    IdSet<PersonId> seekers;                                     ///< unemployed
    IdSet<PostId> vacancies;                                     ///< vacant posts being recruited for
    IdSet<PostId> undecided;                                     ///< vacant posts whose employer has not decided yet
    std::vector<Programme> programmes;                           ///< what actions do for people now, in no order
    std::vector<Support> supports;                               ///< and for establishments, in no order

    PracticeRates practice;
    Scores scores;
    WorkingTimes working_times;
    Clocks person_clocks;
    Clocks cell_clocks;
    Clocks establishment_clocks;
    RiskMasks masks;
    std::vector<BoundRisk> risks;  ///< at most 32: their numbers are the bits of the masks
    const Setting* setting = nullptr;
    std::vector<Event> events;  ///< of the present month

    bool inside(PersonId person) const { return persons[person].zone < inside_zones; }
    /// One that does nothing for people who are in none.
    const Programme& programme_of(PersonId person) const {
        static constexpr Programme none{};
        const std::uint32_t place = persons[person].programme;
        return place == PersonId::no_value ? none : programmes[place];
    }
    CellId cell_of(PersonId person) const { return posts[persons[person].post].cell; }
    EstablishmentId establishment_of(PersonId person) const { return cells.establishment[cell_of(person)]; }
    Month date() const { return calendar.date(month); }
    RiskContext context(const BoundRisk& risk) const { return {*this, *setting, risk.parameters, risk.prepared}; }
};

/// Twelfths of a quarter of pension insurance that the person's present status has not validated up to a month (counted
/// since the start). Inactivity validates nothing, work what it pays, the rest four quarters a year.
int missed_in_spell(const State& state, PersonId person, int month);

/// Mastery of the person's occupation now, brought forward in closed form from when it was last stored: practice
/// closes the distance to 1 (dm = gain (1 - m) dt), absence of practice lets it fade (dm = -fading m dt).
float mastery_now(const State& state, PersonId person);
/// The same for the occupation practised before (it only fades).
float second_mastery_now(const State& state, PersonId person);
/// Know-how of the present establishment now; 0 without a post.
float know_how_now(const State& state, PersonId person);

/// Both of many people in post at one date, to the same bits: what time does at ordinary speed is worked out once for an
/// occupation and a length of time.
class SkillsInPost {
public:
    struct Both {
        float mastery, know_how;
    };
    explicit SkillsInPost(const State& state);
    Both operator()(PersonId person);

private:
    double decay(std::size_t row, double gain, std::size_t months);

    const State& state_;
    std::size_t months_;  ///< lengths of time kept
    /// By occupation, then by score of transmission for know-how, and months; negative: not worked out yet.
    std::vector<double> decays_;
};

}  // namespace releve

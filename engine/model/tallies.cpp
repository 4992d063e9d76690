#include "engine/model/tallies.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace releve {

EventsByKind::EventsByKind(std::span<const Event> events) : events_(events.size()) {
    for (const Event& event : events) {
        ++first_[static_cast<std::size_t>(event.kind) + 1];
    }
    std::partial_sum(first_.begin(), first_.end(), first_.begin());
    std::array<std::uint32_t, event_kinds + 1> next = first_;
    for (const Event& event : events) {
        events_[next[static_cast<std::size_t>(event.kind)]++] = event;
    }
}

Totals totals_of(const State& state, const Pack& pack) {
    const auto sum = [](const std::vector<std::uint32_t>& numbers) {
        return static_cast<double>(std::accumulate(numbers.begin(), numbers.end(), std::uint32_t{0}));
    };
    // the month in which somebody lost the post counts as a whole: unemployed since then for month - since + 1 steps
    const auto steps = static_cast<int>(std::ceil((pack.long_term_months - 1e-6) / state.calendar.step));
    const int latest = state.month + 1 - steps;
    std::uint32_t long_term = 0;
    for (const PersonId person : state.seekers.members()) {
        const Person& one = state.persons[person];
        long_term += one.status_since <= latest && one.zone < state.inside_zones ? 1U : 0U;
    }
    return {sum(state.cells.posts.values()), sum(state.cells.filled.values()), static_cast<double>(long_term)};
}

namespace {

constexpr int last_month = 70 * 12;  // from this age on all are of the last band
/// Place in ByAgeAndSex by age in months: the two divisions of an age band are made once, not for every person.
std::array<std::uint8_t, last_month + 1> groups_by_age() {
    std::array<std::uint8_t, last_month + 1> groups{};
    for (std::size_t months = 0; months < groups.size(); ++months) {
        groups[months] = static_cast<std::uint8_t>(result_age_band(static_cast<int>(months / 12)) * sex_words.size());
    }
    return groups;
}

}  // namespace

Census census_of(const State& state) {
    const auto group_of = groups_by_age();
    // first by (lives inside, status, age band, sex), without a branch; then summed up
    constexpr std::size_t groups = result_age_bands * sex_words.size();
    std::array<std::array<Census::ByAgeAndSex, status_words.size()>, 2> count{};
    static_assert(std::tuple_size_v<Census::ByAgeAndSex> == groups);
    Census census;
    for (const Person& one : state.persons) {
        const auto months = static_cast<std::size_t>(std::clamp(one.age_months(state.month), 0, last_month));
        ++count[one.zone < state.inside_zones ? 1 : 0][static_cast<std::size_t>(one.status)]
               [group_of[months] + static_cast<std::size_t>(one.sex)];
        const std::uint32_t in_post = one.status == Status::employed ? 1U : 0U;
        census.by_contract[static_cast<std::size_t>(one.contract)] += in_post;
        census.part_time[static_cast<std::size_t>(one.sex)] += one.working_time < full_time ? in_post : 0U;
        census.working_time += one.working_time * in_post;
    }
    for (std::size_t group = 0; group < groups; ++group) {
        const auto number = [&](std::size_t inside, Status status) {
            return count[inside][static_cast<std::size_t>(status)][group];
        };
        for (std::size_t status = 0; status < status_words.size(); ++status) {
            census.residents[group] += number(1, static_cast<Status>(status));
        }
        census.residents[group] -= number(1, Status::dead) + number(1, Status::gone);
        census.working_residents[group] = number(1, Status::employed) + number(1, Status::outside);
        census.in_post[group] = number(0, Status::employed) + number(1, Status::employed);
    }
    return census;
}

}  // namespace releve

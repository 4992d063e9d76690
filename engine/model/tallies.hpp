#pragma once
#include "engine/base/text.hpp"
#include "engine/inputs/pack.hpp"
#include "engine/state/state.hpp"

#include <array>
#include <span>
#include <vector>

namespace releve {

/// Five-year age bands of results: 15-19, 20-24, ..., 65-69, 70 and over.
inline constexpr std::size_t result_age_bands = 12;
constexpr std::size_t result_age_band(int years) {
    return years < 15 ? 0 : (years >= 70 ? result_age_bands - 1 : static_cast<std::size_t>((years - 15) / 5));
}

/// Sums over the territory that several outputs need every month.
struct Totals {
    double posts = 0;                 ///< filled or vacant
    double filled = 0;                ///< people in post
    double long_term_unemployed = 0;  ///< residents, for as long as the pack calls long-term
};
Totals totals_of(const State& state, const Pack& pack);

/// The events of a month by kind, each kind in the order in which they happened.
class EventsByKind {
public:
    explicit EventsByKind(std::span<const Event> events);
    std::span<const Event> of(EventKind kind) const {
        const auto at = static_cast<std::size_t>(kind);
        return std::span(events_).subspan(first_[at], first_[at + 1] - first_[at]);
    }

private:
    std::vector<Event> events_;
    std::array<std::uint32_t, event_kinds + 1> first_{};
};

/// Persons counted in one walk, for the outputs of a year.
struct Census {
    using ByAgeAndSex = std::array<std::uint32_t, result_age_bands * sex_words.size()>;  ///< age * 2 + sex
    ByAgeAndSex residents{};                                                             ///< neither dead nor gone
    ByAgeAndSex working_residents{};                                                     ///< in post, here or outside
    ByAgeAndSex in_post{};                                                               ///< here, wherever they live
    std::array<std::uint32_t, contract_words.size()> by_contract{};                      ///< those in post
    std::array<std::uint32_t, sex_words.size()> part_time{};  ///< in post for less than full time
    std::uint64_t working_time = 0;                           ///< of all in post, in the unit of Person::working_time
};
Census census_of(const State& state);

}  // namespace releve

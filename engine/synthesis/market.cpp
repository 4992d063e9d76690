#include "engine/synthesis/market.hpp"

#include "engine/state/commit.hpp"
#include "engine/synthesis/parameters.hpp"

#include <algorithm>
#include <cmath>

namespace releve {

namespace {

constexpr Purpose of_age = purpose("synthesis.workforce_age");
constexpr Purpose of_occupation = purpose("synthesis.unemployed_occupation");
constexpr MonthIndex mid_career = -40 * 12;

/// Cuts a running sum into whole agents.
class Counter {
public:
    explicit Counter(double persons_per_agent) : scale_(persons_per_agent) {}
    int next(double persons) {
        sum_ += persons / scale_;
        const int whole = static_cast<int>(std::floor(sum_ + 0.5)) - given_;
        given_ += whole;
        return whole;
    }

private:
    double scale_;
    double sum_ = 0;
    int given_ = 0;
};

/// Makes the people of a market, one after the other.
class Workforce {
public:
    Workforce(const Pack& pack, Luck luck, State& state) : luck_(luck), state_(state) {
        for (const AgeShare& ages : pack.workforce_ages) {
            bands_.push_back(ages.band);
            sums_.push_back((sums_.empty() ? 0.0 : sums_.back()) + ages.share);
        }
    }
    DrawKey next_key() const { return person_key(Origin::resident, 0, state_.persons.size()); }
    PersonId add(std::uint32_t occupation, Status status) {
        const MonthIndex birth = draw_birth();
        return state_.persons.push_back(
            {.key = next_key(),
             .birth = birth,
             .status = status,
             .occupation = static_cast<std::uint16_t>(occupation),
             .hired = status == Status::employed ? MonthIndex{-1} : never,
             .status_since = -1,
             .career_start = static_cast<MonthIndex>(std::min(-1, birth + 20 * 12)),  // guess, that no result shows
             .mastery = 1});
    }

private:
    /// So that ages are those of the table in the last month before the start.
    MonthIndex draw_birth() const {
        if (bands_.empty()) {
            return mid_career;
        }
        Draws draws = luck_.draws(next_key(), of_age);
        const AgeBand& band = bands_[draws.weighted_by_sums(sums_)];
        const auto months = draws.below(static_cast<std::uint32_t>(12 * (band.to - band.from + 1)));
        return static_cast<MonthIndex>(-1 - 12 * band.from - static_cast<int>(months));
    }

    Luck luck_;
    State& state_;
    std::vector<AgeBand> bands_;
    std::vector<double> sums_;
};

/// As many unemployed as the table counts, each of an occupation drawn with its numbers for weights.
void draw_unemployed(const Pack& pack, Luck luck, Workforce& workforce) {
    std::vector<double> sums;
    for (const MarketRow& row : pack.market) {
        sums.push_back((sums.empty() ? 0.0 : sums.back()) + row.unemployed);
    }
    for (int n = Counter(pack.persons_per_agent).next(sums.back()); n > 0; --n) {
        const std::size_t row = luck.draws(workforce.next_key(), of_occupation).weighted_by_sums(sums);
        workforce.add(pack.market[row].occupation, Status::unemployed);
    }
}

}  // namespace

void build_market(const Pack& pack, std::span<const double> parameters, Luck luck, State& state) {
    const EstablishmentId market = add_establishment(state, 0, 0, EstablishmentKind::ordinary, 0);
    const bool drawn = parameters[static_cast<std::size_t>(SynthesisParameter::unemployed_drawn)] >= 0.5;
    Workforce workforce(pack, luck, state);
    Counter employed(pack.persons_per_agent);
    Counter unemployed(pack.persons_per_agent);
    Counter vacant(pack.persons_per_agent);
    for (const MarketRow& row : pack.market) {
        const CellId cell = add_cell(state, market, static_cast<std::uint16_t>(row.occupation), state.cells.size(),
                                     static_cast<float>(row.target / pack.persons_per_agent));
        for (int n = employed.next(row.employed); n > 0; --n) {
            const PostId post = add_post(state, cell);
            const PersonId person = workforce.add(row.occupation, Status::employed);
            state.persons[person].post = post;
            state.posts[post].holder = person;
            ++state.cells.filled[cell];
        }
        for (int n = drawn ? 0 : unemployed.next(row.unemployed); n > 0; --n) {
            workforce.add(row.occupation, Status::unemployed);
        }
        for (int n = vacant.next(row.vacancies); n > 0; --n) {
            const PostId post = add_post(state, cell);
            state.posts[post].vacated = state.posts[post].opened = -1;
            state.posts[post].reason = VacancyReason::growth;
            state.vacancies.insert(post);
        }
    }
    if (drawn) {
        draw_unemployed(pack, luck, workforce);
    }
    state.first_outside = PersonId{state.persons.size()};
}

}  // namespace releve

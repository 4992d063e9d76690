#include "engine/synthesis/market.hpp"

#include "engine/state/commit.hpp"

#include <cmath>

namespace releve {

namespace {

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

PersonId add_person(State& state, std::uint32_t occupation, Status status) {
    return state.persons.push_back({.key = person_key(Origin::resident, 0, state.persons.size()),
                                    .birth = mid_career,
                                    .status = status,
                                    .occupation = static_cast<std::uint16_t>(occupation),
                                    .hired = status == Status::employed ? MonthIndex{-1} : never,
                                    .status_since = -1,
                                    .career_start = mid_career / 2,
                                    .mastery = 1});
}

}  // namespace

void build_market(const Pack& pack, State& state) {
    const EstablishmentId market = add_establishment(state, 0, 0, EstablishmentKind::ordinary, 0);
    Counter employed(pack.persons_per_agent);
    Counter unemployed(pack.persons_per_agent);
    Counter vacant(pack.persons_per_agent);
    for (const MarketRow& row : pack.market) {
        const CellId cell = add_cell(state, market, static_cast<std::uint16_t>(row.occupation), state.cells.size(),
                                     static_cast<float>(row.target / pack.persons_per_agent));
        for (int n = employed.next(row.employed); n > 0; --n) {
            const PostId post = add_post(state, cell);
            const PersonId person = add_person(state, row.occupation, Status::employed);
            state.persons[person].post = post;
            state.posts[post].holder = person;
            ++state.cells.filled[cell];
        }
        for (int n = unemployed.next(row.unemployed); n > 0; --n) {
            add_person(state, row.occupation, Status::unemployed);
        }
        for (int n = vacant.next(row.vacancies); n > 0; --n) {
            const PostId post = add_post(state, cell);
            state.posts[post].vacated = state.posts[post].opened = -1;
            state.posts[post].reason = VacancyReason::growth;
            state.vacancies.insert(post);
        }
    }
    state.first_outside = PersonId{state.persons.size()};
}

}  // namespace releve

#include "engine/state/state.hpp"

#include <algorithm>

namespace releve {

int missed_in_spell(const State& state, PersonId person, int month) {
    const Person& one = state.persons[person];
    const int since = std::max<int>(one.status_since, 0);
    const int start = state.calendar.start.count;
    switch (one.status) {
        case Status::inactive: return 4 * std::max(0, month - since);
        case Status::employed:
        case Status::outside:
            return state.working_times.missed_twelfths(one.occupation, one.sex, one.working_time, start + since,
                                                       start + month);
        default: return 0;
    }
}

}  // namespace releve

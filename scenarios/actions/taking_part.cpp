#include "scenarios/actions/taking_part.hpp"

#include <algorithm>

namespace releve {

namespace {

// numbers of what one action draws for one entity; an action's own draws for it have others
constexpr std::uint32_t of_adoption = 0xAD;
constexpr std::uint32_t of_windfall = 0xAE;
constexpr std::uint32_t of_order = 0xAF;

template <class Item, class Key>
void sort_by_key(std::vector<Item>& items, Key key) {
    std::sort(items.begin(), items.end(), [&](Item a, Item b) { return key(a) < key(b); });
}

DrawKey key_of(const State& state, EstablishmentId establishment) {
    return {state.establishments.key[establishment], 0};
}

}  // namespace

bool has_adopted(const InterventionStep& at, DrawKey who, double take_up, double ramp_months) {
    const double place = at.draws(who, of_adoption).uniform();
    const double share = ramp_months > 0 ? std::min(1.0, (at.since_start + 1) / ramp_months) : 1.0;
    return place < take_up * share;
}

bool has_adopted(const InterventionStep& at, EstablishmentId establishment, double take_up, double ramp_months) {
    return at.state.establishments.closed[establishment] == 0 && at.is_offered(establishment) &&
           has_adopted(at, key_of(at.state, establishment), take_up, ramp_months);
}

bool joins_others(const InterventionStep& at, EstablishmentId establishment, double take_up, double ramp_months) {
    const double readiness = double{at.state.establishments.conduct[establishment].sharing};
    return has_adopted(at, establishment, take_up * readiness, ramp_months);
}

bool is_windfall(const InterventionStep& at, DrawKey who, double deadweight) {
    return at.draws(who, of_windfall).happens(deadweight);
}

std::int64_t places_left(const InterventionStep& at, double capacity, std::size_t present) {
    return at.active
               ? std::max<std::int64_t>(0, static_cast<std::int64_t>(capacity) - static_cast<std::int64_t>(present))
               : 0;
}

std::vector<PersonId> enrolled_by(const InterventionStep& at) {
    std::vector<PersonId> people;
    for (const Programme& programme : at.state.programmes) {
        if (programme.action == at.number && !programme.is_tutor) {
            people.push_back(programme.person);
        }
    }
    sort_by_key(people, [&](PersonId one) { return at.state.persons[one].key; });
    return people;
}

void complete_finished(const InterventionStep& at, const std::vector<PersonId>& enrolled, Proposals& proposals) {
    for (const PersonId person : enrolled) {
        if (at.state.programme_of(person).until <= at.state.month) {
            proposals.complete(person);
        }
    }
}

std::vector<EstablishmentId> supported_by(const InterventionStep& at) {
    std::vector<EstablishmentId> supported;
    for (const Support& support : at.state.supports) {
        if (support.action == at.number) {
            supported.push_back(support.establishment);
        }
    }
    sort_by_key(supported, [&](EstablishmentId one) { return at.state.establishments.key[one]; });
    return supported;
}

std::size_t withdraw_finished(const InterventionStep& at, Proposals& proposals) {
    std::vector<EstablishmentId> over;
    std::size_t left = 0;
    for (const Support& support : at.state.supports) {
        if (support.action != at.number) {
            continue;
        }
        if (support.until <= at.state.month || at.state.establishments.closed[support.establishment] != 0) {
            over.push_back(support.establishment);
        } else {
            ++left;
        }
    }
    sort_by_key(over, [&](EstablishmentId one) { return at.state.establishments.key[one]; });
    for (const EstablishmentId establishment : over) {
        proposals.withdraw(at.number, establishment);
    }
    return left;
}

std::vector<EstablishmentId> in_drawn_order(const InterventionStep& at, std::vector<EstablishmentId> wanted) {
    const std::vector<EstablishmentId> supported = supported_by(at);
    std::erase_if(wanted, [&](EstablishmentId one) {
        return std::find(supported.begin(), supported.end(), one) != supported.end();
    });
    sort_by_key(wanted, [&](EstablishmentId one) {
        return std::pair(at.draws(key_of(at.state, one), of_order)(), at.state.establishments.key[one]);
    });
    return wanted;
}

std::vector<PostId> open_vacancies(const InterventionStep& at, double least_months) {
    std::vector<PostId> open;
    for (const PostId post : at.state.vacancies.members()) {
        const Post& one = at.state.posts[post];
        if (one.reserved == 0 && at.state.month - one.opened >= least_months) {
            open.push_back(post);
        }
    }
    sort_by_key(open, [&](PostId one) { return at.state.posts[one].key; });
    return open;
}

std::pair<CellId, CellId> cells_of(const State& state, EstablishmentId establishment) {
    const std::uint32_t first = state.establishments.first_cell[establishment];
    return {CellId{first}, CellId{first + state.establishments.cells[establishment]}};
}

std::vector<PersonId> about_to_retire(const InterventionStep& at, double take_up, double ramp_months, double within) {
    const State& state = at.state;
    std::vector<std::pair<int, PersonId>> found;
    for (std::uint32_t e = 0; e < state.establishments.size(); ++e) {
        if (!has_adopted(at, EstablishmentId{e}, take_up, ramp_months)) {
            continue;
        }
        const auto [first, end] = cells_of(state, EstablishmentId{e});
        for (CellId cell = first; cell != end; ++cell.value) {
            for (const PostId post : state.cells.list[cell]) {
                const PersonId holder = state.posts[post].holder;
                if (holder.none() || state.posts[post].owner_post != 0 ||
                    state.persons[holder].contract == Contract::owner) {
                    continue;
                }
                if (const int month = known_retirement(state, holder); month - state.month <= within) {
                    found.emplace_back(month, holder);
                }
            }
        }
    }
    std::sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : state.persons[a.second].key < state.persons[b.second].key;
    });
    std::vector<PersonId> people;
    std::transform(found.begin(), found.end(), std::back_inserter(people), [](const auto& one) { return one.second; });
    return people;
}

}  // namespace releve

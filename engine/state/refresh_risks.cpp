#include "engine/base/error.hpp"
#include "engine/base/portable_math.hpp"
#include "engine/state/commit.hpp"

#include <algorithm>
#include <bit>

namespace releve {

namespace {

AgeCourse age_course(const State& state, const BoundRisk& risk, PersonId person) {
    const Person& one = state.persons[person];
    return {AgeTable::row(risk.prepared, static_cast<std::size_t>(one.sex)), one.birth,
            state.calendar.step * risk.highest_age_factor};
}

/// Hands the course of a risk for one thing to `act`. Processes give hazards a month; clocks run by steps.
template <class Act>
void with_course(const State& state, const BoundRisk& risk, std::uint32_t entity, Act act) {
    const double step = state.calendar.step;
    if (risk.risk.age_factor != nullptr) {
        act(age_course(state, risk, PersonId{entity}));
        return;
    }
    const RiskContext context = state.context(risk);
    act(PiecewiseCourse([&](int month) {
        Hazard hazard = risk.risk.hazard(context, entity, month);
        hazard.rate *= step;
        return hazard;
    }));
}

Clocks& clocks_of(State& state, const BoundRisk& risk) {
    switch (risk.risk.of) {
        case RiskOf::person: return state.person_clocks;
        case RiskOf::cell: return state.cell_clocks;
        case RiskOf::establishment: break;
    }
    return state.establishment_clocks;
}

void start_clock(State& state, std::size_t index, std::uint32_t entity, DrawKey key) {
    const BoundRisk& risk = state.risks[index];
    Clocks& clocks = clocks_of(state, risk);
    const double level = state.luck.draws(key, risk.purpose, clocks.spell(risk.clock, entity)).exponential();
    with_course(state, risk, entity, [&](const auto& course) { clocks.start(risk.clock, entity, level, course); });
}

DrawKey key_of(const State& state, RiskOf of, std::uint32_t entity) {
    switch (of) {
        case RiskOf::person: return state.persons[PersonId{entity}].key;
        case RiskOf::cell: return {state.cells.key[CellId{entity}], 0};
        case RiskOf::establishment: break;
    }
    return {state.establishments.key[EstablishmentId{entity}], 0};
}

template <class Act>
void for_each_bit(std::uint32_t bits, Act act) {
    for (; bits != 0; bits &= bits - 1) {
        act(static_cast<std::size_t>(std::countr_zero(bits)));
    }
}

std::uint32_t exposures(const State& state, PersonId person) {
    const Person& one = state.persons[person];
    return state.masks.exposed[state.inside(person) ? 1 : 0][static_cast<std::size_t>(one.status)]
                              [static_cast<std::size_t>(one.contract)];
}

}  // namespace

void refresh_person_risks(State& state, PersonId person, bool new_post, bool new_status) {
    const RiskMasks& masks = state.masks;
    const std::uint32_t exposed = exposures(state, person);
    const std::uint32_t renewed = (new_post ? masks.post_spells : 0U) | (new_status ? masks.status_spells : 0U);
    const std::uint32_t before = state.persons[person].running;
    const std::uint32_t stopped = before & (~exposed | renewed);
    const std::uint32_t kept = before & ~stopped;
    for_each_bit(stopped, [&](std::size_t index) { state.person_clocks.stop(state.risks[index].clock, person.value); });
    for_each_bit(exposed & ~kept,
                 [&](std::size_t index) { start_clock(state, index, person.value, state.persons[person].key); });
    state.persons[person].running = exposed;
}

std::uint32_t risks_carried_over(const State& state, PersonId person, const NextSpell& next) {
    const Person& one = state.persons[person];
    if (one.age_months(state.month) < state.masks.varying_from) {
        return 0;
    }
    const bool all_quarters = state.working_times.validates_all(one.occupation, one.sex, one.working_time) &&
                              state.working_times.validates_all(next.occupation, one.sex, next.working_time);
    return one.running &
           (state.masks.varying[static_cast<std::size_t>(one.status)][static_cast<std::size_t>(next.status)] |
            (all_quarters ? 0U : state.masks.varying_with_quarters));
}

void settle_person_risks(State& state, PersonId person, std::uint32_t risks) {
    for_each_bit(risks, [&](std::size_t index) {
        const BoundRisk& risk = state.risks[index];
        with_course(state, risk, person.value,
                    [&](const auto& course) { state.person_clocks.settle(risk.clock, person.value, course); });
    });
}

void schedule_person_risks(State& state, PersonId person, std::uint32_t risks) {
    for_each_bit(risks, [&](std::size_t index) {
        const BoundRisk& risk = state.risks[index];
        with_course(state, risk, person.value,
                    [&](const auto& course) { state.person_clocks.schedule(risk.clock, person.value, course); });
    });
}

int due_before(const State& state, const BoundRisk& risk, PersonId person, int month) {
    int due = not_due;
    with_course(state, risk, person.value, [&](const auto& course) {
        due = state.person_clocks.due_before(risk.clock, person.value, course, month);
    });
    return due < month ? due : not_due;
}

namespace {

/// The risks of the things of one kind, and which of them run for one thing.
template <class Act>
void for_each_risk(State& state, RiskOf of, Act act) {
    for (std::size_t index = 0; index < state.risks.size(); ++index) {
        if (state.risks[index].risk.of == of) {
            act(index, clocks_of(state, state.risks[index]), state.risks[index]);
        }
    }
}

void start_missing(State& state, RiskOf of, std::uint32_t entity) {
    for_each_risk(state, of, [&](std::size_t index, const Clocks& clocks, const BoundRisk& risk) {
        if (!clocks.running(risk.clock, entity)) {
            start_clock(state, index, entity, key_of(state, of, entity));
        }
    });
}

/// Of cells, only the risks that follow their filled posts, or only the others.
void settle(State& state, RiskOf of, std::uint32_t entity, bool with_filled = false) {
    for_each_risk(state, of, [&](std::size_t, Clocks& clocks, const BoundRisk& risk) {
        if (risk.risk.varies_with_filled == with_filled && clocks.running(risk.clock, entity)) {
            with_course(state, risk, entity, [&](const auto& course) { clocks.settle(risk.clock, entity, course); });
        }
    });
}

void schedule(State& state, RiskOf of, std::uint32_t entity, bool with_filled = false) {
    for_each_risk(state, of, [&](std::size_t, Clocks& clocks, const BoundRisk& risk) {
        if (risk.risk.varies_with_filled == with_filled && clocks.running(risk.clock, entity)) {
            with_course(state, risk, entity, [&](const auto& course) { clocks.schedule(risk.clock, entity, course); });
        }
    });
}

}  // namespace

void refresh_cell_risks(State& state, CellId cell) { start_missing(state, RiskOf::cell, cell.value); }
void settle_cell_risks(State& state, CellId cell, CellChange change) {
    settle(state, RiskOf::cell, cell.value, change == CellChange::filled);
}
void schedule_cell_risks(State& state, CellId cell, CellChange change) {
    schedule(state, RiskOf::cell, cell.value, change == CellChange::filled);
}

void refresh_establishment_risks(State& state, EstablishmentId establishment) {
    if (state.establishments.closed[establishment] == 0) {
        start_missing(state, RiskOf::establishment, establishment.value);
    }
}
void settle_establishment_risks(State& state, EstablishmentId establishment) {
    settle(state, RiskOf::establishment, establishment.value);
}
void schedule_establishment_risks(State& state, EstablishmentId establishment) {
    schedule(state, RiskOf::establishment, establishment.value);
}
void stop_establishment_risks(State& state, EstablishmentId establishment) {
    for_each_risk(state, RiskOf::establishment, [&](std::size_t, Clocks& clocks, const BoundRisk& risk) {
        if (clocks.running(risk.clock, establishment.value)) {
            clocks.stop(risk.clock, establishment.value);
        }
    });
}

void refresh_due(State& state, RiskOf of, std::uint32_t entity) {
    switch (of) {
        case RiskOf::person: return refresh_person_risks(state, PersonId{entity}, false, false);
        case RiskOf::cell: return refresh_cell_risks(state, CellId{entity});
        case RiskOf::establishment: return refresh_establishment_risks(state, EstablishmentId{entity});
    }
}

namespace {

/// Whether what a clock by age has announced comes for a person in the present status. P(clock goes off in the month) is
/// 1 - exp(-H) with the highest factor, P(event) must be 1 - exp(-h) with the present one.
bool comes(const State& state, const BoundRisk& risk, PersonId person) {
    const double factor = risk.risk.age_factor(risk.parameters, state.persons[person].status);
    if (factor >= risk.highest_age_factor) {
        return true;
    }
    const double highest = age_course(state, risk, person).used(state.month, state.month + 1);
    const double present = highest * factor / risk.highest_age_factor;
    const std::uint32_t spell = state.person_clocks.spell(risk.clock, person.value) - 1U;  // the one that has ended
    Draws draws = state.luck.draws(state.persons[person].key, risk.purpose, spell);
    draws();  // the level of the clock
    return draws.happens((1 - portable_exp(-present)) / (1 - portable_exp(-highest)));
}

}  // namespace

std::vector<std::uint32_t> take_due(State& state, std::size_t index) {
    const BoundRisk& risk = state.risks[index];
    const RiskOf of = risk.risk.of;
    std::vector<std::uint32_t> due =
        clocks_of(state, risk).take_due(risk.clock, state.month, [&](std::uint32_t entity) {
            return key_of(state, of, entity);
        });
    if (of != RiskOf::person) {
        return due;
    }
    for (const std::uint32_t entity : due) {
        state.persons[PersonId{entity}].running &= ~(1U << index);
    }
    if (risk.risk.age_factor != nullptr) {
        std::erase_if(due, [&](std::uint32_t entity) {
            const PersonId person{entity};
            if (comes(state, risk, person)) {
                return false;
            }
            refresh_person_risks(state, person, false, false);
            return true;
        });
    }
    return due;
}

namespace {

void add_exposed(RiskMasks& masks, const Risk& risk, std::uint32_t bit) {
    for (std::size_t inside = 0; inside < 2; ++inside) {
        for (std::size_t status = 0; status < status_words.size(); ++status) {
            for (std::size_t contract = 0; contract < contract_words.size(); ++contract) {
                const bool in_post = static_cast<Status>(status) == Status::employed;
                const bool exposed = risk.of == RiskOf::person && risk.statuses.has(static_cast<Status>(status)) &&
                                     (!in_post || risk.contracts.has(static_cast<Contract>(contract))) &&
                                     (inside == 1 || !risk.residents_only);
                masks.exposed[inside][status][contract] |= exposed ? bit : 0U;
            }
        }
    }
}

RiskMasks masks_of(const std::vector<BoundRisk>& risks) {
    RiskMasks masks;
    for (std::size_t index = 0; index < risks.size(); ++index) {
        const Risk& risk = risks[index].risk;
        const std::uint32_t bit = 1U << index;
        add_exposed(masks, risk, bit);
        masks.post_spells |= risk.spell == SpellOf::post ? bit : 0U;
        masks.status_spells |= risk.spell == SpellOf::status ? bit : 0U;
        for (std::size_t from = 0; from < status_words.size(); ++from) {
            for (std::size_t to = 0; to < status_words.size(); ++to) {
                const bool ends = static_cast<Status>(to) == Status::dead || static_cast<Status>(to) == Status::gone;
                const bool differs =
                    !ends && from != to &&
                    (risk.apart.has(static_cast<Status>(from)) || risk.apart.has(static_cast<Status>(to)));
                masks.varying[from][to] |= differs ? bit : 0U;
            }
        }
        masks.varying_with_quarters |= risk.varies_with_quarters ? bit : 0U;
        if (risk.apart.bits != 0 || risk.varies_with_quarters) {
            masks.varying_from = std::min(masks.varying_from, risk.apart_from);
        }
        masks.varies_with_filled = masks.varies_with_filled || risk.varies_with_filled;
    }
    return masks;
}

}  // namespace

namespace {

/// Gives each risk its place among the clocks of things of its kind: how many each kind has.
std::array<std::size_t, 3> number_clocks(std::vector<BoundRisk>& risks) {
    std::array<std::size_t, 3> numbers{};
    for (BoundRisk& risk : risks) {
        risk.clock = numbers[static_cast<std::size_t>(risk.risk.of)]++;
        for (std::size_t i = 0; risk.risk.age_factor != nullptr && i < status_words.size(); ++i) {
            if (const auto status = static_cast<Status>(i); risk.risk.statuses.has(status)) {
                risk.highest_age_factor =
                    std::max(risk.highest_age_factor, risk.risk.age_factor(risk.parameters, status));
            }
        }
    }
    return numbers;
}

}  // namespace

void rebind_risks(State& state, std::vector<BoundRisk> risks) {
    state.risks = std::move(risks);
    number_clocks(state.risks);
}

void start_risks(State& state) {
    if (state.risks.size() > 32) {
        throw ModelError("a plan holds at most 32 risks");
    }
    state.masks = masks_of(state.risks);
    const auto [of_person, of_cell, of_establishment] = number_clocks(state.risks);
    state.person_clocks = Clocks(state.horizon, state.persons.size(), of_person, state.persons.capacity());
    state.cell_clocks = Clocks(state.horizon, state.cells.size(), of_cell);
    state.establishment_clocks = Clocks(state.horizon, state.establishments.size(), of_establishment);
    for (std::uint32_t person = 0; person < state.persons.size(); ++person) {
        refresh_person_risks(state, PersonId{person}, false, false);
    }
    for (std::uint32_t cell = 0; cell < state.cells.size(); ++cell) {
        refresh_cell_risks(state, CellId{cell});
    }
    for (std::uint32_t establishment = 0; establishment < state.establishments.size(); ++establishment) {
        refresh_establishment_risks(state, EstablishmentId{establishment});
    }
}

}  // namespace releve

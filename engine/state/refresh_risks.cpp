#include "engine/base/error.hpp"
#include "engine/state/commit.hpp"

#include <bit>

namespace releve {

namespace {

auto hazard_of(const State& state, const BoundRisk& risk) {
    return [&state, &risk](std::uint32_t entity, int month) {
        return risk.risk.hazard(state.context(risk), entity, month);
    };
}

void start_clock(State& state, std::size_t index, std::uint32_t entity, DrawKey key) {
    const BoundRisk& risk = state.risks[index];
    Clocks& clocks = state.clocks[index];
    const double level = state.luck.draws(key, risk.purpose, clocks.spell(entity)).exponential();
    clocks.start(entity, level, hazard_of(state, risk));
}

DrawKey cell_key(CellId cell) { return {cell.value, 0}; }

}  // namespace

namespace {

template <class Act>
void for_each_bit(std::uint32_t bits, Act act) {
    for (; bits != 0; bits &= bits - 1) {
        act(static_cast<std::size_t>(std::countr_zero(bits)));
    }
}

std::uint32_t exposures(const State& state, PersonId person) {
    std::uint32_t exposed = state.masks.by_status[static_cast<std::size_t>(state.persons.status[person])];
    for_each_bit(exposed & state.masks.narrowed, [&](std::size_t index) {
        const BoundRisk& risk = state.risks[index];
        if (!risk.risk.among(state.context(risk), person.value)) {
            exposed &= ~(1U << index);
        }
    });
    return exposed;
}

}  // namespace

void refresh_person_risks(State& state, PersonId person, bool new_post, bool new_status) {
    const RiskMasks& masks = state.masks;
    std::uint32_t& running = state.running[person];
    const std::uint32_t exposed = exposures(state, person);
    const std::uint32_t renewed = (new_post ? masks.post_spells : 0U) | (new_status ? masks.status_spells : 0U);
    const std::uint32_t stopped = running & (~exposed | renewed);
    for_each_bit(stopped, [&](std::size_t index) { state.clocks[index].stop(person.value); });
    running &= ~stopped;
    if (new_status) {
        for_each_bit(running & masks.varying, [&](std::size_t index) {
            state.clocks[index].schedule(person.value, hazard_of(state, state.risks[index]));
        });
    }
    for_each_bit(exposed & ~running,
                 [&](std::size_t index) { start_clock(state, index, person.value, state.persons.key[person]); });
    running = exposed;
}

void settle_person_risks(State& state, PersonId person) {
    for_each_bit(state.running[person] & state.masks.varying, [&](std::size_t index) {
        state.clocks[index].settle(person.value, hazard_of(state, state.risks[index]));
    });
}

void note_gone_off(State& state, PersonId person, std::size_t risk) { state.running[person] &= ~(1U << risk); }

void refresh_cell_risks(State& state, CellId cell) {
    for (std::size_t index = 0; index < state.risks.size(); ++index) {
        if (state.risks[index].risk.of == RiskOf::cell && !state.clocks[index].running(cell.value)) {
            start_clock(state, index, cell.value, cell_key(cell));
        }
    }
}

void settle_cell_risks(State& state, CellId cell) {
    for (std::size_t index = 0; index < state.risks.size(); ++index) {
        if (state.risks[index].risk.of == RiskOf::cell && state.clocks[index].running(cell.value)) {
            state.clocks[index].settle(cell.value, hazard_of(state, state.risks[index]));
        }
    }
}

void schedule_cell_risks(State& state, CellId cell) {
    for (std::size_t index = 0; index < state.risks.size(); ++index) {
        if (state.risks[index].risk.of == RiskOf::cell && state.clocks[index].running(cell.value)) {
            state.clocks[index].schedule(cell.value, hazard_of(state, state.risks[index]));
        }
    }
}

namespace {

RiskMasks masks_of(const std::vector<BoundRisk>& risks) {
    RiskMasks masks;
    for (std::size_t index = 0; index < risks.size(); ++index) {
        const Risk& risk = risks[index].risk;
        const std::uint32_t bit = 1U << index;
        for (std::size_t status = 0; status < status_words.size(); ++status) {
            const bool exposed = risk.of == RiskOf::person && risk.statuses.has(static_cast<Status>(status));
            masks.by_status[status] |= exposed ? bit : 0U;
        }
        masks.narrowed |= risk.among != nullptr ? bit : 0U;
        masks.post_spells |= risk.spell == SpellOf::post ? bit : 0U;
        masks.status_spells |= risk.spell == SpellOf::status ? bit : 0U;
        masks.varying |= risk.varies_with_status ? bit : 0U;
    }
    return masks;
}

}  // namespace

void start_risks(State& state) {
    if (state.risks.size() > 32) {
        throw ModelError("a plan holds at most 32 risks");
    }
    state.masks = masks_of(state.risks);
    state.running.resize(state.persons.size(), 0U);
    for (const BoundRisk& risk : state.risks) {
        const bool of_persons = risk.risk.of == RiskOf::person;
        state.clocks.emplace_back(state.horizon, of_persons ? state.persons.size() : state.cells.size());
    }
    for (std::uint32_t person = 0; person < state.persons.size(); ++person) {
        refresh_person_risks(state, PersonId{person}, false, false);
    }
    for (std::uint32_t cell = 0; cell < state.cells.size(); ++cell) {
        refresh_cell_risks(state, CellId{cell});
    }
}

}  // namespace releve

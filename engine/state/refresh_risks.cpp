#include "engine/state/commit.hpp"

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

void refresh_person_risks(State& state, PersonId person, bool new_post, bool new_status) {
    const Status status = state.persons.status[person];
    for (std::size_t index = 0; index < state.risks.size(); ++index) {
        const BoundRisk& risk = state.risks[index];
        if (risk.risk.of != RiskOf::person) {
            continue;
        }
        Clocks& clocks = state.clocks[index];
        const bool exposed = risk.risk.statuses.has(status) &&
                             (risk.risk.among == nullptr || risk.risk.among(state.context(risk), person.value));
        const bool renewed = (risk.risk.spell == SpellOf::post && new_post) ||
                             (risk.risk.spell == SpellOf::status && new_status);
        if (clocks.running(person.value) && (!exposed || renewed)) {
            clocks.stop(person.value);
        } else if (new_status && exposed && risk.risk.varies_with_status && clocks.running(person.value)) {
            clocks.schedule(person.value, hazard_of(state, risk));
        }
        if (exposed && !clocks.running(person.value)) {
            start_clock(state, index, person.value, state.persons.key[person]);
        }
    }
}

void settle_person_risks(State& state, PersonId person) {
    for (std::size_t index = 0; index < state.risks.size(); ++index) {
        const BoundRisk& risk = state.risks[index];
        if (risk.risk.varies_with_status && state.clocks[index].running(person.value)) {
            state.clocks[index].settle(person.value, hazard_of(state, risk));
        }
    }
}

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

void start_risks(State& state) {
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

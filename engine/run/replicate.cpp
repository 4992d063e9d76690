#include "engine/run/replicate.hpp"

#include "engine/base/error.hpp"
#include "engine/run/memory.hpp"
#include "engine/state/commit.hpp"
#include "engine/synthesis/synthesise.hpp"

namespace releve {

Replicate::Replicate(const Plan& plan, State first, std::uint32_t seed, std::uint32_t replicate)
    : plan_(plan),
      state_(std::move(first)) {
    state_.luck = {seed, replicate};
    state_.horizon = plan.setting.horizon;
    state_.setting = &plan.setting;
    state_.risks = risks_of(plan);
    make_room();
    for (const std::vector<BoundProcess>* half : {&plan_.before, &plan_.after}) {
        for (const BoundProcess& bound : *half) {
            if (bound.process->begin != nullptr) {
                bound.process->begin({state_, plan_.setting, bound.parameters, bound.prepared, {}, bound.purpose},
                                     state_);
            }
        }
    }
    start_risks(state_);
    first_ = first_holdings(state_, plan.setting.pack, plan.observing);
    const Calendar& calendar = plan.setting.calendar;
    const int years = calendar.date(plan.setting.horizon - 1).year() - calendar.start.year() + 1;
    for (const Output* output : all_outputs()) {
        const int periods = periods_of(*output, plan.setting);
        cells_.push_back(is_given(*output, plan.setting.pack) ? cells_of(*output, plan.setting.pack) : 0);
        result_.values.emplace_back(static_cast<std::size_t>(periods) * cells_.back(), 0.0F);
    }
    result_.volumes.resize(static_cast<std::size_t>(years) * plan_.interventions.size());
}

Replicate::Replicate(const Plan& plan, const Replicate& trunk)
    : plan_(plan),
      state_(trunk.state_),
      first_(trunk.first_),
      cells_(trunk.cells_),
      result_(trunk.result_) {
    const Calendar& calendar = plan.setting.calendar;
    const int years = calendar.date(plan.setting.horizon - 1).year() - calendar.start.year() + 1;
    result_.volumes.assign(static_cast<std::size_t>(years) * plan.interventions.size(), {});  // none has begun
    make_room();
    state_.setting = &plan.setting;
    rebind_risks(state_, risks_of(plan));
}

/// What is kept of persons is most of the memory of a run: grown by doubling it would take up to three times as much.
void Replicate::make_room() {
    const Setting& setting = plan_.setting;
    const double arrivals = expected_arrivals(setting.pack, setting.calendar, setting.horizon - state_.month);
    const std::size_t persons = state_.persons.size() + static_cast<std::size_t>(arrivals);
    state_.persons.reserve(persons);
    state_.seekers.reserve(persons);
    state_.person_clocks.reserve(persons);
}

std::shared_ptr<const State> Replicate::give_away() {
    auto given = std::make_shared<State>(state_);
    std::swap(*given, state_);
    make_room();
    return given;
}

void Replicate::commit_checked(std::string_view name, Changes allowed) {
    for (const Proposal& proposal : proposals_.all()) {
        if (!allowed.has(proposal.change)) {
            throw ModelError(to_string(state_.date()) + ", " + std::string(name) + " proposed '" +
                             std::string(to_string(proposal.change)) + "', which its record does not declare");
        }
    }
    commit(state_, proposals_, name);
    proposals_.clear();
}

void Replicate::run(const BoundProcess& bound) {
    std::vector<std::uint32_t> due;
    if (bound.risk >= 0) {
        due = take_due(state_, static_cast<std::size_t>(bound.risk));
    }
    if (bound.process->step == nullptr) {
        return;
    }
    bound.process->step({state_, plan_.setting, bound.parameters, bound.prepared, due, bound.purpose}, proposals_);
    commit_checked(bound.process->name, bound.process->changes);
    for (const std::uint32_t entity : due) {
        refresh_due(state_, bound.process->risk.of, entity);
    }
}

void Replicate::run(const Intervention& intervention, std::uint8_t number) {
    if (state_.month < intervention.start) {
        return;
    }
    intervention.step(
        {state_, plan_.setting, intervention.settings, number, state_.month - intervention.start,
         state_.month <= intervention.end, intervention.purpose, intervention.offered, [this] { return give_away(); }},
        proposals_);
    commit_checked(intervention.name, intervention.changes);
}

void Replicate::observe() {
    const Pack& pack = plan_.setting.pack;
    const bool year_ends = state_.calendar.ends_year(state_.month) || state_.month + 1 == plan_.setting.horizon;
    const auto year = static_cast<std::size_t>(state_.date().year() - state_.calendar.start.year());
    const EventsByKind events(state_.events);
    const Totals totals = totals_of(state_, pack);
    const YearEnd year_end = year_ends ? year_end_of(state_, pack, first_) : YearEnd{};
    const Observation observation{
        state_, plan_.setting, events, plan_.observing, totals, first_, year_ends ? &year_end : nullptr};
    for (std::size_t i = 0; i < all_outputs().size(); ++i) {
        const Output& output = *all_outputs()[i];
        const bool yearly = output.period == Period::year;
        if ((yearly && !year_ends && output.kind != OutputKind::flow) || cells_[i] == 0) {
            continue;
        }
        observed_.assign(cells_[i], 0.0);
        output.observe(observation, observed_);
        const std::size_t row = yearly ? year : static_cast<std::size_t>(state_.month);
        const double scale = output.kind == OutputKind::rate ? 1.0 : pack.persons_per_agent;
        float* const values = result_.values[i].data() + row * observed_.size();
        for (std::size_t cell = 0; cell < observed_.size(); ++cell) {
            values[cell] += static_cast<float>(scale * observed_[cell]);
        }
    }
}

void Replicate::count_volumes() {
    const std::size_t actions = plan_.interventions.size();
    const auto year = static_cast<std::size_t>(state_.date().year() - state_.calendar.start.year());
    const auto scale = static_cast<float>(plan_.setting.pack.persons_per_agent);
    const auto add = [&](std::size_t action, VolumeOf what, float units) {
        result_.volumes[year * actions + action - 1][static_cast<std::size_t>(what)] += scale * units;
    };
    for (std::size_t i = 0; i < actions; ++i) {
        const bool open = state_.month >= plan_.interventions[i].start && state_.month <= plan_.interventions[i].end;
        add(i + 1, VolumeOf::running_month, open ? 1.0F / scale : 0.0F);
    }
    for (const Event& event : state_.events) {
        switch (event.kind) {
            case EventKind::enrolment: add(event.detail, VolumeOf::start, 1); break;
            case EventKind::support: add(event.detail, VolumeOf::establishment, 1); break;
            case EventKind::units: add(event.detail, static_cast<VolumeOf>(event.months), event.know_how); break;
            default: break;
        }
    }
    for (const Programme& programme : state_.programmes) {
        add(programme.action, VolumeOf::month, programme.is_tutor ? 0.0F : 1.0F);
    }
    for (const Support& support : state_.supports) {
        add(support.action, VolumeOf::month, 1);
    }
}

void Replicate::advance() {
    state_.events.clear();
    for (const BoundProcess& bound : plan_.before) {
        run(bound);
    }
    for (std::size_t i = 0; i < plan_.interventions.size(); ++i) {
        run(plan_.interventions[i], static_cast<std::uint8_t>(i + 1));
    }
    for (const BoundProcess& bound : plan_.after) {
        run(bound);
    }
    observe();
    count_volumes();
    ++state_.month;
}

State first_state(const Plan& plan, std::uint32_t seed, std::uint32_t replicate) {
    SynthesisReport ignored;
    const std::uint32_t whose = draws_each_replicate(plan.synthesis) ? replicate : every_replicate;
    return synthesise(plan.setting.pack, plan.synthesis, seed, ignored, whose);
}

ReplicateResult run_replicate(const Plan& plan, const State& first, std::uint32_t seed, std::uint32_t replicate,
                              const ReplicateOptions& options) {
    Replicate run(plan, first, seed, replicate);
    while (!run.finished()) {
        run.advance();
        if (options.selfcheck) {
            check_invariants(run.state());
        }
    }
    return run.take_result();
}

}  // namespace releve

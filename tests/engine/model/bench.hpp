#pragma once
#include "engine/model/catalogue.hpp"
#include "engine/state/commit.hpp"

#include <stdexcept>
#include <string>

/// One process alone, run on a state built by hand: what a replicate does with it, and nothing else.
namespace releve::tests {

inline const Process& process_named(std::string_view name) {
    for (const Process* process : all_processes()) {
        if (process->name == name) {
            return *process;
        }
    }
    throw std::runtime_error("no process " + std::string(name));
}

class Bench {
public:
    Bench(std::string_view name, const Setting& setting) : process_(process_named(name)), setting_(setting) {
        for (const Parameter& parameter : process_.parameters) {
            values_.push_back(parameter.value);
        }
        prepare();
    }
    Bench(const Bench&) = delete;
    Bench& operator=(const Bench&) = delete;

    Bench& set(std::string_view parameter, double value) {
        for (std::size_t i = 0; i < values_.size(); ++i) {
            if (process_.parameters[i].name == parameter) {
                values_[i] = value;
                prepare();
                return *this;
            }
        }
        throw std::runtime_error("no parameter " + std::string(parameter));
    }

    std::span<const double> prepared() const { return prepared_; }
    std::span<const double> values() const { return values_; }

    /// Adds the risk of the process to those of the state; once for all, before `start_risks`.
    void attach(State& state) {
        state.setting = &setting_;
        if (process_.risk.exists()) {
            risk_ = state.risks.size();
            state.risks.push_back({process_.name, process_.risk, clock_purpose(process_), values_, prepared_});
        }
    }

    /// What the process proposes this month, not committed.
    Proposals proposals(State& state) {
        std::vector<std::uint32_t> due;
        if (process_.risk.exists()) {
            due = take_due(state, risk_);
        }
        due_ = due;
        Proposals proposals;
        process_.step({state, setting_, values_, prepared_, due_, purpose(process_.name)}, proposals);
        return proposals;
    }

    /// The process's part of one month.
    void act(State& state) {
        commit(state, proposals(state), process_.name);
        for (const std::uint32_t entity : due_) {
            refresh_due(state, process_.risk.of, entity);
        }
    }

private:
    void prepare() {
        if (process_.prepare != nullptr) {
            prepared_ = process_.prepare(setting_, values_);
        }
    }

    const Process& process_;
    const Setting& setting_;
    std::vector<double> values_;
    std::vector<double> prepared_;
    std::vector<std::uint32_t> due_;
    std::size_t risk_ = 0;
};

}  // namespace releve::tests

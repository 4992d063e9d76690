#pragma once
#include "bindings/python/native/stepping/look.hpp"
#include "scenarios/own/checked_proposals.hpp"

#include <optional>

namespace releve::python {

/// What an action written in Python sees of one month. After its step the arrays stay, and all else is refused.
class OwnMonth {
public:
    OwnMonth(const InterventionStep& at, const std::string& name, Changes declared, Proposals& proposals,
             LookHandle look)
        : at_(&at),
          proposals_(std::in_place, at, name, declared, proposals),
          look_(std::move(look)),
          date_(to_string(at.state.date())) {}

    /// InputError once the step is over.
    const InterventionStep& at() const;
    CheckedProposals& propose();
    const LookHandle& look() const { return look_; }
    const std::string& date() const { return date_; }
    void end() {
        at_ = nullptr;
        proposals_.reset();
    }

private:
    void refuse_if_over() const;

    const InterventionStep* at_;
    std::optional<CheckedProposals> proposals_;
    LookHandle look_;
    std::string date_;
};

}  // namespace releve::python

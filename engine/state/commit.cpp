#include "engine/state/commit.hpp"

#include "engine/base/error.hpp"
#include "engine/state/changes.hpp"

#include <algorithm>
#include <string>

namespace releve {

namespace {
constexpr std::array<std::string_view, change_count> change_names{
    "die",     "retire", "claim_pension",    "leave_territory", "separate", "hire",         "promote",
    "become",  "arrive", "convert_contract", "open_post",       "cut_post", "open_vacancy", "abandon_vacancy",
    "learn",   "enrol",  "complete",         "found",           "close",    "shift_target", "scale_target",
    "recruit", "place",  "relieve",          "support",         "withdraw", "count"};

void apply(const changes::Where& at, const Proposals& proposals) {
    switch (at.proposal.change) {
        case Change::die: return changes::die(at);
        case Change::retire: return changes::retire(at);
        case Change::claim_pension: return changes::claim_pension(at);
        case Change::leave_territory: return changes::leave_territory(at);
        case Change::separate: return changes::separate(at);
        case Change::hire: return changes::hire(at);
        case Change::promote: return changes::promote(at);
        case Change::become: return changes::become(at);
        case Change::arrive: return changes::arrive(at, proposals.newcomers()[at.proposal.person.value]);
        case Change::convert_contract: return changes::convert_contract(at);
        case Change::open_post: return changes::open_post(at);
        case Change::cut_post: return changes::cut_post(at);
        case Change::open_vacancy: return changes::open_vacancy(at);
        case Change::abandon_vacancy: return changes::abandon_vacancy(at);
        case Change::learn: return changes::learn(at);
        case Change::enrol: return changes::enrol(at);
        case Change::complete: return changes::complete(at);
        case Change::found: return changes::found(at, proposals.foundings()[at.proposal.establishment.value]);
        case Change::close: return changes::close(at);
        case Change::shift_target: return changes::shift_target(at);
        case Change::scale_target: return changes::scale_target(at);
        case Change::recruit: return changes::recruit(at, proposals.newcomers()[at.proposal.person.value]);
        case Change::place: return changes::place(at);
        case Change::relieve: return changes::relieve(at);
        case Change::support: return changes::support(at, proposals.supports()[at.proposal.person.value]);
        case Change::withdraw: return changes::withdraw(at);
        case Change::count: return changes::count(at);
    }
}

void fetch_ahead_of(const State& state, const Proposal& proposal) {
    if (proposal.person.value < state.persons.size()) {
        fetch_ahead(&state.persons[proposal.person]);
        state.person_clocks.fetch_ahead_of(proposal.person.value);
    }
    if (proposal.post.value < state.posts.size()) {
        fetch_ahead(&state.posts[proposal.post]);
    }
}

}  // namespace

std::string_view to_string(Change change) { return change_names[static_cast<std::size_t>(change)]; }

std::optional<Change> find_change(std::string_view name) {
    const auto found = std::find(change_names.begin(), change_names.end(), name);
    return found == change_names.end() ? std::nullopt
                                       : std::optional(static_cast<Change>(found - change_names.begin()));
}

void Proposals::enrol(const Enrolment& enrolment) {
    add({.change = Change::enrol,
         .status = enrolment.into_training ? Status::training : Status::employed,
         .action = enrolment.action,
         .until = enrolment.until,
         .occupation = enrolment.occupation,
         .person = enrolment.person,
         .partner = enrolment.partner,
         .post = enrolment.post,
         .establishment = enrolment.establishment,
         .amount = enrolment.learning_boost,
         .mastery = enrolment.mastery,
         .share = enrolment.partner.none() ? enrolment.working_share : enrolment.partner_working_share,
         .retirement_share = enrolment.retirement_share,
         .wide_reach = enrolment.wide_reach});
}

void changes::Where::require(bool holds, std::string_view what) const {
    if (!holds) {
        throw ModelError(to_string(state.date()) + ", process " + std::string(process) + ", change " +
                         std::string(to_string(proposal.change)) + ", person " +
                         std::to_string(static_cast<std::int32_t>(proposal.person.value)) + ", post " +
                         std::to_string(static_cast<std::int32_t>(proposal.post.value)) + ": " + std::string(what));
    }
}

void commit(State& state, const Proposals& proposals, std::string_view process) {
    const std::vector<Proposal>& all = proposals.all();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (i + fetch_distance < all.size()) {
            fetch_ahead_of(state, all[i + fetch_distance]);
        }
        const Proposal& proposal = all[i];
        apply({state, process, proposal}, proposals);
    }
}

}  // namespace releve

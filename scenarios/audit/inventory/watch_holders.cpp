#include "scenarios/audit/inventory/watch_holders.hpp"

namespace releve::audit {

WatchHolders::WatchHolders(const State& first, const Pack& pack, std::span<const double> observing)
    : first_(first_holdings(first, pack, observing)) {
    find_holders(first);
}

void WatchHolders::find_holders(const State& state) {
    const std::vector<Holding>& all = first_.all;
    std::vector<std::uint32_t> begin(state.establishments.size() + 1, 0);  // by establishment: its first holding
    std::vector<std::uint32_t> place(all.size(), no_index);                // by holding: among few_
    for (std::uint32_t i = 0; i < all.size(); ++i) {
        ++begin[all[i].establishment.value + 1];
        if (all[i].people == 1 || all[i].people == 2) {
            place[i] = static_cast<std::uint32_t>(few_.size());
            few_.push_back({.holding = i});
        }
    }
    for (std::size_t e = 1; e < begin.size(); ++e) {
        begin[e] += begin[e - 1];
    }
    if (few_.empty()) {
        return;
    }
    SkillsInPost of(state);
    for (const Post& post : state.posts) {
        if (post.holder.none() || of(post.holder).mastery < static_cast<float>(first_.holder_mastery)) {
            continue;
        }
        const std::uint32_t e = state.cells.establishment[post.cell].value;
        for (const std::uint32_t competence : first_.rules.asked_by(state.cells.occupation[post.cell])) {
            std::uint32_t i = begin[e];
            while (all[i].competence != competence) {
                ++i;  // what a filled post asks is among the holdings of its establishment
            }
            if (place[i] != no_index) {
                Few& few = few_[place[i]];
                few.holders[few.people] = post.holder;
                few.occupations[few.people++] = state.cells.occupation[post.cell];
            }
        }
    }
}

std::vector<std::uint32_t> WatchHolders::lost_now(const State& state) const {
    std::vector<std::uint32_t> lost;
    if (first_.all.empty()) {
        return lost;
    }
    const SkillsAtWork skills = skills_at_work(state, first_.holder_mastery);
    const std::vector<Holding> gone =
        lost_since(first_.all, holdings_of(state, first_.rules, skills.experts), first_.rules.competences());
    std::uint32_t next = 0;
    for (const Holding& one : gone) {  // in the order of all()
        while (first_.all[next].establishment != one.establishment || first_.all[next].competence != one.competence) {
            ++next;
        }
        lost.push_back(next);
    }
    return lost;
}

}  // namespace releve::audit

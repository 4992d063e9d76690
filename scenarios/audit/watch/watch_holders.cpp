#include "scenarios/audit/watch/watch_holders.hpp"

#include <algorithm>
#include <cmath>

namespace releve::audit {

WatchHolders::WatchHolders(const State& first, const Pack& pack, std::span<const double> observing)
    : pack_(pack),
      first_(first_holdings(first, pack, observing)) {
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

namespace {

/// Of one establishment, by competence [full-time equivalents]: required (first) and available.
void add_up(const State& state, const Pack& pack, EstablishmentId establishment, std::span<const double> mastery,
            std::span<std::pair<double, double>> sums) {
    const std::uint32_t first = state.establishments.first_cell[establishment];
    for (std::uint32_t i = first; i < first + state.establishments.cells[establishment]; ++i) {
        const CellId cell{i};
        const double posts = static_cast<double>(state.cells.posts[cell] - state.cells.overlap[cell]);
        for (const OccupationCompetence& row : pack.profiles[state.cells.occupation[cell]]) {
            sums[row.competence].first += posts * row.level;
            sums[row.competence].second += mastery[i] * row.level;
        }
    }
}

}  // namespace

std::vector<WatchHolders::Balance> WatchHolders::balance(const State& state) const {
    std::vector<Balance> balance(first_.all.size());
    if (balance.empty()) {
        return balance;
    }
    const SkillsAtWork skills = skills_at_work(state, first_.holder_mastery);
    std::vector<std::pair<double, double>> sums(pack_.competences.size());
    EstablishmentId establishment;
    const auto parts = [](double equivalents) { return std::llround(equivalents * fte_parts); };
    for (std::size_t i = 0; i < balance.size(); ++i) {
        if (first_.all[i].establishment != establishment) {
            establishment = first_.all[i].establishment;
            std::fill(sums.begin(), sums.end(), std::pair{0.0, 0.0});
            add_up(state, pack_, establishment, skills.mastery, sums);
        }
        const auto [required, available] = sums[first_.all[i].competence];
        balance[i] = {parts(required), parts(std::max(0.0, required - available))};
    }
    return balance;
}

}  // namespace releve::audit

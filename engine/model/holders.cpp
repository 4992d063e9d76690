#include "engine/model/holders.hpp"

namespace releve {

HolderRules::HolderRules(const Pack& pack, double asked_level) : competences_(pack.competences.size()), first_{0} {
    for (const std::vector<OccupationCompetence>& profile : pack.profiles) {
        for (const OccupationCompetence& row : profile) {
            if (row.level >= static_cast<float>(asked_level)) {
                asked_.push_back(row.competence);
            }
        }
        first_.push_back(static_cast<std::uint32_t>(asked_.size()));
    }
}

std::vector<Holding> holdings_of(const State& state, const HolderRules& rules, std::span<const std::uint32_t> experts) {
    std::vector<Holding> holdings;
    holdings.reserve(state.cells.size() * 4);  // usual: three or four for a cell
    constexpr std::uint32_t unseen = no_index;
    std::vector<std::uint32_t> place(rules.competences(), unseen);  // among the holdings of one establishment
    for (std::uint32_t e = 0; e < state.establishments.size(); ++e) {
        const EstablishmentId establishment{e};
        const auto begin = static_cast<std::uint32_t>(holdings.size());
        const std::uint32_t first = state.establishments.first_cell[establishment];
        for (std::uint32_t i = first; i < first + state.establishments.cells[establishment]; ++i) {
            if (state.cells.posts[CellId{i}] == 0) {
                continue;
            }
            const std::uint32_t people = experts[i];
            for (const std::uint32_t competence : rules.asked_by(state.cells.occupation[CellId{i}])) {
                if (place[competence] == unseen) {
                    place[competence] = static_cast<std::uint32_t>(holdings.size());
                    holdings.push_back({establishment, competence, people});
                } else {
                    holdings[place[competence]].people += people;
                }
            }
        }
        for (std::size_t i = begin; i < holdings.size(); ++i) {
            place[holdings[i].competence] = unseen;
        }
    }
    return holdings;
}

HolderCounts counts_of(std::span<const Holding> holdings, std::size_t competences) {
    const std::vector<std::uint32_t> zeros(competences, 0);
    HolderCounts counts{zeros, zeros, zeros};
    for (const Holding& one : holdings) {
        counts.people[one.competence] += one.people;
        counts.single[one.competence] += one.people == 1 ? 1U : 0U;
        counts.none[one.competence] += one.people == 0 ? 1U : 0U;
    }
    return counts;
}

std::vector<Holding> lost_since(std::span<const Holding> first, std::span<const Holding> now, std::size_t competences) {
    std::vector<Holding> lost;
    std::vector<EstablishmentId> held(competences);  // the last establishment seen in which somebody holds it
    std::size_t next = 0;
    for (const Holding& then : first) {
        for (; next < now.size() && now[next].establishment <= then.establishment; ++next) {
            if (now[next].people > 0) {
                held[now[next].competence] = now[next].establishment;
            }
        }
        if (then.people > 0 && held[then.competence] != then.establishment) {
            lost.push_back(then);
        }
    }
    return lost;
}

}  // namespace releve

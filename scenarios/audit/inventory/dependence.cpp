#include "scenarios/audit/inventory/dependence.hpp"

#include "engine/model/holders.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace releve::audit {

namespace {

using ByEstablishment = std::map<std::uint32_t, double>;

void add_posts(const Pack& pack, DependenceOf what, const HolderRules& rules, const PostRow& row,
               std::map<std::uint32_t, ByEstablishment>& units) {
    const EstablishmentRow& establishment = pack.establishments[row.establishment];
    const auto add = [&](std::uint32_t unit) { units[unit][row.establishment] += row.posts; };
    switch (what) {
        case DependenceOf::territory: add(0); break;
        case DependenceOf::zone: add(establishment.zone); break;
        case DependenceOf::sector: add(establishment.sector); break;
        case DependenceOf::occupation: add(row.occupation); break;
        case DependenceOf::competence:
            for (const std::uint32_t competence : rules.asked_by(row.occupation)) {
                add(competence);
            }
            break;
    }
}

Dependence dependence_of(std::uint32_t unit, const ByEstablishment& posts) {
    Dependence dependence{.unit = unit, .employers = static_cast<std::uint32_t>(posts.size())};
    double most = 0;
    for (const auto& [establishment, here] : posts) {
        dependence.posts += here;
        if (here > most) {
            most = here;
            dependence.largest = establishment;
        }
    }
    dependence.largest_share = most / dependence.posts;
    for (const auto& [establishment, here] : posts) {
        dependence.herfindahl += here / dependence.posts * (here / dependence.posts);
    }
    return dependence;
}

}  // namespace

std::vector<Dependence> dependence_on_employers(const Pack& pack, DependenceOf what, double asked_level) {
    const HolderRules rules(pack, asked_level);
    std::map<std::uint32_t, ByEstablishment> units;
    for (const PostRow& row : pack.posts) {
        if (row.posts > 0) {
            add_posts(pack, what, rules, row, units);
        }
    }
    std::vector<Dependence> all;
    for (const auto& [unit, posts] : units) {
        all.push_back(dependence_of(unit, posts));
    }
    std::ranges::stable_sort(all, [](const Dependence& a, const Dependence& b) {
        return a.largest_share != b.largest_share ? a.largest_share > b.largest_share : a.posts > b.posts;
    });
    return all;
}

namespace {

/// People of an establishment by unit, and all those of the unit.
class Parts {
public:
    void add(std::uint32_t unit, bool struck) {
        auto& [here, all] = people_[unit];
        here += struck ? 1 : 0;
        all += 1;
    }
    std::vector<Struck::Part> struck(double persons_per_agent) const {
        std::vector<Struck::Part> parts;
        for (const auto& [unit, people] : people_) {
            if (people.first > 0) {
                parts.push_back({unit, persons_per_agent * people.first, people.first / people.second});
            }
        }
        std::ranges::stable_sort(parts, std::greater<>(), &Struck::Part::people);
        return parts;
    }

private:
    std::map<std::uint32_t, std::pair<double, double>> people_;
};

std::vector<std::uint32_t> asked_nowhere_else(const Pack& pack, std::uint32_t establishment, double asked_level) {
    const HolderRules rules(pack, asked_level);
    std::set<std::uint32_t> here;
    std::set<std::uint32_t> elsewhere;
    for (const PostRow& row : pack.posts) {
        if (row.posts > 0) {
            const std::span<const std::uint32_t> asked = rules.asked_by(row.occupation);
            (row.establishment == establishment ? here : elsewhere).insert(asked.begin(), asked.end());
        }
    }
    std::vector<std::uint32_t> only;
    std::ranges::set_difference(here, elsewhere, std::back_inserter(only));
    return only;
}

std::vector<std::uint32_t> partners_of(const Pack& pack, std::uint32_t establishment) {
    std::set<std::uint32_t> partners;
    for (const Link& link : pack.links) {
        if (link.establishment == establishment) {
            partners.insert(link.partner);
        } else if (link.partner == establishment) {
            partners.insert(link.establishment);
        }
    }
    return {partners.begin(), partners.end()};
}

}  // namespace

Struck struck_by_closure(const Pack& pack, const State& first, std::uint32_t establishment, double asked_level) {
    Struck struck;
    struck.establishment = establishment;
    Parts homes;
    Parts occupations;
    for (const Post& post : first.posts) {
        if (post.holder.none()) {
            continue;
        }
        const Person& person = first.persons[post.holder];
        const bool here = first.cells.establishment[post.cell] == EstablishmentId{establishment};
        homes.add(person.zone, here);
        occupations.add(first.cells.occupation[post.cell], here);
        struck.people += here ? pack.persons_per_agent : 0;
        struck.from_55 += here && person.age_years(first.month) >= 55 ? pack.persons_per_agent : 0;
    }
    struck.homes = homes.struck(pack.persons_per_agent);
    struck.occupations = occupations.struck(pack.persons_per_agent);
    struck.competences = asked_nowhere_else(pack, establishment, asked_level);
    struck.partners = partners_of(pack, establishment);
    return struck;
}

}  // namespace releve::audit

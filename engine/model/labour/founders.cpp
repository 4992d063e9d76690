#include "engine/model/labour/founders.hpp"

#include <algorithm>

namespace releve {

namespace {

constexpr Purpose of_seeker = purpose("birth.seeker");
constexpr Purpose of_employee = purpose("birth.employee");

class Search {
public:
    Search(const Step& at, const FounderRules& rules, const std::vector<Founding>& births)
        : at_(at),
          rules_(rules),
          seekers_(at.setting.pack.occupations.size()),
          cells_(seekers_.size()) {
        std::vector<char> wanted(seekers_.size(), 0);
        for (const Founding& birth : births) {
            wanted[birth.cells.front().occupation] = 1;
        }
        for (const PersonId person : at.state.seekers.members()) {
            const Person& one = at.state.persons[person];
            if (wanted[one.occupation] != 0) {
                seekers_[one.occupation].emplace_back(one.key, person);
            }
        }
        const Cells& cells = at.state.cells;
        for (std::uint32_t i = 0; i < cells.size(); ++i) {
            const std::uint16_t occupation = cells.occupation[CellId{i}];
            if (wanted[occupation] != 0 && cells.filled[CellId{i}] > 0) {
                OfOccupation& held = cells_[occupation];
                held.up_to.push_back(cells.filled[CellId{i}] + (held.up_to.empty() ? 0U : held.up_to.back()));
                held.cells.push_back(CellId{i});
            }
        }
        for (auto& pool : seekers_) {  // by their keys, whatever the order of the set
            std::sort(pool.begin(), pool.end());
        }
    }

    /// One of the job seekers of the occupation, drawn among those who may found.
    PersonId seeker(std::uint16_t occupation, std::uint32_t key) {
        auto& pool = seekers_[occupation];
        Draws draws = at_.state.luck.draws({key, 0}, of_seeker);
        while (!pool.empty()) {
            const auto drawn = pool.begin() + draws.below(static_cast<std::uint32_t>(pool.size()));
            const PersonId found = drawn->second;
            pool.erase(drawn);
            if (may_found(found)) {
                return found;
            }
        }
        return {};
    }

    /// One of those who hold a post of the occupation, drawn; none if the one drawn may not found.
    PersonId employee(std::uint16_t occupation, std::uint32_t key) {
        const OfOccupation& held = cells_[occupation];
        if (held.cells.empty()) {
            return {};
        }
        const std::uint32_t drawn = at_.state.luck.draws({key, 0}, of_employee).below(held.up_to.back());
        const auto at = static_cast<std::size_t>(std::upper_bound(held.up_to.begin(), held.up_to.end(), drawn) -
                                                 held.up_to.begin());
        return holder(held.cells[at], drawn - (at == 0 ? 0 : held.up_to[at - 1]));
    }

private:
    bool may_found(PersonId person) const {
        const Person& one = at_.state.persons[person];
        return at_.state.inside(person) && one.age_years(at_.state.month) < rules_.most_age &&
               one.contract != Contract::apprentice && double{mastery_now(at_.state, person)} >= rules_.mastery;
    }
    PersonId holder(CellId cell, std::uint32_t number) {
        for (const PostId post : at_.state.cells.list[cell]) {
            const PersonId one = at_.state.posts[post].holder;
            if (one.none() || number-- > 0) {
                continue;
            }
            const bool free = at_.state.persons[one].contract != Contract::owner && may_found(one) &&
                              std::find(taken_.begin(), taken_.end(), one) == taken_.end();
            if (free) {
                taken_.push_back(one);
                return one;
            }
            return {};
        }
        return {};
    }

    struct OfOccupation {
        std::vector<CellId> cells;         ///< those with somebody in post
        std::vector<std::uint32_t> up_to;  ///< people in post, summed up
    };

    const Step& at_;
    const FounderRules& rules_;
    std::vector<std::vector<std::pair<DrawKey, PersonId>>> seekers_;  ///< by occupation
    std::vector<OfOccupation> cells_;
    std::vector<PersonId> taken_;
};

}  // namespace

void find_founders(const Step& at, const FounderRules& rules, std::vector<Founding>& births) {
    Search search(at, rules, births);
    for (Founding& birth : births) {
        const std::uint16_t occupation = birth.cells.front().occupation;
        const bool from_post = at.draws({birth.key, 1}, 0).happens(rules.from_post);
        birth.founder = from_post ? search.employee(occupation, birth.key) : search.seeker(occupation, birth.key);
        if (birth.founder.none()) {
            birth.founder = from_post ? search.seeker(occupation, birth.key) : search.employee(occupation, birth.key);
        }
        birth.mastery = birth.founder.none() ? 0.0F : mastery_now(at.state, birth.founder);
    }
}

}  // namespace releve

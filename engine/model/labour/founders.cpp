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
          seekers_(at.setting.pack.occupations.size()) {
        std::vector<char> wanted(seekers_.size(), 0);
        for (const Founding& birth : births) {
            wanted[birth.cells.front().occupation] = 1;
        }
        for (const PersonId person : at.state.seekers.members()) {
            const Person& one = at.state.persons[person];
            if (wanted[one.occupation] != 0 && may_found(person)) {
                const auto month = static_cast<std::uint32_t>(at.state.month);
                seekers_[one.occupation].emplace_back(at.state.luck.draws(one.key, of_seeker, month).uniform(), person);
            }
        }
        for (auto& pool : seekers_) {  // in an order of their own, whatever that of the set
            std::sort(pool.begin(), pool.end());
        }
    }

    PersonId seeker(std::uint16_t occupation) {
        auto& pool = seekers_[occupation];
        if (pool.empty()) {
            return {};
        }
        const PersonId found = pool.back().second;
        pool.pop_back();
        return found;
    }

    /// One of those who hold a post of the occupation, drawn; none if the one drawn may not found.
    PersonId employee(std::uint16_t occupation, std::uint32_t key) {
        const Cells& cells = at_.state.cells;
        std::uint32_t in_post = 0;
        for (std::uint32_t i = 0; i < cells.size(); ++i) {
            in_post += cells.occupation[CellId{i}] == occupation ? cells.filled[CellId{i}] : 0U;
        }
        if (in_post == 0) {
            return {};
        }
        std::uint32_t left = at_.state.luck.draws({key, 0}, of_employee).below(in_post);
        for (std::uint32_t i = 0; i < cells.size(); ++i) {
            const std::uint32_t here = cells.occupation[CellId{i}] == occupation ? cells.filled[CellId{i}] : 0U;
            if (left < here) {
                return holder(CellId{i}, left);
            }
            left -= here;
        }
        return {};
    }

private:
    bool may_found(PersonId person) const {
        const Person& one = at_.state.persons[person];
        return at_.state.inside(person) && one.age_years(at_.state.month) < rules_.most_age &&
               one.contract != Contract::apprentice && double{mastery_now(at_.state, person)} >= rules_.mastery;
    }
    PersonId holder(CellId cell, std::uint32_t number) {
        for (PostId post = at_.state.cells.first_post[cell]; !post.none(); post = at_.state.posts[post].next) {
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

    const Step& at_;
    const FounderRules& rules_;
    std::vector<std::vector<std::pair<double, PersonId>>> seekers_;  ///< by occupation, the last one founds first
    std::vector<PersonId> taken_;
};

}  // namespace

void find_founders(const Step& at, const FounderRules& rules, std::vector<Founding>& births) {
    Search search(at, rules, births);
    for (Founding& birth : births) {
        const std::uint16_t occupation = birth.cells.front().occupation;
        const bool from_post = at.draws({birth.key, 1}, 0).happens(rules.from_post);
        birth.founder = from_post ? search.employee(occupation, birth.key) : search.seeker(occupation);
        if (birth.founder.none()) {
            birth.founder = from_post ? search.seeker(occupation) : search.employee(occupation, birth.key);
        }
        birth.mastery = birth.founder.none() ? 0.0F : mastery_now(at.state, birth.founder);
    }
}

}  // namespace releve

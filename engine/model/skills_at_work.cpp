#include "engine/model/skills_at_work.hpp"

#include <algorithm>

namespace releve {

SkillsAtWork skills_at_work(const State& state, double holder_mastery) {
    SkillsAtWork skills{std::vector<double>(state.cells.size(), 0.0),
                        std::vector<std::uint32_t>(state.cells.size(), 0)};
    SkillsInPost of(state);
    for (const Post& post : state.posts) {
        if (post.holder.none()) {
            continue;
        }
        const auto [mastery, know_how] = of(post.holder);
        skills.mastery[post.cell.value] += double{mastery} * state.programme_of(post.holder).working_share;
        skills.experts[post.cell.value] += mastery >= static_cast<float>(holder_mastery) ? 1U : 0U;
        skills.know_how += know_how;
    }
    return skills;
}

namespace {

/// Of a cell; who is about to leave and the successor already here stand for one.
double posts_wanted(const State& state, CellId cell) {
    return static_cast<double>(state.cells.posts[cell] - state.cells.overlap[cell]);
}

}  // namespace

CompetenceBalance competence_balance(const State& state, const Pack& pack, std::span<const double> mastery) {
    std::vector<double> posts(pack.occupations.size(), 0.0);
    std::vector<double> mastered(pack.occupations.size(), 0.0);
    for (std::uint32_t i = 0; i < state.cells.size(); ++i) {
        const std::uint16_t occupation = state.cells.occupation[CellId{i}];
        posts[occupation] += posts_wanted(state, CellId{i});
        mastered[occupation] += mastery[i];
    }
    CompetenceBalance balance{std::vector<double>(pack.competences.size(), 0.0),
                              std::vector<double>(pack.competences.size(), 0.0)};
    for (std::size_t occupation = 0; occupation < posts.size(); ++occupation) {
        for (const OccupationCompetence& row : pack.profiles[occupation]) {
            balance.required[row.competence] += posts[occupation] * row.level;
            balance.available[row.competence] += mastered[occupation] * row.level;
        }
    }
    return balance;
}

namespace {

/// Of one establishment where some occupations have more than enough, which may make up for what others lack.
class Netting {
public:
    Netting(const Pack& pack, std::span<double> shortage)
        : pack_(pack),
          missing_(shortage.size()),
          shortage_(shortage) {}

    void add(std::size_t occupation, double lacking) {
        for (const OccupationCompetence& row : pack_.profiles[occupation]) {
            missing_[row.competence] += lacking * row.level;
        }
    }
    void settle() {
        for (std::size_t competence = 0; competence < missing_.size(); ++competence) {
            shortage_[competence] += std::max(0.0, missing_[competence]);
            missing_[competence] = 0;
        }
    }

private:
    const Pack& pack_;
    std::vector<double> missing_;
    std::span<double> shortage_;
};

}  // namespace

void competence_shortages(const State& state, const Pack& pack, std::span<const double> mastery,
                          std::span<double> shortage) {
    // where no occupation has too much, nothing is netted: such establishments add up by occupation, before profiles
    std::vector<double> lacking(pack.occupations.size(), 0.0);
    Netting netting(pack, shortage);
    for (std::uint32_t e = 0; e < state.establishments.size(); ++e) {
        const EstablishmentId establishment{e};
        const std::uint32_t first = state.establishments.first_cell[establishment];
        const std::uint32_t end = first + state.establishments.cells[establishment];
        bool too_much = false;
        for (std::uint32_t i = first; i < end; ++i) {
            too_much = too_much || posts_wanted(state, CellId{i}) < mastery[i];
        }
        for (std::uint32_t i = first; i < end; ++i) {
            const double here = posts_wanted(state, CellId{i}) - mastery[i];
            if (too_much) {
                netting.add(state.cells.occupation[CellId{i}], here);
            } else {
                lacking[state.cells.occupation[CellId{i}]] += here;
            }
        }
        if (too_much) {
            netting.settle();
        }
    }
    for (std::size_t occupation = 0; occupation < lacking.size(); ++occupation) {
        for (const OccupationCompetence& row : pack.profiles[occupation]) {
            shortage[row.competence] += lacking[occupation] * row.level;
        }
    }
}

}  // namespace releve

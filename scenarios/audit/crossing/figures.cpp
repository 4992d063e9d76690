#include "scenarios/audit/crossing/figures.hpp"

#include <algorithm>

namespace releve::audit {

namespace {

/// By establishment of the pack: its position among those audited; no_index for the others.
std::vector<std::uint32_t> positions_of(const Pack& pack, std::vector<Figures>& figures) {
    std::vector<std::uint32_t> positions(pack.establishments.size(), no_index);
    for (const AuditRow& row : pack.audits) {
        positions[row.establishment] = 0;
    }
    for (std::uint32_t e = 0; e < positions.size(); ++e) {
        if (positions[e] == 0) {
            positions[e] = static_cast<std::uint32_t>(figures.size());
            figures.push_back({.establishment = e});
        }
    }
    return positions;
}

bool is_recent(const Person& person) { return person.hired != never && person.hired > -recent_months; }

/// By occupation: share of those in post hired lately.
std::vector<double> recent_shares(const Pack& pack, const State& first) {
    std::vector<double> recent(pack.occupations.size(), 0.0);
    std::vector<double> all(pack.occupations.size(), 0.0);
    for (std::uint32_t i = 0; i < first.posts.size(); ++i) {
        const Post& post = first.posts[PostId{i}];
        if (post.exists() && !post.holder.none()) {
            const std::size_t occupation = first.cells.occupation[post.cell];
            all[occupation] += 1;
            recent[occupation] += is_recent(first.persons[post.holder]) ? 1 : 0;
        }
    }
    for (std::size_t o = 0; o < recent.size(); ++o) {
        recent[o] /= std::max(1.0, all[o]);
    }
    return recent;
}

void count_people(const Pack& pack, const State& first, const std::vector<std::uint32_t>& positions,
                  std::vector<Figures>& figures) {
    const std::vector<double> recent = recent_shares(pack, first);
    for (std::uint32_t i = 0; i < first.posts.size(); ++i) {
        const Post& post = first.posts[PostId{i}];
        if (!post.exists() || post.holder.none()) {
            continue;
        }
        const std::uint32_t position = positions[first.cells.establishment[post.cell].value];
        if (position == no_index) {
            continue;
        }
        const Person& person = first.persons[post.holder];
        const int age = person.age_years(0);
        Figures& one = figures[position];
        one.workers += 1;
        one.under_30 += age < 30 ? 1 : 0;
        one.from_55 += age >= 55 ? 1 : 0;
        one.recent += is_recent(person) ? 1 : 0;
        one.recent_expected += recent[first.cells.occupation[post.cell]];
    }
}

void add_tables(const Pack& pack, const std::vector<std::uint32_t>& positions, std::vector<Figures>& figures) {
    const auto of = [&](std::uint32_t establishment) -> Figures* {
        const std::uint32_t position = positions[establishment];
        return position == no_index ? nullptr : &figures[position];
    };
    for (Figures& one : figures) {
        const int born = pack.establishments[one.establishment].owner_birth_year;
        one.owner_age = born == 0 ? 0 : pack.calendar.start.year() - born;
        one.surveyed = 2 * people_told(pack, one.establishment) > pack.establishments[one.establishment].posts;
    }
    for (const Link& link : pack.links) {
        for (const std::uint32_t end : {link.establishment, link.partner}) {
            if (Figures* one = of(end)) {
                one->links += 1;
            }
        }
    }
    for (const PlannedRecruitment& row : pack.planned_recruitments) {
        Figures* one = of(row.establishment);
        if (one != nullptr && row.difficult) {
            one->planned += row.persons;
            one->planned_difficult += *row.difficult ? row.persons : 0;
        }
    }
}

}  // namespace

int people_told(const Pack& pack, std::uint32_t establishment) {
    int people = 0;
    for (const WorkerRow& row : pack.workers) {
        people += row.establishment == establishment ? row.persons : 0;
    }
    return people;
}

std::vector<Figures> figures_of(const Pack& pack, const State& first, const std::vector<Holding>& holdings) {
    std::vector<Figures> figures;
    const std::vector<std::uint32_t> positions = positions_of(pack, figures);
    count_people(pack, first, positions, figures);
    for (const Holding& one : holdings) {
        const std::uint32_t position = positions[one.establishment.value];
        if (position != no_index) {
            figures[position].asked += 1;
            figures[position].single += one.people == 1 ? 1 : 0;
            figures[position].unheld += one.people == 0 ? 1 : 0;
        }
    }
    add_tables(pack, positions, figures);
    return figures;
}

}  // namespace releve::audit

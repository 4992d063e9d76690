#include "scenarios/audit/secrecy/secrecy.hpp"

#include "engine/base/error.hpp"
#include "scenarios/audit/secrecy/public_tables.hpp"
#include "tests/langres.hpp"

#include <catch2/catch.hpp>
#include <limits>
#include <map>
#include <random>

namespace releve::audit {

namespace {

const SecrecyRules usual;

class Random {
public:
    explicit Random(std::uint32_t seed) : words_(seed) {}
    std::uint32_t below(std::uint32_t bound) { return static_cast<std::uint32_t>(words_()) % bound; }

private:
    std::mt19937 words_;
};

PublicCell cell(std::uint32_t parent, std::vector<Contribution> contributions) {
    PublicCell made{parent, 0, std::move(contributions)};
    made.persons = made.value();
    return made;
}

/// `number` establishments of `each`, named from `first` on.
PublicCell even(std::uint32_t parent, std::uint32_t first, std::uint32_t number, double each) {
    std::vector<Contribution> contributions;
    for (std::uint32_t i = 0; i < number; ++i) {
        contributions.push_back({first + i, each});
    }
    return cell(parent, contributions);
}

/// Puts before some cells their total.
std::vector<PublicCell> with_total(std::vector<PublicCell> parts) {
    std::map<std::uint32_t, double> all;
    for (PublicCell& part : parts) {
        part.parent = 0;
        for (const Contribution& one : part.contributions) {
            all[one.establishment] += one.value;
        }
    }
    std::vector<Contribution> contributions;
    for (const auto& [establishment, value] : all) {
        contributions.push_back({establishment, value});
    }
    parts.insert(parts.begin(), cell(no_parent, contributions));
    return parts;
}

std::vector<PublicCell> drawn_table(Random& random) {
    std::vector<PublicCell> parts;
    const std::uint32_t units = 2 + random.below(8);
    for (std::uint32_t unit = 0; unit < units; ++unit) {
        std::vector<Contribution> contributions;
        const std::uint32_t establishments = random.below(7);  // often too few
        for (std::uint32_t i = 0; i < establishments; ++i) {
            const double value = random.below(4) == 0 ? 60 : 1 + random.below(6);  // now and then a large one
            contributions.push_back({unit * 10 + i, value});
        }
        parts.push_back(cell(0, contributions));
    }
    return with_total(parts);
}

bool safe_by_hand(const std::vector<Contribution>& contributions) {
    double sum = 0;
    double largest = 0;
    for (const Contribution& one : contributions) {
        sum += one.value;
        largest = std::max(largest, one.value);
    }
    return contributions.empty() || (contributions.size() >= 3 && largest <= 0.85 * sum && sum >= 5);
}

}  // namespace

TEST_CASE("A cell of too few is hidden", "[secrecy]") {
    CHECK(primary_secrecy(even(0, 0, 3, 2), usual) == Secrecy::shown);
    CHECK(primary_secrecy(even(0, 0, 2, 50), usual) == Secrecy::few_establishments);
    CHECK(primary_secrecy(even(0, 0, 4, 1), usual) == Secrecy::few_persons);
    CHECK(primary_secrecy(even(0, 0, 5, 1), usual) == Secrecy::shown);
    CHECK(primary_secrecy(cell(0, {{0, 86}, {1, 7}, {2, 7}}), usual) == Secrecy::dominated);
    CHECK(primary_secrecy(cell(0, {{0, 85}, {1, 8}, {2, 7}}), usual) == Secrecy::shown);  // no more than 85 %
    CHECK(primary_secrecy(cell(0, {{0, 5}, {1, 5}, {2, 0}}), usual) ==
          Secrecy::few_establishments);  // two bring anything
    CHECK(primary_secrecy(cell(0, {}), usual) == Secrecy::shown);
    CHECK(primary_secrecy(even(0, 0, 3, 2), {.establishments = 4}) == Secrecy::few_establishments);
}

TEST_CASE("A lone hidden cell would be total minus the rest: another is hidden with it", "[secrecy]") {
    // 3 people of one establishment, then 12, 20 and 50 of four establishments each
    const auto table = with_total({even(0, 0, 1, 3), even(0, 10, 4, 5), even(0, 20, 4, 3), even(0, 30, 5, 10)});
    const std::vector<Secrecy> naive{Secrecy::shown, Secrecy::few_establishments, Secrecy::shown, Secrecy::shown,
                                     Secrecy::shown};
    CHECK(exposed_cells(table, naive, usual) == std::vector<std::size_t>{1});
    const Feasible known = feasible_intervals(table, naive)[1];
    CHECK((known.least == 3 && known.most == 3));  // anybody can subtract
    const std::vector<Secrecy> hidden = protect(table, usual);
    CHECK(hidden == std::vector<Secrecy>{Secrecy::shown, Secrecy::few_establishments, Secrecy::shown,
                                         Secrecy::secondary, Secrecy::shown});  // the smallest that is enough
    const std::vector<Feasible> feasible = feasible_intervals(table, hidden);
    CHECK((feasible[1].least == 0 && feasible[1].most == 15));
    CHECK((feasible[2].least == 20 && feasible[2].most == 20));
}

TEST_CASE("Two hidden cells of one establishment each know each other: a third is hidden", "[secrecy]") {
    const auto table = with_total({even(0, 0, 1, 30), even(0, 1, 1, 40), even(0, 20, 4, 30), even(0, 30, 4, 50)});
    const std::vector<Secrecy> hidden = protect(table, usual);
    CHECK(hidden[3] == Secrecy::secondary);
    CHECK(hidden[4] == Secrecy::shown);
}

TEST_CASE("Hidden cells of one establishment in two occupations are not three establishments", "[secrecy]") {
    const auto table = with_total({even(0, 0, 2, 10), even(0, 0, 1, 20), even(0, 20, 5, 30)});
    CHECK(protect(table, usual)[3] == Secrecy::secondary);  // together, the two others still tell of two
}

TEST_CASE("A table that nothing else protects hides its total", "[secrecy]") {
    const auto table = with_total({even(0, 0, 1, 8), even(0, 1, 1, 9)});
    for (const Secrecy hidden : protect(table, usual)) {
        CHECK(hidden == Secrecy::few_establishments);
    }
    const auto alone = with_total({even(0, 0, 1, 8)});
    CHECK(protect(alone, usual)[0] != Secrecy::shown);
}

TEST_CASE("Drawn tables: what is unsafe is hidden, what is hidden cannot be worked out", "[secrecy]") {
    Random random(1);
    std::size_t naive_found = 0;
    for (int i = 0; i < 3000; ++i) {
        const auto table = drawn_table(random);
        const std::vector<Secrecy> hidden = protect(table, usual);
        double left = table[0].value();
        std::vector<Contribution> together;
        std::size_t number = 0;
        std::size_t primary = 0;
        for (std::size_t j = 1; j < table.size(); ++j) {
            if (!safe_by_hand(table[j].contributions)) {
                REQUIRE(hidden[j] != Secrecy::shown);
                ++primary;
            }
            if (hidden[j] == Secrecy::shown) {
                left -= table[j].value();
            } else {
                ++number;
                together.insert(together.end(), table[j].contributions.begin(), table[j].contributions.end());
            }
        }
        naive_found += primary == 1 ? 1U : 0U;
        REQUIRE(exposed_cells(table, hidden, usual).empty());
        if (hidden[0] != Secrecy::shown) {
            continue;  // the total too: nothing to subtract from
        }
        REQUIRE(safe_by_hand(together));
        REQUIRE(number != 1);
        for (std::size_t j = 1; j < table.size() && number > 0; ++j) {
            const Feasible feasible = feasible_intervals(table, hidden)[j];
            if (hidden[j] != Secrecy::shown) {  // from 0 to all that is hidden
                REQUIRE(feasible.least == 0);
                REQUIRE(feasible.most == Approx(left).margin(1e-9));
                REQUIRE(left >= 1.2 * table[j].value() - 1e-9);
            }
        }
    }
    CHECK(naive_found > 100);  // hiding primary cells alone would often have failed
}

namespace {

/// Least and most of each cell over all whole numbers, up to a bound, that fit what is shown: by trying them all.
std::vector<Feasible> by_trial(const std::vector<PublicCell>& table, const std::vector<Secrecy>& hidden, int bound) {
    std::vector<std::size_t> unknown;  // leaves
    for (std::size_t i = 0; i < table.size(); ++i) {
        const bool leaf =
            std::none_of(table.begin(), table.end(), [&](const PublicCell& one) { return one.parent == i; });
        if (leaf && hidden[i] != Secrecy::shown) {
            unknown.push_back(i);
        }
    }
    std::vector<Feasible> range(table.size(), {std::numeric_limits<double>::infinity(), -1});
    std::vector<int> tried(unknown.size(), 0);
    for (;;) {
        std::vector<double> values(table.size(), 0);
        for (std::size_t i = table.size(); i-- > 0;) {
            const bool leaf = values[i] == 0 && std::none_of(table.begin(), table.end(),
                                                             [&](const PublicCell& one) { return one.parent == i; });
            if (leaf) {
                const auto at = std::find(unknown.begin(), unknown.end(), i);
                values[i] =
                    at == unknown.end() ? table[i].value() : tried[static_cast<std::size_t>(at - unknown.begin())];
            }
            if (table[i].parent != no_parent) {
                values[table[i].parent] += values[i];
            }
        }
        bool fits = true;
        for (std::size_t i = 0; i < table.size(); ++i) {
            fits = fits && (hidden[i] != Secrecy::shown || values[i] == table[i].value());
        }
        for (std::size_t i = 0; i < table.size() && fits; ++i) {
            range[i] = {std::min(range[i].least, values[i]), std::max(range[i].most, values[i])};
        }
        std::size_t digit = 0;
        while (digit < tried.size() && ++tried[digit] > bound) {
            tried[digit++] = 0;
        }
        if (digit == tried.size()) {
            return range;
        }
    }
}

/// A total, two or three groups, and up to three parts of each.
std::vector<PublicCell> nested_table(Random& random) {
    std::vector<PublicCell> parts;
    const std::uint32_t groups = 2 + random.below(2);
    for (std::uint32_t group = 0; group < groups; ++group) {
        const std::size_t place = parts.size();
        parts.push_back({});
        std::vector<Contribution> all;
        const std::uint32_t units = group == 0 ? 3 : random.below(3);
        for (std::uint32_t unit = 0; unit < units; ++unit) {
            std::vector<Contribution> contributions;
            const std::uint32_t establishments = 1 + random.below(4);
            for (std::uint32_t i = 0; i < establishments; ++i) {
                contributions.push_back({group * 100 + unit * 10 + i, 1.0 + random.below(2)});
            }
            all.insert(all.end(), contributions.begin(), contributions.end());
            parts.push_back(cell(static_cast<std::uint32_t>(place + 1), contributions));
        }
        if (units == 0) {
            for (std::uint32_t i = 0; i < 2 + random.below(4); ++i) {
                all.push_back({group * 100 + i, 2});
            }
        }
        parts[place] = cell(0, all);
    }
    std::vector<std::uint32_t> parents;
    for (const PublicCell& part : parts) {
        parents.push_back(part.parent);
    }
    std::vector<PublicCell> groups_only;
    std::copy_if(parts.begin(), parts.end(), std::back_inserter(groups_only),
                 [](const PublicCell& part) { return part.parent == 0; });
    parts.insert(parts.begin(), with_total(groups_only)[0]);
    return parts;
}

}  // namespace

TEST_CASE("Nested tables: intervals are those found by trying every number", "[secrecy]") {
    Random random(2);
    std::size_t compared = 0;
    for (int i = 0; i < 400; ++i) {
        const auto table = nested_table(random);
        std::vector<Secrecy> hidden(table.size(), Secrecy::shown);
        std::size_t number = 0;
        for (std::size_t j = 1; j < table.size(); ++j) {  // any pattern, good or bad; the total is shown
            if (number < 4 && random.below(2) == 0) {
                hidden[j] = Secrecy::secondary;
                ++number;
            }
        }
        const int bound = static_cast<int>(table[0].value());
        if (bound > 24) {
            continue;  // too many to try
        }
        const std::vector<Feasible> found = feasible_intervals(table, hidden);
        const std::vector<Feasible> tried = by_trial(table, hidden, bound);
        for (std::size_t j = 0; j < table.size(); ++j) {
            REQUIRE(found[j].least == Approx(tried[j].least));
            REQUIRE(found[j].most == Approx(tried[j].most));
            ++compared;
        }
    }
    CHECK(compared > 1000);
}

TEST_CASE("Nested tables are protected at every level", "[secrecy]") {
    Random random(3);
    for (int i = 0; i < 1000; ++i) {
        const auto table = nested_table(random);
        const std::vector<Secrecy> hidden = protect(table, usual);
        const std::vector<Feasible> feasible = feasible_intervals(table, hidden);
        REQUIRE(exposed_cells(table, hidden, usual).empty());
        for (std::size_t j = 0; j < table.size(); ++j) {
            if (hidden[j] != Secrecy::shown && table[j].value() > 0) {
                REQUIRE(feasible[j].most - feasible[j].least >= 0.4 * table[j].value() - 1e-9);
            } else {
                REQUIRE(primary_secrecy(table[j], usual) == Secrecy::shown);
            }
        }
    }
}

TEST_CASE("What is left of a hidden group when its shown parts are taken off must be safe too", "[secrecy]") {
    // total 108: group A = 3 (one establishment) + 50 shown; B = 5 (one establishment); C = 50
    const std::vector<PublicCell> groups = with_total(
        {cell(0, {{0, 3}, {1, 10}, {2, 10}, {3, 10}, {4, 10}, {5, 10}}), even(0, 20, 1, 5), even(0, 30, 5, 10)});
    std::vector<PublicCell> table = groups;
    table.push_back(even(1, 0, 1, 3));
    table.push_back(even(1, 1, 5, 10));
    std::vector<Secrecy> hidden(table.size(), Secrecy::shown);
    hidden[1] = hidden[2] = hidden[4] = Secrecy::secondary;
    // A + B = 58 of seven establishments is known; less the 50 shown, 8 of two are left
    const std::vector<std::size_t> exposed = exposed_cells(table, hidden, usual);
    CHECK(std::find(exposed.begin(), exposed.end(), 2) != exposed.end());
    CHECK(std::find(exposed.begin(), exposed.end(), 4) != exposed.end());
}

TEST_CASE("A table whose parts do not sum up is refused", "[secrecy]") {
    auto table = with_total({even(0, 0, 3, 3), even(0, 10, 4, 5)});
    table[1].contributions[0].value += 1;
    CHECK_THROWS_AS(protect(table, usual), ModelError);
    CHECK_THROWS_AS(protect(std::vector{even(0, 0, 3, 3)}, usual), ModelError);  // a part of itself
}

TEST_CASE("Public tables of the Langres area hide small communes and nothing can be worked out", "[secrecy]") {
    const Pack& pack = tests::langres();
    for (const Cut cut : {Cut::zone, Cut::sector, Cut::size, Cut::occupation}) {
        const auto table = public_cells(pack, cut);
        const std::vector<Secrecy> hidden = protect(table, usual);
        CHECK(exposed_cells(table, hidden, usual).empty());
        CHECK(hidden[0] == Secrecy::shown);
        CHECK(table[0].value() == 17238);
        CHECK((table[0].parent == no_parent && table[1].parent == 0));
        std::size_t primary = 0;
        std::size_t all = 0;
        for (std::size_t i = 1; i < table.size(); ++i) {
            primary += safe_by_hand(table[i].contributions) ? 0U : 1U;
            all += hidden[i] != Secrecy::shown ? 1U : 0U;
        }
        CHECK(all >= primary);
        CHECK((cut != Cut::zone || primary > 10));
        CHECK(all <= primary + 3);  // little more is hidden than has to be
    }
}

}  // namespace releve::audit

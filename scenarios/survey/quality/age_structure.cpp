#include "scenarios/survey/quality/age_structure.hpp"

#include "engine/base/portable_math.hpp"

#include <algorithm>

namespace releve::survey {

namespace {

/// Log of the probability of each count from 0 to n; `share` strictly between 0 and 1.
std::vector<double> log_binomial(int n, double share) {
    std::vector<double> logs(static_cast<std::size_t>(n) + 1);
    const double up = portable_log(share), down = portable_log(1 - share);
    double coefficient = 0;
    for (int k = 0; k <= n; ++k) {
        logs[static_cast<std::size_t>(k)] = coefficient + k * up + (n - k) * down;
        coefficient += portable_log(static_cast<double>(n - k) + (k == n ? 1 : 0)) - portable_log(k + 1.0);
    }
    return logs;
}

struct Ages {
    double older = 0, all = 0;
};

/// People by occupation, older and all; nothing where a band straddles the age that parts them.
std::vector<Ages> ages_by_occupation(const Pack& base) {
    std::vector<Ages> ages(base.occupations.size());
    for (const EmploymentMargin& margin : base.employment_margins) {
        if (margin.occupation < 0 || margin.age_band < 0 || margin.sex >= 0) {
            continue;
        }
        const AgeBand& band = base.age_bands[static_cast<std::size_t>(margin.age_band)];
        if (band.from < older_from && band.to >= older_from) {
            return {};
        }
        Ages& of = ages[static_cast<std::size_t>(margin.occupation)];
        of.all += margin.persons;
        of.older += band.from >= older_from ? margin.persons : 0;
    }
    return ages;
}

/// Share of older people by sector; 0 where nothing is known.
std::vector<double> older_by_sector(const Pack& base) {
    const std::vector<Ages> ages = ages_by_occupation(base);
    std::vector<Ages> sums(base.sectors.size());
    for (const PostRow& post : base.posts) {
        if (ages.empty() || ages[post.occupation].all <= 0) {
            continue;
        }
        const Ages& of = ages[post.occupation];
        Ages& sum = sums[base.establishments[post.establishment].sector];
        sum.all += post.posts;
        sum.older += post.posts * of.older / of.all;
    }
    std::vector<double> shares;
    for (const Ages& sum : sums) {
        shares.push_back(sum.all > 0 ? sum.older / sum.all : 0);
    }
    return shares;
}

}  // namespace

double binomial_two_sided(int k, int n, double share) {
    constexpr double equal = 1e-7;  // relative: probabilities as equal as rounding lets them be
    const std::vector<double> logs = log_binomial(n, share);
    double sum = 0;
    for (const double log : logs) {
        sum += log <= logs[static_cast<std::size_t>(k)] + equal ? portable_exp(log) : 0;
    }
    return std::min(sum, 1.0);
}

std::vector<AgeTest> age_tests(const Answers& answers, const std::vector<KnownPeople>& people, const Pack& base) {
    std::vector<AgeTest> tests(answers.establishments.size());
    for (const KnownPeople& line : people) {
        const int year = answers.establishments[line.establishment].year(base);
        const bool older = year - line.born_to >= older_from;
        if (older || year - line.born_from < older_from) {
            tests[line.establishment].known += line.persons;
            tests[line.establishment].older += older ? line.persons : 0;
        }
    }
    const std::vector<double> shares = older_by_sector(base);
    for (std::uint32_t i = 0; i < tests.size(); ++i) {
        tests[i].establishment = i;
        tests[i].expected = shares[answers.establishments[i].sector];
    }
    std::erase_if(tests, [](const AgeTest& test) {
        return test.known < least_known || test.expected <= 0 || test.expected >= 1;
    });
    for (AgeTest& test : tests) {
        test.probability = binomial_two_sided(test.older, test.known, test.expected);
    }
    return tests;
}

}  // namespace releve::survey

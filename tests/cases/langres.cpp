#include "tests/langres_run.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

using namespace releve;
using namespace releve::tests;

namespace {

constexpr std::uint32_t replicates = 10;
constexpr std::size_t first_year = 2013;

/// The baseline from 2013-01 to 2022-12.
const std::vector<ReplicateResult>& hindcast() {
    static const std::vector<ReplicateResult> results = [] {
        const EnsembleResult ensemble =
            run_ensemble({langres_plan_of("baseline.toml", 120)}, {.seed = 1, .replicates = replicates});
        std::vector<ReplicateResult> runs;
        for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
            runs.push_back(ensemble.run(0, replicate));
        }
        return runs;
    }();
    return results;
}

struct Figure {
    double mean = 0;
    double error = 0;  ///< Monte-Carlo standard error of the mean
};

/// Mean over replicates of what `of` makes of one result.
template <class Of>
Figure over_replicates(Of of) {
    std::vector<double> values;
    for (const ReplicateResult& result : hindcast()) {
        values.push_back(of(result));
    }
    const double n = static_cast<double>(values.size());
    Figure figure{std::accumulate(values.begin(), values.end(), 0.0) / n, 0};
    for (const double value : values) {
        figure.error += (value - figure.mean) * (value - figure.mean) / (n - 1) / n;
    }
    figure.error = std::sqrt(figure.error);
    return figure;
}

double in_december(const ReplicateResult& result, std::string_view output, std::size_t year) {
    return double{result.values[output_at(output)][12 * (year - first_year) + 11]};
}

/// Sum of the cells from..to-1 of a yearly breakdown that has `cells` of them.
double in_year(const ReplicateResult& result, std::string_view output, std::size_t year, std::size_t cells,
               std::size_t from, std::size_t to) {
    double sum = 0;
    for (std::size_t cell = from; cell < to; ++cell) {
        sum += double{result.values[output_at(output)][(year - first_year) * cells + cell]};
    }
    return sum;
}

constexpr std::size_t contracts = contract_words.size();
double of_contract(const ReplicateResult& result, std::string_view output, std::size_t year, Contract contract) {
    const auto at = static_cast<std::size_t>(contract);
    return in_year(result, output, year, contracts, at, at + 1);
}

}  // namespace

TEST_CASE("Langres: people in post follow the census of 2016 and 2022") {
    // Insee counts 16,917 (RP2016) and 16,350 (RP2022) people at work in 165 of the 168 communes. Tolerance of 2.5 %: 0.5 %
    // for the three communes missing (their share of the population), 1 % for a census that surveys a fifth of the small
    // communes each year, 1 % for a figure of January against one of December (the course falls by 0.7 % a year)
    const std::pair<std::size_t, double> published[] = {{2016, 16'917}, {2022, 16'350}};
    for (const auto& [year, posts] : published) {
        const Figure found =
            over_replicates([y = year](const ReplicateResult& r) { return in_december(r, "employment", y); });
        INFO(year << ": " << found.mean << " +- " << found.error << ", published " << posts);
        CHECK(std::abs(found.mean / posts - 1) < 0.025);
        CHECK(found.error < 0.005 * posts);
    }
}

TEST_CASE("Langres: unemployment stays between 8 and 12 per cent, near the published rate at first") {
    // Haute-Marne, fourth quarters (Insee, localised rates). Tolerance of 1.5 points: 0.5 for a department against its
    // south, 0.5 for job seekers by their own word against registered ones, 0.5 for chance
    const std::pair<std::size_t, double> published[] = {{2013, 0.092}, {2014, 0.097}, {2015, 0.094}, {2016, 0.091}};
    const auto rate_of = [](std::size_t year) {
        return over_replicates([=](const ReplicateResult& r) { return in_december(r, "unemployment_rate", year); })
            .mean;
    };
    for (const auto& [year, rate] : published) {
        INFO(year << ": " << rate_of(year));
        CHECK(std::abs(rate_of(year) - rate) < 0.015);
    }
    // from 2017 on the department's rate fell to 6.5 % in 2022; the model does not follow: a guard, not a validation
    for (std::size_t year = first_year; year <= 2022; ++year) {
        INFO(year << ": " << rate_of(year));
        CHECK(rate_of(year) > 0.08);
        CHECK(rate_of(year) < 0.12);
    }
}

TEST_CASE("Langres: employment of 55-64 rises to what the census counted in 2019, without a burst of retirements") {
    const auto employed = [](const ReplicateResult& r, std::size_t year, int from_age, int to_age) {
        constexpr std::size_t cells = result_age_bands * 2;
        const std::size_t from = result_age_band(from_age) * 2;
        const std::size_t to = result_age_band(to_age) * 2 + 2;
        return in_year(r, "working_residents_by_age", year, cells, from, to) /
               in_year(r, "residents_by_age", year, cells, from, to);
    };
    const auto employed_60_64 = [&](const ReplicateResult& r, std::size_t year) { return employed(r, year, 60, 64); };
    // The national rate of 60-64 is compared on cohorts (cases/retirement.cpp). Here fewer work at that age from the start
    // (16 % against 22 %: more retired, Insee RP2013), and did later: 2,839 of 6,359 people of 55-64 in the arrondissement
    // (RP2019), 44.6 %, where France has some 52. The model gives 50: still high. Seven points guard what is there
    const Figure found = over_replicates([&](const ReplicateResult& r) { return employed(r, 2019, 55, 64); });
    INFO("55-64 in 2019: " << found.mean);
    CHECK(std::abs(found.mean - 0.446) < 0.07);
    const Figure before = over_replicates([&](const ReplicateResult& r) { return employed(r, 2015, 55, 59); });
    INFO("55-59 in 2015: " << before.mean);
    CHECK(std::abs(before.mean - 0.694) < 0.02);  // France, where the rate at the start is that of Langres
    // no burst: nobody waited for the run to begin to leave (it was half as much again, most of it in the first month). A
    // fifth: the reform of 2010 makes a tenth of difference between these years, and ten replicates of some 270 exits leave
    // a standard error of 2.7 % of the ratio
    const auto retirements = [](const ReplicateResult& r, std::size_t year) {
        return in_year(r, "retirements", 2013, 1, 12 * (year - first_year), 12 * (year - first_year) + 12);
    };
    const auto mean = [&](std::size_t year) {
        return over_replicates([&](const ReplicateResult& r) { return retirements(r, year); }).mean;
    };
    for (std::size_t year = 2014; year <= 2016; ++year) {
        INFO("retirements: " << mean(2013) << ", " << year << ": " << mean(year));
        CHECK(std::abs(mean(2013) / mean(year) - 1) < 0.2);
    }
    for (std::size_t year = first_year + 1; year <= 2022; ++year) {
        const auto at = [&](std::size_t y) {
            return over_replicates([&](const ReplicateResult& r) { return employed_60_64(r, y); }).mean;
        };
        INFO(year);
        CHECK(at(year) > at(year - 1));
    }
}

namespace {

double employees(const ReplicateResult& result, std::size_t year) {
    return in_year(result, "employment_by_contract", year, contracts, 0, contracts) -
           of_contract(result, "employment_by_contract", year, Contract::owner);
}

/// Mean over 2014-2016 of what `of(result, year)` makes.
template <class Of>
double over_years(Of of) {
    return over_replicates([&](const ReplicateResult& r) { return (of(r, 2014) + of(r, 2015) + of(r, 2016)) / 3; })
        .mean;
}

}  // namespace

// Dares Analyses 2014-003, private employers, 2012. The parameters are calibrated on these rates, with bars set before: 0.5
// point for exits, 0.7 for entries (which follow from exits, conversions and the fall of employment). Chance: closures of
// large places come in lumps, so that three years and ten replicates make a standard error of 0.12 point (five seeds: 11.1
// to 11.4), a quarter of the narrower bar.
TEST_CASE("Langres: open-ended contracts end and begin as often as those of the country") {
    const auto rate = [](std::string_view output) {
        return over_years([=](const ReplicateResult& r, std::size_t year) {
            return of_contract(r, output, year, Contract::open_ended) / employees(r, year);
        });
    };
    const double exits = rate("separations_by_contract");
    const double entries = rate("hires_by_contract");
    INFO("exits " << exits << ", entries " << entries);
    CHECK(std::abs(exits - 0.113) < 0.005);
    CHECK(std::abs(entries - 0.098) < 0.007);
}

TEST_CASE("Langres: four hires in five, agency work aside, are on fixed terms; nine to ten employees in a hundred") {
    // Dares 2014-003: 81.2 % of hires in 2012, reached to 1 point although stays of under a month cannot exist here. Stock:
    // 9 to 10 % of fixed terms and 2 to 3 % of agency workers among employees (labour force survey), to half a point
    const double share = over_years([](const ReplicateResult& r, std::size_t year) {
        const double fixed = of_contract(r, "hires_by_contract", year, Contract::fixed_term);
        return fixed / (fixed + of_contract(r, "hires_by_contract", year, Contract::open_ended));
    });
    const auto stock = [](Contract contract) {
        return over_years([=](const ReplicateResult& r, std::size_t year) {
            return of_contract(r, "employment_by_contract", year, contract) / employees(r, year);
        });
    };
    INFO("share of hires " << share << ", fixed terms " << stock(Contract::fixed_term) << ", agency "
                           << stock(Contract::agency));
    CHECK(std::abs(share - 0.812) < 0.01);
    CHECK(std::abs(stock(Contract::fixed_term) - 0.095) < 0.01);
    CHECK(std::abs(stock(Contract::agency) - 0.025) < 0.01);
}

TEST_CASE(
    "Langres: about one employee in a hundred is promoted inside a year, a tenth of the open-ended posts filled") {
    // No national figure for all occupations. Above: executives' 21 % of posts filled from inside (Apec 2014-58, 2013) and a
    // third of the 4.9 % a year who change occupation (Dares 2018-049; a third of promotions came without a change of
    // employer, Insee Premiere 921). Below: half the share aimed at
    const auto of_year = [](const ReplicateResult& r, std::size_t year) {
        return in_year(r, "promotions", first_year, 1, 12 * (year - first_year), 12 * (year - first_year) + 12);
    };
    const double rate =
        over_years([&](const ReplicateResult& r, std::size_t year) { return of_year(r, year) / employees(r, year); });
    const double share = over_years([&](const ReplicateResult& r, std::size_t year) {
        const double hires = of_contract(r, "hires_by_contract", year, Contract::open_ended);
        return of_year(r, year) / (of_year(r, year) + hires);
    });
    INFO(rate << " a year, " << share << " of the open-ended posts filled");
    CHECK(rate < 0.016);
    CHECK(rate > 0.005);
    CHECK(share < 0.21);
    CHECK(share > 0.05);
}

#include "engine/model/conduct/score_check.hpp"
#include "tests/langres.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <map>
#include <numeric>

using namespace releve;
using namespace releve::tests;

namespace {

constexpr std::size_t axes = 9;
constexpr std::size_t groups = 4;

double normal(Draws& draws) {
    double sum = -6;  // of twelve uniforms: near enough to normal for scores in whole points
    for (int i = 0; i < 12; ++i) {
        sum += draws.uniform();
    }
    return sum;
}

/// Establishments in four sectors, some audited: the truth is an effect of the sector and a residual, both as told.
Pack simulated(std::uint32_t seed, std::size_t audited, double sector_deviation, double residual_deviation) {
    Pack pack;
    for (std::size_t axis = 0; axis < axes; ++axis) {
        pack.audit_axes.add("axis" + std::to_string(axis), {}, "");
    }
    for (std::size_t group = 0; group < groups; ++group) {
        pack.sectors.add("sector" + std::to_string(group), {}, "");
    }
    Draws draws(seed, 0, {}, purpose("test.scores"), 0);
    std::vector<double> effects(axes * groups);
    for (double& effect : effects) {
        effect = sector_deviation * normal(draws);
    }
    for (std::uint32_t e = 0; e < audited; ++e) {
        const auto sector = static_cast<std::uint32_t>(e % groups);
        pack.establishments.push_back({.id = std::to_string(e), .sector = sector, .size_band = 1, .posts = 4});
        for (std::uint32_t axis = 0; axis < axes; ++axis) {
            const double value = 2 + effects[axis * groups + sector] + residual_deviation * normal(draws);
            pack.audits.push_back({e, axis, static_cast<int>(std::lround(std::clamp(value, 0.0, 4.0))), {}, {}});
        }
    }
    return pack;
}

}  // namespace

TEST_CASE(
    "four in five scores of an establishment left out lie in the interval of 80 %, on data whose truth is known") {
    double covered = 0;
    double scores = 0;
    double error = 0;
    double error_of_axis_mean = 0;
    constexpr int packs = 12;
    for (std::uint32_t seed = 1; seed <= packs; ++seed) {
        const ScoreCheck check = check_scores(fit_scores(simulated(seed, 30, 0.5, 0.8)));
        covered += check.coverage * static_cast<double>(check.scores);
        scores += static_cast<double>(check.scores);
        error += check.error * check.error / packs;
        error_of_axis_mean += check.error_of_axis_mean * check.error_of_axis_mean / packs;
    }
    // The interval is of a continuous score, the scores are whole: with a deviation of 1 or so and an end of the interval
    // anywhere between two whole points, coverage shifts by at most half the probability of a point at each end, about
    // phi(1.28) / 2 = 0.09 each, and both ends over 108 axes and packs average out to about 0.09 / sqrt(108) = 0.01. Chance:
    // the scores of a sector's members share effects, which counts them for a quarter: sqrt(0.16 / (3240 / 4)) = 0.014.
    CHECK(covered / scores == Approx(0.8).margin(3 * std::sqrt(0.014 * 0.014 + 0.01 * 0.01)));
    // Effects of variance 0.25 beside 0.64 + 1/12 of residual and rounding: knowing the sector's half a dozen others takes
    // the mean square from 0.97 to 0.72 (1 + 1/7); asked for is half of the difference.
    CHECK(error < error_of_axis_mean - 0.07);
    CHECK(std::sqrt(error) > 0.75);  // no better than the residual, cut and rounded, allows
}

TEST_CASE("where establishments do not differ by sector the model says the axis mean, no worse") {
    double model = 0;
    double naive = 0;
    double naive_sector = 0;
    for (std::uint32_t seed = 1; seed <= 8; ++seed) {
        const ScoreCheck check = check_scores(fit_scores(simulated(100 + seed, 30, 0.0, 0.8)));
        model += check.error * check.error;
        naive += check.error_of_axis_mean * check.error_of_axis_mean;
        naive_sector += check.error_of_sector_mean * check.error_of_sector_mean;
    }
    CHECK(model < 1.04 * naive);  // a sector's mean costs 1/6.5 - 1/29 = 12 % where there is nothing to know
    CHECK(naive_sector > 1.05 * naive);
    CHECK(model < naive_sector);
}

TEST_CASE("leaving out in closed form is fitting again without the establishment") {
    const Pack pack = simulated(3, 8, 0.5, 0.8);
    double squares = 0;
    for (std::uint32_t left = 0; left < 8; ++left) {
        Pack others = pack;
        std::erase_if(others.audits, [&](const AuditRow& row) { return row.establishment == left; });
        const ScoreModel model = fit_scores(others);
        std::vector<ScoreQuestion> questions;
        for (std::size_t axis = 0; axis < axes; ++axis) {
            questions.push_back({axis, {left % 4, 1, EstablishmentKind::ordinary}});
        }
        const std::vector<ScoreForecast> forecasts = forecast_scores(model, questions);
        for (std::size_t axis = 0; axis < axes; ++axis) {
            const double off = pack.audits[left * axes + axis].score - forecasts[axis].mean;
            squares += off * off / (8.0 * axes);
        }
    }
    CHECK(check_scores(fit_scores(pack)).error == Approx(std::sqrt(squares)).epsilon(1e-9));
}

TEST_CASE("a sector nobody audited is told less surely than one that was, and its mean is that of the axis") {
    Pack pack = simulated(5, 28, 0.5, 0.6);
    pack.sectors.add("unknown", {}, "");
    const ScoreModel model = fit_scores(pack);
    CHECK(std::accumulate(model.weights.begin(), model.weights.end(), 0.0) == Approx(1));
    const std::vector<ScoreQuestion> questions{{0, {0, 1, EstablishmentKind::ordinary}},
                                               {0, {4, 1, EstablishmentKind::ordinary}}};
    const std::vector<ScoreForecast> forecasts = forecast_scores(model, questions);
    CHECK(forecasts[1].deviation > forecasts[0].deviation);
    double mean = 0;
    for (const AuditRow& row : pack.audits) {
        mean += row.axis == 0 ? row.score / 28.0 : 0.0;
    }
    CHECK(forecasts[1].mean == Approx(mean).margin(0.3));  // drawn towards 2 a little, by priors worth a few scores
}

TEST_CASE(
    "drawn scores: audited ones are kept, all are whole and from 0 to 4, no order nor other establishment matters") {
    const Pack& pack = langres();
    const std::size_t pack_axes = pack.audit_axes.size();
    Pack shuffled = pack;
    std::reverse(shuffled.audits.begin(), shuffled.audits.end());
    const ScoreModel model = fit_scores(pack);
    const std::vector<std::uint8_t> scores = draw_scores(model, pack, {1, 7});
    CHECK(scores.size() == pack.establishments.size() * pack_axes);
    CHECK(*std::max_element(scores.begin(), scores.end()) == 4);
    CHECK(std::count(scores.begin(), scores.end(), 0) > 0);
    for (const AuditRow& row : pack.audits) {
        CHECK(scores[row.establishment * pack_axes + row.axis] == row.score);
    }
    CHECK(draw_scores(fit_scores(shuffled), shuffled, {1, 7}) == scores);
    CHECK(draw_scores(model, pack, {1, 8}) != scores);
    CHECK(draw_scores(model, pack, {2, 7}) != scores);
    Pack fewer = pack;
    fewer.establishments.resize(fewer.establishments.size() - 10);  // none of them audited
    const std::vector<std::uint8_t> of_fewer = draw_scores(model, fewer, {1, 7});
    CHECK(std::equal(of_fewer.begin(), of_fewer.end(), scores.begin()));
}

TEST_CASE("what is drawn spreads as the forecast says") {
    const Pack& pack = langres();
    const ScoreModel model = fit_scores(pack);
    const ScoreStratum stratum{pack.establishments[0].sector, pack.establishments[0].size_band,
                               pack.establishments[0].kind};
    const std::vector<ScoreQuestion> question{{6, stratum}};
    const ScoreForecast forecast = forecast_scores(model, question).front();
    constexpr int replicates = 400;
    double sum = 0;
    double squares = 0;
    for (std::uint32_t r = 0; r < replicates; ++r) {
        const double score = draw_scores(model, pack, {1, r})[model.axes[6]];
        sum += score / replicates;
        squares += score * score / replicates;
    }
    const double error = forecast.deviation / std::sqrt(replicates);
    CHECK(sum == Approx(expected_score(forecast)).margin(4 * error));
    // cutting to 0-4 moves the deviation a little: with a mean near 2.3 and a deviation near 1 some 5 % are cut above, at about
    // 0.4 points beyond, 1 % below: a few per cent
    CHECK(std::sqrt(squares - sum * sum) == Approx(forecast.deviation).epsilon(4 / std::sqrt(2.0 * replicates) + 0.06));
}

TEST_CASE("the expected score is that of scores cut to 0-4 and rounded, not of the forecast before") {
    const double deviation = std::sqrt(1 + 1.0 / 12);    // 1 once the rounding is taken out
    CHECK(expected_score({2, deviation}) == Approx(2));  // as much is cut above as below
    CHECK(expected_score({9, deviation}) == Approx(4).margin(1e-4));
    CHECK(expected_score({-9, deviation}) == Approx(0).margin(1e-4));
    // half of the scores of mean 3.5 are 4, then 3 with probability Phi(1) - Phi(0), 2 with Phi(2) - Phi(1)...
    const auto phi = [](double x) { return std::erfc(-x / std::sqrt(2.0)) / 2; };
    CHECK(expected_score({3.5, deviation}) == Approx(0.5 + phi(1) + phi(2) + phi(3)));
    CHECK(expected_score({2.6, 0.1}) == Approx(3));  // narrower than rounding itself
}

TEST_CASE("a pack without audits has an empty model") {
    Pack pack = langres();
    pack.audits.clear();
    const ScoreModel model = fit_scores(pack);
    CHECK(model.empty());
    CHECK(check_scores(model).scores == 0);
    const std::vector<std::uint8_t> scores = draw_scores(model, pack, {1, 1});
    CHECK(std::count(scores.begin(), scores.end(), no_score) == static_cast<std::ptrdiff_t>(scores.size()));
}

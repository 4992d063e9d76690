#include "scenarios/audit/levers/gains.hpp"

#include <algorithm>
#include <cmath>

namespace releve::audit {

namespace {

/// Of one establishment, per post.
struct Measured {
    Gain* gain = nullptr;
    double posts = 1;
    double value = 0, variance = 0;
};

/// The error of a gain that few replicates show is itself badly known: half of its variance is that of the pooled error, which
/// grows with the posts.
std::vector<Measured> measured(std::span<Gain* const> gains, std::span<const double> posts) {
    double variances = 0;
    double all_posts = 0;
    for (std::size_t i = 0; i < gains.size(); ++i) {
        variances += gains[i]->touched ? gains[i]->error * gains[i]->error : 0.0;
        all_posts += gains[i]->touched ? posts[i] : 0.0;
    }
    std::vector<Measured> all;
    for (std::size_t i = 0; i < gains.size(); ++i) {
        Gain& gain = *gains[i];
        if (!gain.touched) {
            gain.shrunk = gain.shrunk_error = gain.common_error = gain.probability = 0;
            continue;
        }
        const double pooled = variances / all_posts * posts[i];
        all.push_back(
            {&gain, posts[i], gain.raw / posts[i], (gain.error * gain.error + pooled) / 2 / (posts[i] * posts[i])});
    }
    return all;
}

struct Common {
    double mean = 0, variance = 0;  ///< of the mean
    double spread = 0;              ///< variance between establishments
};

Common common_of(const std::vector<Measured>& all) {
    const auto weigh = [&](double spread) {
        Common common{.spread = spread};
        double weights = 0;
        for (const Measured& one : all) {
            weights += 1 / (one.variance + spread);
            common.mean += one.value / (one.variance + spread);
        }
        common.mean /= weights;
        common.variance = 1 / weights;
        return common;
    };
    const Common fixed = weigh(0);
    double q = 0;
    double weights = 0;
    double squares = 0;
    for (const Measured& one : all) {
        q += (one.value - fixed.mean) * (one.value - fixed.mean) / one.variance;
        weights += 1 / one.variance;
        squares += 1 / (one.variance * one.variance);
    }
    const double spread = (q - (static_cast<double>(all.size()) - 1)) / (weights - squares / weights);
    return weigh(std::max(0.0, spread));
}

double normal_above_zero(double mean, double error) {
    return error > 0 ? 0.5 * std::erfc(-mean / error / std::sqrt(2.0)) : (mean > 0 ? 1.0 : 0.0);
}

}  // namespace

void shrink(std::span<Gain* const> gains, std::span<const double> posts) {
    const std::vector<Measured> all = measured(gains, posts);
    const bool certain = std::any_of(all.begin(), all.end(), [](const Measured& one) { return one.variance <= 0; });
    if (all.size() < 2 || certain) {  // nothing to lean on, or no need to
        for (const Measured& one : all) {
            one.gain->shrunk = one.gain->raw;
            one.gain->shrunk_error = one.gain->error;
            one.gain->probability = normal_above_zero(one.gain->raw, one.gain->error);
        }
        return;
    }
    const Common common = common_of(all);
    for (const Measured& one : all) {
        const double drawn = one.variance / (one.variance + common.spread);
        one.gain->own = 1 - drawn;
        one.gain->shrunk = one.posts * (drawn * common.mean + (1 - drawn) * one.value);
        one.gain->shrunk_error = one.posts * std::sqrt((1 - drawn) * one.variance + drawn * drawn * common.variance);
        one.gain->common_error = one.posts * drawn * std::sqrt(common.variance);
        one.gain->probability = normal_above_zero(one.gain->shrunk, one.gain->shrunk_error);
    }
}

}  // namespace releve::audit

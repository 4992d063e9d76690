#pragma once
#include "tests/engine/model/bench.hpp"
#include "tests/engine/state/small_state.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <string>
#include <vector>

/// What the closed forms share: packs and states of a few lines, replicates, and how far chance may carry a figure.
namespace releve::tests {

/// Independent values of one figure, one a replicate.
class Sample {
public:
    void add(double value) { values_.push_back(value); }
    double size() const { return static_cast<double>(values_.size()); }
    double mean() const {
        double sum = 0;
        for (const double value : values_) {
            sum += value;
        }
        return sum / size();
    }
    double variance() const { return mean_product(*this) * size() / (size() - 1); }
    double correlation(const Sample& other) const {
        return mean_product(other) / std::sqrt(mean_product(*this) * other.mean_product(other));
    }

private:
    /// Mean product of the deviations from the means.
    double mean_product(const Sample& other) const {
        const double here = mean();
        const double there = other.mean();
        double sum = 0;
        for (std::size_t i = 0; i < values_.size(); ++i) {
            sum += (values_[i] - here) * (other.values_[i] - there);
        }
        return sum / size();
    }
    std::vector<double> values_;
};

/// Of a known distribution over 0, 1, 2...
struct Moments {
    double mean = 0, variance = 0, fourth = 0;  ///< the last two central
};
inline Moments moments_of(const std::vector<double>& probabilities) {
    Moments moments;
    for (std::size_t k = 0; k < probabilities.size(); ++k) {
        moments.mean += static_cast<double>(k) * probabilities[k];
    }
    for (std::size_t k = 0; k < probabilities.size(); ++k) {
        const double square = std::pow(static_cast<double>(k) - moments.mean, 2);
        moments.variance += square * probabilities[k];
        moments.fourth += square * square * probabilities[k];
    }
    return moments;
}

/// Distribution of the number of events among independent ones of these probabilities (Poisson-binomial).
inline std::vector<double> number_of_events(const std::vector<double>& chances) {
    std::vector<double> number{1.0};
    for (const double p : chances) {
        number.push_back(0.0);
        for (std::size_t k = number.size() - 1; k > 0; --k) {
            number[k] = number[k] * (1 - p) + number[k - 1] * p;
        }
        number[0] *= 1 - p;
    }
    return number;
}

/// Four standard errors: of a mean, of a sample variance (exact: (m4 - s^4 (n - 3) / (n - 1)) / n), of a share.
inline double tolerance_of_mean(double variance, double n) { return 4 * std::sqrt(variance / n); }
inline double tolerance_of_variance(const Moments& of, double n) {
    return 4 * std::sqrt((of.fourth - of.variance * of.variance * (n - 3) / (n - 1)) / n);
}
inline double tolerance_of_share(double p, double n) { return tolerance_of_mean(p * (1 - p), n); }

/// `-s` on the command line prints every deviation.
inline void check_near(const std::string& what, double found, double expected, double tolerance) {
    INFO(what << ": " << found << ", expected " << expected << " +- " << tolerance << ": "
              << std::abs(found - expected) / tolerance << " of the tolerance");
    CHECK(std::abs(found - expected) <= tolerance);
}

/// One zone and these occupations, all alike and open to all; open-ended contracts only. Rates are for the test to add.
inline Pack plain_pack(std::size_t occupations = 1) {
    Pack pack;
    pack.calendar.start = Month::of(2013, 1);
    pack.zones = {{5.33, 47.86, 1000, true}};
    pack.competences.add("c", {}, "");
    for (std::size_t i = 0; i < occupations; ++i) {
        pack.occupations.add("occupation" + std::to_string(i), {}, "");
    }
    pack.profiles.assign(occupations, {{0, 1, true}});
    pack.mobility.assign(occupations * occupations, 1.0);
    pack.fixed_term.assign(occupations, {0.0, 6});
    pack.contracts_by_occupation.resize(occupations);
    pack.education_by_occupation.assign(occupations, {1, 0, 0, 0, 0});
    pack.tenure_by_occupation.resize(occupations);
    pack.quit_rate.assign(occupations, 0.0);
    pack.other_rate.assign(occupations, 0.0);
    return pack;
}

inline State plain_state(const Pack& pack, int months) {
    State state;
    state.calendar = pack.calendar;
    state.horizon = months;
    state.inside_zones = 1;
    state.practice = {std::vector<float>(pack.occupations.size(), 0.05F),
                      std::vector<float>(pack.occupations.size(), 0.01F), 0.01F};
    return state;
}

inline void count_residents(State& state) {
    state.residents = {};
    for (std::uint32_t person = 0; person < state.persons.size(); ++person) {
        ++state.residents[static_cast<std::size_t>(state.persons[PersonId{person}].status)];
    }
}

/// A first state, given the luck of a replicate and its clocks.
inline State replicate_of(const State& first, std::uint32_t replicate) {
    State state = first;
    state.luck = {1, replicate};
    start_risks(state);
    return state;
}

inline void open_vacancy_at(State& state, PostId post) {
    state.posts[post].opened = state.posts[post].vacated = 0;
    state.vacancies.insert(post);
}

inline int events_of(const State& state, EventKind kind) {
    int number = 0;
    for (const Event& event : state.events) {
        number += event.kind == kind ? 1 : 0;
    }
    return number;
}

/// Every seeker applies once a month to a vacancy taken uniformly; every employer with applicants hires one of them,
/// each as likely.
inline void make_urns(Bench& matching) {
    matching.set("applications", 1)
        .set("intensity", 1)
        .set("discouragement", 0)
        .set("job_search", 0)
        .set("nothing_suits", 0);
    matching.set("minimum_mastery", 0).set("lowering", 0).set("ranking", 0).set("duration_penalty", 0);
    matching.set("decision_open_ended", 1).set("refusal", 0).set("education_tolerance", 0);
}

/// The same hazard of quitting at every tenure and age: `level` times the pack's yearly rate over twelve.
inline void make_constant(Bench& quit) {
    quit.set("without_new_post", 1).set("first_year", 1).set("from_5_years", 1).set("from_10_years", 1);
    quit.set("under_30", 1).set("over_50", 1);
}

}  // namespace releve::tests

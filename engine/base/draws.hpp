#pragma once
#include "engine/base/portable_math.hpp"

#include <cstdint>
#include <Random123/philox.h>
#include <span>
#include <string_view>

namespace releve {

/// What a draw is for: 16 bits hashed from "record.use". Two uses of one name would share their luck, so the
/// catalogue test refuses collisions.
struct Purpose {
    std::uint16_t code = 0;
};
constexpr Purpose purpose(std::string_view name) {
    std::uint32_t hash = 2166136261u;  // FNV-1a
    for (const char letter : name) {
        hash = (hash ^ static_cast<unsigned char>(letter)) * 16777619u;
    }
    return {static_cast<std::uint16_t>(hash ^ (hash >> 16))};
}

/// Who draws: 48 bits that never depend on the scenario or on the order of creation.
struct DrawKey {
    std::uint32_t index = 0;
    std::uint16_t group = 0;
    constexpr auto operator<=>(const DrawKey&) const = default;
};

/// Counter-based random words: word n is Philox4x32-7 of (who, what for, when, n) under the key (seed, replicate). Nothing
/// else enters, so the order in which draws are made cannot matter. Seven rounds are the fewest that pass the whole of
/// BigCrush (Salmon et al. 2011, table 2).
/// Also a uniform random bit generator of 32 bits, so that Boost.Random distributions accept it.
class Draws {
public:
    using result_type = std::uint32_t;
    Draws(std::uint32_t seed, std::uint32_t replicate, DrawKey who, Purpose what_for, std::uint32_t when)
        : key_{{seed, replicate}},
          counter_{{who.index, (std::uint32_t{who.group} << 16U) | what_for.code, when, 0}} {}

    static constexpr result_type min() { return 0; }
    static constexpr result_type max() { return 0xFFFFFFFFu; }
    result_type operator()() {
        if (used_ == 4) {
            block_ = r123::Philox4x32_R<7>{}(counter_, key_);
            ++counter_[3];
            used_ = 0;
        }
        return block_[used_++];
    }

    /// In (0, 1), never 0 nor 1; resolution 2^-32.
    double uniform() { return (static_cast<double>((*this)()) + 0.5) * 0x1p-32; }
    /// Mean 1.
    double exponential() { return -portable_log(uniform()); }
    bool happens(double probability) { return uniform() < probability; }
    /// Uniform on 0..n-1; n >= 1. The bias of the multiplication method is below n * 2^-32.
    std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>((std::uint64_t{(*this)()} * n) >> 32U); }
    /// Poisson number of that mean, given that it is not 0.
    std::uint32_t poisson_from_one(double mean);
    /// Number of events, `mean` of them on average; for small means (a draw for each event).
    std::uint32_t poisson(double mean) {
        std::uint32_t events = 0;
        for (double time = exponential(); time < mean; time += exponential()) {
            ++events;
        }
        return events;
    }
    /// Position drawn with the given weights (sum > 0); the last positive one if rounding overshoots.
    std::size_t weighted(std::span<const double> weights);
    /// The same for weights already summed up: entry i is the sum of the weights up to i.
    std::size_t weighted_by_sums(std::span<const double> sums);

private:
    r123::Philox4x32::key_type key_;
    r123::Philox4x32::ctr_type counter_;
    r123::Philox4x32::ctr_type block_{};
    unsigned used_ = 4;
};

/// Seed and replicate, from which every draw of a run starts. The scenario is not in the key: two scenarios of one
/// replicate give the same person the same luck.
struct Luck {
    std::uint32_t seed = 1;
    std::uint32_t replicate = 0;
    Draws draws(DrawKey who, Purpose what_for, std::uint32_t when = 0) const {
        return {seed, replicate, who, what_for, when};
    }
};

}  // namespace releve

#include "engine/base/portable_math.hpp"

#include <array>
#include <bit>
#include <cstdint>

namespace releve {

namespace {
constexpr double ln2_high = 6.93147180369123816490e-01;  // upper 32 bits of ln 2: exact when multiplied by an exponent
constexpr double ln2_low = 1.90821492927058770002e-10;
constexpr double square_root_of_two = 1.41421356237309504880;
constexpr std::array<double, 10> odd_reciprocals{1.0 / 21, 1.0 / 19, 1.0 / 17, 1.0 / 15, 1.0 / 13,
                                                 1.0 / 11, 1.0 / 9,  1.0 / 7,  1.0 / 5,  1.0 / 3};

/// 1/13!, 1/12!, ..., 1/0!
constexpr std::array<double, 14> inverse_factorials = [] {
    std::array<double, 14> values{};
    double factorial = 1.0;
    for (std::size_t n = 0; n < values.size(); ++n) {
        factorial *= n == 0 ? 1.0 : static_cast<double>(n);
        values[values.size() - 1 - n] = 1.0 / factorial;
    }
    return values;
}();

double scaled_by_power_of_two(double x, int exponent) {
    return x * std::bit_cast<double>(static_cast<std::uint64_t>(exponent + 1023) << 52U);
}
}  // namespace

double portable_log(double x) {
    std::uint64_t bits = std::bit_cast<std::uint64_t>(x);
    int exponent = static_cast<int>(bits >> 52U) - 1023;
    bits = (bits & 0x000FFFFFFFFFFFFFULL) | 0x3FF0000000000000ULL;
    double mantissa = std::bit_cast<double>(bits);
    if (mantissa > square_root_of_two) {
        mantissa *= 0.5;
        ++exponent;
    }
    // log m = 2 atanh s, s = (m-1)/(m+1), |s| <= 0.172: the terms left out are below 1e-18
    const double s = (mantissa - 1.0) / (mantissa + 1.0);
    const double z = s * s;
    double series = 0.0;
    for (const double reciprocal : odd_reciprocals) {
        series = (series + reciprocal) * z;
    }
    const double log_mantissa = 2.0 * s + 2.0 * s * series;
    return exponent * ln2_high + (log_mantissa + exponent * ln2_low);
}

double portable_exp(double x) {
    if (x < -700.0) {
        return 0.0;
    }
    const double scaled = x * 1.44269504088896338700;
    const int exponent = static_cast<int>(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
    const double r = (x - exponent * ln2_high) - exponent * ln2_low;
    double series = 0.0;  // Taylor to degree 13 on |r| <= 0.347: the terms left out are below 1e-17
    for (const double coefficient : inverse_factorials) {
        series = series * r + coefficient;
    }
    return scaled_by_power_of_two(series, exponent);
}

}  // namespace releve

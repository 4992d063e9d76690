#include "engine/base/portable_math.hpp"

#include <array>
#include <bit>
#include <cstdint>

namespace releve {

namespace {
constexpr double ln2_high = 6.93147180369123816490e-01;  // upper 32 bits of ln 2: exact when multiplied by an exponent
constexpr double ln2_low = 1.90821492927058770002e-10;
constexpr double square_root_of_two = 1.41421356237309504880;

/// 1/3, 1/5, ..., 1/21
constexpr std::array<double, 10> odd_reciprocals = [] {
    std::array<double, 10> values{};
    for (std::size_t n = 0; n < values.size(); ++n) {
        values[n] = 1.0 / (2.0 * static_cast<double>(n) + 3.0);
    }
    return values;
}();

/// 1/0!, 1/1!, ..., 1/13!
constexpr std::array<double, 14> inverse_factorials = [] {
    std::array<double, 14> values{};
    double factorial = 1.0;
    for (std::size_t n = 0; n < values.size(); ++n) {
        factorial *= n == 0 ? 1.0 : static_cast<double>(n);
        values[n] = 1.0 / factorial;
    }
    return values;
}();

/// c[0] + c[1] x + c[2] x^2 + ... by halves (Estrin): the parts do not wait for each other, as they would in a chain.
template <std::size_t From, std::size_t Count, std::size_t Size>
constexpr double polynomial(const std::array<double, Size>& c, const std::array<double, 4>& powers) {
    if constexpr (Count == 1) {
        return c[From];
    } else {
        constexpr std::size_t level = std::bit_width(Count - 1) - 1;  // powers[level] is x^(2^level)
        constexpr std::size_t low = std::size_t{1} << level;
        return polynomial<From, low>(c, powers) + polynomial<From + low, Count - low>(c, powers) * powers[level];
    }
}
template <std::size_t Size>
constexpr double polynomial(const std::array<double, Size>& c, double x) {
    const double x2 = x * x;
    const double x4 = x2 * x2;
    return polynomial<0, Size>(c, std::array<double, 4>{x, x2, x4, x4 * x4});
}

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
    const double log_mantissa = 2.0 * s + 2.0 * s * z * polynomial(odd_reciprocals, z);
    return exponent * ln2_high + (log_mantissa + exponent * ln2_low);
}

double portable_exp(double x) {
    if (x < -700.0) {
        return 0.0;
    }
    const double scaled = x * 1.44269504088896338700;
    const int exponent = static_cast<int>(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
    const double r = (x - exponent * ln2_high) - exponent * ln2_low;
    // Taylor to degree 13 on |r| <= 0.347: the terms left out are below 1e-17
    return scaled_by_power_of_two(polynomial(inverse_factorials, r), exponent);
}

}  // namespace releve

#include "scenarios/survey/quality/weights.hpp"

#include <catch2/catch.hpp>

using namespace releve;
using namespace releve::survey;

namespace {

/// Two groups of sectors, two size bands: A small 4 (2 answered), B small 3 (none), A large 5 (none), B large 2 (none).
struct Case {
    CodeList sectors;
    std::vector<EstablishmentRow> establishments;
    std::vector<bool> answered;
    void add(std::uint32_t sector, std::uint8_t band, bool has_answered) {
        establishments.push_back({.sector = sector, .size_band = band});
        answered.push_back(has_answered);
    }
};

Case small_case() {
    Case made;
    made.sectors.add("A1", {}, "A");
    made.sectors.add("A2", {}, "A");
    made.sectors.add("B", {}, "");  // without a parent, its own group
    for (int i = 0; i < 4; ++i) {
        made.add(i % 2 == 0 ? 0 : 1, 1, i < 2);
    }
    for (int i = 0; i < 3; ++i) {
        made.add(2, 1, false);
    }
    for (int i = 0; i < 7; ++i) {
        made.add(i < 5 ? 0 : 2, 4, false);
    }
    return made;
}

double sum_of(const ResponseWeights& weights, const std::vector<bool>& answered) {
    double sum = 0;
    for (std::uint32_t i = 0; i < answered.size(); ++i) {
        sum += answered[i] ? weights.of(i) : 0;
    }
    return sum;
}

}  // namespace

TEST_CASE("survey weights: worked by hand", "[survey]") {
    const Case made = small_case();
    const ResponseWeights weights = response_weights(made.sectors, made.establishments, made.answered);
    // 4/2 of their stratum, 3/2 for the small ones of B, 7/2 for all large ones
    CHECK(weights.of(0) == Approx(7));
    CHECK(weights.of(1) == Approx(7));  // sectors A1 and A2 are one group
    CHECK(weights.shared_in_band == 3);
    CHECK(weights.shared_by_all == 7);
    CHECK(weights.strata.size() == 4);
    CHECK(weights.strata[0].code == "A 1-5");
    CHECK(weights.effective == Approx(2));
    CHECK(sum_of(weights, made.answered) == Approx(14));
}

TEST_CASE("survey weights: they sum to the establishments, whoever answers", "[survey]") {
    Case made = small_case();
    const std::size_t count = made.answered.size();
    for (std::uint32_t mask = 1; mask < (1u << count); ++mask) {
        double squares = 0;
        for (std::size_t i = 0; i < count; ++i) {
            made.answered[i] = (mask >> i & 1u) != 0;
        }
        const ResponseWeights weights = response_weights(made.sectors, made.establishments, made.answered);
        for (std::uint32_t i = 0; i < count; ++i) {
            squares += made.answered[i] ? weights.of(i) * weights.of(i) : 0;
        }
        const double sum = sum_of(weights, made.answered);
        if (std::abs(sum - 14) > 1e-9 || std::abs(weights.effective - sum * sum / squares) > 1e-9 ||
            weights.least < 1) {
            FAIL("answers " << mask << ": sum " << sum << ", effective " << weights.effective);
        }
    }
    made.answered.assign(count, true);
    CHECK(response_weights(made.sectors, made.establishments, made.answered).most == 1);
}

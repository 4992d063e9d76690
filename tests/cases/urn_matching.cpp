#include "tests/cases/closed_form.hpp"

using namespace releve;
using namespace releve::tests;

// n searchers who each apply once, uniformly, to one of v vacancies: as many hires as urns occupied by n balls.

namespace {

/// Distribution of the number of occupied urns: the next ball falls in a new one with probability (v - k) / v.
std::vector<double> occupied_urns(int urns, int balls) {
    std::vector<double> number(static_cast<std::size_t>(urns) + 1, 0.0);
    number[0] = 1;
    for (int ball = 0; ball < balls; ++ball) {
        for (std::size_t k = number.size() - 1; k > 0; --k) {
            const double into_new = (urns - static_cast<double>(k) + 1) / urns;
            number[k] = number[k] * static_cast<double>(k) / urns + number[k - 1] * into_new;
        }
        number[0] = 0;
    }
    return number;
}

Sample hires(int vacancies, int searchers, std::uint32_t replicates) {
    const Pack pack = plain_pack();
    const Setting setting{pack, pack.calendar, 1, 0};
    Bench matching("matching", setting);
    make_urns(matching);
    State first = plain_state(pack, 1);
    add_establishment(first, 0, 0);
    add_cell(first, 0, vacancies);
    for (std::uint32_t post = 0; post < static_cast<std::uint32_t>(vacancies); ++post) {
        open_vacancy_at(first, PostId{post});
    }
    for (int i = 0; i < searchers; ++i) {
        add_person(first, Status::unemployed, 30, 0.5F);
    }
    count_residents(first);
    matching.attach(first);
    Sample found;
    for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
        State state = replicate_of(first, replicate);
        matching.act(state);
        found.add(events_of(state, EventKind::hire));
    }
    return found;
}

}  // namespace

TEST_CASE("urn matching: mean and variance of the hires are those of occupied urns", "[closed_form]") {
    constexpr std::uint32_t replicates = 10'000;
    const std::pair<int, int> markets[] = {{20, 30}, {50, 20}, {3, 4}, {40, 40}};
    for (const auto& [v, n] : markets) {
        const double mean = v * (1 - std::pow(1 - 1.0 / v, n));
        const double variance = v * std::pow(1 - 1.0 / v, n) + v * (v - 1.0) * std::pow(1 - 2.0 / v, n) -
                                v * v * std::pow(1 - 1.0 / v, 2 * n);
        const Moments exact = moments_of(occupied_urns(v, n));
        CHECK(exact.mean == Approx(mean));
        CHECK(exact.variance == Approx(variance));
        const Sample found = hires(v, n, replicates);
        const std::string market = std::to_string(n) + " searchers, " + std::to_string(v) + " vacancies: ";
        check_near(market + "mean", found.mean(), mean, tolerance_of_mean(variance, replicates));
        check_near(market + "variance", found.variance(), variance, tolerance_of_variance(exact, replicates));
    }
}

// Two occupations, to which people turn with chances a and 1 - a whatever is offered; the first has one vacancy, the second
// none. Somebody is hired unless all n look elsewhere: 1 - (1 - a)^n. With looks weighed by vacancies, somebody always is.
TEST_CASE("who chooses an occupation by mobility alone may find nothing there", "[closed_form]") {
    constexpr std::uint32_t replicates = 10'000;
    constexpr int searchers = 4;
    constexpr double towards = 0.2;
    Pack pack = plain_pack(2);
    pack.mobility = {towards, 1 - towards, towards, 1 - towards};
    const Setting setting{pack, pack.calendar, 1, 0};
    for (const double weigh : {0.0, 1.0}) {
        Bench matching("matching", setting);
        make_urns(matching);
        matching.set("education_tolerance", 1).set("vacancies_weigh", weigh);
        State first = plain_state(pack, 1);
        add_establishment(first, 0, 0);
        add_cell(first, 0, 1);
        open_vacancy_at(first, PostId{0});
        for (int i = 0; i < searchers; ++i) {
            add_person(first, Status::unemployed, 30, 0.5F);
        }
        count_residents(first);
        matching.attach(first);
        double hired = 0;
        for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
            State state = replicate_of(first, replicate);
            matching.act(state);
            hired += events_of(state, EventKind::hire);
        }
        const double expected = weigh > 0 ? 1 : 1 - std::pow(1 - towards, searchers);
        check_near("hired, vacancies weigh " + std::to_string(weigh), hired / replicates, expected,
                   tolerance_of_share(expected, replicates));
    }
}

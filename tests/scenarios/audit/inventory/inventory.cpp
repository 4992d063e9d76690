#include "scenarios/audit/inventory/inventory.hpp"

#include "tests/scenarios/audit/inventory/by_hand.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

namespace releve::audit {

TEST_CASE("A range holds four replicates of five and its bounds occur", "[inventory]") {
    std::vector<float> values(11);
    std::iota(values.rbegin(), values.rend(), 0.0F);
    const Spread ten = spread_of(values);
    CHECK(ten.mean == 5);
    CHECK(ten.low == 1);
    CHECK(ten.high == 9);
    for (std::size_t n = 1; n < 40; ++n) {
        std::vector<float> some(n);
        std::iota(some.begin(), some.end(), 0.0F);
        const Spread spread = spread_of(some);
        CHECK((spread.high - spread.low + 1) >= 0.8 * static_cast<double>(n));
        CHECK(spread.low + spread.high == static_cast<double>(n - 1));  // as much on each side
    }
    CHECK(spread_of(std::vector<float>{2, NAN, 4}).mean == 3);
    CHECK(std::isnan(spread_of(std::vector<float>{NAN}).low));
    CHECK(chance_of_any(std::vector<float>{0, 2, 0, 1}) == 0.5);
}

// Two replicates, every figure worked out by hand.
TEST_CASE("An inventory line says what its replicates do", "[inventory]") {
    const Pack pack = pack_by_hand();
    Followed followed = nothing_followed(pack, 2);
    const auto set = [&](Measure measure, std::size_t horizon, std::initializer_list<float> values) {
        tell(followed, measure, Cut::zone, 0, horizon, values);
    };
    set(Measure::people, 0, {10, 10});
    set(Measure::from_55, 0, {2, 4});
    set(Measure::under_30, 0, {3, 0});
    set(Measure::women, 0, {4, 4});
    set(Measure::executives, 0, {1, 1});
    set(Measure::lasting, 0, {8, 8});
    set(Measure::posts, 0, {11, 11});
    set(Measure::people_then, last_horizon, {10, 30});
    set(Measure::posts_then, last_horizon, {9, 9});
    set(Measure::retired, 1, {0, 2});
    set(Measure::left, 1, {1, 5});
    set(Measure::lasting_left, 1, {0, 0});
    set(Measure::one_gone, 0, {0, 1});
    set(Measure::two_gone, 0, {1, 0});
    set(Measure::hires, last_horizon, {30, 60});
    set(Measure::quits, last_horizon, {10, 10});
    set(Measure::others, last_horizon, {10, 10});
    set(Measure::lasting_hires, last_horizon, {8, 16});
    set(Measure::unfilled, last_horizon, {0, 12});
    set(Measure::open_months, last_horizon, {20, 40});
    set(Measure::open_growth, last_horizon, {10, 10});
    set(Measure::open_term, last_horizon, {5, 5});
    const InventoryLine line = take_inventory(pack, followed).of(Cut::zone)[0];
    CHECK(line.establishments == 1);
    CHECK(line.people.mean == 10);
    CHECK(line.share_from_55.mean == Approx(0.3));
    CHECK(line.share_from_55.low == Approx(0.2));
    CHECK(line.renewal == Approx(0.5));
    CHECK(line.women_share == Approx(0.4));
    CHECK(line.executives_share == Approx(0.1));
    CHECK(line.departures[1].retired.mean == 1);
    CHECK(line.departures[1].any_retired == 0.5);
    CHECK(line.departures[1].any_left == 1);
    CHECK(line.departures[1].any_lasting_left == 0);
    CHECK(line.few.any_gone[0] == 1);  // of one in each replicate
    CHECK(line.few.one_gone[0] == 0.5);
    // (30 + 20) / 2 / 5 years / 10 people, and (60 + 20) / 2 / 5 / 20
    CHECK(line.turnover.mean == Approx((0.5 + 0.4) / 2));
    CHECK(line.lasting_turnover.mean == Approx((0.1 + 0.2) / 2));
    CHECK(line.unfilled_share == Approx(6.0 / (10 * 60)));
    CHECK(line.months_to_fill == Approx(30.0 / 15));
    CHECK(line.needs.openings[last_horizon].growth.mean == 10);
    CHECK(line.needs.openings[last_horizon].lasting.mean == 10);
    CHECK(line.needs.openings[last_horizon].after_term.mean == 5);
    CHECK(line.needs.net_change.mean == -2);
    const InventoryLine empty = take_inventory(pack, followed).of(Cut::zone)[2];
    CHECK(empty.establishments == 0);
    CHECK(std::isnan(empty.renewal));
    CHECK(std::isnan(empty.share_from_55.mean));
}

TEST_CASE("Planned recruitments stand beside the simulated ones", "[inventory]") {
    Pack pack = pack_by_hand();
    pack.planned_recruitments = {{0, 0, 2013, 3, PlannedReason::replacement, true},
                                 {0, 1, 2013, 2, PlannedReason::growth, false},
                                 {1, 0, 2014, 4, PlannedReason::growth, {}}};
    const Followed followed = nothing_followed(pack, 1);
    const Inventory inventory = take_inventory(pack, followed);
    const PlannedNeeds& all = inventory.of(Cut::territory)[0].needs.planned;
    CHECK(all.establishments == 2);
    CHECK(all.persons == 9);
    CHECK(all.by_reason[static_cast<std::size_t>(PlannedReason::growth)] == 6);
    CHECK(all.difficult == 3);
    CHECK(all.told_difficult == 5);
    CHECK(inventory.of(Cut::occupation)[0].needs.planned.persons == 7);
    CHECK(inventory.of(Cut::zone)[1].needs.planned.persons == 4);
    CHECK(inventory.of(Cut::establishment)[0].needs.planned.persons == 5);
    CHECK(inventory.of(Cut::sector)[1].needs.planned.told_difficult == 0);
}

TEST_CASE("Competences are told by competence and by establishment", "[inventory]") {
    const Pack pack = pack_by_hand();
    Followed followed = nothing_followed(pack, 4);
    followed.holdings = {
        {.establishment = 0, .competence = 0, .people = 8, .by_two = 4, .few_gone = {0, 1, 2}, .lost = {0, 0, 1}},
        {.establishment = 0,
         .competence = 1,
         .people = 2,
         .by_none = 2,
         .by_one = 2,
         .few_gone = {0, 0, 2},
         .lost = {0, 1, 2},
         .required = 4'000'000,
         .shortage = 2'000'000},
        {.establishment = 1, .competence = 0, .people = 4, .by_one = 4, .few_gone = {1, 1, 1}}};
    const std::vector<CompetenceNeed> needs = competence_needs(pack, followed);
    REQUIRE(needs.size() == 2);
    CHECK(needs[0].establishments == 2);
    CHECK(needs[0].holders == 3);
    CHECK(needs[0].by_one == 1);
    CHECK(needs[0].by_two == 1);
    CHECK(needs[0].few_gone[2] == 0.75);
    CHECK(needs[1].without_holder == 0.5);
    CHECK(needs[1].required == 1);
    CHECK(needs[1].shortage == 0.5);
    const std::vector<HeldCompetence> held = held_competences(followed, 0);
    REQUIRE(held.size() == 2);
    CHECK(held[0].competence == 1);  // likeliest to be lost
    CHECK(held[0].lost[2] == 0.5);
    CHECK(held[0].few == 0.5);
    CHECK(held[1].by_two == 1);
    CHECK(held[1].few == 1);
    CHECK(held_competences(followed, 1).size() == 1);
    CHECK(held_competences(followed, 7).empty());
}

}  // namespace releve::audit

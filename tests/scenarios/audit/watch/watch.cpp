#include "scenarios/audit/watch/watch.hpp"

#include "engine/model/observing.hpp"
#include "tests/scenarios/audit/inventory/by_hand.hpp"

#include <catch2/catch.hpp>
#include <functional>
#include <optional>

namespace releve::audit {

namespace {

/// The small state, watched: each change is a month.
class Watched {
public:
    explicit Watched(const std::function<void(State&)>& prepare = [](State&) {})
        : pack_(pack_by_hand()),
          plan_{.name = "test", .setting = {pack_, pack_.calendar, 120}} {
        for (const Parameter& parameter : observing_parameters()) {
            plan_.observing.push_back(parameter.value);
        }
        followed_ = nothing_followed(pack_, 1, groups_.size());
        state_.setting = &plan_.setting;
        prepare(state_);
        watch_.emplace(plan_, followed_, std::vector<std::uint8_t>{0, 1, 0}, groups_, state_);
        for (const Holding& one : first_holdings(state_, pack_, plan_.observing).all) {
            followed_.holdings.push_back({one.establishment.value, one.competence});
        }
    }
    template <class Make>
    void month(Make make) {
        tests::change(state_, make);
        ++state_.month;
        watch_->see_month(state_);
    }
    /// Counts up to now, written as those of every horizon.
    const Followed& counts() {
        for (std::size_t horizon = 0; horizon < horizon_years.size(); ++horizon) {
            watch_->see_horizon(state_, horizon);
        }
        Followed written = followed_;
        watch_->write(written, 0);
        watch_->add_sums(written);
        written_ = written;
        return written_;
    }
    float count(Measure measure, Cut cut = Cut::territory, std::uint32_t unit = 0) {
        return counts().of(measure, cut, unit)[0];
    }
    const State& state() const { return state_; }

private:
    Pack pack_;
    std::vector<FollowedGroup> groups_{{1, {0, 2}}, {0, {1}}};
    Plan plan_;
    State state_ = tests::small_state();
    Followed followed_, written_;
    std::optional<Watch> watch_;
};

using tests::the;

}  // namespace

TEST_CASE("The people of the start are counted where they work", "[watch]") {
    Watched it;
    CHECK(it.count(Measure::people) == 5);
    CHECK(it.count(Measure::women) == 0);
    CHECK(it.count(Measure::under_30) == 1);
    CHECK(it.count(Measure::from_55) == 2);
    CHECK(it.count(Measure::lasting) == 4);
    CHECK(it.count(Measure::executives) == 1);
    CHECK(it.count(Measure::posts) == 6);
    CHECK(it.count(Measure::vacancies) == 1);
    CHECK(it.count(Measure::people, Cut::zone, 0) == 3);
    CHECK(it.count(Measure::people, Cut::zone, 1) == 2);
    CHECK(it.count(Measure::people, Cut::zone, 2) == 0);
    CHECK(it.count(Measure::people, Cut::sector, 1) == 2);
    CHECK(it.count(Measure::people, Cut::size, 1) == 3);  // as the pack says
    CHECK(it.count(Measure::people, Cut::size, 2) == 2);
    CHECK(it.count(Measure::people, Cut::occupation, 0) == 4);
    CHECK(it.count(Measure::executives, Cut::occupation, 1) == 1);
    CHECK(it.count(Measure::from_55, Cut::establishment, 0) == 1);
    CHECK(it.counts().people_of(Cut::establishment, 1, Sex::men, result_age_band(61)) == 1);
    CHECK(it.counts().people_of(Cut::territory, 0, Sex::women, result_age_band(61)) == 0);
}

TEST_CASE("A person leaves once, and only those of the start are followed", "[watch]") {
    Watched it;
    it.month([](Proposals& p) { p.retire(the(tests::senior)); });
    CHECK(it.count(Measure::retired, Cut::zone, 1) == 1);
    CHECK(it.count(Measure::lasting_left) == 1);
    CHECK(it.count(Measure::know_how_lost) == Approx(0.5));
    it.month([](Proposals& p) { p.open_vacancy(PostId{3}, VacancyReason::replacement); });
    CHECK(it.count(Measure::open_retired, Cut::establishment, 1) == 1);
    CHECK(it.count(Measure::open_left) == 0);
    it.month([](Proposals& p) { p.hire(the(tests::seeker), PostId{3}, Contract::open_ended, 0.5F); });
    CHECK(it.count(Measure::hires, Cut::occupation, 0) == 1);
    CHECK(it.count(Measure::lasting_hires) == 1);
    it.month([](Proposals& p) { p.separate(the(tests::seeker), Separation::quit); });
    CHECK(it.count(Measure::quits, Cut::sector, 1) == 1);
    CHECK(it.count(Measure::left) == 1);  // not of the start
    CHECK(it.count(Measure::lasting_separations) == 2);
    it.month([](Proposals& p) { p.separate(the(tests::fixed_term_worker), Separation::contract_end); });
    it.month([](Proposals& p) { p.open_vacancy(PostId{1}, VacancyReason::replacement); });
    CHECK(it.count(Measure::open_term, Cut::zone, 0) == 1);
    CHECK(it.count(Measure::left) == 2);
    CHECK(it.count(Measure::lasting_left) == 1);
    it.month([](Proposals& p) { p.hire(the(tests::fixed_term_worker), PostId{1}, Contract::fixed_term, 0.6F); });
    it.month([](Proposals& p) { p.separate(the(tests::fixed_term_worker), Separation::contract_end); });
    CHECK(it.count(Measure::left) == 2);  // the first time only
    CHECK(it.count(Measure::contract_ends) == 2);
    CHECK(it.count(Measure::people_then) == 3);
    CHECK(it.count(Measure::posts_then) == 6);
}

TEST_CASE("A promotion is no departure", "[watch]") {
    Watched it;
    it.month([](Proposals& p) { p.separate(the(tests::fixed_term_worker), Separation::layoff); });
    it.month([](Proposals& p) { p.promote(the(tests::open_ended_worker), PostId{1}, 0.8F); });
    it.month([](Proposals& p) { p.open_vacancy(PostId{0}, VacancyReason::promotion); });
    CHECK(it.count(Measure::left) == 1);
    CHECK(it.count(Measure::layoffs) == 1);
    CHECK(it.count(Measure::open_moved, Cut::occupation, 0) == 1);
}

TEST_CASE("A post is unfilled from the third month of recruitment on", "[watch]") {
    Watched it;  // one has been recruited for since two months before the start
    const auto nothing = [](Proposals&) {};
    it.month(nothing);
    CHECK(it.count(Measure::unfilled) == 0);
    CHECK(it.count(Measure::open_months) == 1);
    it.month(nothing);
    it.month(nothing);
    CHECK(it.count(Measure::unfilled, Cut::establishment, 1) == 2);
    it.month([](Proposals& p) { p.abandon_vacancy(tests::vacant_post); });
    CHECK(it.count(Measure::abandoned, Cut::zone, 1) == 1);
    CHECK(it.count(Measure::unfilled) == 2);
    CHECK(it.count(Measure::open_months) == 3);
    CHECK(it.count(Measure::posts_then) == 5);
}

TEST_CASE("A closure empties an establishment", "[watch]") {
    Watched it;
    it.month([](Proposals& p) { p.close(EstablishmentId{1}, ClosureReason::closure); });
    CHECK(it.count(Measure::closures_left) == 2);
    CHECK(it.count(Measure::left, Cut::establishment, 1) == 2);
    CHECK(it.count(Measure::without_posts, Cut::zone, 1) == 1);
    CHECK(it.count(Measure::without_posts, Cut::zone, 0) == 0);
    CHECK(it.count(Measure::lost) == 1);
}

// Establishment 0: occupation 0 asks c0 (the open-ended worker alone masters it), occupation 1 asks c1 (the owner).
// Establishment 1: occupation 0 asks c0 (the senior). c0 is asked of occupation 1 too little to count for holders.
TEST_CASE("Competences with few holders are followed by their holders", "[watch]") {
    Watched it;
    CHECK(it.count(Measure::held_by_one) == 3);
    CHECK(it.count(Measure::held_by_two) == 0);
    CHECK(it.count(Measure::held_by_one, Cut::occupation, 0) == 2);
    CHECK(it.count(Measure::held_by_one, Cut::occupation, 1) == 1);
    CHECK(it.count(Measure::lost) == 0);
    it.month([](Proposals& p) { p.retire(the(tests::senior)); });
    CHECK(it.count(Measure::one_gone) == 1);
    CHECK(it.count(Measure::one_gone, Cut::establishment, 1) == 1);
    CHECK(it.count(Measure::one_gone, Cut::occupation, 1) == 0);
    CHECK(it.count(Measure::lost, Cut::zone, 1) == 1);
    it.month([](Proposals& p) { p.hire(the(tests::other_seeker), PostId{3}, Contract::open_ended, 0.9F); });
    CHECK(it.count(Measure::one_gone) == 1);  // the holder of the start is gone all the same
    CHECK(it.count(Measure::lost) == 0);      // but somebody holds it again
    const std::vector<FollowedHolding>& holdings = it.counts().holdings;
    REQUIRE(holdings.size() == 3);
    const FollowedHolding& c0 = holdings[2];
    CHECK((c0.establishment == 1 && c0.competence == 0));
    CHECK((c0.people == 1 && c0.by_one == 1 && c0.by_two == 0 && c0.by_none == 0));
    CHECK(c0.few_gone[0] == 1);
    CHECK(c0.lost[0] == 0);
    // three posts ask it wholly; the senior masters 0.95, the young worker 0.4
    CHECK(static_cast<double>(c0.required) == Approx(3 * fte_parts));
    CHECK(static_cast<double>(c0.shortage) == Approx((3 - 0.95 - 0.4) * fte_parts));
    // establishment 0: two posts ask c0 wholly and one a quarter of it; 0.8 + 0.6 + 0.9 / 4 are there
    CHECK(static_cast<double>(holdings[0].shortage) == Approx((2.25 - 1.4 - 0.225) * fte_parts));
}

TEST_CASE("Two holders of one occupation are one competence of it", "[watch]") {
    Watched it([](State& state) { state.persons[the(tests::fixed_term_worker)].mastery = 0.9F; });
    CHECK(it.count(Measure::held_by_one) == 2);
    CHECK(it.count(Measure::held_by_two) == 1);
    CHECK(it.count(Measure::held_by_two, Cut::occupation, 0) == 1);
    it.month([](Proposals& p) { p.separate(the(tests::fixed_term_worker), Separation::contract_end); });
    CHECK(it.count(Measure::two_gone) == 0);  // one of the two is there
    it.month([](Proposals& p) { p.separate(the(tests::open_ended_worker), Separation::quit); });
    CHECK(it.count(Measure::two_gone, Cut::occupation, 0) == 1);
    CHECK(it.counts().holdings[0].few_gone[0] == 1);
    CHECK(it.counts().holdings[0].by_two == 1);
}

TEST_CASE("Bounds of ages; more than is required is no shortage", "[watch]") {
    Watched it([](State& state) {
        state.persons[the(tests::owner)].birth = -55 * 12;
        state.persons[the(tests::senior)].birth = -55 * 12 + 1;  // one month short
        state.cells.overlap[CellId{1}] = 1;                      // the post of the owner counts for none
    });
    CHECK(it.count(Measure::from_55) == 1);
    CHECK(it.counts().holdings[1].competence == 1);
    CHECK(it.counts().holdings[1].shortage == 0);
}

TEST_CASE("Groups of posts of one establishment are counted apart", "[watch]") {
    Watched it;  // establishment 1, occupations 0 and 2; establishment 0, occupation 1
    CHECK(it.count(Measure::people, Cut::group, 0) == 2);
    CHECK(it.count(Measure::people, Cut::group, 1) == 1);
    CHECK(it.counts().people_of(Cut::group, 1, Sex::men, result_age_band(58)) == 1);
    it.month([](Proposals& p) { p.retire(the(tests::senior)); });
    CHECK(it.count(Measure::retired, Cut::group, 0) == 1);
    CHECK(it.count(Measure::retired, Cut::group, 1) == 0);
    it.month([](Proposals& p) { p.separate(the(tests::fixed_term_worker), Separation::contract_end); });
    CHECK(it.count(Measure::left, Cut::group, 0) == 1);  // another occupation of establishment 0
    CHECK(it.count(Measure::left, Cut::group, 1) == 0);
}

}  // namespace releve::audit

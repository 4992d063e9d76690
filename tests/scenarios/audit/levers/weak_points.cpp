#include "scenarios/audit/levers/weak_points.hpp"

#include "tests/langres.hpp"

#include <algorithm>
#include <catch2/catch.hpp>

namespace releve::audit {

namespace {

/// people_management -> working_conditions 3; cooperation moves nothing.
Pack pack_with(int people_management, int working_conditions, int cooperation) {
    Pack pack;
    for (const char* axis : {"people_management", "working_conditions", "cooperation"}) {
        pack.audit_axes.add(axis, {axis, axis}, "");
    }
    pack.cross_impact = {{0, 1, 3}};
    pack.establishments.resize(1);
    pack.audits = {{0, 0, people_management, {}, {}}, {0, 1, working_conditions, {}, {}}, {0, 2, cooperation, {}, {}}};
    return pack;
}

std::vector<WeakPoint> points_of(const Pack& pack) { return weak_points_of(pack, system_of(pack, {.draws = 10})); }

const Candidate* candidate(const WeakPoint& point, std::string_view name) {
    const auto found = std::find_if(point.candidates.begin(), point.candidates.end(),
                                    [&](const Candidate& one) { return one.action->name == name; });
    return found == point.candidates.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("weak points are scores up to 2, the lowest first, then the most influent", "[levers]") {
    const Pack pack = pack_with(2, 2, 1);
    const std::vector<WeakPoint> points = points_of(pack);
    REQUIRE(points.size() == 3);
    CHECK(points[0].axis == 2);  // score 1
    CHECK(points[1].axis == 0);  // moves the other
    CHECK(points[2].axis == 1);
    CHECK(points[2].audit == &pack.audits[1]);
    CHECK(points_of(pack_with(3, 3, 4)).empty());
}

TEST_CASE("candidates act on the weak axis or on what moves it", "[levers]") {
    const Pack pack = pack_with(3, 1, 3);
    const std::vector<WeakPoint> points = points_of(pack);
    REQUIRE(points.size() == 1);
    REQUIRE(points[0].levers.size() == 1);
    CHECK(points[0].levers[0].axis == 0);
    CHECK(points[0].levers[0].score == 3);
    const Candidate* direct = candidate(points[0], "working_conditions");
    REQUIRE(direct != nullptr);
    CHECK(direct->direct);
    CHECK(direct->through == std::vector<std::uint32_t>{0});  // it acts on the lever as well
    CHECK(candidate(points[0], "interfirm_network") == nullptr);
    // what is as good as can be is no lever
    CHECK(points_of(pack_with(4, 1, 3))[0].levers.empty());
}

TEST_CASE("every action acts on an axis of Langres, and every axis is acted upon", "[levers]") {
    const Pack& pack = tests::langres();
    for (const Action* action : all_actions()) {
        CHECK_FALSE(action->axes.empty());
        for (const std::string_view axis : action->axes) {
            CAPTURE(action->name, axis);
            CHECK(pack.audit_axes.find(std::string(axis)) != no_index);
        }
    }
    for (const std::string& axis : pack.audit_axes.codes) {
        CAPTURE(axis);
        CHECK(std::any_of(all_actions().begin(), all_actions().end(),
                          [&](const Action* action) { return acts_on(*action, axis); }));
    }
}

TEST_CASE("each weak point of Langres has an action that bears on it", "[levers]") {
    const Pack& pack = tests::langres();
    const std::vector<WeakPoint> points = points_of(pack);
    const auto weak = std::count_if(pack.audits.begin(), pack.audits.end(),
                                    [](const AuditRow& row) { return row.score <= weak_point_to; });
    CHECK(points.size() == static_cast<std::size_t>(weak));
    for (const WeakPoint& point : points) {
        CHECK_FALSE(point.candidates.empty());
        CHECK(point.levers.size() <= levers_of_each);
        CHECK(std::is_partitioned(point.candidates.begin(), point.candidates.end(),
                                  [](const Candidate& one) { return one.direct; }));
    }
}

}  // namespace releve::audit

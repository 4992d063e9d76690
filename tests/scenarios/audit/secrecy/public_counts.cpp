#include "scenarios/audit/secrecy/public_counts.hpp"

#include "tests/scenarios/audit/inventory/by_hand.hpp"

#include <catch2/catch.hpp>

namespace releve::audit {

namespace {

/// Zones of so many establishments of ten posts each.
Pack zones_of(std::initializer_list<std::uint32_t> establishments) {
    Pack pack = pack_by_hand();
    pack.zones.clear();
    pack.zone_codes = {};
    pack.establishments.clear();
    pack.posts.clear();
    std::uint32_t zone = 0;
    for (const std::uint32_t number : establishments) {
        const std::string code = "z" + std::to_string(zone);
        pack.zone_codes.add(code, {code, code}, "");
        pack.zones.push_back({5, 47, 100, true});
        for (std::uint32_t i = 0; i < number; ++i) {
            const auto at = static_cast<std::uint32_t>(pack.establishments.size());
            pack.establishments.push_back({"E" + std::to_string(at), zone, 0, EstablishmentKind::ordinary, 1, 10});
            pack.posts.push_back({at, 0, 10});
        }
        ++zone;
    }
    return pack;
}

/// The same number of people of 55 and over, and of retirements within a year, in each establishment of a zone.
Inventory inventory_of(const Pack& pack, const std::vector<double>& from_55, const std::vector<double>& retired) {
    Inventory inventory;
    std::vector<InventoryLine>& zones = inventory.lines[static_cast<std::size_t>(Cut::zone)];
    std::vector<InventoryLine>& alone = inventory.lines[static_cast<std::size_t>(Cut::establishment)];
    zones.resize(pack.zones.size());
    for (const EstablishmentRow& row : pack.establishments) {
        InventoryLine line;
        line.unit = static_cast<std::uint32_t>(alone.size());
        line.people.mean = 10;
        line.from_55 = from_55[row.zone];
        line.departures[0].retired.mean = retired[row.zone];
        alone.push_back(line);
        InventoryLine& zone = zones[row.zone];
        zone.unit = row.zone;
        zone.establishments += 1;
        zone.people.mean += 10;
        zone.from_55 += line.from_55;
        zone.departures[0].retired.mean += line.departures[0].retired.mean;
    }
    return inventory;
}

std::vector<bool> hidden(const PublicPattern& pattern, PublicCount count, std::uint32_t units) {
    std::vector<bool> all;
    for (std::uint32_t i = 0; i < units; ++i) {
        all.push_back(pattern.hides(i, count));
    }
    return all;
}

}  // namespace

TEST_CASE("secrecy: a few people of a line that is shown are hidden, and not to be worked out from the total",
          "[secrecy]") {
    const Pack pack = zones_of({4, 4, 8, 40});
    // 55 and over: 4, 12, 32, 80; retirements: 2, 4, 8, 40
    const Inventory inventory = inventory_of(pack, {1, 3, 4, 2}, {0.5, 1, 1, 1});
    const PublicPattern pattern(pack, inventory, Cut::zone);
    CHECK(hidden(pattern, PublicCount::people, 4) == std::vector<bool>{false, false, false, false});
    // the first alone has few; the smallest other goes with it: else the total less the others would tell it
    CHECK(hidden(pattern, PublicCount::from_55, 4) == std::vector<bool>{true, true, false, false});
    // two have few already, six together: nothing more is hidden
    CHECK(hidden(pattern, PublicCount::retire_1, 4) == std::vector<bool>{true, true, false, false});
}

TEST_CASE("secrecy: nearly all the people of a line are as telling as few of them", "[secrecy]") {
    const Pack pack = zones_of({4, 40, 40});
    const PublicPattern pattern(pack, inventory_of(pack, {9.5, 4, 3}, {2, 2, 2}),
                                Cut::zone);  // 38 of 40 are 55 or over
    CHECK(hidden(pattern, PublicCount::from_55, 3) == std::vector<bool>{true, false, true});
    CHECK(hidden(pattern, PublicCount::retire_1, 3) == std::vector<bool>{false, false, false});
}

TEST_CASE("secrecy: a line that is hidden hides every count, however large", "[secrecy]") {
    const Pack pack = zones_of({2, 30, 40});
    const Inventory inventory = inventory_of(pack, {5, 3, 3}, {5, 1, 1});
    const PublicPattern pattern(pack, inventory, Cut::zone);
    for (const PublicCount count : {PublicCount::people, PublicCount::from_55, PublicCount::retire_1}) {
        CHECK(pattern.hides(0, count));
        CHECK(hidden(pattern, count, 3) != std::vector<bool>{true, false, false});
    }
}

TEST_CASE("secrecy: most of a count in one establishment hides it", "[secrecy]") {
    const Pack pack = zones_of({10, 30, 40});
    Inventory inventory = inventory_of(pack, {1, 3, 3}, {1, 1, 1});
    auto& alone = inventory.lines[static_cast<std::size_t>(Cut::establishment)];
    for (std::uint32_t e = 0; e < 10; ++e) {
        alone[e].from_55 = e == 0 ? 9.1 : 0.1;  // ten in all, as before
    }
    CHECK(PublicPattern(pack, inventory, Cut::zone).hides(0, PublicCount::from_55));
    CHECK_FALSE(PublicPattern(pack, inventory, Cut::zone).hides(0, PublicCount::retire_1));
}

TEST_CASE("secrecy: the cells of a count sum to the territory and hold what is told of each unit", "[secrecy]") {
    const Pack pack = zones_of({4, 4, 8, 40});
    const Inventory inventory = inventory_of(pack, {1, 3, 4, 2}, {0.5, 1, 1, 1});
    const std::vector<PublicCell> cells = count_cells(pack, inventory, Cut::zone, PublicCount::from_55);
    REQUIRE(cells.size() == 5);
    CHECK(cells[0].value() == Approx(128));
    CHECK(cells[3].value() == Approx(32));
    CHECK(cells[3].contributions.size() == 8);
}

}  // namespace releve::audit

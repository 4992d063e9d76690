#include "scenarios/tables/secrecy/public_tables.hpp"

#include "scenarios/tables/secrecy/public_lines.hpp"
#include "tests/scenarios/audit/inventory/by_hand.hpp"

#include <catch2/catch.hpp>

namespace releve::tables {

namespace {

constexpr std::size_t zones = 6;

/// Six zones of four establishments of ten posts, but the first: two establishments.
Pack pack_of_zones() {
    Pack pack = audit::pack_by_hand();
    pack.zones.clear();
    pack.zone_codes = {};
    pack.establishments.clear();
    pack.posts.clear();
    for (std::uint32_t zone = 0; zone < zones; ++zone) {
        const std::string code = "z" + std::to_string(zone);
        pack.zone_codes.add(code, {code, code}, "");
        pack.zones.push_back({5, 47, 100, true});
        for (std::uint32_t i = 0; i < (zone == 0 ? 2U : 4U); ++i) {
            const auto at = static_cast<std::uint32_t>(pack.establishments.size());
            pack.establishments.push_back({"E" + std::to_string(at), zone, 0, EstablishmentKind::ordinary, 1, 10});
            pack.posts.push_back({at, 0, 10});
        }
    }
    return pack;
}

/// Two scenarios, two years.
Dataset results_of_zones() {
    Dataset results{
        {{"scenario", 2}, {"year", 2}, {"month", 4}, {"sex", 2}, {"zone", zones}, {"establishment", 1}}, {}, {}};
    std::vector<std::string> codes;
    for (std::size_t zone = 0; zone < zones; ++zone) {
        codes.push_back("z" + std::to_string(zone));
    }
    results.variables = {
        {"zone", {"zone"}, codes, {}},
        {"year", {"year"}, std::vector<std::int32_t>{2013, 2014}, {}},
        {"month", {"month"}, std::vector<std::string>{"2013-11", "2013-12", "2014-01", "2014-02"}, {}}};
    return results;
}

void add(Dataset& results, const std::string& name, std::vector<std::string> by, std::vector<float> values,
         const std::string& kind, const std::string& unit) {
    by.insert(by.begin(), "scenario");
    results.variables.push_back({name, std::move(by), std::move(values), {{"kind", kind}, {"units", unit}}});
}

/// Which of the zones are hidden in one scenario and year; "" of an output that hides nothing.
std::string pattern(const PublicTables& found, const std::string& name, std::size_t table) {
    std::string text;
    const auto hidden = found.hidden.find(name);
    for (std::size_t zone = 0; hidden != found.hidden.end() && zone < zones; ++zone) {
        text += hidden->second[table * zones + zone] ? 's' : '.';
    }
    return text;
}

PublicTables protected_of(const Dataset& results) {
    return public_tables(results, outputs_told(results), pack_of_zones());
}

std::vector<float> four_times(const std::vector<float>& one) {
    std::vector<float> all;
    for (int i = 0; i < 4; ++i) {
        all.insert(all.end(), one.begin(), one.end());
    }
    return all;
}

}  // namespace

TEST_CASE("lines of few establishments are hidden, and another with them, in every output by the axis", "[tables]") {
    Dataset results = results_of_zones();
    add(results, "employment_by_zone", {"year", "zone"}, four_times({20, 40, 40, 40, 40, 40}), "stock", "persons");
    add(results, "hires_by_zone", {"year", "zone"}, four_times({10, 11, 12, 13, 14, 15}), "flow", "hires");
    add(results, "rate_by_zone", {"year", "zone"}, four_times({1, 1, 1, 1, 1, 1}), "rate", "1");
    add(results, "money_by_zone", {"year", "zone"}, four_times({1, 1, 1, 1, 1, 1}), "flow", "EUR");
    const PublicTables found = protected_of(results);
    CHECK(pattern(found, "employment_by_zone", 0) == "ss....");
    CHECK(pattern(found, "hires_by_zone", 3) == "ss....");
    CHECK(pattern(found, "rate_by_zone", 1) == "ss....");
    CHECK(pattern(found, "money_by_zone", 0) == "ss....");
    CHECK(found.left_out.empty());
}

TEST_CASE("where people are hidden, so is all else", "[tables]") {
    Dataset results = results_of_zones();
    add(results, "hires_by_zone", {"year", "zone"}, four_times({50, 50, 50, 50, 50, 50}), "flow", "hires");
    add(results, "young_by_zone", {"year", "zone"}, four_times({50, 50, 50, 50, 50, 2}), "stock", "persons");
    const PublicTables found = protected_of(results);
    CHECK(pattern(found, "young_by_zone", 0) == "ss...s");
    CHECK(pattern(found, "hires_by_zone", 0) == "ss...s");
}

TEST_CASE("what is hidden is hidden in all scenarios: of flows year by year, of stocks in all years", "[tables]") {
    Dataset results = results_of_zones();
    std::vector<float> values = four_times({50, 50, 50, 50, 50, 50});
    values[zones + 3] = 2;  // first scenario, second year
    add(results, "hires_by_zone", {"year", "zone"}, values, "flow", "hires");
    add(results, "searches_by_zone", {"year", "zone"}, values, "stock", "posts");
    const PublicTables found = protected_of(results);
    CHECK(pattern(found, "hires_by_zone", 0) == "ss....");
    CHECK(pattern(found, "hires_by_zone", 1) == "ss.s..");
    CHECK(pattern(found, "hires_by_zone", 2) == "ss....");
    CHECK(pattern(found, "hires_by_zone", 3) == "ss.s..");
    CHECK(pattern(found, "searches_by_zone", 0) == "ss.s..");
    CHECK(pattern(found, "searches_by_zone", 2) == "ss.s..");
}

TEST_CASE("what tells of single establishments, crossings of few and outputs all hidden are left out", "[tables]") {
    Dataset results = results_of_zones();
    add(results, "employment_by_establishment", {"year", "establishment"}, {9, 9, 9, 9}, "stock", "persons");
    add(results, "by_sex_few", {"year", "sex", "month"}, std::vector<float>(32, 4), "stock", "persons");
    add(results, "by_sex_many", {"year", "sex", "month"}, std::vector<float>(32, 400), "stock", "persons");
    add(results, "closures_by_zone", {"year", "zone"}, four_times({1, 1, 1, 1, 1, 1}), "flow", "posts");
    const PublicTables found = protected_of(results);
    CHECK(found.left_out == std::vector<std::string>{"employment_by_establishment", "closures_by_zone", "by_sex_few"});
}

TEST_CASE("a month that tells of few goes with another of its year", "[tables]") {
    Dataset results = results_of_zones();
    add(results, "hires", {"month"}, {40, 30, 20, 10, 40, 30, 20, 3}, "flow", "hires");
    add(results, "births", {"month"}, {40, 2, 20, 10, 40, 30, 20, 10}, "flow", "establishments");
    const PublicTables found = protected_of(results);
    CHECK(found.hidden.at("hires") == std::vector<bool>{false, false, true, true, false, false, true, true});
    CHECK(found.hidden.at("births") == std::vector<bool>{true, true, false, false, true, true, false, false});
}

TEST_CASE("what one output of people hides makes another hide more, and then all of them", "[tables]") {
    Dataset results = results_of_zones();
    // 20 + 40 + 400 hidden: who knows the sum knows the 400 within 20 %, so that one of 100 has to go too
    add(results, "old_by_zone", {"year", "zone"}, four_times({20, 40, 100, 100, 100, 400}), "stock", "persons");
    add(results, "young_by_zone", {"year", "zone"}, four_times({50, 50, 50, 50, 50, 2}), "stock", "persons");
    add(results, "hires_by_zone", {"year", "zone"}, four_times({50, 50, 50, 50, 50, 50}), "flow", "hires");
    const PublicTables found = protected_of(results);
    for (const char* name : {"old_by_zone", "young_by_zone", "hires_by_zone"}) {
        CHECK(pattern(found, name, 0) == "sss..s");
    }
}

TEST_CASE("a rate without axes hides the months and years of stocks, that it would give back", "[tables]") {
    Dataset results = results_of_zones();
    add(results, "vacancy_rate", {"month"}, std::vector<float>(8, 0.5F), "rate", "1");
    add(results, "yearly_rate", {"year"}, std::vector<float>(4, 0.5F), "rate", "1");
    add(results, "vacancies", {"month"}, {40, 30, 20, 10, 40, 30, 20, 3}, "stock", "posts");
    add(results, "establishments", {"year"}, {40, 2, 40, 30}, "stock", "establishments");
    add(results, "hires", {"month"}, {2, 30, 20, 10, 40, 30, 20, 30}, "flow", "hires");
    const PublicTables found = protected_of(results);
    CHECK(found.hidden.at("vacancies") == std::vector<bool>{false, false, true, true, false, false, true, true});
    CHECK(found.hidden.at("vacancy_rate") == found.hidden.at("vacancies"));
    CHECK(found.hidden.at("yearly_rate") == std::vector<bool>{false, true, false, true});
    CHECK(found.hidden.at("hires") == std::vector<bool>{true, true, false, false, true, true, false, false});
}

TEST_CASE("a competence that the posts of one establishment alone ask is hidden, and another with it", "[tables]") {
    Pack pack = pack_of_zones();
    pack.competences = {};
    for (const char* code : {"c0", "c1", "c2", "c3"}) {
        pack.competences.add(code, {code, code}, "");
    }
    // o0 is in every establishment; o1 in one alone, which asks c1; o2 in four; c3 is asked of nobody but a little
    pack.profiles = {{{0, 1.0F, true}, {3, 0.1F, false}}, {{0, 1.0F, true}, {1, 0.8F, true}}, {{2, 0.5F, true}}};
    pack.posts.push_back({5, 1, 8});
    for (std::uint32_t establishment = 2; establishment < 6; ++establishment) {
        pack.posts.push_back({establishment, 2, 4});
    }
    const PublicLines lines = public_lines(pack, "competence", {"c0", "c1", "c2", "c3"});
    CHECK(lines.contributions[0].size() == 22);
    CHECK(lines.contributions[1].size() == 1);
    CHECK(lines.contributions[1].front().establishment == 5);
    CHECK(lines.contributions[3].size() == 1);                           // nobody's: taken to be one establishment
    CHECK(lines.hidden == std::vector<bool>{false, true, true, false});  // c2 is the smallest that is enough

    Dataset results = results_of_zones();
    results.dimensions.push_back({"competence", 4});
    results.variables.push_back({"competence", {"competence"}, std::vector<std::string>{"c0", "c1", "c2", "c3"}, {}});
    add(results, "holders", {"year", "competence"}, four_times({228, 8, 16, 0}), "stock", "persons");
    add(results, "coverage", {"year", "competence"}, four_times({1, 1, 1, 1}), "rate", "1");
    const PublicTables found = public_tables(results, outputs_told(results), pack);
    const std::vector<bool>& holders = found.hidden.at("holders");
    CHECK(std::vector<bool>(holders.begin(), holders.begin() + 4) == lines.hidden);
    CHECK(found.hidden.at("coverage") == holders);
}

TEST_CASE("by an axis that the pack does not tell, only numbers count", "[tables]") {
    const PublicLines sexes = public_lines(pack_of_zones(), "sex", {"M", "F"});
    CHECK(sexes.hidden == std::vector<bool>{false, false});
    const PublicLines unknown = public_lines(pack_of_zones(), "zone", {"z1", "elsewhere"});
    CHECK(unknown.contributions[0].size() == 4);
    CHECK(unknown.contributions[1].size() == 1);  // nothing is known of it: taken to be one establishment
}

}  // namespace releve::tables

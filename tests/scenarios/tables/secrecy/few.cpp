#include "scenarios/tables/secrecy/few.hpp"

#include "engine/model/catalogue.hpp"
#include "engine/state/events.hpp"
#include "scenarios/tables/secrecy/public_tables.hpp"
#include "tests/scenarios/audit/inventory/by_hand.hpp"

#include <catch2/catch.hpp>

namespace releve::tables {

namespace {

double few_of(const std::string& kind, const std::string& unit) {
    const Variable variable{"it", {"scenario", "year"}, std::vector<float>{1}, {{"kind", kind}, {"units", unit}}};
    return few_in(Told{.name = "it", .period = "year", .axes = {}, .value = &variable});
}

/// One scenario and year of two actions, by what is counted of them, as the run writes it.
Dataset volumes(std::vector<double> values) {
    Dataset results{{{"scenario", 1}, {"year", 1}, {"action", 2}, {"volume_of", volume_words.size()}}, {}, {}};
    std::vector<std::string> codes;
    for (const Word& word : volume_words) {
        codes.emplace_back(word.code);
    }
    results.variables = {{"year", {"year"}, std::vector<std::int32_t>{2013}, {}},
                         {"action", {"action"}, std::vector<std::string>{"tutoring", "wages"}, {}},
                         {"volume_of", {"volume_of"}, codes, {}},
                         {"volume",
                          {"scenario", "year", "action", "volume_of"},
                          std::move(values),
                          {{"kind", std::string("flow")}, {"units", std::string("1")}}}};
    return results;
}

bool is_told(std::vector<double> values) {
    const Dataset results = volumes(std::move(values));
    return public_tables(results, outputs_told(results), audit::pack_by_hand()).left_out.empty();
}

}  // namespace

TEST_CASE("counts tell of few whatever their unit, rates and money do not", "[tables]") {
    CHECK(few_of("stock", "persons") == 5);
    CHECK(few_of("flow", "1") == 5);
    CHECK(few_of("flow", "a unit of tomorrow") == 5);
    CHECK(few_of("flow", "transfers") == 3);
    CHECK(few_of("stock", "establishments") == 3);
    CHECK(few_of("rate", "1") == 0);
    CHECK(few_of("flow", "EUR") == 0);
}

TEST_CASE("every output of the catalogue that is a count tells of few somewhere", "[tables]") {
    for (const Output* output : all_outputs()) {
        const auto kind = std::string(output_kind_names[static_cast<std::size_t>(output->kind)]);
        CAPTURE(output->name);
        CHECK((few_of(kind, std::string(output->unit)) > 0) == (output->kind != OutputKind::rate));
    }
}

TEST_CASE("volumes of actions are told only if none of their counts tells of few", "[tables]") {
    // persons begun, months under way, establishments, months in which the action is open
    CHECK(is_told({5, 60, 3, 1, 0, 0, 0, 12}));
    CHECK_FALSE(is_told({4, 60, 3, 1, 0, 0, 0, 12}));
    CHECK_FALSE(is_told({5, 59, 3, 1, 0, 0, 0, 12}));  // of 4 persons perhaps, all the year
    CHECK_FALSE(is_told({5, 60, 2, 1, 0, 0, 0, 12}));
    CHECK_FALSE(is_told({0, 0, 0, 12, 4, 60, 3, 1}));
}

}  // namespace releve::tables

#include "engine/inputs/pack_reader.hpp"
#include "engine/synthesis/parameters.hpp"
#include "engine/synthesis/synthesise.hpp"
#include "tests/engine/inputs/tiny_pack.hpp"
#include "tests/engine/model/bench.hpp"

#include <catch2/catch.hpp>

using namespace releve;
using namespace releve::tests;

// A survey tells everybody of one establishment. Pensions open at 62, one quarter is enough for the full rate, and everybody
// leaves on the day: those born in 1951 leave in 2013, those born in 1952 in 2014, each in the month of the birthday,
// and nobody else does.

namespace {

constexpr int horizon = 24;
constexpr int opening = 62 * 12;

Pack known_house() {
    Files files = tiny_pack();
    files["pension_law.csv"] =
        "law,born_from,opening_age_months,full_rate_age_months,quarters,decote_per_quarter,effective\n"
        "one,1900-01-01,744,804,1,0.0125,2011-07\n";
    files.erase("long_careers.csv");
    files["workers.csv"] =
        "establishment,occupation,persons,born_from,born_to,sex,contract,hired,mastery\n"
        "E3,nurse,3,1951,1951,F,open_ended,1990,\nE3,nurse,2,1952,1952,,open_ended,,\nE3,nurse,4,1975,1979,,,,\n"
        "E3,mason,4,1980,1980,M,,2003,\nE3,mason,1,1951,1952,M,,,\n";
    const ScratchDirectory directory;
    write_pack(directory, files);
    Problems problems;
    std::vector<Text> notes;
    Pack pack = read_pack(directory.path(), problems, notes);
    problems.raise();
    return pack;
}

State first_state(const Pack& pack, std::uint32_t seed) {
    std::vector<double> values;
    for (const Parameter& parameter : synthesis_parameters()) {
        values.push_back(parameter.value);
    }
    values[static_cast<std::size_t>(SynthesisParameter::retirement)] = 1;  // at once, as below
    SynthesisReport report;
    State state = synthesise(pack, values, seed, report);
    state.luck = {seed, 0};
    state.horizon = horizon;
    CHECK(report.known_workers == 14);
    return state;
}

}  // namespace

TEST_CASE("where a survey tells everybody, the retirements of the next years are those of the law", "[workers]") {
    const Pack pack = known_house();
    const Setting setting{pack, pack.calendar, horizon, 0};
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        State state = first_state(pack, seed);
        std::vector<PersonId> staff;
        int mason_of_1951 = 0;
        for (std::uint32_t i = 0; i < state.persons.size(); ++i) {
            const Person& one = state.persons[PersonId{i}];
            if (one.status == Status::employed && state.establishment_of(PersonId{i}).value == 2) {
                staff.push_back(PersonId{i});
                mason_of_1951 += one.occupation == 1 && one.birth + opening < 12 ? 1 : 0;
            }
        }
        REQUIRE(staff.size() == 14);
        Bench retirement("retirement", setting);
        retirement.set("at_once", 1).set("goes_on", 0);
        retirement.attach(state);
        start_risks(state);
        int by_year[] = {0, 0};
        for (; state.month < horizon; ++state.month) {
            retirement.act(state);
            for (const PersonId person : staff) {
                const Person& one = state.persons[person];
                const bool left_now = one.status == Status::retired && one.status_since == state.month;
                by_year[state.month / 12] += left_now ? 1 : 0;
                CHECK(left_now == (one.birth + opening == state.month));
            }
        }
        CHECK(by_year[0] == 3 + mason_of_1951);
        CHECK(by_year[1] == 2 + 1 - mason_of_1951);
    }
}

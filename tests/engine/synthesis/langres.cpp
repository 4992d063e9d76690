#include "tests/langres.hpp"

#include "engine/inputs/pension.hpp"
#include "engine/state/commit.hpp"
#include "engine/synthesis/population.hpp"

#include <catch2/catch.hpp>
#include <map>
#include <numeric>

using namespace releve;
using namespace releve::tests;

namespace {

bool counts_here(const PopulationMargin& row, const Individual& one) {
    return (row.zone < 0 || row.zone == one.zone) && (row.age_band < 0 || row.age_band == one.age_band) &&
           (row.sex < 0 || row.sex == static_cast<int>(one.sex)) &&
           (row.status < 0 || row.status == static_cast<int>(one.status));
}

bool same_person(const Person& a, const Person& b) {
    return a.key == b.key && a.birth == b.birth && a.sex == b.sex && a.status == b.status && a.contract == b.contract &&
           a.zone == b.zone && a.occupation == b.occupation && a.post == b.post && a.hired == b.hired &&
           a.quarters == b.quarters && a.mastery == b.mastery && a.know_how == b.know_how;
}

bool same(const Persons& a, const Persons& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), same_person);
}

}  // namespace

TEST_CASE("every population margin of Langres is met to the person") {
    const Pack& pack = langres();
    std::int64_t residual = -1;
    const std::vector<Individual> residents = residents_of(pack, langres_start().state.inside_zones, residual);
    CHECK(residual == 0);
    // counts by zone, by band x sex, by band x sex x status: what the table gives
    for (const PopulationMargin& row : pack.population_margins) {
        const auto persons = std::count_if(residents.begin(), residents.end(),
                                           [&](const Individual& one) { return counts_here(row, one); });
        INFO(row.zone << " " << row.age_band << " " << row.sex << " " << row.status);
        CHECK(static_cast<double>(persons) == row.persons);
    }
}

TEST_CASE("the zones hold the 45,661 inhabitants of 2014, and the table of people those of 15 and over") {
    double population = 0;
    for (const Zone& zone : langres().zones) {
        population += zone.inside ? zone.population : 0;
    }
    CHECK(population == 45'661);
    double margin = 0;
    for (const PopulationMargin& row : langres().population_margins) {
        margin += row.zone >= 0 && row.age_band < 0 && row.sex < 0 && row.status < 0 ? row.persons : 0;
    }
    CHECK(margin == langres_start().report.residents);
    CHECK(margin < population);
}

TEST_CASE("establishments by size are the published ones; the state moves up those whose posts outgrow their band") {
    std::map<std::string, int> counts;
    for (const EstablishmentRow& row : langres().establishments) {
        ++counts[std::string(size_bands[row.size_band].word.code)];
    }
    CHECK(counts == std::map<std::string, int>{{"0", 1556},
                                               {"1-5", 610},
                                               {"6-9", 111},
                                               {"10-19", 108},
                                               {"20-49", 44},
                                               {"50-99", 20},
                                               {"100-199", 9},
                                               {"200-499", 4}});
    int too_low = 0;
    for (std::uint32_t i = 0; i < langres().establishments.size(); ++i) {
        const EstablishmentRow& row = langres().establishments[i];
        const std::uint8_t band = langres_start().state.establishments.size_band[EstablishmentId{i}];
        too_low += band < row.size_band ? 1 : 0;
        const bool moved = band > row.size_band;
        const int posts = langres_start().state.establishments.posts[EstablishmentId{i}];  // vacant ones too
        too_low += moved && posts < size_bands[band].least ? 1 : 0;
    }
    CHECK(too_low == 0);
}

TEST_CASE("filled posts of each establishment and occupation are those of the table") {
    const State& state = langres_start().state;
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> expected;
    for (const PostRow& row : langres().posts) {
        expected[{row.establishment, row.occupation}] += row.posts;
    }
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> found;
    for (std::uint32_t i = 0; i < state.cells.size(); ++i) {
        found[{state.cells.establishment[CellId{i}].value, state.cells.occupation[CellId{i}]}] +=
            state.cells.filled[CellId{i}];
    }
    CHECK(found == expected);
    std::vector<int> by_establishment(langres().establishments.size(), 0);
    for (const auto& [cell, posts] : found) {
        by_establishment[cell.first] += posts;
    }
    for (std::size_t i = 0; i < by_establishment.size(); ++i) {
        CHECK(by_establishment[i] == langres().establishments[i].posts);
    }
}

TEST_CASE("residents and in-commuters in post make up the posts filled") {
    const auto& [state, report] = langres_start();
    CHECK(report.population_residual == 0);
    CHECK(report.employment_residual == 0);
    unsigned residents = 0;
    unsigned commuters = 0;
    for (std::uint32_t i = 0; i < state.persons.size(); ++i) {
        if (state.persons[PersonId{i}].status == Status::employed) {
            ++(state.inside(PersonId{i}) ? residents : commuters);
        }
    }
    const auto filled = std::accumulate(state.cells.filled.values().begin(), state.cells.filled.values().end(), 0U);
    CHECK(commuters == report.in_commuters);
    CHECK(residents + commuters == filled);
    CHECK(filled + state.vacancies.members().size() == report.posts);
    check_invariants(state);
}

TEST_CASE("the same seed makes the same first state, another seed other people") {
    const Synthesised again = synthesise_langres();
    CHECK(same(again.state.persons, langres_start().state.persons));
    CHECK(again.state.vacancies.members() == langres_start().state.vacancies.members());
    const Synthesised other = synthesise_langres(2);
    CHECK_FALSE(same(other.state.persons, langres_start().state.persons));
    CHECK(other.report.residents == again.report.residents);
}

TEST_CASE("people are possible: ages, careers, tenures, mastery") {
    const State& state = langres_start().state;
    const Persons& persons = state.persons;
    int impossible = 0;
    for (std::uint32_t i = 0; i < persons.size(); ++i) {
        const PersonId person{i};
        const int age = persons[person].age_months(0);
        const bool at_school = persons[person].status == Status::education;
        const bool in_post = persons[person].status == Status::employed;
        impossible += age < 15 * 12 || age > 105 * 12 ? 1 : 0;
        impossible += persons[person].mastery < 0 || persons[person].mastery > 1 ? 1 : 0;
        impossible += at_school == (persons[person].career_start != never) ? 1 : 0;
        const float worked = persons[person].quarters - static_cast<float>(persons[person].credited);
        impossible += !at_school && worked > -static_cast<float>(persons[person].career_start) / 3.0F + 1 ? 1 : 0;
        impossible +=
            in_post && (persons[person].hired >= 0 || persons[person].hired < persons[person].career_start) ? 1 : 0;
        impossible += in_post && persons[person].contract == Contract::apprentice && age > 27 * 12 ? 1 : 0;
    }
    CHECK(impossible == 0);
}

TEST_CASE("those still in post past the opening age seldom had the quarters long ago") {
    // whoever reaches the full rate leaves seven times in ten in that month: few can have passed it and still be there
    const PensionLaw& law = langres().pension_laws.front();
    const Persons& persons = langres_start().state.persons;
    int past = 0;
    int in_post = 0;
    for (std::uint32_t i = 0; i < persons.size(); ++i) {
        const Person& one = persons[PersonId{i}];
        if (one.status == Status::employed && one.age_years(0) >= 60 && one.age_years(0) < 65) {
            const PensionDates dates = pension_dates(law, {.birth = one.birth,
                                                           .career_start = one.career_start,
                                                           .quarters = double{one.quarters},
                                                           .credited = static_cast<double>(one.credited),
                                                           .origin = langres().calendar.start.count});
            ++in_post;
            past += dates.full_rate < 0 ? 1 : 0;
        }
    }
    INFO(past << " of " << in_post);
    CHECK(in_post > 300);
    CHECK(past < 0.5 * in_post);
    CHECK(past > 0.05 * in_post);
}

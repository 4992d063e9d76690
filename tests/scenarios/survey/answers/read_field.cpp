#include "scenarios/survey/answers/read_field.hpp"

#include "tests/scenarios/survey/small_survey.hpp"

#include <catch2/catch.hpp>

using namespace releve;
using namespace releve::survey;
using namespace releve::survey::tests;

namespace {

const SheetColumn& column(std::string_view sheet, std::string_view key) {
    for (const SheetColumn& one : survey_sheet(sheet).columns) {
        if (one.key == key) {
            return one;
        }
    }
    throw std::logic_error("no such column");
}

FieldReading read_one(const SheetColumn& of, const WorkbookCell& cell) {
    static const Pack base = small_base();
    static const KnownLists lists(base);
    return read_field(of, cell, lists, true);
}

}  // namespace

TEST_CASE("survey: a code is told by code, name or both", "[survey]") {
    const SheetColumn& zone = column("establishments", "zone");
    for (const char* text : {"52269", "langres", "52269 – Langres", "52269 - LANGRES", " Langres "}) {
        INFO(text);
        const FieldReading reading = read_one(zone, written(text));
        CHECK_FALSE(reading.problem);
        CHECK(reading.field.whole == 0);
    }
    CHECK(read_one(zone, number(52269)).field.whole == 0);
    const FieldReading lost = read_one(zone, number(1004));  // Excel drops the first zero of 01004
    CHECK(lost.field.whole == 1);
    REQUIRE(lost.assumed);
    CHECK_THAT(lost.assumed->en, Catch::Contains("first zero"));
    CHECK_THAT(read_one(zone, written("Langre")).problem->fr,
               Catch::Contains("vouliez-vous dire «\u00a052269 – Langres"));
    CHECK_THAT(read_one(zone, written("Dijon")).problem->en, Catch::Contains("outside the territory"));
    CHECK(read_one(column("posts", "occupation"), written("secrétaires")).field.whole == 1);
    CHECK(read_one(column("posts", "occupation"), written("SECRETARIES")).field.whole == 1);
}

TEST_CASE("survey: two communes of one name ask for the code", "[survey]") {
    Pack base = small_base();
    base.zone_codes.add("52999", {"Langres", "Langres"}, "");
    base.zones.push_back({});
    const KnownLists lists(base);
    CHECK_THAT(read_field(column("establishments", "zone"), written("Langres"), lists, true).problem->en,
               Catch::Contains("write the code"));
    CHECK(read_field(column("establishments", "zone"), written("52999 – Langres"), lists, true).field.whole == 3);
}

TEST_CASE("survey: numbers, and what stands for them", "[survey]") {
    const SheetColumn& headcount = column("establishments", "headcount");
    CHECK(read_one(headcount, number(12)).field.whole == 12);
    CHECK(read_one(headcount, written("1\u202f2")).problem);  // 1 2: no thousands
    CHECK(read_one(headcount, written("12,0")).field.whole == 12);
    CHECK_THAT(read_one(headcount, written("12,0")).assumed->en, Catch::Contains("decimal comma"));
    CHECK_THAT(read_one(headcount, written("12")).assumed->en, Catch::Contains("written as text"));
    CHECK_FALSE(read_one(headcount, number(12)).assumed);
    CHECK(read_one(headcount, number(12.5)).problem);
    CHECK(read_one(headcount, number(0)).problem);
    CHECK(read_one(headcount, number(501)).problem);
    CHECK(read_one(headcount, number(1e300)).problem);
    CHECK(read_one(headcount, written("twelve")).problem);
    CHECK(read_one(headcount, {CellKind::date, "1900-01-12", 12}).problem);
    CHECK(read_one(headcount, {CellKind::boolean, "TRUE", 1}).problem);
    CHECK(read_one(headcount, {CellKind::formula, "=1+1", 0}).problem);
    CHECK(read_one(headcount, {CellKind::error, "#N/A", 0}).problem);
    CHECK(read_one(headcount, written(" \u00a0 ")).field.blank);
}

TEST_CASE("survey: a year of birth is a year, never a day", "[survey]") {
    const SheetColumn& birth = column("people", "birth_year");
    CHECK(read_one(birth, number(1964)).field.whole == 1964);
    CHECK_THAT(read_one(birth, number(64)).problem->en, Catch::Contains("four digits"));
    for (const WorkbookCell& cell : {WorkbookCell{CellKind::date, "1964-03-12", 23448}, written("12/03/1964")}) {
        const FieldReading reading = read_one(birth, cell);
        REQUIRE(reading.problem);
        CHECK_THAT(reading.problem->en, Catch::Contains("full date of birth"));
        CHECK_THAT(reading.problem->en, !Catch::Contains("12"));  // not told again
    }
    CHECK_THAT(read_one(column("people", "hired"), {CellKind::date, "2001-03-12", 36962}).problem->en,
               Catch::Contains("write the year only"));
}

TEST_CASE("survey: months, words, yes and no, identifiers", "[survey]") {
    const SheetColumn& month = column("establishments", "month");
    const int may = Month::of(2014, 5).count;
    for (const WorkbookCell& cell : {written("2014-05"), written("05/2014"), written("5/2014"),
                                     WorkbookCell{CellKind::date, "2014-05-17", 41776}}) {
        CHECK(read_one(month, cell).field.whole == may);
    }
    CHECK(read_one(month, number(2014)).problem);
    const SheetColumn& contract = column("people", "contract");
    for (const char* text : {"CDD", "fixed-term (CDD)", "fixed_term", "Fixed-term"}) {
        INFO(text);
        CHECK(read_one(contract, written(text)).field.whole == static_cast<int>(Contract::fixed_term));
    }
    CHECK(read_one(column("people", "sex"), written("H")).field.whole == 0);
    CHECK(read_one(column("people", "sex"), written("femme")).field.whole == 1);
    CHECK_THAT(read_one(contract, written("CDX")).problem->en, Catch::Contains("did you mean"));
    CHECK(read_one(column("posts", "hard_to_fill"), written("Oui")).field.whole == 1);
    CHECK(read_one(column("posts", "hard_to_fill"), {CellKind::boolean, "FALSE", 0}).field.whole == 0);
    CHECK(read_one(column("posts", "hard_to_fill"), written("maybe")).problem);
    const SheetColumn& identifier = column("establishments", "establishment");
    CHECK(read_one(identifier, number(12345678901234)).field.text == "12345678901234");  // a SIRET
    CHECK(read_one(identifier, written("=cmd()")).problem);
    CHECK(read_one(identifier, written(std::string(41, 'x'))).problem);
    CHECK(read_one(identifier, written("164035226900142")).problem);  // a national number
}

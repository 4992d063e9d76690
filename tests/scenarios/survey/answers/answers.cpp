#include "scenarios/survey/answers/answers.hpp"

#include "scenarios/survey/answers/known_people.hpp"
#include "tests/scenarios/survey/small_survey.hpp"

#include <catch2/catch.hpp>

using namespace releve;
using namespace releve::survey;
using namespace releve::survey::tests;

TEST_CASE("survey: a sound workbook becomes answers", "[survey]") {
    const Read made = read(small_workbook(), small_base());
    REQUIRE(made.told().empty());
    REQUIRE(made.answers.establishments.size() == 2);
    CHECK(made.answers.establishments[0].in_base == 0);
    CHECK(made.answers.establishments[1].in_base == no_index);
    CHECK(made.answers.establishments[1].sector == 1);
    CHECK(made.answers.establishments[1].month == Month::of(2014, 5));
    CHECK(made.answers.posts[1].establishment == 1);
    CHECK(made.answers.language == Language::en);
}

TEST_CASE("survey: French sheets give French texts, in any order of columns", "[survey]") {
    Workbook book = small_workbook();
    book.sheets[1].name = "POSTES";
    book.sheets[0].name = "Etablissements";
    for (std::vector<WorkbookCell>& row : book.sheets[1].rows) {
        row.resize(5);
        std::swap(row[0], row[2]);
    }
    const Read made = read(book, small_base());
    CHECK(made.told().empty());
    CHECK(made.answers.language == Language::fr);
    CHECK(made.answers.posts[0].posts == 5);
}

TEST_CASE("survey: of an unsound first sheet, others tell nothing", "[survey]") {
    Workbook book = small_workbook();
    book.sheets[0].rows[1][3] = written("five");
    const std::string told = read(book, small_base()).told();
    CHECK_THAT(told, Catch::Contains("Establishments!D2"));
    CHECK_THAT(told, !Catch::Contains("Posts!"));
}

TEST_CASE("survey: an unsound line leaves the sums of its sheet alone", "[survey]") {
    Workbook book = small_workbook();
    book.sheets[1].rows[1][2] = written("five");
    const std::string told = read(book, small_base()).told();
    CHECK_THAT(told, Catch::Contains("Posts!C2"));
    CHECK_THAT(told, !Catch::Contains("headcount"));
}

TEST_CASE("survey: an axis that the template wrote and nobody scored is no answer", "[survey]") {
    Workbook book = small_workbook();
    book.sheets.push_back(sheet_of("audit", {{written("N1"), written("strategy")}, {blank(), written("cooperation")}}));
    const Read made = read(book, small_base());
    CHECK(made.told().empty());
    CHECK(made.answers.audit.empty());
}

TEST_CASE("survey: employees beyond the largest size band", "[survey]") {
    Workbook book = small_workbook();
    for (WorkbookSheet& sheet : book.sheets) {
        sheet.rows[2][sheet.name == "Posts" ? 2 : 3] = number(500);
    }
    CHECK_THAT(read(book, small_base()).told(), Catch::Contains("500 employees (the largest size band ends at 499)"));
    book.sheets[0].rows[2].resize(7);
    book.sheets[0].rows[2][5] = number(1960);  // with an owner, 499 employees
    CHECK(read(book, small_base()).told().empty());
}

namespace {

struct People {
    std::vector<KnownPeople> lines;
    std::vector<Finding> findings;
    Problems problems;
};

People people_of(std::vector<std::vector<WorkbookCell>> people, std::vector<std::vector<WorkbookCell>> bands) {
    Workbook book = small_workbook();
    book.sheets.push_back(sheet_of("people", std::move(people)));
    book.sheets.push_back(sheet_of("age_bands", std::move(bands)));
    const Pack base = small_base();
    const Read made = read(book, base);
    INFO(made.told());
    REQUIRE(made.problems.none());
    People known;
    known.lines = known_people(made.answers, base, known.findings, known.problems);
    return known;
}

WorkbookCell e1() { return written("E1"); }
WorkbookCell metal() { return written("D1Z"); }

}  // namespace

TEST_CASE("survey: alike people share a line, in an order that tells nothing", "[survey]") {
    const auto later = std::vector<WorkbookCell>{e1(), metal(), number(1980)};
    const auto early = std::vector<WorkbookCell>{e1(), metal(), number(1960), written("man")};
    const People known = people_of({later, early, later}, {});
    REQUIRE(known.lines.size() == 2);
    CHECK(known.lines[0] == KnownPeople{0, 0, 1960, 1960, 0, -1, 0, 1});
    CHECK(known.lines[1] == KnownPeople{0, 0, 1980, 1980, -1, -1, 0, 2});
    const People other = people_of({early, later, later}, {});
    CHECK(other.lines == known.lines);
}

TEST_CASE("survey: ages of a band are those reached in the year of the survey", "[survey]") {
    const People known = people_of({}, {{e1(), metal(), number(50), number(59), blank(), number(4)}});
    REQUIRE(known.lines.size() == 1);
    CHECK(known.lines[0] == KnownPeople{0, 0, 1954, 1963, -1, -1, 0, 4});
    const People may_2014 =
        people_of({}, {{written("N1"), written("L0Z"), number(50), number(59), blank(), number(2)}});
    CHECK(may_2014.lines[0].born_from == 1955);
}

TEST_CASE("survey: people are taken out of their bands", "[survey]") {
    const People known = people_of({{e1(), metal(), number(1960), written("man")}},
                                   {{e1(), metal(), number(50), number(59), written("woman"), number(2)},
                                    {e1(), metal(), number(50), number(59), written("man"), number(2)}});
    REQUIRE(known.findings.empty());
    REQUIRE(known.lines.size() == 3);  // 2 women, the man known, 1 more man
    int men = 0, women = 0;
    for (const KnownPeople& line : known.lines) {
        (line.sex == 0 ? men : women) += line.persons;
    }
    CHECK(men == 2);
    CHECK(women == 2);
}

TEST_CASE("survey: people whom no band holds are a contradiction, or too many", "[survey]") {
    const auto old = std::vector<WorkbookCell>{e1(), metal(), number(1950)};
    const People few = people_of({old}, {{e1(), metal(), number(20), number(29), blank(), number(4)}});
    CHECK(few.problems.none());
    REQUIRE(few.findings.size() == 1);
    CHECK(few.findings[0].kind == FindingKind::contradiction);
    const People many = people_of({old}, {{e1(), metal(), number(20), number(29), blank(), number(5)}});
    REQUIRE(many.problems.count() == 1);
    CHECK_THAT(many.problems.kept()[0].what.en, Catch::Contains("1 too many"));
}

TEST_CASE("survey: years after the start are blank, people too young then are left out", "[survey]") {
    const People known = people_of({{written("N1"), written("L0Z"), number(1980), blank(), blank(), number(2014)},
                                    {written("N1"), written("L0Z"), number(2000)}},
                                   {});
    REQUIRE(known.lines.size() == 1);
    CHECK(known.lines[0].hired == 0);
    REQUIRE(known.findings.size() == 2);
    CHECK(known.findings[0].kind == FindingKind::left_out);
    const People band = people_of({}, {{written("N1"), written("L0Z"), number(14), number(20), blank(), number(1)}});
    CHECK(band.lines[0].born_to == 1999);  // 14 in 2013: the table of known people takes no younger ones
    CHECK(band.findings[0].kind == FindingKind::assumed);
}

#include "scenarios/survey/merge/merge_tables.hpp"

#include "scenarios/survey/merge/table_text.hpp"
#include "scenarios/survey/merge/territory_text.hpp"
#include "scenarios/survey/merge/write_pack.hpp"
#include "tests/langres.hpp"
#include "tests/scenarios/survey/small_survey.hpp"

#include <catch2/catch.hpp>
#include <filesystem>

using namespace releve;
using namespace releve::survey;
using namespace releve::survey::tests;

namespace fs = std::filesystem;

TEST_CASE("survey: corrected establishments keep their place, new ones follow", "[survey]") {
    const Pack base = small_base();
    Read made = read(small_workbook(), base);
    REQUIRE(made.problems.none());
    made.answers.audit.push_back({"", 1, 0, 3, "", ""});
    const std::vector<EstablishmentRow> after = establishments_after(made.answers, base);
    REQUIRE(after.size() == 4);
    CHECK(after[0].id == "E1");
    CHECK(after[3].id == "N1");
    CHECK(after[3].audited);
    CHECK_FALSE(after[0].audited);
    CHECK(answered_after(made.answers, base, 4) == std::vector<bool>{true, false, false, true});
}

TEST_CASE("survey: the size band follows the employees, unless the base's holds the headcount", "[survey]") {
    const Pack base = small_base();
    Read made = read(small_workbook(), base);
    const auto band = [&](std::size_t establishment, int headcount) {
        made.answers.establishments[establishment].headcount = headcount;
        const std::vector<EstablishmentRow> after = establishments_after(made.answers, base);
        return size_bands[after[establishment == 0 ? 0 : 3].size_band].word.code;
    };
    CHECK(band(0, 6) == "1-5");  // the base's band holds it: 5 employees and the owner
    CHECK(band(0, 7) == "6-9");  // 6 employees and the owner
    CHECK(band(0, 1) == "1-5");  // held by the base's band
    CHECK(band(1, 1) == "1-5");  // new, without an owner: an employee
    CHECK(band(1, 10) == "10-19");
    made.answers.establishments[1].owner_birth_year = 1970;
    CHECK(band(1, 1) == "0");
    CHECK(band(1, 10) == "6-9");
}

TEST_CASE("survey: tables as texts keep columns and quote what needs it", "[survey]") {
    TableText table{{"a", "b"}, {{"1", "x"}}};
    table.rows.push_back(table.line({{"a", "2"}, {"c", "say \"hi\", twice"}}));
    table.rows.push_back(table.line({{"b", "y"}}, {"3", "x", "z"}));
    CHECK(csv_of(table) == "a,b,c\n1,x,\n2,,\"say \"\"hi\"\", twice\"\n3,y,z\n");
}

TEST_CASE("survey: provenance is put in place, the rest stays as written", "[survey]") {
    const std::string before =
        "name = \"x\"\n# a comment\n\n[provenance.posts]\nproducer = \"old\"\n\n[provenance.zones]\n"
        "note = \"kept\"\n";
    const std::string after = with_provenance(before, {.table = "posts", .producer = "a \"new\" one", .year = "2014"});
    CHECK_THAT(after, Catch::StartsWith(
                          "name = \"x\"\n# a comment\n\n[provenance.posts]\nproducer = \"a \\\"new\\\" one\"\n"));
    CHECK_THAT(after, Catch::EndsWith("sha256 = \"\"\n\n[provenance.zones]\nnote = \"kept\"\n"));
    CHECK_THAT(after, !Catch::Contains("old"));
    const std::string added = with_provenance(before, {.table = "workers", .producer = "p"});
    CHECK_THAT(added, Catch::StartsWith(before));
    CHECK_THAT(added, Catch::Contains("\n\n[provenance.workers]\n"));
}

TEST_CASE("survey: a pack that does not pass its checks leaves nothing behind", "[survey]") {
    const fs::path folder = fs::temp_directory_path() / "releve_survey_write";
    fs::remove_all(folder);
    fs::create_directory(folder);
    const std::string place = (folder / "pack").generic_string();
    const SurveySource source{"s.xlsx", std::string(64, '0'), "2013"};
    const std::vector<ChangedTable> broken{{"workers",
                                            "establishment,occupation,persons,born_from,born_to\nE0001,A0Z,9,1970,"
                                            "1970\n"}};
    try {
        write_pack(releve::tests::langres(), broken, source, place);
        FAIL("nine people in one post");
    } catch (const InputError& error) {
        CHECK_THAT(error.problems().front().where, Catch::StartsWith(place + "/workers.csv:2"));
    }
    CHECK(fs::is_empty(folder));
    write_pack(releve::tests::langres(), {}, source, place + "/");
    CHECK(fs::exists(folder / "pack" / "territory.toml"));
    CHECK_THROWS_AS(write_pack(releve::tests::langres(), {}, source, place), IoError);
    fs::remove_all(folder);
}

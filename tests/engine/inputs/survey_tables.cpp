#include "engine/inputs/pack_reader.hpp"
#include "tests/engine/inputs/tiny_pack.hpp"

#include <catch2/catch.hpp>

using namespace releve;
using namespace releve::tests;

// The tiny pack starts in January 2013 and tells people of 15 to 99. E1 has 5 posts of masons, E3 (a public service) 9 of
// nurses and 5 of masons.

namespace {

const std::string workers_header = "establishment,occupation,persons,born_from,born_to,sex,contract,hired,mastery\n";

struct Reading {
    Pack pack;
    std::vector<std::string> told;  ///< "workers.csv:2 hired: what", in English, then in French
};

Reading read(const std::string& table, const std::string& text, const Files& base = tiny_pack()) {
    const ScratchDirectory directory;
    Files files = base;
    files[table + ".csv"] = text;
    write_pack(directory, files);
    Problems problems;
    std::vector<Text> notes;
    Reading reading;
    reading.pack = read_pack(directory.path(), problems, notes);
    for (const Problem& problem : problems.kept()) {
        const std::string where = problem.where.substr(directory.path().size() + 1);
        reading.told.push_back(where + ": " + problem.what.en);
        reading.told.push_back(where + ": " + problem.what.fr);
    }
    return reading;
}

Reading read_workers(const std::string& lines) { return read("workers", workers_header + lines); }

void check_one(const Reading& reading, const std::string& where, const std::string& en, const std::string& fr) {
    INFO(where << " " << en);
    for (const std::string& line : reading.told) {
        UNSCOPED_INFO(line);
    }
    REQUIRE(reading.told.size() == 2);
    CHECK(reading.told[0].rfind(where + ": ", 0) == 0);
    CHECK_THAT(reading.told[0], Catch::Contains(en));
    CHECK_THAT(reading.told[1], Catch::Contains(fr));
}

void check_refused(const std::string& line, const std::string& column, const std::string& en, const std::string& fr) {
    INFO(line);
    check_one(read_workers(line + "\n"), "workers.csv:2 " + column, en, fr);
}

}  // namespace

TEST_CASE("known workers are read, and what is not told stays so", "[workers]") {
    const Reading reading = read_workers("E1,mason,2,1960,1965,M,open_ended,1990,0.8\nE3,nurse,1,1980,1980,,,,\n");
    REQUIRE(reading.told.empty());
    const std::vector<WorkerRow>& workers = reading.pack.workers;
    REQUIRE(workers.size() == 2);
    CHECK(workers[0].establishment == 0);
    CHECK(workers[0].occupation == 1);
    CHECK(workers[0].persons == 2);
    CHECK(workers[0].born_from == 1960);
    CHECK(workers[0].born_to == 1965);
    CHECK(workers[0].sex == static_cast<int>(Sex::men));
    CHECK(workers[0].contract == static_cast<int>(Contract::open_ended));
    CHECK(workers[0].hired == 1990);
    CHECK(workers[0].mastery == 0.8);
    CHECK(workers[1].sex == -1);
    CHECK(workers[1].contract == -1);
    CHECK(workers[1].hired == 0);
    CHECK_FALSE(workers[1].mastery);
}

TEST_CASE("columns that nobody could fill in may be left out", "[workers]") {
    const Reading reading =
        read("workers", "establishment,occupation,persons,born_from,born_to\nE1,mason,2,1960,1965\n");
    REQUIRE(reading.told.empty());
    REQUIRE(reading.pack.workers.size() == 1);
    CHECK(reading.pack.workers[0].sex == -1);
    CHECK(reading.pack.workers[0].contract == -1);
    CHECK(reading.pack.workers[0].hired == 0);
    CHECK_FALSE(reading.pack.workers[0].mastery);
}

TEST_CASE("years at the edge of what is possible are accepted, those beyond are not", "[workers]") {
    for (const std::string line : {
             "E1,mason,1,1998,1998,,,,",      // 15 in January 2013
             "E1,mason,1,1913,1913,,,,",      // 99 in December 2012 still
             "E1,mason,1,1980,1980,,,2013,",  // the year of the start: taken as hired just before it
             "E1,mason,1,1961,1990,,,1975,",  // the eldest were 14
         }) {
        INFO(line);
        CHECK(read_workers(line + "\n").told.empty());
    }
    check_refused("E1,mason,1,1999,1999,,,,", "born_from", "13 to 14 years old at the start (from 15 to 99",
                  "de 15 à 99 attendus");
    check_refused("E1,mason,1,1970,1999,,,,", "born_from", "correct the year", "corrigez l'année");
    check_refused("E1,mason,1,1912,1912,,,,", "born_from", "100 to 101 years old", "de 100 à 101 ans");
    check_refused("E1,mason,1,1912,1980,,,,", "born_from", "born in 1912 to 1980", "naissance de 1912 à 1980");
    check_refused("E1,mason,1,1981,1980,,,2000,", "born_to", "1980 is before born_from", "1980 précède born_from");
    check_refused("E1,mason,1,1980,1980,,,2014,", "hired", "after 2013-01", "après 2013-01");
    check_refused("E1,mason,1,1962,1990,,,1975,", "hired", "before the age of 14", "avant l'âge de 14 ans");
}

TEST_CASE("the bands of the pack tell who may work; without any, from 14 to 100", "[workers]") {
    const auto with = [](const std::string& line) {
        Files files = tiny_pack();
        files["territory.toml"] = replaced(files["territory.toml"], "2013-01", "2013-09");
        return read("workers", workers_header + line + "\n", files).told;
    };
    CHECK(with("E1,mason,1,1998,1998,,,2013,").empty());  // hired from January to August 2013
    CHECK(with("E1,mason,1,1980,1980,,,2014,").size() == 2);
}

TEST_CASE("no more people than posts, told once for each occupation of an establishment", "[workers]") {
    CHECK(read_workers("E1,mason,5,1980,1980,,,,\nE3,mason,5,1980,1980,,,,\n").told.empty());
    check_refused("E1,mason,6,1980,1980,,,,", "persons",
                  "more people than posts of mason in E1 (posts.csv has 1 fewer)", "il en manque 1 dans posts.csv");
    check_refused("E1,nurse,1,1980,1980,,,,", "persons", "posts of nurse in E1", "postes de nurse dans E1");
    check_one(read_workers("E1,mason,3,1980,1980,,,,\nE3,mason,5,1980,1980,,,,\nE1,mason,3,1970,1970,,,,\n"
                           "E1,mason,2,1970,1970,,,,\n"),
              "workers.csv:4 persons", "posts.csv has 3 fewer", "il en manque 3");
    std::string many;
    for (int i = 0; i < 30'000; ++i) {
        many += "E1,mason,100000,1980,1980,,,,\n";  // more than 32 bits hold
    }
    check_one(read_workers(many), "workers.csv:2 persons", "2999999995 fewer", "2999999995");
}

TEST_CASE("an owner where nobody owns is refused", "[workers]") {
    CHECK(read_workers("E1,mason,1,1980,1980,,owner,,\n").told.empty());
    CHECK(read_workers("E3,nurse,1,1980,1980,,open_ended,,\n").told.empty());
    check_refused("E3,nurse,1,1980,1980,,owner,,", "contract", "an owner in E3 (public service", "un patron dans E3");
}

TEST_CASE("each cell of a known worker is checked", "[workers]") {
    check_refused("E9,mason,1,1980,1980,,,,", "establishment", "E9", "E9");
    check_refused("E1,masson,1,1980,1980,,,,", "occupation", "mason", "mason");
    check_refused("E1,mason,0,1980,1980,,,,", "persons", "0", "0");
    check_refused("E1,mason,1.5,1980,1980,,,,", "persons", "1.5", "1.5");
    check_refused("E1,mason,1,80,1980,,,,", "born_from", "80", "80");
    check_refused("E1,mason,1,1980,,,,,", "born_to", "", "");
    check_refused("E1,mason,1,1980,1980,H,,,", "sex", "H", "H");
    check_refused("E1,mason,1,1980,1980,,cdi,,", "contract", "cdi", "cdi");
    check_refused("E1,mason,1,1980,1980,,,90,", "hired", "90", "90");
    check_refused("E1,mason,1,1980,1980,,,,1.2", "mastery", "1.2", "1.2");
    check_refused("E1,mason,1,1980,1980,,,,-0.1", "mastery", "-0.1", "-0.1");
    CHECK(read_workers("E1,mason,1,1980,1980,,,,0\nE1,mason,1,1980,1980,,,,1\n").told.empty());
}

TEST_CASE("planned recruitments: one line for each reason and year", "[survey]") {
    const std::string header = "establishment,occupation,year,reason,persons,difficult\n";
    const Reading reading = read("planned_recruitments", header +
                                                             "E1,mason,2013,replacement,2,1\n"
                                                             "E1,mason,2013,growth,0,0\nE1,mason,2014,growth,1,\n");
    REQUIRE(reading.told.empty());
    const std::vector<PlannedRecruitment>& planned = reading.pack.planned_recruitments;
    REQUIRE(planned.size() == 3);
    CHECK(planned[0].persons == 2);
    CHECK(planned[0].reason == PlannedReason::replacement);
    CHECK(planned[0].difficult == true);
    CHECK(planned[1].difficult == false);
    CHECK_FALSE(planned[2].difficult);
    check_one(read("planned_recruitments", header + "E1,mason,2013,growth,1,1\nE1,mason,2013,growth,2,\n"),
              "planned_recruitments.csv:3 establishment", "duplicate", "en double");
    check_one(read("planned_recruitments", header + "E1,mason,2013,pension,1,1\n"), "planned_recruitments.csv:2 reason",
              "pension", "pension");
    check_one(read("planned_recruitments", header + "E1,mason,2013,growth,-1,1\n"),
              "planned_recruitments.csv:2 persons", "-1", "-1");
    check_one(read("planned_recruitments", header + "E1,mason,2013,growth,1,2\n"),
              "planned_recruitments.csv:2 difficult", "2", "2");
}

TEST_CASE("answers to the survey: one line an establishment, of which a stratum never counts less than itself",
          "[survey]") {
    const std::string header = "establishment,stratum,weight\n";
    const Reading reading = read("survey", header + "E1,FZ 1-5,1\nE3,QA 10-19,2.5\n");
    REQUIRE(reading.told.empty());
    REQUIRE(reading.pack.survey.size() == 2);
    CHECK(reading.pack.survey[1].establishment == 2);
    CHECK(reading.pack.survey[1].stratum == "QA 10-19");
    CHECK(reading.pack.survey[1].weight == 2.5);
    check_one(read("survey", header + "E1,A,1\nE1,B,1\n"), "survey.csv:3 establishment", "duplicate", "en double");
    check_one(read("survey", header + "E1,A,0.9\n"), "survey.csv:2 weight", "0.9", "0.9");
    check_one(read("survey", header + "E8,A,1\n"), "survey.csv:2 establishment", "E8", "E8");
    check_one(read("survey", header + "E1,,1\n"), "survey.csv:2 stratum", "", "");
}

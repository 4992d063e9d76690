#include "scenarios/tables/export_results.hpp"

#include "engine/base/error.hpp"
#include "engine/run/ensemble.hpp"
#include "tests/scenarios/report/sample.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <limits>
#include <unistd.h>

namespace releve::tables {

namespace {

namespace fs = std::filesystem;

/// A folder of this test that goes away.
class Folder {
public:
    Folder() : path_(fs::temp_directory_path() / ("releve-tables-" + std::to_string(getpid()))) {
        fs::remove_all(path_);
        fs::create_directory(path_);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    ~Folder() { fs::remove_all(path_); }
    std::string at(const std::string& name) const { return (path_ / name).string(); }
    std::string text(const std::string& name) const {
        std::ifstream file(path_ / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(file), {}};
    }
    std::size_t entries() const {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator(path_), fs::directory_iterator()));
    }

private:
    fs::path path_;
};

/// The sample, one mean of which is not there.
Dataset with_a_gap() {
    Dataset results = tests::sample_results();
    for (Variable& variable : results.variables) {
        if (variable.name == "unfilled_posts_by_zone") {
            std::get<std::vector<float>>(variable.data)[1] = std::numeric_limits<float>::quiet_NaN();
        }
    }
    return results;
}

ExportAsked asked_of(ExportFormat format, Language language = Language::en) {
    return {.file = "sample.h5", .format = format, .scenarios = {}, .outputs = {}, .language = language};
}

}  // namespace

TEST_CASE("a table compares each scenario with the first of its future, and tells what is missing from 0", "[tables]") {
    const Folder folder;
    export_results(with_a_gap(), asked_of(ExportFormat::csv), folder.at("t"));
    const std::string table = folder.text("t/unfilled_posts_by_zone.csv");
    const std::string head =
        "scenario,scenario_label,year,zone,zone_label,value,difference,unit,status\r\n"
        "base@low,base@low,2013,Z1,Z1,5,0,posts,\r\n"
        "base@low,base@low,2013,Z2,Z2,,,posts,.\r\n";
    CHECK(table.substr(0, head.size()) == head);
    CHECK(table.find("plan@low,plan@low,2014,Z1,Z1,8,-2,posts,\r\n") != std::string::npos);
    CHECK(table.find("plan@high,plan@high,2014,Z2,Z2,112,1,posts,\r\n") != std::string::npos);  // not 101 to base@low
}

TEST_CASE("statistics of what keeps its replicates, in tables that a French Excel reads", "[tables]") {
    const Folder folder;
    export_results(with_a_gap(), asked_of(ExportFormat::csv_excel_french, Language::fr), folder.at("t"));
    // replicates 8 and 12 of the plan, 10 and 12 of the base: differences -2 and 0
    const std::string table = folder.text("t/unfilled_posts.csv");
    CHECK(table.find(
              "scénario;scénario, nom;mois;valeur;écart-type;écart à la référence;écart-type de l'écart;unité;état") !=
          std::string::npos);
    CHECK(table.find("\r\nplan@low;plan@low;2013-12;10;2,828427;-1;1,4142135;postes;\r\n") != std::string::npos);
    CHECK(folder.text("t/unfilled_posts_by_zone.csv").find("base@low;base@low;2013;Z2;Z2;.;;postes;.\r\n") !=
          std::string::npos);
    CHECK(folder.text("t/unfilled_posts_by_replicate.csv").find("\r\nplan@low;plan@low;1;2014-12;16;postes;\r\n") !=
          std::string::npos);
}

TEST_CASE("an export that is stopped or asks for what is not there leaves nothing behind", "[tables]") {
    const Folder folder;
    ExportAsked asked = asked_of(ExportFormat::csv);
    int times = 0;
    asked.interrupted = [&] { return ++times > 2; };
    CHECK_THROWS_AS(export_results(tests::sample_results(), asked, folder.at("t")), Interrupted);
    CHECK(times == 3);
    CHECK(folder.entries() == 0);
    asked.scenarios = {"plan@hihg", "other"};
    asked.outputs = {"unfilled_post"};
    try {
        export_results(tests::sample_results(), asked, folder.at("t"));
        FAIL("not refused");
    } catch (const InputError& error) {
        REQUIRE(error.problems().size() == 3);
        CHECK(error.problems()[0].what.en == "no scenario 'plan@hihg' in this file did you mean 'plan@high'?");
        CHECK(error.problems()[2].what.en == "no output 'unfilled_post' in this file did you mean 'unfilled_posts'?");
    }
    CHECK(folder.entries() == 0);
    Dataset odd = tests::sample_results();
    std::erase_if(odd.variables, [](const Variable& variable) { return variable.name == "scenario_future"; });
    tests::add_variable(odd, "scenario_future", {"year"}, std::vector<std::string>{"low", "high"});
    CHECK_THROWS_AS(export_results(odd, asked_of(ExportFormat::csv), folder.at("t")), InputError);
    CHECK_THROWS_AS(export_results(Dataset{{{"scenario", 0}}, {}, {}}, asked_of(ExportFormat::csv), folder.at("t")),
                    InputError);
}

TEST_CASE("an export writes nothing over", "[tables]") {
    const Folder folder;
    export_results(tests::sample_results(), asked_of(ExportFormat::csv), folder.at("t"));
    const std::string before = folder.text("t/README.txt");
    CHECK_THROWS_AS(export_results(with_a_gap(), asked_of(ExportFormat::xlsx), folder.at("t")), IoError);
    CHECK(folder.text("t/README.txt") == before);
    CHECK(folder.entries() == 1);
    CHECK_THROWS_AS(refuse_occupied(folder.at("none/t")), IoError);
}

TEST_CASE("dimensions of nothing give tables of no row", "[tables]") {
    const Folder folder;
    Dataset results{{{"scenario", 1}, {"replicate", 0}, {"month", 0}, {"year", 1}, {"zone", 0}}, {}, {}};
    tests::add_variable(results, "scenario", {"scenario"}, std::vector<std::string>{"base"});
    tests::add_variable(results, "hires", {"scenario", "replicate", "month"}, std::vector<float>{});
    tests::add_variable(results, "moves", {"scenario", "replicate", "year"}, std::vector<float>{});
    tests::add_variable(results, "hires_by_zone", {"scenario", "year", "zone"}, std::vector<float>{}, "flow");
    const Pack pack;
    ExportAsked asked = asked_of(ExportFormat::csv);
    export_results(results, asked, folder.at("t"));
    CHECK(folder.text("t/hires_by_zone.csv") == "scenario,scenario_label,year,zone,zone_label,value,unit,status\r\n");
    CHECK(folder.text("t/hires.csv") == "scenario,scenario_label,month,value,sd,unit,status\r\n");
    CHECK(folder.text("t/moves.csv") ==
          "scenario,scenario_label,year,value,sd,unit,status\r\nbase,base,0,,,posts,.\r\n");
    asked.format = ExportFormat::xlsx;
    export_results(results, asked, folder.at("x"));
    asked.public_by = &pack;
    CHECK(export_results(results, asked, folder.at("p")).left_out.empty());
}

}  // namespace releve::tables

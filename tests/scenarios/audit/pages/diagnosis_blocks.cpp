#include "scenarios/audit/pages/diagnosis_blocks.hpp"

#include "scenarios/audit/firm/firm_blocks.hpp"
#include "scenarios/report/typography.hpp"
#include "tests/langres_run.hpp"

#include <catch2/catch.hpp>
#include <set>

using namespace releve;
using namespace releve::audit;
using namespace releve::report;

namespace {

std::unique_ptr<Diagnosis> diagnosed(DiagnosisOptions options) {
    Problems problems;
    Scenario baseline;
    baseline.id = "baseline";
    auto found = diagnose(tests::langres(), baseline, options, problems);
    problems.raise();
    return found;
}

const Diagnosis& langres_diagnosis() {
    static const auto found = diagnosed({.replicates = 4, .gain_replicates = 0});
    return *found;
}

std::vector<Text> texts_of(const Block& block) {
    std::vector<Text> all{block.title, text_of(block.name)};
    all.insert(all.end(), block.before.begin(), block.before.end());
    all.insert(all.end(), block.after.begin(), block.after.end());
    for (const auto& row : block.rows) {
        for (const BlockCell& cell : row) {
            if (const auto* text = std::get_if<Text>(&cell)) {
                all.push_back(*text);
            }
        }
    }
    return all;
}

std::set<std::string> identifiers() {
    std::set<std::string> all;
    for (const EstablishmentRow& row : tests::langres().establishments) {
        all.insert(row.id);
    }
    return all;
}

std::uint32_t establishment(const std::string& id) {
    const auto& all = tests::langres().establishments;
    return static_cast<std::uint32_t>(
        std::find_if(all.begin(), all.end(), [&](const EstablishmentRow& row) { return row.id == id; }) - all.begin());
}

std::size_t widest_line(const std::string& text) {
    std::size_t widest = 0;
    for (std::size_t from = 0; from < text.size(); from = text.find('\n', from) + 1) {
        widest = std::max(widest, width_of(text.substr(from, text.find('\n', from) - from)));
    }
    return widest;
}

}  // namespace

TEST_CASE("every table is whole, in both languages, and fits a terminal", "[pages]") {
    std::set<std::string_view> keys;
    for (const Block& block : diagnosis_blocks(langres_diagnosis(), true)) {
        INFO(block.key);
        CHECK(keys.insert(block.key).second);
        CHECK(block.name.fr.size() <= 31);
        for (const auto& row : block.rows) {
            REQUIRE(row.size() == block.columns.size());
        }
        for (const Text& text : texts_of(block)) {
            CHECK(text.en.empty() == text.fr.empty());
        }
        for (const Language language : {Language::en, Language::fr}) {
            CHECK(widest_line(block_text(block, language, true)) <= table_width);
        }
    }
    CHECK(keys.size() >= 15);
}

TEST_CASE("what may be made public names no establishment", "[pages]") {
    const std::set<std::string> ids = identifiers();
    std::size_t confidential = 0;
    for (const Block& block : diagnosis_blocks(langres_diagnosis(), true)) {
        std::size_t named = 0;
        for (const Text& text : texts_of(block)) {
            named += ids.contains(text.en) ? 1 : 0;
        }
        CHECK((named > 0) == block.confidential);
        confidential += block.confidential ? 1 : 0;
    }
    CHECK(confidential >= 3);
    for (const Block& block : diagnosis_blocks(langres_diagnosis(), false)) {
        CHECK_FALSE(block.confidential);
    }
}

TEST_CASE("lines that secrecy hides show nothing about their people", "[pages]") {
    const Block zones = diagnosis::inventory_by(langres_diagnosis(), Cut::zone);
    std::size_t hidden = 0;
    double shown = 0;
    for (const auto& row : zones.rows) {
        if (std::holds_alternative<Hidden>(row[3])) {
            ++hidden;
            for (std::size_t column = 3; column < row.size(); ++column) {
                CHECK(std::holds_alternative<Hidden>(row[column]));
            }
        } else {
            CHECK(std::get<double>(row[2]) >= 3);  // establishments
            shown += std::get<double>(row[3]);
        }
    }
    CHECK(hidden > 10);
    CHECK(shown < langres_diagnosis().inventory.of(Cut::territory).front().people.mean);
}

TEST_CASE("a diagnosis does not depend on the threads", "[pages]") {
    const auto alone = diagnosed({.replicates = 4, .threads = 1, .gain_replicates = 0});
    const auto all = diagnosis_blocks(*alone, true);
    const auto same = diagnosis_blocks(langres_diagnosis(), true);
    REQUIRE(all.size() == same.size());
    for (std::size_t i = 0; i < all.size(); ++i) {
        CHECK(block_text(all[i], Language::fr, true) == block_text(same[i], Language::fr, true));
    }
}

TEST_CASE("a sheet tells of its establishment alone, of groups and never of a person", "[pages]") {
    std::set<std::string> others = identifiers();
    others.erase("E1999");
    for (const Block& block : firm_blocks(langres_diagnosis(), establishment("E1999"))) {
        for (const Text& text : texts_of(block)) {
            CHECK_FALSE(others.contains(text.en));
            CHECK(text.en.empty() == text.fr.empty());
        }
        CHECK(widest_line(block_text(block, Language::fr, true)) <= table_width);
        for (const auto& row : block.rows) {
            if (block.key == "departures") {
                CHECK(std::get<double>(row[1]) >= 5);  // people of the group
                const double any = std::get<double>(row[6]);
                CHECK((any >= 0.05 && any <= 0.95));
            }
        }
    }
}

TEST_CASE("the sheet of a house of two gives no figure about its people", "[pages]") {
    const auto small = establishment("E1246");
    REQUIRE(tests::langres().establishments[small].posts == 2);
    std::set<std::string_view> keys;
    for (const Block& block : firm_blocks(langres_diagnosis(), small)) {
        keys.insert(block.key);
        if (block.key == "departures") {
            CHECK(block.rows.empty());
            CHECK_FALSE(block.after.empty());
        }
        if (block.key == "know_how") {
            CHECK(block.after.empty());
        }
    }
    CHECK(keys.contains("departures"));
    CHECK(keys.contains("weak_points"));
}

TEST_CASE("a threshold that is not there, or out of range, is a problem and nothing is run", "[pages]") {
    Problems problems;
    Scenario baseline;
    DiagnosisOptions options{.replicates = 1, .gain_replicates = 0};
    options.thresholds = {{"share_from_5", 0.3, "--threshold share_from_5=0.3"}};
    CHECK(diagnose(tests::langres(), baseline, options, problems) == nullptr);
    REQUIRE(problems.count() == 1);
    CHECK_THROWS_WITH(problems.raise(), Catch::Contains("share_from_55"));
}

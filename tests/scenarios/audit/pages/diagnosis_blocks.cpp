#include "scenarios/audit/pages/diagnosis_blocks.hpp"

#include "scenarios/audit/firm/firm_blocks.hpp"
#include "scenarios/audit/secrecy/public_counts.hpp"
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

TEST_CASE("tables stand in the order of their records", "[pages]") {
    auto record = diagnosis_tables().begin();
    for (const Block& block : diagnosis_blocks(langres_diagnosis(), true)) {
        INFO(block.key);
        record = std::find_if(record, diagnosis_tables().end(), [&](const auto& one) { return one.key == block.key; });
        REQUIRE(record != diagnosis_tables().end());
        CHECK(record->confidential == block.confidential);
    }
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

/// Counts of people that a line gives away: by column, and with the share of 55 and over its count.
std::vector<std::pair<std::string, double>> counts_in(const Block& block, const std::vector<BlockCell>& row) {
    std::vector<std::pair<std::string, double>> counts;
    const double people = std::get<double>(row[3]);
    for (std::size_t i = 4; i < row.size(); ++i) {
        const std::string key(block.columns[i].key);
        const auto* range = std::get_if<Range>(&row[i]);
        if (range != nullptr) {
            counts.emplace_back(key, key == "share_from_55" ? range->mean * people : range->mean);
        }
    }
    return counts;
}

TEST_CASE("no line that is shown counts fewer than five people, or all but so few", "[pages]") {
    std::size_t partly = 0;
    for (const Cut cut : {Cut::zone, Cut::sector, Cut::size, Cut::occupation}) {
        const Block block = diagnosis::inventory_by(langres_diagnosis(), cut);
        for (const auto& row : block.rows) {
            if (std::holds_alternative<Hidden>(row[3])) {
                continue;
            }
            partly += std::any_of(row.begin(), row.end(),
                                  [](const BlockCell& cell) { return std::holds_alternative<Hidden>(cell); });
            for (const auto& [key, count] : counts_in(block, row)) {
                INFO(block.key << " " << std::get<Text>(row[0]).en << " " << key);
                CHECK(count >= 5);
                CHECK((key != "share_from_55" || count <= std::get<double>(row[3]) - 5));
            }
        }
    }
    CHECK(partly > 50);
}

TEST_CASE("a hidden column cannot be worked out from the others and the territory", "[pages]") {
    const Diagnosis& found = langres_diagnosis();
    for (const Cut cut : {Cut::zone, Cut::sector, Cut::size, Cut::occupation}) {
        const PublicPattern pattern(found.pack, found.inventory, cut);
        for (std::size_t i = 0; i < public_counts; ++i) {
            const auto count = static_cast<PublicCount>(i);
            const std::vector<PublicCell> cells = count_cells(found.pack, found.inventory, cut, count);
            std::vector<Secrecy> hidden{Secrecy::shown};
            for (std::uint32_t unit = 0; unit + 1 < cells.size(); ++unit) {
                hidden.push_back(pattern.hides(unit, count) ? Secrecy::secondary : Secrecy::shown);
            }
            INFO(static_cast<int>(cut) << " " << i);
            CHECK((count == PublicCount::people || count == PublicCount::executives ||
                   exposed_cells(cells, hidden, {}).empty()));
        }
    }
}

TEST_CASE("lines that secrecy hides come last, in an order that tells nothing of their size", "[pages]") {
    const Block zones = diagnosis::inventory_by(langres_diagnosis(), Cut::zone);
    const auto first = std::find_if(zones.rows.begin(), zones.rows.end(),
                                    [](const auto& row) { return std::holds_alternative<Hidden>(row[3]); });
    REQUIRE(first != zones.rows.end());
    std::string before;
    for (auto row = first; row != zones.rows.end(); ++row) {
        CHECK(std::holds_alternative<Hidden>((*row)[3]));
        CHECK(before < std::get<Text>((*row)[1]).en);  // by code, as in the pack
        before = std::get<Text>((*row)[1]).en;
    }
}

TEST_CASE("sensitive occupations tell no more of their people than the table of occupations", "[pages]") {
    const Diagnosis& found = langres_diagnosis();
    const PublicPattern pattern(found.pack, found.inventory, Cut::occupation);
    std::size_t secret = 0;
    for (const auto& row : diagnosis::sensitive_occupations(found).rows) {
        const std::uint32_t occupation = found.pack.occupations.find(std::get<Text>(row[1]).en);
        const bool hides = pattern.hides(occupation, PublicCount::people);
        CHECK(std::holds_alternative<Hidden>(row[3]) == hides);
        CHECK(std::holds_alternative<Hidden>(row[5]) == pattern.hides(occupation, PublicCount::from_55));
        CHECK((!hides || std::get<Text>(row[2]).en == "rare"));
        secret += hides ? 1 : 0;
    }
    CHECK(secret > 0);
}

TEST_CASE("reasons give figures in the unit of their threshold", "[pages]") {
    std::size_t shares = 0;
    std::size_t months = 0;
    for (const auto& row : diagnosis::sensitivity_reasons(langres_diagnosis()).rows) {
        const auto* figure = std::get_if<Text>(&row[4]);
        const std::string threshold = std::get<Text>(row[5]).fr;
        if (figure != nullptr) {
            CHECK((threshold.find("%") == std::string::npos) == (figure->fr.find("%") == std::string::npos));
            CHECK((threshold.find("mois") == std::string::npos) == (figure->fr.find("mois") == std::string::npos));
            shares += threshold.find("%") == std::string::npos ? 0 : 1;
            months += threshold.find("mois") == std::string::npos ? 0 : 1;
        }
    }
    CHECK(shares > 5);
    CHECK(months > 0);
}

TEST_CASE("dependence tells of no hidden unit, and no share from which an employer's posts follow", "[pages]") {
    const Diagnosis& found = langres_diagnosis();
    const PublicPattern zones(found.pack, found.inventory, Cut::zone);
    std::set<std::string> hidden;
    for (std::uint32_t i = 0; i < found.pack.zones.size(); ++i) {
        if (zones.hides(i, PublicCount::people)) {
            hidden.insert(found.pack.zone_codes.names[i].en);
        }
    }
    const Block block = diagnosis::dependence(found);
    CHECK(block.rows.size() > 10);
    for (const auto& row : block.rows) {
        CHECK((std::get<Text>(row[1]).en != "zone" || !hidden.contains(std::get<Text>(row[0]).en)));
        CHECK(std::holds_alternative<Text>(row[4]));
    }
}

TEST_CASE("recruitments that few employers plan are not listed", "[pages]") {
    Pack pack = tests::langres();
    const auto plan = [&](std::uint32_t establishment, std::uint32_t occupation, int persons) {
        pack.planned_recruitments.push_back({establishment, occupation, 2014, persons, {}, true});
    };
    for (std::uint32_t e = 0; e < 3; ++e) {
        plan(e, 0, 3);                // three employers, nine people: told
        plan(e, 1, 1);                // three people
        plan(e, 2, e == 0 ? 20 : 1);  // one has more than 85 %
    }
    plan(0, 3, 9);
    plan(1, 3, 9);  // two employers
    Problems problems;
    Scenario baseline;
    baseline.id = "baseline";
    const auto found = diagnose(pack, baseline, {.replicates = 1, .gain_replicates = 0}, problems);
    problems.raise();
    const Block block = diagnosis::planned_recruitments(*found);
    REQUIRE(block.rows.size() == 1);
    CHECK(std::get<Text>(block.rows[0][0]).en == pack.occupations.names[0].en);
    CHECK(std::get<double>(block.rows[0][2]) == 9);
    REQUIRE(block.after.size() == 1);
    CHECK(block.after[0].en.find(": 3.") != std::string::npos);
}

TEST_CASE("what one or two audits say is not public", "[pages]") {
    Pack pack = tests::langres();
    const std::uint32_t first = pack.audits.front().establishment;
    std::erase_if(pack.audits, [&](const AuditRow& row) { return row.establishment != first; });
    Problems problems;
    Scenario baseline;
    baseline.id = "baseline";
    const auto found = diagnose(pack, baseline, {.replicates = 1, .gain_replicates = 0}, problems);
    problems.raise();
    for (const Block& block : diagnosis_blocks(*found, false)) {
        CHECK(block.key != "audit_axes");
        CHECK(block.key != "weak_axes");
    }
    const auto all = diagnosis_blocks(*found, true);
    const auto axes = std::find_if(all.begin(), all.end(), [](const Block& one) { return one.key == "audit_axes"; });
    REQUIRE(axes != all.end());
    CHECK(axes->confidential);
    for (const Block& block : firm_blocks(*found, first)) {
        if (block.key == "audit") {
            CHECK(std::holds_alternative<Hidden>(block.rows.front()[2]));  // the mean would tell nothing else
        }
    }
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

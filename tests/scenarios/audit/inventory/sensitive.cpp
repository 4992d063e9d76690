#include "scenarios/audit/inventory/sensitive.hpp"

#include "tests/scenarios/audit/inventory/by_hand.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <set>

namespace releve::audit {

namespace {

std::vector<double> defaults() {
    Problems problems;
    return sensitivity_thresholds({}, problems);
}

/// Ten replicates of one occupation with a hundred people, of whom so many are 55 or over, twenty-five under 30.
class OneOccupation {
public:
    OneOccupation() : followed_(nothing_followed(pack_, 10)) {
        pack_.learning_months = {12, 12};
        everywhere(Measure::people, 100);
        everywhere(Measure::posts, 100);
        everywhere(Measure::posts_then, 100);
        everywhere(Measure::under_30, 25);
        everywhere(Measure::from_55, 10);
        everywhere(Measure::open_growth, 100);
    }
    void everywhere(Measure measure, float value) {
        tell(followed_, measure, Cut::occupation, 0, last_horizon,
             {value, value, value, value, value, value, value, value, value, value});
    }
    void by_replicate(Measure measure, std::initializer_list<float> values) {
        tell(followed_, measure, Cut::occupation, 0, last_horizon, values);
    }
    Pack& pack() { return pack_; }
    /// Codes of its kinds; rare for its two employers alone unless `many`.
    std::set<std::string_view> kinds(const std::vector<double>& thresholds) const {
        std::set<std::string_view> codes;
        for (const SensitiveOccupation& one : judged(thresholds)) {
            for (const Sensitivity kind : one.kinds) {
                codes.insert(sensitivity_records()[static_cast<std::size_t>(kind)].word.code);
            }
        }
        return codes;
    }
    std::vector<SensitiveOccupation> judged(const std::vector<double>& thresholds) const {
        std::vector<SensitiveOccupation> of_it;
        for (const SensitiveOccupation& one :
             sensitive_occupations(pack_, followed_, take_inventory(pack_, followed_), thresholds)) {
            if (one.occupation == 0) {
                of_it.push_back(one);
            }
        }
        return of_it;
    }

private:
    Pack pack_ = pack_by_hand();
    Followed followed_;
};

std::size_t rule_named(std::string_view name) {
    for (std::size_t i = 0; i < sensitivity_rules().size(); ++i) {
        if (sensitivity_rules()[i].threshold.name == name) {
            return i;
        }
    }
    throw std::runtime_error("no rule");
}

/// Those of the rules, with employers left out: two are all that the small pack has.
std::vector<double> without_rarity() {
    std::vector<double> thresholds = defaults();
    thresholds[rule_named("employers")] = 0;
    thresholds[rule_named("employers_share")] = 1.5;  // no share is as large
    return thresholds;
}

}  // namespace

TEST_CASE("Every rule is documented, has a range and a unique name", "[sensitive]") {
    std::set<std::string_view> names;
    for (const SensitivityRule& rule : sensitivity_rules()) {
        CAPTURE(rule.threshold.name);
        CHECK(names.insert(rule.threshold.name).second);
        CHECK((rule.threshold.value >= rule.threshold.least && rule.threshold.value <= rule.threshold.most));
        CHECK(!rule.threshold.source.empty());
        CHECK(rule.threshold.guess == rule.threshold.source.starts_with("guess"));
        CHECK((!rule.threshold.meaning.en.empty() && !rule.threshold.meaning.fr.empty()));
        CHECK((!rule.formula.empty() && rule.figure != nullptr));
    }
    for (std::size_t kind = 0; kind < sensitivity_records().size(); ++kind) {
        const auto rules = std::ranges::count_if(sensitivity_rules(), [kind](const SensitivityRule& rule) {
            return rule.kind == static_cast<Sensitivity>(kind);
        });
        CHECK(static_cast<std::size_t>(rules) >= sensitivity_records()[kind].rules_needed);
    }
}

TEST_CASE("The page on the inventory tells every rule and its threshold", "[sensitive]") {
    std::ifstream file(RELEVE_SOURCE_DIR "/docs/model/inventory.md");
    const std::string page((std::istreambuf_iterator<char>(file)), {});
    for (const SensitivityRule& rule : sensitivity_rules()) {
        const std::string row = fmt::format("`{}` | {} {} ", rule.threshold.name, rule.at_most ? "at most" : "at least",
                                            rule.threshold.value);
        CAPTURE(row);
        CHECK(page.find(row) != std::string::npos);
    }
    for (const SensitivityRecord& record : sensitivity_records()) {
        CHECK(page.find(fmt::format("| {} | {} |", record.word.code, record.rules_needed)) != std::string::npos);
    }
}

TEST_CASE("An ordinary occupation is of no kind; each rule makes it of its own", "[sensitive]") {
    OneOccupation ordinary;
    CHECK(ordinary.kinds(without_rarity()).empty());
    CHECK(ordinary.kinds(defaults()) == std::set<std::string_view>{"rare"});  // two employers

    OneOccupation old;
    old.everywhere(Measure::from_55, 20);
    CHECK(old.kinds(without_rarity()) == std::set<std::string_view>{"ageing"});  // 20 % is enough
    old.everywhere(Measure::from_55, 19);
    CHECK(old.kinds(without_rarity()).empty());
    old.everywhere(Measure::under_30, 9);
    CHECK(old.kinds(without_rarity()) == std::set<std::string_view>{"ageing"});  // 9 for 19

    OneOccupation unfilled;
    unfilled.everywhere(Measure::unfilled, 30);  // of 6,000 months: 0.5 %
    CHECK(unfilled.kinds(without_rarity()) == std::set<std::string_view>{"hard_to_fill"});
    unfilled.everywhere(Measure::unfilled, 29);
    CHECK(unfilled.kinds(without_rarity()).empty());
    unfilled.everywhere(Measure::open_months, 200);  // for 100 recruitments
    CHECK(unfilled.kinds(without_rarity()) == std::set<std::string_view>{"hard_to_fill"});

    OneOccupation few;
    few.everywhere(Measure::people, 10);
    few.everywhere(Measure::from_55, 1);
    CHECK(few.kinds(without_rarity()) == std::set<std::string_view>{"rare"});
    few.everywhere(Measure::from_55, 10);
    CHECK(few.kinds(without_rarity()) == std::set<std::string_view>{"ageing", "rare"});
    few.everywhere(Measure::people, 9);  // too few for a share to mean anything
    few.everywhere(Measure::from_55, 9);
    CHECK(few.kinds(without_rarity()) == std::set<std::string_view>{"rare"});
}

TEST_CASE("What employers say counts when they say enough", "[sensitive]") {
    OneOccupation told;
    told.pack().planned_recruitments = {{0, 0, 2013, 1, PlannedReason::growth, true},
                                        {0, 0, 2013, 1, PlannedReason::growth, false}};
    CHECK(told.kinds(without_rarity()).empty());  // of two people
    told.pack().planned_recruitments.push_back({1, 0, 2014, 1, PlannedReason::growth, true});
    CHECK(told.kinds(without_rarity()) == std::set<std::string_view>{"hard_to_fill"});
}

TEST_CASE("Strategic asks for three reasons at once", "[sensitive]") {
    OneOccupation needed;
    std::vector<double> thresholds = without_rarity();
    thresholds[rule_named("employers_share")] = 1;  // both establishments have it
    needed.everywhere(Measure::held_by_one, 2);     // one for each employer
    CHECK(needed.kinds(thresholds).empty());        // a year is soon learnt
    needed.pack().learning_months = {24, 1};
    CHECK(needed.kinds(thresholds) == std::set<std::string_view>{"strategic"});
    CHECK(needed.judged(thresholds)[0].rules.size() == 3);
    needed.everywhere(Measure::held_by_one, 1);
    CHECK(needed.kinds(thresholds).empty());
}

TEST_CASE("Support is the share of replicates in which a rule holds", "[sensitive]") {
    OneOccupation doubtful;
    doubtful.by_replicate(Measure::from_55, {30, 30, 30, 30, 30, 30, 19, 19, 19, 19});
    const std::vector<SensitiveOccupation> judged = doubtful.judged(without_rarity());
    REQUIRE(judged.size() == 1);
    REQUIRE(judged[0].rules.size() == 1);
    CHECK(judged[0].rules[0].figure == Approx(0.256));
    CHECK(judged[0].rules[0].support == Approx(0.6));
    CHECK(judged[0].rules[0].threshold == 0.2);
}

TEST_CASE("Thresholds may be set; unknown names and values out of range are problems", "[sensitive]") {
    Problems problems;
    const std::vector<ParameterValue> given{{"share_from_55", 0.3, "a:1"}};
    CHECK(sensitivity_thresholds(given, problems)[rule_named("share_from_55")] == 0.3);
    CHECK(problems.none());
    const std::vector<ParameterValue> wrong{{"share_from_5", 0.3, "a:1"}, {"renewal", -1, "a:2"}};
    CHECK(sensitivity_thresholds(wrong, problems) == defaults());
    REQUIRE(problems.count() == 2);
    CHECK(problems.kept()[0].where == "a:1");
    CHECK(problems.kept()[0].what.en ==
          "unknown threshold 'share_from_5' (no rule has it) did you mean 'share_from_55'?");
    CHECK(problems.kept()[0].what.fr ==
          "seuil inconnu «\u00a0share_from_5\u00a0» (aucune règle ne l'a) vouliez-vous dire "
          "«\u00a0share_from_55\u00a0»\u00a0?");
    CHECK(problems.kept()[1].what.en == "renewal = -1 is out of range (from 0 to 10)");
}

}  // namespace releve::audit

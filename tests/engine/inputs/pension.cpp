#include "engine/inputs/pension.hpp"

#include "engine/inputs/pack_reader.hpp"

#include <catch2/catch.hpp>
#include <cmath>

using namespace releve;

namespace {

const std::vector<PensionLaw>& laws() {
    static const std::vector<PensionLaw> read = [] {
        Problems problems;
        std::vector<Text> notes;
        return read_pack(RELEVE_SOURCE_DIR "/scenarios/packs/langres", problems, notes).pension_laws;
    }();
    return read;
}

const PensionLaw& law(std::string_view name) {
    for (const PensionLaw& one : laws()) {
        if (one.name == name) {
            return one;
        }
    }
    throw std::runtime_error("no such law");
}

/// Ages in months; quarters 0: the law says nothing for that cohort.
struct Cohort {
    const char* law;
    int year, month;
    int opening, quarters, automatic;
};
constexpr int age(int years, int months = 0) { return years * 12 + months; }

// Code de la sécurité sociale L161-17-2, L161-17-3, L351-8 in their wordings of 2010 (with the budget law of 2012), 2014,
// 2023 and 2026; private sector
const Cohort cohorts[] = {
    {"2010", 1951, 6, age(60), 163, age(65)},       {"2010", 1951, 7, age(60, 4), 163, age(65, 4)},
    {"2010", 1952, 1, age(60, 9), 164, age(65, 9)}, {"2010", 1952, 12, age(60, 9), 164, age(65, 9)},
    {"2010", 1953, 5, age(61, 2), 165, age(66, 2)}, {"2010", 1954, 5, age(61, 7), 165, age(66, 7)},
    {"2010", 1955, 1, age(62), 166, age(67)},       {"2010", 1961, 8, age(62), 0, age(67)},
    {"2010", 1961, 9, age(62), 0, age(67)},         {"2010", 1973, 1, age(62), 0, age(67)},
    {"2014", 1952, 6, age(60, 9), 164, age(65, 9)}, {"2014", 1953, 6, age(61, 2), 165, age(66, 2)},
    {"2014", 1954, 6, age(61, 7), 165, age(66, 7)}, {"2014", 1955, 6, age(62), 166, age(67)},
    {"2014", 1957, 12, age(62), 166, age(67)},      {"2014", 1958, 1, age(62), 167, age(67)},
    {"2014", 1961, 8, age(62), 168, age(67)},       {"2014", 1961, 9, age(62), 168, age(67)},
    {"2014", 1964, 1, age(62), 169, age(67)},       {"2014", 1968, 6, age(62), 170, age(67)},
    {"2014", 1972, 12, age(62), 171, age(67)},      {"2014", 1973, 1, age(62), 172, age(67)},
    {"2023", 1952, 6, age(60, 9), 164, age(65, 9)}, {"2023", 1955, 6, age(62), 166, age(67)},
    {"2023", 1961, 8, age(62), 168, age(67)},       {"2023", 1961, 9, age(62, 3), 169, age(67)},
    {"2023", 1962, 6, age(62, 6), 169, age(67)},    {"2023", 1963, 6, age(62, 9), 170, age(67)},
    {"2023", 1964, 6, age(63), 171, age(67)},       {"2023", 1965, 6, age(63, 3), 172, age(67)},
    {"2023", 1966, 6, age(63, 6), 172, age(67)},    {"2023", 1967, 6, age(63, 9), 172, age(67)},
    {"2023", 1968, 6, age(64), 172, age(67)},       {"2023", 1973, 6, age(64), 172, age(67)},
    {"2026", 1953, 6, age(61, 2), 165, age(66, 2)}, {"2026", 1961, 8, age(62), 168, age(67)},
    {"2026", 1961, 9, age(62, 3), 169, age(67)},    {"2026", 1963, 12, age(62, 9), 170, age(67)},
    {"2026", 1964, 6, age(62, 9), 170, age(67)},    {"2026", 1965, 3, age(62, 9), 170, age(67)},
    {"2026", 1965, 4, age(63), 171, age(67)},       {"2026", 1966, 6, age(63, 3), 172, age(67)},
    {"2026", 1967, 6, age(63, 6), 172, age(67)},    {"2026", 1968, 6, age(63, 9), 172, age(67)},
    {"2026", 1969, 6, age(64), 172, age(67)},       {"2026", 1973, 6, age(64), 172, age(67)},
};

/// A career from `start_age` [years] on that has validated so many quarters at an age [months]; month 0 is January 2013.
PensionDates dates(const PensionLaw& of, Month born, double start_age, double quarters, int at_age) {
    const Month origin = Month::of(2013, 1);
    const int birth = born - origin;
    return pension_dates(of, {.birth = birth,
                              .career_start = birth + static_cast<int>(start_age * 12),
                              .quarters = quarters,
                              .as_of = birth + at_age,
                              .origin = origin.count});
}

}  // namespace

TEST_CASE("ages and quarters of every cohort are those of the law") {
    for (const Cohort& cohort : cohorts) {
        INFO(cohort.law << " " << cohort.year << "-" << cohort.month);
        const Month born = Month::of(cohort.year, cohort.month);
        const int birth = born - Month::of(2013, 1);
        const PensionDates found = dates(law(cohort.law), born, 23, 0, age(60));
        CHECK(found.opening - birth == cohort.opening);
        CHECK(found.automatic - birth == cohort.automatic);
        CHECK(found.earliest == found.opening);
        CHECK_FALSE(found.long_career);
        if (cohort.quarters > 0) {
            CHECK(found.quarters_required == cohort.quarters);
        }
    }
}

TEST_CASE("the full rate comes with the quarters: at the opening, after it, or at the automatic age") {
    const Month born = Month::of(1955, 6);
    const int birth = born - Month::of(2013, 1);
    const PensionLaw& of = law("2014");
    CHECK(dates(of, born, 23, 166, age(61)).full_rate == birth + age(62));
    CHECK(dates(of, born, 23, 124, age(52)).full_rate == birth + age(62, 6));     // 42 quarters later
    CHECK(dates(of, born, 23, 162, age(62)).full_rate == birth + age(63));        // 4 quarters later
    CHECK(dates(of, born, 23, 165.5, age(62)).full_rate == birth + age(62) + 2);  // half a quarter, whole months
    CHECK(dates(of, born, 23, 100, age(62)).full_rate == birth + age(67));
}

TEST_CASE("long careers leave before the opening age, with the quarters and a start young enough") {
    const Month born = Month::of(1952, 6);
    const int birth = born - Month::of(2013, 1);
    const PensionLaw& of = law("2010");  // decree 2012-847: start before 20, D quarters, 60; before 16, D + 8, 56
    const PensionDates at_sixty = dates(of, born, 19, 164, age(59));
    CHECK(at_sixty.long_career);
    CHECK(at_sixty.earliest == birth + age(60));
    CHECK(at_sixty.full_rate == birth + age(60));
    const PensionDates at_56 = dates(of, born, 15, 172, age(56));
    CHECK(at_56.earliest == birth + age(56));
    CHECK(dates(of, born, 15, 171, age(56)).earliest == birth + age(56, 3));
    CHECK_FALSE(dates(of, born, 22, 164, age(59)).long_career);
    // five quarters by the end of the year of the 20th birthday: by October 1971 for June 1952; four suffice for December
    CHECK(dates(of, born, 19.25, 164, age(59)).long_career);
    CHECK_FALSE(dates(of, born, 19.5, 164, age(59)).long_career);
    CHECK(dates(of, Month::of(1952, 12), 19, 164, age(59)).long_career);
    CHECK_FALSE(dates(of, Month::of(1952, 12), 19.25, 164, age(59)).long_career);
    CHECK_FALSE(dates(of, born, 19, 120, age(59)).long_career);
}

TEST_CASE("a later law never lets anybody leave earlier, except the one of 2026 against that of 2023") {
    for (int year = 1951; year <= 1975; ++year) {
        for (const int month : {1, 6, 9, 12}) {
            const Month born = Month::of(year, month);
            const auto opening = [&](const char* name) { return dates(law(name), born, 23, 166, age(60)).opening; };
            INFO(year << "-" << month);
            CHECK(opening("2010") == opening("2014"));
            CHECK(opening("2014") <= opening("2023"));
            CHECK(opening("2026") <= opening("2023"));
            CHECK(opening("2014") <= opening("2026"));
        }
    }
}

TEST_CASE("whoever has long had the quarters reached the full rate in the past, not today") {
    const Month born = Month::of(1950, 6);  // 60 years and 162 quarters
    const int birth = born - Month::of(2013, 1);
    CHECK(dates(law("2010"), born, 21, 166, -birth).full_rate == -12);
    CHECK(dates(law("2010"), born, 21, 190, -birth).full_rate == birth + age(60));
}

TEST_CASE("who validates no quarter any more waits for the automatic age") {
    const int birth = Month::of(1955, 6) - Month::of(2013, 1);
    CareerFacts facts{.birth = birth,
                      .career_start = birth + age(21),
                      .quarters = 140,
                      .origin = Month::of(2013, 1).count,
                      .validated_until = 24};
    CHECK(pension_dates(law("2014"), facts).full_rate == birth + age(67));
    facts.validated_until = 26 * 3;
    CHECK(pension_dates(law("2014"), facts).full_rate == 26 * 3);
}

TEST_CASE("a month is ruled by the last law of the lineage that has taken effect") {
    const auto in_force = [](std::size_t chosen, int year, int month) {
        return law_in_force(laws(), chosen, Month::of(year, month).count);
    };
    REQUIRE(laws()[2].name == "2023");
    REQUIRE(laws()[3].name == "2026");
    CHECK(in_force(3, 2000, 1).law->name == "2010");  // the oldest holds before its own date
    CHECK(in_force(3, 2000, 1).until == Month::of(2015, 1).count);
    CHECK(in_force(3, 2014, 12).law->name == "2010");
    CHECK(in_force(3, 2015, 1).law->name == "2014");
    CHECK(in_force(3, 2023, 8).law->name == "2014");
    CHECK(in_force(3, 2023, 9).law->name == "2023");
    CHECK(in_force(3, 2023, 9).before->name == "2014");
    CHECK(in_force(3, 2023, 9).until == Month::of(2026, 9).count);
    CHECK(in_force(3, 2026, 9).law->name == "2026");
    CHECK(in_force(3, 2026, 9).until == no_month);
    CHECK(in_force(2, 2030, 1).law->name == "2023");  // a scenario under the law of 2023 knows no suspension
    CHECK(in_force(1, 2030, 1).law->name == "2014");
    CHECK(laws()[law_at(laws(), Month::of(2013, 1))].name == "2010");
    CHECK(laws()[law_at(laws(), Month::of(2026, 8))].name == "2023");
    CHECK(laws()[law_at(laws(), Month::of(2005, 1))].name == "2010");
}

TEST_CASE("rights open under the law of the month: a cohort of 1964 waits for the suspension, then leaves") {
    const int birth = Month::of(1964, 1) - Month::of(2013, 1);
    const CareerFacts facts{
        .birth = birth, .career_start = birth + age(21), .quarters = 120, .origin = Month::of(2013, 1).count};
    const PensionBehaviour everybody_at_once{.at_once = 1};
    const auto left_by = [&](std::size_t chosen, Month month) {
        return 1 - pension_shares(laws(), chosen, facts, everybody_at_once, month - Month::of(2013, 1) + 1).waiting;
    };
    // 62 years under the law of 2014, 63 under that of 2023, 62 and nine months once that of 2026 holds
    CHECK(left_by(1, Month::of(2026, 1)) == 1);
    CHECK(left_by(2, Month::of(2026, 12)) == 0);
    CHECK(left_by(2, Month::of(2027, 1)) == 1);
    CHECK(left_by(3, Month::of(2026, 9)) == 0);
    CHECK(left_by(3, Month::of(2026, 10)) == 1);
}

TEST_CASE("a larger reduction keeps more people waiting for the full rate") {
    const int birth = Month::of(1955, 6) - Month::of(2013, 1);
    CareerFacts facts{.birth = birth, .career_start = birth + age(21), .origin = Month::of(2013, 1).count};
    const PensionBehaviour behaviour{.before_full_rate = 0.02, .decote_weight = 8};
    const int opening = birth + age(62);
    facts.as_of = opening;
    double last = 1;
    for (const int missing : {1, 5, 12, 20}) {
        facts.quarters = 166 - missing;
        const PensionHazard hazard = pension_hazard(laws(), 1, facts, behaviour, opening);
        const int years = (missing + 3) / 4;  // the reduction of the middle of the year counts
        CHECK(hazard.rate == Approx(0.02 * std::exp(-8 * 0.0125 * (4 * years - 2))));
        CHECK(hazard.rate < last);
        last = hazard.rate;
    }
}

TEST_CASE("nobody claims before the earliest age of a career like theirs, and somebody does at it") {
    for (std::size_t chosen = 0; chosen < laws().size(); ++chosen) {
        const std::vector<double> earliest = earliest_claims(laws(), chosen);
        std::vector<int> found(earliest.size(), no_month);
        for (int born = Month::of(1945, 1).count; born < Month::of(1975, 1).count; ++born) {
            for (int start = age(14); start < age(25); ++start) {
                const CareerFacts facts{.birth = born, .career_start = born + start, .quarters = 300};
                const auto bound = static_cast<std::size_t>(long_career_bound(born, born + start));
                for (std::size_t i = 0; i < laws().size(); ++i) {
                    if (of_lineage(laws(), chosen, i)) {
                        int& least = found[std::min(bound, earliest.size() - 1)];
                        least = std::min(least, pension_dates(laws()[i], facts).earliest - born);
                    }
                }
            }
        }
        for (std::size_t bound = 15; bound < earliest.size(); ++bound) {
            INFO(laws()[chosen].name << ", bound " << bound);
            CHECK(found[bound] == earliest[bound]);
        }
    }
}

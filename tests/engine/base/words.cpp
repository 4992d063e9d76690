#include "engine/base/error.hpp"
#include "engine/base/fill.hpp"
#include "engine/base/id.hpp"
#include "engine/base/month.hpp"
#include "engine/base/suggest.hpp"
#include "engine/base/vocabulary.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>

using namespace releve;

TEST_CASE("months are read, written and counted") {
    CHECK(parse_month("2013-01") == Month::of(2013, 1));
    CHECK(parse_month("2030-12")->month_of_year() == 12);
    CHECK(to_string(Month::of(2013, 9)) == "2013-09");
    CHECK(Month::of(2016, 12) - Month::of(2013, 1) == 47);
    CHECK(Month::of(2013, 1) + 12 == Month::of(2014, 1));
    CHECK(Month::of(2013, 1) - 1 == Month::of(2012, 12));
    for (int count = 0; count < 400; ++count) {
        const Month month = Month::of(1999, 5) + count;
        CHECK(parse_month(to_string(month)) == month);
    }
    for (const char* wrong : {"", "2013", "2013-1", "2013-13", "2013-00", "1799-01", "3000-01", "2013/01", "2013-01-01",
                              " 2013-01", "201a-01", "-013-01", "2013-+1"}) {
        INFO(wrong);
        CHECK_FALSE(parse_month(wrong));
    }
}

TEST_CASE("durations need their unit") {
    CHECK(parse_duration_months("18 months") == 18);
    CHECK(parse_duration_months("1 month") == 1);
    CHECK(parse_duration_months("3 years") == 36);
    CHECK(parse_duration_months("1 an") == 12);
    CHECK(parse_duration_months("6 mois") == 6);
    CHECK(parse_duration_months("0.5 years") == 6);
    CHECK(std::abs(*parse_duration_months("6.75 weeks") - 6.75 * 7 * 12 / 365.25) < 1e-12);
    for (const char* wrong : {"", "18", "months", "18 days", "-3 months", "18  months", "18months", "x months"}) {
        INFO(wrong);
        CHECK_FALSE(parse_duration_months(wrong));
    }
}

TEST_CASE("the nearest known name is suggested, and nothing when none is near") {
    const std::array<std::string_view, 4> known{"applications", "ranking", "refusal", "job_search"};
    CHECK(nearest_name("aplications", known) == "applications");
    CHECK(nearest_name("ranknig", known) == "ranking");
    CHECK(nearest_name("jobsearch", known) == "job_search");
    CHECK(nearest_name("zzzzzz", known).empty());
    CHECK(nearest_name("", known).empty());
    CHECK(nearest_name("ranking", {}).empty());
}

TEST_CASE("twenty problems are kept, the others counted, and all are told in the language asked for") {
    Problems problems;
    problems.raise();  // nothing to tell
    for (int i = 1; i <= 23; ++i) {
        problems.add("posts.csv:" + std::to_string(i), {"a problem", "un problème"});
    }
    CHECK(problems.count() == 23);
    CHECK(problems.kept().size() == 20);
    try {
        problems.raise();
        FAIL("23 problems raise nothing");
    } catch (const InputError& error) {
        CHECK(error.not_shown() == 3);
        CHECK_THAT(error.what(), Catch::Equals("posts.csv:1: a problem"));
        CHECK_THAT(to_lines(error, Language::en), Catch::Contains("posts.csv:20: a problem\nand 3 more\n"));
        CHECK_THAT(to_lines(error, Language::fr), Catch::Contains("posts.csv:20\u00a0: un problème\net 3 autres\n"));
    }
}

TEST_CASE("patterns are filled in both languages and foreign text is made fit to show") {
    const Text text = fill({"{} of {}", "{} sur {}"}, {"1", Text{"two", "deux"}});
    CHECK(text.en == "1 of two");
    CHECK(text.fr == "1 sur deux");
    CHECK(shown("ab\x1b[31m") == shown(shown("ab\x1b[31m")));
    CHECK(shown("ab\n").find('\n') == std::string::npos);
    CHECK(shown(std::string(500, 'x')).size() < 60);
}

TEST_CASE("a default id is none, and columns are addressed by id") {
    PersonId none;
    CHECK(none.none());
    CHECK_FALSE(none);
    CHECK(PersonId{3} == PersonId{3});
    CHECK(PersonId{3} < PersonId{4});
    Column<PersonId, int> column;
    column.resize(2, 5);
    column.push_back(7);
    column[PersonId{0}] = 1;
    CHECK(column.values() == std::vector<int>{1, 5, 7});
    CHECK(column.size() == 3);
}

TEST_CASE("words are found by their code, and codes differ") {
    CHECK(find_word(status_words, "retired") == static_cast<std::size_t>(Status::retired));
    CHECK(find_word(contract_words, "owner") == static_cast<std::size_t>(Contract::owner));
    CHECK(find_word(education_words, "bac3plus") == static_cast<std::size_t>(Education::bac3plus));
    CHECK(find_word(separation_words, "other") == static_cast<std::size_t>(Separation::other));
    CHECK(find_word(establishment_kind_words, "public_service") ==
          static_cast<std::size_t>(EstablishmentKind::public_service));
    CHECK_FALSE(find_word(status_words, "Retired"));
    for (std::size_t band = 1; band < size_bands.size(); ++band) {
        CHECK(size_bands[band].least == size_bands[band - 1].most);  // no size between two bands
    }
}

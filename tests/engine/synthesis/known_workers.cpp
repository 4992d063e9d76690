#include "engine/synthesis/known_workers.hpp"

#include "engine/state/commit.hpp"
#include "tests/engine/inputs/tiny_pack.hpp"
#include "tests/langres.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <cstring>
#include <map>

using namespace releve;
using namespace releve::tests;

// The tiny pack: E1 has 5 posts of masons, E2 4 of farmers, E3 9 of nurses and 5 of masons, E4 one of masons; 22 people of
// the margins hold 24 posts.

namespace {

const std::string header = "establishment,occupation,persons,born_from,born_to,sex,contract,hired,mastery\n";

Pack pack_with(const std::string& lines, Files files = tiny_pack()) {
    if (!lines.empty()) {
        files["workers.csv"] = header + lines;
    }
    const ScratchDirectory directory;
    write_pack(directory, files);
    Problems problems;
    std::vector<Text> notes;
    Pack pack = read_pack(directory.path(), problems, notes);
    problems.raise();
    return pack;
}

Synthesised start_of(const Pack& pack, std::uint32_t seed = 1, std::uint32_t replicate = every_replicate) {
    Synthesised made;
    made.state = synthesise(pack, default_synthesis(), seed, made.report, replicate);
    check_invariants(made.state);
    return made;
}

class Fingerprint {  // FNV-1a
public:
    template <class Value>
    void add(Value value) {
        unsigned char bytes[sizeof(Value)];
        std::memcpy(bytes, &value, sizeof(Value));
        for (const unsigned char byte : bytes) {
            hash_ = (hash_ ^ byte) * 1099511628211ULL;
        }
    }
    std::uint64_t value() const { return hash_; }

private:
    std::uint64_t hash_ = 14695981039346656037ULL;
};

std::uint64_t fingerprint(const State& state) {
    Fingerprint print;
    for (const Person& one : state.persons) {
        print.add(one.key.index);
        print.add(one.birth);
        print.add(one.sex);
        print.add(one.education);
        print.add(one.status);
        print.add(one.contract);
        print.add(one.zone);
        print.add(one.occupation);
        print.add(one.post.value);
        print.add(one.hired);
        print.add(one.status_since);
        print.add(one.career_start);
        print.add(one.quarters);
        print.add(one.mastery);
        print.add(one.know_how);
        print.add(one.credited);
        print.add(one.working_time);
    }
    for (std::uint32_t i = 0; i < state.posts.size(); ++i) {
        print.add(state.posts[PostId{i}].holder.value);
        print.add(state.posts[PostId{i}].vacated);
    }
    return print.value();
}

/// Those in post, of an establishment and occupation.
std::vector<Person> people_of(const State& state, std::uint32_t establishment, std::uint32_t occupation) {
    std::vector<Person> people;
    for (std::uint32_t i = 0; i < state.persons.size(); ++i) {
        const Person& one = state.persons[PersonId{i}];
        if (one.status == Status::employed && state.establishment_of(PersonId{i}).value == establishment &&
            one.occupation == occupation) {
            people.push_back(one);
        }
    }
    return people;
}

int year_of(const Pack& pack, MonthIndex month) { return (pack.calendar.start + month).year(); }

std::size_t kind_of(const Pack& pack, const Person& one) {
    for (std::size_t band = 0; band < pack.age_bands.size(); ++band) {
        if (one.age_years(0) >= pack.age_bands[band].from && one.age_years(0) <= pack.age_bands[band].to) {
            return band * 2 + static_cast<std::size_t>(one.sex);
        }
    }
    return 99;
}

std::map<std::size_t, int> kinds_in(const Pack& pack, const State& state, std::uint32_t occupation) {
    std::map<std::size_t, int> kinds;
    for (const Person& one : state.persons) {
        if (one.status == Status::employed && one.occupation == occupation) {
            ++kinds[kind_of(pack, one)];
        }
    }
    return kinds;
}

const std::string told_lines =
    "E1,mason,1,1975,1975,M,open_ended,1999,0.9\nE1,mason,1,1990,1990,M,fixed_term,2012,0.3\n"
    "E3,nurse,2,1970,1979,F,,2005,\nE3,nurse,1,1985,1985,,,,\nE2,farmer,1,1950,1990,,owner,1980,\n";

}  // namespace

TEST_CASE("without known workers the first state has the bits it had before there were any", "[workers]") {
    // of the commit before the synthesis read the table
    CHECK(fingerprint(start_of(pack_with("")).state) == 15870630837363433291ULL);
    CHECK(fingerprint(start_of(pack_with(""), 2, 5).state) == 12815739444234302554ULL);
    Files files = tiny_pack();
    files["workers.csv"] = header;
    const Synthesised empty = start_of(pack_with("", files));
    CHECK(fingerprint(empty.state) == fingerprint(start_of(pack_with("")).state));
    CHECK(empty.report.known_workers == 0);
}

TEST_CASE("what is told of known workers is in the first state", "[workers]") {
    const Pack pack = pack_with(told_lines);
    const std::uint32_t replicate = GENERATE(every_replicate, 0U, 7U);
    const auto [state, report] = start_of(pack, 1, replicate);
    CHECK(report.known_workers == 6);
    const std::vector<Person> masons = people_of(state, 0, 1);
    CHECK(masons.size() == 5);
    const auto one_born_in = [&](const std::vector<Person>& people, int year, int hired) {
        const auto found = std::find_if(people.begin(), people.end(), [&](const Person& one) {
            return year_of(pack, one.birth) == year && year_of(pack, one.hired) == hired;
        });
        REQUIRE(found != people.end());
        return *found;
    };
    const Person old = one_born_in(masons, 1975, 1999);
    CHECK(old.contract == Contract::open_ended);
    CHECK(old.sex == Sex::men);
    CHECK(old.mastery == 0.9F);
    CHECK(old.status_since == old.hired);
    CHECK(old.career_start <= old.hired);
    const Person young = one_born_in(masons, 1990, 2012);
    CHECK(young.contract == Contract::fixed_term);
    CHECK(young.mastery == 0.3F);
    const std::vector<Person> nurses = people_of(state, 2, 2);
    CHECK(nurses.size() == 9);
    CHECK(std::count_if(nurses.begin(), nurses.end(), [&](const Person& one) {
              const int year = year_of(pack, one.birth);
              return one.sex == Sex::women && year >= 1970 && year <= 1979 && year_of(pack, one.hired) == 2005;
          }) >= 2);
    const std::vector<Person> farmers = people_of(state, 1, 0);
    const auto owner =
        std::find_if(farmers.begin(), farmers.end(), [](const Person& one) { return one.contract == Contract::owner; });
    REQUIRE(owner != farmers.end());
    CHECK(state.posts[owner->post].owner_post == 1);
    CHECK(year_of(pack, owner->hired) == 1980);
    CHECK(owner->hired - owner->birth >= 14 * 12);  // hence born by 1966
}

TEST_CASE("the order of the lines does not matter, nor how alike people are grouped", "[workers]") {
    const std::string turned =
        "E2,farmer,1,1950,1990,,owner,1980,\nE3,nurse,1,1970,1979,F,,2005,\nE1,mason,1,1990,1990,M,fixed_term,2012,0."
        "3\n"
        "E3,nurse,1,1985,1985,,,,\nE3,nurse,1,1970,1979,F,,2005,\nE1,mason,1,1975,1975,M,open_ended,1999,0.9\n";
    const std::uint64_t first = fingerprint(start_of(pack_with(told_lines)).state);
    CHECK(fingerprint(start_of(pack_with(turned)).state) == first);
    CHECK(fingerprint(start_of(pack_with(replaced(told_lines, "1985,1985", "1986,1986"))).state) != first);
}

TEST_CASE("a known worker takes the place of one of the kind: margins are kept", "[workers]") {
    // margins as many as posts, so that nobody is drawn twice
    Files files = tiny_pack();
    files["employment_margins.csv"] =
        "occupation,age_band,sex,persons\nfarmer,,,4\nmason,,,11\nnurse,,,9\n,15-24,,4\n,25-54,,16\n,55-64,,4\n";
    const Pack before = pack_with("", files);
    std::int64_t residual = 0;
    std::map<std::size_t, int> margins;
    const std::vector<std::vector<Individual>> workers = workers_of(before, residual);
    for (const Individual& one : workers[1]) {
        ++margins[one.age_band * 2U + static_cast<std::size_t>(one.sex)];
    }
    REQUIRE(margins.count(2) == 1);
    REQUIRE(kinds_in(before, start_of(before).state, 1) == margins);
    // as many men of 25 to 54 as the margins tell among masons
    const Pack kept = pack_with("E1,mason," + std::to_string(margins[2]) + ",1970,1975,M,,,\n", files);
    const Synthesised same = start_of(kept);
    CHECK(same.report.known_of_other_kind == 0);
    CHECK(kinds_in(kept, same.state, 1) == margins);
    // nobody among the masons is that old: each known takes the place of one of 55 to 64, the nearest, while there are any
    const Pack moved = pack_with("E1,mason,1,1940,1940,M,,,\n", files);
    const Synthesised other = start_of(moved);
    CHECK(other.report.known_of_other_kind == 1);
    std::map<std::size_t, int> expected = margins;
    ++expected[6];
    if (--expected[4] == 0) {
        expected.erase(4);
    }
    CHECK(kinds_in(moved, other.state, 1) == expected);
}

TEST_CASE("all posts known, and other people than the margins count: everybody is placed", "[workers]") {
    const Pack pack = pack_with(
        "E1,mason,5,1940,1940,F,,,\nE2,farmer,4,1996,1996,M,,,\nE3,nurse,9,1960,1960,F,,,\nE3,mason,5,1990,1990,,,,\n"
        "E4,mason,1,1948,1948,M,owner,1970,1\n");
    const auto [state, report] = start_of(pack);
    CHECK(report.known_workers == 24);
    CHECK(report.known_of_other_kind > 0);
    for (const Person& one : people_of(state, 0, 1)) {
        CHECK(year_of(pack, one.birth) == 1940);
        CHECK(one.sex == Sex::women);
    }
    CHECK(people_of(state, 2, 1).size() == 5);
}

TEST_CASE("known workers are possible people: careers, contracts and ages agree with what is told", "[workers]") {
    int impossible = 0;
    int seen = 0;
    for (std::uint32_t replicate = 0; replicate < 200; ++replicate) {
        const Pack pack = pack_with(
            "E1,mason,2,1960,1995,,,2011,\nE1,mason,1,1950,1997,,apprentice,,\n"
            "E3,nurse,9,1960,1970,,,1980,\nE2,farmer,4,1991,1996,,,2010,\n");
        const State state = start_of(pack, 1, replicate).state;
        for (const std::uint32_t establishment : {0U, 1U, 2U}) {
            const std::uint32_t occupation = establishment == 0 ? 1 : establishment == 1 ? 0 : 2;
            int apprentices = 0;
            for (const Person& one : people_of(state, establishment, occupation)) {
                const bool apprentice = one.contract == Contract::apprentice;
                apprentices += apprentice ? 1 : 0;
                impossible += one.career_start > one.hired || one.hired >= 0 ? 1 : 0;
                impossible += one.hired - one.birth < 14 * 12 ? 1 : 0;
                impossible += apprentice && one.age_years(0) >= 26 ? 1 : 0;
                // 32 years in the same fixed-term contract (mean: 3 months)
                impossible += establishment == 2 && one.contract != Contract::open_ended ? 1 : 0;
                const float worked = one.quarters - static_cast<float>(one.credited);
                impossible += worked > -static_cast<float>(one.career_start) / 3.0F + 1 ? 1 : 0;
                ++seen;
            }
            impossible += establishment == 0 && apprentices == 0 ? 1 : 0;
        }
    }
    CHECK(seen == 200 * 18);
    CHECK(impossible == 0);
}

TEST_CASE("unknown years are spread over the months told, and over bands by the margins", "[workers]") {
    // one mason born from 1981 to 1996, 16 to 31 at the start: months [193, 384], of which 107 of 120 in the band 15-24
    // and 84 of 360 in 25-54
    const Pack pack = pack_with("E1,mason,1,1981,1996,M,,,1\n");
    std::int64_t residual = 0;
    double young = 0;
    double grown = 0;
    const std::vector<std::vector<Individual>> workers = workers_of(pack, residual);
    for (const Individual& one : workers[1]) {
        young += one.sex == Sex::men && one.age_band == 0 ? 107.0 / 120 : 0;
        grown += one.sex == Sex::men && one.age_band == 1 ? 84.0 / 360 : 0;
    }
    REQUIRE(young > 0);
    constexpr int draws = 4000;
    int in_young = 0;
    double sum = 0;
    int out = 0;
    for (std::uint32_t replicate = 0; replicate < draws; ++replicate) {
        const State state = start_of(pack, 3, replicate).state;
        const std::vector<Person> masons = people_of(state, 0, 1);
        const auto known =
            std::find_if(masons.begin(), masons.end(), [](const Person& one) { return one.mastery == 1.0F; });
        REQUIRE(known != masons.end());
        const int age = known->age_months(0);
        out += age < 193 || age > 384 ? 1 : 0;
        if (age < 300) {
            ++in_young;
            sum += age;
        }
    }
    CHECK(out == 0);
    const double share = young / (young + grown);
    // four standard errors of a share, and of a mean of months uniform on 193..299
    CHECK(std::abs(in_young / double{draws} - share) < 4 * std::sqrt(share * (1 - share) / draws));
    CHECK(std::abs(sum / in_young - 246) < 4 * std::sqrt((107.0 * 107 - 1) / 12 / in_young));
}

TEST_CASE("ages within a band", "[workers]") {
    const WorkerRow born{.born_from = 1950, .born_to = 1952};
    const Month start = Month::of(2013, 1);
    CHECK(told_ages(born, start) == AgeSpan{721, 756});
    CHECK(ages_within({721, 756}, {"", 55, 64}) == AgeSpan{721, 756});
    CHECK(ages_within({721, 756}, {"", 60, 62}) == AgeSpan{721, 755});
    CHECK(ages_within({721, 756}, {"", 15, 24}).empty());
    // the open last band: its first fifteen years, but where older ages alone are told
    CHECK(ages_within({800, 1200}, {"", 65, 120}) == AgeSpan{800, 80 * 12 - 1});
    CHECK(ages_within({1000, 1200}, {"", 65, 120}) == AgeSpan{1000, 1200});
    WorkerRow hired = born;
    hired.hired = 1965;  // at 14 or more, by December
    CHECK(told_ages(hired, start) == AgeSpan{565 + 168, 756});
    hired.hired = 2013;
    CHECK(last_hire_month(2013, start) == -1);
    WorkerRow apprentice{.born_from = 1980, .born_to = 1995};
    apprentice.contract = static_cast<std::int32_t>(Contract::apprentice);
    CHECK(worker_ages(apprentice, start, 26) == AgeSpan{205, 311});
    apprentice.born_to = 1981;  // told, so kept
    CHECK(worker_ages(apprentice, start, 26) == AgeSpan{373, 396});
}

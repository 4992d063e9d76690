#include "engine/results/journal.hpp"

#include "engine/base/error.hpp"
#include "tests/engine/results/sample.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

namespace releve {

namespace {

const std::vector<std::string> identity{"seed 1", "zones.csv sha256:abc"};
const std::vector<std::string> texts{"first", "", std::string(300, 'x'), "last"};

std::span<const std::byte> as_span(const std::string& text) { return std::as_bytes(std::span(text)); }

/// The file that a run killed after four records leaves.
void leave(const std::string& path) {
    Journal journal(path, identity, false);
    for (const std::string& text : texts) {
        journal.append(as_span(text));
    }
}

std::vector<std::string> texts_in(const Journal& journal) {
    std::vector<std::string> found;
    for (const Journal::Record record : journal.records()) {
        std::string text(record.size, '\0');
        journal.read(record, 0, std::as_writable_bytes(std::span(text)));
        found.push_back(text);
    }
    return found;
}

bool begins(const std::vector<std::string>& found) {
    return found.size() <= texts.size() && std::equal(found.begin(), found.end(), texts.begin());
}

std::string refusal_of(const std::string& path, const std::vector<std::string>& asked, bool resume) {
    try {
        const Journal journal(path, asked, resume);
    } catch (const InputError& error) {
        return error.problems().front().what.en;
    }
    return "";
}

}  // namespace

TEST_CASE("a journal goes on from what a killed run has left") {
    const test::Scratch scratch;
    const std::string path = scratch.file("a.journal");
    leave(path);
    {
        Journal journal(path, identity, true);
        CHECK(texts_in(journal) == texts);
        CHECK(journal.damaged() == 0);
        journal.append(as_span("more"));
        std::string part(3, '\0');
        journal.read(journal.records()[0], 2, std::as_writable_bytes(std::span(part)));
        CHECK(part == "rst");
        CHECK_THROWS_AS(journal.read(journal.records()[0], 3, std::as_writable_bytes(std::span(part))), ModelError);
    }
    Journal journal(path, identity, true);
    CHECK(texts_in(journal).size() == 5);
    journal.remove();
    CHECK(scratch.entries() == 0);
}

TEST_CASE("a journal to which nothing was added goes away by itself") {
    const test::Scratch scratch;
    { const Journal journal(scratch.file("a.journal"), identity, false); }
    CHECK(scratch.entries() == 0);
}

TEST_CASE("a journal cut anywhere keeps its sound beginning") {
    const test::Scratch scratch;
    const std::string path = scratch.file("a.journal");
    leave(path);
    const std::string whole = test::bytes_of(path);
    std::size_t kept_before = 0;
    for (std::size_t size = 0; size <= whole.size(); ++size) {
        test::put_bytes(path, whole.substr(0, size));
        const Journal journal(path, identity, true);
        const std::vector<std::string> found = texts_in(journal);
        REQUIRE(begins(found));
        REQUIRE(found.size() >= kept_before);  // a longer file never keeps less
        kept_before = found.size();
    }
    CHECK(kept_before == texts.size());
}

/// Whether all that was found was written, in that order.
bool among(const std::vector<std::string>& found) {
    auto next = texts.begin();
    for (const std::string& text : found) {
        next = std::find(next, texts.end(), text);
        if (next == texts.end()) {
            return false;
        }
        ++next;
    }
    return true;
}

/// CRC-32 tells every single byte that changed.
TEST_CASE("no byte of a journal can change without being noticed") {
    const test::Scratch scratch;
    const std::string path = scratch.file("a.journal");
    leave(path);
    const std::string whole = test::bytes_of(path);
    std::size_t refused = 0, most_kept = 0;
    for (std::size_t at = 0; at < whole.size(); ++at) {
        std::string changed = whole;
        changed[at] = static_cast<char>(changed[at] ^ 0x15);
        test::put_bytes(path, changed);
        try {
            const Journal journal(path, identity, true);
            REQUIRE(among(texts_in(journal)));
            REQUIRE(journal.records().size() < texts.size());
            REQUIRE(journal.damaged() > 0);
            most_kept = std::max(most_kept, journal.records().size());
        } catch (const InputError&) {
            ++refused;  // in the beginning, which tells what run it is of
        }
    }
    CHECK(most_kept == texts.size() - 1);  // those after a record that rotted are kept
    CHECK(refused > 16);
    CHECK(refused < 16 + 16 + 40);
}

TEST_CASE("an unfinished run is neither overwritten nor continued by another one") {
    const test::Scratch scratch;
    const std::string path = scratch.file("a.journal");
    leave(path);
    const std::string before = test::bytes_of(path);
    CHECK_THAT(refusal_of(path, identity, false), Catch::Contains("4 simulations done") && Catch::Contains("resume"));
    CHECK_THAT(refusal_of(path, {"seed 2", identity[1]}, true), Catch::Contains("there: seed 1; asked: seed 2"));
    CHECK(test::bytes_of(path) == before);
    test::put_bytes(path, "notes of mine, not a journal");
    CHECK_THAT(refusal_of(path, identity, true), Catch::Contains("not a journal"));
    CHECK(test::bytes_of(path) == "notes of mine, not a journal");
}

TEST_CASE("two runs do not write one journal at the same time") {
    const test::Scratch scratch;
    const std::string path = scratch.file("a.journal");
    const Journal first(path, identity, false);
    CHECK_THROWS_WITH(Journal(path, identity, true), Catch::Contains("another run is writing"));
}

TEST_CASE("a full disk leaves a journal as it was before the record that found no room") {
    const test::Scratch scratch;
    const std::string path = scratch.file("a.journal");
    {
        Journal journal(path, identity, false);
        journal.append(as_span(texts[0]));
        const std::string large(8192, 'y');
        const test::SmallDisk disk(4096);
        CHECK_THROWS_AS(journal.append(as_span(large)), IoError);
        journal.append(as_span(texts[1]));
    }
    const Journal journal(path, identity, true);
    CHECK(texts_in(journal) == std::vector<std::string>{texts[0], texts[1]});
    CHECK(journal.damaged() == 0);
}

TEST_CASE("a journal where nothing can be written is an error that says why") {
    CHECK_THROWS_WITH(Journal("/nowhere/a.journal", identity, false), Catch::Contains("No such file"));
}

}  // namespace releve

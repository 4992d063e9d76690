#include "engine/results/whole_file.hpp"

#include "engine/base/error.hpp"
#include "tests/engine/results/sample.hpp"

#include <catch2/catch.hpp>

namespace releve {

namespace {

std::span<const std::byte> as_span(const std::string& text) { return std::as_bytes(std::span(text)); }

}  // namespace

TEST_CASE("a whole file replaces the one that stood there") {
    const test::Scratch scratch;
    const std::string path = scratch.file("a");
    write_whole_file(path, as_span("first, longer"));
    write_whole_file(path, as_span("second"));
    CHECK(test::bytes_of(path) == "second");
    write_whole_file(path, {});
    CHECK(test::bytes_of(path).empty());
    CHECK(scratch.entries() == 1);
}

TEST_CASE("a write that fails leaves the old file and nothing else") {
    const test::Scratch scratch;
    const std::string path = scratch.file("a");
    write_whole_file(path, as_span("old"));
    {
        const test::SmallDisk small(10);
        CHECK_THROWS_AS(write_whole_file(path, as_span("more than ten bytes")), IoError);
    }
    CHECK(test::bytes_of(path) == "old");
    CHECK(scratch.entries() == 1);
}

TEST_CASE("a file that cannot be written names its path") {
    const test::Scratch scratch;
    const std::string missing = scratch.file("none/a");
    CHECK_THROWS_WITH(write_whole_file(missing, as_span("x")), Catch::Contains(missing) && Catch::Contains("open"));
    const std::string directory = scratch.file("d");
    std::filesystem::create_directory(directory);
    CHECK_THROWS_WITH(write_whole_file(directory, as_span("x")), Catch::Contains("rename"));
    CHECK(scratch.entries() == 1);
}

}  // namespace releve

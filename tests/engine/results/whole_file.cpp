#include "engine/results/whole_file.hpp"

#include "engine/base/error.hpp"
#include "tests/engine/results/sample.hpp"

#include <catch2/catch.hpp>
#include <csignal>
#include <sys/resource.h>

namespace releve {

namespace {

std::span<const std::byte> as_span(const std::string& text) { return std::as_bytes(std::span(text)); }

/// Files of this process may not grow beyond `bytes` while alive: what a full disk looks like.
class SmallDisk {
public:
    explicit SmallDisk(rlim_t bytes) : signal_(std::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit limit{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, signal_);
    }

private:
    rlimit before_{};
    void (*signal_)(int);
};

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
        const SmallDisk small(10);
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

#include "engine/results/netcdf_file.hpp"

#include "engine/base/error.hpp"
#include "tests/engine/results/sample.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

namespace releve {

namespace {

void set_version(Dataset& dataset, const std::string& version) {
    const auto at = std::ranges::find(dataset.attributes, "format_version", &Attribute::name);
    at->value = version;
}

}  // namespace

TEST_CASE("a dataset survives a write and a read") {
    const test::Scratch scratch;
    const std::string path = scratch.file("r.h5");
    const Dataset written = test::sample_dataset();
    write_dataset(written, path);
    CHECK(read_dataset(path) == written);
    CHECK(scratch.entries() == 1);
}

TEST_CASE("the same dataset gives the same bytes") {
    const test::Scratch scratch;
    write_dataset(test::sample_dataset(), scratch.file("a.h5"));
    write_dataset(test::sample_dataset(), scratch.file("b.h5"));
    CHECK(test::bytes_of(scratch.file("a.h5")) == test::bytes_of(scratch.file("b.h5")));
    write_dataset(read_dataset(scratch.file("a.h5")), scratch.file("b.h5"));
    CHECK(test::bytes_of(scratch.file("a.h5")) == test::bytes_of(scratch.file("b.h5")));
}

TEST_CASE("missing and infinite values are kept") {
    const test::Scratch scratch;
    Dataset dataset;
    dataset.dimensions = {{"x", 3}};
    const double inf = std::numeric_limits<double>::infinity();
    dataset.variables = {{"y", {"x"}, std::vector<double>{std::nan(""), inf, -inf}, {}}};
    write_dataset(dataset, scratch.file("r.h5"));
    const Dataset back = read_dataset(scratch.file("r.h5"));
    const auto& values = std::get<std::vector<double>>(back.at("y").data);
    CHECK(std::isnan(values[0]));
    CHECK(values[1] == inf);
    CHECK(values[2] == -inf);
}

TEST_CASE("many attributes, variables and an empty dataset are kept") {
    const test::Scratch scratch;
    Dataset dataset;
    dataset.attributes = {{"format_version", std::string("1.0")}};
    write_dataset(dataset, scratch.file("r.h5"));
    CHECK(read_dataset(scratch.file("r.h5")) == dataset);
    dataset.dimensions = {{"x", 2}};
    for (int i = 0; i < 300; ++i) {
        const std::string name = "n" + std::to_string(i);
        dataset.variables.push_back({name, {"x"}, std::vector<std::int32_t>{i, -i}, {}});
        dataset.attributes.push_back({name, std::string(500, 'x')});
    }
    write_dataset(dataset, scratch.file("r.h5"));
    CHECK(read_dataset(scratch.file("r.h5")) == dataset);
}

TEST_CASE("the layout version is written, and a newer one is refused") {
    const test::Scratch scratch;
    const std::string path = scratch.file("r.h5");
    Dataset dataset = test::sample_dataset();
    dataset.attributes.pop_back();
    write_dataset(dataset, path);
    CHECK(text_of(read_dataset(path).attributes, "format_version") == format_version);
    dataset = test::sample_dataset();
    set_version(dataset, "1.7");
    write_dataset(dataset, path);
    CHECK_NOTHROW(read_dataset(path));
    for (const std::string version : {"2.0", "", "x"}) {
        set_version(dataset, version);
        write_dataset(dataset, path);
        CHECK_THROWS_AS(read_dataset(path), InputError);
    }
}

TEST_CASE("a file that is no result is refused") {
    const test::Scratch scratch;
    CHECK_THROWS_AS(read_dataset(scratch.file("none.h5")), IoError);
    for (const std::string bytes : {"", "short", "a;b;c\n1;2;3\n4;5;6\n"}) {
        test::put_bytes(scratch.file("r.h5"), bytes);
        CHECK_THROWS_AS(read_dataset(scratch.file("r.h5")), InputError);
    }
}

TEST_CASE("a file cut short is refused at every length") {
    const test::Scratch scratch;
    write_dataset(test::sample_dataset(), scratch.file("r.h5"));
    const std::string bytes = test::bytes_of(scratch.file("r.h5"));
    for (std::size_t length = 8; length < bytes.size(); length += 1 + bytes.size() / 50) {
        test::put_bytes(scratch.file("cut.h5"), bytes.substr(0, length));
        CHECK_THROWS_AS(read_dataset(scratch.file("cut.h5")), IoError);
    }
}

TEST_CASE("a dataset that does not fit writes nothing") {
    const test::Scratch scratch;
    Dataset dataset = test::sample_dataset();
    dataset.dimensions[0].size = 3;
    CHECK_THROWS_AS(write_dataset(dataset, scratch.file("r.h5")), ModelError);
    CHECK(scratch.entries() == 0);
}

/// Hidden: writes the sample for interop.py, which reads it with other programs.
TEST_CASE("write the sample for other readers", "[.interop]") {
    const char* path = std::getenv("RELEVE_SAMPLE");
    REQUIRE(path != nullptr);
    write_dataset(test::sample_dataset(), path);
}

}  // namespace releve

#include "engine/base/draws.hpp"
#include "engine/base/error.hpp"
#include "engine/results/dataset_bytes.hpp"
#include "engine/results/hdf5_handle.hpp"
#include "engine/results/netcdf_file.hpp"
#include "tests/engine/results/sample.hpp"

#include <catch2/catch.hpp>
#include <cstring>
#include <random>

namespace releve {

namespace {

std::vector<std::byte> bytes_of(const Dataset& dataset) {
    std::vector<std::byte> bytes;
    put_dataset(dataset, [&](std::span<const std::byte> more) { bytes.insert(bytes.end(), more.begin(), more.end()); });
    return bytes;
}

Dataset dataset_of(std::span<const std::byte> bytes) {
    return take_dataset([&](std::span<std::byte> wanted) {
        if (wanted.size() > bytes.size()) {
            throw IoError("bytes", {"too few", "trop peu"});
        }
        std::copy_n(bytes.begin(), wanted.size(), wanted.begin());
        bytes = bytes.subspan(wanted.size());
    });
}

/// One of the ways in which a file goes bad.
std::string spoiled(const std::string& sound, std::mt19937& random) {
    const auto below = [&](std::size_t most) { return static_cast<std::size_t>(random() % most); };
    std::string bytes = sound;
    const std::size_t at = below(bytes.size());
    switch (below(5)) {
        case 0: bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(8))); break;
        case 1: bytes[at] = static_cast<char>(random()); break;
        case 2: bytes.resize(at); break;
        case 3: {
            const std::size_t length = std::min<std::size_t>(1 + below(64), bytes.size() - at);
            std::memset(bytes.data() + at, below(2) == 0 ? 0 : 0xFF, length);
            break;
        }
        default:
            for (std::size_t i = 0; i < 8; ++i) {
                bytes[below(bytes.size())] = static_cast<char>(random());
            }
    }
    return bytes;
}

}  // namespace

TEST_CASE("a dataset survives as bytes") {
    const Dataset sample = test::sample_dataset();
    CHECK(dataset_of(bytes_of(sample)) == sample);
    CHECK(dataset_of(bytes_of({})) == Dataset{});
}

TEST_CASE("bytes that are no dataset are refused, and take little memory") {
    const std::vector<std::byte> sound = bytes_of(test::sample_dataset());
    for (std::size_t size = 0; size < sound.size(); size += 1 + sound.size() / 300) {
        CHECK_THROWS_AS(dataset_of(std::span(sound).first(size)), IoError);
    }
    std::mt19937 random(1);
    for (int i = 0; i < 2000; ++i) {
        std::vector<std::byte> bytes = sound;
        bytes[random() % 2000] = static_cast<std::byte>(random());  // sizes and names: the first ones
        try {
            static_cast<void>(dataset_of(bytes));
        } catch (const IoError&) {}
    }
    const std::vector<std::byte> boastful(64, std::byte{0x7F});  // announces 10^18 dimensions
    CHECK_THROWS_AS(dataset_of(boastful), IoError);
}

TEST_CASE("a spoiled file is refused or gives what was written, and never takes the reader down") {
    const test::Scratch scratch;
    const Dataset sample = test::sample_dataset();
    write_dataset(sample, scratch.file("r.h5"));
    const std::string sound = test::bytes_of(scratch.file("r.h5"));
    std::mt19937 random(11);
    int refused = 0, unharmed = 0;
    for (int i = 0; i < 300; ++i) {
        INFO("spoiled file " << i);
        test::put_bytes(scratch.file("spoiled.h5"), spoiled(sound, random));
        try {
            const Dataset read = read_dataset(scratch.file("spoiled.h5"));
            CHECK(read == sample);
            ++unharmed;
        } catch (const InputError& error) {
            CHECK(!error.problems().front().what.fr.empty());
            ++refused;
        } catch (const IoError& error) {
            CHECK(error.text().en.find("spoiled.h5") != std::string::npos);
            ++refused;
        }
    }
    CHECK(refused > 100);
    CHECK(unharmed > 0);  // bytes that hold nothing
}

TEST_CASE("one changed value is noticed wherever it stands") {
    const test::Scratch scratch;
    for (const std::string name : {"total", "rate", "posts"}) {
        INFO(name);
        write_dataset(test::sample_dataset(), scratch.file("r.h5"));
        {
            const hdf5::Place place{"r.h5", name};
            const hdf5::Handle file(H5Fopen(scratch.file("r.h5").c_str(), H5F_ACC_RDWR, H5P_DEFAULT), H5Fclose, place,
                                    "open");
            const hdf5::Handle array(H5Dopen2(file.id(), name.c_str(), H5P_DEFAULT), H5Dclose, place, "open");
            const hdf5::Handle space(H5Dget_space(array.id()), H5Sclose, place, "open");
            std::vector<double> values(static_cast<std::size_t>(H5Sget_simple_extent_npoints(space.id())));
            hdf5::require(H5Dread(array.id(), H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()), place,
                          "read");
            values[values.size() / 2] += 1;
            hdf5::require(H5Dwrite(array.id(), H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()), place,
                          "write");
        }
        CHECK_THROWS_AS(read_dataset(scratch.file("r.h5")), IoError);
    }
}

TEST_CASE("the process that reads keeps to its own: what the caller has open and handles stays as it was") {
    const test::Scratch scratch;
    write_dataset(test::sample_dataset(), scratch.file("r.h5"));
    const auto open_files = [] { return std::distance(std::filesystem::directory_iterator("/proc/self/fd"), {}); };
    const auto before = open_files();
    for (int i = 0; i < 20; ++i) {
        CHECK(read_dataset(scratch.file("r.h5")) == read_sound_dataset(scratch.file("r.h5")));
        CHECK_THROWS_AS(read_dataset(scratch.file("none.h5")), IoError);
    }
    CHECK(open_files() == before);
}

}  // namespace releve

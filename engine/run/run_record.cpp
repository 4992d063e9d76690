#include "engine/run/run_record.hpp"

#include "engine/base/error.hpp"

#include <algorithm>
#include <cstring>
#include <zlib.h>

namespace releve {

namespace {

constexpr int fastest = 1;  // of the levels of zlib: records are written once and read once

struct Head {
    std::uint32_t scenario = 0, replicate = 0;
    std::uint64_t outputs = 0, slabs = 0;
};
static_assert(sizeof(Head) == directory_head);

std::size_t slabs_of(std::uint64_t cells) { return (cells + slab_cells - 1) / slab_cells; }

void deflate_onto(std::vector<std::byte>& bytes, std::span<const float> cells) {
    const auto* from = reinterpret_cast<const Bytef*>(cells.data());
    uLongf room = compressBound(cells.size_bytes());
    const std::size_t before = bytes.size();
    bytes.resize(before + room);
    if (compress2(reinterpret_cast<Bytef*>(bytes.data() + before), &room, from, cells.size_bytes(), fastest) != Z_OK) {
        throw std::bad_alloc();  // the one way in which it fails, with room enough
    }
    bytes.resize(before + room);
}

std::vector<float> flat(const std::vector<Volume>& volumes) {
    std::vector<float> values;
    for (const Volume& volume : volumes) {
        values.insert(values.end(), volume.begin(), volume.end());
    }
    return values;
}

void copy_onto(std::byte*& to, const void* from, std::size_t size) {
    if (size > 0) {
        std::memcpy(to, from, size);
        to += size;
    }
}

[[noreturn]] void no_record(const char* why) {
    throw ModelError(std::string("kept runs: not the record of a run (") + why + ")");
}

Head head_of(std::span<const std::byte> bytes) {
    Head head;
    if (bytes.size() < sizeof head) {
        no_record("too short");
    }
    std::memcpy(&head, bytes.data(), sizeof head);
    return head;
}

}  // namespace

std::vector<std::byte> encode_run(std::uint32_t scenario, std::uint32_t replicate, const ReplicateResult& run) {
    const std::vector<float> volumes = flat(run.volumes);
    std::vector<std::span<const float>> all(run.values.begin(), run.values.end());
    all.emplace_back(volumes);
    Head head{scenario, replicate, all.size(), 0};
    std::vector<std::uint64_t> cells;
    for (const std::span<const float> values : all) {
        cells.push_back(values.size());
        head.slabs += slabs_of(values.size());
    }
    std::vector<std::byte> bytes(sizeof head + (head.outputs + head.slabs) * sizeof(std::uint64_t));
    std::vector<std::uint64_t> ends;
    for (const std::span<const float> values : all) {
        for (std::size_t first = 0; first < values.size(); first += slab_cells) {
            deflate_onto(bytes, values.subspan(first, std::min(slab_cells, values.size() - first)));
            ends.push_back(bytes.size());
        }
    }
    std::byte* to = bytes.data();
    copy_onto(to, &head, sizeof head);
    copy_onto(to, cells.data(), cells.size() * sizeof(std::uint64_t));
    copy_onto(to, ends.data(), ends.size() * sizeof(std::uint64_t));
    return bytes;
}

std::size_t RunDirectory::first_slab(std::size_t output) const {
    std::size_t slab = 0;
    for (std::size_t i = 0; i < output; ++i) {
        slab += slabs_of(cells[i]);
    }
    return slab;
}

std::size_t directory_bytes(std::span<const std::byte> bytes) {
    const Head head = head_of(bytes);
    constexpr std::uint64_t most = std::uint64_t{1} << 32;
    if (head.outputs > most || head.slabs > most) {
        no_record("its directory is too long");
    }
    return sizeof head + (head.outputs + head.slabs) * sizeof(std::uint64_t);
}

RunDirectory read_directory(std::span<const std::byte> bytes, std::uint64_t record_bytes) {
    const Head head = head_of(bytes);
    RunDirectory read{head.scenario, head.replicate, {}, {}, directory_bytes(bytes)};
    if (bytes.size() < read.begin || record_bytes < read.begin) {
        no_record("too short");
    }
    read.cells.resize(head.outputs);
    read.ends.resize(head.slabs);
    const std::byte* from = bytes.data() + sizeof head;
    std::copy_n(from, head.outputs * sizeof(std::uint64_t), reinterpret_cast<std::byte*>(read.cells.data()));
    from += head.outputs * sizeof(std::uint64_t);
    std::copy_n(from, head.slabs * sizeof(std::uint64_t), reinterpret_cast<std::byte*>(read.ends.data()));
    std::uint64_t before = read.begin;
    for (const std::uint64_t end : read.ends) {
        if (end < before) {
            no_record("slabs in disorder");
        }
        before = end;
    }
    if (before != record_bytes || read.first_slab(read.cells.size()) != read.ends.size()) {
        no_record("slabs lack");
    }
    return read;
}

void inflate_slab(std::span<const std::byte> deflated, std::span<float> cells) {
    uLongf size = cells.size_bytes();
    const int result = uncompress(reinterpret_cast<Bytef*>(cells.data()), &size,
                                  reinterpret_cast<const Bytef*>(deflated.data()), deflated.size());
    if (result != Z_OK || size != cells.size_bytes()) {
        no_record("a slab does not inflate");
    }
}

}  // namespace releve

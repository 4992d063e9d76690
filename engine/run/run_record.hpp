#pragma once
#include "engine/run/replicate.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace releve {

/// Cells of an output that are deflated together: one slab of all replicates is read alone, so that statistics over any
/// number of replicates take bounded memory.
inline constexpr std::size_t slab_cells = 16'384;

/// One completed run as bytes: what it is of, a directory, then slabs in the order of the outputs (each deflated) and one of
/// its volumes.
std::vector<std::byte> encode_run(std::uint32_t scenario, std::uint32_t replicate, const ReplicateResult& run);

/// The beginning of such bytes, before the slabs.
struct RunDirectory {
    std::uint32_t scenario = 0, replicate = 0;
    std::vector<std::uint64_t> cells;  ///< by output, all its periods; then the numbers of the volumes
    std::vector<std::uint64_t> ends;   ///< by slab: where it ends, in bytes from the beginning of the record
    std::uint64_t begin = 0;           ///< where the first slab begins

    std::size_t first_slab(std::size_t output) const;
    std::uint64_t begin_of(std::size_t slab) const { return slab == 0 ? begin : ends[slab - 1]; }
};

/// Bytes that hold the directory, told by the first `directory_head` bytes of a record.
inline constexpr std::size_t directory_head = 24;
std::size_t directory_bytes(std::span<const std::byte> head);

/// ModelError if the bytes are no record, or one that ends elsewhere than after `record_bytes`.
RunDirectory read_directory(std::span<const std::byte> bytes, std::uint64_t record_bytes);

/// ModelError if the slab does not hold as many cells.
void inflate_slab(std::span<const std::byte> deflated, std::span<float> cells);

}  // namespace releve

#pragma once
#include "engine/results/dataset.hpp"

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <vector>

/// A dataset as a stream of bytes: what goes through a pipe between processes of one machine, and what a checksum is
/// taken of. Not kept in files.
namespace releve {

using ByteSink = std::function<void(std::span<const std::byte>)>;
using ByteSource = std::function<void(std::span<std::byte>)>;  ///< fills all of it, or throws

void put_text(std::string_view text, const ByteSink& sink);
/// IoError if the bytes are none; memory grows only as bytes come.
std::string take_text(const ByteSource& source);

/// Variables go in the order in which a reader finds them: coordinates first.
void put_dataset(const Dataset& dataset, const ByteSink& sink);

/// IoError if the bytes are not those of a dataset. Memory grows only as bytes come, whatever sizes they announce.
Dataset take_dataset(const ByteSource& source);

/// CRC-32 (zlib) of the bytes of a dataset that has these attributes instead of its own: 8 hexadecimal digits.
std::string content_crc32(const Dataset& dataset, const std::vector<Attribute>& attributes);

}  // namespace releve

#pragma once
#include "engine/results/dataset.hpp"

#include <string>
#include <string_view>

/// Result files: HDF5 that is also netCDF-4, read as it is by xarray, ncdump, R ncdf4, h5py, h5wasm.
/// Every dimension is a dimension scale in one flat root; texts are variable-length UTF-8; floats of more than a few
/// kilobytes are chunked, shuffled and deflated. No compound types, no external filters, no times of objects.
namespace releve {

/// Version of the layout, kept in the root attribute `format_version`. A greater first number is another layout.
inline constexpr std::string_view format_version = "1.1";

/// Root attribute that checks the rest: CRC-32 of the whole content as it is read, 8 hexadecimal digits. Every file from
/// format 1.1 on has it; write_dataset adds it, reading checks it and takes it away.
inline constexpr std::string_view checksum_attribute = "content_crc32";

/// Writes the dataset, checked first, to `path`; the same dataset gives the same bytes. The root attribute
/// `format_version` is added if the dataset has none. The file appears at its name only when complete.
/// Float variables other than coordinates get `_FillValue` NaN. Needs memory for twice the size of the file.
/// ModelError from Dataset::check; IoError naming the path and the object.
void write_dataset(const Dataset& dataset, const std::string& path);

/// Reads a result file whole. Dimensions come in the order written; of the variables, coordinates come first.
/// The HDF5 library, which can crash on a damaged file, runs in a child process with bounds of memory and time, and
/// gives what it read through a pipe: whatever the file, the caller goes on.
/// InputError (the wrong file was given): not HDF5, not a result of Relève, a layout newer than ours.
/// IoError (path and object): cannot be opened, truncated or damaged, changed since it was written, a type or a link
/// that we never write.
Dataset read_dataset(const std::string& path);

/// The same in this process, for files that are known to be sound.
Dataset read_sound_dataset(const std::string& path);

}  // namespace releve

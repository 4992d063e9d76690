#include "engine/base/error.hpp"
#include "engine/base/fill.hpp"
#include "engine/results/dataset_bytes.hpp"
#include "engine/results/hdf5_handle.hpp"
#include "engine/results/netcdf_file.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <system_error>

namespace releve {

namespace {

using hdf5::Handle;
using hdf5::Place;
using hdf5::require;

/// Deflate cannot shrink more than this, so a larger array in a small file is damage, not data.
constexpr std::size_t most_expansion = 1100;

[[noreturn]] void refuse(const std::string& path, Text what) { throw InputError({Problem{path, std::move(what)}}); }

Text not_ours(const std::string& why) {
    return fill({"not as Relève writes it ({})", "pas comme Relève l'écrit ({})"}, {why});
}

[[noreturn]] void damaged(const Place& place, const std::string& why) {
    throw IoError(place.path + ": " + place.object, not_ours(why));
}

/// Says what is wrong with a file before HDF5 meets it; gives its size in bytes.
std::size_t check_signature(const std::string& path) {
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(path, error);
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {  // a pipe would be waited for
        throw IoError(
            path, {"not a plain file give a result file", "pas un fichier ordinaire donnez un fichier de résultats"});
    }
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    if (!file && errno == ENOENT) {
        throw IoError(path, {"no such file check the path", "fichier introuvable vérifiez le chemin"});
    }
    if (!file) {
        const std::string reason = std::generic_category().message(errno);
        throw IoError(path, fill({"could not open it ({})", "impossible de l'ouvrir ({})"}, {reason}));
    }
    const std::streamoff size = file.tellg();
    std::array<char, 8> start{};
    file.seekg(0);
    file.read(start.data(), start.size());
    if (size < 0 || (!file && size >= 8)) {
        throw IoError(path, {"could not read its first bytes", "impossible de lire ses premiers octets"});
    }
    static constexpr std::array<char, 8> signature{'\x89', 'H', 'D', 'F', '\r', '\n', '\x1a', '\n'};
    if (!file || start != signature) {
        refuse(path, {"not a result file (it is not HDF5); give the file written by `releve run -o`",
                      "ce n'est pas un fichier de résultats (ce n'est pas du HDF5)\u00a0; donnez le fichier écrit par "
                      "`releve run -o`"});
    }
    return static_cast<std::size_t>(size);
}

Handle open_file(const std::string& path) {
    const Place place{path, ""};
    const Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose, place, "prepare");
    // A finished file never changes, and some network file systems refuse locks.
    require(H5Pset_file_locking(access.id(), false, true), place, "prepare");
    return Handle(H5Fopen(path.c_str(), H5F_ACC_RDONLY, access.id()), H5Fclose, place, hdf5::opening);
}

template <class Value>
std::vector<Value> read_raw(hid_t object, bool is_attribute, hid_t memory, std::size_t count, const Place& place) {
    std::vector<Value> values(count);
    if (count > 0) {
        const herr_t code = is_attribute ? H5Aread(object, memory, values.data())
                                         : H5Dread(object, memory, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data());
        require(code, place, "read");
    }
    return values;
}

/// HDF5 allocates each text; this gives them back whatever happens.
class LentTexts {
public:
    LentTexts(hid_t type, hid_t space, std::vector<char*> texts)
        : type_(type),
          space_(space),
          texts_(std::move(texts)) {}
    LentTexts(const LentTexts&) = delete;
    LentTexts& operator=(const LentTexts&) = delete;
    ~LentTexts() { static_cast<void>(H5Dvlen_reclaim(type_, space_, H5P_DEFAULT, static_cast<void*>(texts_.data()))); }
    std::vector<std::string> copy() const {
        std::vector<std::string> copies;
        copies.reserve(texts_.size());
        for (const char* text : texts_) {
            copies.emplace_back(text == nullptr ? "" : text);
        }
        return copies;
    }

private:
    hid_t type_, space_;
    std::vector<char*> texts_;
};

std::vector<std::string> read_texts(hid_t object, bool is_attribute, const Handle& space, std::size_t count,
                                    const Place& place) {
    if (count == 0) {
        return {};
    }
    const Handle type = hdf5::text_type(place);
    return LentTexts(type.id(), space.id(), read_raw<char*>(object, is_attribute, type.id(), count, place)).copy();
}

std::size_t count_of(const Handle& space, const Place& place) {
    return static_cast<std::size_t>(require(H5Sget_simple_extent_npoints(space.id()), place, "read the shape"));
}

bool is_text(const Handle& type, const Place& place) {
    if (H5Tget_class(type.id()) != H5T_STRING) {
        return false;
    }
    if (require(H5Tis_variable_str(type.id()), place, "read the type") == 0) {
        damaged(place, "texts of fixed length");
    }
    return true;
}

Attribute read_attribute(hid_t object, const std::string& name, const Place& place) {
    const Handle attribute(H5Aopen(object, name.c_str(), H5P_DEFAULT), H5Aclose, place, "open the attribute");
    const Handle type(H5Aget_type(attribute.id()), H5Tclose, place, "read the type");
    const Handle space(H5Aget_space(attribute.id()), H5Sclose, place, "read the shape");
    const std::size_t count = count_of(space, place);
    const bool is_scalar = H5Sget_simple_extent_type(space.id()) == H5S_SCALAR;
    if (is_text(type, place)) {
        std::vector<std::string> texts = read_texts(attribute.id(), true, space, count, place);
        return is_scalar ? Attribute{name, texts.at(0)} : Attribute{name, std::move(texts)};
    }
    const H5T_class_t kind = H5Tget_class(type.id());
    if (!is_scalar || (kind != H5T_FLOAT && kind != H5T_INTEGER)) {
        damaged(place, "an attribute that is neither texts nor one number");
    }
    if (kind == H5T_FLOAT) {
        return {name, read_raw<double>(attribute.id(), true, H5T_NATIVE_DOUBLE, 1, place).at(0)};
    }
    return {name, read_raw<std::int64_t>(attribute.id(), true, H5T_NATIVE_INT64, 1, place).at(0)};
}

/// Names are asked for twice: their length, then the text.
template <class Ask>
std::string name_from(Ask ask, const Place& place) {
    const ssize_t length = require(ask(nullptr, std::size_t{0}), place, "read a name");
    std::string name(static_cast<std::size_t>(length) + 1, '\0');
    require(ask(name.data(), name.size()), place, "read a name");
    name.resize(static_cast<std::size_t>(length));
    return name;
}

std::vector<Attribute> read_attributes(hid_t object, const Place& place) {
    H5O_info_t info;
    require(H5Oget_info2(object, &info, H5O_INFO_NUM_ATTRS), place, "count attributes");
    std::vector<Attribute> attributes;
    for (hsize_t i = 0; i < info.num_attrs; ++i) {
        const std::string name = name_from(
            [&](char* text, std::size_t size) {
                return H5Aget_name_by_idx(object, ".", H5_INDEX_CRT_ORDER, H5_ITER_INC, i, text, size, H5P_DEFAULT);
            },
            place);
        if (!hdf5::is_internal_attribute(name)) {
            attributes.push_back(read_attribute(object, name, {place.path, place.object + "@" + name}));
        }
    }
    return attributes;
}

template <class Number>
std::vector<Number> read_numbers(const Handle& array, hid_t memory, std::size_t count, std::size_t file_size,
                                 const Place& place) {
    if (count / most_expansion > file_size / sizeof(Number)) {
        damaged(place, "more values than the file can hold");
    }
    return read_raw<Number>(array.id(), false, memory, count, place);
}

Variable::Data read_data(const Handle& array, std::size_t file_size, const Place& place) {
    const Handle type(H5Dget_type(array.id()), H5Tclose, place, "read the type");
    const Handle space(H5Dget_space(array.id()), H5Sclose, place, "read the shape");
    const std::size_t count = count_of(space, place);
    if (is_text(type, place)) {
        if (count > file_size) {
            damaged(place, "more texts than the file can hold");
        }
        return read_texts(array.id(), false, space, count, place);
    }
    const std::size_t size = H5Tget_size(type.id());
    const bool is_small = size <= 4;
    switch (H5Tget_class(type.id())) {
        case H5T_FLOAT:
            return is_small ? Variable::Data(read_numbers<float>(array, H5T_NATIVE_FLOAT, count, file_size, place))
                            : Variable::Data(read_numbers<double>(array, H5T_NATIVE_DOUBLE, count, file_size, place));
        case H5T_INTEGER:
            if (size == 1) {
                return read_numbers<std::uint8_t>(array, H5T_NATIVE_UINT8, count, file_size, place);
            }
            return is_small
                       ? Variable::Data(read_numbers<std::int32_t>(array, H5T_NATIVE_INT32, count, file_size, place))
                       : Variable::Data(read_numbers<std::int64_t>(array, H5T_NATIVE_INT64, count, file_size, place));
        default: damaged(place, "neither texts nor numbers");
    }
}

std::vector<hsize_t> read_shape(const Handle& array, const Place& place) {
    const Handle space(H5Dget_space(array.id()), H5Sclose, place, "read the shape");
    const int rank = require(H5Sget_simple_extent_ndims(space.id()), place, "read the shape");
    std::vector<hsize_t> shape(static_cast<std::size_t>(rank));
    require(H5Sget_simple_extent_dims(space.id(), shape.data(), nullptr), place, "read the shape");
    return shape;
}

/// Called by HDF5 for the scale of an axis; stops at the first one.
herr_t keep_name(hid_t, unsigned, hid_t scale, void* kept) {
    auto& name = *static_cast<std::array<char, 256>*>(kept);
    return H5Iget_name(scale, name.data(), name.size()) < 0 ? -1 : 1;
}

std::string dimension_of(const Handle& array, unsigned axis, const Place& place) {
    std::array<char, 256> path{};
    const herr_t found = H5DSiterate_scales(array.id(), axis, nullptr, keep_name, static_cast<void*>(path.data()));
    require(found, place, "find a dimension");
    const std::string_view name = path.data();
    if (found == 0 || name.size() < 2 || name.front() != '/') {
        damaged(place, "axis " + std::to_string(axis) + " has no named dimension");
    }
    return std::string(name.substr(1));
}

/// True for a dimension that has no coordinate variable.
bool is_only_dimension(const Handle& scale, const Place& place) {
    std::array<char, 256> name{};
    require(H5DSget_scale_name(scale.id(), name.data(), name.size()), place, "read the name of the dimension");
    return std::string_view(name.data()).starts_with(hdf5::no_coordinate);
}

std::vector<std::string> names_in(const Handle& file, const std::string& path) {
    const Place place{path, ""};
    H5G_info_t info;
    require(H5Gget_info(file.id(), &info), place, "list");
    std::vector<std::string> names;
    for (hsize_t i = 0; i < info.nlinks; ++i) {
        names.push_back(name_from(
            [&](char* text, std::size_t size) {
                return H5Lget_name_by_idx(file.id(), ".", H5_INDEX_CRT_ORDER, H5_ITER_INC, i, text, size, H5P_DEFAULT);
            },
            place));
        H5L_info_t link;
        require(H5Lget_info(file.id(), names.back().c_str(), &link, H5P_DEFAULT), place, "list");
        if (link.type != H5L_TYPE_HARD) {
            damaged({path, names.back()}, "a link to elsewhere");
        }
    }
    return names;
}

void read_object(const Handle& file, std::size_t file_size, const Place& place, Dataset& dataset) {
    const Handle array(H5Dopen2(file.id(), place.object.c_str(), H5P_DEFAULT), H5Dclose, place, "open");
    const std::vector<hsize_t> shape = read_shape(array, place);
    Variable variable{place.object, {}, {}, {}};
    if (require(H5DSis_scale(array.id()), place, "inspect") > 0) {
        if (shape.size() != 1) {
            damaged(place, "a dimension that is not a line");
        }
        dataset.dimensions.push_back({place.object, static_cast<std::size_t>(shape.front())});
        if (is_only_dimension(array, place)) {
            return;
        }
        variable.dimensions = {place.object};
    } else {
        for (unsigned axis = 0; axis < shape.size(); ++axis) {
            variable.dimensions.push_back(dimension_of(array, axis, place));
        }
    }
    variable.data = read_data(array, file_size, place);
    variable.attributes = read_attributes(array.id(), place);
    dataset.variables.push_back(std::move(variable));
}

/// Numbers of "1.1"; {-1, 0} if it is no version.
std::array<int, 2> numbers_of(std::string_view version) {
    std::array<int, 2> numbers{-1, 0};
    const auto [end, error] = std::from_chars(version.data(), version.data() + version.size(), numbers[0]);
    if (error == std::errc{} && end != version.data() + version.size() && *end == '.') {
        std::from_chars(end + 1, version.data() + version.size(), numbers[1]);
    }
    return numbers;
}

void check_version(const Dataset& dataset, const std::string& path) {
    const std::string version(text_of(dataset.attributes, "format_version"));
    const int theirs = numbers_of(version)[0];
    if (theirs < 0) {
        refuse(path,
               {"not a result file of Relève (no format_version); give the file written by `releve run -o`",
                "ce n'est pas un fichier de résultats de Relève (pas de format_version)\u00a0; donnez le fichier écrit "
                "par `releve run -o`"});
    }
    if (theirs > numbers_of(format_version)[0]) {
        const std::string ours(format_version);
        refuse(path, {"format " + version + " is newer than this program (it reads up to " + ours + "); update Relève",
                      "le format " + version + " est plus récent que ce programme (il lit jusqu'à " + ours +
                          ")\u00a0; mettez Relève à jour"});
    }
}

/// Takes the checksum away from the attributes and compares it with what was read.
void check_sum(Dataset& dataset, const std::string& path) {
    constexpr std::array<int, 2> first_with_one{1, 1};
    const std::string written(text_of(dataset.attributes, checksum_attribute));
    std::erase_if(dataset.attributes, [](const Attribute& one) { return one.name == checksum_attribute; });
    if (written.empty() && numbers_of(text_of(dataset.attributes, "format_version")) < first_with_one) {
        return;
    }
    if (written != content_crc32(dataset, dataset.attributes)) {
        throw IoError(path,
                      {"damaged, or changed by another program since Relève wrote it (its checksum does not agree) "
                       "run the simulation again",
                       "endommagé, ou modifié par un autre programme depuis que Relève l'a écrit (sa somme de "
                       "contrôle ne correspond pas) relancez la simulation"});
    }
}

}  // namespace

Dataset read_sound_dataset(const std::string& path) {
    const std::size_t file_size = check_signature(path);
    const hdf5::Quiet quiet;
    const Handle file = open_file(path);
    Dataset dataset;
    dataset.attributes = read_attributes(file.id(), {path, ""});
    check_version(dataset, path);
    for (const std::string& name : names_in(file, path)) {
        read_object(file, file_size, {path, name}, dataset);
    }
    check_sum(dataset, path);
    try {
        dataset.check();
    } catch (const ModelError& error) {
        throw IoError(path, not_ours(error.what()));
    }
    return dataset;
}

}  // namespace releve

#include "engine/base/error.hpp"
#include "engine/results/dataset_bytes.hpp"
#include "engine/results/hdf5_handle.hpp"
#include "engine/results/netcdf_file.hpp"
#include "engine/results/whole_file.hpp"

#include <cstdio>
#include <limits>
#include <map>

namespace releve {

namespace {

using hdf5::Handle;
using hdf5::Place;
using hdf5::require;

constexpr std::size_t least_compressed = 16 * 1024;  ///< [bytes] below it chunks cost more than they save
constexpr std::size_t most_chunk = 1024 * 1024;      ///< [bytes] the default chunk cache of readers
constexpr unsigned deflate_level = 4;

/// Type in the file (little-endian) and in memory for each kind of number.
struct NumberType {
    hid_t file, memory;
};
NumberType type_of(float) { return {H5T_IEEE_F32LE, H5T_NATIVE_FLOAT}; }
NumberType type_of(double) { return {H5T_IEEE_F64LE, H5T_NATIVE_DOUBLE}; }
NumberType type_of(std::int32_t) { return {H5T_STD_I32LE, H5T_NATIVE_INT32}; }
NumberType type_of(std::int64_t) { return {H5T_STD_I64LE, H5T_NATIVE_INT64}; }
NumberType type_of(std::uint8_t) { return {H5T_STD_U8LE, H5T_NATIVE_UINT8}; }

std::vector<const char*> pointers_to(const std::vector<std::string>& texts) {
    std::vector<const char*> pointers;
    pointers.reserve(texts.size());
    for (const std::string& text : texts) {
        pointers.push_back(text.c_str());
    }
    return pointers;
}

Handle dataspace(const std::vector<hsize_t>& shape, const Place& place) {
    const hid_t id =
        shape.empty() ? H5Screate(H5S_SCALAR) : H5Screate_simple(static_cast<int>(shape.size()), shape.data(), nullptr);
    return Handle(id, H5Sclose, place, "describe the shape");
}

void write_attribute(hid_t object, const char* name, hid_t type, const Handle& space, hid_t memory, const void* value,
                     const Place& place) {
    Handle attribute(H5Acreate2(object, name, type, space.id(), H5P_DEFAULT, H5P_DEFAULT), H5Aclose, place,
                     "create the attribute");
    if (value != nullptr) {
        require(H5Awrite(attribute.id(), memory, value), place, "write the attribute");
    }
    attribute.close(place);
}

struct AttributeWriter {
    hid_t object;
    const char* name;
    Place place;

    void operator()(const std::string& text) const {
        const Handle type = hdf5::text_type(place);
        const char* pointer = text.c_str();
        write_attribute(object, name, type.id(), dataspace({}, place), type.id(), static_cast<const void*>(&pointer),
                        place);
    }
    void operator()(const std::vector<std::string>& texts) const {
        const Handle type = hdf5::text_type(place);
        const auto pointers = pointers_to(texts);
        const Handle space = texts.empty() ? Handle(H5Screate(H5S_NULL), H5Sclose, place, "describe the shape")
                                           : dataspace({texts.size()}, place);
        const void* values = texts.empty() ? nullptr : static_cast<const void*>(pointers.data());
        write_attribute(object, name, type.id(), space, type.id(), values, place);
    }
    template <class Number>
    void operator()(Number number) const {
        const NumberType type = type_of(number);
        write_attribute(object, name, type.file, dataspace({}, place), type.memory, &number, place);
    }
};

void write_attributes(hid_t object, const std::vector<Attribute>& attributes, const Place& place) {
    for (const Attribute& attribute : attributes) {
        const Place at{place.path, (place.object.empty() ? "" : place.object + "@") + attribute.name};
        std::visit(AttributeWriter{object, attribute.name.c_str(), at}, attribute.value);
    }
}

/// Creation properties common to all: no times (the same data give the same bytes), order of creation kept.
Handle creation_properties(hid_t kind, const Place& place) {
    Handle properties(H5Pcreate(kind), H5Pclose, place, "prepare");
    require(H5Pset_obj_track_times(properties.id(), false), place, "prepare");
    require(H5Pset_attr_creation_order(properties.id(), H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED), place,
            "prepare");
    return properties;
}

/// The whole shape, its leading axes halved until a chunk fits: readers mostly slice by scenario and replicate.
std::vector<hsize_t> chunk_of(std::vector<hsize_t> shape, std::size_t value_size) {
    hsize_t bytes = value_size;
    for (const hsize_t length : shape) {
        bytes *= length;
    }
    for (hsize_t& length : shape) {
        while (bytes > most_chunk && length > 1) {
            bytes /= length;
            length = (length + 1) / 2;
            bytes *= length;
        }
    }
    return shape;
}

template <class Number>
void set_storage(const Handle& properties, const std::vector<hsize_t>& shape, std::size_t count, const Place& place) {
    if constexpr (std::is_floating_point_v<Number>) {
        const Number fill = std::numeric_limits<Number>::quiet_NaN();
        require(H5Pset_fill_value(properties.id(), type_of(Number{}).memory, &fill), place, "set the fill value");
    }
    if (shape.empty() || count * sizeof(Number) < least_compressed) {
        return;
    }
    const std::vector<hsize_t> chunk = chunk_of(shape, sizeof(Number));
    require(H5Pset_chunk(properties.id(), static_cast<int>(chunk.size()), chunk.data()), place, "set the chunk");
    require(H5Pset_shuffle(properties.id()), place, "set the shuffle filter");
    require(H5Pset_deflate(properties.id(), deflate_level), place, "set the deflate filter");
}

/// Creates, fills and returns one HDF5 dataset.
struct ArrayWriter {
    hid_t file;
    const char* name;
    const std::vector<hsize_t>& shape;
    bool is_coordinate;
    Place place;

    Handle create(hid_t type, const Handle& properties) const {
        const Handle space = dataspace(shape, place);
        return Handle(H5Dcreate2(file, name, type, space.id(), H5P_DEFAULT, properties.id(), H5P_DEFAULT), H5Dclose,
                      place, "create");
    }
    void write(const Handle& array, hid_t memory, const void* values) const {
        require(H5Dwrite(array.id(), memory, H5S_ALL, H5S_ALL, H5P_DEFAULT, values), place, "write");
    }
    Handle operator()(const std::vector<std::string>& texts) const {
        const Handle type = hdf5::text_type(place);
        Handle array = create(type.id(), creation_properties(H5P_DATASET_CREATE, place));
        const auto pointers = pointers_to(texts);
        write(array, type.id(), static_cast<const void*>(pointers.data()));
        return array;
    }
    template <class Number>
    Handle operator()(const std::vector<Number>& numbers) const {
        const Handle properties = creation_properties(H5P_DATASET_CREATE, place);
        set_storage<Number>(properties, shape, numbers.size(), place);
        Handle array = create(type_of(Number{}).file, properties);
        write(array, type_of(Number{}).memory, numbers.data());
        if constexpr (std::is_floating_point_v<Number>) {
            if (!is_coordinate) {
                const Number fill = std::numeric_limits<Number>::quiet_NaN();
                const NumberType type = type_of(Number{});
                write_attribute(array.id(), "_FillValue", type.file, dataspace({1}, place), type.memory, &fill, place);
            }
        }
        return array;
    }
};

std::vector<hsize_t> shape_of(const Dataset& dataset, const Variable& variable) {
    std::vector<hsize_t> shape;
    for (const std::string& name : variable.dimensions) {
        shape.push_back(dataset.find_dimension(name)->size);
    }
    return shape;
}

Handle write_array(hid_t file, const Dataset& dataset, const Variable& variable, const Place& place) {
    const std::vector<hsize_t> shape = shape_of(dataset, variable);
    const bool is_coordinate = dataset.find_dimension(variable.name) != nullptr;
    Handle array = std::visit(ArrayWriter{file, variable.name.c_str(), shape, is_coordinate, place}, variable.data);
    write_attributes(array.id(), variable.attributes, place);
    return array;
}

/// A dimension is an HDF5 dimension scale: its coordinate variable, or an array never filled whose name says so.
Handle write_scale(hid_t file, const Dataset& dataset, const Dimension& dimension, const Place& place) {
    if (const Variable* coordinate = dataset.find(dimension.name)) {
        Handle scale = write_array(file, dataset, *coordinate, place);
        require(H5DSset_scale(scale.id(), dimension.name.c_str()), place, "make it a dimension");
        return scale;
    }
    const std::string size = std::to_string(dimension.size);
    const std::string padding(size.size() < 10 ? 10 - size.size() : 0, ' ');
    const std::string name = std::string(hdf5::no_coordinate) + padding + size;
    const Handle space = dataspace({dimension.size}, place);
    const Handle properties = creation_properties(H5P_DATASET_CREATE, place);
    Handle scale(
        H5Dcreate2(file, dimension.name.c_str(), H5T_IEEE_F32BE, space.id(), H5P_DEFAULT, properties.id(), H5P_DEFAULT),
        H5Dclose, place, "create");
    require(H5DSset_scale(scale.id(), name.c_str()), place, "make it a dimension");
    return scale;
}

/// Those of the dataset, the version of the layout and the checksum of all that a reader will find.
void write_root_attributes(hid_t file, const Dataset& dataset, const std::string& path) {
    std::vector<Attribute> attributes = dataset.attributes;
    if (find_attribute(attributes, "format_version") == nullptr) {
        attributes.push_back({"format_version", std::string(format_version)});
    }
    attributes.push_back({std::string(checksum_attribute), content_crc32(dataset, attributes)});
    write_attributes(file, attributes, {path, ""});
}

void write_contents(hid_t file, const Dataset& dataset, const std::string& path) {
    std::map<std::string, Handle> scales;
    for (const Dimension& dimension : dataset.dimensions) {
        scales.emplace(dimension.name, write_scale(file, dataset, dimension, {path, dimension.name}));
    }
    for (const Variable& variable : dataset.variables) {
        if (scales.contains(variable.name)) {
            continue;
        }
        const Place place{path, variable.name};
        Handle array = write_array(file, dataset, variable, place);
        for (std::size_t axis = 0; axis < variable.dimensions.size(); ++axis) {
            const Handle& scale = scales.at(variable.dimensions[axis]);
            require(H5DSattach_scale(array.id(), scale.id(), static_cast<unsigned>(axis)), place, "attach a dimension");
        }
        array.close(place);
    }
    for (auto& [name, scale] : scales) {
        scale.close({path, name});
    }
    write_root_attributes(file, dataset, path);
}

/// The bytes of the file, made in memory: HDF5 never meets a full disk, on which it can report success.
std::vector<std::byte> file_image(const Dataset& dataset, const std::string& path) {
    const Place place{path, ""};
    const Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose, place, "prepare");
    require(H5Pset_fapl_core(access.id(), most_chunk, false), place, "prepare");
    // Newer superblocks get a wrong checksum in images made by HDF5 1.10.8, hence the old lower bound.
    require(H5Pset_libver_bounds(access.id(), H5F_LIBVER_EARLIEST, H5F_LIBVER_V18), place, "prepare");
    const Handle properties = creation_properties(H5P_FILE_CREATE, place);
    const unsigned order = H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED;
    require(H5Pset_link_creation_order(properties.id(), order), place, "prepare");
    // Only a name: nothing is opened there, but the library refuses one that is already open in this process.
    const std::string name = path + ".in-memory";
    Handle file(H5Fcreate(name.c_str(), H5F_ACC_TRUNC, properties.id(), access.id()), H5Fclose, place,
                "create in memory");
    write_contents(file.id(), dataset, path);
    require(H5Fflush(file.id(), H5F_SCOPE_LOCAL), place, "complete in memory");
    const ssize_t size = require(H5Fget_file_image(file.id(), nullptr, 0), place, "measure");
    std::vector<std::byte> image(static_cast<std::size_t>(size));
    require(H5Fget_file_image(file.id(), image.data(), image.size()), place, "copy from memory");
    file.close(place);
    return image;
}

}  // namespace

void write_dataset(const Dataset& dataset, const std::string& path) {
    dataset.check();
    std::vector<std::byte> image;
    {
        const hdf5::Quiet quiet;
        image = file_image(dataset, path);
    }
    write_whole_file(path, image);
}

}  // namespace releve

#pragma once
#include "engine/results/dataset.hpp"

#include <hdf5.h>
#include <hdf5_hl.h>
#include <string>
#include <string_view>
#include <utility>

/// The little the reader and the writer share over the HDF5 C interface. Private to engine/results.
namespace releve::hdf5 {

/// What is being worked on, for messages: "path: object: could not DO (reason given by HDF5)".
struct Place {
    std::string path;
    std::string object;
};

/// What fails when the file is damaged or cut short, in the words of users.
inline constexpr const char* opening = "open";

/// IoError with the innermost reason that HDF5 recorded.
[[noreturn]] void fail(const Place& place, const char* doing);

/// Every HDF5 call goes through this: a negative code is an error.
template <class Code>
Code require(Code code, const Place& place, const char* doing) {
    if (code < 0) {
        fail(place, doing);
    }
    return code;
}

/// An open HDF5 object. Closing may write, so the last step of a success is close(), which checks;
/// the destructor only clears up after another error.
class Handle {
public:
    using Close = herr_t (*)(hid_t);
    Handle(hid_t id, Close closer, const Place& place, const char* doing)
        : id_(require(id, place, doing)),
          close_(closer) {}
    Handle(Handle&& other) noexcept : id_(std::exchange(other.id_, -1)), close_(other.close_) {}
    Handle& operator=(Handle&& other) noexcept {
        std::swap(id_, other.id_);
        std::swap(close_, other.close_);
        return *this;
    }
    ~Handle() {
        if (id_ >= 0) {
            close_(id_);
        }
    }
    hid_t id() const { return id_; }
    void close(const Place& place) { require(close_(std::exchange(id_, -1)), place, "close"); }

private:
    hid_t id_;
    Close close_;
};

/// Keeps HDF5 from printing its error stack while alive; our exceptions say it.
class Quiet {
public:
    Quiet();
    Quiet(const Quiet&) = delete;
    Quiet& operator=(const Quiet&) = delete;
    ~Quiet();

private:
    H5E_auto2_t printer_ = nullptr;
    void* printer_data_ = nullptr;
};

/// Variable-length UTF-8 text.
Handle text_type(const Place& place);

/// Name of the scale of a dimension that has no coordinate variable starts so (netCDF-4 convention).
inline constexpr std::string_view no_coordinate = "This is a netCDF dimension but not a netCDF variable.";

/// Attributes that HDF5 and netCDF-4 write for themselves.
bool is_internal_attribute(std::string_view name);

}  // namespace releve::hdf5

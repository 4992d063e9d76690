#include "engine/results/hdf5_handle.hpp"

#include "engine/base/error.hpp"

namespace releve::hdf5 {

namespace {

/// Keeps the first message of a walk that starts at the innermost one.
herr_t keep_first(unsigned, const H5E_error2_t* error, void* kept) {
    const char*& reason = *static_cast<const char**>(kept);
    if (reason == nullptr) {
        reason = error->desc;
    }
    return 0;
}

}  // namespace

void fail(const Place& place, const char* doing) {
    const char* reason = nullptr;
    const herr_t walked = H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, keep_first, static_cast<void*>(&reason));
    const std::string why = walked >= 0 && reason != nullptr ? reason : "HDF5 gave no reason";
    if (doing == opening) {
        throw IoError(place.path,
                      {"could not open it: damaged or cut short (" + why + ") run the simulation again",
                       "impossible de l'ouvrir\u00a0: abîmé ou tronqué (" + why + ") relancez la simulation"});
    }
    throw IoError(place.path + (place.object.empty() ? "" : ": " + place.object),
                  {std::string("could not ") + doing + " (" + why + ")",
                   std::string("HDF5 n'a pas pu faire ceci\u00a0: ") + doing + " (" + why + ")"});
}

Quiet::Quiet() {
    if (H5Eget_auto2(H5E_DEFAULT, &printer_, &printer_data_) < 0 || H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr) < 0) {
        throw IoError("HDF5",
                      {"could not redirect its error messages", "impossible de détourner ses messages d'erreur"});
    }
}

Quiet::~Quiet() {
    // Failing here only leaves the library silent.
    static_cast<void>(H5Eset_auto2(H5E_DEFAULT, printer_, printer_data_));
}

Handle text_type(const Place& place) {
    Handle type(H5Tcopy(H5T_C_S1), H5Tclose, place, "make the text type");
    require(H5Tset_size(type.id(), H5T_VARIABLE), place, "make the text type");
    require(H5Tset_cset(type.id(), H5T_CSET_UTF8), place, "make the text type");
    return type;
}

bool is_internal_attribute(std::string_view name) {
    return name.starts_with('_') || name == "CLASS" || name == "NAME" || name == "DIMENSION_LIST" ||
           name == "REFERENCE_LIST" || name == "DIMENSION_LABELS";
}

}  // namespace releve::hdf5

#include "bindings/python/native/bind.hpp"
#include "bindings/python/native/texts.hpp"
#include "bindings/python/native/watched.hpp"
#include "scenarios/launch/territory.hpp"
#include "scenarios/tables/export_results.hpp"

#include <memory>
#include <pybind11/stl.h>

namespace releve::python {

namespace {

/// (files, rows hidden by secrecy, outputs left out).
py::tuple exported(const Dataset& results, const std::string& directory, std::size_t format,
                   const std::vector<std::string>& scenarios, const std::vector<std::string>& outputs,
                   const std::shared_ptr<Territory>& public_by, bool french) {
    tables::Summary summary;
    run_watched(
        [&](Watch& watch) {
            summary = tables::export_results(results,
                                             {.file = "export()",
                                              .format = static_cast<tables::ExportFormat>(format),
                                              .scenarios = scenarios,
                                              .outputs = outputs,
                                              .public_by = public_by ? &public_by->pack : nullptr,
                                              .language = french ? Language::fr : Language::en,
                                              .interrupted = [&] { return watch.stop.load(); }},
                                             directory);
        },
        py::none());
    std::vector<std::string> files;
    for (const tables::FileTold& file : summary.files) {
        files.push_back(file.name);
    }
    return py::make_tuple(files, summary.hidden, summary.left_out);
}

}  // namespace

void bind_exports(py::module_& module) {
    py::list formats;
    for (const std::string_view format : tables::export_formats) {
        formats.append(std::string(format));
    }
    module.attr("export_formats") = formats;
    module.def("export", exported);
}

}  // namespace releve::python

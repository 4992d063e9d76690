#include "bindings/python/native/bind.hpp"
#include "bindings/python/native/texts.hpp"
#include "engine/base/month.hpp"
#include "scenarios/launch/input_check.hpp"
#include "scenarios/launch/pack_table.hpp"
#include "scenarios/launch/territory.hpp"

#include <algorithm>
#include <memory>
#include <pybind11/numpy.h>
#include <pybind11/stl.h>

namespace releve::python {

namespace {

std::shared_ptr<Territory> read(const std::string& directory) { return read_territory(directory, {}); }

py::object values_of(const WrittenColumn& column) {
    if (const auto* texts = std::get_if<std::vector<std::string>>(&column.values)) {
        return py::cast(*texts);
    }
    const auto& numbers = std::get<std::vector<double>>(column.values);
    return py::array(static_cast<py::ssize_t>(numbers.size()), numbers.data());
}

/// (name, kind, values, meaning, unit) of each column.
py::list table_of(const Territory& territory, const std::string& name) {
    constexpr std::array<const char*, 10> kinds{"text",  "code", "integer", "number", "share",
                                                "month", "date", "flag",    "word",   "age_band"};
    py::list columns;
    for (const WrittenColumn& column : written_table(territory.pack, name)) {
        columns.append(py::make_tuple(std::string(column.record->name),
                                      kinds[static_cast<std::size_t>(column.record->type)], values_of(column),
                                      pair_of(column.record->meaning), std::string(column.record->unit)));
    }
    return columns;
}

py::list provenance_of(const Territory& territory) {
    py::list sources;
    for (const Provenance& one : territory.pack.provenance) {
        py::dict source;
        source["table"] = one.table;
        source["producer"] = one.producer;
        source["year"] = one.year;
        source["note"] = one.note;
        source["licence"] = one.licence;
        source["estimated"] = one.estimated;
        source["sha256"] = one.sha256;
        sources.append(source);
    }
    return sources;
}

py::dict parameters_of(const Territory& territory) {
    py::dict values;
    for (const ParameterValue& parameter : territory.pack.parameters) {
        values[py::str(parameter.path)] = parameter.value;
    }
    return values;
}

py::list laws_of(const Territory& territory) {
    py::list laws;
    for (const PensionLaw& law : territory.pack.pension_laws) {
        laws.append(law.name);
    }
    return laws;
}

py::list notes_of(const Territory& territory) {
    py::list notes;
    for (const Text& note : territory.notes) {
        notes.append(pair_of(note));
    }
    return notes;
}

py::dict pack_checked(const CheckedPack& checked) {
    py::dict rows;
    for (const auto& [table, count] : checked.rows) {
        rows[py::str(table)] = count;
    }
    py::list notes, off;
    for (const Text& note : checked.notes) {
        notes.append(pair_of(note));
    }
    for (const std::string_view process : checked.switched_off) {
        off.append(std::string(process));
    }
    py::dict told;
    told["name"] = pair_of(checked.pack.name);
    told["path"] = checked.pack.directory;
    told["rows"] = rows;
    told["notes"] = notes;
    told["switched_off"] = off;
    return told;
}

/// (packs, scenarios without any problem, problems, how many more).
py::tuple checked(const std::vector<std::string>& paths, const std::vector<std::string>& futures) {
    const InputCheck found = check_inputs(paths, futures);
    py::list packs, problems;
    for (const CheckedPack& pack : found.packs) {
        packs.append(pack_checked(pack));
    }
    for (const Problem& problem : found.problems.kept()) {
        problems.append(py::make_tuple(problem.where, pair_of(problem.what)));
    }
    return py::make_tuple(packs, found.scenarios, problems, found.problems.count() - found.problems.kept().size());
}

}  // namespace

void bind_pack(py::module_& module) {
    py::class_<Territory, std::shared_ptr<Territory>>(module, "Territory")
        .def_static("read", read)
        .def_property_readonly("name", [](const Territory& one) { return pair_of(one.pack.name); })
        .def_property_readonly("directory", [](const Territory& one) { return one.pack.directory; })
        .def_property_readonly("version", [](const Territory& one) { return one.pack.version; })
        .def_property_readonly("start", [](const Territory& one) { return to_string(one.pack.calendar.start); })
        .def_property_readonly("tables", [](const Territory& one) { return one.pack.tables_present; })
        .def_property_readonly("parameters", parameters_of)
        .def_property_readonly("laws", laws_of)
        .def_property_readonly("notes", notes_of)
        .def_property_readonly("provenance", provenance_of)
        .def("table", table_of);
    module.def("shipped_pack", shipped_pack);
    module.def("check", checked);
}

}  // namespace releve::python

#include "scenarios/audit/diagnosis.hpp"

#include "bindings/python/native/bind.hpp"
#include "bindings/python/native/texts.hpp"
#include "bindings/python/native/watched.hpp"
#include "engine/base/fill.hpp"
#include "scenarios/audit/firm/firm_blocks.hpp"
#include "scenarios/audit/pages/diagnosis_blocks.hpp"
#include "scenarios/launch/territory.hpp"

#include <memory>
#include <pybind11/stl.h>

namespace releve::python {

namespace {

constexpr std::array<const char*, 5> figures{"number", "percent", "signed_number", "euros", "bar"};

/// None, a text in both languages, a number, (mean, low, high), or False where secrecy hides it.
py::object cell_of(const report::BlockCell& cell) {
    if (const auto* text = std::get_if<Text>(&cell)) {
        return pair_of(*text);
    }
    if (const auto* value = std::get_if<double>(&cell)) {
        return py::float_(*value);
    }
    if (const auto* range = std::get_if<report::Range>(&cell)) {
        return py::make_tuple(range->mean, range->low, range->high);
    }
    return std::holds_alternative<report::Hidden>(cell) ? py::object(py::bool_(false)) : py::object(py::none());
}

py::dict table_of(const report::Block& block) {
    py::list columns, rows, notes;
    for (const report::BlockColumn& column : block.columns) {
        columns.append(py::make_tuple(std::string(column.key), pair_of(column.title),
                                      figures[static_cast<std::size_t>(column.figure)]));
    }
    for (const auto& cells : block.rows) {
        py::list row;
        for (const report::BlockCell& cell : cells) {
            row.append(cell_of(cell));
        }
        rows.append(row);
    }
    for (const std::vector<Text>* texts : {&block.before, &block.after}) {
        for (const Text& text : *texts) {
            notes.append(pair_of(text));
        }
    }
    py::dict table;
    table["name"] = std::string(block.key);
    table["title"] = pair_of(block.title);
    table["notes"] = notes;
    table["confidential"] = block.confidential;
    table["columns"] = columns;
    table["rows"] = rows;
    return table;
}

py::list tables_of(const std::vector<report::Block>& blocks) {
    py::list tables;
    for (const report::Block& block : blocks) {
        tables.append(table_of(block));
    }
    return tables;
}

/// A diagnosis points into the territory that it is of.
struct Diagnosed {
    std::shared_ptr<Territory> territory;
    std::optional<std::uint32_t> establishment;
    std::unique_ptr<audit::Diagnosis> found;
};

/// Position of an establishment; nothing if the pack has none of this identifier.
std::optional<std::uint32_t> establishment_of(const Territory& territory, const std::string& id) {
    const std::vector<EstablishmentRow>& rows = territory.pack.establishments;
    for (std::uint32_t e = 0; e < rows.size(); ++e) {
        if (rows[e].id == id) {
            return e;
        }
    }
    return std::nullopt;
}

std::shared_ptr<Diagnosed> diagnosed(const std::shared_ptr<Territory>& territory,
                                     const std::optional<std::string>& establishment, audit::DiagnosisOptions asked,
                                     const py::object& progress) {
    auto diagnosed = std::make_shared<Diagnosed>();
    diagnosed->territory = territory;
    if (establishment) {
        diagnosed->establishment = establishment_of(*territory, *establishment);
        asked.establishment = diagnosed->establishment;
    }
    Problems problems;
    run_watched(
        [&](Watch& watch) {
            asked.progress = [&](std::size_t done, std::size_t all) {
                watch.all = all;
                watch.done = done;
            };
            asked.interrupted = [&] { return watch.stop.load(); };
            diagnosed->found = audit::diagnose(territory->pack, territory->baseline, asked, problems);
        },
        progress);
    problems.raise();
    return diagnosed;
}

std::shared_ptr<Diagnosed> diagnosed_with(const std::shared_ptr<Territory>& territory,
                                          const std::optional<std::string>& establishment, std::uint32_t seed,
                                          std::uint32_t replicates, std::uint32_t gain_replicates, int threads,
                                          const std::map<std::string, double>& thresholds, const py::object& progress) {
    audit::DiagnosisOptions asked{
        .seed = seed, .replicates = replicates, .threads = threads, .gain_replicates = gain_replicates};
    for (const auto& [name, value] : thresholds) {
        asked.thresholds.push_back({name, value, "threshold " + shown(name)});
    }
    return diagnosed(territory, establishment, std::move(asked), progress);
}

}  // namespace

void bind_diagnosis(py::module_& module) {
    py::class_<Diagnosed, std::shared_ptr<Diagnosed>>(module, "Diagnosis")
        .def("tables", [](const Diagnosed& one,
                          bool confidential) { return tables_of(report::diagnosis_blocks(*one.found, confidential)); })
        .def("sheet", [](const Diagnosed& one) {
            return tables_of(report::firm_blocks(*one.found, one.establishment.value()));
        });
    module.def("diagnose", diagnosed_with, py::arg("territory"), py::arg("establishment"), py::arg("seed"),
               py::arg("replicates"), py::arg("gain_replicates"), py::arg("threads"), py::arg("thresholds"),
               py::arg("progress"));
}

}  // namespace releve::python

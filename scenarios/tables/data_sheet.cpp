#include "scenarios/tables/data_sheet.hpp"

#include "scenarios/tables/columns.hpp"
#include "scenarios/tables/figures.hpp"

#include <cmath>

namespace releve::tables {

namespace {

using exports::Cell;
using exports::Row;

/// A text as a cell; nothing for an empty one.
Cell text_cell(const std::string& text) { return text.empty() ? Cell{} : Cell{text}; }

/// Writes the rows of the parts one after the other.
class Rows {
public:
    Rows(const Source& source, DataShape shape)
        : source_(source),
          shape_(std::move(shape)),
          scenarios_(coordinate_of(source.results, "scenario", source.language)),
          periods_(coordinate_of(source.results, shape_.period, source.language)) {
        for (const std::string& axis : shape_.axes) {
            axes_.push_back(coordinate_of(source.results, axis, source.language));
        }
    }

    void write(const Part& part, const Figures& figures, const exports::PutRow& put) const {
        const std::size_t cells = cells_of(source_.results, *part.told);
        const Row first = leading(part);
        const Cell unit = unit_of(part);
        for (std::size_t period = 0; period < periods_.codes.size(); ++period) {
            for (std::size_t cell = 0; cell < cells; ++cell) {
                const std::size_t at = (part.scenario * periods_.codes.size() + period) * cells + cell;
                const bool is_hidden = hides(part, at);
                Row row = first;
                row.push_back(periods_.codes[period]);
                add_axes(row, cell);
                add_figures(row, figures, at, is_hidden);
                row.push_back(unit);
                row.push_back(status(is_hidden, figures.value[at]));
                put(row);
            }
        }
    }

    void write_replicates(const Part& part, const std::vector<double>& values, const exports::PutRow& put) const {
        const Row first = leading(part);
        const Cell unit = unit_of(part);
        const Coordinate replicates = coordinate_of(source_.results, "replicate", source_.language);
        const std::size_t count = replicates.codes.size();
        for (std::size_t replicate = 0; replicate < count; ++replicate) {
            for (std::size_t period = 0; period < periods_.codes.size(); ++period) {
                const bool is_hidden = hides(part, part.scenario * periods_.codes.size() + period);
                const double value = values[(part.scenario * count + replicate) * periods_.codes.size() + period];
                Row row = first;
                row.push_back(replicates.codes[replicate]);
                row.push_back(periods_.codes[period]);
                row.push_back(number(value, is_hidden, true));
                row.push_back(unit);
                row.push_back(status(is_hidden, value));
                put(row);
            }
        }
    }

private:
    Row leading(const Part& part) const {
        Row row;
        if (shape_.names_outputs) {
            const bool french = source_.language == Language::fr;
            row.push_back(part.told->name);
            row.push_back(text_cell(said_of(*part.told->value, "long_name", french)));
        }
        row.push_back(scenarios_.codes[part.scenario]);
        row.push_back(text_cell(scenarios_.labels[part.scenario]));
        return row;
    }

    bool hides(const Part& part, std::size_t at) const {
        const auto hidden = source_.hidden.find(part.told->name);
        return hidden != source_.hidden.end() && hidden->second[at];
    }
    Cell unit_of(const Part& part) const {
        return text_cell(worded(source_, text_of(part.told->value->attributes, "units")));
    }

    /// The last axis varies fastest.
    void add_axes(Row& row, std::size_t cell) const {
        std::size_t rest = cells();
        for (const Coordinate& axis : axes_) {
            rest /= axis.codes.size();
            const std::size_t at = cell / rest % axis.codes.size();
            row.push_back(axis.codes[at]);
            row.push_back(text_cell(axis.labels[at]));
        }
    }
    std::size_t cells() const {
        std::size_t all = 1;
        for (const Coordinate& axis : axes_) {
            all *= axis.codes.size();
        }
        return all;
    }

    Cell status(bool is_hidden, double value) const {
        return is_hidden               ? Cell{std::string(hidden_mark)}
               : !std::isfinite(value) ? Cell{std::string(missing_mark)}
                                       : Cell{};
    }
    /// The main figure of a row is marked where it is missing; a spread that one replicate cannot tell is left blank.
    Cell number(double value, bool is_hidden, bool is_main) const {
        const bool is_there = std::isfinite(value);
        if (is_hidden || (!is_there && is_main)) {
            return source_.for_people ? status(is_hidden, value) : Cell{};
        }
        return is_there ? Cell{value} : Cell{};
    }

    void add_figures(Row& row, const Figures& figures, std::size_t at, bool is_hidden) const {
        const auto add = [&](bool is_column, const std::vector<double>& numbers, bool is_main = false) {
            if (is_column) {
                row.push_back(numbers.empty() ? Cell{} : number(numbers[at], is_hidden, is_main));
            }
        };
        static const std::vector<double> none;
        add(true, figures.value, true);
        add(shape_.spread, figures.deviation);
        for (std::size_t q = 0; q < shape_.quantiles.size(); ++q) {
            add(true, figures.quantiles.empty() ? none : figures.quantiles[q]);
        }
        add(shape_.differences, figures.difference);
        add(shape_.differences && shape_.spread, figures.paired);
    }

    const Source& source_;
    DataShape shape_;
    Coordinate scenarios_, periods_;
    std::vector<Coordinate> axes_;
};

exports::Sheet titled(const Source& source, std::string name, const std::vector<ColumnTold>& columns) {
    exports::Sheet sheet{std::move(name), {}, {}};
    for (const ColumnTold& column : columns) {
        sheet.columns.push_back({heading_of(source, column), column.width});
    }
    return sheet;
}

}  // namespace

exports::Sheet data_sheet(const Source& source, std::string name, const std::vector<Part>& parts, bool name_outputs) {
    exports::Sheet sheet = titled(source, std::move(name), data_columns(source, parts, name_outputs));
    sheet.stream = [&source, parts, name_outputs](const exports::PutRow& put) {
        const Rows rows(source, shape_of(source, parts, name_outputs));
        const Told* of = nullptr;
        Figures figures;
        for (const Part& part : parts) {
            if (source.before_part) {
                source.before_part();
            }
            if (part.told != of) {
                of = part.told;
                figures = figures_of(source.results, *of, source.references);
            }
            rows.write(part, figures, put);
        }
    };
    return sheet;
}

exports::Sheet replicate_sheet(const Source& source, const Told& told) {
    exports::Sheet sheet = titled(source, told.name, replicate_columns(told));
    sheet.stream = [&source, &told](const exports::PutRow& put) {
        const Rows rows(source, shape_of(source, {{&told, 0}}, false));
        const std::vector<double> values = written_numbers_of(*told.value);
        for (const std::size_t scenario : source.scenarios) {
            rows.write_replicates({&told, scenario}, values, put);
        }
    };
    return sheet;
}

}  // namespace releve::tables

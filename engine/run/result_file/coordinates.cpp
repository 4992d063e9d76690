#include "engine/run/result_file/parts.hpp"
#include "engine/run/result_file/records.hpp"

#include <fmt/format.h>
#include <set>

namespace releve {

namespace {

/// Codes of one dimension and their names in both languages.
struct Coordinate {
    std::string name;
    std::vector<std::string> codes;
    std::vector<Text> labels;
    void add(std::string_view code, Text label) {
        codes.emplace_back(code);
        labels.push_back(std::move(label));
    }
};

template <std::size_t size>
void add_words(Coordinate& axis, const std::array<Word, size>& words) {
    for (const Word& word : words) {
        axis.add(word.code, {std::string(word.label.en), std::string(word.label.fr)});
    }
}

void add_codes(Coordinate& axis, const CodeList& list, std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        axis.add(list.codes[i], list.names[i]);
    }
}

/// Zones of interest only: they come first in the state, in the order of their table.
void add_zones(Coordinate& axis, const Pack& pack) {
    for (std::size_t i = 0; i < pack.zones.size(); ++i) {
        if (pack.zones[i].inside) {
            axis.add(pack.zone_codes.codes[i], pack.zone_codes.names[i]);
        }
    }
}

void add_ages(Coordinate& axis) {
    for (std::size_t band = 0; band < result_age_bands; ++band) {
        const std::size_t from = 15 + 5 * band;
        const bool last = band + 1 == result_age_bands;
        axis.add(last ? fmt::format("{}+", from) : fmt::format("{}-{}", from, from + 4),
                 last ? Text{fmt::format("{} and over", from), fmt::format("{} ans et plus", from)}
                      : Text{fmt::format("{} to {}", from, from + 4), fmt::format("{} à {} ans", from, from + 4)});
    }
}

/// The audited ones are named by what they do and where, for whoever does not know the codes by heart.
void add_establishments(Coordinate& axis, const Pack& pack, bool audited) {
    for (const EstablishmentRow& row : pack.establishments) {
        if (!audited) {
            axis.add(row.id, {row.id, row.id});
        } else if (row.audited) {
            const Text& sector = pack.sectors.names[row.sector];
            const Text& zone = pack.zone_codes.names[row.zone];
            axis.add(row.id, {fmt::format("{}: {}, {}", row.id, sector.en, zone.en),
                              fmt::format("{}\u00a0: {}, {}", row.id, sector.fr, zone.fr)});
        }
    }
}

Coordinate coordinate_of(Axis axis, const Pack& pack) {
    Coordinate coordinate{std::string(axis_words[static_cast<std::size_t>(axis)].code), {}, {}};
    switch (axis) {
        case Axis::occupation: add_codes(coordinate, pack.occupations, pack.occupations.size()); break;
        case Axis::zone: add_zones(coordinate, pack); break;
        case Axis::sector: add_codes(coordinate, pack.sectors, pack.sectors.size()); break;
        case Axis::competence: add_codes(coordinate, pack.competences, pack.competences.size()); break;
        case Axis::sex: add_words(coordinate, sex_words); break;
        case Axis::age: add_ages(coordinate); break;
        case Axis::contract: add_words(coordinate, contract_words); break;
        case Axis::separation_kind: add_words(coordinate, separation_words); break;
        case Axis::hire_origin: add_words(coordinate, hire_origin_words); break;
        case Axis::insertion_exit: add_words(coordinate, insertion_exit_words); break;
        case Axis::establishment: add_establishments(coordinate, pack, false); break;
        case Axis::audited: add_establishments(coordinate, pack, true); break;
        case Axis::size:
            for (const SizeBand& band : size_bands) {
                coordinate.add(band.word.code, {std::string(band.word.label.en), std::string(band.word.label.fr)});
            }
            break;
    }
    return coordinate;
}

void add_coordinate(Dataset& dataset, const Coordinate& axis) {
    const Label long_name = dimension_record(axis.name).label;
    std::vector<std::string> english;
    std::vector<std::string> french;
    for (const Text& label : axis.labels) {
        english.push_back(label.en);
        french.push_back(label.fr);
    }
    const Attribute name{"long_name", std::string(long_name.en)};
    const Attribute name_fr{"long_name_fr", std::string(long_name.fr)};
    dataset.dimensions.push_back({axis.name, axis.codes.size()});
    dataset.variables.push_back({axis.name, {axis.name}, axis.codes, {name, name_fr}});
    dataset.variables.push_back({axis.name + "_label_en", {axis.name}, english, {name}});
    dataset.variables.push_back({axis.name + "_label_fr", {axis.name}, french, {name_fr}});
}

void add_plain(Dataset& dataset, std::string name, Variable::Data data) {
    const Label long_name = dimension_record(name).label;
    Variable variable{name,
                      {name},
                      std::move(data),
                      {{"long_name", std::string(long_name.en)}, {"long_name_fr", std::string(long_name.fr)}}};
    dataset.dimensions.push_back({std::move(name), variable.size()});
    dataset.variables.push_back(std::move(variable));
}

}  // namespace

void add_coordinates(Dataset& dataset, const std::vector<Scenario>& scenarios, const Plan& plan,
                     std::uint32_t replicates) {
    Coordinate names{"scenario", {}, {}};
    for (const Scenario& scenario : scenarios) {
        names.add(scenario.id, scenario.name);
    }
    add_coordinate(dataset, names);
    std::vector<std::int32_t> numbers(replicates);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        numbers[i] = static_cast<std::int32_t>(i);
    }
    add_plain(dataset, "replicate", numbers);
    std::vector<std::string> months;
    std::vector<std::int32_t> years;
    for (int month = 0; month < plan.setting.horizon; ++month) {
        const Month date = plan.setting.calendar.date(month);
        months.push_back(to_string(date));
        if (years.empty() || years.back() != date.year()) {
            years.push_back(date.year());
        }
    }
    add_plain(dataset, "month", months);
    add_plain(dataset, "year", years);
    add_plain(dataset, "quantile", std::vector<double>(kept_quantiles.begin(), kept_quantiles.end()));
    std::set<Axis> used;
    for (const Output* output : all_outputs()) {
        if (is_given(*output, plan.setting.pack)) {
            used.insert(output->axes.begin(), output->axes.end());
        }
    }
    for (const Axis axis : used) {
        add_coordinate(dataset, coordinate_of(axis, plan.setting.pack));
    }
}

}  // namespace releve

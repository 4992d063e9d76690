#include "engine/run/result_dataset.hpp"

#include "engine/inputs/scenario_reader.hpp"

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fmt/format.h>
#include <limits>
#include <set>

namespace releve {

namespace {

constexpr std::string_view caution = "Projection of what follows from stated assumptions; not a forecast.";
constexpr std::string_view caution_fr = "Projection de ce qui découle d'hypothèses déclarées\u00a0; pas une prévision.";

// ---- coordinates ----

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

void add_coordinate(Dataset& dataset, const Coordinate& axis, Label long_name) {
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

void add_plain(Dataset& dataset, std::string name, Variable::Data data, Label long_name) {
    Variable variable{name,
                      {name},
                      std::move(data),
                      {{"long_name", std::string(long_name.en)}, {"long_name_fr", std::string(long_name.fr)}}};
    dataset.dimensions.push_back({std::move(name), variable.size()});
    dataset.variables.push_back(std::move(variable));
}

void add_coordinates(Dataset& dataset, const std::vector<Scenario>& scenarios, const Plan& plan,
                     std::uint32_t replicates) {
    Coordinate names{"scenario", {}, {}};
    for (const Scenario& scenario : scenarios) {
        names.add(scenario.id, scenario.name);
    }
    add_coordinate(dataset, names, {"scenario; the first is the baseline", "scénario ; le premier sert de référence"});
    std::vector<std::int32_t> numbers(replicates);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        numbers[i] = static_cast<std::int32_t>(i);
    }
    add_plain(dataset, "replicate", numbers,
              {"replicate: one draw of chance, the same for every scenario",
               "réplique : un tirage du hasard, le même pour tous les scénarios"});
    std::vector<std::string> months;
    std::vector<std::int32_t> years;
    for (int month = 0; month < plan.setting.horizon; ++month) {
        const Month date = plan.setting.calendar.date(month);
        months.push_back(to_string(date));
        if (years.empty() || years.back() != date.year()) {
            years.push_back(date.year());
        }
    }
    add_plain(dataset, "month", months, {"month, at its end", "mois, à sa fin"});
    add_plain(dataset, "year", years, {"year, at its end", "année, à sa fin"});
    add_plain(dataset, "quantile", std::vector<double>(kept_quantiles.begin(), kept_quantiles.end()),
              {"order of the quantile over replicates", "ordre du quantile sur les répliques"});
    std::set<Axis> used;
    for (const Output* output : all_outputs()) {
        if (is_given(*output, plan.setting.pack)) {
            used.insert(output->axes.begin(), output->axes.end());
        }
    }
    for (const Axis axis : used) {
        add_coordinate(dataset, coordinate_of(axis, plan.setting.pack),
                       axis_words[static_cast<std::size_t>(axis)].label);
    }
}

// ---- outputs ----

/// What a variable tells of its output over replicates or cells.
constexpr Label as_it_is{"", ""};
constexpr Label mean_of_replicates{"mean", "moyenne"};
constexpr Label deviation_of_replicates{"standard deviation", "écart-type"};
constexpr Label quantiles_of_replicates{"quantiles", "quantiles"};
constexpr Label total_of_cells{"total", "total"};

std::vector<Attribute> attributes_of(const Output& output, Label statistic) {
    const auto named = [&](Language language) {
        const std::string label(output.label.in(language));
        return statistic.en.empty() ? label : fmt::format("{} ({})", label, statistic.in(language));
    };
    return {{"units", std::string(output.unit)},
            {"long_name", named(Language::en)},
            {"long_name_fr", named(Language::fr)},
            {"comment", std::string(output.meaning.en)},
            {"comment_fr", std::string(output.meaning.fr)},
            {"kind", std::string(output_kind_names[static_cast<std::size_t>(output.kind)])},
            {"formula", std::string(output.formula)},
            {"adds_up", std::string(output.adds_up)},
            {"source", std::string(output.source)}};
}

std::string period_of(const Output& output) { return output.period == Period::month ? "month" : "year"; }

/// Type 7 of Hyndman and Fan (1996); the values sorted.
double quantile_of(const std::vector<double>& sorted, double order) {
    const double place = static_cast<double>(sorted.size() - 1) * order;
    const auto below = static_cast<std::size_t>(place);
    const std::size_t above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (place - std::floor(place)) * (sorted[above] - sorted[below]);
}

/// Mean, spread and quantiles over replicates of every cell of one output in one scenario.
struct Spread {
    std::vector<float> mean, deviation;
    std::array<std::vector<float>, kept_quantiles.size()> quantiles;
};

Spread spread_of(const std::vector<ReplicateResult>& runs, std::size_t output) {
    Spread spread;
    std::vector<double> values(runs.size());
    const auto n = static_cast<double>(runs.size());
    for (std::size_t cell = 0; cell < runs.front().values[output].size(); ++cell) {
        double sum = 0;
        for (std::size_t i = 0; i < runs.size(); ++i) {
            values[i] = double{runs[i].values[output][cell]};
            sum += values[i];
        }
        double squares = 0;
        for (const double value : values) {
            squares += (value - sum / n) * (value - sum / n);
        }
        spread.mean.push_back(static_cast<float>(sum / n));
        spread.deviation.push_back(runs.size() < 2 ? std::numeric_limits<float>::quiet_NaN()
                                                   : static_cast<float>(std::sqrt(squares / (n - 1))));
        std::sort(values.begin(), values.end());
        for (std::size_t q = 0; q < kept_quantiles.size(); ++q) {
            spread.quantiles[q].push_back(static_cast<float>(quantile_of(values, kept_quantiles[q])));
        }
    }
    return spread;
}

void append(std::vector<float>& to, const std::vector<float>& from) { to.insert(to.end(), from.begin(), from.end()); }

std::vector<std::string> breakdown_dimensions(const Output& output) {
    std::vector<std::string> dimensions{"scenario", period_of(output)};
    for (const Axis axis : output.axes) {
        dimensions.emplace_back(axis_words[static_cast<std::size_t>(axis)].code);
    }
    return dimensions;
}

void add_mean(Dataset& dataset, const EnsembleResult& result, std::size_t index) {
    const Output& output = *all_outputs()[index];
    std::vector<float> mean;
    for (std::size_t scenario = 0; scenario < result.runs.size(); ++scenario) {
        for (const double sum : result.sums[scenario][index]) {
            mean.push_back(static_cast<float>(sum / static_cast<double>(result.runs[scenario].size())));
        }
    }
    dataset.variables.push_back({std::string(output.name), breakdown_dimensions(output), std::move(mean),
                                 attributes_of(output, mean_of_replicates)});
}

void add_breakdown(Dataset& dataset, const EnsembleResult& result, std::size_t index) {
    const Output& output = *all_outputs()[index];
    const std::string name(output.name);
    std::vector<std::string> dimensions = breakdown_dimensions(output);
    std::vector<float> mean;
    std::vector<float> deviation;
    std::vector<float> quantiles;
    for (const std::vector<ReplicateResult>& runs : result.runs) {
        const Spread spread = spread_of(runs, index);
        append(mean, spread.mean);
        append(deviation, spread.deviation);
        for (const std::vector<float>& quantile : spread.quantiles) {
            append(quantiles, quantile);
        }
    }
    dataset.variables.push_back({name, dimensions, std::move(mean), attributes_of(output, mean_of_replicates)});
    dataset.variables.push_back(
        {name + "_sd", dimensions, std::move(deviation), attributes_of(output, deviation_of_replicates)});
    dimensions.insert(dimensions.begin() + 1, "quantile");
    dataset.variables.push_back(
        {name + "_q", dimensions, std::move(quantiles), attributes_of(output, quantiles_of_replicates)});
}

/// "hires_by_origin" splits "hires", which keeps every replicate itself.
bool another_gives_the_sum(const Output& output) {
    const std::string_view stem = output.name.substr(0, output.name.find("_by_"));
    return std::any_of(all_outputs().begin(), all_outputs().end(),
                       [&](const Output* other) { return other->axes.empty() && other->name == stem; });
}

void add_by_replicate(Dataset& dataset, const EnsembleResult& result, const Pack& pack, std::size_t index) {
    const Output& output = *all_outputs()[index];
    const std::size_t cells = cells_of(output, pack);
    std::vector<float> values;
    for (const std::vector<ReplicateResult>& runs : result.runs) {
        for (const ReplicateResult& run : runs) {
            const std::vector<float>& all = run.values[index];
            for (std::size_t first = 0; first < all.size(); first += cells) {
                double sum = 0;
                for (std::size_t cell = 0; cell < cells; ++cell) {
                    sum += double{all[first + cell]};
                }
                values.push_back(static_cast<float>(sum));
            }
        }
    }
    const bool total = !output.axes.empty();
    dataset.variables.push_back({std::string(output.name) + (total ? "_total" : ""),
                                 {"scenario", "replicate", period_of(output)},
                                 std::move(values),
                                 attributes_of(output, total ? total_of_cells : as_it_is)});
}

void add_outputs(Dataset& dataset, const EnsembleResult& result, const Pack& pack) {
    for (std::size_t i = 0; i < all_outputs().size(); ++i) {
        const Output& output = *all_outputs()[i];
        if (!is_given(output, pack)) {
            continue;
        }
        if (output.mean_only) {
            add_mean(dataset, result, i);
            continue;
        }
        if (!output.axes.empty()) {
            add_breakdown(dataset, result, i);
        }
        if (output.axes.empty() || (output.kind != OutputKind::rate && !another_gives_the_sum(output))) {
            add_by_replicate(dataset, result, pack, i);
        }
    }
}

// ---- attributes ----

/// Bytes that are not UTF-8 become U+FFFD: a file name may hold any byte, a result file may not.
std::string valid_utf8(std::string_view text) {
    std::string valid;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        const std::size_t length = lead < 0x80                   ? 1
                                   : lead >= 0xC2 && lead < 0xE0 ? 2
                                   : lead >= 0xE0 && lead < 0xF0 ? 3
                                   : lead >= 0xF0 && lead < 0xF5 ? 4
                                                                 : 0;
        bool good = length > 0 && i + length <= text.size() && lead != 0;
        for (std::size_t k = 1; good && k < length; ++k) {
            good = (static_cast<unsigned char>(text[i + k]) & 0xC0u) == 0x80u;
        }
        valid += good ? text.substr(i, length) : "\uFFFD";
        i += good ? length : 1;
    }
    return valid;
}

/// The scenario as it would stand beside its pack: no folder of this machine in it.
std::string resolved_text(Scenario scenario, const std::string& pack_name) {
    scenario.pack_directory = pack_name;
    return valid_utf8(to_toml(scenario));
}

std::vector<double> values_of(const Pack& pack, const Scenario& scenario, const ParameterOwner& owner) {
    std::vector<ParameterValue> given = pack.parameters;
    given.insert(given.end(), scenario.parameters.begin(), scenario.parameters.end());
    Problems known_to_be_none;
    const ParameterValues all(given, known_to_be_none);
    const std::span<const double> values = all.of(owner.name);
    return {values.begin(), values.end()};
}

/// Every parameter of the first scenario, then what the others change.
std::vector<std::string> parameter_lines(const Pack& pack, const std::vector<Scenario>& scenarios) {
    std::vector<std::string> lines;
    std::vector<std::string> changes;
    for (const ParameterOwner& owner : parameter_owners()) {
        const std::vector<double> first = values_of(pack, scenarios.front(), owner);
        for (std::size_t p = 0; p < first.size(); ++p) {
            lines.push_back(fmt::format("{}.{} = {} [{}]", owner.name, owner.parameters[p].name, first[p],
                                        owner.parameters[p].unit));
        }
        for (std::size_t s = 1; s < scenarios.size(); ++s) {
            const std::vector<double> other = values_of(pack, scenarios[s], owner);
            for (std::size_t p = 0; p < first.size(); ++p) {
                if (other[p] != first[p]) {
                    changes.push_back(fmt::format("{}: {}.{} = {} [{}]", valid_utf8(scenarios[s].id), owner.name,
                                                  owner.parameters[p].name, other[p], owner.parameters[p].unit));
                }
            }
        }
    }
    lines.insert(lines.end(), changes.begin(), changes.end());
    return lines;
}

std::vector<std::string> input_lines(const Pack& pack, const std::vector<Scenario>& scenarios) {
    std::vector<std::string> lines;
    const auto add = [&](const std::pair<std::string, std::string>& file) {
        const std::string name = std::filesystem::path(file.first).filename().string();
        const std::string line = valid_utf8(name) + " sha256:" + file.second;
        if (std::find(lines.begin(), lines.end(), line) == lines.end()) {
            lines.push_back(line);
        }
    };
    std::for_each(pack.file_hashes.begin(), pack.file_hashes.end(), add);
    for (const Scenario& scenario : scenarios) {
        std::for_each(scenario.file_hashes.begin(), scenario.file_hashes.end(), add);
    }
    return lines;
}

std::vector<std::string> synthesis_lines(const SynthesisReport& report) {
    return {fmt::format("residents = {}", report.residents),
            fmt::format("posts = {}", report.posts),
            fmt::format("in_commuters = {}", report.in_commuters),
            fmt::format("out_commuters = {}", report.out_commuters),
            fmt::format("population_residual = {}", report.population_residual),
            fmt::format("employment_residual = {}", report.employment_residual)};
}

std::vector<std::string> switched_off_lines(const Plan& plan) {
    return {plan.switched_off.begin(), plan.switched_off.end()};
}

std::vector<Attribute> root_attributes(const EnsembleResult& result, const std::vector<Plan>& plans,
                                       const std::vector<Scenario>& scenarios, const Pack& pack,
                                       const RunDescription& run) {
    std::vector<std::string> resolved;
    for (const Scenario& scenario : scenarios) {
        resolved.push_back(resolved_text(scenario, run.pack_name));
    }
    const Setting& setting = plans.front().setting;
    std::vector<Attribute> attributes{{"Conventions", "CF-1.10, Releve-1.0"},
                                      {"title", "Relève: " + pack.name.en},
                                      {"territory_en", pack.name.en},
                                      {"territory_fr", pack.name.fr},
                                      {"pack", valid_utf8(run.pack_name)},
                                      {"pack_version", pack.version},
                                      {"engine_version", run.engine_version},
                                      {"source_revision", run.source_revision},
                                      {"command_line", valid_utf8(run.command_line)},
                                      {"seed", static_cast<std::int64_t>(run.seed)},
                                      {"replicates", static_cast<std::int64_t>(run.replicates)},
                                      {"start", to_string(setting.calendar.start)},
                                      {"step_months", setting.calendar.step},
                                      {"persons_per_agent", pack.persons_per_agent},
                                      {"horizon", to_string(setting.calendar.date(setting.horizon - 1))},
                                      {"inputs", input_lines(pack, scenarios)},
                                      {"scenarios", resolved},
                                      {"synthesis", synthesis_lines(result.synthesis)},
                                      {"parameters", parameter_lines(pack, scenarios)},
                                      {"caution", std::string(caution)},
                                      {"caution_fr", std::string(caution_fr)}};
    if (!plans.front().switched_off.empty()) {
        attributes.push_back({"switched_off", switched_off_lines(plans.front())});
    }
    return attributes;
}

}  // namespace

Dataset make_dataset(const EnsembleResult& result, const std::vector<Plan>& plans,
                     const std::vector<Scenario>& scenarios, const Pack& pack, const RunDescription& run) {
    Dataset dataset;
    add_coordinates(dataset, scenarios, plans.front(), run.replicates);
    add_outputs(dataset, result, pack);
    dataset.attributes = root_attributes(result, plans, scenarios, pack, run);
    dataset.check();
    return dataset;
}

}  // namespace releve

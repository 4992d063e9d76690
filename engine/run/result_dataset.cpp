#include "engine/inputs/scenario_reader.hpp"
#include "engine/run/result_file/parts.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace releve {

namespace {

constexpr std::string_view caution = "Projection of what follows from stated assumptions; not a forecast.";
constexpr std::string_view caution_fr = "Projection de ce qui découle d'hypothèses déclarées\u00a0; pas une prévision.";

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
    std::vector<std::string> lines{fmt::format("residents = {}", report.residents),
                                   fmt::format("posts = {}", report.posts),
                                   fmt::format("in_commuters = {}", report.in_commuters),
                                   fmt::format("out_commuters = {}", report.out_commuters),
                                   fmt::format("population_residual = {}", report.population_residual),
                                   fmt::format("employment_residual = {}", report.employment_residual)};
    if (report.known_workers > 0) {
        lines.push_back(fmt::format("known_workers = {}", report.known_workers));
        lines.push_back(fmt::format("known_of_other_kind = {}", report.known_of_other_kind));
    }
    return lines;
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

std::vector<std::size_t> references_of(const std::vector<Scenario>& scenarios) {
    const auto future_of = [](const Scenario& scenario) { return scenario.future ? scenario.future->id : ""; };
    std::vector<std::size_t> references;
    for (const Scenario& scenario : scenarios) {
        const auto first = std::find_if(scenarios.begin(), scenarios.end(),
                                        [&](const Scenario& other) { return future_of(other) == future_of(scenario); });
        references.push_back(static_cast<std::size_t>(first - scenarios.begin()));
    }
    return references;
}

Dataset make_dataset(const EnsembleResult& result, const std::vector<Plan>& plans,
                     const std::vector<Scenario>& scenarios, const Pack& pack, const RunDescription& run) {
    Dataset dataset;
    add_coordinates(dataset, scenarios, plans.front(), run.replicates);
    add_outputs(dataset, result, pack, references_of(scenarios));
    add_inputs(dataset, pack);
    dataset.attributes = root_attributes(result, plans, scenarios, pack, run);
    dataset.check();
    return dataset;
}

}  // namespace releve

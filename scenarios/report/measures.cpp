#include "scenarios/report/measures.hpp"

#include "engine/base/error.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace releve::report {

namespace {

/// Which way is better is a judgement of this report, not a property of an output.
constexpr std::array<std::pair<std::string_view, Better>, 14> wishes{{
    {"unfilled_posts", Better::lower},
    {"searches_abandoned", Better::lower},
    {"hiring_gap_total", Better::lower},
    {"unemployed", Better::lower},
    {"unemployment_rate", Better::lower},
    {"long_term_unemployed", Better::lower},
    {"know_how", Better::higher},
    {"competence_shortage_total", Better::lower},
    {"competence_coverage", Better::higher},
    {"employment", Better::higher},
    {"posts", Better::higher},
    {"working_residents_by_age_total", Better::higher},
    {"unfilled_inequality", Better::lower},
    {"cost", Better::lower},
}};

Better wish_for(std::string_view variable) {
    for (const auto& [name, better] : wishes) {
        if (name == variable) {
            return better;
        }
    }
    return Better::neither;
}

template <class Value>
const std::vector<Value>& data_of(const Variable& variable) {
    const auto* values = std::get_if<std::vector<Value>>(&variable.data);
    if (values == nullptr) {
        throw InputError({{variable.name,
                           {"unexpected type in the result file (was it edited?) run again",
                            "type inattendu dans le fichier de résultats (a-t-il été modifié\u00a0?) "
                            "relancez la simulation"}}});
    }
    return *values;
}

bool keeps_replicates(const Variable& variable) {
    const std::vector<std::string>& on = variable.dimensions;
    return on.size() == 3 && on[0] == "scenario" && on[1] == "replicate" && (on[2] == "month" || on[2] == "year") &&
           (std::holds_alternative<std::vector<float>>(variable.data) ||
            std::holds_alternative<std::vector<double>>(variable.data));
}

struct Periods {
    std::size_t first = 0, last = 0;  ///< both included
};

/// Positions of a year on the time dimension of a variable; nothing there: last < first.
Periods periods_of(const Dataset& results, bool monthly, int year) {
    Periods periods{1, 0};
    const std::vector<std::string> months = monthly ? codes_of(results, "month") : std::vector<std::string>{};
    const std::vector<int> years = years_of(results);
    const std::size_t count = monthly ? months.size() : years.size();
    for (std::size_t i = 0; i < count; ++i) {
        const bool here = monthly ? months[i].substr(0, 4) == std::to_string(year) : years[i] == year;
        if (here) {
            periods.first = periods.last < periods.first ? i : periods.first;
            periods.last = i;
        }
    }
    return periods;
}

Measure measure(std::string variable, Over over, Text label, double scale = 1, int decimals = 0) {
    const Better better = wish_for(variable);
    return {std::move(variable), over, better, std::move(label), scale, decimals};
}

}  // namespace

std::string_view code_of(Over over) {
    constexpr std::array<std::string_view, 3> codes{"at_end", "in_year", "since_start"};
    return codes[static_cast<std::size_t>(over)];
}

std::vector<double> values_of(const Dataset& results, const Measure& measure, std::size_t scenario, int year) {
    const Variable* variable = results.find(measure.variable);
    if (variable == nullptr || !keeps_replicates(*variable)) {
        return {};
    }
    const std::string& time = variable->dimensions[2];
    const Periods periods = periods_of(results, time == "month", year);
    if (periods.last < periods.first) {
        return {};
    }
    const std::size_t replicates = results.find_dimension("replicate")->size;
    const std::size_t length = results.find_dimension(time)->size;
    const auto* single = std::get_if<std::vector<float>>(&variable->data);
    const auto value_at = [&](std::size_t i) {
        return single != nullptr ? double{(*single)[i]} : std::get<std::vector<double>>(variable->data)[i];
    };
    const std::size_t from = measure.over == Over::at_end    ? periods.last
                             : measure.over == Over::in_year ? periods.first
                                                             : 0;
    std::vector<double> values;
    for (std::size_t replicate = 0; replicate < replicates; ++replicate) {
        const std::size_t row = (scenario * replicates + replicate) * length;
        double sum = 0;
        for (std::size_t period = from; period <= periods.last; ++period) {
            sum += value_at(row + period);
        }
        values.push_back(sum * measure.scale);
    }
    return values;
}

std::vector<Measure> all_measures(const Dataset& results) {
    std::vector<Measure> measures;
    for (const Variable& variable : results.variables) {
        if (!keeps_replicates(variable)) {
            continue;
        }
        const std::string_view kind = text_of(variable.attributes, "kind");
        const std::string_view unit = text_of(variable.attributes, "units");
        const bool rate = kind == "rate" && unit == "1";
        const Over over = kind != "flow"                      ? Over::at_end
                          : variable.dimensions[2] == "month" ? Over::since_start
                                                              : Over::in_year;
        const std::string unit_shown = rate ? ", %" : "";
        const Text label{std::string(text_of(variable.attributes, "long_name")) + unit_shown,
                         std::string(text_of(variable.attributes, "long_name_fr")) + unit_shown};
        measures.push_back(measure(variable.name, over, label, rate ? 100 : 1, rate ? 2 : 1));
    }
    return measures;
}

std::vector<Measure> baseline_measures() {
    return {
        measure("posts", Over::at_end, {"posts", "postes"}),
        measure("employment", Over::at_end, {"people in post", "personnes en poste"}),
        measure("unfilled_posts", Over::at_end, {"posts unfilled for 3 months +", "postes non pourvus (3 mois +)"}),
        measure("hiring_gap_total", Over::in_year, {"openings nobody filled, a year", "besoins non pourvus, par an"}),
        measure("retirements", Over::in_year, {"retirements, a year", "départs en retraite, par an"}),
        measure("unemployment_rate", Over::at_end, {"unemployment rate, %", "taux de chômage, %"}, 100, 1),
        measure("long_term_unemployed", Over::at_end, {"long-term unemployed", "chômeurs de longue durée"}),
        measure("competence_coverage", Over::at_end, {"competences covered, %", "compétences couvertes, %"}, 100, 1)};
}

std::vector<Measure> plan_measures() {
    return {
        measure("unfilled_posts", Over::since_start,
                {"post-months unfilled, total", "mois de poste non pourvus, cumul"}),
        measure("searches_abandoned", Over::since_start, {"searches given up, total", "recherches abandonnées, cumul"}),
        measure("competence_coverage", Over::at_end, {"competences covered, points", "compétences couvertes, points"},
                100, 2),
        measure("know_how", Over::at_end, {"house know-how held, points", "savoir-faire maison détenu, points"}, 100,
                2),
        measure("long_term_unemployed", Over::at_end, {"long-term unemployed", "chômeurs de longue durée"}),
        measure("employment", Over::at_end, {"people in post", "personnes en poste"})};
}

Measure shortage_measure() { return plan_measures().front(); }

std::optional<Measure> cost_measure(const Dataset& results) {
    const Variable* cost = results.find("cost");
    return cost != nullptr && keeps_replicates(*cost)
               ? std::optional(measure("cost", Over::since_start, {"cost, EUR, total", "coût, EUR, cumul"}))
               : std::nullopt;
}

Measure equity_measure(const Dataset& results, int last) {
    const std::vector<int> years = years_of(results);
    const auto count = std::count_if(years.begin(), years.end(), [&](int year) { return year <= last; });
    return measure("unfilled_inequality", Over::since_start,
                   {"gap between communes, points", "écart entre communes, points"}, 100 / static_cast<double>(count),
                   3);
}

std::vector<Measure> comparison_measures(const Dataset& results, int last) {
    std::vector<Measure> measures = plan_measures();
    measures.push_back(equity_measure(results, last));
    measures.push_back(measure("hires", Over::since_start, {"hires, total", "embauches, cumul"}));
    measures.push_back(
        measure("job_to_job_moves", Over::since_start, {"  from other posts here", "  d'autres postes d'ici"}));
    measures.push_back(
        measure("hires_from_outside", Over::since_start, {"  from outside the territory", "  de l'extérieur"}));
    if (auto cost = cost_measure(results)) {
        cost->scale = 1e-3;
        cost->label = {"cost, thousand EUR, total", "coût, milliers d'euros, cumul"};
        measures.push_back(*std::move(cost));
    }
    return measures;
}

std::vector<int> years_of(const Dataset& results) {
    const std::vector<std::int32_t>& years = data_of<std::int32_t>(results.at("year"));
    return {years.begin(), years.end()};
}

std::vector<std::string> codes_of(const Dataset& results, std::string_view dimension) {
    return data_of<std::string>(results.at(dimension));
}

std::vector<Text> labels_of(const Dataset& results, std::string_view dimension) {
    const std::vector<std::string> english = codes_of(results, std::string(dimension) + "_label_en");
    const std::vector<std::string> french = codes_of(results, std::string(dimension) + "_label_fr");
    std::vector<Text> labels;
    for (std::size_t i = 0; i < english.size(); ++i) {
        labels.push_back({english[i], french[i]});
    }
    return labels;
}

std::vector<int> milestone_years(const std::vector<int>& years) {
    std::vector<int> chosen;
    for (const int year : {2016, 2020, 2025, 2030}) {
        if (year < years.back() && year > years.front()) {
            chosen.push_back(year);
        }
    }
    chosen.push_back(years.back());
    return chosen;
}

}  // namespace releve::report

#include "scenarios/tables/columns.hpp"

#include "engine/base/fill.hpp"
#include "engine/inputs/formats/number.hpp"
#include "scenarios/report/typography.hpp"
#include "scenarios/tables/figures.hpp"

#include <algorithm>
#include <cmath>
#include <fmt/format.h>

namespace releve::tables {

namespace {

Text text_of(Label label) { return {std::string(label.en), std::string(label.fr)}; }

ColumnTold column(std::string key, Label title, Label meaning, double width, std::string_view type = "string") {
    return {std::move(key), text_of(title), text_of(meaning), width, type};
}

ColumnTold scenario_column() {
    return column("scenario", {"scenario", "scénario"},
                  {"code of the scenario (the name of its file)", "code du scénario (le nom de son fichier)"}, 18);
}
ColumnTold scenario_label_column() {
    return column("scenario_label", {"scenario, name", "scénario, nom"}, {"its name", "son nom"}, 26);
}
ColumnTold unit_column() {
    return column(
        "unit", {"unit", "unité"},
        {"unit of the figures of the row ('1': a ratio)", "unité des chiffres de la ligne ('1' : un rapport)"}, 14);
}
ColumnTold status_column() {
    return column(
        "status", {"status", "état"},
        {"why a figure is not there; blank when it is", "pourquoi un chiffre n'est pas là ; vide quand il y est"}, 8);
}

ColumnTold period_column(const std::string& period) {
    return period == "month" ? column("month", {"month", "mois"},
                                      {"month, 2013-01; stocks and rates are those of its end",
                                       "mois, 2013-01 ; stocks et taux sont ceux de sa fin"},
                                      9)
                             : column("year", {"year", "année"},
                                      {"year; stocks and rates are those of its last month simulated",
                                       "année ; stocks et taux sont ceux de son dernier mois simulé"},
                                      8, "integer");
}

/// An axis as the file calls it.
Text name_of_axis(const Source& source, const std::string& axis) {
    const Variable* variable = source.results.find(axis);
    const std::string_view en = variable == nullptr ? "" : releve::text_of(variable->attributes, "long_name");
    const std::string_view fr = variable == nullptr ? "" : releve::text_of(variable->attributes, "long_name_fr");
    return {std::string(en.empty() ? axis : en), std::string(fr.empty() ? axis : fr)};
}

ColumnTold code_column(const Source& source, const std::string& axis) {
    const Text name = name_of_axis(source, axis);
    return {axis, fill({"{}, code", "{}, code"}, {name}), fill({"{}: its code", "{} : son code"}, {name}), 14};
}

ColumnTold label_column(const Source& source, const std::string& axis) {
    const Text name = name_of_axis(source, axis);
    return {axis + "_label", name, fill({"{}: its name", "{} : son nom"}, {name}), 34};
}

ColumnTold quantile_column(double order) {
    const std::string percent = to_text(std::round(order * 1e8) / 1e6);
    const std::string key = fmt::format("q{}{}", order < 0.0995 ? "0" : "", percent);  // q05, q10, q50, q97.5
    return {key, fill({"quantile {} %", "quantile {} %"}, {percent}),
            fill({"{} % of the replicates are at this value or below (linear between replicates, type 7)",
                  "{} % des répliques sont à cette valeur ou au-dessous (linéaire entre répliques, type 7)"},
                 {percent}),
            12, "number"};
}

void add_figure_columns(const DataShape& shape, std::vector<ColumnTold>& columns) {
    columns.push_back(column(
        "value", {"value", "valeur"},
        {"mean over the replicates (simulated futures)", "moyenne sur les répliques (futurs simulés)"}, 12, "number"));
    if (shape.spread) {
        columns.push_back(column("sd", {"standard deviation", "écart-type"},
                                 {"standard deviation over the replicates (divisor n - 1); blank with a single one",
                                  "écart-type sur les répliques (diviseur n - 1) ; vide s'il n'y en a qu'une"},
                                 12, "number"));
    }
    for (const double order : shape.quantiles) {
        columns.push_back(quantile_column(order));
    }
    if (shape.differences) {
        columns.push_back(
            column("difference", {"difference to the reference", "écart à la référence"},
                   {"value less that of the reference scenario: the first of the file, or of the same future",
                    "valeur moins celle du scénario de référence : le premier du fichier, ou du même futur"},
                   12, "number"));
    }
    if (shape.differences && shape.spread) {
        columns.push_back(column(
            "difference_sd", {"standard deviation of the difference", "écart-type de l'écart"},
            {"standard deviation over the replicates of the difference, replicate by replicate: its standard error is "
             "this / sqrt(number of replicates)",
             "écart-type sur les répliques de l'écart, réplique par réplique : son erreur type est "
             "cela / racine(nombre de répliques)"},
            12, "number"));
    }
}

}  // namespace

DataShape shape_of(const Source& source, const std::vector<Part>& parts, bool name_outputs) {
    DataShape shape{parts.front().told->period, parts.front().told->axes, name_outputs};
    for (const Part& part : parts) {
        shape.spread = shape.spread || part.told->has_spread();
        if (part.told->has_quantiles()) {
            shape.quantiles = quantile_orders(source.results);
        }
    }
    shape.differences = source.references.size() > 1;
    return shape;
}

std::vector<ColumnTold> data_columns(const Source& source, const std::vector<Part>& parts, bool name_outputs) {
    const DataShape shape = shape_of(source, parts, name_outputs);
    std::vector<ColumnTold> columns;
    if (name_outputs) {
        columns.push_back(column("output", {"indicator, code", "indicateur, code"},
                                 {"code of the indicator", "code de l'indicateur"}, 26));
        columns.push_back(column("output_label", {"indicator", "indicateur"}, {"its name", "son nom"}, 34));
    }
    columns.push_back(scenario_column());
    columns.push_back(scenario_label_column());
    columns.push_back(period_column(shape.period));
    for (const std::string& axis : shape.axes) {
        columns.push_back(code_column(source, axis));
        columns.push_back(label_column(source, axis));
    }
    add_figure_columns(shape, columns);
    columns.push_back(unit_column());
    columns.push_back(status_column());
    return columns;
}

std::vector<ColumnTold> replicate_columns(const Told& told) {
    return {scenario_column(),
            scenario_label_column(),
            column("replicate", {"replicate", "réplique"},
                   {"one simulated future: the same draw of chance for every scenario",
                    "un futur simulé : le même tirage du hasard pour tous les scénarios"},
                   10, "integer"),
            period_column(told.period),
            column("value", {"value", "valeur"}, {"in this replicate", "dans cette réplique"}, 12, "number"),
            unit_column(),
            status_column()};
}

Coordinate coordinate_of(const Dataset& results, const std::string& dimension, Language language) {
    Coordinate found;
    const Variable* codes = results.find(dimension);
    const std::size_t size = size_of(results, dimension);
    if (codes == nullptr) {
        for (std::size_t i = 0; i < size; ++i) {
            found.codes.emplace_back(static_cast<double>(i));
        }
    } else if (const auto* texts = std::get_if<std::vector<std::string>>(&codes->data)) {
        found.codes.assign(texts->begin(), texts->end());
    } else {
        const std::vector<double> numbers = numbers_of(*codes);
        found.codes.assign(numbers.begin(), numbers.end());
    }
    const Variable* labels = results.find(dimension + (language == Language::fr ? "_label_fr" : "_label_en"));
    const auto* texts = labels == nullptr ? nullptr : std::get_if<std::vector<std::string>>(&labels->data);
    if (texts != nullptr && texts->size() == size) {
        found.labels = *texts;
    } else {
        found.labels = code_texts(results, dimension);
    }
    return found;
}

std::vector<std::string> code_texts(const Dataset& results, const std::string& dimension) {
    const Variable* codes = results.find(dimension);
    if (codes != nullptr && std::holds_alternative<std::vector<std::string>>(codes->data)) {
        return std::get<std::vector<std::string>>(codes->data);
    }
    std::vector<std::string> texts;
    for (std::size_t i = 0; codes == nullptr && i < size_of(results, dimension); ++i) {
        texts.push_back(std::to_string(i));
    }
    for (const double number : codes == nullptr ? std::vector<double>{} : numbers_of(*codes)) {
        texts.push_back(to_text(number));
    }
    return texts;
}

std::string axis_heading(const Source& source, const std::string& dimension) {
    return heading_of(source, dimension == "scenario" ? scenario_column() : code_column(source, dimension));
}

std::string worded(const Source& source, std::string_view code) {
    constexpr std::pair<std::string_view, std::string_view> french[] = {{"persons", "personnes"},
                                                                        {"posts", "postes"},
                                                                        {"hires", "embauches"},
                                                                        {"separations", "fins de poste"},
                                                                        {"FTE", "ETP"},
                                                                        {"establishments", "établissements"},
                                                                        {"competences", "compétences"},
                                                                        {"transfers", "reprises"},
                                                                        {"EUR", "€"},
                                                                        {"stock", "stock"},
                                                                        {"flow", "flux"},
                                                                        {"rate", "taux"},
                                                                        {"month", "mois"},
                                                                        {"year", "année"}};
    if (source.for_people && source.language == Language::fr) {
        for (const auto& [known, word] : french) {
            if (known == code) {
                return std::string(word);
            }
        }
    }
    return std::string(code);
}

std::string heading_of(const Source& source, const ColumnTold& column) {
    return source.for_people ? said(column.title, source.language) : column.key;
}

std::string said(const Text& text, Language language) {
    return language == Language::fr ? report::with_french_spaces(text.fr) : text.en;
}

}  // namespace releve::tables

#include "bindings/cli/result_pages.hpp"

#include "engine/results/netcdf_file.hpp"
#include "engine/run/result_file/records.hpp"

namespace releve {

namespace {

std::string word(Label label, Language language) { return std::string(label.in(language)); }

constexpr GridColumn name_column{"name", {"name", "nom"}};
constexpr GridColumn meaning_column{"meaning", {"meaning", "sens"}, true};
constexpr GridColumn when_column{"when", {"there (always, if blank)", "présent (toujours, si vide)"}, true};
constexpr GridColumn on_column{"dimensions", {"dimensions", "dimensions"}};

constexpr GridColumn labels_column{"labels", {"names of its codes", "noms de ses codes"}};

/// Suffixes of the variables that stand beside one whose codes have names.
std::string labels_of(bool named) { return named ? "_label_en, _label_fr" : ""; }

constexpr Label if_so{"if ", "si "};

std::string after(Label before, Label text, Language language) {
    return text.en.empty() ? "" : word(before, language) + word(text, language);
}

Grid dimensions_grid(Language language) {
    Grid grid{"dimensions",
              {"Dimensions", "Dimensions"},
              {name_column,
               labels_column,
               {"label", {"label", "intitulé"}, true},
               {"values", {"its codes", "ses codes"}, true},
               when_column},
              {}};
    for (const DimensionRecord& one : dimension_records()) {
        grid.rows.push_back({std::string(one.name), labels_of(one.named), word(one.label, language),
                             word(one.values, language), after(if_so, one.when, language)});
    }
    return grid;
}

Grid statistics_grid(Language language) {
    Grid grid{"statistics",
              {"Variables of an output x", "Variables d'un indicateur x"},
              {name_column,
               on_column,
               meaning_column,
               {"outputs", {"outputs", "indicateurs"}, true},
               {"label", {"in brackets in its name", "entre parenthèses dans son nom"}, true}},
              {}};
    for (const StatisticRecord& one : statistic_records()) {
        grid.rows.push_back({"x" + std::string(one.suffix), word(one.dimensions, language), word(one.meaning, language),
                             word(one.outputs, language), word(one.label, language)});
    }
    return grid;
}

Grid variables_grid(Language language) {
    Grid grid{"variables",
              {"Other variables", "Autres variables"},
              {name_column, on_column, labels_column, {"label", {"label", "intitulé"}, true}, when_column},
              {}};
    for (const VariableRecord& one : variable_records()) {
        grid.rows.push_back({std::string(one.name), std::string(one.dimensions), labels_of(one.named),
                             word(one.label, language), after(if_so, one.when, language)});
    }
    return grid;
}

Grid attributes_grid(std::string_view key, Label label, GridColumn when, Label before,
                     std::span<const AttributeRecord> records, Language language) {
    Grid grid{key, label, {name_column, meaning_column, when}, {}};
    for (const AttributeRecord& one : records) {
        grid.rows.push_back({std::string(one.name), word(one.meaning, language), after(before, one.when, language)});
    }
    return grid;
}

}  // namespace

Page results_page(Language language) {
    Page page{"results",
              "results",
              word({"the result file", "le fichier de résultats"}, language),
              word({"One HDF5 file that is also netCDF-4. Outputs stand in it under their names ('releve describe "
                    "outputs'); this is the rest.",
                    "Un fichier HDF5 qui est aussi du netCDF-4. Les indicateurs y sont sous leurs noms («\u00a0releve "
                    "describe outputs\u00a0»)\u00a0; voici le reste."},
                   language),
              {},
              {}};
    page.facts = {{"version", {"version of the format", "version du format"}, std::string(format_version)}};
    page.grids = {dimensions_grid(language), statistics_grid(language), variables_grid(language),
                  attributes_grid("attributes", {"Attributes of the file", "Attributs du fichier"}, when_column, if_so,
                                  root_attribute_records(), language),
                  attributes_grid("variable_attributes", {"Attributes of variables", "Attributs des variables"},
                                  {"when", {"of", "de"}, true}, {}, variable_attribute_records(), language)};
    return page;
}

}  // namespace releve

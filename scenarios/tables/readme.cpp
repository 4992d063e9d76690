#include "engine/base/fill.hpp"
#include "engine/inputs/formats/number.hpp"
#include "scenarios/audit/secrecy/secrecy.hpp"
#include "scenarios/report/typography.hpp"
#include "scenarios/tables/pages.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace releve::tables {

namespace {

struct Line {
    Text what, text;
};

Text text_of(Label label) { return {std::string(label.en), std::string(label.fr)}; }
Text both(std::string text) { return {text, text}; }

/// An attribute of the file as text, "" if it has none.
std::string attribute(const Dataset& results, std::string_view name) {
    const Attribute* found = find_attribute(results.attributes, name);
    if (found == nullptr) {
        return "";
    }
    if (const auto* whole = std::get_if<std::int64_t>(&found->value)) {
        return std::to_string(*whole);
    }
    const auto* number = std::get_if<double>(&found->value);
    return number != nullptr ? to_text(*number) : std::string(releve::text_of(results.attributes, name));
}

Text in_both(const Dataset& results, const std::string& english, const std::string& french) {
    return {attribute(results, english), attribute(results, french)};
}

Text secrecy_text(const Summary& summary) {
    if (!summary.is_public) {
        return text_of(
            {"CONFIDENTIAL. Nothing is hidden: some figures may tell of single establishments or of few people. For "
             "those who may know; tables that can be published are made by releve export --public.",
             "CONFIDENTIEL. Rien n'est masqué : des chiffres peuvent dire un établissement ou quelques personnes. "
             "Pour qui peut en connaître ; des tableaux publiables se font par releve export --public."});
    }
    const std::string left_out = fmt::format("{}", fmt::join(summary.left_out, ", "));
    const audit::SecrecyRules rules;
    return fill(
        {"Statistical secrecy is applied (status s): {} rows of {} are hidden. Left out, as no line may be told: {}. "
         "Hidden are cells of fewer than {} persons or {} establishments, or of which one establishment has more "
         "than {} %, and others from which they could be worked out; of one output the same cells in all scenarios "
         "and years. Rules: {}",
         "Le secret statistique est appliqué (état s) : {} lignes sur {} sont masquées. Laissés de côté, car aucune "
         "ligne ne peut être dite : {}. Sont masquées les cases de moins de {} personnes ou {} établissements, ou "
         "dont un établissement a plus de {} %, et d'autres dont on les déduirait ; d'un indicateur les mêmes cases "
         "dans tous les scénarios et toutes les années. Règles : {}"},
        {std::to_string(summary.hidden), std::to_string(summary.figures),
         left_out.empty() ? text_of({"nothing", "rien"}) : both(left_out), to_text(rules.persons),
         std::to_string(rules.establishments), to_text(100 * rules.largest_share), text_of(audit::secrecy_source)});
}

void add_origin(const Dataset& results, std::vector<Line>& lines) {
    const auto add = [&](Label what, Text text) {
        if (!text.en.empty()) {
            lines.push_back({text_of(what), std::move(text)});
        }
    };
    add({"territory", "territoire"}, in_both(results, "territory_en", "territory_fr"));
    add({"input data", "données d'entrée"}, fill({"pack {}, version {}", "dossier {}, version {}"},
                                                 {attribute(results, "pack"), attribute(results, "pack_version")}));
    add({"simulated", "simulé"}, fill({"{} to {}, {} replicates (simulated futures), seed {}",
                                       "de {} à {}, {} répliques (futurs simulés), graine {}"},
                                      {attribute(results, "start"), attribute(results, "horizon"),
                                       attribute(results, "replicates"), attribute(results, "seed")}));
    add({"made by", "fait par"}, fill({"Relève {}, sources {}: {}", "Relève {}, sources {} : {}"},
                                      {attribute(results, "engine_version"), attribute(results, "source_revision"),
                                       attribute(results, "command_line")}));
}

void add_scenarios(const Source& source, std::vector<Line>& lines) {
    const std::vector<std::string> codes = code_texts(source.results, "scenario");
    const Coordinate english = coordinate_of(source.results, "scenario", Language::en);
    const Coordinate french = coordinate_of(source.results, "scenario", Language::fr);
    for (const std::size_t at : source.scenarios) {
        const bool is_reference = source.references[at] == at;
        const Text role = is_reference ? text_of({"(reference)", "(référence)"})
                                       : fill({"(compared with {})", "(comparé à {})"}, {codes[source.references[at]]});
        lines.push_back({fill({"scenario {}", "scénario {}"}, {codes[at]}),
                         fill({"{} {}", "{} {}"}, {Text{english.labels[at], french.labels[at]}, role})});
    }
}

void add_reading(const Source& source, const Summary& summary, std::vector<Line>& lines) {
    const auto add = [&](Label what, Label text) { lines.push_back({text_of(what), text_of(text)}); };
    add({"a row", "une ligne"},
        {"one scenario, one month or year, one cell: the mean over the replicates, their spread, the difference to the "
         "reference. What each column holds is in the codebook, how each indicator is counted in the method.",
         "un scénario, un mois ou une année, une case : la moyenne sur les répliques, leur dispersion, l'écart à la "
         "référence. Le contenu des colonnes est dans le dictionnaire (codebook), le calcul de chaque indicateur dans "
         "la "
         "méthode."});
    if (source.for_people) {
        add({"marks", "marques"},
            {"s: hidden by statistical secrecy; . : no value; neither is 0",
             "s : masqué par le secret statistique ; . : pas de valeur ; ni l'un ni l'autre n'est 0"});
    } else {
        add({"blank cells", "cases vides"},
            {"the column status tells why: s: hidden by statistical secrecy; . : no value; neither is 0",
             "la colonne status dit pourquoi : s : masqué par le secret statistique ; . : pas de valeur ; ni l'un ni "
             "l'autre "
             "n'est 0"});
    }
    add({"adding up", "sommes"}, {"means of sums are sums of means; quantiles and standard deviations do not add up. "
                                  "Whether an indicator sums over "
                                  "years or cells is told in the method.",
                                  "la moyenne d'une somme est la somme des moyennes ; quantiles et écarts-types ne "
                                  "s'additionnent pas. La méthode dit "
                                  "si un indicateur se somme sur les années ou les cases."});
    add({"replicates", "répliques"},
        summary.has_replicates
            ? Label{"each of them is in the tables _by_replicate, beside those of indicators that the file keeps so",
                    "chacune est dans les tables _by_replicate, à côté de celles des indicateurs que le fichier garde "
                    "ainsi"}
            : Label{"each of them is in the result file, and in the tables of --format csv",
                    "chacune est dans le fichier de résultats, et dans les tables de --format csv"});
}

std::vector<Line> lines_of(const Source& source, const Summary& summary) {
    std::vector<Line> lines;
    add_origin(source.results, lines);
    lines.push_back({text_of({"caution", "prudence"}), in_both(source.results, "caution", "caution_fr")});
    lines.push_back({text_of({"secrecy", "secret"}), secrecy_text(summary)});
    add_scenarios(source, lines);
    add_reading(source, summary, lines);
    for (const FileTold& file : summary.files) {
        if (file.name.ends_with("_by_replicate.csv")) {
            continue;  // beside each table that has one
        }
        const std::string rows = std::to_string(file.rows);
        lines.push_back({both(file.name),
                         file.rows == 0 ? file.holds : fill({"{} ({} rows)", "{} ({} lignes)"}, {file.holds, rows})});
    }
    return lines;
}

}  // namespace

exports::Sheet readme_sheet(const Source& source, const Summary& summary) {
    const Text title = fill({"Relève: results of {}", "Relève : résultats de {}"},
                            {in_both(source.results, "territory_en", "territory_fr")});
    exports::Sheet sheet{
        said(text_of({"read me", "lisez-moi"}), source.language), {{"", 38}, {said(title, source.language), 100}}, {}};
    for (const Line& line : lines_of(source, summary)) {
        sheet.rows.push_back({said(line.what, source.language), said(line.text, source.language)});
    }
    return sheet;
}

std::string readme_text(const Source& source, const Summary& summary) {
    const exports::Sheet sheet = readme_sheet(source, summary);
    std::string text = sheet.columns.back().title + "\n\n";
    const std::string_view colon = source.language == Language::fr ? "\u00a0: " : ": ";
    for (const exports::Row& row : sheet.rows) {
        const std::string line = std::get<std::string>(row[0]) + std::string(colon) + std::get<std::string>(row[1]);
        const std::string lines = report::wrapped(line, report::page_width, "    ");
        text += lines.substr(std::min<std::size_t>(4, lines.size()));  // the first line of each begins at the margin
    }
    return text;
}

}  // namespace releve::tables

#include "bindings/cli/pages.hpp"

#include "bindings/cli/diagnosis_pages.hpp"
#include "bindings/cli/result_pages.hpp"
#include "bindings/cli/survey_pages.hpp"
#include "bindings/cli/table_pages.hpp"
#include "engine/base/vocabulary.hpp"
#include "engine/inputs/formats/number.hpp"
#include "engine/model/catalogue.hpp"
#include "engine/model/footprint.hpp"
#include "engine/model/observing.hpp"
#include "engine/synthesis/parameters.hpp"
#include "scenarios/actions/action.hpp"
#include "scenarios/report/typography.hpp"

#include <array>
#include <fmt/format.h>

namespace releve {

namespace {

constexpr std::array<std::string_view, 11> topics{"plan",     "processes",  "actions",   "outputs",
                                                  "tables",   "parameters", "synthesis", "footprint",
                                                  "workbook", "diagnosis",  "results"};

std::string joined(std::span<const std::string_view> names) { return fmt::format("{}", fmt::join(names, ", ")); }

std::string changes_text(Changes changes) {
    std::string text;
    for (unsigned bit = 0; bit < 32; ++bit) {
        if ((changes.bits >> bit) & 1U) {
            text += (text.empty() ? "" : ", ") + std::string(to_string(static_cast<Change>(bit)));
        }
    }
    return text;
}

std::string source_of(const Parameter& parameter, Language language) {
    const std::string_view mark = language == Language::fr ? "supposé ; " : "guess; ";
    const bool told = parameter.source.starts_with("guess");
    return (parameter.guess && !told ? std::string(mark) : std::string()) + std::string(parameter.source);
}

std::vector<GridColumn> parameter_columns() {
    return {
        {"name", {"name", "nom"}},      {"default", {"default", "défaut"}},     {"unit", {"unit", "unité"}},
        {"range", {"range", "bornes"}}, {"meaning", {"meaning", "sens"}, true}, {"source", {"source", "source"}, true}};
}

std::vector<std::string> parameter_row(const Parameter& parameter, const std::string& owner, Language language) {
    if (!parameter.same_as.empty()) {
        constexpr Label same{"always the same as ", "toujours égal à "};
        return {owner + std::string(parameter.name),
                to_text(parameter.value),
                std::string(parameter.unit),
                "",
                std::string(same.in(language)) + std::string(parameter.same_as),
                ""};
    }
    return {owner + std::string(parameter.name),
            to_text(parameter.value),
            std::string(parameter.unit),
            range_of(parameter.least, parameter.most),
            std::string(parameter.meaning.in(language)),
            source_of(parameter, language)};
}

Grid parameter_grid(std::span<const Parameter> parameters, Language language) {
    Grid grid{"parameters", {"Parameters", "Paramètres"}, parameter_columns(), {}};
    for (const Parameter& parameter : parameters) {
        grid.rows.push_back(parameter_row(parameter, "", language));
    }
    return grid;
}

/// A clock is drawn by hazard; a process without one looks at the whole state each month.
std::string clock_of(const Process& process, Language language) {
    if (!process.risk.exists()) {
        return language == Language::fr ? "aucune" : "none";
    }
    constexpr std::array<Label, 3> of{{{"of each person", "de chaque personne"},
                                       {"of each establishment and occupation", "de chaque établissement et métier"},
                                       {"of each establishment", "de chaque établissement"}}};
    constexpr std::array<Label, 3> spell{{{"drawn once a life", "tirée une fois par vie"},
                                          {"drawn at each change of post", "tirée à chaque changement de poste"},
                                          {"drawn at each change of status", "tirée à chaque changement de statut"}}};
    return std::string(of[static_cast<std::size_t>(process.risk.of)].in(language)) + ", " +
           std::string(spell[static_cast<std::size_t>(process.risk.spell)].in(language));
}

Page page_of(const Process& process, Language language) {
    Page page{"process",
              std::string(process.name),
              std::string(process.label.in(language)),
              std::string(process.meaning.in(language)),
              {},
              {}};
    page.facts = {{"formula", {"formula", "formule"}, std::string(process.formula)},
                  {"source", {"source", "source"}, std::string(process.source)},
                  {"clock", {"clock", "horloge"}, clock_of(process, language)},
                  {"tables", {"tables needed", "tables requises"}, joined(process.tables)},
                  {"changes", {"may propose", "peut proposer"}, changes_text(process.changes)}};
    page.grids.push_back(parameter_grid(process.parameters, language));
    return page;
}

Page page_of(const Action& action, Language language) {
    Page page{"action",
              std::string(action.name),
              std::string(action.label.in(language)),
              std::string(action.meaning.in(language)),
              {},
              {}};
    page.facts = {
        {"eligibility", {"who may take part", "qui peut participer"}, std::string(action.eligibility.in(language))},
        {"axes", {"acts on the axes of the audit", "agit sur les axes de l'audit"}, joined(action.axes)},
        {"evidence", {"evidence", "preuves"}, std::string(action.evidence)},
        {"horizon",
         {"horizon", "horizon"},
         std::string(horizon_words[static_cast<std::size_t>(action.horizon)].label.in(language))},
        {"indicator", {"judged by", "jugée par"}, std::string(action.indicator)},
        {"target",
         {"target", "cible"},
         fmt::format("{}{}", report::target(action.target, language),
                     language == Language::fr ? " en fin d'action, par rapport à la référence"
                                              : " when the action ends, against the baseline")},
        {"owner", {"usually led by", "pilote habituel"}, std::string(action.owner.in(language))},
        {"review",
         {"reviewed", "bilan"},
         fmt::format("{} {}", action.review_after,
                     language == Language::fr ? "mois après le début" : "months after its start")},
        {"capacity", {"size told by", "taille donnée par"}, std::string(action.capacity)},
        {"tables", {"tables needed", "tables requises"}, joined(action.tables)},
        {"changes", {"may propose", "peut proposer"}, changes_text(action.changes)}};
    page.grids.push_back(parameter_grid(action.parameters, language));
    return page;
}

std::string kept_of(const Output& output, Language language) {
    constexpr Label moments{"mean and standard deviation alone", "moyenne et écart-type seuls"};
    return output.moments_only ? std::string(moments.in(language)) : "";
}

Page page_of(const Output& output, Language language) {
    Page page{"output",
              std::string(output.name),
              std::string(output.label.in(language)),
              std::string(output.meaning.in(language)),
              {},
              {}};
    std::string axes;
    for (const Axis axis : output.axes) {
        axes += (axes.empty() ? "" : ", ") + std::string(axis_words[static_cast<std::size_t>(axis)].code);
    }
    page.facts = {{"unit", {"unit", "unité"}, std::string(output.unit)},
                  {"kind", {"kind", "nature"}, std::string(output_kind_names[static_cast<std::size_t>(output.kind)])},
                  {"period", {"period", "période"}, output.period == Period::month ? "month" : "year"},
                  {"axes", {"broken down by", "ventilé par"}, axes},
                  {"kept", {"kept over replicates", "gardé sur les répliques"}, kept_of(output, language)},
                  {"formula", {"formula", "formule"}, std::string(output.formula)},
                  {"adds_up", {"adds up", "addition"}, std::string(output.adds_up)},
                  {"source", {"source", "source"}, std::string(output.source)}};
    return page;
}

Page synthesis_page(Language language) {
    Page page{"synthesis",
              "synthesis",
              language == Language::fr ? "état initial" : "first state",
              language == Language::fr ? "Ce que l'état initial suppose là où aucune table ne le dit."
                                       : "What the first state supposes where no table tells.",
              {},
              {}};
    page.grids.push_back(parameter_grid(synthesis_parameters(), language));
    return page;
}

Page plan_page(Language language) {
    const bool french = language == Language::fr;
    Page page{
        "plan",
        "plan",
        french ? "le mois, pas à pas" : "a month, step by step",
        french ? "Chaque processus voit l'état laissé par le précédent, propose des changements, et ils sont appliqués "
                 "avant le suivant."
               : "Each process sees the state that the one before left, proposes changes, and they are applied before "
                 "the next.",
        {},
        {}};
    Grid grid{"steps",
              {"Steps", "Étapes"},
              {{"step", {"step", "étape"}},
               {"name", {"process", "processus"}},
               {"label", {"label", "intitulé"}},
               {"changes", {"may propose", "peut proposer"}}},
              {}};
    const auto add = [&](std::string name, std::string label, std::string changes) {
        grid.rows.push_back(
            {std::to_string(grid.rows.size() + 1), std::move(name), std::move(label), std::move(changes)});
    };
    for (const Process* process : processes_before_actions()) {
        add(std::string(process->name), std::string(process->label.in(language)), changes_text(process->changes));
    }
    add("(actions)",
        french ? "actions du scénario, dans l'ordre du fichier" : "the scenario's actions, in the order of the file",
        "");
    for (const Process* process : processes_after_actions()) {
        add(std::string(process->name), std::string(process->label.in(language)), changes_text(process->changes));
    }
    add("(outputs)", french ? "observation des indicateurs" : "the outputs observe", "");
    page.grids.push_back(std::move(grid));
    return page;
}

Page parameters_page(Language language) {
    const bool french = language == Language::fr;
    Page page{
        "parameters",
        "parameters",
        french ? "tous les paramètres" : "all parameters",
        french
            ? "Par processus, action et état initial. Un scénario ou --set donne une autre valeur aux processus et à "
              "l'état initial ; les réglages d'une action s'écrivent dans son [[action]]."
            : "By process, action and first state. A scenario or --set gives processes and first state another value; "
              "the settings of an action stand in its [[action]].",
        {},
        {}};
    Grid grid{"parameters", {"Parameters", "Paramètres"}, parameter_columns(), {}};
    const auto add = [&](std::string_view owner, std::span<const Parameter> parameters) {
        for (const Parameter& parameter : parameters) {
            grid.rows.push_back(parameter_row(parameter, std::string(owner) + ".", language));
        }
    };
    for (const Process* process : all_processes()) {
        add(process->name, process->parameters);
    }
    add("synthesis", synthesis_parameters());
    add("outputs", observing_parameters());
    for (const Action* action : all_actions()) {
        add(action->name, action->parameters);
    }
    page.grids.push_back(std::move(grid));
    return page;
}

Page footprint_page(const Footprint& footprint, Label thing, Language language) {
    Page page{"footprint",
              std::string(footprint.thing),
              std::string(thing.in(language)),
              language == Language::fr
                  ? "Octets que l'état d'un calcul tient pour chacun, toutes les horloges du modèle comprises."
                  : "Bytes that the state of a run holds for each, with all the clocks of the model.",
              {},
              {}};
    page.facts = {{"bytes", {"bytes", "octets"}, std::to_string(footprint.bytes())}};
    Grid grid{"parts", {"Parts", "Parties"}, {{"part", {"part", "partie"}}, {"bytes", {"bytes", "octets"}}}, {}};
    for (const Footprint::Part& part : footprint.parts) {
        grid.rows.push_back({std::string(part.name), std::to_string(part.bytes)});
    }
    page.grids.push_back(std::move(grid));
    return page;
}

std::vector<Page> footprint_pages(Language language) {
    const ClockNumbers clocks = all_clocks();
    return {footprint_page(footprint_of_person(clocks), {"a person", "une personne"}, language),
            footprint_page(footprint_of_post(), {"a post", "un poste"}, language),
            footprint_page(footprint_of_cell(clocks),
                           {"an occupation in an establishment", "un métier dans un établissement"}, language),
            footprint_page(footprint_of_establishment(clocks), {"an establishment", "un établissement"}, language)};
}

template <class Records>
void add_pages(const Records& records, Language language, std::vector<Page>& pages) {
    for (const auto* record : records) {
        pages.push_back(page_of(*record, language));
    }
}

}  // namespace

std::vector<Page> pages_of_topic(std::string_view topic, Language language) {
    std::vector<Page> pages;
    if (topic == "plan") {
        pages.push_back(plan_page(language));
    } else if (topic == "processes") {
        add_pages(all_processes(), language, pages);
    } else if (topic == "actions") {
        add_pages(all_actions(), language, pages);
    } else if (topic == "outputs") {
        add_pages(all_outputs(), language, pages);
    } else if (topic == "tables") {
        pages = table_pages(language);
    } else if (topic == "parameters") {
        pages.push_back(parameters_page(language));
    } else if (topic == "synthesis") {
        pages.push_back(synthesis_page(language));
    } else if (topic == "footprint") {
        pages = footprint_pages(language);
    } else if (topic == "workbook") {
        pages = survey_pages(language);
    } else if (topic == "diagnosis") {
        pages = diagnosis_pages(language);
    } else if (topic == "results") {
        pages.push_back(results_page(language));
    }
    return pages;
}

std::vector<Page> pages_of_name(std::string_view name, Language language) {
    std::vector<Page> pages;
    for (const std::string_view topic : {"processes", "actions", "outputs", "tables"}) {
        for (Page& page : pages_of_topic(topic, language)) {
            if (page.name == name) {
                pages.push_back(std::move(page));
            }
        }
    }
    return pages;
}

std::vector<std::string_view> describable() {
    std::vector<std::string_view> names(topics.begin(), topics.end());
    names.push_back("pension");
    const auto add = [&](const auto& records) {
        for (const auto* record : records) {
            names.push_back(record->name);
        }
    };
    add(all_processes());
    add(all_actions());
    add(all_outputs());
    const std::vector<std::string_view> tables = table_names();
    names.insert(names.end(), tables.begin(), tables.end());
    return names;
}

}  // namespace releve

#include "scenarios/survey/quality/quality_report.hpp"

#include "engine/base/fill.hpp"
#include "scenarios/report/typography.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace releve::survey {

namespace {

constexpr std::size_t most_of_a_kind = 12;  ///< findings of one kind shown on a terminal

/// Texts in the language of whoever reads.
struct Writer {
    Language language;
    std::string operator()(Label label) const { return std::string(label.in(language)); }
    std::string count(std::size_t number) const { return report::number(static_cast<double>(number), 0, language); }
    std::string decimal(double number) const { return report::number(number, 1, language); }
    std::string filled(Label pattern, std::initializer_list<Filling> fillings) const {
        return fill(pattern, fillings).in(language);
    }
    std::string paragraph(const std::string& text) const { return report::wrapped(text, report::page_width, ""); }
};

std::size_t size(int number) { return static_cast<std::size_t>(std::max(number, 0)); }

std::string summary(const QualityReport& quality, const Writer& write) {
    const std::string known = report::percent(
        static_cast<double>(quality.known) / std::max(1.0, static_cast<double>(quality.headcount)), 0, write.language);
    return write.paragraph(write.filled(
        {"Establishments of the territory corrected: {}; new: {}; audited: {}. People at work: {}; of known "
         "age: {} ({}). Vacant posts: {}. Recruitments expected: {}. Ages tested against the sector's: {}.",
         "Établissements du territoire corrigés\u00a0: {}\u00a0; nouveaux\u00a0: {}\u00a0; "
         "audités\u00a0: {}. Personnes au travail\u00a0: {}\u00a0; d'âge connu\u00a0: {} ({}). Postes "
         "vacants\u00a0: {}. Recrutements prévus\u00a0: {}. Âges comparés à ceux du secteur\u00a0: {}."},
        {write.count(quality.corrected), write.count(quality.added), write.count(quality.audited),
         write.count(size(quality.headcount)), write.count(size(quality.known)), known,
         write.count(size(quality.vacant)), write.count(size(quality.planned)), write.count(quality.age_tests)}));
}

std::string missing_text(const QualityReport& quality, const Writer& write) {
    std::string text = report::heading(
        write({"Missing values (nothing is put in their place)", "Valeurs manquantes (rien n'est mis à leur place)"}));
    if (quality.missing.empty()) {
        return text + write({"none\n", "aucune\n"});
    }
    report::TextTable table(
        {write({"sheet", "feuille"}), write({"column", "colonne"}), write({"blank", "vides"}), write({"of", "sur"})});
    table.align_left(1);
    for (const Missing& missing : quality.missing) {
        table.add(
            {write(missing.sheet), write(missing.column), write.count(missing.blank), write.count(missing.lines)});
    }
    return text + table.text();
}

std::string findings_text(const QualityReport& quality, const Writer& write) {
    std::string text;
    for (std::size_t kind = 0; kind < finding_words.size(); ++kind) {
        std::size_t found = 0;
        for (const Finding& finding : quality.findings) {
            if (static_cast<std::size_t>(finding.kind) != kind) {
                continue;
            }
            text += found == 0 ? report::heading(write(finding_words[kind].label)) : "";
            if (++found <= most_of_a_kind) {
                text +=
                    report::wrapped("- " + finding.where + write({": ", "\u00a0: "}) + finding.what.in(write.language),
                                    report::page_width, "");
            }
        }
        if (found > most_of_a_kind) {
            text += write.filled(
                {"and {} more (all with --report FILE.csv)\n", "et {} de plus (tout avec --report FILE.csv)\n"},
                {write.count(found - most_of_a_kind)});
        }
    }
    return text;
}

std::string strata_text(const QualityReport& quality, const Writer& write) {
    report::TextTable table({write({"stratum (sectors, size)", "strate (secteurs, taille)"}),
                             write({"establishments", "établissements"}), write({"answered", "réponses"}),
                             write({"weight", "poids"})});
    std::size_t silent = 0;
    for (const Stratum& stratum : quality.weights.strata) {
        if (stratum.answered == 0) {
            ++silent;
            continue;
        }
        table.add({stratum.code, write.count(stratum.population), write.count(stratum.answered),
                   write.decimal(stratum.weight)});
    }
    return report::heading(write({"Who answered", "Qui a répondu"})) + table.text() +
           write.filled({"strata without an answer: {}\n", "strates sans réponse\u00a0: {}\n"}, {write.count(silent)});
}

std::string weights_text(const QualityReport& quality, const Writer& write) {
    const ResponseWeights& weights = quality.weights;
    std::size_t answered = 0, all = 0;
    for (const Stratum& stratum : weights.strata) {
        answered += stratum.answered;
        all += stratum.population;
    }
    return strata_text(quality, write) +
           write.paragraph(write.filled(
               {"Weights: from {} to {}, not capped; their sum is the number of establishments, {}. Told by others of "
                "their "
                "size: {}; by all, for want of an answer of their size: {}. Answers: {}; as good as {} of equal weight "
                "(Kish).",
                "Poids\u00a0: de {} à {}, non plafonnés\u00a0; leur somme est le nombre d'établissements, {}. "
                "Représentés "
                "par d'autres de leur taille\u00a0: {}\u00a0; par tous, faute de réponse de leur taille\u00a0: {}. "
                "Réponses\u00a0: {}, qui en valent {} de même poids (Kish)."},
               {write.decimal(weights.least), write.decimal(weights.most), write.count(all),
                write.count(weights.shared_in_band), write.count(weights.shared_by_all), write.count(answered),
                write.decimal(weights.effective)}));
}

exports::Cell as_cell(std::size_t number) { return static_cast<double>(number); }

}  // namespace

std::string quality_text(const QualityReport& quality, Language language) {
    const Writer write{language};
    return summary(quality, write) + missing_text(quality, write) + findings_text(quality, write) +
           weights_text(quality, write);
}

exports::Sheet quality_sheet(const QualityReport& quality, Language language) {
    const Writer write{language};
    exports::Sheet sheet{.name = write({"Quality", "Qualité"}),
                         .columns = {{.title = write({"kind", "genre"})},
                                     {.title = write({"where", "où"})},
                                     {.title = write({"what", "quoi"})},
                                     {.title = write({"count", "nombre"})},
                                     {.title = write({"of", "sur"})},
                                     {.title = write({"weight", "poids"})}}};
    for (const Missing& missing : quality.missing) {
        sheet.rows.push_back({write({"Missing", "Manquant"}),
                              write(missing.sheet),
                              write(missing.column),
                              as_cell(missing.blank),
                              as_cell(missing.lines),
                              {}});
    }
    for (const Finding& finding : quality.findings) {
        sheet.rows.push_back({write(finding_words[static_cast<std::size_t>(finding.kind)].label),
                              finding.where,
                              finding.what.in(language),
                              {},
                              {},
                              {}});
    }
    for (const Stratum& stratum : quality.weights.strata) {
        sheet.rows.push_back({write({"Stratum", "Strate"}), stratum.code, write({"answers", "réponses"}),
                              as_cell(stratum.answered), as_cell(stratum.population),
                              stratum.answered > 0 ? exports::Cell(stratum.weight) : exports::Cell()});
    }
    return sheet;
}

}  // namespace releve::survey

#include "scenarios/survey/import_survey.hpp"

#include "engine/base/fill.hpp"

#include <algorithm>
#include <set>

namespace releve::survey {

namespace {

std::string years_of(const Answers& answers) {
    std::set<int> years;
    for (const EstablishmentAnswer& answer : answers.establishments) {
        if (answer.month) {
            years.insert(answer.month->year());
        }
    }
    if (years.empty()) {
        return "not told";
    }
    const std::string first = std::to_string(*years.begin());
    return years.size() == 1 ? first : first + "-" + std::to_string(*years.rbegin());
}

/// Answers later or earlier than the pack's start are taken for it as they are: told, since firms change meanwhile.
void tell_months(const Answers& answers, const Pack& base, std::vector<Finding>& findings) {
    std::size_t other = 0, not_told = 0;
    std::string other_where, not_told_where;
    for (const EstablishmentAnswer& answer : answers.establishments) {
        if (!answer.month) {
            not_told_where = not_told++ == 0 ? answer.where : not_told_where;
        } else if (*answer.month != base.calendar.start) {
            other_where = other++ == 0 ? answer.where : other_where;
        }
    }
    const std::string start = to_string(base.calendar.start);
    if (other > 0) {
        findings.push_back(
            {FindingKind::assumed, other_where,
             fill({"answers of another month than the start of the territory's data: {} (taken for {} as they are)",
                   "réponses d'un autre mois que le début des données du territoire\u00a0: {} (prises pour {} telles "
                   "quelles)"},
                  {std::to_string(other), start})});
    }
    if (not_told > 0) {
        findings.push_back({FindingKind::assumed, not_told_where,
                            fill({"answers without a month of the survey: {} (taken for {})",
                                  "réponses sans mois d'enquête\u00a0: {} (prises pour {})"},
                                 {std::to_string(not_told), start})});
    }
}

void tell_assumptions(const Filled& filled, std::vector<Finding>& findings) {
    for (const Assumption& assumption : filled.assumed) {
        findings.push_back(
            {FindingKind::assumed, assumption.where,
             fill({"{} (cells: {})", "{} (cellules\u00a0: {})"}, {assumption.what, std::to_string(assumption.cells)})});
    }
}

/// Vacancies are drawn by the model and difficulties have no table: told in the report only.
void count_posts(const Answers& answers, QualityReport& quality) {
    std::string where;
    for (const PostAnswer& post : answers.posts) {
        quality.vacant += post.vacant.value_or(0);
        quality.hard_to_fill += post.hard_to_fill.value_or(false) ? 1 : 0;
        const bool tells = post.vacant.value_or(0) > 0 || post.hard_to_fill.value_or(false);
        where = where.empty() && tells ? post.where : where;
    }
    if (!where.empty()) {
        quality.findings.push_back(
            {FindingKind::left_out, where,
             fill({"vacant posts: {}; occupations hard to fill: {} (told here only: the model draws its own vacancies)",
                   "postes vacants\u00a0: {}\u00a0; métiers difficiles à pourvoir\u00a0: {} (dits ici seulement\u00a0: "
                   "le "
                   "modèle tire ses propres postes vacants)"},
                  {std::to_string(quality.vacant), std::to_string(quality.hard_to_fill)})});
    }
}

void count_answers(const Answers& answers, const std::vector<KnownPeople>& people, QualityReport& quality) {
    std::set<std::uint32_t> audited;
    for (const AuditAnswer& line : answers.audit) {
        audited.insert(line.establishment);
    }
    quality.audited = audited.size();
    for (const EstablishmentAnswer& answer : answers.establishments) {
        (answer.in_base == no_index ? quality.added : quality.corrected) += 1;
        quality.headcount += answer.headcount;
    }
    for (const KnownPeople& line : people) {
        quality.known += line.persons;
    }
    for (const RecruitmentAnswer& line : answers.recruitments) {
        quality.planned += line.persons;
    }
    count_posts(answers, quality);
}

void append(std::vector<Finding>& findings, std::vector<Finding> more) {
    findings.insert(findings.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

}  // namespace

void check_base(const Pack& base, Problems& problems) {
    for (const char* table : {"establishments", "posts", "zones", "sectors", "occupations"}) {
        if (!base.has(table)) {
            problems.add(base.directory,
                         fill({"no {}.csv (a survey is laid over a territory told by establishment) choose "
                               "another base with --base",
                               "pas de {}.csv (une enquête se pose sur un territoire décrit par établissement) "
                               "choisissez une autre base avec --base"},
                              {table}));
        }
    }
}

ImportedSurvey import_survey(std::span<const std::byte> workbook, const std::string& file, const Pack& base,
                             Problems& problems) {
    ImportedSurvey imported;
    const auto read = read_workbook(workbook, file, problems);
    if (!read) {
        return imported;
    }
    const KnownLists lists(base);
    const Filled filled = read_filled(*read, file, lists, problems);
    imported.answers = answers_of(filled, base, problems);
    if (!problems.none()) {
        return imported;
    }
    const Answers& answers = imported.answers;
    QualityReport& quality = imported.quality;
    imported.year = years_of(answers);
    tell_assumptions(filled, quality.findings);
    tell_months(answers, base, quality.findings);
    const std::vector<KnownPeople> people = known_people(answers, base, quality.findings, problems);
    count_answers(answers, people, quality);
    quality.missing = missing_values(filled, answers, base);
    append(quality.findings, unusual_answers(answers, base));
    append(quality.findings, unusual_ages(answers, people, base, quality.age_tests));
    const std::vector<EstablishmentRow> after = establishments_after(answers, base);
    quality.weights = response_weights(base.sectors, after, answered_after(answers, base, after.size()));
    imported.tables = merged_tables(answers, people, base, after, quality.weights, quality.findings, problems);
    std::stable_sort(quality.findings.begin(), quality.findings.end(),
                     [](const Finding& a, const Finding& b) { return a.kind < b.kind; });
    return imported;
}

}  // namespace releve::survey

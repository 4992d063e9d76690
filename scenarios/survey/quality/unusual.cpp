#include "engine/base/fill.hpp"
#include "scenarios/report/typography.hpp"
#include "scenarios/survey/quality/age_structure.hpp"
#include "scenarios/survey/quality/quality.hpp"

#include <algorithm>
#include <map>

namespace releve::survey {

namespace {

// Bounds beyond which an answer is told as unusual: judgement, to be read again by whoever knows the firm.
constexpr int least_usual_age = 16;  ///< [years] end of compulsory school
constexpr int most_usual_age = 70;   ///< [years] an employer may retire people from then on (code du travail, L1237-5)
constexpr int most_usual_tenure = 45;    ///< [years] longer than from 16 to 61
constexpr int most_apprentice_age = 30;  ///< [years] beyond only by exception (code du travail, L6222-1 and L6222-2)

std::string count(int number) { return std::to_string(number); }

class Unusual {
public:
    Unusual(const Answers& answers, const Pack& base)
        : answers_(answers),
          base_(base),
          owners_(answers.establishments.size()) {
        for (const PersonAnswer& person : answers.people) {
            if (person.contract == static_cast<int>(Contract::owner)) {
                owners_[person.establishment].push_back(&person);
            }
        }
    }

    std::vector<Finding> read() {
        for (const PersonAnswer& person : answers_.people) {
            read_person(person);
        }
        for (const PostAnswer& post : answers_.posts) {
            read_post(post);
        }
        for (std::uint32_t i = 0; i < answers_.establishments.size(); ++i) {
            read_establishment(i);
        }
        read_recruitments();
        read_audit();
        return std::move(findings_);
    }

private:
    const EstablishmentAnswer& at(std::uint32_t establishment) const { return answers_.establishments[establishment]; }
    void tell(FindingKind kind, const std::string& where, std::uint32_t establishment, Label pattern,
              std::initializer_list<Filling> fillings) {
        findings_.push_back(
            {kind, where, fill({"{}: {}", "{}\u00a0: {}"}, {shown(at(establishment).id), fill(pattern, fillings)})});
    }

    void read_person(const PersonAnswer& person) {
        const bool apprentice = person.contract == static_cast<int>(Contract::apprentice);
        const int age = at(person.establishment).year(base_) - person.birth_year;
        if (age > most_usual_age || (age < least_usual_age && !apprentice)) {
            tell(FindingKind::outlier, person.where, person.establishment,
                 {"somebody of {} years", "quelqu'un de {} ans"}, {count(age)});
        }
        if (apprentice && age > most_apprentice_age) {
            tell(FindingKind::outlier, person.where, person.establishment,
                 {"an apprentice of {} years", "un apprenti de {} ans"}, {count(age)});
        }
        if (person.hired == 0) {
            return;
        }
        const int tenure = at(person.establishment).year(base_) - person.hired;
        if (tenure > most_usual_tenure) {
            tell(FindingKind::outlier, person.where, person.establishment,
                 {"somebody there for {} years", "quelqu'un présent depuis {} ans"}, {count(tenure)});
        }
        if (person.hired - person.birth_year < least_usual_age && !apprentice) {
            tell(FindingKind::outlier, person.where, person.establishment,
                 {"somebody hired at {} years of age", "quelqu'un embauché à {} ans"},
                 {count(person.hired - person.birth_year)});
        }
    }

    void read_post(const PostAnswer& post) {
        if (post.vacant.value_or(0) > post.posts) {
            tell(FindingKind::outlier, post.where, post.establishment,
                 {"{} posts of {} vacant for {} held", "{} postes de {} vacants pour {} occupés"},
                 {count(*post.vacant), base_.occupations.codes[post.occupation], count(post.posts)});
        }
    }

    void read_establishment(std::uint32_t index) {
        const EstablishmentAnswer& answer = at(index);
        read_owner(index);
        if (answer.in_base == no_index) {
            return;
        }
        const EstablishmentRow& row = base_.establishments[answer.in_base];
        const SizeBand& band = size_bands[row.size_band];
        if (row.size_band != 0 && (answer.headcount < band.least || answer.headcount >= band.most)) {
            tell(FindingKind::outlier, answer.where, index,
                 {"headcount {} outside the size band of the territory's data ({}; {} posts there)",
                  "effectif {} hors de la tranche des données du territoire ({}\u00a0; {} postes)"},
                 {count(answer.headcount), band.word.label, count(row.posts)});
        }
    }

    void read_owner(std::uint32_t index) {
        const EstablishmentAnswer& answer = at(index);
        const bool in_base = answer.in_base != no_index;
        const int born = answer.owner_birth_year != 0 || !in_base
                             ? answer.owner_birth_year
                             : base_.establishments[answer.in_base].owner_birth_year;
        if (answer.kind == EstablishmentKind::public_service && born != 0) {
            tell(FindingKind::contradiction, answer.where, index,
                 {"a public service with an owner born in {}", "un service public avec un patron né en {}"},
                 {count(born)});
        }
        const std::vector<const PersonAnswer*>& owners = owners_[index];
        const bool same = std::any_of(owners.begin(), owners.end(),
                                      [&](const PersonAnswer* person) { return person->birth_year == born; });
        if (!owners.empty() && born == 0) {
            tell(FindingKind::contradiction, owners.front()->where, index,
                 {"an owner among the people, no owner's birth year on the first sheet",
                  "un patron parmi les personnes, pas d'année de naissance du patron dans la première feuille"},
                 {});
        } else if (!owners.empty() && !same) {
            tell(
                FindingKind::contradiction, owners.front()->where, index,
                {"an owner born in {} among the people, in {} for the first sheet or the territory's data",
                 "un patron né en {} parmi les personnes, en {} pour la première feuille ou les données du territoire"},
                {count(owners.front()->birth_year), count(born)});
        }
    }

    void read_recruitments() {
        std::map<std::pair<std::uint32_t, int>, int> by_year;
        for (const RecruitmentAnswer& line : answers_.recruitments) {
            if (line.year < at(line.establishment).year(base_)) {
                tell(FindingKind::contradiction, line.where, line.establishment,
                     {"a recruitment expected in {}, before the answers ({})",
                      "un recrutement prévu en {}, avant les réponses ({})"},
                     {count(line.year), count(at(line.establishment).year(base_))});
            }
            int& persons = by_year[{line.establishment, line.year}];
            const bool usual = persons <= at(line.establishment).headcount;
            persons += line.persons;
            if (usual && persons > at(line.establishment).headcount) {
                tell(FindingKind::outlier, line.where, line.establishment,
                     {"{} recruitments expected in {} for a headcount of {}",
                      "{} recrutements prévus en {} pour un effectif de {}"},
                     {count(persons), count(line.year), count(at(line.establishment).headcount)});
            }
        }
    }

    /// The same score on every axis: often a form filled in without reading it.
    void read_audit() {
        std::map<std::uint32_t, std::vector<const AuditAnswer*>> audits;
        for (const AuditAnswer& line : answers_.audit) {
            audits[line.establishment].push_back(&line);
        }
        for (const auto& [establishment, lines] : audits) {
            const bool alike = std::all_of(lines.begin(), lines.end(), [&](const AuditAnswer* line) {
                return line->score == lines.front()->score;
            });
            if (alike && lines.size() > 3) {
                tell(FindingKind::outlier, lines.front()->where, establishment,
                     {"the same score, {}, on all {} axes", "la même note, {}, sur les {} axes"},
                     {count(lines.front()->score), std::to_string(lines.size())});
            }
        }
    }

    const Answers& answers_;
    const Pack& base_;
    std::vector<std::vector<const PersonAnswer*>> owners_;  // by establishment
    std::vector<Finding> findings_;
};

/// "0.0032", "below 0.0001"
Text probability_text(double probability) {
    constexpr double smallest = 0.0001;
    const double told = std::max(probability, smallest);
    const Text number{report::number(told, 4, Language::en), report::number(told, 4, Language::fr)};
    return probability < smallest ? fill({"below {}", "moins de {}"}, {number}) : number;
}

}  // namespace

std::vector<Finding> unusual_answers(const Answers& answers, const Pack& base) { return Unusual(answers, base).read(); }

std::vector<Finding> unusual_ages(const Answers& answers, const std::vector<KnownPeople>& people, const Pack& base,
                                  std::size_t& tests) {
    std::vector<Finding> findings;
    const std::vector<AgeTest> made = age_tests(answers, people, base);
    tests = made.size();
    for (const AgeTest& test : made) {
        if (test.probability < unlikely) {
            const EstablishmentAnswer& answer = answers.establishments[test.establishment];
            const Text expected{report::percent(test.expected, 0, Language::en),
                                report::percent(test.expected, 0, Language::fr)};
            findings.push_back(
                {FindingKind::outlier, answer.where,
                 fill({"{}: {} of {} people are {} or older; {} in its sector (probability {}, exact binomial "
                       "test)",
                       "{}\u00a0: {} personnes sur {} ont {} ans ou plus\u00a0; {} dans son secteur "
                       "(probabilité {}, test binomial exact)"},
                      {shown(answer.id), count(test.older), count(test.known), count(older_from), expected,
                       probability_text(test.probability)})});
        }
    }
    return findings;
}

}  // namespace releve::survey

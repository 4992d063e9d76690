#include "scenarios/survey/merge/merge_tables.hpp"

#include "engine/base/fill.hpp"
#include "engine/inputs/formats/number.hpp"
#include "scenarios/survey/merge/table_text.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace releve::survey {

namespace {

using Lines = std::vector<std::vector<std::string>>;

std::string blank_if(bool blank, int number) { return blank ? std::string() : std::to_string(number); }
std::string word_or_blank(std::span<const Word> words, int position) {
    return position < 0 ? std::string() : std::string(words[static_cast<std::size_t>(position)].code);
}
std::string flag_or_blank(std::optional<bool> flag) { return flag ? (*flag ? "1" : "0") : ""; }

/// In the order of a key without equals: that of the workbook's lines must not matter.
template <class Answer, class Key>
std::vector<Answer> sorted(std::vector<Answer> answers, Key key) {
    std::sort(answers.begin(), answers.end(), [&](const Answer& a, const Answer& b) { return key(a) < key(b); });
    return answers;
}

/// Lines of the workbook, put in place of those that the base has of the same establishments.
class Merge {
public:
    Merge(const Answers& answers, const std::vector<KnownPeople>& people, const Pack& base,
          const std::vector<EstablishmentRow>& after, std::vector<Finding>& findings, Problems& problems)
        : answers_(answers),
          people_(people),
          base_(base),
          after_(after),
          findings_(findings),
          problems_(problems) {
        for (std::uint32_t i = 0; i < answers.establishments.size(); ++i) {
            positions_.emplace(answers.establishments[i].id, i);
        }
    }

    std::vector<ChangedTable> read(const ResponseWeights& weights) {
        merge_establishments();
        merge_posts();
        merge_workers();
        merge_recruitments();
        merge_audits();
        merge_survey(weights);
        return std::move(changed_);
    }

private:
    const std::string& id(std::uint32_t establishment) const { return answers_.establishments[establishment].id; }

    /// Puts the new lines of each establishment where its first old one stood, else at the end. `all`: old lines of a
    /// surveyed establishment go even where it has no new one.
    void replace(std::string_view name, TableText table, std::map<std::uint32_t, Lines> lines, bool all) {
        const std::string before = csv_of(table);
        const std::size_t key = table.column("establishment");
        Lines rows;
        std::map<std::uint32_t, std::size_t> gone;  // lines without a new one, by establishment
        std::set<std::uint32_t> done;
        for (std::vector<std::string>& row : table.rows) {
            const auto at = positions_.find(row[key]);
            const bool replaced =
                at != positions_.end() && (all || lines.contains(at->second) || done.contains(at->second));
            if (!replaced) {
                rows.push_back(std::move(row));
                continue;
            }
            if (const auto fresh = lines.extract(at->second)) {
                rows.insert(rows.end(), fresh.mapped().begin(), fresh.mapped().end());
                done.insert(at->second);
            } else if (!done.contains(at->second)) {
                ++gone[at->second];
            }
        }
        for (auto& [establishment, fresh] : lines) {
            rows.insert(rows.end(), fresh.begin(), fresh.end());
        }
        for (const auto& [establishment, count] : gone) {
            tell(establishment, fill({"{} lines of {}.csv taken out: the workbook tells none",
                                      "{} lignes de {}.csv ôtées\u00a0: le classeur n'en dit aucune"},
                                     {std::to_string(count), name}));
        }
        table.rows = std::move(rows);
        add(name, before, table);
    }

    void add(std::string_view name, const std::string& before, const TableText& table) {
        std::string bytes = csv_of(table);
        if (bytes != before && !(table.rows.empty() && !base_.has(std::string(name)))) {
            changed_.push_back({name, std::move(bytes)});
        }
    }

    void tell(std::uint32_t establishment, const Text& what) {
        findings_.push_back({FindingKind::changed, answers_.establishments[establishment].where,
                             fill({"{}: {}", "{}\u00a0: {}"}, {shown(id(establishment)), what})});
    }

    void tell_if(std::uint32_t establishment, Label what, const std::string& was, const std::string& is) {
        if (was != is) {
            tell(establishment,
                 fill({"{} {} instead of {}", "{} {} au lieu de {}"}, {what, is, was.empty() ? "-" : was}));
        }
    }

    void tell_changes(std::uint32_t i, const EstablishmentRow& was, const EstablishmentRow& is) {
        tell_if(i, {"commune", "commune"}, base_.zone_codes.codes[was.zone], base_.zone_codes.codes[is.zone]);
        tell_if(i, {"sector", "secteur"}, base_.sectors.codes[was.sector], base_.sectors.codes[is.sector]);
        tell_if(i, {"headcount", "effectif"}, std::to_string(was.posts), std::to_string(is.posts));
        tell_if(i, {"size band", "tranche d'effectif"}, std::string(size_bands[was.size_band].word.code),
                std::string(size_bands[is.size_band].word.code));
        tell_if(i, {"kind", "nature"}, word_or_blank(establishment_kind_words, static_cast<int>(was.kind)),
                word_or_blank(establishment_kind_words, static_cast<int>(is.kind)));
        tell_if(i, {"owner's birth year", "année de naissance du patron"},
                blank_if(was.owner_birth_year == 0, was.owner_birth_year),
                blank_if(is.owner_birth_year == 0, is.owner_birth_year));
    }

    void merge_establishments() {
        TableText table = read_table_text(base_.directory, "establishments", problems_);
        const std::size_t key = table.column("establishment");
        std::unordered_map<std::string, std::vector<std::string>> old;
        for (const std::vector<std::string>& row : table.rows) {
            old.emplace(row[key], row);
        }
        std::map<std::uint32_t, Lines> lines;
        std::size_t next = base_.establishments.size();
        for (std::uint32_t i = 0; i < answers_.establishments.size(); ++i) {
            const EstablishmentAnswer& answer = answers_.establishments[i];
            const bool known = answer.in_base != no_index;
            const EstablishmentRow& row = after_[known ? answer.in_base : next++];
            if (known) {
                tell_changes(i, base_.establishments[answer.in_base], row);
            }
            const auto from = old.find(answer.id);
            lines[i].push_back(
                table.line({{"establishment", row.id},
                            {"zone", base_.zone_codes.codes[row.zone]},
                            {"sector", base_.sectors.codes[row.sector]},
                            {"kind", word_or_blank(establishment_kind_words, static_cast<int>(row.kind))},
                            {"size_band", std::string(size_bands[row.size_band].word.code)},
                            {"posts", std::to_string(row.posts)},
                            {"owner_birth_year", blank_if(row.owner_birth_year == 0, row.owner_birth_year)},
                            {"audited", row.audited ? "1" : "0"}},
                           from == old.end() ? std::vector<std::string>{} : from->second));
        }
        replace("establishments", std::move(table), std::move(lines), true);
    }

    void tell_posts() {
        std::map<std::pair<std::uint32_t, std::uint32_t>, std::pair<int, int>> posts;  // was, is
        for (const PostRow& row : base_.posts) {
            const auto at = positions_.find(base_.establishments[row.establishment].id);
            if (at != positions_.end()) {
                posts[{at->second, row.occupation}].first = row.posts;
            }
        }
        for (const PostAnswer& answer : answers_.posts) {
            posts[{answer.establishment, answer.occupation}].second = answer.posts;
        }
        for (const auto& [cell, figures] : posts) {
            if (answers_.establishments[cell.first].in_base != no_index && figures.first != figures.second) {
                tell(cell.first, fill({"posts of {}: {} instead of {}", "postes de {}\u00a0: {} au lieu de {}"},
                                      {base_.occupations.codes[cell.second], std::to_string(figures.second),
                                       std::to_string(figures.first)}));
            }
        }
    }

    void merge_posts() {
        tell_posts();
        TableText table = read_table_text(base_.directory, "posts", problems_);
        std::map<std::uint32_t, Lines> lines;
        for (const PostAnswer& answer : sorted(answers_.posts, [](const PostAnswer& line) {
                 return std::pair{line.establishment, line.occupation};
             })) {
            lines[answer.establishment].push_back(
                table.line({{"establishment", id(answer.establishment)},
                            {"occupation", base_.occupations.codes[answer.occupation]},
                            {"posts", std::to_string(answer.posts)}}));
        }
        replace("posts", std::move(table), std::move(lines), true);
    }

    void merge_workers() {
        TableText table = read_table_text(base_.directory, "workers", problems_);
        std::map<std::uint32_t, Lines> lines;
        for (const KnownPeople& known : people_) {
            lines[known.establishment].push_back(
                table.line({{"establishment", id(known.establishment)},
                            {"occupation", base_.occupations.codes[known.occupation]},
                            {"persons", std::to_string(known.persons)},
                            {"born_from", std::to_string(known.born_from)},
                            {"born_to", std::to_string(known.born_to)},
                            {"sex", word_or_blank(sex_words, known.sex)},
                            {"contract", word_or_blank(contract_words, known.contract)},
                            {"hired", blank_if(known.hired == 0, known.hired)}}));
        }
        replace("workers", std::move(table), std::move(lines), true);
    }

    void merge_recruitments() {
        TableText table = read_table_text(base_.directory, "planned_recruitments", problems_);
        std::map<std::uint32_t, Lines> lines;
        for (const RecruitmentAnswer& answer : sorted(answers_.recruitments, [](const RecruitmentAnswer& line) {
                 return std::tuple{line.establishment, line.occupation, line.year, line.reason};
             })) {
            lines[answer.establishment].push_back(
                table.line({{"establishment", id(answer.establishment)},
                            {"occupation", base_.occupations.codes[answer.occupation]},
                            {"year", std::to_string(answer.year)},
                            {"reason", word_or_blank(planned_reason_words, static_cast<int>(answer.reason))},
                            {"persons", std::to_string(answer.persons)},
                            {"difficult", flag_or_blank(answer.difficult)}}));
        }
        replace("planned_recruitments", std::move(table), std::move(lines), true);
    }

    /// A line of the base that says the same in the language of the workbook keeps its words in the other one.
    void merge_audits() {
        const bool french = answers_.language == Language::fr;
        TableText table = read_table_text(base_.directory, "audits", problems_);
        const std::size_t key = table.column("establishment"), axis = table.column("axis"),
                          score = table.column("score");
        const std::string_view weak = french ? "weak_point_fr" : "weak_point_en";
        const std::string_view evidence = french ? "evidence_fr" : "evidence_en";
        const std::size_t weak_column = table.column(weak), evidence_column = table.column(evidence);
        std::map<std::pair<std::string, std::string>, std::vector<std::string>> old;
        for (const std::vector<std::string>& row : table.rows) {
            old[{row[key], row[axis]}] = row;
        }
        std::map<std::uint32_t, Lines> lines;
        for (const AuditAnswer& answer : sorted(answers_.audit, [](const AuditAnswer& line) {
                 return std::pair{line.establishment, line.axis};
             })) {
            const std::string& code = base_.audit_axes.codes[answer.axis];
            const auto from = old.find({id(answer.establishment), code});
            const std::string is = std::to_string(answer.score);
            if (from != old.end()) {
                const Text what =
                    fill({"score \"{}\"", "note «\u00a0{}\u00a0»"}, {base_.audit_axes.names[answer.axis]});
                tell_if(answer.establishment, Label{what.en, what.fr}, from->second[score], is);
            }
            const bool same = from != old.end() && from->second[weak_column] == answer.weak_point &&
                              from->second[evidence_column] == answer.evidence;
            lines[answer.establishment].push_back(table.line({{"establishment", id(answer.establishment)},
                                                              {"axis", code},
                                                              {"score", is},
                                                              {weak, answer.weak_point},
                                                              {evidence, answer.evidence}},
                                                             same ? from->second : std::vector<std::string>{}));
        }
        replace("audits", std::move(table), std::move(lines), false);
    }

    void merge_survey(const ResponseWeights& weights) {
        TableText table = read_table_text(base_.directory, "survey", problems_);
        const std::string before = csv_of(table);
        table.rows.clear();
        const std::vector<bool> answered = answered_after(answers_, base_, after_.size());
        for (std::uint32_t i = 0; i < after_.size(); ++i) {
            if (answered[i]) {
                table.rows.push_back(table.line({{"establishment", after_[i].id},
                                                 {"stratum", weights.strata[weights.stratum[i]].code},
                                                 {"weight", to_text(weights.of(i))}}));
            }
        }
        add("survey", before, table);
    }

    const Answers& answers_;
    const std::vector<KnownPeople>& people_;
    const Pack& base_;
    const std::vector<EstablishmentRow>& after_;
    std::vector<Finding>& findings_;
    Problems& problems_;
    std::unordered_map<std::string, std::uint32_t> positions_;  // of surveyed establishments, by id
    std::vector<ChangedTable> changed_;
};

}  // namespace

std::vector<ChangedTable> merged_tables(const Answers& answers, const std::vector<KnownPeople>& people,
                                        const Pack& base, const std::vector<EstablishmentRow>& after,
                                        const ResponseWeights& weights, std::vector<Finding>& findings,
                                        Problems& problems) {
    return Merge(answers, people, base, after, findings, problems).read(weights);
}

}  // namespace releve::survey

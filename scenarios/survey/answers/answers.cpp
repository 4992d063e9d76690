#include "scenarios/survey/answers/answers.hpp"

#include "engine/base/fill.hpp"
#include "engine/base/suggest.hpp"
#include "scenarios/survey/answers/check_answers.hpp"

#include <unordered_map>

namespace releve::survey {

namespace {

std::optional<int> told(const Field& field) { return field.blank ? std::nullopt : std::optional<int>(field.whole); }
std::optional<bool> told_yes(const Field& field) {
    return field.blank ? std::nullopt : std::optional<bool>(field.whole == 1);
}
std::uint32_t position(const Field& field) { return static_cast<std::uint32_t>(field.whole); }

/// Lines of the workbook to answers, sheet by sheet.
class AnswerReader {
public:
    AnswerReader(const Filled& filled, const Pack& base, Problems& problems)
        : filled_(filled),
          base_(base),
          problems_(problems) {
        answers_.file = filled.file;
        answers_.language = filled.language;
    }

    Answers read() {
        read_establishments();
        for_each_line("posts", [&](const Line& line) {
            answers_.posts.push_back({line.where("posts"), line.establishment, position(line.at("occupation")),
                                      line.at("posts").whole, told(line.at("vacant")),
                                      told_yes(line.at("hard_to_fill"))});
        });
        for_each_line("people", [&](const Line& line) {
            answers_.people.push_back({line.where("birth_year"), line.establishment, position(line.at("occupation")),
                                       line.at("birth_year").whole, told(line.at("sex")).value_or(-1),
                                       told(line.at("contract")).value_or(-1), told(line.at("hired")).value_or(0)});
        });
        for_each_line("age_bands", [&](const Line& line) {
            answers_.bands.push_back({line.where("persons"), line.establishment, position(line.at("occupation")),
                                      line.at("from_age").whole, line.at("to_age").whole,
                                      told(line.at("sex")).value_or(-1), line.at("persons").whole});
        });
        for_each_line("recruitments", [&](const Line& line) {
            answers_.recruitments.push_back({line.where("persons"), line.establishment, position(line.at("occupation")),
                                             line.at("year").whole, static_cast<PlannedReason>(line.at("reason").whole),
                                             line.at("persons").whole, told_yes(line.at("difficult"))});
        });
        for_each_line("audit", [&](const Line& line) {
            answers_.audit.push_back({line.where("score"), line.establishment, position(line.at("axis")),
                                      line.at("score").whole, line.at("weak_point").text, line.at("evidence").text});
        });
        return std::move(answers_);
    }

private:
    struct Line {
        const Filled& filled;
        const FilledSheet& sheet;
        const FilledLine& line;
        std::uint32_t establishment = 0;
        const Field& at(std::string_view key) const { return sheet.field(line, key); }
        std::string where(std::string_view key) const { return filled.where(sheet, line, key); }
    };

    void read_establishments() {
        const FilledSheet& sheet = filled_.sheet("establishments");
        std::unordered_map<std::string, std::uint32_t> in_base;
        for (std::uint32_t i = 0; i < base_.establishments.size(); ++i) {
            in_base.emplace(base_.establishments[i].id, i);
        }
        for (const FilledLine& filled : sheet.lines) {
            const Line line{filled_, sheet, filled};
            EstablishmentAnswer answer{.id = line.at("establishment").text,
                                       .where = line.where("establishment"),
                                       .zone = position(line.at("zone")),
                                       .sector = position(line.at("sector")),
                                       .headcount = line.at("headcount").whole,
                                       .owner_birth_year = told(line.at("owner_birth_year")).value_or(0)};
            if (!line.at("kind").blank) {
                answer.kind = static_cast<EstablishmentKind>(line.at("kind").whole);
            }
            if (!line.at("month").blank) {
                answer.month = Month{line.at("month").whole};
            }
            if (const auto known = in_base.find(answer.id); known != in_base.end()) {
                answer.in_base = known->second;
            }
            const auto index = static_cast<std::uint32_t>(answers_.establishments.size());
            if (!positions_.emplace(answer.id, index).second) {
                problems_.add(answer.where,
                              fill({"establishment {} stands twice (one line each) delete one of the lines",
                                    "l'établissement {} est en double (une ligne chacun) supprimez l'une des "
                                    "lignes"},
                                   {shown(answer.id)}));
                continue;
            }
            answers_.establishments.push_back(std::move(answer));
        }
    }

    /// Position of the establishment a line is about; nothing, and a problem, if the first sheet lacks it.
    std::optional<std::uint32_t> establishment_of(const Line& line) {
        const Field& field = line.at("establishment");
        if (field.blank) {
            return 0;  // the only one: blanks of others are refused before
        }
        if (const auto known = positions_.find(field.text); known != positions_.end()) {
            return known->second;
        }
        std::vector<std::string_view> ids;
        for (const EstablishmentAnswer& answer : answers_.establishments) {
            ids.push_back(answer.id);
        }
        const std::string_view near = nearest_name(field.text, ids);
        const Text advice = near.empty() ? Text{"add its line there", "ajoutez-y sa ligne"}
                                         : fill({"did you mean \"{}\"? else add its line there",
                                                 "vouliez-vous dire «\u00a0{}\u00a0»\u00a0? sinon ajoutez-y sa ligne"},
                                                {near});
        problems_.add(line.where("establishment"),
                      fill({"unknown establishment \"{}\" (the sheet {} does not list it) {}",
                            "établissement inconnu «\u00a0{}\u00a0» (la feuille {} ne le contient pas) {}"},
                           {shown(field.text), filled_.sheet("establishments").record->name, advice}));
        return std::nullopt;
    }

    template <class Read>
    void for_each_line(std::string_view key, Read read) {
        const FilledSheet& sheet = filled_.sheet(key);
        for (const FilledLine& filled : sheet.lines) {
            if (!filled.sound || !filled.answered) {
                continue;
            }
            Line line{filled_, sheet, filled};
            if (const auto establishment = establishment_of(line)) {
                line.establishment = *establishment;
                read(line);
            }
        }
    }

    const Filled& filled_;
    const Pack& base_;
    Problems& problems_;
    Answers answers_;
    std::unordered_map<std::string, std::uint32_t> positions_;  // of establishments, by id
};

}  // namespace

Answers answers_of(const Filled& filled, const Pack& base, Problems& problems) {
    const FilledSheet& first = filled.sheet("establishments");
    if (!first.sound) {
        return {};
    }
    if (first.lines.empty()) {
        problems.add(filled.file,
                     fill({"no establishment on the sheet {} (nothing to import) fill in a line",
                           "aucun établissement dans la feuille {} (rien à importer) remplissez une ligne"},
                          {first.record->name}));
        return {};
    }
    Answers answers = AnswerReader(filled, base, problems).read();
    check_answers(answers, base, {.posts_known = filled.sheet("posts").sound}, problems);
    return answers;
}

}  // namespace releve::survey

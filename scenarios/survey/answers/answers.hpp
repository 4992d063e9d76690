#pragma once
#include "scenarios/survey/answers/filled.hpp"

#include <optional>
#include <string>
#include <vector>

namespace releve::survey {

/// What one establishment answered. `where` is the cell that messages name.
struct EstablishmentAnswer {
    std::string id, where;
    std::uint32_t zone = 0, sector = 0;
    int headcount = 0;
    std::optional<EstablishmentKind> kind;
    int owner_birth_year = 0;    ///< 0: not told
    std::optional<Month> month;  ///< of the survey
    std::uint32_t in_base = no_index;

    /// The year its answers are about: the survey's, else the year the pack starts.
    int year(const Pack& base) const { return month ? month->year() : base.calendar.start.year(); }
};

/// `establishment` is a position in Answers::establishments in all that follow.
struct PostAnswer {
    std::string where;
    std::uint32_t establishment = 0, occupation = 0;
    int posts = 0;
    std::optional<int> vacant;
    std::optional<bool> hard_to_fill;
};

struct PersonAnswer {
    std::string where;
    std::uint32_t establishment = 0, occupation = 0;
    int birth_year = 0;
    int sex = -1, contract = -1;  ///< -1: not told
    int hired = 0;                ///< 0: not told
};

struct BandAnswer {
    std::string where;
    std::uint32_t establishment = 0, occupation = 0;
    int from = 0, to = 0;  ///< ages reached in the year of the survey, both included
    int sex = -1;
    int persons = 0;
};

struct RecruitmentAnswer {
    std::string where;
    std::uint32_t establishment = 0, occupation = 0;
    int year = 0;
    PlannedReason reason{};
    int persons = 0;
    std::optional<bool> difficult;
};

struct AuditAnswer {
    std::string where;
    std::uint32_t establishment = 0, axis = 0;
    int score = 0;
    std::string weak_point, evidence;  ///< in the language of the workbook
};

struct Answers {
    std::string file;
    Language language = Language::en;
    std::vector<EstablishmentAnswer> establishments;
    std::vector<PostAnswer> posts;
    std::vector<PersonAnswer> people;
    std::vector<BandAnswer> bands;
    std::vector<RecruitmentAnswer> recruitments;
    std::vector<AuditAnswer> audit;
};

/// The sound lines of a workbook as answers. Problems: lines about establishments that the first sheet lacks, and
/// everything check_answers() finds. Where the first sheet is not sound, nothing is told of the others: they hang on it.
Answers answers_of(const Filled& filled, const Pack& base, Problems& problems);

}  // namespace releve::survey

#pragma once
#include "engine/base/hours/working_time.hpp"
#include "engine/base/month.hpp"
#include "engine/base/vocabulary.hpp"
#include "engine/inputs/funding.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

/// A pack in memory: plain data, indices instead of codes, every check already done. No file is touched here.
namespace releve {

inline constexpr std::uint32_t no_index = 0xFFFFFFFFu;

/// Codes of one classification, in the order of their table; names in both languages.
struct CodeList {
    std::vector<std::string> codes;
    std::vector<Text> names;
    std::vector<std::string> parents;
    std::unordered_map<std::string, std::uint32_t> index;

    std::uint32_t size() const { return static_cast<std::uint32_t>(codes.size()); }
    std::uint32_t find(const std::string& code) const {
        const auto at = index.find(code);
        return at == index.end() ? no_index : at->second;
    }
    void add(std::string code, Text name, std::string parent) {
        index.emplace(code, size());
        codes.push_back(std::move(code));
        names.push_back(std::move(name));
        parents.push_back(std::move(parent));
    }
};

struct Zone {
    double lon = 0, lat = 0;  ///< [degrees]
    double population = 0;    ///< [persons]
    bool inside = true;
};

/// Trips between zones where a pack tells them, flattened from * zones + to.
struct Travel {
    static constexpr double not_told = -1;
    bool in_minutes = false;   ///< else in km by road
    std::vector<double> told;  ///< empty where the pack tells none
};

struct EstablishmentRow {
    std::string id;
    std::uint32_t zone = 0, sector = 0;
    EstablishmentKind kind = EstablishmentKind::ordinary;
    std::uint8_t size_band = 0;  ///< position in size_bands
    int posts = 0;
    int owner_birth_year = 0;  ///< 0: not owner-run
    bool audited = false;
};

struct PostRow {
    std::uint32_t establishment = 0, occupation = 0;
    int posts = 0;
};

/// The labour market of one occupation, where a pack tells no establishments.
struct MarketRow {
    std::uint32_t occupation = 0;
    double employed = 0, unemployed = 0, vacancies = 0;
    double target = 0;  ///< posts that employers want at the start
};

struct AgeBand {
    std::string code;
    int from = 0;  ///< first age [years]
    int to = 0;    ///< last age, included [years]
};

/// Ages of a workforce told without its people.
struct AgeShare {
    AgeBand band;
    double share = 0;
};

/// One line of a margin: -1 on an axis means "all" (the figure is a sum over it).
struct PopulationMargin {
    std::int32_t zone = -1, age_band = -1, sex = -1, status = -1;
    double persons = 0;
};
struct EmploymentMargin {
    std::int32_t occupation = -1, age_band = -1, sex = -1;
    double persons = 0;
};

struct OccupationCompetence {
    std::uint32_t competence = 0;
    float level = 0;  ///< P[o, c] in (0, 1]
    bool essential = false;
};

struct TenureShare {
    int from_months = 0, to_months = 0;
    double share = 0;
};

struct FixedTermRow {
    double hire_share = 0;  ///< share of fixed-term contracts among hires
    double mean_duration_months = 1;
};

struct DemandRow {
    std::int32_t sector = -1, occupation = -1;  ///< -1: all
    int year = 0;
    double growth = 0;  ///< per year
};

/// A number of posts that an establishment is born with.
struct BirthSize {
    int posts = 1;
    double share = 0;
};

struct PensionLawRow {
    int born_from = 0;  ///< month count of the first birth month concerned
    int opening_age_months = 0, full_rate_age_months = 0, quarters = 0;
    double decote_per_quarter = 0;
};
struct LongCareerRow {
    int born_from = 0;
    int start_before_age = 0;  ///< [years]
    int quarters_extra = 0;    ///< beyond those of the full rate
    int earliest_age_months = 0;
};
struct PensionLaw {
    std::string name;
    int effective = 0;                        ///< month count of the first pensions it rules
    std::vector<PensionLawRow> cohorts;       ///< by born_from, increasing
    std::vector<LongCareerRow> long_careers;  ///< by born_from, then start_before_age
};

struct SchoolLeaving {
    Education education{};
    int age = 0;
    double share = 0;
};

struct MigrationRate {
    int from_age = 0, to_age = 0;
    double in_rate = 0, out_rate = 0;  ///< per resident and year
};

struct ActivityRate {
    int from_age = 0, to_age = 0;
    double rate = 0;
};

struct AuditRow {
    std::uint32_t establishment = 0, axis = 0;
    int score = 0;  ///< 0-4
    Text weak_point;
    Text evidence;  ///< what the score rests on
};

/// How an axis is asked about, and what its scores mean.
struct AuditQuestion {
    Text question;
    Text low, high;  ///< what scores of 0 and of 4 look like
};

/// People whom a survey knows by what their employer told: no name, no day of birth.
struct WorkerRow {
    std::uint32_t establishment = 0, occupation = 0;
    int persons = 1;                 ///< all alike
    int born_from = 0, born_to = 0;  ///< years, both included
    std::int32_t sex = -1;           ///< -1: not told
    std::int32_t contract = -1;      ///< -1: not told
    int hired = 0;                   ///< year; 0: not told
    std::optional<double> mastery;   ///< of the occupation, 0-1
};

/// What an employer said it would recruit.
struct PlannedRecruitment {
    std::uint32_t establishment = 0, occupation = 0;
    int year = 0;
    int persons = 0;
    PlannedReason reason{};
    std::optional<bool> difficult;  ///< expected to be; nothing: not told
};

/// An establishment that answered the survey, and how many establishments of its stratum it stands for.
struct SurveyAnswer {
    std::uint32_t establishment = 0;
    std::string stratum;
    double weight = 1;  ///< [establishments]
};

struct CrossImpact {
    std::uint32_t from = 0, to = 0;
    int influence = 0;  ///< 0-3
};

struct Observed {
    std::string indicator, period, breakdown, unit, source;
    double value = 0;
};

/// Where one table comes from, as territory.toml says.
struct Provenance {
    std::string table, producer, year, note, licence, sha256;
    bool estimated = false;
    bool is_public = false;  ///< of a confidential table: made up, or told with the agreement of all it tells of
};

/// Bytes of one file of a pack.
struct PackFile {
    std::string name, bytes;
};

/// A pack whose files take more [bytes] than this is not kept in results.
inline constexpr std::size_t most_kept_bytes = std::size_t{16} << 20;

/// A value set by the pack for a parameter of a record ("matching.applications" = 3).
struct ParameterValue {
    std::string path;
    double value = 0;
    std::string where;  ///< file:line, for messages
};

struct Pack {
    std::string directory;
    Text name;
    std::string version;
    Calendar calendar;
    std::string step_where;        ///< file:line of the length of a step, if the pack tells it
    double long_term_months = 12;  ///< unemployed for so long: long-term
    double persons_per_agent = 1;  ///< how many people one simulated person stands for
    std::vector<std::pair<std::string, std::string>> code_versions;
    std::vector<Provenance> provenance;
    std::vector<ParameterValue> parameters;
    std::vector<std::string> tables_present;
    std::vector<std::pair<std::string, std::string>> file_hashes;  ///< file name, sha256 of its bytes
    std::vector<PackFile> kept_files;  ///< those that results may hold: not of confidential tables that are not public

    CodeList zone_codes, sectors, occupations, competences, audit_axes;
    std::vector<Zone> zones;
    Travel travel;
    std::vector<double> learning_months, fading_months;       ///< by competence
    std::vector<std::vector<OccupationCompetence>> profiles;  ///< by occupation
    std::vector<double> mobility;                             ///< from * O + to; rows sum to 1
    std::vector<EstablishmentRow> establishments;
    std::vector<PostRow> posts;
    std::vector<MarketRow> market;  ///< only in packs without establishments
    std::vector<AgeShare> workforce_ages;
    std::vector<double> entrants;                              ///< share by occupation
    std::vector<double> separation_by_age, retirement_by_age;  ///< monthly probability by age in years, 0 to 120
    std::vector<double> substitution;  ///< by occupation: share of its work that technology can take over
    std::vector<AgeBand> age_bands;    ///< of the population margins, by age
    std::vector<PopulationMargin> population_margins;
    std::vector<EmploymentMargin> employment_margins;
    std::vector<std::array<double, education_words.size()>> education_by_occupation;
    std::vector<std::array<double, contract_words.size()>> contracts_by_occupation;
    std::vector<std::vector<TenureShare>> tenure_by_occupation;
    WorkingTimes working_times;
    std::vector<double> jobseekers;  ///< share by occupation
    std::vector<DemandRow> demand;
    std::vector<std::array<double, size_bands.size()>> closure_rate;  ///< by sector and size band, per year
    std::vector<double> birth_rate;  ///< by sector, per year and establishment at the start
    std::vector<BirthSize> birth_sizes;
    std::array<std::vector<double>, 2> mortality;              ///< by sex, by age in years: annual probability
    std::vector<double> quit_rate, layoff_rate, other_rate;    ///< by occupation, per year
    std::vector<FixedTermRow> fixed_term;                      ///< by occupation
    std::array<std::vector<ActivityRate>, 2> activity;         ///< by sex
    std::array<std::vector<MigrationRate>, 2> migration;       ///< by sex
    std::vector<std::array<double, 2>> school_cohorts;         ///< persons turning 15 by year since the start, by sex
    std::array<std::vector<SchoolLeaving>, 2> school_leaving;  ///< by sex
    std::array<std::vector<double>, education_words.size()> first_occupation;  ///< by education, share by occupation
    std::vector<PensionLaw> pension_laws;
    std::vector<double> early_pension;  ///< by occupation: share with a right to an early pension; empty: nobody
    std::vector<AuditQuestion> audit_questions;  ///< by axis
    std::vector<AuditRow> audits;
    std::vector<WorkerRow> workers;
    std::vector<PlannedRecruitment> planned_recruitments;
    std::vector<SurveyAnswer> survey;
    std::vector<CrossImpact> cross_impact;
    std::vector<Funder> funders;
    std::vector<Convention> conventions;
    std::vector<Scheme> schemes;
    std::vector<SchemeRule> scheme_rules;
    std::vector<ActionCost> action_costs;
    std::vector<Link> links;
    std::vector<Observed> observed;

    bool has(const std::string& table) const {
        for (const std::string& present : tables_present) {
            if (present == table) {
                return true;
            }
        }
        return false;
    }
};

}  // namespace releve

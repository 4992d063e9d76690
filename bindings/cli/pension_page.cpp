#include "bindings/cli/pension_page.hpp"

#include "bindings/cli/pages.hpp"
#include "engine/base/error.hpp"
#include "engine/base/fill.hpp"
#include "engine/base/suggest.hpp"
#include "engine/inputs/formats/number.hpp"
#include "engine/inputs/pack_reader.hpp"
#include "engine/inputs/pension.hpp"
#include "scenarios/launch/territory.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace releve {

namespace {

constexpr int usual_start = 20 * 12;  // [months] age at the first post when the user gives none

/// "1961-09-01" or "1961-09": a law counts whole months.
std::optional<Month> month_of_date(const std::string& text) {
    const bool with_day =
        text.size() == 10 && text[7] == '-' && text[8] >= '0' && text[8] <= '3' && text[9] >= '0' && text[9] <= '9';
    const int day = with_day ? (text[8] - '0') * 10 + (text[9] - '0') : 1;
    return day >= 1 && day <= 31 && (with_day || text.size() == 7) ? parse_month(text.substr(0, 7)) : std::nullopt;
}

Month date_option(const Arguments& arguments, const std::string& option, const char* example) {
    const std::string text = arguments.text(option);
    const std::optional<Month> month = month_of_date(text);
    if (!month) {
        throw UsageError(fill({"{}: '{}' is not a date write for example {} {}",
                               "{}\u00a0: «\u00a0{}\u00a0» n'est pas une date écrivez par exemple {} {}"},
                              {option, shown(text), option, example}));
    }
    return *month;
}

const PensionLaw& law_asked(const Pack& pack, const std::string& name) {
    std::vector<std::string_view> known;
    for (const PensionLaw& law : pack.pension_laws) {
        if (law.name == name) {
            return law;
        }
        known.push_back(law.name);
    }
    const std::string_view near = nearest_name(name, known);
    const std::string all = fmt::format("{}", fmt::join(known, ", "));
    throw UsageError(
        near.empty()
            ? fill({"--law: unknown law '{}' (the pack has {})",
                    "--law\u00a0: loi inconnue «\u00a0{}\u00a0» (les données contiennent {})"},
                   {shown(name), all})
            : fill({"--law: unknown law '{}' (the pack has {}) did you mean '{}'?",
                    "--law\u00a0: loi inconnue «\u00a0{}\u00a0» (les données contiennent {}) vouliez-vous dire "
                    "«\u00a0{}\u00a0»\u00a0?"},
                   {shown(name), all, near}));
}

Pack read_laws(const std::string& directory) {
    Problems problems;
    std::vector<Text> notes;
    Pack pack = read_pack(directory, problems, notes);
    problems.raise();
    if (pack.pension_laws.empty()) {
        problems.add(directory, {"no retirement law (pension_law.csv is missing) add the table",
                                 "aucune loi de retraite (pension_law.csv est absent) ajoutez la table"});
        problems.raise();
    }
    return pack;
}

std::uint8_t hours_option(const Arguments& arguments) {
    const std::string text = arguments.text("--part-time", "1");
    const double share = parse_number(text).value_or(0);
    if (!(share >= 0.01 && share <= 1)) {
        throw UsageError(fill({"--part-time: {} is not a share of full time write for example --part-time 0.25",
                               "--part-time\u00a0: {} n'est pas une part du temps plein écrivez par exemple "
                               "--part-time 0.25"},
                              {shown(text)}));
    }
    return static_cast<std::uint8_t>(share * full_time + 0.5);
}

/// A career at these hours from its first month on, as the last rule of the pack finds it.
CareerFacts career_at(const WorkingTimes& times, Month born, Month start, std::uint8_t hours) {
    const int last_rule = times.rules.empty() ? start.count : times.rules.back().from;
    const int as_of = hours < full_time ? std::max(start.count, last_rule) : start.count;
    const WorkingTimes at_minimum_wage{.part_time = {}, .pay = {}, .hours = {}, .rules = times.rules};
    const int missed = at_minimum_wage.missed_twelfths(0, Sex::men, hours, start.count, as_of);
    return {.birth = born.count,
            .career_start = start.count,
            .quarters = (as_of - start.count) / 3.0 - missed / 12.0,
            .as_of = as_of,
            .pace = static_cast<double>(at_minimum_wage.quarters_a_year(0, Sex::men, hours, as_of))};
}

Page page_of(const PensionLaw& law, const CareerFacts& facts, Language language) {
    const Month born{facts.birth};
    const Month career_start{facts.career_start};
    const PensionDates dates = pension_dates(law, facts);
    const bool french = language == Language::fr;
    const auto month = [](int count) { return to_string(Month{count}); };
    Page page{"pension",
              "pension",
              french ? "dates de la retraite" : "dates of the pension",
              french ? "Selon la loi, pour une carrière sans interruption." : "By the law, for a career without a gap.",
              {},
              {}};
    page.facts = {
        {"law", {"law", "loi"}, law.name},
        {"effective", {"rules pensions from", "régit les pensions depuis"}, month(law.effective)},
        {"born", {"born", "naissance"}, to_string(born)},
        {"career_start", {"career start", "début de carrière"}, to_string(career_start)},
        {"quarters_a_year",
         {"quarters validated a year", "trimestres validés par an"},
         std::to_string(static_cast<int>(facts.pace))},
        {"opening", {"opening age reached", "âge d'ouverture atteint"}, month(dates.opening)},
        {"earliest", {"earliest pension", "retraite la plus précoce"}, month(dates.earliest)},
        {"long_career",
         {"by a long career", "par carrière longue"},
         dates.long_career ? (french ? "oui" : "yes") : (french ? "non" : "no")},
        {"full_rate", {"full rate", "taux plein"}, month(dates.full_rate)},
        {"automatic_full_rate", {"automatic full rate", "taux plein automatique"}, month(dates.automatic)},
        {"quarters_required", {"quarters required", "trimestres requis"}, std::to_string(dates.quarters_required)}};
    return page;
}

}  // namespace

bool asks_for_pension(const Arguments& arguments) {
    return arguments.has("--born") || arguments.has("--law") || arguments.has("--career-start") ||
           arguments.has("--part-time") || arguments.has("--pack");
}

int describe_pension(const Call& call) {
    const Arguments& arguments = call.arguments;
    if (!arguments.has("--born")) {
        throw UsageError({"--born is missing write for example --born 1961-09-01",
                          "--born manque écrivez par exemple --born 1961-09-01"});
    }
    const Month born = date_option(arguments, "--born", "1961-09-01");
    const Month start =
        arguments.has("--career-start") ? date_option(arguments, "--career-start", "1981-09") : born + usual_start;
    if (start <= born) {
        throw UsageError(
            fill({"--career-start: {} is not after the birth ({}) correct one of them",
                  "--career-start\u00a0: {} ne vient pas après la naissance ({}) corrigez l'une des dates"},
                 {to_string(start), to_string(born)}));
    }
    const Pack pack = read_laws(arguments.text("--pack", shipped_pack()));
    const std::size_t latest = law_at(pack.pension_laws, Month::of(2999, 12));
    const PensionLaw& law =
        arguments.has("--law") ? law_asked(pack, arguments.text("--law")) : pack.pension_laws[latest];
    const std::vector<Page> pages{
        page_of(law, career_at(pack.working_times, born, start, hours_option(arguments)), call.language)};
    if (call.json || arguments.text("--format") == "json") {
        fmt::print("{}\n", as_json(pages));
    } else if (arguments.text("--format") == "md") {
        fmt::print("{}", as_markdown(pages, call.language, {"Pension", "Retraite"}));
    } else {
        fmt::print("{}", as_text(pages, call.language, false));
    }
    return 0;
}

}  // namespace releve

#include "scenarios/survey/import_survey.hpp"
#include "scenarios/survey/merge/write_pack.hpp"
#include "tests/langres.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>

using namespace releve;
using namespace releve::survey;
using namespace releve::tests;

namespace fs = std::filesystem;

namespace {

/// One person a post for the first ten audited establishments of Langres, born in years that the workbook tells.
std::vector<KnownPeople> people_told(const Pack& base, Answers& answers) {
    std::vector<KnownPeople> people;
    for (std::uint32_t i = 0; i < base.establishments.size() && answers.establishments.size() < 10; ++i) {
        if (base.establishments[i].audited) {
            const EstablishmentRow& row = base.establishments[i];
            const auto here = static_cast<std::uint32_t>(answers.establishments.size());
            answers.establishments.push_back(
                {.id = row.id, .zone = row.zone, .sector = row.sector, .headcount = row.posts, .in_base = i});
            for (const PostRow& post : base.posts) {
                if (post.establishment == i) {
                    answers.posts.push_back({"", here, post.occupation, post.posts});
                    for (int k = 0; k < post.posts; ++k) {
                        const int born = 1953 + (k * 7 + static_cast<int>(post.occupation)) % 38;
                        people.push_back({here, post.occupation, born, born, k % 2, -1, std::min(2012, born + 20)});
                    }
                }
            }
        }
    }
    return people;
}

using Told = std::vector<std::tuple<std::uint32_t, std::uint32_t, int, int>>;  // establishment, occupation, born, sex

}  // namespace

TEST_CASE("people of a survey are those of the first state", "[survey]") {
    const Pack& base = langres();
    Answers answers;
    const std::vector<KnownPeople> people = people_told(base, answers);
    const std::vector<EstablishmentRow> after = establishments_after(answers, base);
    const ResponseWeights weights = response_weights(base.sectors, after, answered_after(answers, base, after.size()));
    std::vector<Finding> findings;
    Problems problems;
    const std::vector<ChangedTable> tables = merged_tables(answers, people, base, after, weights, findings, problems);
    problems.raise();
    const fs::path folder = fs::temp_directory_path() / "releve_survey_people";
    fs::remove_all(folder);
    write_pack(base, tables, {"s.xlsx", std::string(64, '0'), "2013"}, folder.generic_string());
    std::vector<Text> notes;
    const Pack pack = read_pack(folder.generic_string(), problems, notes);
    problems.raise();
    fs::remove_all(folder);

    SynthesisReport report;
    const State state = synthesise(pack, default_synthesis(), 1, report);
    Told expected, found;
    for (const KnownPeople& one : people) {
        expected.emplace_back(answers.establishments[one.establishment].in_base, one.occupation, one.born_from,
                              one.sex);
    }
    for (std::uint32_t i = 0; i < state.persons.size(); ++i) {
        const Person& one = state.persons[PersonId{i}];
        const std::uint32_t where =
            one.status == Status::employed ? state.establishment_of(PersonId{i}).value : no_index;
        if (std::any_of(answers.establishments.begin(), answers.establishments.end(),
                        [&](const EstablishmentAnswer& answer) { return answer.in_base == where; })) {
            found.emplace_back(where, one.occupation, (pack.calendar.start + one.birth).year(),
                               static_cast<int>(one.sex));
        }
    }
    std::sort(expected.begin(), expected.end());
    std::sort(found.begin(), found.end());
    CHECK(expected.size() > 100);
    CHECK(found == expected);
}

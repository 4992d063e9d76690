#include "engine/model/demography/school.hpp"

#include <algorithm>

namespace releve {

int school_leaving_month(const State& state, const Pack& pack, PersonId person) {
    const Person& one = state.persons[person];
    const int first_seen = std::max<int>(0, one.birth + 15 * 12);
    const int age_seen = (first_seen - one.birth) / 12;
    const std::vector<SchoolLeaving>& rows = pack.school_leaving[static_cast<std::size_t>(one.sex)];
    const auto possible = [&](const SchoolLeaving& row) {
        return row.education == one.education && row.age > age_seen;
    };
    double total = 0;
    for (const SchoolLeaving& row : rows) {
        total += possible(row) ? row.share : 0;
    }
    if (total <= 0) {
        return first_seen + 6;  // older than the table knows: leaves within the year
    }
    Draws draws = state.luck.draws(one.key, purpose("school_leaving.age"));
    double left = draws.uniform() * total;
    int age = age_seen + 1;
    for (const SchoolLeaving& row : rows) {
        if (left >= 0 && possible(row) && row.share > 0) {
            left -= row.share;
            age = row.age;
        }
    }
    return one.birth + 12 * age + static_cast<int>(draws.below(12)) - 6;
}

Education draw_education(const Pack& pack, Sex sex, Draws& draws) {
    std::array<double, education_words.size()> shares{};
    for (const SchoolLeaving& row : pack.school_leaving[static_cast<std::size_t>(sex)]) {
        shares[static_cast<std::size_t>(row.education)] += row.share;
    }
    return static_cast<Education>(draws.weighted(shares));
}

namespace processes {

namespace {

enum : std::size_t { first_mastery };
constexpr Parameter parameters[] = {
    {.name = "first_mastery",
     .value = 0.40,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"mastery of the first occupation on leaving school",
                 "maîtrise du premier métier en sortant de l'école"},
     .source = "guess",
     .guess = true},
};
constexpr std::string_view tables[] = {"school_leaving", "education_occupations"};

Hazard hazard(const RiskContext& at, std::uint32_t entity, int month) {
    const int leaving = school_leaving_month(at.state, at.setting.pack, PersonId{entity});
    constexpr double certain = 1e9;
    return month < leaving ? Hazard{0, leaving} : Hazard{certain, never};
}

void step(const Step& at, Proposals& proposals) {
    for (const std::uint32_t entity : at.due) {
        const PersonId person{entity};
        const auto education = static_cast<std::size_t>(at.state.persons[person].education);
        Draws draws = at.state.luck.draws(at.state.persons[person].key, at.purpose);
        const std::size_t occupation = draws.weighted(at.setting.pack.first_occupation[education]);
        proposals.become(person, Status::unemployed, static_cast<std::uint16_t>(occupation));
        proposals.learn(person, static_cast<float>(at.parameters[first_mastery]));
    }
}

}  // namespace

extern const Process school_leaving = {
    .name = "school_leaving",
    .label = {"entries from school", "sorties de l'école"},
    .meaning =
        {"Young people leave school at the age and with the diploma drawn for them, choose an occupation by that "
         "diploma, and look for a first post.",
         "Les jeunes quittent l'école à l'âge et avec le diplôme tirés pour eux, choisissent un métier selon ce "
         "diplôme et cherchent un premier poste."},
    .formula =
        "leaving age ~ table(sex, education | older than now), uniform within the year; occupation ~ "
        "table(education)",
    .source = "pack tables school_leaving and education_occupations (Dares, diplomas of the under-30 by FAP)",
    .parameters = parameters,
    .tables = tables,
    .changes = {Change::become, Change::learn},
    .risk = {.statuses = {Status::education}, .hazard = hazard},
    .step = step,
};

}  // namespace processes
}  // namespace releve

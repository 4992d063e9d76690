#include "engine/model/demography/school.hpp"

namespace releve::processes {

namespace {

enum : std::size_t { multiplier };
constexpr Parameter parameters[] = {
    {.name = "multiplier",
     .value = 1,
     .unit = "1",
     .least = 0,
     .most = 3,
     .meaning = {"multiplies the size of every cohort", "multiplie la taille de chaque génération"},
     .source = "1: the cohorts of the pack's table as they are"},
};
constexpr std::string_view tables[] = {"school_cohorts", "school_leaving", "zones"};

/// Population of the inside zones, summed up: where newcomers live.
std::vector<double> prepare(const Setting& setting, std::span<const double>) {
    std::vector<double> sums;
    for (const Zone& zone : setting.pack.zones) {
        if (zone.inside) {
            sums.push_back((sums.empty() ? 0.0 : sums.back()) + zone.population);
        }
    }
    return sums;
}

void step(const Step& at, Proposals& proposals) {
    const auto& cohorts = at.setting.pack.school_cohorts;
    const auto year = static_cast<std::size_t>(at.state.date().year() - at.setting.calendar.start.year());
    if (cohorts.empty()) {
        return;
    }
    const auto& persons = cohorts[std::min(year, cohorts.size() - 1)];
    std::uint32_t index = 0;
    for (const Sex sex : {Sex::men, Sex::women}) {
        const double expected = at.parameters[multiplier] * persons[static_cast<std::size_t>(sex)] / 12.0;
        const DrawKey group{static_cast<std::uint32_t>(sex), 0};
        const auto newcomers = static_cast<std::uint32_t>(
            expected + at.draws(group, static_cast<std::uint32_t>(at.state.month)).uniform());
        for (std::uint32_t i = 0; i < newcomers; ++i) {
            const DrawKey key = person_key(Origin::school_cohort, at.state.month, index++);
            Draws draws = at.draws(key, 0);
            Person young{.key = key, .birth = static_cast<MonthIndex>(at.state.month - 15 * 12), .sex = sex};
            young.education = draw_education(at.setting.pack, sex, draws);
            young.zone = static_cast<std::uint16_t>(draws.weighted_by_sums(at.prepared));
            young.status = Status::education;
            young.status_since = static_cast<MonthIndex>(at.state.month);
            young.career_start = never;
            proposals.arrive(young);
        }
    }
}

}  // namespace

extern const Process school_cohort = {
    .name = "school_cohort",
    .label = {"young people turning 15", "jeunes atteignant 15 ans"},
    .meaning = {"Residents enter the simulation when they turn 15, still at school.",
                "Les résidents entrent dans la simulation à 15 ans, encore scolarisés."},
    .formula = "arrivals a month = cohort(year, sex) / 12, rounded up with the probability of the fraction",
    .source = "pack table school_cohorts (from the department's pyramid, Insee)",
    .parameters = parameters,
    .tables = tables,
    .changes = {Change::arrive},
    .prepare = prepare,
    .step = step,
};

}  // namespace releve::processes

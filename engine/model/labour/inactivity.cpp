#include "engine/model/labour/inactivity.hpp"

#include "engine/model/process.hpp"

#include <algorithm>

namespace releve {

double activity_rate(const Pack& pack, std::size_t sex, int age_years) {
    const int age = std::clamp(age_years, 25, 59);
    for (const ActivityRate& row : pack.activity[sex]) {
        if (age >= row.from_age && age <= row.to_age) {
            return std::clamp(row.rate, 0.05, 0.999);
        }
    }
    return 0.9;
}

namespace processes {

namespace {

enum : std::size_t { exchange, unemployed_factor };
constexpr Parameter parameters[] = {
    {.name = "exchange",
     .value = 0.012,
     .unit = "1/month",
     .least = 0,
     .most = 0.2,
     .meaning = {"hazard of return of the inactive that the exits of a stable population balance",
                 "risque mensuel de retour des inactifs que compensent les sorties d'une population stable"},
     .source = "guess: spells of inactivity last about seven years",
     .guess = true},
    {.name = "unemployed_factor",
     .value = 10,
     .unit = "1",
     .least = 1,
     .most = 50,
     .meaning = {"how much likelier the unemployed are to give up than workers",
                 "combien de fois les chômeurs renoncent plus souvent que les personnes en poste"},
     .source = "guess: order of magnitude of the French labour force survey's flows",
     .guess = true},
};
constexpr std::string_view tables[] = {"activity"};

/// Exit hazard by sex and age: what balances returns, plus the fall of the rate to the next band of five years.
std::vector<double> prepare(const Setting& setting, std::span<const double> values) {
    return AgeTable::values([&](std::size_t sex, int age) {
        const double rate = activity_rate(setting.pack, sex, age);
        const double fall = (rate - activity_rate(setting.pack, sex, age + 5)) / 60.0;  // [per month]
        return values[exchange] * (1 - rate) / rate + std::max(0.0, fall / rate);
    });
}

/// Scaled so that the mean over a labour force with one unemployed in ten is the table's hazard.
double age_factor(std::span<const double> values, Status status) {
    const double scale = 1.0 / (0.9 + 0.1 * values[unemployed_factor]);
    return scale * (status == Status::unemployed ? values[unemployed_factor] : 1.0);
}

void step(const Step& at, Proposals& proposals) {
    for (const std::uint32_t person : at.due) {
        proposals.become(PersonId{person}, Status::inactive);
    }
}

}  // namespace

extern const Process inactivity = {
    .name = "inactivity",
    .label = {"exits to inactivity", "passages à l'inactivité"},
    .meaning = {"Workers and the unemployed leave the labour force (illness, family, discouragement, early exit).",
                "Des personnes en poste ou au chômage quittent la vie active (maladie, famille, découragement, sortie "
                "précoce)."},
    .formula =
        "hazard = exchange * (1 - a) / a - a'/a, a = activity rate of the sex and age; "
        "unemployed_factor times larger for the unemployed than for workers, with that mean; owners: 0",
    .source = "pack table activity (Insee, labour force survey); the flows behind the rates are a guess",
    .parameters = parameters,
    .tables = tables,
    .changes = {Change::become},
    // owners keep to their firm
    .risk = {.statuses = {Status::employed, Status::unemployed},
             .contracts = all_but_owners,
             .residents_only = true,
             .age_factor = age_factor},
    .prepare = prepare,
    .step = step,
};

}  // namespace processes
}  // namespace releve

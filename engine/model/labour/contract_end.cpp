#include "engine/base/rates.hpp"
#include "engine/model/process.hpp"

namespace releve::processes {

namespace {

enum : std::size_t { multiplier, conversion, agency_months, apprentice_months };
constexpr Parameter parameters[] = {
    {.name = "multiplier",
     .value = 1.5,
     .unit = "1",
     .least = 0.1,
     .most = 5,
     .meaning = {"multiplies how fast fixed terms end (agency and apprentices aside)",
                 "multiplie la fréquence des fins de CDD (hors intérim et apprentissage)"},
     .source =
         "guess, calibrated on fixed terms being 81.2 % of hires (Dares 2014-003, 2012) and 9 to 10 % of employees: "
         "with 1, the table's durations, entries on fixed terms are 32 % of employees a year instead of 42.6 %",
     .guess = true},
    {.name = "conversion",
     .value = 0.022,
     .unit = "1",
     .least = 0,
     .most = 0.4,
     .meaning = {"share of ends of fixed term that turn into an open-ended contract with the same employer",
                 "part des fins de CDD transformées en CDI chez le même employeur"},
     .source =
         "guess, calibrated on open-ended entries (9.8 %) against exits (11.3 % of employees, Dares 2014-003, 2012): "
         "short contracts, the great majority, hardly ever turn",
     .guess = true},
    {.name = "agency_months",
     .value = 2,
     .unit = "month",
     .least = 1,
     .most = 24,
     .meaning = {"mean length of an agency worker's stay in a post", "durée moyenne d'un intérimaire dans un poste"},
     .source = "guess: assignments last about two weeks (Dares) and follow each other",
     .guess = true},
    {.name = "apprentice_months",
     .value = 18,
     .unit = "month",
     .least = 3,
     .most = 48,
     .meaning = {"mean length of an apprenticeship, breaks included",
                 "durée moyenne d'un apprentissage, ruptures comprises"},
     .source = "two-year contracts of which 18.9 % break within 9 months (2017)",
     .guess = true},
};
constexpr std::string_view tables[] = {"fixed_term"};

/// Hazard per month by occupation for fixed terms, from the mean duration in whole months of at least one; then for
/// agency workers and for apprentices.
std::vector<double> prepare(const Setting& setting, std::span<const double> values) {
    std::vector<double> hazards;
    const auto add = [&](double mean_months, double faster) {
        const double ends = std::min(0.95, 1.0 / std::max(1.0, mean_months));
        hazards.push_back(faster * hazard_from_probability(ends));
    };
    for (const FixedTermRow& row : setting.pack.fixed_term) {
        add(row.mean_duration_months, values[multiplier]);
    }
    add(values[agency_months], 1);
    add(values[apprentice_months], 1);
    return hazards;
}

Hazard hazard(const RiskContext& at, std::uint32_t entity, int) {
    const PersonId person{entity};
    const std::size_t occupations = at.prepared.size() - 2;
    switch (at.state.persons[person].contract) {
        case Contract::agency: return {at.prepared[occupations], never};
        case Contract::apprentice: return {at.prepared[occupations + 1], never};
        default: return {at.prepared[at.state.persons[person].occupation], never};
    }
}

/// On a contract of which an action knows the date and tells the end.
bool is_dated(const State& state, PersonId person) {
    return state.programme_of(person).establishment == state.establishment_of(person);
}

void step(const Step& at, Proposals& proposals) {
    for (const std::uint32_t entity : at.due) {
        const PersonId person{entity};
        if (is_dated(at.state, person)) {
            continue;
        }
        if (at.draws(person).happens(at.parameters[conversion])) {
            proposals.convert_contract(person, Contract::open_ended);
        } else {
            proposals.separate(person, Separation::contract_end);
        }
    }
}

}  // namespace

extern const Process contract_end = {
    .name = "contract_end",
    .label = {"ends of fixed term", "fins de contrat à durée déterminée"},
    .meaning =
        {"Fixed terms (agency and apprentice contracts too) end, or turn into open-ended contracts.",
         "Les contrats à durée déterminée (intérim et apprentissage compris) prennent fin ou deviennent des CDI."},
    .formula =
        "P(end in a month) = 1 / mean duration of the occupation [months], at most 0.95 (fixed terms: hazard times "
        "`multiplier`); then open-ended with probability `conversion`, else separation",
    .source = "pack table fixed_term (Dares, movements of workforce by FAP)",
    .parameters = parameters,
    .tables = tables,
    .changes = {Change::separate, Change::convert_contract},
    .risk = {.spell = SpellOf::post, .statuses = {Status::employed}, .contracts = temporary, .hazard = hazard},
    .prepare = prepare,
    .step = step,
};

}  // namespace releve::processes

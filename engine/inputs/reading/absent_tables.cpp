#include "engine/inputs/reading/absent_tables.hpp"

#include "engine/base/fill.hpp"
#include "engine/inputs/table.hpp"

namespace releve {

namespace {

/// Ages, tenures, pension quarters, mastery and the law count in steps taken for months; only rates are turned into those
/// of a step. So another step is refused where anything of the former is told.
void check_step(const Pack& pack, Problems& problems) {
    if (pack.calendar.step == 1) {
        return;
    }
    std::string months;
    for (const Table* table : table_catalogue()) {
        if (!table->any_step && pack.has(std::string(table->name))) {
            months += (months.empty() ? "" : ", ") + std::string(table->name) + ".csv";
        }
    }
    if (!months.empty()) {
        problems.add(
            pack.step_where,
            fill({"a step that is not a month, in a pack with {} (ages, tenures and laws count in months) take "
                  "the step out, or these tables",
                  "un pas qui n'est pas le mois, dans un territoire avec {} (âges, anciennetés et lois "
                  "comptent en mois) ôtez le pas, ou ces tables"},
                 {months}));
    }
}

/// Ages told by themselves are for packs by occupation alone, and retirement has one rule.
void check_ages(const Pack& pack, bool market, Problems& problems) {
    for (const char* table : {"workforce_ages", "entrants"}) {
        if (pack.has(table) && !market) {
            problems.add(
                pack.directory + "/" + table + ".csv",
                {"a table for packs by occupation alone (here the population is told person by person) take it "
                 "out",
                 "une table pour les territoires par métiers (ici la population est décrite personne par "
                 "personne) ôtez-la"});
        }
    }
    for (const char* table : {"retirement_by_age", "separation_by_age"}) {
        if (pack.has(table) && market && !pack.has("workforce_ages")) {
            problems.add(pack.directory + "/" + table + ".csv",
                         {"no workforce_ages.csv (what happens by age needs the ages) add it",
                          "pas de workforce_ages.csv (ce qui dépend de l'âge demande les âges) ajoutez-la"});
        }
    }
    if (pack.has("retirement_by_age") && pack.has("pension_law")) {
        problems.add(pack.directory + "/retirement_by_age.csv",
                     {"both pension_law.csv and retirement_by_age.csv (each tells when people retire) keep one",
                      "à la fois pension_law.csv et retirement_by_age.csv (chacune dit quand on part en retraite) "
                      "gardez-en une"});
    }
}

}  // namespace

void check_scope(const Pack& pack, Problems& problems) {
    const bool establishments = pack.has("establishments");
    const bool market = pack.has("occupation_market");
    if (establishments == market) {
        problems.add(
            pack.directory,
            market ? Text{"both establishments.csv and occupation_market.csv (each tells the posts) keep one",
                          "à la fois establishments.csv et occupation_market.csv (chacune dit les postes) gardez-en "
                          "une"}
                   : Text{"neither establishments.csv nor occupation_market.csv (where are the posts?) add one",
                          "ni establishments.csv ni occupation_market.csv (où sont les postes ?) ajoutez-en une"});
    }
    check_ages(pack, market, problems);
    check_step(pack, problems);
    if (pack.persons_per_agent != 1 && !market) {
        problems.add(
            pack.directory + "/territory.toml persons_per_agent",
            {"only a pack by occupation alone may have a scale (establishments have whole posts) take it out",
             "seul un territoire par métiers peut avoir une échelle (les établissements ont des postes entiers) "
             "ôtez-la"});
    }
}

void complete(Pack& pack) {
    if (pack.zones.empty()) {
        pack.zone_codes.add("all", pack.name, "");
        pack.zones.push_back({.population = 1});
    }
    if (pack.sectors.size() == 0) {
        pack.sectors.add("all", {"all sectors", "tous secteurs"}, "");
    }
    const std::size_t occupations = pack.occupations.size();
    if (pack.mobility.empty() && occupations > 0) {
        pack.mobility.assign(occupations * occupations, 1.0 / static_cast<double>(occupations));
    }
    pack.profiles.resize(occupations);
    pack.substitution.resize(occupations, 0.0);
    if (pack.fixed_term.empty()) {
        pack.fixed_term.assign(occupations, {.hire_share = 0, .mean_duration_months = 1});
    }
    if (pack.contracts_by_occupation.empty()) {
        pack.contracts_by_occupation.assign(occupations, {1.0});
    }
    if (pack.education_by_occupation.empty()) {
        pack.education_by_occupation.assign(occupations, {1.0});
    }
    pack.tenure_by_occupation.resize(occupations);
}

}  // namespace releve

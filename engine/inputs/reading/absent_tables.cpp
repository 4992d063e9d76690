#include "engine/inputs/reading/absent_tables.hpp"

namespace releve {

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
    if (pack.calendar.step != 1 && !market) {
        problems.add(
            pack.directory + "/territory.toml step",
            {"only a pack by occupation alone may have a step other than a month (ages and laws count in months) "
             "take the step out",
             "seul un territoire par métiers peut avoir un autre pas que le mois (âges et lois comptent en mois) "
             "ôtez le pas"});
    }
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

#include "scenarios/funding/check_entries.hpp"

#include "engine/base/fill.hpp"
#include "engine/inputs/reading/read_cell.hpp"
#include "scenarios/actions/action.hpp"
#include "scenarios/funding/shares.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace releve {

namespace {

const Scheme* find_scheme(const ActionEntry& entry, const Pack& pack, Problems& problems) {
    std::vector<std::string_view> known;
    for (const Scheme& scheme : pack.schemes) {
        if (scheme.code == entry.scheme) {
            if (scheme.action == entry.type) {
                return &scheme;
            }
            problems.add(entry.where_of("scheme"),
                         fill({"{} is a scheme of {}, not of {} (schemes.csv) take it out, or name one of {}",
                               "{} est un dispositif de l'action {}, non de {} (schemes.csv) ôtez-le, ou nommez-en un "
                               "de cette action"},
                              {scheme.code, scheme.action, entry.type, entry.type}));
            return nullptr;
        }
        known.push_back(scheme.code);
    }
    problems.add(entry.where_of("scheme"),
                 fill({"unknown scheme \"{}\" (schemes.csv does not list it){}",
                       "dispositif inconnu «\u00a0{}\u00a0» (schemes.csv ne le contient pas){}"},
                      {shown(entry.scheme), did_you_mean_row(entry.scheme, known)}));
    return nullptr;
}

void check_dates(const ActionEntry& entry, const Scheme& scheme, Month start, Month end, Problems& problems) {
    if (start < scheme.from) {
        problems.add(entry.where_of("start"),
                     fill({"{} opens in {}, after this start ({}: {}) start then, or without it",
                           "{} ouvre en {}, après ce début ({}\u00a0: {}) commencez alors, ou "
                           "sans lui"},
                          {scheme.code, to_string(scheme.from), to_string(start), scheme.name}));
    }
    if (scheme.until && end > *scheme.until) {
        problems.add(
            entry.where_of("end"),
            fill({"{} is open until {}, this action goes on to {} ({}) end it then, or go on without the scheme in a "
                  "second action",
                  "{} est ouvert jusqu'en {}, cette action dure jusqu'en {} ({}) finissez-la alors, ou poursuivez sans "
                  "le dispositif dans une seconde action"},
                 {scheme.code, to_string(*scheme.until), to_string(end), scheme.name}));
    }
}

std::string where_of_setting(const ActionEntry& entry, const std::string& name) {
    for (const ActionSetting& setting : entry.settings) {
        if (setting.name == name) {
            return setting.where + " " + name;
        }
    }
    return entry.where_of("scheme");
}

void check_rule(const ActionEntry& entry, const Scheme& scheme, const SchemeRule& rule, double value,
                Problems& problems) {
    const bool low = rule.rule == RuleKind::least && value < rule.value;
    const bool high = rule.rule == RuleKind::most && value > rule.value;
    if (low || high) {
        problems.add(where_of_setting(entry, rule.setting),
                     fill({"{} is {}, but {} asks for {} {} ({}) set it so, or take the scheme out",
                           "{} vaut {}, mais {} demande {} {} ({}) réglez-le ainsi, ou ôtez le dispositif"},
                          {rule.setting, fmt::format("{:g}", value), scheme.code,
                           rule_words[static_cast<std::size_t>(rule.rule)].label, fmt::format("{:g}", rule.value),
                           scheme.name}));
    }
}

}  // namespace

void check_scheme(const ActionEntry& entry, const Intervention& bound, const Pack& pack, Problems& problems) {
    if (entry.scheme.empty()) {
        return;
    }
    const Scheme* scheme = find_scheme(entry, pack, problems);
    const Action* action = find_action(bound.name);
    if (scheme == nullptr || action == nullptr) {
        return;
    }
    check_dates(entry, *scheme, pack.calendar.date(bound.start), pack.calendar.date(bound.end), problems);
    for (const SchemeRule& rule : pack.scheme_rules) {
        if (&pack.schemes[rule.scheme] == scheme) {
            if (const auto value = setting_of(*action, rule.setting, bound.settings)) {
                check_rule(entry, *scheme, rule, *value, problems);
            }
        }
    }
}

std::vector<std::uint32_t> chosen_conventions(const ActionEntry& entry, const Pack& pack, Problems& problems) {
    const std::vector<std::uint32_t> open = open_conventions(entry.type, pack);
    if (entry.conventions.empty()) {
        return open;
    }
    std::vector<std::string_view> known;
    for (const Convention& convention : pack.conventions) {
        known.push_back(convention.code);
    }
    std::vector<std::uint32_t> chosen;
    for (const std::string& code : entry.conventions) {
        const auto at = static_cast<std::uint32_t>(std::find(known.begin(), known.end(), code) - known.begin());
        if (at == known.size()) {
            problems.add(entry.where_of("conventions"),
                         fill({"unknown convention \"{}\" (conventions.csv does not list it){}",
                               "convention inconnue «\u00a0{}\u00a0» (conventions.csv ne la contient pas){}"},
                              {shown(code), did_you_mean_row(code, known)}));
        } else if (std::find(open.begin(), open.end(), at) == open.end()) {
            problems.add(
                entry.where_of("conventions"),
                fill({"convention {} is not open to {} (column actions of conventions.csv) leave it out",
                      "la convention {} n'est pas ouverte à {} (colonne actions de conventions.csv) laissez-la "
                      "de côté"},
                     {code, entry.type}));
        } else if (std::find(chosen.begin(), chosen.end(), at) != chosen.end()) {
            problems.add(entry.where_of("conventions"),
                         fill({"convention {} is named twice (once is enough) take one out",
                               "la convention {} est nommée deux fois (une suffit) "
                               "ôtez-en une"},
                              {code}));
        } else {
            chosen.push_back(at);
        }
    }
    return chosen;
}

}  // namespace releve

#include "scenarios/actions/offered.hpp"

#include "engine/base/fill.hpp"
#include "engine/base/suggest.hpp"

#include <string_view>
#include <unordered_map>

namespace releve {

namespace {

void add_unknown(const std::string& where, const std::string& code, std::span<const std::string_view> known,
                 Problems& problems) {
    const std::string_view near = nearest_name(code, known);
    const Text hint = near.empty() ? Text{"see establishments.csv", "voir establishments.csv"}
                                   : fill({"did you mean '{}'?", "vouliez-vous dire «\u00a0{}\u00a0»\u00a0?"}, {near});
    problems.add(where, fill({"unknown establishment '{}' (not in the pack) {}",
                              "établissement inconnu «\u00a0{}\u00a0» (absent du territoire) {}"},
                             {shown(code), hint}));
}

}  // namespace

std::vector<std::uint8_t> offered_by(const ActionEntry& entry, const Action& action, const Pack& pack,
                                     Problems& problems) {
    if (!entry.establishments) {
        return {};
    }
    const std::string where = entry.where_of("establishments");
    if (action.of_people) {
        problems.add(where,
                     fill({"{} is taken up by people (it cannot be kept to some establishments) take out the key",
                           "{} s'adresse à des personnes (on ne peut la réserver à des établissements) retirez "
                           "la clé"},
                          {action.name}));
        return {};
    }
    if (entry.establishments->empty()) {
        problems.add(where,
                     {"no establishment (nobody could take part) name some, or take out the key: then all may",
                      "aucun établissement (personne ne pourrait participer) nommez-en, ou retirez la clé\u00a0: "
                      "tous le pourront"});
        return {};
    }
    std::vector<std::string_view> known;
    std::unordered_map<std::string_view, std::size_t> places;
    for (const EstablishmentRow& row : pack.establishments) {
        places.emplace(row.id, known.size());
        known.push_back(row.id);
    }
    std::vector<std::uint8_t> offered(known.size(), 0);
    for (const std::string& code : *entry.establishments) {
        if (const auto found = places.find(code); found != places.end()) {
            offered[found->second] = 1;
        } else {
            add_unknown(where, code, known, problems);
        }
    }
    return offered;
}

}  // namespace releve

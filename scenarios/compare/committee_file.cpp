#include "scenarios/compare/committee_file.hpp"

#include "engine/base/fill.hpp"
#include "engine/inputs/formats/input_file.hpp"
#include "engine/inputs/formats/toml_reading.hpp"

#include <algorithm>

namespace releve::compare {

namespace {

constexpr std::array<std::string_view, 3> committee_keys{"name", "name_en", "member"};
constexpr std::array<std::string_view, 3> member_keys{"name", "name_en", "weights"};

Text name_at(const TomlValue& table, const std::string& file, Problems& problems) {
    const std::string french = text_at(table, "name", file, problems);
    const std::string english = text_at(table, "name_en", file, problems);
    return {english.empty() ? french : english, french};
}

void read_weight(const TomlValue& value, std::size_t criterion, Member& member, const std::string& file,
                 Problems& problems) {
    if (!value.is_number() || value.number < 0) {
        problems.add(where(file, value),
                     {"not a number of 0 or more (a weight says how much the criterion counts) "
                      "write 0 where it does not count",
                      "ce n'est pas un nombre positif ou nul (un poids dit combien compte le critère) "
                      "écrivez 0 s'il ne compte pas"});
    } else {
        member.weights[criterion] = value.number;
    }
}

void read_weights(const TomlValue& table, Member& member, const std::string& file, Problems& problems) {
    const TomlValue* weights = table_at(table, "weights", file, problems);
    if (weights == nullptr) {
        if (table.find("weights") == nullptr) {
            problems.add(
                where(file, table),
                {"a member without weights (what does it care for?) write weights = { shortage = 3, cost = 1 }",
                 "un membre sans poids (qu'est-ce qui compte pour lui\u00a0?) écrivez weights = { shortage = 3, cost = "
                 "1 }"});
        }
        return;
    }
    std::array<std::string_view, criteria.size()> codes;
    for (std::size_t k = 0; k < criteria.size(); ++k) {
        codes[k] = criteria[k].code;
    }
    const std::size_t before = problems.count();
    refuse_unknown_keys(*weights, codes, file, problems);
    for (std::size_t k = 0; k < criteria.size(); ++k) {
        if (const TomlValue* value = weights->find(codes[k])) {
            read_weight(*value, k, member, file, problems);
        }
    }
    const bool none = std::all_of(member.weights.begin(), member.weights.end(), [](double one) { return one == 0; });
    if (none && problems.count() == before) {
        problems.add(where(file, *weights),
                     {"all weights are 0 (the member would have no opinion) give one of them more",
                      "tous les poids sont nuls (le membre serait sans avis) donnez plus à "
                      "l'un d'eux"});
    }
}

void read_member(const TomlValue& table, Committee& committee, const std::string& file, Problems& problems) {
    if (table.kind != TomlKind::table) {
        problems.add(where(file, table), {"not a table (one for each member) write [[member]]",
                                          "ce n'est pas une table (une par membre) écrivez [[member]]"});
        return;
    }
    refuse_unknown_keys(table, member_keys, file, problems);
    Member member{name_at(table, file, problems), {}};
    if (table.find("name") == nullptr) {
        problems.add(where(file, table), {"a member without a name (who is it?) write name = \"State\"",
                                          "un membre sans nom (qui est-ce\u00a0?) écrivez name = \"État\""});
    }
    const bool twice = std::any_of(committee.members.begin(), committee.members.end(),
                                   [&](const Member& other) { return other.name.fr == member.name.fr; });
    if (twice && !member.name.fr.empty()) {
        problems.add(where(file, table),
                     fill({"a second member named {} (results go by name) give each a name of its own",
                           "un second membre nommé {} (les résultats portent le nom) donnez à chacun le sien"},
                          {shown(member.name.fr)}));
    }
    read_weights(table, member, file, problems);
    committee.members.push_back(std::move(member));
}

}  // namespace

Committee read_committee(const std::string& path, Problems& problems) {
    Committee committee;
    const auto bytes = read_input_file(path, most_toml_bytes, problems);
    const auto document = bytes ? parse_toml(*bytes, path, problems) : std::nullopt;
    if (!document) {
        return committee;
    }
    refuse_unknown_keys(*document, committee_keys, path, problems);
    committee.name = name_at(*document, path, problems);
    const TomlValue* members = document->find("member");
    if (members != nullptr && members->kind == TomlKind::array) {
        for (const TomlValue& member : members->items) {
            read_member(member, committee, path, problems);
        }
    } else if (members != nullptr) {
        problems.add(
            where(path, *members),
            {"not a list of members (there may be several) write [[member]] for each",
             "ce n'est pas une liste de membres (il peut y en avoir plusieurs) écrivez [[member]] pour chacun"});
    }
    if (members == nullptr || (members->kind == TomlKind::array && members->items.empty())) {
        problems.add(path + ":1", {"no member (somebody has to weigh) add [[member]] with a name and weights",
                                   "aucun membre (il faut quelqu'un pour peser) ajoutez [[member]] avec un nom et des "
                                   "poids"});
    }
    return committee;
}

}  // namespace releve::compare

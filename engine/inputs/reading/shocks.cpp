#include "engine/inputs/reading/shocks.hpp"

#include "engine/base/fill.hpp"

#include <algorithm>
#include <array>

namespace releve {

namespace {

/// A share from -1 on: nothing can want less than no post.
double change_at(const TomlValue& table, std::string_view key, const std::string& file, Problems& problems) {
    const TomlValue* value = table.find(key);
    if (value == nullptr) {
        return 0;
    }
    if (!value->is_number() || !(value->number >= -1 && value->number <= 10)) {
        problems.add(where(file, *value),
                     {"not a change of posts (a number from -1 to 10: posts cannot become negative) write -0.2 for a "
                      "fifth less",
                      "ce n'est pas une variation de postes (un nombre de -1 à 10\u00a0: les postes ne peuvent devenir "
                      "négatifs) écrivez -0.2 pour un cinquième de moins"});
        return 0;
    }
    return value->number;
}

ShockEntry read_shock(const TomlValue& table, const std::string& file, Problems& problems) {
    constexpr std::array<std::string_view, 6> known{"establishment", "sector", "start", "end", "posts", "growth"};
    refuse_unknown_keys(table, known, file, problems);
    ShockEntry shock;
    shock.where = line_of(file, table);
    shock.establishment = text_at(table, "establishment", file, problems);
    shock.sector = text_at(table, "sector", file, problems);
    if (shock.establishment.empty() == shock.sector.empty()) {
        problems.add(
            shock.where + " shock",
            {"shock without a target, or with two (it strikes one establishment or one sector) write "
             "establishment = \"E0001\" or sector = \"FZ\"",
             "choc sans cible, ou avec deux (il frappe un établissement ou un secteur) écrivez establishment = "
             "\"E0001\" ou sector = \"FZ\""});
    }
    const auto start = month_at(table, "start", file, problems);
    if (table.find("start") == nullptr) {
        problems.add(shock.where + " shock", {"shock without a month (when does it strike?) write start = \"2018-06\"",
                                              "choc sans mois (quand frappe-t-il\u00a0?) écrivez start = \"2018-06\""});
    }
    shock.start = start.value_or(Month{});
    shock.end = month_at(table, "end", file, problems);
    if (start && shock.end && *shock.end < *start) {
        problems.add(where(file, *table.find("end")),
                     fill({"end {} is before start {} (growth acts between them) correct one of them",
                           "la fin {} précède le début {} (la croissance agit entre eux) corrigez l'un des deux"},
                          {to_string(*shock.end), to_string(*start)}));
    }
    if (table.find("posts") == nullptr && table.find("growth") == nullptr) {
        problems.add(shock.where + " shock",
                     {"shock that changes nothing (posts: once; growth: each year) write posts = -1 to close",
                      "choc qui ne change rien (posts\u00a0: une fois\u00a0; growth\u00a0: chaque année) écrivez posts "
                      "= -1 pour fermer"});
    }
    shock.posts = change_at(table, "posts", file, problems);
    shock.growth = change_at(table, "growth", file, problems);
    return shock;
}

}  // namespace

void read_shocks(const TomlValue& document, const std::string& file, std::vector<ShockEntry>& shocks,
                 Problems& problems) {
    const TomlValue* listed = document.find("shock");
    if (listed == nullptr) {
        return;
    }
    const bool tables = listed->kind == TomlKind::array &&
                        std::all_of(listed->items.begin(), listed->items.end(),
                                    [](const TomlValue& item) { return item.kind == TomlKind::table; });
    if (!tables) {
        problems.add(where(file, *listed),
                     {"not a list of shocks (a scenario may have several) write [[shock]]",
                      "ce n'est pas une liste de chocs (un scénario peut en avoir plusieurs) écrivez [[shock]]"});
        return;
    }
    for (const TomlValue& table : listed->items) {
        shocks.push_back(read_shock(table, file, problems));
    }
}

}  // namespace releve

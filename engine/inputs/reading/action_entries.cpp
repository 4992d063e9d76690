#include "engine/inputs/reading/action_entries.hpp"

#include "engine/base/fill.hpp"

#include <algorithm>

namespace releve {

namespace {

std::optional<ActionSetting> read_setting(const TomlValue& value, const std::string& file, Problems& problems) {
    ActionSetting setting{value.key, 0.0, false, line_of(file, value)};
    if (value.is_number()) {
        setting.value = value.number;
    } else if (value.kind == TomlKind::text) {
        const auto months = parse_duration_months(value.text);
        setting.is_duration = months.has_value();
        setting.value = value.text;
        if (months) {
            setting.value = *months;
        }
    } else {
        problems.add(
            where(file, value),
            {"not the setting of an action (a number, a duration or a text) write 40, \"18 months\" or \"text\"",
             "ce n'est pas un réglage d'action (un nombre, une durée ou un texte) écrivez 40, \"18 months\" ou "
             "\"texte\""});
        return std::nullopt;
    }
    return setting;
}

std::optional<double> target_at(const TomlValue& table, const std::string& file, Problems& problems) {
    const TomlValue* value = table.find("target");
    if (value == nullptr) {
        return std::nullopt;
    }
    if (!value->is_number() || !(value->number >= -1 && value->number <= 10)) {
        problems.add(where(file, *value),
                     {"not a target (change of the indicator as a share of the baseline, from -1 to 10) write -0.05 "
                      "for 5% less",
                      "ce n'est pas une cible (variation de l'indicateur en part de la référence, de -1 à 10) "
                      "écrivez -0.05 pour 5\u00a0% de moins"});
        return std::nullopt;
    }
    return value->number;
}

std::vector<std::string> codes_at(const TomlValue& table, std::string_view key, const std::string& file,
                                  Problems& problems) {
    const TomlValue* value = table.find(key);
    if (value == nullptr) {
        return {};
    }
    const bool texts = value->kind == TomlKind::array &&
                       std::all_of(value->items.begin(), value->items.end(),
                                   [](const TomlValue& item) { return item.kind == TomlKind::text; });
    if (!texts) {
        problems.add(where(file, *value), fill({"not a list of codes (texts between square brackets) write {} = "
                                                "[\"CODE\"]",
                                                "ce n'est pas une liste de codes (des textes entre crochets) écrivez "
                                                "{} = [\"CODE\"]"},
                                               {key}));
        return {};
    }
    std::vector<std::string> codes;
    for (const TomlValue& item : value->items) {
        if (std::find(codes.begin(), codes.end(), item.text) == codes.end()) {
            codes.push_back(item.text);
        }
    }
    return codes;
}

ActionEntry read_action(const TomlValue& table, const std::string& file, Problems& problems) {
    ActionEntry action;
    action.where = line_of(file, table);
    if (table.find("type") == nullptr) {
        problems.add(action.where + " action", {"action without a type (which action is it?) write type = \"tutoring\"",
                                                "action sans type (de quelle action s'agit-il\u00a0?) écrivez type = "
                                                "\"tutoring\""});
    }
    action.type = text_at(table, "type", file, problems);
    action.start = month_at(table, "start", file, problems);
    action.end = month_at(table, "end", file, problems);
    action.lead = text_at(table, "lead", file, problems);
    action.scheme = text_at(table, "scheme", file, problems);
    action.indicator = text_at(table, "indicator", file, problems);
    action.target = target_at(table, file, problems);
    action.review = month_at(table, "review", file, problems);
    action.conventions = codes_at(table, "conventions", file, problems);
    if (table.find("establishments") != nullptr) {
        const std::size_t before = problems.count();
        std::vector<std::string> codes = codes_at(table, "establishments", file, problems);
        if (problems.count() == before) {
            action.establishments = std::move(codes);
        }
    }
    for (const TomlValue& value : table.items) {
        if (std::find(action_keys.begin(), action_keys.end(), value.key) != action_keys.end()) {
            action.places.emplace_back(value.key, line_of(file, value));
        } else if (auto setting = read_setting(value, file, problems)) {
            action.settings.push_back(std::move(*setting));
        }
    }
    return action;
}

}  // namespace

void read_actions(const TomlValue& listed, std::string_view term, std::string_view header, const std::string& file,
                  std::vector<ActionEntry>& actions, Problems& problems) {
    const bool tables = listed.kind == TomlKind::array &&
                        std::all_of(listed.items.begin(), listed.items.end(),
                                    [](const TomlValue& item) { return item.kind == TomlKind::table; });
    if (!tables) {
        problems.add(where(file, listed), fill({"not a list of actions (there may be several) write {}",
                                                "ce n'est pas une liste d'actions (il peut y en avoir plusieurs) "
                                                "écrivez {}"},
                                               {header}));
        return;
    }
    for (const TomlValue& table : listed.items) {
        ActionEntry action = read_action(table, file, problems);
        action.term = term;
        actions.push_back(std::move(action));
    }
}

void check_months(const ActionEntry& action, Problems& problems) {
    if (!action.start) {
        return;
    }
    if (action.end && *action.end < *action.start) {
        problems.add(action.where_of("end"),
                     fill({"end {} is before start {} (both months are included) correct one of them",
                           "la fin {} précède le début {} (les deux mois sont compris) corrigez l'un des deux"},
                          {to_string(*action.end), to_string(*action.start)}));
    }
    if (action.review && *action.review < *action.start) {
        problems.add(action.where_of("review"),
                     fill({"review {} is before start {} (there is nothing to review yet) give a later month",
                           "le bilan {} précède le début {} (il n'y a encore rien à examiner) donnez un mois "
                           "postérieur"},
                          {to_string(*action.review), to_string(*action.start)}));
    }
}

}  // namespace releve

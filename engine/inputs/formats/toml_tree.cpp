#include "engine/inputs/formats/toml_tree.hpp"

namespace releve {

namespace {

TomlValue* known_child(TomlValue& parent, const std::string& name) {
    const auto known = parent.positions.find(name);
    return known == parent.positions.end() ? nullptr : &parent.items[known->second];
}

}  // namespace

TomlValue& add_child(TomlValue& parent, const std::string& name, TomlKind kind, const TomlKey& key) {
    parent.positions.emplace(name, parent.items.size());
    TomlValue& child = parent.items.emplace_back();
    child.kind = kind;
    child.key = name;
    child.line = key.line;
    child.column = key.column;
    return child;
}

TomlValue* enter_table(TomlValue& parent, const std::string& name, const TomlKey& key, Label& why) {
    TomlValue* child = known_child(parent, name);
    if (child == nullptr) {
        return &add_child(parent, name, TomlKind::table, key);
    }
    if (child->kind == TomlKind::array && child->has_header) {
        return &child->items.back();
    }
    if (child->kind == TomlKind::table && !child->frozen) {
        return child;
    }
    why = {"key {} goes through a value (it was given before) rename one of them",
           "la clé {} traverse une valeur (déjà donnée plus haut) renommez l'une des deux"};
    return nullptr;
}

TomlValue* declare_table(TomlValue& parent, const TomlKey& key, Label& why) {
    TomlValue* table = known_child(parent, key.parts.back());
    if (table == nullptr) {
        table = &add_child(parent, key.parts.back(), TomlKind::table, key);
    } else if (table->kind != TomlKind::table || table->frozen || table->has_header || table->dotted_in != 0) {
        why = {"[{}] was given before (a table or a key stands once) merge the two",
               "[{}] a déjà été donné (une table ou une clé n'est écrite qu'une fois) réunissez les deux"};
        return nullptr;
    }
    table->has_header = true;
    table->line = key.line;
    table->column = key.column;
    return table;
}

TomlValue* append_table(TomlValue& parent, const TomlKey& key, Label& why) {
    TomlValue* array = known_child(parent, key.parts.back());
    if (array == nullptr) {
        array = &add_child(parent, key.parts.back(), TomlKind::array, key);
        array->has_header = true;
    }
    if (array->kind != TomlKind::array || !array->has_header) {
        why = {"[[{}]] was given before as something else (an array of tables is only [[...]]) rename one",
               "[[{}]] a déjà été donné sous une autre forme (un tableau de tables ne s'écrit que [[...]]) renommez "
               "l'un des deux"};
        return nullptr;
    }
    TomlValue& table = array->items.emplace_back();
    table.line = key.line;
    table.column = key.column;
    table.has_header = true;
    return &table;
}

TomlValue* enter_dotted(TomlValue& parent, const std::string& name, const TomlKey& key, int section, Label& why) {
    TomlValue* child = known_child(parent, name);
    if (child == nullptr) {
        child = &add_child(parent, name, TomlKind::table, key);
    }
    const bool elsewhere = child->dotted_in != 0 && child->dotted_in != section;
    if (child->kind != TomlKind::table || child->frozen || child->has_header || elsewhere) {
        why = {"key {} adds to something given before (a value, or a table closed above) put it there",
               "la clé {} complète quelque chose de déjà donné (une valeur, ou une table close plus haut) mettez-la à "
               "cet endroit"};
        return nullptr;
    }
    child->dotted_in = section;
    return child;
}

}  // namespace releve

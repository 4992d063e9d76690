#pragma once
#include "engine/inputs/formats/toml.hpp"

#include <string>
#include <vector>

namespace releve {

/// A key as written, dots separating its parts, with the place of its first character.
struct TomlKey {
    std::vector<std::string> parts;
    int line = 1;
    int column = 1;
};

/// What TOML lets a document add to its tree. Each gives the place to go on, or nothing and why it is refused
/// ("{}" stands for the key).

TomlValue& add_child(TomlValue& parent, const std::string& name, TomlKind kind, const TomlKey& key);

/// The table on the way to a header: created if new, the last one of an array of tables.
TomlValue* enter_table(TomlValue& parent, const std::string& name, const TomlKey& key, Label& why);

/// [key], with `parent` its last but one part.
TomlValue* declare_table(TomlValue& parent, const TomlKey& key, Label& why);

/// [[key]]
TomlValue* append_table(TomlValue& parent, const TomlKey& key, Label& why);

/// The table on the way of a dotted key: shared by the keys of one section, closed to the others.
TomlValue* enter_dotted(TomlValue& parent, const std::string& name, const TomlKey& key, int section, Label& why);

}  // namespace releve

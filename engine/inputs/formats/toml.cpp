#include "engine/inputs/formats/toml.hpp"

#include "engine/base/fill.hpp"
#include "engine/inputs/formats/encoding.hpp"
#include "engine/inputs/formats/toml_scalar.hpp"
#include "engine/inputs/formats/toml_tree.hpp"

namespace releve {

namespace {

std::string shown_key(const TomlKey& key) {
    std::string joined;
    for (const std::string& part : key.parts) {
        joined += (joined.empty() ? "" : ".") + part;
    }
    return shown(joined);
}

class TomlParser {
public:
    explicit TomlParser(TomlCursor& cursor) : cursor_(cursor) {}

    TomlValue parse_document() {
        TomlValue document;
        TomlValue* section = &document;
        while (!cursor_.at_end()) {
            cursor_.skip_blanks();
            if (cursor_.peek() == '[') {
                section = open_section(document);
            } else if (!cursor_.at_end() && cursor_.peek() != '\n' && cursor_.peek() != '#') {
                parse_pair(*section, section_, 0);
            }
            end_line();
        }
        return document;
    }

private:
    void refuse(const TomlKey& key, Label why) { cursor_.fail_at(key.line, key.column, fill(why, {shown_key(key)})); }

    void skip_comment() {
        if (cursor_.peek() != '#') {
            return;
        }
        while (!cursor_.at_end() && cursor_.peek() != '\n') {
            const auto byte = static_cast<unsigned char>(cursor_.peek());
            if ((byte < 0x20 && byte != '\t') || byte == 0x7F) {
                cursor_.fail({"control character in a comment remove it",
                              "caractère de contrôle dans un commentaire retirez-le"});
            }
            cursor_.advance();
        }
    }

    void end_line() {
        cursor_.skip_blanks();
        skip_comment();
        if (!cursor_.at_end() && !cursor_.skip("\n")) {
            cursor_.fail({"unexpected text (one key, one value on a line) start a new line",
                          "texte inattendu (une clé et une valeur par ligne) passez à la ligne"});
        }
    }

    /// White space, line ends and comments, where a value may spread over lines.
    void skip_lines() {
        do {
            cursor_.skip_blanks();
            skip_comment();
        } while (cursor_.skip("\n"));
    }

    std::string parse_key_part() {
        if (cursor_.peek() == '"' || cursor_.peek() == '\'') {
            return parse_toml_text(cursor_, false);
        }
        std::string part;
        for (; is_bare_key_byte(cursor_.peek()); cursor_.advance()) {
            part += cursor_.peek();
        }
        if (part.empty()) {
            cursor_.fail({"a key is expected here (letters, digits, _ and -) put quotes around any other key",
                          "une clé est attendue ici (lettres, chiffres, _ et -) mettez entre guillemets toute autre "
                          "clé"});
        }
        return part;
    }

    TomlKey parse_key() {
        TomlKey key{{}, cursor_.line(), cursor_.column()};
        do {
            cursor_.skip_blanks();
            key.parts.push_back(parse_key_part());
            cursor_.skip_blanks();
        } while (cursor_.skip("."));
        if (key.parts.size() > static_cast<std::size_t>(most_toml_depth)) {
            refuse(key, {"key {} is nested too deep (limit: 32)", "la clé {} est trop imbriquée (limite\u00a0: 32)"});
        }
        return key;
    }

    /// [a.b] or [[a.b]]; gives the table that the following lines fill.
    TomlValue* open_section(TomlValue& document) {
        const bool array = cursor_.looking_at("[[");
        cursor_.advance(array ? 2 : 1);
        const TomlKey key = parse_key();
        if (!cursor_.skip(array ? "]]" : "]")) {
            cursor_.fail(array ? Text{"]] is expected here close the header", "]] est attendu ici fermez l'en-tête"}
                               : Text{"] is expected here close the header", "] est attendu ici fermez l'en-tête"});
        }
        if (cursor_.failed()) {
            return &document;
        }
        ++section_;
        Label why;
        TomlValue* table = &document;
        for (std::size_t i = 0; table != nullptr && i + 1 < key.parts.size(); ++i) {
            table = enter_table(*table, key.parts[i], key, why);
        }
        if (table != nullptr) {
            table = array ? append_table(*table, key, why) : declare_table(*table, key, why);
        }
        if (table == nullptr) {
            refuse(key, why);
        }
        return table != nullptr ? table : &document;
    }

    /// key = value, into a table. `section` tells which dotted keys belong together.
    void parse_pair(TomlValue& table, int section, int depth) {
        const TomlKey key = parse_key();
        if (!cursor_.skip("=")) {
            cursor_.fail({"= is expected here (key = value)", "= est attendu ici (clé = valeur)"});
            return;
        }
        Label why;
        TomlValue* parent = &table;
        for (std::size_t i = 0; parent != nullptr && i + 1 < key.parts.size(); ++i) {
            parent = enter_dotted(*parent, key.parts[i], key, section, why);
        }
        if (parent == nullptr) {
            refuse(key, why);
            return;
        }
        if (parent->positions.contains(key.parts.back())) {
            refuse(key, {"key {} was given before (each key stands once) remove one of them",
                         "la clé {} a déjà été donnée (chaque clé n'est écrite qu'une fois) retirez l'une des deux"});
            return;
        }
        cursor_.skip_blanks();
        TomlValue& value = add_child(*parent, key.parts.back(), TomlKind::table, key);
        parse_value(value, depth + static_cast<int>(key.parts.size()));
    }

    void parse_value(TomlValue& value, int depth) {
        value.line = cursor_.line();
        value.column = cursor_.column();
        if (depth > most_toml_depth) {
            cursor_.fail({"nested too deep (limit: 32) write it flatter",
                          "imbrication trop profonde (limite\u00a0: 32) écrivez-le plus à plat"});
        } else if (cursor_.peek() == '"' || cursor_.peek() == '\'') {
            value.kind = TomlKind::text;
            value.text = parse_toml_text(cursor_, true);
        } else if (cursor_.peek() == '[') {
            parse_array(value, depth);
        } else if (cursor_.peek() == '{') {
            parse_inline_table(value, depth);
        } else {
            parse_toml_word(cursor_, value);
        }
    }

    void parse_array(TomlValue& array, int depth) {
        array.kind = TomlKind::array;
        array.frozen = true;
        cursor_.advance();
        skip_lines();
        while (!cursor_.failed() && !cursor_.skip("]")) {
            parse_value(array.items.emplace_back(), depth + 1);
            skip_lines();
            if (!cursor_.skip(",") && cursor_.peek() != ']') {
                cursor_.fail(
                    {", or ] is expected here (items of an array)", ", ou ] est attendu ici (éléments d'un tableau)"});
            }
            skip_lines();
        }
    }

    void parse_inline_table(TomlValue& table, int depth) {
        table.kind = TomlKind::table;
        table.frozen = true;
        const int section = ++inline_sections_;
        cursor_.advance();
        cursor_.skip_blanks();
        if (cursor_.skip("}")) {
            return;
        }
        do {
            cursor_.skip_blanks();
            parse_pair(table, -section, depth);
            cursor_.skip_blanks();
        } while (cursor_.skip(","));
        if (!cursor_.skip("}")) {
            cursor_.fail({", or } is expected here (an inline table stays on one line)",
                          ", ou } est attendu ici (une table en ligne tient sur une ligne)"});
        }
    }

    TomlCursor& cursor_;
    int section_ = 1;
    int inline_sections_ = 0;
};

std::string place(const std::string& file, int line, int column) {
    return file + ":" + std::to_string(line) + ":" + std::to_string(column);
}

/// Where a byte of the raw document stands.
std::string place_of(const std::string& file, std::string_view bytes, std::size_t at) {
    TomlCursor cursor(bytes);
    cursor.advance(at);
    return place(file, cursor.line(), cursor.column());
}

/// What can be refused before parsing: size, encoding, NUL and line ends.
bool sound_bytes(std::string_view bytes, const std::string& file, Problems& problems) {
    if (bytes.size() > most_toml_bytes) {
        problems.add(file, {"file too big (more than 1 MiB) cut it", "fichier trop gros (plus de 1 Mio) coupez-le"});
        return false;
    }
    if (const auto at = first_invalid_utf8(bytes)) {
        problems.add(place_of(file, bytes, *at), {"this character is not UTF-8 (Latin-1 text?) save the file as UTF-8",
                                                  "ce caractère n'est pas en UTF-8 (texte en Latin-1\u00a0?) "
                                                  "enregistrez le fichier en UTF-8"});
        return false;
    }
    const std::size_t nul = bytes.find('\0');
    if (nul != std::string_view::npos) {
        problems.add(place_of(file, bytes, nul), {"NUL byte (this is not a text file) save it as UTF-8 text",
                                                  "octet NUL (ce n'est pas un fichier texte) enregistrez-le en texte "
                                                  "UTF-8"});
        return false;
    }
    return true;
}

std::string without_carriage_returns(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        if (bytes[i] != '\r' || i + 1 == bytes.size() || bytes[i + 1] != '\n') {
            text += bytes[i];
        }
    }
    return text;
}

}  // namespace

const TomlValue* TomlValue::find(std::string_view name) const {
    const auto at = positions.find(name);
    return at == positions.end() ? nullptr : &items[at->second];
}

std::optional<TomlValue> parse_toml(std::string_view bytes, const std::string& file, Problems& problems) {
    if (!sound_bytes(bytes, file, problems)) {
        return std::nullopt;
    }
    if (bytes.starts_with("\xEF\xBB\xBF")) {
        bytes.remove_prefix(3);
    }
    const std::string text = without_carriage_returns(bytes);
    TomlCursor cursor(text);
    TomlParser parser(cursor);
    TomlValue document = parser.parse_document();
    if (cursor.failed()) {
        problems.add(place(file, cursor.failure_line(), cursor.failure_column()), cursor.failure());
        return std::nullopt;
    }
    return document;
}

}  // namespace releve

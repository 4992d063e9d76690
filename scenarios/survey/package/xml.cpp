#include "scenarios/survey/package/xml.hpp"

#include "engine/base/fill.hpp"
#include "engine/inputs/formats/encoding.hpp"
#include "scenarios/survey/package/limits.hpp"

#include <algorithm>
#include <array>
#include <exception>
#include <expat.h>

namespace releve {

namespace {

namespace limits = workbook_limits;

constexpr char separator = '|';  // between namespace and name

/// ECMA-376, transitional and strict: spreadsheet, relationships in parts, content types, relationships of packages.
constexpr std::array<std::string_view, 4> own_namespaces{
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://schemas.openxmlformats.org/package/2006/content-types",
    "http://schemas.openxmlformats.org/package/2006/relationships"};
constexpr std::array<std::string_view, 2> relationship_namespaces{
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships"};

template <std::size_t count>
bool among(const std::array<std::string_view, count>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// "" for an element of another vocabulary.
std::string_view own_name(std::string_view full) {
    const std::size_t at = full.rfind(separator);
    if (at == std::string_view::npos) {
        return {};
    }
    return among(own_namespaces, full.substr(0, at)) ? full.substr(at + 1) : std::string_view{};
}

std::string_view attribute_name(std::string_view full) {
    const std::size_t at = full.rfind(separator);
    if (at == std::string_view::npos) {
        return full;
    }
    return among(relationship_namespaces, full.substr(0, at)) && full.substr(at + 1) == "id" ? "r:id"
                                                                                             : std::string_view{};
}

constexpr Label says_utf8{
    "is not written in UTF-8 (encoding {}; workbooks are always UTF-8, and accents would be misread) open it in a "
    "spreadsheet program, check the accents and save it as \"Excel Workbook (.xlsx)\"",
    "n'est pas écrit en UTF-8 (encodage {}\u00a0; un classeur l'est toujours, et les accents seraient mal lus) "
    "ouvrez-le dans un tableur, vérifiez les accents et enregistrez-le comme «\u00a0Classeur Excel (.xlsx)\u00a0»"};

constexpr Label not_utf8{
    "holds bytes that are not UTF-8 (accents written in Latin-1 by another program, or a damaged file) open it in a "
    "spreadsheet program, check the accents and save it as \"Excel Workbook (.xlsx)\"",
    "contient des octets qui ne sont pas de l'UTF-8 (des accents écrits en Latin-1 par un autre logiciel, ou un "
    "fichier "
    "abîmé) ouvrez-le dans un tableur, vérifiez les accents et enregistrez-le comme «\u00a0Classeur Excel "
    "(.xlsx)\u00a0»"};

constexpr Label not_well_formed{
    "is not well-formed XML ({}) open it in a spreadsheet program, let it repair the file and save it",
    "n'est pas un XML bien formé ({}) ouvrez-le dans un tableur, laissez-le le réparer et enregistrez-le"};

constexpr Label has_doctype{
    "declares a document type (entities may hide files or endless texts; no workbook has one) save it again with a "
    "spreadsheet program",
    "déclare un type de document (des entités peuvent cacher des fichiers ou des textes sans fin\u00a0; aucun classeur "
    "n'en a) enregistrez-le de nouveau avec un tableur"};

constexpr Label too_deep{
    "nests elements more than {} deep (no workbook does) save it again with a spreadsheet program",
    "emboîte plus de {} éléments (aucun classeur ne le fait) enregistrez-le de nouveau avec un tableur"};

constexpr Label endless_tag{
    "holds a tag of more than {} KiB (no workbook does) save it again with a spreadsheet program",
    "contient une balise de plus de {}\u00a0Kio (aucun classeur n'en a) enregistrez-le de nouveau avec un tableur"};

constexpr Label endless_text{
    "holds a text of more than {} KiB (a cell holds 32,767 characters at most) shorten it",
    "contient un texte de plus de {}\u00a0Kio (une cellule contient au plus 32\u00a0767 caractères) raccourcissez-le"};

bool is_utf8(std::string_view encoding) {
    std::string small;
    for (const char one : encoding) {
        small += one >= 'A' && one <= 'Z' ? static_cast<char>(one - 'A' + 'a') : one;
    }
    return small == "utf-8" || small == "utf8" || small == "us-ascii";
}

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80u; }

/// Whether bytes may be a character whose end is in the next piece.
bool cut_short(std::string_view bytes) {
    return bytes.size() < 4 && std::all_of(bytes.begin() + 1, bytes.end(), continues);
}

/// One part being parsed. Exceptions do not cross the C library: they are kept, and thrown again by `feed`.
class Parsing {
public:
    Parsing(const XmlTaking& taking, const std::string& where, Problems& problems)
        : taking_(taking),
          where_(where),
          problems_(problems),
          parser_(XML_ParserCreateNS(nullptr, separator), &XML_ParserFree) {
        if (parser_ == nullptr) {
            throw std::bad_alloc();
        }
        XML_SetUserData(parser_.get(), this);
        XML_SetElementHandler(parser_.get(), &on_open, &on_close);
        XML_SetCharacterDataHandler(parser_.get(), &on_text);
        XML_SetStartDoctypeDeclHandler(parser_.get(), &on_doctype);
        XML_SetXmlDeclHandler(parser_.get(), &on_declaration);
    }

    /// A piece of the part; `last`: nothing follows. False if parsing stopped.
    bool feed(std::string_view piece, bool last) {
        if (fed_ == 0 && (piece.starts_with("\xFF\xFE") || piece.starts_with("\xFE\xFF"))) {
            return refuse(fill(says_utf8, {"UTF-16"}));
        }
        const XML_Status status = XML_Parse(parser_.get(), piece.data(), static_cast<int>(piece.size()), last ? 1 : 0);
        fed_ += piece.size();
        if (thrown_) {
            std::rethrow_exception(thrown_);
        }
        if (stopped_) {
            return false;
        }
        if (status != XML_STATUS_OK) {
            return refuse(failure(piece));
        }
        const XML_Index at = XML_GetCurrentByteIndex(parser_.get());
        consumed_ = at >= 0 ? static_cast<std::size_t>(at) : consumed_;  // negative: it waits for more of a long tag
        if (!last && fed_ - consumed_ > limits::most_tag_bytes) {
            return refuse(fill(endless_tag, {std::to_string(limits::most_tag_bytes >> 10)}));
        }
        before_ = piece.substr(piece.size() - std::min<std::size_t>(piece.size(), 4));
        return true;
    }

private:
    static Parsing& self(void* data) { return *static_cast<Parsing*>(data); }

    template <typename Work>
    void guarded(Work work) {
        if (stopped_ || thrown_) {
            return;
        }
        try {
            if (!work()) {
                stop();
            }
        } catch (...) {
            thrown_ = std::current_exception();
            stop();
        }
    }
    void stop() {
        stopped_ = true;
        XML_StopParser(parser_.get(), XML_FALSE);
    }
    bool refuse(Text what) {
        problems_.add(where_ + ":" + std::to_string(XML_GetCurrentLineNumber(parser_.get())), std::move(what));
        return false;
    }

    static void on_open(void* data, const XML_Char* name, const XML_Char** attributes) {
        self(data).guarded([&] { return self(data).open(name, attributes); });
    }
    static void on_close(void* data, const XML_Char*) {
        self(data).guarded([&] { return self(data).close(); });
    }
    static void on_text(void* data, const XML_Char* text, int size) {
        self(data).guarded([&] { return self(data).add_text({text, static_cast<std::size_t>(size)}); });
    }
    static void on_doctype(void* data, const XML_Char*, const XML_Char*, const XML_Char*, int) {
        self(data).guarded([&] {
            return self(data).refuse({std::string(has_doctype.en), std::string(has_doctype.fr)});
        });
    }
    static void on_declaration(void* data, const XML_Char*, const XML_Char* encoding, int) {
        self(data).guarded([&] {
            return encoding == nullptr || is_utf8(encoding) || self(data).refuse(fill(says_utf8, {shown(encoding)}));
        });
    }

    bool open(std::string_view full, const XML_Char** attributes) {
        if (path_.size() >= limits::most_xml_depth) {
            return refuse(fill(too_deep, {std::to_string(limits::most_xml_depth)}));
        }
        text_.clear();
        attributes_.clear();
        for (; attributes != nullptr && attributes[0] != nullptr; attributes += 2) {
            attributes_.emplace_back(attribute_name(attributes[0]), attributes[1]);
        }
        path_.emplace_back(own_name(full));
        return path_.back().empty() || taking_.opens({path_.back(), parent(), attributes_});
    }
    bool close() {
        const bool goes_on = path_.back().empty() || taking_.closes({path_.back(), parent(), {}}, text_);
        text_.clear();
        path_.pop_back();
        return goes_on;
    }
    bool add_text(std::string_view text) {
        if (path_.back().empty()) {
            return true;
        }
        text_ += text;
        return text_.size() <= limits::most_text_bytes ||
               refuse(fill(endless_text, {std::to_string(limits::most_text_bytes >> 10)}));
    }
    std::string_view parent() const {
        return path_.size() < 2 ? std::string_view{} : std::string_view(path_[path_.size() - 2]);
    }

    /// expat says "invalid token" of bytes that are not UTF-8 too: look for one in the piece, character cut at its
    /// ends aside.
    Text failure(std::string_view piece) const {
        const XML_Error code = XML_GetErrorCode(parser_.get());
        if (code == XML_ERROR_UNKNOWN_ENCODING || code == XML_ERROR_INCORRECT_ENCODING) {
            return fill(says_utf8, {"?"});
        }
        const std::string seen = before_ + std::string(piece);
        std::size_t from = 0;
        while (from < seen.size() && from < 3 && continues(seen[from])) {
            ++from;
        }
        const auto invalid = first_invalid_utf8(std::string_view(seen).substr(from));
        if (code == XML_ERROR_INVALID_TOKEN && invalid && !cut_short(std::string_view(seen).substr(from + *invalid))) {
            return {std::string(not_utf8.en), std::string(not_utf8.fr)};
        }
        return fill(not_well_formed, {XML_ErrorString(code)});
    }

    const XmlTaking& taking_;
    std::string where_;
    Problems& problems_;
    std::unique_ptr<XML_ParserStruct, void (*)(XML_Parser)> parser_;
    std::vector<std::string> path_;
    std::vector<std::pair<std::string_view, std::string_view>> attributes_;
    std::string text_;
    std::string before_;        // the end of the piece before
    std::size_t fed_ = 0;       // bytes
    std::size_t consumed_ = 0;  // bytes of the elements and texts that ended
    bool stopped_ = false;
    std::exception_ptr thrown_;
};

}  // namespace

std::string_view XmlElement::attribute(std::string_view attribute_name) const {
    for (const auto& [key, value] : attributes) {
        if (key == attribute_name) {
            return value;
        }
    }
    return {};
}

bool XmlElement::has(std::string_view attribute_name) const {
    return std::any_of(attributes.begin(), attributes.end(),
                       [&](const auto& attribute) { return attribute.first == attribute_name; });
}

bool read_xml(WorkbookPackage& package, const std::string& part, const XmlTaking& taking, Problems& problems) {
    Parsing parsing(taking, package.where(part), problems);
    return package.read(
               part, [&](std::string_view piece) { return parsing.feed(piece, false); }, problems) &&
           parsing.feed({}, true);
}

}  // namespace releve

#include "scenarios/survey/workbook/shared_texts.hpp"

#include "engine/base/fill.hpp"
#include "engine/inputs/formats/encoding.hpp"
#include "scenarios/survey/package/limits.hpp"
#include "scenarios/survey/package/xml.hpp"

#include <charconv>

namespace releve {

namespace {

namespace limits = workbook_limits;

/// The character of "_x000D_" at the start of a text; 0 if there is none that a text may hold.
char32_t escaped(std::string_view text) {
    constexpr std::size_t length = 7;
    if (text.size() < length || !text.starts_with("_x") || text[length - 1] != '_') {
        return 0;
    }
    std::uint32_t code = 0;
    const char* end = text.data() + length - 1;
    const auto read = std::from_chars(text.data() + 2, end, code, 16);
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    return read.ec == std::errc{} && read.ptr == end && !surrogate ? static_cast<char32_t>(code) : 0;
}

}  // namespace

std::string unescape_text(std::string_view text) {
    std::string plain;
    while (!text.empty()) {
        const std::size_t mark = std::min(text.find("_x"), text.size());
        plain += text.substr(0, mark);
        text.remove_prefix(mark);
        if (const char32_t character = escaped(text)) {
            append_utf8(plain, character);
            text.remove_prefix(7);
        } else if (!text.empty()) {
            plain += text[0];
            text.remove_prefix(1);
        }
    }
    return plain;
}

std::optional<std::vector<std::string>> read_shared_texts(WorkbookPackage& package, const std::string& part,
                                                          Problems& problems) {
    std::vector<std::string> texts;
    if (part.empty()) {
        return texts;
    }
    std::string current;
    std::size_t total = 0;
    XmlTaking taking;
    taking.closes = [&](const XmlElement& element, std::string_view text) {
        if (element.name == "t" && (element.parent == "si" || element.parent == "r")) {
            current += text;
        } else if (element.name == "si" && element.parent == "sst") {
            texts.push_back(unescape_text(current));
            current.clear();
        }
        total += text.size();
        if (total <= limits::most_total_text_bytes && texts.size() <= limits::most_shared_texts) {
            return true;
        }
        problems.add(package.where(part), fill({"more than {} MiB of texts keep the sheets of the survey only",
                                                "plus de {}\u00a0Mio de textes ne gardez que les onglets de l'enquête"},
                                               {std::to_string(limits::most_total_text_bytes >> 20)}));
        return false;
    };
    if (!read_xml(package, part, taking, problems)) {
        return std::nullopt;
    }
    return texts;
}

}  // namespace releve

#include "scenarios/survey/merge/territory_text.hpp"

#include <fmt/format.h>

namespace releve::survey {

namespace {

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char byte : text) {
        const bool control = static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F;
        out += byte == '"' || byte == '\\' ? std::string{'\\', byte} : std::string(1, control ? ' ' : byte);
    }
    return out + "\"";
}

std::string section_of(const Provenance& provenance) {
    return fmt::format(
        "[provenance.{}]\nproducer = {}\nyear = {}\nnote = {}\nlicence = {}\nestimated = {}\nsha256 = {}\n",
        provenance.table, quoted(provenance.producer), quoted(provenance.year), quoted(provenance.note),
        quoted(provenance.licence), provenance.estimated, quoted(provenance.sha256));
}

/// Where the next section begins: a line whose first character is [; the end of the text if there is none.
std::size_t next_section(const std::string& toml, std::size_t from) {
    const std::size_t at = toml.find("\n[", from);
    return at == std::string::npos ? toml.size() : at + 1;
}

}  // namespace

std::string with_provenance(const std::string& toml, const Provenance& provenance) {
    const std::string title = "[provenance." + provenance.table + "]";
    std::size_t begin = toml.find("\n" + title);
    if (begin == std::string::npos) {
        const bool ended = toml.empty() || toml.back() == '\n';
        return toml + (ended ? "\n" : "\n\n") + section_of(provenance);
    }
    ++begin;
    const std::size_t end = next_section(toml, begin);
    return toml.substr(0, begin) + section_of(provenance) + (end < toml.size() ? "\n" : "") + toml.substr(end);
}

}  // namespace releve::survey

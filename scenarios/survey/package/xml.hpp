#pragma once
#include "scenarios/survey/package/package.hpp"

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace releve {

/// An element of a workbook's own vocabularies (spreadsheet, relationships, content types), named without its
/// namespace. Those of any other vocabulary are not shown; what stands right inside one of them has parent "".
struct XmlElement {
    std::string_view name;
    std::string_view parent;
    /// Names without namespace, but "r:id" for the attribute of relationships.
    std::span<const std::pair<std::string_view, std::string_view>> attributes;

    /// "" if it is not there.
    std::string_view attribute(std::string_view attribute_name) const;
    bool has(std::string_view attribute_name) const;
};

/// What is done with a part, element by element. Each gives false to stop, having told a problem or found enough.
struct XmlTaking {
    std::function<bool(const XmlElement&)> opens = [](const XmlElement&) { return true; };
    /// `text` is what stands between the tags of an element without children; of others, what follows the last child.
    std::function<bool(const XmlElement&, std::string_view text)> closes = [](const XmlElement&, std::string_view) {
        return true;
    };
};

/// Parses a part of the package as it inflates. False if it is missing or refused (a problem says so), or was stopped.
/// Refused: what is not well formed, other encodings than UTF-8, document types and entities, nesting beyond
/// workbook_limits::most_xml_depth, tags and texts beyond their limits.
bool read_xml(WorkbookPackage& package, const std::string& part, const XmlTaking& taking, Problems& problems);

}  // namespace releve

#include "scenarios/survey/package/relationships.hpp"

#include "scenarios/survey/package/xml.hpp"

namespace releve {

namespace {

std::string_view folder_of(std::string_view part) {
    const std::size_t slash = part.rfind('/');
    return slash == std::string_view::npos ? std::string_view{} : part.substr(0, slash);
}

/// "xl/workbook.xml" -> "xl/_rels/workbook.xml.rels"
std::string relationships_part(std::string_view part) {
    const std::string_view folder = folder_of(part);
    const std::string_view name = folder.empty() ? part : part.substr(folder.size() + 1);
    return std::string(folder) + (folder.empty() ? "" : "/") + "_rels/" + std::string(name) + ".rels";
}

}  // namespace

std::string resolve_part(std::string_view from_part, std::string_view path) {
    std::vector<std::string_view> steps;
    const auto walk = [&](std::string_view way) {
        while (!way.empty()) {
            const std::size_t slash = way.find('/');
            const std::string_view step = way.substr(0, slash);
            way = slash == std::string_view::npos ? std::string_view{} : way.substr(slash + 1);
            if (step == "..") {
                if (steps.empty()) {
                    return false;
                }
                steps.pop_back();
            } else if (!step.empty() && step != ".") {
                steps.push_back(step);
            }
        }
        return true;
    };
    const bool within = (path.starts_with('/') || walk(folder_of(from_part))) && walk(path);
    std::string part;
    for (const std::string_view step : steps) {
        part += (part.empty() ? "" : "/") + std::string(step);
    }
    return within ? part : std::string{};
}

std::optional<std::vector<Relationship>> read_relationships(WorkbookPackage& package, const std::string& part,
                                                            Problems& problems) {
    std::vector<Relationship> found;
    XmlTaking taking;
    taking.opens = [&](const XmlElement& element) {
        if (element.name == "Relationship") {
            const std::string_view type = element.attribute("Type");
            const bool outside = element.attribute("TargetMode") == "External";
            found.push_back({std::string(element.attribute("Id")), std::string(type.substr(type.rfind('/') + 1)),
                             outside ? std::string{} : resolve_part(part, element.attribute("Target"))});
        }
        return true;
    };
    if (!read_xml(package, relationships_part(part), taking, problems)) {
        return std::nullopt;
    }
    return found;
}

}  // namespace releve

#include "scenarios/survey/package/other_zip.hpp"

#include "engine/base/fill.hpp"

#include <algorithm>

namespace releve {

namespace {

const std::string_view* find_end(std::span<const std::string_view> parts, std::string_view end) {
    const auto found =
        std::find_if(parts.begin(), parts.end(), [&](std::string_view part) { return part.ends_with(end); });
    return found == parts.end() ? nullptr : &*found;
}

bool any_within(std::span<const std::string_view> parts, std::string_view folder) {
    return std::any_of(parts.begin(), parts.end(),
                       [&](std::string_view part) { return part.find(folder) != std::string_view::npos; });
}

bool holds(std::span<const std::string_view> parts, std::string_view name) {
    return std::find(parts.begin(), parts.end(), name) != parts.end();
}

}  // namespace

std::optional<Text> other_zip(std::span<const std::string_view> parts) {
    if (find_end(parts, "vbaproject.bin") != nullptr || any_within(parts, "/macrosheets/")) {
        return Text{
            "a workbook with macros (.xlsm; macros are programs, and a survey needs none) save it as \"Excel "
            "Workbook (.xlsx)\", without macros",
            "un classeur avec des macros (.xlsm\u00a0; les macros sont des programmes, une enquête n'en a pas "
            "besoin) enregistrez-le comme «\u00a0Classeur Excel (.xlsx)\u00a0», sans macros"};
    }
    if (find_end(parts, "xl/workbook.bin") != nullptr) {
        return Text{"a binary workbook (.xlsb) rather than .xlsx save it as \"Excel Workbook (.xlsx)\"",
                    "un classeur binaire (.xlsb) au lieu de .xlsx enregistrez-le comme «\u00a0Classeur Excel "
                    "(.xlsx)\u00a0»"};
    }
    if (holds(parts, "[content_types].xml")) {
        return std::nullopt;
    }
    if (holds(parts, "content.xml") && holds(parts, "mimetype")) {
        return Text{
            "an OpenDocument workbook (.ods) rather than .xlsx open it in LibreOffice, File, Save As, type "
            "\"Excel 2007-365 (.xlsx)\": another name is not enough",
            "un classeur OpenDocument (.ods) au lieu de .xlsx ouvrez-le dans LibreOffice, Fichier, Enregistrer "
            "sous, type «\u00a0Excel 2007-365 (.xlsx)\u00a0»\u00a0: changer le nom ne suffit pas"};
    }
    if (find_end(parts, ".iwa") != nullptr || holds(parts, "index.zip")) {
        return Text{"a workbook of Numbers rather than .xlsx in Numbers: File, Export To, Excel",
                    "un classeur de Numbers au lieu de .xlsx dans Numbers\u00a0: Fichier, Exporter vers, Excel"};
    }
    if (const std::string_view* inside = find_end(parts, ".xlsx")) {
        return fill({"a zip that holds a workbook ({}) unpack it and give the workbook itself",
                     "un zip qui contient un classeur ({}) décompressez-le et donnez le classeur lui-même"},
                    {shown(*inside)});
    }
    return Text{
        "a zip that is not a workbook (its part [Content_Types].xml is missing) give a workbook saved as "
        "\"Excel Workbook (.xlsx)\"",
        "un zip qui n'est pas un classeur (sa partie [Content_Types].xml manque) donnez un classeur enregistré "
        "comme «\u00a0Classeur Excel (.xlsx)\u00a0»"};
}

}  // namespace releve

#include "scenarios/survey/workbook/book.hpp"

#include "engine/base/fill.hpp"
#include "scenarios/survey/package/limits.hpp"
#include "scenarios/survey/package/relationships.hpp"
#include "scenarios/survey/package/xml.hpp"

#include <algorithm>

namespace releve {

namespace {

namespace limits = workbook_limits;

const Relationship* find_type(const std::vector<Relationship>& all, std::string_view type) {
    const auto found = std::find_if(all.begin(), all.end(), [&](const Relationship& one) { return one.type == type; });
    return found == all.end() ? nullptr : &*found;
}

bool refuse(const std::string& where, Text what, Problems& problems) {
    problems.add(where, std::move(what));
    return false;
}

/// The kind of document that [Content_Types].xml tells: anything but a workbook without macros is refused.
bool is_plain_workbook(WorkbookPackage& package, Problems& problems) {
    bool with_macros = false;
    bool other_document = false;
    XmlTaking taking;
    taking.opens = [&](const XmlElement& element) {
        const std::string_view type = element.attribute("ContentType");
        with_macros = with_macros || type.find("macroEnabled") != std::string_view::npos;
        other_document = other_document || type.find("wordprocessingml.document") != std::string_view::npos ||
                         type.find("presentationml.presentation.main") != std::string_view::npos;
        return true;
    };
    if (!read_xml(package, "[Content_Types].xml", taking, problems)) {
        return false;
    }
    if (with_macros) {
        return refuse(
            package.file(),
            {"a workbook with macros (.xlsm; macros are programs, and a survey needs none) save it as \"Excel "
             "Workbook (.xlsx)\", without macros",
             "un classeur avec des macros (.xlsm\u00a0; les macros sont des programmes, une enquête n'en a pas "
             "besoin) enregistrez-le comme «\u00a0Classeur Excel (.xlsx)\u00a0», sans macros"},
            problems);
    }
    return !other_document ||
           refuse(package.file(),
                  {"a text document or a presentation rather than a workbook give the workbook of the survey",
                   "un document texte ou une présentation au lieu d'un classeur donnez le classeur de l'enquête"},
                  problems);
}

/// Tabs as the main part lists them, and its calendar.
struct Tabs {
    std::vector<SheetPart> sheets;  // `part` holds the id of the relationship
    bool dates_from_1904 = false;
    bool is_workbook = false;
};

bool is_true(std::string_view written) { return written == "1" || written == "true" || written == "on"; }

bool read_tabs(WorkbookPackage& package, const std::string& part, Tabs& tabs, Problems& problems) {
    XmlTaking taking;
    taking.opens = [&](const XmlElement& element) {
        tabs.is_workbook = tabs.is_workbook || element.name == "workbook";
        if (element.name == "workbookPr") {
            tabs.dates_from_1904 = is_true(element.attribute("date1904"));
        } else if (element.name == "sheet" && element.parent == "sheets") {
            const std::string_view state = element.attribute("state");
            tabs.sheets.push_back({std::string(element.attribute("name")), !state.empty() && state != "visible",
                                   std::string(element.attribute("r:id"))});
        }
        return tabs.sheets.size() <= limits::most_sheets ||
               refuse(package.file(),
                      fill({"more than {} sheets delete those that are not of the survey",
                            "plus de {} onglets supprimez ceux qui ne sont pas de l'enquête"},
                           {std::to_string(limits::most_sheets)}),
                      problems);
    };
    return read_xml(package, part, taking, problems) &&
           (tabs.is_workbook ||
            refuse(package.where(part),
                   {"not the main part of a workbook save it again with a spreadsheet program",
                    "ce n'est pas la partie principale d'un classeur enregistrez-le de nouveau avec "
                    "un tableur"},
                   problems));
}

bool same_name(const SheetPart& left, const SheetPart& right) {
    return std::equal(left.name.begin(), left.name.end(), right.name.begin(), right.name.end(), [](char a, char b) {
        const auto small = [](char one) { return one >= 'A' && one <= 'Z' ? static_cast<char>(one - 'A' + 'a') : one; };
        return small(a) == small(b);
    });
}

/// Puts a tab in the book, at its part, unless it holds no cells (a chart alone).
bool add_sheet(const SheetPart& tab, const std::vector<Relationship>& relationships, const WorkbookPackage& package,
               Book& book, Problems& problems) {
    const auto target = std::find_if(relationships.begin(), relationships.end(),
                                     [&](const Relationship& one) { return one.id == tab.part; });
    const bool known = target != relationships.end();
    if (known && target->type != "worksheet") {
        return true;
    }
    if (!known || target->part.empty() || !package.has(target->part)) {
        return refuse(package.file(),
                      fill({"the cells of sheet \"{}\" are missing from the file open it in a spreadsheet program, let "
                            "it repair the file and save it",
                            "les cellules de l'onglet «\u00a0{}\u00a0» manquent dans le fichier ouvrez-le dans un "
                            "tableur, laissez-le le réparer et enregistrez-le"},
                           {shown(tab.name)}),
                      problems);
    }
    const bool twice = std::any_of(book.sheets.begin(), book.sheets.end(),
                                   [&](const SheetPart& other) { return same_name(other, tab); });
    if (tab.name.empty() || twice) {
        return refuse(package.file(),
                      fill({"two sheets are named \"{}\", or one has no name rename them",
                            "deux onglets s'appellent «\u00a0{}\u00a0», ou l'un n'a pas de nom renommez-les"},
                           {shown(tab.name)}),
                      problems);
    }
    book.sheets.push_back({tab.name, tab.hidden, target->part});
    return true;
}

std::string part_of(const std::vector<Relationship>& relationships, std::string_view type) {
    const Relationship* found = find_type(relationships, type);
    return found == nullptr ? std::string{} : found->part;
}

}  // namespace

std::optional<Book> read_book(WorkbookPackage& package, Problems& problems) {
    if (!is_plain_workbook(package, problems)) {
        return std::nullopt;
    }
    const auto of_package = read_relationships(package, "", problems);
    if (!of_package) {
        return std::nullopt;
    }
    const std::string main_part = part_of(*of_package, "officeDocument");
    if (main_part.empty()) {
        refuse(package.where("_rels/.rels"),
               {"the file does not say where its workbook is open it in a spreadsheet program, let it repair the file "
                "and save it",
                "le fichier ne dit pas où est son classeur ouvrez-le dans un tableur, laissez-le le réparer et "
                "enregistrez-le"},
               problems);
        return std::nullopt;
    }
    Tabs tabs;
    if (!read_tabs(package, main_part, tabs, problems)) {
        return std::nullopt;
    }
    const auto relationships = read_relationships(package, main_part, problems);
    if (!relationships) {
        return std::nullopt;
    }
    Book book{{}, tabs.dates_from_1904, part_of(*relationships, "sharedStrings"), part_of(*relationships, "styles")};
    for (const SheetPart& tab : tabs.sheets) {
        if (!add_sheet(tab, *relationships, package, book, problems)) {
            return std::nullopt;
        }
    }
    if (book.sheets.empty()) {
        refuse(package.file(),
               {"no sheet holds cells give the workbook of the survey",
                "aucun onglet ne contient de cellules donnez le classeur de l'enquête"},
               problems);
        return std::nullopt;
    }
    return book;
}

}  // namespace releve

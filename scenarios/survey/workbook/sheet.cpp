#include "scenarios/survey/workbook/sheet.hpp"

#include "engine/base/fill.hpp"
#include "scenarios/survey/package/limits.hpp"
#include "scenarios/survey/package/xml.hpp"
#include "scenarios/survey/workbook/cell.hpp"
#include "scenarios/survey/workbook/place.hpp"

#include <algorithm>
#include <charconv>
#include <map>

namespace releve {

namespace {

namespace limits = workbook_limits;

constexpr Label many_arrays{"more than {} array formulas, or very large ones put values in their place",
                            "plus de {} formules matricielles, ou de très grandes mettez des valeurs à leur place"};

/// One sheet being read: where the next row and cell stand, and the cell that is open.
class SheetReading {
public:
    SheetReading(WorkbookPackage& package, const SheetPart& tab, SheetContext& context, Problems& problems)
        : package_(package),
          part_(tab.part),
          context_(context),
          problems_(problems),
          problems_before_(problems.count()) {
        sheet_.name = tab.name;
        sheet_.hidden = tab.hidden;
    }

    std::optional<WorkbookSheet> read() {
        XmlTaking taking;
        taking.opens = [this](const XmlElement& element) { return open(element) && few_problems(); };
        taking.closes = [this](const XmlElement& element, std::string_view text) {
            return close(element, text) && few_problems();
        };
        if (!read_xml(package_, part_, taking, problems_) || !mark_arrays() || problems_.count() != problems_before_) {
            return std::nullopt;
        }
        while (!sheet_.rows.empty() && sheet_.rows.back().empty()) {
            sheet_.rows.pop_back();
        }
        return std::move(sheet_);
    }

private:
    /// More than a user reads at once: the rest of the sheet is not looked at.
    bool few_problems() const { return problems_.count() < problems_before_ + 20; }
    bool refuse(Text what) { return refuse(package_.file() + " " + sheet_.name, std::move(what)); }
    bool refuse(const std::string& where, Text what) {
        problems_.add(where, std::move(what));
        return false;
    }
    std::string here() const { return cell_place(package_.file(), sheet_, at_.row, at_.column); }

    bool open(const XmlElement& element) {
        if (element.name == "row" && element.parent == "sheetData") {
            return open_row(element);
        }
        if (element.name == "c" && element.parent == "row") {
            return open_cell(element);
        }
        if (element.name == "f" && element.parent == "c") {
            return open_formula(element);
        }
        return element.name != "mergeCell" || add_merged(element.attribute("ref"));
    }

    bool open_row(const XmlElement& element) {
        at_ = {next_row_, 0};
        if (element.has("r")) {
            const auto place = parse_place("A" + std::string(element.attribute("r")));
            if (!place) {
                return refuse(
                    fill({"row \"{}\" is not one save the workbook again with a spreadsheet program",
                          "la ligne «\u00a0{}\u00a0» n'en est pas une enregistrez de nouveau le classeur avec "
                          "un tableur"},
                         {shown(element.attribute("r"))}));
            }
            at_.row = place->row;
        }
        next_row_ = at_.row + 1;
        next_column_ = 0;
        return true;
    }

    bool open_cell(const XmlElement& element) {
        at_.column = next_column_;
        if (element.has("r")) {
            const auto place = parse_place(element.attribute("r"));
            if (!place || place->row != at_.row) {
                return refuse(fill({"cell \"{}\" in row {} has no place there save the workbook again with a "
                                    "spreadsheet program",
                                    "la cellule «\u00a0{}\u00a0» de la ligne {} n'y a pas sa place enregistrez de "
                                    "nouveau le classeur avec un tableur"},
                                   {shown(element.attribute("r")), std::to_string(at_.row + 1)}));
            }
            at_.column = place->column;
        }
        next_column_ = at_.column + 1;
        raw_ = {};
        raw_.type = element.attribute("t");
        raw_.style = element.attribute("s");
        formula_group_.clear();
        return true;
    }

    bool open_formula(const XmlElement& element) {
        raw_.has_formula = true;
        const std::string_view type = element.attribute("t");
        if (type == "shared") {
            formula_group_ = element.attribute("si");
        } else if (type == "array" || type == "dataTable") {
            const auto range = parse_range(element.attribute("ref"));
            if (range && arrays_.size() < limits::most_array_formulas) {
                arrays_.push_back(*range);
            } else if (range) {
                return refuse(fill(many_arrays, {std::to_string(limits::most_array_formulas)}));
            }
        }
        return true;
    }

    bool close(const XmlElement& element, std::string_view text) {
        const bool inline_text = element.name == "t" && (element.parent == "is" || element.parent == "r");
        if (element.name == "v" && element.parent == "c") {
            raw_.value = text;
        } else if (element.name == "f" && element.parent == "c") {
            raw_.formula = text;
        } else if (inline_text && raw_.inline_text.size() + text.size() <= limits::most_text_bytes) {
            raw_.inline_text += text;
        } else if (inline_text) {
            return refuse(here(),
                          {"too long a text (a cell holds 32,767 characters at most) shorten it",
                           "texte trop long (une cellule contient au plus 32\u00a0767 caractères) raccourcissez-"
                           "le"});
        } else if (element.name == "c" && element.parent == "row") {
            return close_cell();
        }
        return true;
    }

    bool close_cell() {
        if (!formula_group_.empty()) {  // the formula of a group is written in its first cell only
            std::string& of_group = formula_groups_[formula_group_];
            if (raw_.formula.empty()) {
                raw_.formula = of_group;
            } else {
                of_group = raw_.formula;
            }
        }
        CellReading reading = read_workbook_cell(raw_, context_);
        if (reading.refused) {
            problems_.add(here(), std::move(*reading.refused));
            return true;
        }
        return reading.cell.kind == CellKind::blank || place(std::move(reading.cell));
    }

    bool place(WorkbookCell cell) {
        if (at_.row >= limits::most_rows || at_.column >= limits::most_columns) {
            return refuse(here(),
                          fill({"beyond row {} or column {} (a sheet of the survey is never that large) delete the "
                                "stray cells, or the sheet if it is not of the survey",
                                "au-delà de la ligne {} ou de la colonne {} (un onglet de l'enquête n'est jamais aussi "
                                "grand) supprimez les cellules égarées, ou l'onglet s'il n'est pas de l'enquête"},
                               {std::to_string(limits::most_rows), std::to_string(limits::most_columns)}));
        }
        const std::size_t rows = std::max(sheet_.rows.size(), at_.row + 1);
        const std::size_t cells_before = at_.row < sheet_.rows.size() ? sheet_.rows[at_.row].size() : 0;
        const std::size_t cells = std::max(cells_before, at_.column + 1);
        if (!has_room(rows - sheet_.rows.size() + cells - cells_before, cell.text.size())) {
            return false;
        }
        sheet_.rows.resize(rows);
        std::vector<WorkbookCell>& row = sheet_.rows[at_.row];
        row.resize(cells);
        if (row[at_.column].kind != CellKind::blank) {
            return refuse(here(), {"the cell is there twice (which one counts?) save the workbook again with a "
                                   "spreadsheet program",
                                   "la cellule est là deux fois (laquelle compte\u00a0?) enregistrez de nouveau le "
                                   "classeur avec un tableur"});
        }
        row[at_.column] = std::move(cell);
        return true;
    }

    /// Takes room from what the workbook may still hold.
    bool has_room(std::size_t cells, std::size_t text_bytes) {
        if (cells > context_.cells_left || text_bytes > context_.text_bytes_left) {
            return refuse(
                fill({"the workbook is too large (limits: {} cells, {} MiB of texts) keep the sheets of the "
                      "survey only",
                      "le classeur est trop grand (limites\u00a0: {} cellules, {}\u00a0Mio de textes) ne "
                      "gardez que les onglets de l'enquête"},
                     {std::to_string(limits::most_cells), std::to_string(limits::most_total_text_bytes >> 20)}));
        }
        context_.cells_left -= cells;
        context_.text_bytes_left -= text_bytes;
        return true;
    }

    bool add_merged(std::string_view range) {
        if (!parse_range(range) || sheet_.merged.size() >= limits::most_merged) {
            return refuse(fill({"merged cells \"{}\" cannot be read, or are too many unmerge them",
                                "les cellules fusionnées «\u00a0{}\u00a0» sont illisibles, ou trop nombreuses séparez-"
                                "les"},
                               {shown(range)}));
        }
        sheet_.merged.emplace_back(range);
        return true;
    }

    /// The cells that an array formula fills hold values in the file: they are formulas all the same.
    bool mark_arrays() {
        std::size_t work_left = limits::most_array_cells;
        return std::all_of(arrays_.begin(), arrays_.end(), [&](const CellRange& range) {
            const bool empty =
                range.first.row >= sheet_.rows.size() || range.first.column >= sheet_.rows[range.first.row].size();
            return empty || mark_array(range, work_left);
        });
    }

    bool mark_array(const CellRange& range, std::size_t& work_left) {
        const std::string formula = sheet_.rows[range.first.row][range.first.column].text;
        for (std::size_t y = range.first.row; y <= range.last.row && y < sheet_.rows.size(); ++y) {
            std::vector<WorkbookCell>& row = sheet_.rows[y];
            for (std::size_t x = range.first.column; x <= range.last.column && x < row.size(); ++x) {
                const bool value = row[x].kind != CellKind::blank && row[x].kind != CellKind::formula;
                if (work_left-- == 0) {
                    return refuse(fill(many_arrays, {std::to_string(limits::most_array_formulas)}));
                }
                if (value && !has_room(0, formula.size())) {
                    return false;
                }
                if (value) {
                    row[x] = {CellKind::formula, formula, 0};
                }
            }
        }
        return true;
    }

    WorkbookPackage& package_;
    const std::string& part_;
    SheetContext& context_;
    Problems& problems_;
    std::size_t problems_before_;
    WorkbookSheet sheet_;
    CellPlace at_;
    std::size_t next_row_ = 0;
    std::size_t next_column_ = 0;
    RawCell raw_;
    std::string formula_group_;                          // of the open cell
    std::map<std::string, std::string> formula_groups_;  // formula by group
    std::vector<CellRange> arrays_;
};

}  // namespace

std::optional<WorkbookSheet> read_sheet(WorkbookPackage& package, const SheetPart& tab, SheetContext& context,
                                        Problems& problems) {
    return SheetReading(package, tab, context, problems).read();
}

}  // namespace releve

#include "engine/inputs/formats/csv.hpp"

#include "engine/base/fill.hpp"
#include "engine/inputs/formats/encoding.hpp"
#include "engine/inputs/formats/number.hpp"

#include <algorithm>
#include <array>

namespace releve {

namespace {

std::string_view trimmed(std::string_view cell) {
    constexpr std::string_view no_break_space = "\u00a0";
    while (!cell.empty()) {
        if (cell.front() == ' ' || cell.front() == '\t') {
            cell.remove_prefix(1);
        } else if (cell.back() == ' ' || cell.back() == '\t') {
            cell.remove_suffix(1);
        } else if (cell.starts_with(no_break_space)) {
            cell.remove_prefix(no_break_space.size());
        } else if (cell.ends_with(no_break_space)) {
            cell.remove_suffix(no_break_space.size());
        } else {
            break;
        }
    }
    return cell;
}

std::string at_line(const std::string& name, std::size_t line) { return name + ":" + std::to_string(line); }

char sniff_separator(std::string_view text) {
    const std::string_view first = text.substr(0, text.find_first_of("\r\n"));
    char best = ',';
    auto most = std::count(first.begin(), first.end(), ',');
    for (const char candidate : {';', '\t'}) {
        const auto found = std::count(first.begin(), first.end(), candidate);
        if (found > most) {
            most = found;
            best = candidate;
        }
    }
    return best;
}

/// Cuts a text into lines of cells. One problem of quoting ends it: what follows cannot be trusted.
class Cutter {
public:
    Cutter(std::string_view text, char separator, const std::string& name, Problems& problems)
        : text_(text),
          separator_(separator),
          name_(name),
          problems_(problems) {}

    /// The cells of the next line that has any; false at the end. `line` is where it starts.
    bool next(std::vector<std::string>& cells, std::size_t& line) {
        while (at_ < text_.size()) {
            line = line_;
            cells.clear();
            if (!cut_line(cells)) {
                return false;
            }
            if (std::any_of(cells.begin(), cells.end(), [](const std::string& cell) { return !cell.empty(); })) {
                return true;
            }
        }
        return false;
    }

private:
    bool ends_cell(char byte) const { return byte == separator_ || byte == '\n' || byte == '\r'; }

    bool cut_line(std::vector<std::string>& cells) {
        while (true) {
            if (cells.size() > most_csv_columns) {
                return refuse(line_,
                              fill({"more than {} columns (is the separator right?) cut the file",
                                    "plus de {} colonnes (le séparateur est-il le bon\u00a0?) coupez le fichier"},
                                   {std::to_string(most_csv_columns)}));
            }
            cells.emplace_back();
            const bool quoted = at_ < text_.size() && text_[at_] == '"';
            if (!(quoted ? cut_quoted(cells.back()) : cut_plain(cells.back()))) {
                return false;
            }
            if (at_ >= text_.size() || text_[at_] != separator_) {
                skip_line_end();
                return true;
            }
            ++at_;
        }
    }

    bool cut_plain(std::string& cell) {
        const std::size_t start = at_;
        while (at_ < text_.size() && !ends_cell(text_[at_])) {
            ++at_;
        }
        cell = trimmed(text_.substr(start, at_ - start));
        return true;
    }

    bool cut_quoted(std::string& cell) {
        const std::size_t opened = line_;
        ++at_;
        while (at_ < text_.size()) {
            const char byte = text_[at_++];
            if (byte == '"' && (at_ >= text_.size() || text_[at_] != '"')) {
                cell = std::string(trimmed(cell));
                return closes_well();
            }
            at_ += byte == '"' ? 1 : 0;
            line_ += byte == '\n' ? 1 : 0;
            cell += byte;
        }
        return refuse(opened, fill({"unclosed quote (opened on this line, never closed) close it or double it inside "
                                    "a cell",
                                    "guillemet non fermé (ouvert à cette ligne, jamais fermé) fermez-le, ou doublez-le "
                                    "dans une cellule"},
                                   {}));
    }

    bool closes_well() {
        while (at_ < text_.size() && text_[at_] == ' ') {
            ++at_;
        }
        if (at_ >= text_.size() || ends_cell(text_[at_])) {
            return true;
        }
        return refuse(line_, fill({"text after a closing quote (a quote inside a cell is doubled) write \"\" inside",
                                   "texte après un guillemet fermant (dans une cellule, un guillemet se double) "
                                   "écrivez \"\" à l'intérieur"},
                                  {}));
    }

    void skip_line_end() {
        if (at_ < text_.size() && text_[at_] == '\r') {
            ++at_;
            at_ += at_ < text_.size() && text_[at_] == '\n' ? 1 : 0;
            ++line_;
        } else if (at_ < text_.size()) {
            ++at_;
            ++line_;
        }
    }

    bool refuse(std::size_t line, Text what) {
        problems_.add(at_line(name_, line), std::move(what));
        at_ = text_.size();
        return false;
    }

    std::string_view text_;
    char separator_;
    const std::string& name_;
    Problems& problems_;
    std::size_t at_ = 0;
    std::size_t line_ = 1;
};

bool good_header(const std::vector<std::string>& header, const std::string& name, std::size_t line,
                 Problems& problems) {
    const bool names = std::none_of(header.begin(), header.end(), [](const std::string& cell) {
        return cell.empty() || parse_number(cell).has_value();
    });
    if (!names) {
        problems.add(at_line(name, line), fill({"no header (the first line must name every column) add it",
                                                "pas d'en-tête (la première ligne doit nommer chaque colonne) "
                                                "ajoutez-la"},
                                               {}));
        return false;
    }
    std::vector<std::string> sorted = header;
    std::sort(sorted.begin(), sorted.end());
    const auto twice = std::adjacent_find(sorted.begin(), sorted.end());
    if (twice != sorted.end()) {
        problems.add(at_line(name, line) + " " + shown(*twice),
                     fill({"column \"{}\" stands twice in the header (each column has one name) remove one",
                           "la colonne «\u00a0{}\u00a0» est deux fois dans l'en-tête (chaque colonne a son nom) "
                           "retirez-en une"},
                          {shown(*twice)}));
        return false;
    }
    return true;
}

void note_form(CsvFile& file, const Encoding& encoding) {
    if (encoding.latin1) {
        file.assumed.push_back({"Latin-1 (cp1252) text", "texte en Latin-1 (cp1252)"});
    }
    if (encoding.byte_order_mark) {
        file.assumed.push_back({"byte-order mark dropped", "marque d'ordre des octets ignorée"});
    }
    if (file.separator == ';') {
        file.assumed.push_back({"separator ;", "séparateur «\u00a0;\u00a0»"});
    } else if (file.separator == '\t') {
        file.assumed.push_back({"separator tab", "séparateur tabulation"});
    }
}

/// The header and all rows; leaves the header empty when there is nothing sound to read.
void read_rows(CsvFile& file, std::string_view text, Problems& problems) {
    Cutter cutter(text, file.separator, file.name, problems);
    std::vector<std::string> cells;
    std::size_t line = 1;
    if (!cutter.next(cells, line) || !good_header(cells, file.name, line, problems)) {
        return;
    }
    file.header = cells;
    while (cutter.next(cells, line)) {
        if (file.rows() * file.header.size() > most_csv_cells) {
            problems.add(at_line(file.name, line), fill({"more than {} cells (limit of one table) cut the file",
                                                         "plus de {} cellules (limite d'une table) coupez le fichier"},
                                                        {std::to_string(most_csv_cells)}));
            return;
        }
        if (cells.size() != file.header.size()) {
            const bool fewer = cells.size() < file.header.size();
            problems.add(at_line(file.name, line),
                         fill(fewer ? Label{"truncated line: cells {} (the header has {} columns) complete the line",
                                            "ligne tronquée\u00a0: cellules {} (l'en-tête a {} colonnes) complétez la "
                                            "ligne"}
                                    : Label{"line too long: cells {} (the header has {} columns) remove the extra "
                                            "ones, or quote the text that holds a separator",
                                            "ligne trop longue\u00a0: cellules {} (l'en-tête a {} colonnes) retirez "
                                            "celles en trop, ou mettez entre guillemets le texte qui contient un "
                                            "séparateur"},
                              {std::to_string(cells.size()), std::to_string(file.header.size())}));
        }
        file.add_row(line, cells);
    }
}

}  // namespace

std::string_view CsvFile::cell(std::size_t row, std::size_t column) const {
    const std::size_t i = row * header.size() + column;
    const std::size_t start = i == 0 ? 0 : ends_[i - 1];
    return std::string_view(text_).substr(start, ends_[i] - start);
}

std::string CsvFile::where(std::size_t row, std::string_view column) const {
    return at_line(name, line(row)) + " " + std::string(column);
}

void CsvFile::add_row(std::size_t line, const std::vector<std::string>& cells) {
    for (std::size_t column = 0; column < header.size(); ++column) {
        text_ += column < cells.size() ? cells[column] : std::string();
        ends_.push_back(static_cast<std::uint32_t>(text_.size()));
    }
    lines_.push_back(line);
    whole_.push_back(cells.size() == header.size());
}

CsvFile read_csv(std::string bytes, const std::string& name, Problems& problems) {
    CsvFile file;
    file.name = name;
    if (bytes.size() > most_csv_bytes) {
        problems.add(name, fill({"file too big (more than {} MiB) cut it or aggregate its lines",
                                 "fichier trop gros (plus de {} Mio) coupez-le ou agrégez ses lignes"},
                                {std::to_string(most_csv_bytes >> 20)}));
        return file;
    }
    Encoding encoding;
    if (const auto problem = to_utf8(bytes, encoding)) {
        problems.add(at_line(name, line_of(bytes, problem->at)), problem->what);
        return file;
    }
    if (bytes.find_first_not_of(" \t\r\n") == std::string::npos) {
        problems.add(name, fill({"empty file (a table has a header and lines) fill it or remove it",
                                 "fichier vide (une table a un en-tête et des lignes) remplissez-le ou retirez-le"},
                                {}));
        return file;
    }
    file.separator = sniff_separator(bytes);
    note_form(file, encoding);
    read_rows(file, bytes, problems);
    return file;
}

Text assumptions(const CsvFile& file) {
    if (file.assumed.empty()) {
        return {};
    }
    Text note{file.name + ": read with ", file.name + "\u00a0: lu avec "};
    for (std::size_t i = 0; i < file.assumed.size(); ++i) {
        note.en += (i > 0 ? ", " : "") + file.assumed[i].en;
        note.fr += (i > 0 ? ", " : "") + file.assumed[i].fr;
    }
    return note;
}

}  // namespace releve

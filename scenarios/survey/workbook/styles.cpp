#include "scenarios/survey/workbook/styles.hpp"

#include "engine/base/fill.hpp"
#include "scenarios/survey/package/limits.hpp"
#include "scenarios/survey/package/xml.hpp"

#include <algorithm>
#include <charconv>
#include <map>

namespace releve {

namespace {

namespace limits = workbook_limits;

/// Formats that are built in and not written in the file. Source: ECMA-376 part 1, 18.8.30 (14-22, 45 and 47 in every
/// language; 27-36 and 50-58 in Chinese, Japanese and Korean). 46 is a duration.
bool built_in_date(unsigned format) {
    return (format >= 14 && format <= 22) || format == 45 || format == 47 || (format >= 27 && format <= 36) ||
           (format >= 50 && format <= 58);
}

unsigned number_of(std::string_view text) {
    unsigned number = 0;
    const auto end = std::from_chars(text.data(), text.data() + text.size(), number);
    return end.ec == std::errc{} ? number : 0;
}

}  // namespace

bool shows_date(std::string_view format) {
    bool date = false;
    for (std::size_t i = 0; i < format.size() && format[i] != ';'; ++i) {
        const char one = format[i];
        if (one == '"') {
            i = std::min(format.find('"', i + 1), format.size());
        } else if (one == '\\' || one == '_' || one == '*') {
            ++i;  // the next character is shown as it is, left as a gap, or repeated
        } else if (one == '[') {
            const std::size_t close = std::min(format.find(']', i), format.size());
            const std::string_view inside = format.substr(i + 1, close - i - 1);
            if (!inside.empty() && inside.find_first_not_of("hHmMsS") == std::string_view::npos) {
                return false;  // [h]:mm counts hours, beyond 24 too
            }
            i = close;
        } else if (std::string_view("dDmMyYhHsS").find(one) != std::string_view::npos) {
            date = true;
        }
    }
    return date;
}

std::optional<std::vector<bool>> read_date_styles(WorkbookPackage& package, const std::string& part,
                                                  Problems& problems) {
    std::vector<bool> dates;
    if (part.empty() || !package.has(part)) {
        return dates;
    }
    std::map<unsigned, bool> own_formats;
    XmlTaking taking;
    taking.opens = [&](const XmlElement& element) {
        if (element.name == "numFmt" && element.parent == "numFmts") {
            own_formats[number_of(element.attribute("numFmtId"))] = shows_date(element.attribute("formatCode"));
        } else if (element.name == "xf" && element.parent == "cellXfs") {
            const unsigned format = number_of(element.attribute("numFmtId"));
            const auto own = own_formats.find(format);
            dates.push_back(own == own_formats.end() ? built_in_date(format) : own->second);
        }
        if (dates.size() <= limits::most_styles && own_formats.size() <= limits::most_styles) {
            return true;
        }
        problems.add(package.where(part),
                     {"too many styles of cells copy the cells into an empty workbook of the survey",
                      "trop de styles de cellules copiez les cellules dans un classeur d'enquête "
                      "vide"});
        return false;
    };
    if (!read_xml(package, part, taking, problems)) {
        return std::nullopt;
    }
    return dates;
}

}  // namespace releve

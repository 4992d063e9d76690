#pragma once
#include "scenarios/survey/package/package.hpp"

#include <optional>
#include <string>
#include <vector>

namespace releve {

/// One tab, and the part that holds its cells.
struct SheetPart {
    std::string name;
    bool hidden = false;
    std::string part;
};

/// What the main part of a workbook says, and where the others are.
struct Book {
    std::vector<SheetPart> sheets;  ///< tabs that hold cells, in their order
    bool dates_from_1904 = false;   ///< dates count from 1904-01-01 (old Macintosh) rather than from 1900
    std::string shared_texts;       ///< part; "" if there is none
    std::string styles;             ///< part; "" if there is none
};

/// Nothing, and a problem, if parts are missing or it is another kind of document.
std::optional<Book> read_book(WorkbookPackage& package, Problems& problems);

}  // namespace releve

#include "engine/base/suggest.hpp"

#include <algorithm>
#include <numeric>
#include <vector>

namespace releve {

namespace {

std::size_t edit_distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> row(b.size() + 1);
    std::iota(row.begin(), row.end(), std::size_t{0});
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0];
        row[0] = i + 1;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({replaced, row[j + 1] + 1, row[j] + 1});
        }
    }
    return row.back();
}

}  // namespace

std::string_view nearest_name(std::string_view misspelt, std::span<const std::string_view> known) {
    std::string_view best;
    std::size_t fewest = std::max<std::size_t>(2, misspelt.size() / 3) + 1;
    for (const std::string_view name : known) {
        const std::size_t edits = edit_distance(misspelt, name);
        if (edits < fewest) {
            fewest = edits;
            best = name;
        }
    }
    return best;
}

}  // namespace releve

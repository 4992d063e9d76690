#include "scenarios/tables/secrecy/public_lines.hpp"

#include "engine/base/vocabulary.hpp"
#include "scenarios/audit/secrecy/public_tables.hpp"

#include <algorithm>
#include <optional>

namespace releve::tables {

namespace {

using audit::Contribution;
using audit::Cut;

std::optional<Cut> cut_of(const std::string& axis) {
    return axis == "zone"         ? std::optional(Cut::zone)
           : axis == "sector"     ? std::optional(Cut::sector)
           : axis == "size"       ? std::optional(Cut::size)
           : axis == "occupation" ? std::optional(Cut::occupation)
                                  : std::nullopt;
}

std::vector<std::string> codes_of(const Pack& pack, Cut cut) {
    if (cut == Cut::size) {
        std::vector<std::string> codes;
        for (const SizeBand& band : size_bands) {
            codes.emplace_back(band.word.code);
        }
        return codes;
    }
    return cut == Cut::zone ? pack.zone_codes.codes : cut == Cut::sector ? pack.sectors.codes : pack.occupations.codes;
}

/// Many establishments alike: nothing of a cell tells of one of them.
std::vector<Contribution> many_alike() {
    constexpr std::uint32_t many = 10;
    std::vector<Contribution> all;
    for (std::uint32_t i = 0; i < many; ++i) {
        all.push_back({i, 1.0 / many});
    }
    return all;
}

std::vector<Contribution> shares_of(const audit::PublicCell& cell) {
    std::vector<Contribution> shares = cell.contributions;
    for (Contribution& one : shares) {
        one.value /= cell.value();
    }
    return shares;
}

}  // namespace

PublicLines lines_alike(std::size_t cells) {
    return {std::vector(cells, many_alike()), std::vector<bool>(cells, false)};
}

PublicLines public_lines(const Pack& pack, const std::string& axis, const std::vector<std::string>& codes) {
    const auto cut = cut_of(axis);
    if (!cut) {
        return lines_alike(codes.size());
    }
    PublicLines lines{{}, std::vector<bool>(codes.size(), false)};
    const std::vector<audit::PublicCell> cells = audit::public_cells(pack, *cut);
    const std::vector<audit::Secrecy> secrecy = audit::protect(cells, audit::SecrecyRules{});
    const std::vector<std::string> known = codes_of(pack, *cut);
    constexpr std::uint32_t unknown = 0xF000'0000u;  // an establishment of the pack has a lower number
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const auto at = std::find(known.begin(), known.end(), codes[i]);
        const std::size_t cell = 1 + static_cast<std::size_t>(at - known.begin());
        const bool is_told = at != known.end() && !cells[cell].contributions.empty();
        lines.contributions.push_back(is_told ? shares_of(cells[cell])
                                              : std::vector{Contribution{unknown + static_cast<std::uint32_t>(i), 1}});
        lines.hidden[i] = at != known.end() && secrecy[cell] != audit::Secrecy::shown;
    }
    return lines;
}

}  // namespace releve::tables

#include "scenarios/tables/secrecy/public_lines.hpp"

#include "engine/base/vocabulary.hpp"
#include "engine/model/holders.hpp"
#include "engine/model/observing.hpp"
#include "scenarios/audit/secrecy/public_tables.hpp"

#include <algorithm>
#include <map>
#include <optional>

namespace releve::tables {

namespace {

using audit::Contribution;
using audit::Cut;

/// What the posts of the start tell along an axis: the cells of public_cells, and the code of each but the total.
struct KnownLines {
    std::vector<audit::PublicCell> cells;
    std::vector<std::string> codes;
};

/// People in posts whose occupation asks each competence as much as holders of it are counted by default; those who hold
/// several are in the total several times, as in that of the outputs.
std::vector<audit::PublicCell> competence_cells(const Pack& pack) {
    const HolderRules rules(pack,
                            observing_parameters()[static_cast<std::size_t>(ObservingParameter::asked_level)].value);
    std::vector<std::map<std::uint32_t, double>> people(1 + pack.competences.size());  // by cell, then establishment
    for (const PostRow& row : pack.posts) {
        for (const std::uint32_t competence : rules.asked_by(row.occupation)) {
            people[0][row.establishment] += row.posts;
            people[1 + competence][row.establishment] += row.posts;
        }
    }
    std::vector<audit::PublicCell> cells(people.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        cells[i].parent = i == 0 ? audit::no_parent : 0;
        for (const auto& [establishment, posts] : people[i]) {
            cells[i].contributions.push_back({establishment, posts});
        }
        cells[i].persons = cells[i].value();
    }
    return cells;
}

std::vector<std::string> codes_of_sizes() {
    std::vector<std::string> codes;
    for (const SizeBand& band : size_bands) {
        codes.emplace_back(band.word.code);
    }
    return codes;
}

std::optional<KnownLines> known_lines(const Pack& pack, const std::string& axis) {
    if (axis == "zone") {
        return KnownLines{audit::public_cells(pack, Cut::zone), pack.zone_codes.codes};
    }
    if (axis == "sector") {
        return KnownLines{audit::public_cells(pack, Cut::sector), pack.sectors.codes};
    }
    if (axis == "size") {
        return KnownLines{audit::public_cells(pack, Cut::size), codes_of_sizes()};
    }
    if (axis == "occupation") {
        return KnownLines{audit::public_cells(pack, Cut::occupation), pack.occupations.codes};
    }
    if (axis == "competence" && pack.profiles.size() == pack.occupations.size()) {
        return KnownLines{competence_cells(pack), pack.competences.codes};
    }
    return std::nullopt;
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
    const std::optional<KnownLines> of_pack = known_lines(pack, axis);
    if (!of_pack) {
        return lines_alike(codes.size());
    }
    PublicLines lines{{}, std::vector<bool>(codes.size(), false)};
    const std::vector<audit::PublicCell>& cells = of_pack->cells;
    const std::vector<audit::Secrecy> secrecy = audit::protect(cells, audit::SecrecyRules{});
    const std::vector<std::string>& known = of_pack->codes;
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

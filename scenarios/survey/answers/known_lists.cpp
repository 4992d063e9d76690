#include "scenarios/survey/answers/known_lists.hpp"

#include "engine/base/fill.hpp"
#include "engine/base/suggest.hpp"
#include "scenarios/survey/names.hpp"

#include <algorithm>
#include <array>

namespace releve::survey {

namespace {

constexpr std::array<std::string_view, 3> separators{" – ", " - ", " — "};
constexpr std::size_t longest_suggested = 60;  ///< the search for the nearest costs the product of both lengths

/// "52009 – Langres" -> "52009"; the whole text if there is no separator.
std::string_view before_separator(std::string_view written) {
    for (const std::string_view separator : separators) {
        const std::size_t at = written.find(separator);
        if (at != std::string_view::npos) {
            return written.substr(0, at);
        }
    }
    return written;
}

std::vector<bool> inside_zones(const Pack& pack) {
    std::vector<bool> inside;
    for (const Zone& zone : pack.zones) {
        inside.push_back(zone.inside);
    }
    return inside;
}

}  // namespace

NamesOfList::NamesOfList(const CodeList& list, std::vector<bool> offered) : list_(&list), offered_(std::move(offered)) {
    for (std::uint32_t i = 0; i < list.size(); ++i) {
        add(plain(list.codes[i]), i);
        add(plain(list.names[i].fr), i);
        add(plain(list.names[i].en), i);
    }
}

void NamesOfList::add(const std::string& name, std::uint32_t position) {
    const auto [at, added] = positions_.emplace(name, position);
    if (added) {
        names_.emplace_back(name, position);
    } else if (at->second != position) {
        at->second = two_or_more;
    }
}

Found NamesOfList::plainly(const std::string& name) const {
    const auto at = positions_.find(name);
    if (at == positions_.end()) {
        return {};
    }
    return at->second == two_or_more ? Found{Found::As::several, no_index} : Found{Found::As::known, at->second};
}

Found NamesOfList::find(std::string_view written) const {
    if (const Found found = plainly(plain(written)); found.as != Found::As::unknown) {
        return found;
    }
    const std::string code(before_separator(written));
    if (const std::uint32_t position = list_->find(code); position != no_index) {
        return {Found::As::known, position};
    }
    const bool digits =
        !code.empty() && std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
    const std::uint32_t padded = digits ? list_->find("0" + code) : no_index;
    return padded == no_index ? Found{} : Found{Found::As::zero_lost, padded};
}

Text NamesOfList::nearest(std::string_view written) const {
    if (written.size() > longest_suggested) {
        return {};
    }
    std::vector<std::string_view> known;
    for (const auto& [name, position] : names_) {
        if (offered(position)) {
            known.push_back(name);
        }
    }
    const std::string_view near = nearest_name(plain(before_separator(written)), known);
    const auto at = std::find_if(names_.begin(), names_.end(), [&](const auto& entry) { return entry.first == near; });
    return near.empty() ? Text{} : shown_as(at->second);
}

Text NamesOfList::shown_as(std::uint32_t position) const {
    return fill({"{} – {}", "{} – {}"}, {list_->codes[position], list_->names[position]});
}

KnownLists::KnownLists(const Pack& pack)
    : zones_(pack.zone_codes, inside_zones(pack)),
      sectors_(pack.sectors, {}),
      occupations_(pack.occupations, {}),
      axes_(pack.audit_axes, {}) {}

const NamesOfList& KnownLists::list(std::string_view name) const {
    return name == "zones" ? zones_ : name == "sectors" ? sectors_ : name == "occupations" ? occupations_ : axes_;
}

}  // namespace releve::survey

#pragma once
#include "engine/inputs/pack.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace releve::survey {

/// What a code or a name of a list was found to be.
struct Found {
    enum class As : std::uint8_t { known, unknown, several, zero_lost };
    As as = As::unknown;
    std::uint32_t position = no_index;  ///< known, or zero_lost: a number cell had dropped the first 0 of the code
};

/// One list of the base pack, found by code, by name in either language, or by both as the drop-down writes them.
class NamesOfList {
public:
    NamesOfList(const CodeList& list, std::vector<bool> offered);
    Found find(std::string_view written) const;
    /// The nearest known one, as "52009 – Langres"; empty if none is near.
    Text nearest(std::string_view written) const;
    bool offered(std::uint32_t position) const { return offered_.empty() || offered_[position]; }
    Text shown_as(std::uint32_t position) const;

private:
    static constexpr std::uint32_t two_or_more = no_index - 1;
    void add(const std::string& name, std::uint32_t position);
    Found plainly(const std::string& name) const;
    const CodeList* list_;
    std::vector<bool> offered_;
    std::unordered_map<std::string, std::uint32_t> positions_;
    std::vector<std::pair<std::string, std::uint32_t>> names_;  // plain, in the order of the list
};

/// The lists that columns of the survey refer to; the pack must outlive it.
class KnownLists {
public:
    explicit KnownLists(const Pack& pack);
    const NamesOfList& list(std::string_view name) const;

private:
    NamesOfList zones_, sectors_, occupations_, axes_;
};

}  // namespace releve::survey

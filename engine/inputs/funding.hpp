#pragma once
#include "engine/base/month.hpp"
#include "engine/base/vocabulary.hpp"

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

/// Who pays for actions, under what conventions and laws, and what actions cost: lines of the pack's tables.
namespace releve {

enum class FunderKind : std::uint8_t { state, region, europe, local, employer, own };
inline constexpr std::array<Word, 6> funder_kind_words{{
    {"state", {"State and its agencies", "État et ses opérateurs"}},
    {"region", {"Region", "Région"}},
    {"europe", {"European funds", "fonds européens"}},
    {"local", {"local authority", "collectivité locale"}},
    {"employer", {"employers", "employeurs"}},
    {"own", {"own funds: pays what nobody else does", "fonds propres\u00a0: paie ce que nul autre ne paie"}},
}};

struct Funder {
    std::string code;
    Text name;
    FunderKind kind{};
};

/// What a funder has signed.
struct Convention {
    std::string code;
    Text name;
    std::uint32_t funder = 0;
    std::string programme;
    Month from, until;                                         ///< both included
    double rate = 0;                                           ///< share of the eligible cost of a month
    double ceiling = std::numeric_limits<double>::infinity();  ///< EUR over the whole period
    std::vector<std::string> actions;                          ///< open to these; empty: to all
    std::string source, where;                                 ///< where: file:line
};

/// What a cost is counted by.
enum class CostPer : std::uint8_t { start, month, year, establishment, running_year };
inline constexpr std::array<Word, 5> cost_per_words{{
    {"start", {"person, pair or case begun", "personne, binôme ou dossier commencé"}},
    {"month", {"month of one under way", "mois de l'un d'eux"}},
    {"year", {"year of one under way", "année de l'un d'eux"}},
    {"establishment", {"establishment that takes part, once", "établissement participant, une fois"}},
    {"running_year", {"year in which the action is open", "année d'ouverture de l'action"}},
}};

struct ActionCost {
    static constexpr std::uint32_t any = 0xFFFFFFFFu;
    std::string action, item, unit, source;
    double cost = 0;  ///< EUR of one unit
    CostPer per{};
    double share = 1;              ///< of the units that it concerns
    std::uint32_t scheme = any;    ///< only under this one
    std::uint32_t borne_by = any;  ///< this funder pays all of it; else it is shared among conventions
    std::string where;             ///< file:line
};

/// A legal form that an action may take.
struct Scheme {
    std::string code, action;
    Text name;
    Month from;
    std::optional<Month> until;  ///< last month in which it was open; none: still open
    std::string source, where;   ///< where: file:line
};

enum class RuleKind : std::uint8_t { default_value, least, most };
inline constexpr std::array<Word, 3> rule_words{{
    {"default", {"value unless a plan gives another", "valeur si le plan n'en donne pas d'autre"}},
    {"least", {"at least", "au moins"}},
    {"most", {"at most", "au plus"}},
}};

/// What a scheme asks of one setting of its action.
struct SchemeRule {
    std::uint32_t scheme = 0;
    std::string setting;
    RuleKind rule{};
    double value = 0;  ///< durations in months
    std::string source, where;
};

/// Two establishments that work together; told once, holds both ways.
struct Link {
    std::uint32_t establishment = 0, partner = 0;
    LinkKind kind{};
};

}  // namespace releve

#pragma once
#include "scenarios/compare/openings.hpp"
#include "scenarios/compare/paired.hpp"
#include "scenarios/report/measures.hpp"

#include <array>

/// Job openings of a territory and of its occupations, in the blocks of scenarios/compare/openings.hpp.
namespace releve::report {

/// The rows of a decomposition, in order; what each reads of Blocks.
struct Block {
    std::string_view code;
    Label label;
    double compare::Blocks::*value;
    bool is_share;
};
inline constexpr std::array<Block, 8> opening_blocks{{
    {"net_creations", {"net creations of jobs", "créations nettes d'emplois"}, &compare::Blocks::net_creations, false},
    {"career_ends", {"+ ends of career", "+ départs en fin de carrière"}, &compare::Blocks::career_ends, false},
    {"openings", {"= job openings", "= postes à pourvoir"}, &compare::Blocks::openings, false},
    {"young", {"\u2212 young entrants", "\u2212 jeunes débutants"}, &compare::Blocks::young, false},
    {"from_away",
     {"\u2212 net moves from elsewhere", "\u2212 arrivées nettes d'ailleurs"},
     &compare::Blocks::from_away,
     false},
    {"from_others",
     {"\u2212 net moves between occupations", "\u2212 mobilités nettes entre métiers"},
     &compare::Blocks::from_others,
     false},
    {"rest", {"= left to people without a post", "= reste aux personnes sans poste"}, &compare::Blocks::rest, false},
    {"imbalance",
     {"potential imbalance, % of base", "déséquilibre potentiel, % de la base"},
     &compare::Blocks::imbalance,
     true},
}};

/// From the end of one year to the end of another.
struct Span {
    int from = 0, to = 0;
};
/// Between the first year's end, the milestones and the last year; then the whole. Empty if the file has one year alone.
std::vector<Span> spans_of(const Dataset& results);

/// Blocks of each replicate; empty if the file lacks what they are made from.
std::vector<compare::Blocks> territory_blocks(const Dataset& results, std::size_t scenario, Span span);
/// The values of one block in each replicate.
std::vector<double> values_of(const std::vector<compare::Blocks>& blocks, const Block& block);

/// Means over replicates, by occupation; empty if the file lacks what they are made from.
std::vector<compare::Blocks> occupation_blocks(const Dataset& results, std::size_t scenario, Span span);

}  // namespace releve::report

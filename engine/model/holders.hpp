#pragma once
#include "engine/model/setting.hpp"
#include "engine/state/state.hpp"

#include <span>
#include <vector>

namespace releve {

/// Who holds a competence in an establishment: a person in post whose occupation asks it at `asked_level` or more, and who
/// masters the occupation to `holder_mastery` or more.
class HolderRules {
public:
    HolderRules() = default;
    HolderRules(const Pack& pack, double asked_level);

    std::size_t competences() const { return competences_; }
    /// Competences that an occupation asks enough.
    std::span<const std::uint32_t> asked_by(std::size_t occupation) const {
        return std::span(asked_).subspan(first_[occupation], first_[occupation + 1] - first_[occupation]);
    }

private:
    std::size_t competences_ = 0;
    std::vector<std::uint32_t> first_;  // by occupation: where its competences begin
    std::vector<std::uint32_t> asked_;
};

/// One competence that some posts of an establishment ask, and how many people there hold it.
struct Holding {
    EstablishmentId establishment;
    std::uint32_t competence = 0;
    std::uint32_t people = 0;
};

/// By establishment, those of its competences that present posts ask. `experts`: people of enough mastery, by cell.
std::vector<Holding> holdings_of(const State& state, const HolderRules& rules, std::span<const std::uint32_t> experts);

/// Over the territory, by competence.
struct HolderCounts {
    std::vector<std::uint32_t> people;  ///< who hold it
    std::vector<std::uint32_t> single;  ///< establishments that ask it, where one person alone holds it
    std::vector<std::uint32_t> none;    ///< establishments that ask it, where nobody does
};
HolderCounts counts_of(std::span<const Holding> holdings, std::size_t competences);

/// Of the holdings of a first date (with people), those that have nobody left: the competence is asked no more, or no more
/// held, or the establishment has closed. Both in the order of holdings_of.
std::vector<Holding> lost_since(std::span<const Holding> first, std::span<const Holding> now, std::size_t competences);

}  // namespace releve

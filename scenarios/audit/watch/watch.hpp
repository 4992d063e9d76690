#pragma once
#include "engine/run/replicate.hpp"
#include "scenarios/audit/inventory/follow.hpp"
#include "scenarios/audit/watch/watch_holders.hpp"

namespace releve::audit {

/// Counts what happens in one replicate, month after month, beside it: changes nothing in it.
class Watch {
public:
    /// `frame`: units of the cuts. `executives`: by occupation. `state`: the first one, before anything happens.
    Watch(const Plan& plan, const Followed& frame, std::span<const std::uint8_t> executives,
          std::span<const FollowedGroup> groups, const State& state);

    const std::vector<Holding>& first_holdings() const { return holders_.all(); }

    /// A month that has just been simulated.
    void see_month(const State& state);
    /// Writes what is counted up to now as that of a horizon.
    void see_horizon(const State& state, std::size_t horizon);
    /// Puts the counts in their place; any number of replicates may do so at once.
    void write(Followed& followed, std::uint32_t replicate) const;
    /// Adds what is kept of all replicates together; one at a time.
    void add_sums(Followed& followed) const;

private:
    /// Where a post is counted: units among all of them, no_index for none.
    struct Place {
        std::uint32_t zone = no_index, sector = no_index, size = no_index, establishment = no_index;
    };
    /// Where posts of an occupation in an establishment are counted together.
    struct InGroup {
        std::uint32_t establishment = 0, occupation = 0, unit = 0;
    };
    /// What a person did at the start.
    struct FirstPost {
        std::uint16_t occupation = 0;  ///< of the post
        bool lasting = false;          ///< on an open-ended contract, or their own employer
        bool left = true;              ///< held no post, or has left its establishment since
    };
    /// A post as it was a month before.
    struct SeenPost {
        DrawKey key;
        CellId cell;
        std::uint16_t vacancies = 0;
    };

    void list_groups(std::span<const FollowedGroup> groups);
    /// Unit of the group; no_index for none.
    std::uint32_t group_of(EstablishmentId establishment, std::uint32_t occupation) const;
    void count(Measure measure, EstablishmentId establishment, std::uint32_t occupation, double amount = 1);
    void count_first_people(const State& state, std::span<const std::uint8_t> executives);
    void count_person(const State& state, PersonId person, bool executive);
    void count_few(Measure measure, const WatchHolders::Few& few);
    void locate_establishments(const State& state);
    void see_event(const Event& event);
    void see_departure(const Event& event);
    void see_openings(const State& state);
    void see_vacancies(const State& state);
    void see_holders(const State& state, std::size_t horizon);
    void copy_row(Measure measure, std::size_t horizon);
    double* row(Measure measure) { return counts_.data() + static_cast<std::size_t>(measure) * units_; }

    const Followed& frame_;
    std::size_t units_;
    const Pack& pack_;
    std::vector<Place> places_;    ///< by establishment
    std::vector<InGroup> groups_;  ///< by establishment, then occupation
    std::vector<FirstPost> home_;  ///< by person of the start
    std::vector<SeenPost> seen_;   ///< by place of posts
    std::vector<double> counts_;   ///< [measure][unit], up to now
    std::vector<float> values_;    ///< [row of Followed][unit]
    std::vector<std::uint32_t> pyramid_;
    WatchHolders holders_;
    std::vector<WatchHolders::Balance> balance_, balance_then_;  ///< at the start and at the last horizon
    std::array<std::vector<std::uint32_t>, horizon_years.size()> few_gone_, lost_;  ///< positions among its holdings
};

}  // namespace releve::audit

#pragma once
#include "engine/model/labour/suitability.hpp"
#include "engine/model/process.hpp"

#include <array>
#include <vector>

/// The monthly market that the process `matching` holds: what is offered, who applies, who agrees with whom.
namespace releve::job_market {

/// Parameters of the process, in the order of its record.
enum MatchingParameter : std::size_t {
    applications,
    intensity,
    job_search,
    commuting_scale,
    detour,
    travel_speed,
    minimum_mastery,
    lowering,
    ranking,
    decision_open_ended,
    decision_fixed_term,
    refusal,
    agency_months,
    apprentices,
    apprentice_age,
    discouragement,
    duration_penalty,
    education_tolerance,
    search_delay,
    posting_delay,
    gives_up_open_ended,
    vacancies_weigh,
    nothing_suits,
    wide_reach
};

inline constexpr std::array<Contract, 3> offered_contracts{Contract::open_ended, Contract::fixed_term,
                                                           Contract::agency};

/// What the process prepares once: how far, how near, which diploma, which contract.
struct Tables {
    std::span<const double> kernel;         ///< willingness to commute, home * zones + zone of work
    std::span<const double> kernel_to;      ///< the same, zone of work * homes + home
    std::span<const double> proximity;      ///< between occupations, from * occupations + to
    std::span<const double> least_diploma;  ///< by occupation: lowest education that newcomers to it need
    std::span<const double> contracts;      ///< by occupation: shares of `offered_contracts`, cumulated
    std::size_t zones = 0, occupations = 0;
    /// Zones; then the zones once more, of those who look from further away, where an action of the scenario brings that.
    std::size_t homes = 0;
};
std::vector<double> prepare_tables(const Setting& setting, std::span<const double> parameters);
Tables tables_of(const Step& at);
/// By occupation: lowest education such that at most `tolerance` of its workers have less.
std::vector<double> least_diplomas(const Pack& pack, double tolerance);
/// By occupation: cumulated shares of `offered_contracts` among its vacancies.
std::vector<double> contract_shares(const Pack& pack, double agency_months);
/// The contract offered for a vacancy, the same as long as it lasts, given those shares.
Contract contract_of(const State& state, PostId vacancy, std::span<const double> shares);

/// The 'when' of what one person draws for one post in one month: 48 bits of key and the month folded into 32. Another post
/// in another month may share it; the person then draws the same for both, which shifts no probability.
inline std::uint32_t pair_luck(const Post& post, int month) {
    return post.key.index * 64U + post.key.group + 7919U * static_cast<unsigned>(month);
}

/// Vacancies whose employer concludes this month, each with the contract offered.
struct Offer {
    PostId post;
    std::uint16_t occupation;
    std::uint16_t zone;
    Contract contract;
    float attractiveness;
    float requirement;
    DrawKey key;         ///< of the post
    std::uint32_t luck;  ///< of this vacancy this month, for the draws of each applicant
};

/// Vacancies whose employer concludes this month, by occupation, zone and key.
std::vector<Offer> collect_offers(const Step& at);

/// One person for one offer, refusals on either side already taken out.
struct Application {
    std::uint32_t offer;
    PersonId person;
    std::uint32_t searcher;  ///< number of the person among those who apply this month
    float mastery;
    float score;   ///< by which the employer ranks
    float liking;  ///< by which the person chooses
};

/// Applications of the unemployed who search this month and of the workers whose search is due.
std::vector<Application> collect_applications(const Step& at, const std::vector<Offer>& offers);

/// Who agrees with whom. Offers are made in turn, best applicant first; a person keeps the best liked so far and frees the
/// other vacancy, which goes on to its next applicant (deferred acceptance, Gale and Shapley 1962): no offer and person
/// would both rather have each other, and the outcome does not depend on any order.
std::vector<Application> agree(const std::vector<Application>& applications, std::size_t offers, const State& state);

}  // namespace releve::job_market

#include "engine/base/portable_math.hpp"
#include "engine/model/labour/job_market.hpp"

#include <algorithm>
#include <tuple>

namespace releve::job_market {

namespace {

constexpr Purpose of_contract = purpose("matching.contract");
constexpr Purpose of_decision = purpose("matching.decision");

bool is_temporary(Contract contract) { return contract != Contract::open_ended && contract != Contract::owner; }

/// A departure that was foreseen is followed by a hire sooner: the hazard of concluding is multiplied.
double after_succession(const State& state, PostId post, double ordinary) {
    const bool retired = state.posts[post].left_by == Separation::retirement;
    const float speed = state.establishments.conduct[state.cells.establishment[state.posts[post].cell]].succession;
    if (!retired || speed == 1 || ordinary >= 1) {
        return ordinary;
    }
    return 1 - portable_exp(double{speed} * portable_log(1 - ordinary));
}

bool concludes(const Step& at, PostId post, Contract contract) {
    Draws draws =
        at.state.luck.draws(at.state.posts[post].key, of_decision, static_cast<std::uint32_t>(at.state.month));
    const double ordinary = at.parameters[is_temporary(contract) ? decision_fixed_term : decision_open_ended];
    return draws.happens(after_succession(at.state, post, ordinary));
}

}  // namespace

Contract contract_of(const State& state, PostId vacancy, std::span<const double> shares) {
    const Post& post = state.posts[vacancy];
    if (post.owner_post != 0) {
        return Contract::owner;
    }
    // what the colleague held, and would have been offered to somebody from outside; what a shared post is made for
    if (post.reason == VacancyReason::promotion || post.reason == VacancyReason::sharing) {
        return Contract::open_ended;
    }
    const double share = state.luck.draws(post.key, of_contract, post.vacancies).uniform();
    const double* const up_to = &shares[state.cells.occupation[post.cell] * offered_contracts.size()];
    std::size_t drawn = 0;
    while (drawn + 1 < offered_contracts.size() && share >= up_to[drawn]) {
        ++drawn;
    }
    return offered_contracts[drawn];
}

std::vector<Offer> collect_offers(const Step& at) {
    const State& state = at.state;
    std::vector<Offer> offers;
    const std::vector<PostId>& vacancies = state.vacancies.members();
    for (std::size_t i = 0; i < vacancies.size(); ++i) {
        if (i + fetch_distance < vacancies.size()) {
            fetch_ahead(&state.posts[vacancies[i + fetch_distance]]);
        }
        const PostId post = vacancies[i];
        const CellId cell = state.posts[post].cell;
        const EstablishmentId establishment = state.cells.establishment[cell];
        const std::uint16_t occupation = state.cells.occupation[cell];
        const int open = state.month - state.posts[post].opened;
        if (open < at.parameters[posting_delay] || state.posts[post].reserved != 0) {
            continue;
        }
        const Contract contract = contract_of(state, post, tables_of(at).contracts);
        if (concludes(at, post, contract)) {
            const DrawKey key = state.posts[post].key;
            offers.push_back({post, occupation, state.establishments.zone[establishment], contract,
                              state.establishments.attractiveness[establishment] *
                                  state.establishments.levers[establishment].attraction *
                                  state.establishments.conduct[establishment].attraction,
                              static_cast<float>(at.parameters[minimum_mastery] - at.parameters[lowering] * open), key,
                              pair_luck(state.posts[post], state.month)});
        }
    }
    std::sort(offers.begin(), offers.end(), [](const Offer& a, const Offer& b) {
        return std::tie(a.occupation, a.zone, a.key) < std::tie(b.occupation, b.zone, b.key);
    });
    return offers;
}

}  // namespace releve::job_market

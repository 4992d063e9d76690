#include "engine/model/labour/job_market.hpp"

#include <algorithm>
#include <array>

namespace releve::job_market {

namespace {

constexpr Purpose of_contract = purpose("matching.contract");
constexpr Purpose of_decision = purpose("matching.decision");

Contract contract_of(const Step& at, PostId post, std::uint16_t occupation) {
    if (at.state.posts.owner_post[post] != 0) {
        return Contract::owner;
    }
    Draws draws = at.state.luck.draws(at.state.posts.key[post], of_contract, at.state.posts.vacancies[post]);
    const FixedTermRow& fixed = at.setting.pack.fixed_term[occupation];
    if (!draws.happens(fixed.hire_share)) {
        return Contract::open_ended;
    }
    // the other temporary contracts take their part in proportion to stock over duration: so their stocks last
    const auto& stock = at.setting.pack.contracts_by_occupation[occupation];
    const auto flow = [&](Contract contract, double months) {
        return stock[static_cast<std::size_t>(contract)] / months;
    };
    const std::array<double, 3> flows{flow(Contract::fixed_term, fixed.mean_duration_months) + 1e-9,
                                      flow(Contract::agency, at.parameters[agency_months]),
                                      flow(Contract::apprentice, at.parameters[apprentice_months])};
    return static_cast<Contract>(static_cast<std::size_t>(Contract::fixed_term) + draws.weighted(flows));
}

bool is_temporary(Contract contract) { return contract != Contract::open_ended && contract != Contract::owner; }

bool concludes(const Step& at, PostId post, Contract contract) {
    Draws draws =
        at.state.luck.draws(at.state.posts.key[post], of_decision, static_cast<std::uint32_t>(at.state.month));
    return draws.happens(at.parameters[is_temporary(contract) ? decision_fixed_term : decision_open_ended]);
}

}  // namespace

std::vector<Offer> collect_offers(const Step& at) {
    const State& state = at.state;
    std::vector<Offer> offers;
    for (const PostId post : state.vacancies.members()) {
        const CellId cell = state.posts.cell[post];
        const EstablishmentId establishment = state.cells.establishment[cell];
        const std::uint16_t occupation = state.cells.occupation[cell];
        const Contract contract = contract_of(at, post, occupation);
        if (concludes(at, post, contract)) {
            const int open = state.month - state.posts.opened[post];
            offers.push_back({post, occupation, state.establishments.zone[establishment], contract,
                              state.establishments.attractiveness[establishment],
                              static_cast<float>(at.parameters[minimum_mastery] - at.parameters[lowering] * open)});
        }
    }
    std::sort(offers.begin(), offers.end(), [&](const Offer& a, const Offer& b) {
        return a.occupation != b.occupation ? a.occupation < b.occupation
                                            : state.posts.key[a.post] < state.posts.key[b.post];
    });
    return offers;
}

}  // namespace releve::job_market

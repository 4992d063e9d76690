#include "engine/base/portable_math.hpp"
#include "engine/model/labour/job_reach.hpp"

#include <algorithm>

namespace releve::job_market {

namespace {

constexpr Purpose of_pair = purpose("matching.pair");

/// Share of a year without a post, 1 from a year on; 0 for those who hold one.
double idle_share(const State& state, PersonId person) {
    const bool idle = state.persons[person].status == Status::unemployed;
    return idle ? std::min(1.0, (state.month - state.persons[person].status_since) / 12.0) : 0.0;
}

bool holds_open_ended(const State& state, PersonId person) {
    return state.persons[person].status == Status::employed && state.persons[person].contract == Contract::open_ended;
}

/// In post, and not an owner.
bool looks_elsewhere(const Person& person) {
    return person.status == Status::outside ||
           (person.status == Status::employed && person.contract != Contract::owner);
}

/// The clock of looking elsewhere runs as where people look most; elsewhere what it announces counts with the chance that
/// makes the hazard the place's own (thinning, exact by months).
bool is_content(const Step& at, PersonId person) {
    constexpr Purpose of_content = purpose("matching.content");
    const Person& one = at.state.persons[person];
    const double highest = double{at.state.scores.highest_quits};
    const double here =
        one.post.none() ? 1.0 : double{at.state.establishments.conduct[at.state.establishment_of(person)].quits};
    if (here >= highest) {
        return false;
    }
    const double often = at.parameters[job_search] * at.state.calendar.step;
    const double looks = often > 0 ? (1 - portable_exp(-often * here)) / (1 - portable_exp(-often * highest)) : 1.0;
    return !at.state.luck.draws(one.key, of_content, static_cast<std::uint32_t>(at.state.month)).happens(looks);
}

/// In an establishment that an action makes a better place to stay in: fewer look elsewhere.
bool is_held(const Step& at, PersonId person) {
    constexpr Purpose of_staying = purpose("matching.staying");
    const Person& one = at.state.persons[person];
    const float leaves =
        one.post.none() ? 1.0F : at.state.establishments.levers[at.state.establishment_of(person)].quits;
    return leaves < 1 &&
           !at.state.luck.draws(one.key, of_staying, static_cast<std::uint32_t>(at.state.month)).happens(leaves);
}

/// The offers that one person looks at and is drawn to, before asking whether they would do.
class Searcher {
public:
    Searcher(const Step& at, Market& market) : at_(at), market_(market) {}

    void apply(PersonId person, int tries, Draws& draws, std::vector<Application>& made) {
        look(person, tries, draws);
        if (wanted_.empty()) {
            return;
        }
        const std::size_t first = made.size();
        const State& state = at_.state;
        const Tables& tables = market_.tables();
        const Abilities can = abilities_of(state, person);
        const double penalty = at_.parameters[duration_penalty] * idle_share(state, person);
        const double weight = at_.parameters[ranking];
        for (const std::uint32_t index : wanted_) {
            const Offer& offer = market_.offer(index);
            const bool newcomer = offer.occupation != can.occupation && offer.occupation != can.second_occupation;
            const auto diploma = static_cast<double>(state.persons[person].education);
            const float mastery = mastery_for(can, tables.proximity, tables.occupations, offer.occupation);
            if ((newcomer && diploma < tables.least_diploma[offer.occupation]) || mastery < offer.requirement) {
                continue;
            }
            const bool again = std::any_of(made.begin() + static_cast<std::ptrdiff_t>(first), made.end(),
                                           [&](const Application& other) { return other.offer == index; });
            Draws pair = state.luck.draws(state.persons[person].key, of_pair, offer.luck);
            const bool keeps = holds_open_ended(state, person) && temporary.has(offer.contract);
            const double accepts = (1 - at_.parameters[refusal]) * (keeps ? at_.parameters[gives_up_open_ended] : 1.0);
            if (again || pair.happens(1 - accepts)) {
                continue;
            }
            made.push_back({index, person, searchers_, mastery,
                            static_cast<float>(weight * mastery + (1 - weight) * pair.uniform() - penalty),
                            static_cast<float>(pair.uniform() + (offer.contract == Contract::open_ended ? 0.5 : 0.0))});
        }
        searchers_ += made.size() > first ? 1U : 0U;
    }

private:
    void look(PersonId person, int tries, Draws& draws) {
        market_.stand(at_.state.persons[person].occupation, at_.state.persons[person].zone,
                      at_.state.programme_of(person).wide_reach);
        wanted_.clear();
        for (int i = 0; i < tries; ++i) {
            if (const std::uint32_t index = market_.look(draws.uniform()); index != no_index) {
                wanted_.push_back(index);
            }
        }
    }

    const Step& at_;
    Market& market_;
    std::vector<std::uint32_t> wanted_;
    std::uint32_t searchers_ = 0;
};

}  // namespace

std::vector<Application> collect_applications(const Step& at, const std::vector<Offer>& offers) {
    Market market(at, offers);
    Searcher searcher(at, market);
    std::vector<Application> made;
    const int looked_at = static_cast<int>(at.parameters[applications]);
    const std::vector<PersonId>& seekers = at.state.seekers.members();
    made.reserve(2 * seekers.size());
    for (std::size_t i = 0; i < seekers.size(); ++i) {
        const PersonId person = seekers[i];
        if (i + fetch_distance < seekers.size()) {
            fetch_ahead(&at.state.persons[seekers[i + fetch_distance]]);
        }
        if (at.state.month - at.state.persons[person].status_since < at.parameters[search_delay]) {
            continue;
        }
        Draws draws = at.draws(person);
        const double searching = 1.0 - at.parameters[discouragement] * idle_share(at.state, person);
        if (draws.happens(at.parameters[intensity] * searching)) {
            searcher.apply(person, looked_at + at.state.persons[person].extra_applications, draws, made);
        }
    }
    for (const std::uint32_t entity : at.due) {
        const PersonId person{entity};
        if (!looks_elsewhere(at.state.persons[person]) || is_content(at, person) || is_held(at, person)) {
            continue;
        }
        Draws draws = at.draws(person);
        searcher.apply(person, looked_at, draws, made);
    }
    return made;
}

}  // namespace releve::job_market

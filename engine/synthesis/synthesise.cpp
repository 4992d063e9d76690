#include "engine/synthesis/synthesise.hpp"

#include "engine/inputs/space.hpp"
#include "engine/state/commit.hpp"
#include "engine/synthesis/careers.hpp"
#include "engine/synthesis/market.hpp"
#include "engine/synthesis/parameters.hpp"
#include "engine/synthesis/post_groups.hpp"
#include "engine/synthesis/shuffle.hpp"

#include <algorithm>

namespace releve {

namespace {

constexpr Purpose of_vacancy = purpose("synthesis.vacancy");
constexpr Purpose of_place = purpose("synthesis.place");
constexpr int largest_owner_run = 20;  // posts: beyond, owners count as employees

double value(std::span<const double> parameters, SynthesisParameter which) {
    return parameters[static_cast<std::size_t>(which)];
}

/// The published band; but "none" also holds unknown sizes, which then follow the posts.
std::uint8_t first_band(const EstablishmentRow& row) {
    constexpr int own_and_family = 2;  // posts of an establishment without employees, at most
    return row.size_band == 0 && row.posts > own_and_family ? size_band_of(row.posts, 0) : row.size_band;
}

/// How many of the posts the published band does not count: the owner's, or those of the owner and the family.
std::uint8_t unsalaried_of(const EstablishmentRow& row) {
    for (std::uint8_t posts = 0; posts <= 2; ++posts) {
        if (size_band_of(row.posts, posts) == first_band(row)) {
            return posts;
        }
    }
    return 0;
}

void build_workplaces(const Pack& pack, State& state) {
    for (const EstablishmentRow& row : pack.establishments) {
        const EstablishmentId establishment =
            add_establishment(state, static_cast<std::uint16_t>(row.zone), static_cast<std::uint16_t>(row.sector),
                              row.kind, state.establishments.size());
        state.establishments.unsalaried[establishment] = unsalaried_of(row);
    }
    std::vector<PostRow> rows = pack.posts;
    std::stable_sort(rows.begin(), rows.end(),
                     [](const PostRow& a, const PostRow& b) { return a.establishment < b.establishment; });
    for (const PostRow& row : rows) {
        const CellId cell =
            add_cell(state, EstablishmentId{row.establishment}, static_cast<std::uint16_t>(row.occupation),
                     state.cells.size(), static_cast<float>(row.posts));
        for (int i = 0; i < row.posts; ++i) {
            add_post(state, cell);
        }
    }
}

/// The wish to commute, flattened work * zones + home; never nothing, so that everybody is placed.
std::vector<double> nearness_by_work(const Pack& pack, const Commuting& commuting) {
    const std::size_t zones = pack.zones.size();
    const std::vector<double> kernel = commuting_kernel(pack, commuting);
    std::vector<double> nearness(kernel.size());
    for (std::size_t home = 0; home < zones; ++home) {
        for (std::size_t work = 0; work < zones; ++work) {
            nearness[work * zones + home] = kernel[home * zones + work] + 1e-9;
        }
    }
    return nearness;
}

/// Places people of one age band and sex in the posts meant for them.
class Placing {
public:
    Placing(const Pack& pack, State& state, const PostGroups& groups, const Biographer& biographer, Luck luck,
            const Commuting& commuting)
        : pack_(pack),
          state_(state),
          groups_(groups),
          biographer_(biographer),
          luck_(luck),
          nearness_(nearness_by_work(pack, commuting)) {}

    /// `posts`: of that group; `by_zone`: number of working residents of the group by zone. Returns in-commuters.
    std::uint32_t place(std::vector<PostId> posts, std::vector<std::uint32_t>& by_zone, const Individual& group) {
        std::uint32_t residents = 0;
        for (const std::uint32_t number : by_zone) {
            residents += number;
        }
        std::uint32_t commuters = static_cast<std::uint32_t>(posts.size()) -
                                  std::min<std::uint32_t>(static_cast<std::uint32_t>(posts.size()), residents);
        const std::uint32_t wanted = commuters;
        shuffle(posts, luck_, [&](PostId post, std::size_t) { return state_.posts[post].key; });
        for (std::size_t i = 0; i < posts.size(); ++i) {
            Draws draws = luck_.draws(state_.posts[posts[i]].key, of_place);
            const auto left = static_cast<double>(posts.size() - i);
            const bool from_outside = commuters > 0 && draws.happens(commuters / left);
            Individual facts = group;
            facts.zone = from_outside ? draw_outside(posts[i], draws) : draw_resident(posts[i], by_zone, draws);
            commuters -= from_outside ? 1 : 0;
            settle_in(posts[i], facts);
        }
        return wanted;
    }

    std::vector<Individual> outsiders() const { return outsiders_; }

private:
    std::uint16_t zone_of(PostId post) const {
        return state_.establishments.zone[state_.cells.establishment[state_.posts[post].cell]];
    }
    /// Of every home to the zone of the post, one after the other.
    const double* nearness(PostId post) const { return nearness_.data() + zone_of(post) * pack_.zones.size(); }
    std::uint16_t draw_resident(PostId post, std::vector<std::uint32_t>& by_zone, Draws& draws) {
        const double* const near = nearness(post);
        weights_.resize(by_zone.size());
        for (std::size_t zone = 0; zone < by_zone.size(); ++zone) {
            weights_[zone] = by_zone[zone] * near[zone];
        }
        const std::size_t zone = draws.weighted(weights_);
        --by_zone[zone];
        return static_cast<std::uint16_t>(zone);
    }
    std::uint16_t draw_outside(PostId post, Draws& draws) {
        const double* const near = nearness(post);
        weights_.resize(pack_.zones.size());
        for (std::size_t zone = 0; zone < pack_.zones.size(); ++zone) {
            weights_[zone] = pack_.zones[zone].inside ? 0.0 : pack_.zones[zone].population * near[zone];
        }
        return static_cast<std::uint16_t>(draws.weighted(weights_));
    }
    void settle_in(PostId post, const Individual& facts) {
        const CellId cell = state_.posts[post].cell;
        const EstablishmentId establishment = state_.cells.establishment[cell];
        const bool may_own = state_.establishments.kind[establishment] == EstablishmentKind::ordinary &&
                             pack_.establishments[establishment.value].posts <= largest_owner_run;
        const DrawKey key = person_key(Origin::resident, 0, state_.persons.size());
        Person person = biographer_.worker(facts, key, state_.cells.occupation[cell], may_own, groups_.told_of(post));
        person.post = post;
        const PersonId id = state_.persons.push_back(person);
        state_.posts[post].holder = id;
        state_.posts[post].owner_post = person.contract == Contract::owner ? 1 : 0;
        ++state_.cells.filled[cell];
        if (facts.zone >= state_.inside_zones) {
            outsiders_.push_back(facts);
        }
    }

    const Pack& pack_;
    State& state_;
    const PostGroups& groups_;
    const Biographer& biographer_;
    Luck luck_;
    std::vector<double> nearness_;
    std::vector<double> weights_;
    std::vector<Individual> outsiders_;
};

void add_outside_pool(const Biographer& biographer, std::span<const double> parameters, Luck luck, State& state,
                      const std::vector<Individual>& commuters) {
    const double ratio = value(parameters, SynthesisParameter::outside_pool);
    const auto pool = static_cast<std::size_t>(ratio * static_cast<double>(commuters.size()));
    state.first_outside = PersonId{state.persons.size()};
    for (std::size_t i = 0; i < pool; ++i) {
        const DrawKey key = person_key(Origin::resident, 0, state.persons.size());
        Individual facts = commuters[i % commuters.size()];
        const bool seeks =
            luck.draws(key, of_place).happens(value(parameters, SynthesisParameter::outside_unemployment));
        facts.status = seeks ? Status::unemployed : Status::outside;
        state.persons.push_back(biographer.without_post(facts, key));
    }
    state.outside_at_start = static_cast<std::uint32_t>(pool);
}

/// Adds vacant posts on top of the jobs counted: each cell rounds its share at a threshold of its own.
void add_vacancies(std::span<const double> parameters, Luck luck, State& state) {
    const double share = value(parameters, SynthesisParameter::vacancies);
    for (std::uint32_t i = 0; i < state.cells.size(); ++i) {
        const CellId cell{i};
        Draws draws = luck.draws({state.cells.key[cell], 0}, of_vacancy);
        const int extra = static_cast<int>(share * state.cells.posts_at_start[cell] + draws.uniform());
        for (int n = 0; n < extra; ++n) {
            const PostId post = add_post(state, cell);
            const double months = draws.exponential() * value(parameters, SynthesisParameter::vacancy_months);
            state.posts[post].vacated = static_cast<MonthIndex>(-1 - static_cast<int>(months));
            state.posts[post].opened = state.posts[post].vacated;
            state.posts[post].reason = VacancyReason::replacement;
            state.vacancies.insert(post);
        }
        state.cells.posts_at_start[cell] += static_cast<float>(extra);
    }
}

void fill_sets(State& state) {
    state.seekers.resize(state.persons.size());
    for (std::uint32_t i = 0; i < state.persons.size(); ++i) {
        if (state.inside(PersonId{i})) {
            ++state.residents[static_cast<std::size_t>(state.persons[PersonId{i}].status)];
        }
        if (state.persons[PersonId{i}].status == Status::unemployed) {
            state.seekers.insert(PersonId{i});
        }
    }
}

}  // namespace

bool draws_each_replicate(std::span<const double> parameters) {
    return value(parameters, SynthesisParameter::each_replicate) >= 0.5;
}

State synthesise(const Pack& pack, std::span<const double> parameters, std::uint32_t seed, SynthesisReport& report,
                 std::uint32_t replicate) {
    const Luck luck{seed, replicate};
    State state;
    state.calendar = pack.calendar;
    state.working_times = pack.working_times;
    for (const Zone& zone : pack.zones) {
        state.inside_zones += zone.inside ? 1 : 0;
    }
    state.practice.gain.assign(pack.occupations.size(), 0.0F);
    state.practice.fading.assign(pack.occupations.size(), 0.0F);
    if (!pack.market.empty()) {
        build_market(pack, parameters, luck, state);
        fill_sets(state);
        report.residents = state.persons.size();
        report.posts = state.posts.size();
        return state;
    }
    build_workplaces(pack, state);
    const std::vector<Individual> residents = residents_of(pack, state.inside_zones, report.population_residual);
    const PostGroups groups =
        posts_by_group(pack, state, luck, value(parameters, SynthesisParameter::apprentice_age), report);

    std::vector<std::vector<std::uint32_t>> working(groups.posts.size(),
                                                    std::vector<std::uint32_t>(state.inside_zones, 0));
    for (const Individual& one : residents) {
        if (one.status == Status::employed) {
            ++working[one.age_band * 2U + static_cast<std::size_t>(one.sex)][one.zone];
        }
    }
    const Biographer biographer(pack, parameters, luck);
    Placing placing(pack, state, groups, biographer, luck,
                    {.scale = value(parameters, SynthesisParameter::commuting_scale),
                     .detour = value(parameters, SynthesisParameter::detour),
                     .speed = value(parameters, SynthesisParameter::travel_speed)});
    for (std::size_t g = 0; g < groups.posts.size(); ++g) {
        const Individual group{0, static_cast<std::uint8_t>(g / 2), static_cast<Sex>(g % 2), Status::employed};
        report.in_commuters += placing.place(groups.posts[g], working[g], group);
    }
    for (const Individual& one : residents) {
        Individual facts = one;
        if (one.status == Status::employed) {
            // the residents whom the posts of the territory did not need work outside
            std::uint32_t& left = working[one.age_band * 2U + static_cast<std::size_t>(one.sex)][one.zone];
            if (left == 0) {
                continue;
            }
            --left;
            facts.status = Status::outside;
        }
        report.out_commuters += facts.status == Status::outside ? 1 : 0;
        state.persons.push_back(biographer.without_post(facts, person_key(Origin::resident, 0, state.persons.size())));
    }
    add_outside_pool(biographer, parameters, luck, state, placing.outsiders());
    add_vacancies(parameters, luck, state);
    fill_sets(state);
    report.residents = static_cast<std::uint32_t>(residents.size());
    report.posts = state.posts.size();
    return state;
}

}  // namespace releve

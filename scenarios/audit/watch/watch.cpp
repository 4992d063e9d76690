#include "scenarios/audit/watch/watch.hpp"

#include <algorithm>

namespace releve::audit {

namespace {

/// A post is called unfilled when its employer has been looking for this long [months], as the output `unfilled_posts` says.
constexpr int unfilled_after_months = 3;

constexpr Measure plus(Measure first, unsigned steps) {
    return static_cast<Measure>(static_cast<unsigned>(first) + steps);
}
static_assert(plus(Measure::quits, static_cast<unsigned>(Separation::other)) == Measure::others);

bool is_lasting(Contract contract) { return contract == Contract::open_ended || contract == Contract::owner; }

/// Competences and establishments are no persons: they are not multiplied by those that a simulated one stands for.
bool counts_persons(const MeasureRecord& record) {
    return record.unit != "competences" && record.unit != "establishments";
}

Measure opening_of(const Post& post) {
    switch (post.reason) {
        case VacancyReason::replacement:
            return post.left_by == Separation::retirement     ? Measure::open_retired
                   : post.left_by == Separation::contract_end ? Measure::open_term
                                                              : Measure::open_left;
        case VacancyReason::promotion:
        case VacancyReason::anticipation: return Measure::open_moved;
        default: return Measure::open_growth;
    }
}

}  // namespace

Watch::Watch(const Plan& plan, const Followed& frame, std::span<const std::uint8_t> executives,
             std::span<const FollowedGroup> groups, const State& state)
    : frame_(frame),
      units_(frame.all_units()),
      pack_(plan.setting.pack),
      home_(state.persons.size()),
      counts_(measures * units_, 0.0),
      values_(Followed::rows() * units_, 0.0F),
      pyramid_(units_ * sex_words.size() * result_age_bands, 0),
      holders_(state, plan.setting.pack, plan.observing),
      balance_(holders_.balance(state)) {
    list_groups(groups);
    locate_establishments(state);
    count_first_people(state, executives);
    for (const Post& post : state.posts) {
        seen_.push_back({post.key, post.cell, post.vacancies});
    }
    for (const WatchHolders::Few& few : holders_.few()) {
        count_few(few.people == 1 ? Measure::held_by_one : Measure::held_by_two, few);
    }
    for (std::size_t i = 0; i < measures && at_start(static_cast<Measure>(i)); ++i) {
        copy_row(static_cast<Measure>(i), 0);
    }
}

void Watch::list_groups(std::span<const FollowedGroup> groups) {
    const auto first = static_cast<std::uint32_t>(frame_.first_unit(Cut::group));
    for (std::uint32_t i = 0; i < groups.size(); ++i) {
        for (const std::uint32_t occupation : groups[i].occupations) {
            groups_.push_back({groups[i].establishment, occupation, first + i});
        }
    }
    std::sort(groups_.begin(), groups_.end(), [](const InGroup& a, const InGroup& b) {
        return std::pair(a.establishment, a.occupation) < std::pair(b.establishment, b.occupation);
    });
}

std::uint32_t Watch::group_of(EstablishmentId establishment, std::uint32_t occupation) const {
    const std::pair wanted{establishment.value, occupation};
    const auto found = std::lower_bound(
        groups_.begin(), groups_.end(), wanted,
        [](const InGroup& one, const auto& key) { return std::pair(one.establishment, one.occupation) < key; });
    const bool is_it = found != groups_.end() && std::pair(found->establishment, found->occupation) == wanted;
    return is_it ? found->unit : no_index;
}

/// Of establishments not seen before. Their size is what the pack says, or what they are born with: posts vacant at the
/// start are drawn, and may put one in the next band.
void Watch::locate_establishments(const State& state) {
    for (auto e = static_cast<std::uint32_t>(places_.size()); e < state.establishments.size(); ++e) {
        const EstablishmentId id{e};
        const auto unit = [&](Cut cut, std::uint32_t position) {
            const bool known = position < frame_.units[static_cast<std::size_t>(cut)];
            return known ? static_cast<std::uint32_t>(frame_.first_unit(cut)) + position : no_index;
        };
        const std::vector<EstablishmentRow>& told = pack_.establishments;
        const std::uint8_t size = e < told.size() ? told[e].size_band : state.establishments.size_band[id];
        places_.push_back({unit(Cut::zone, state.establishments.zone[id]),
                           unit(Cut::sector, state.establishments.sector[id]), unit(Cut::size, size),
                           unit(Cut::establishment, e)});
    }
}

void Watch::count(Measure measure, EstablishmentId establishment, std::uint32_t occupation, double amount) {
    double* const counts = row(measure);
    counts[0] += amount;  // the territory is the first unit
    const Place& place = places_[establishment.value];
    const std::uint32_t group = groups_.empty() ? no_index : group_of(establishment, occupation);
    for (const std::uint32_t unit : {place.zone, place.sector, place.size, place.establishment, group}) {
        if (unit != no_index) {
            counts[unit] += amount;
        }
    }
    if (occupation != no_index) {
        counts[frame_.first_unit(Cut::occupation) + occupation] += amount;
    }
}

void Watch::count_first_people(const State& state, std::span<const std::uint8_t> executives) {
    for (const Post& post : state.posts) {
        if (post.cell.none()) {
            continue;
        }
        const EstablishmentId establishment = state.cells.establishment[post.cell];
        const std::uint16_t occupation = state.cells.occupation[post.cell];
        count(Measure::posts, establishment, occupation);
        if (post.is_vacancy()) {
            count(Measure::vacancies, establishment, occupation);
        }
        if (!post.holder.none()) {
            count_person(state, post.holder, executives[occupation] != 0);
        }
    }
}

void Watch::count_person(const State& state, PersonId id, bool executive) {
    const Person& person = state.persons[id];
    const EstablishmentId establishment = state.establishment_of(id);
    const std::uint16_t occupation = state.cells.occupation[state.cell_of(id)];
    const int age = person.age_years(state.month);
    const bool lasting = is_lasting(person.contract);
    home_[id.value] = {occupation, lasting, false};
    const std::pair<Measure, bool> kinds[] = {
        {Measure::people, true},       {Measure::women, person.sex == Sex::women}, {Measure::under_30, age < 30},
        {Measure::from_55, age >= 55}, {Measure::executives, executive},           {Measure::lasting, lasting}};
    for (const auto& [measure, holds] : kinds) {
        if (holds) {
            count(measure, establishment, occupation);
        }
    }
    const Place& place = places_[establishment.value];
    const auto of_occupation = static_cast<std::uint32_t>(frame_.first_unit(Cut::occupation)) + occupation;
    const std::uint32_t group = groups_.empty() ? no_index : group_of(establishment, occupation);
    for (const std::uint32_t unit :
         {0U, place.zone, place.sector, place.size, place.establishment, of_occupation, group}) {
        if (unit != no_index) {
            ++pyramid_[(unit * sex_words.size() + static_cast<std::size_t>(person.sex)) * result_age_bands +
                       result_age_band(age)];
        }
    }
}

/// Once for its establishment, and once for each occupation of its holders.
void Watch::count_few(Measure measure, const WatchHolders::Few& few) {
    count(measure, holders_.all()[few.holding].establishment, no_index);
    const std::uint16_t first = few.occupations[0];
    double* const of_occupations = row(measure) + frame_.first_unit(Cut::occupation);
    of_occupations[first] += 1;
    if (few.people == 2 && few.occupations[1] != first) {
        of_occupations[few.occupations[1]] += 1;
    }
}

void Watch::see_month(const State& state) {
    locate_establishments(state);
    for (const Event& event : state.events) {
        see_event(event);
    }
    see_openings(state);
    see_vacancies(state);
}

void Watch::see_event(const Event& event) {
    const auto add = [&](Measure measure, double amount = 1) {
        count(measure, event.establishment, event.occupation, amount);
    };
    switch (event.kind) {
        case EventKind::hire:
            add(Measure::hires);
            add(Measure::lasting_hires, is_lasting(event.contract) ? 1 : 0);
            break;
        case EventKind::vacancy_abandoned: add(Measure::abandoned); break;
        case EventKind::separation:
            add(plus(Measure::quits, event.detail));
            add(Measure::lasting_separations, is_lasting(event.contract) ? 1 : 0);
            add(Measure::know_how_lost, event.know_how);
            see_departure(event);
            break;
        default: break;
    }
}

/// Of somebody in post at the start, the first time.
void Watch::see_departure(const Event& event) {
    const std::uint32_t person = event.person.value;
    if (person >= home_.size() || home_[person].left) {
        return;
    }
    const std::uint16_t occupation = home_[person].occupation;
    home_[person].left = true;
    count(Measure::left, event.establishment, occupation);
    if (home_[person].lasting) {
        count(Measure::lasting_left, event.establishment, occupation);
    }
    if (static_cast<Separation>(event.detail) == Separation::retirement) {
        count(Measure::retired, event.establishment, occupation);
    }
}

/// A vacancy may be filled in the month in which it is opened: the posts tell that they were recruited for once more.
void Watch::see_openings(const State& state) {
    seen_.resize(state.posts.size());
    for (std::uint32_t i = 0; i < seen_.size(); ++i) {
        const Post& post = state.posts[PostId{i}];
        SeenPost& seen = seen_[i];
        const unsigned before = seen.key == post.key ? seen.vacancies : 0U;
        const CellId cell = post.cell.none() ? seen.cell : post.cell;
        if (post.vacancies > before && !cell.none()) {
            count(opening_of(post), state.cells.establishment[cell], state.cells.occupation[cell]);
        }
        seen = {post.key, cell, post.vacancies};
    }
}

/// Unfilled ones as the output `unfilled_posts` counts them, at the end of the month.
void Watch::see_vacancies(const State& state) {
    const int month = state.month - 1;
    for (const PostId id : state.vacancies.members()) {
        const Post& post = state.posts[id];
        count(Measure::open_months, state.cells.establishment[post.cell], state.cells.occupation[post.cell]);
        const bool early = post.reason == VacancyReason::anticipation && state.cells.overlap[post.cell] > 0;
        if (month - post.opened >= unfilled_after_months && !early) {
            count(Measure::unfilled, state.cells.establishment[post.cell], state.cells.occupation[post.cell]);
        }
    }
}

void Watch::see_horizon(const State& state, std::size_t horizon) {
    for (const Measure stock : {Measure::people_then, Measure::posts_then, Measure::one_gone, Measure::two_gone,
                                Measure::lost, Measure::without_posts}) {
        std::fill_n(row(stock), units_, 0.0);
    }
    for (std::uint32_t i = 0; i < state.cells.size(); ++i) {
        const CellId cell{i};
        count(Measure::posts_then, state.cells.establishment[cell], state.cells.occupation[cell],
              state.cells.posts[cell]);
        count(Measure::people_then, state.cells.establishment[cell], state.cells.occupation[cell],
              state.cells.filled[cell]);
    }
    for (std::uint32_t e = 0; e < frame_.units[static_cast<std::size_t>(Cut::establishment)]; ++e) {
        if (state.establishments.posts[EstablishmentId{e}] == 0) {
            count(Measure::without_posts, EstablishmentId{e}, no_index);
        }
    }
    see_holders(state, horizon);
    for (std::size_t i = 0; i < measures; ++i) {
        if (!at_start(static_cast<Measure>(i))) {
            copy_row(static_cast<Measure>(i), horizon);
        }
    }
}

void Watch::see_holders(const State& state, std::size_t horizon) {
    few_gone_[horizon].clear();
    for (const WatchHolders::Few& few : holders_.few()) {
        const bool gone = std::all_of(few.holders.begin(), few.holders.begin() + few.people,
                                      [&](PersonId holder) { return home_[holder.value].left; });
        if (gone) {
            count_few(few.people == 1 ? Measure::one_gone : Measure::two_gone, few);
            few_gone_[horizon].push_back(few.holding);
        }
    }
    lost_[horizon] = holders_.lost_now(state);
    if (horizon == last_horizon) {
        balance_then_ = holders_.balance(state);
    }
    for (const std::uint32_t holding : lost_[horizon]) {
        count(Measure::lost, holders_.all()[holding].establishment, no_index);
    }
}

void Watch::copy_row(Measure measure, std::size_t horizon) {
    const double scale =
        counts_persons(measure_records()[static_cast<std::size_t>(measure)]) ? pack_.persons_per_agent : 1.0;
    std::transform(row(measure), row(measure) + units_, values_.begin() + Followed::row(measure, horizon) * units_,
                   [scale](double amount) { return static_cast<float>(scale * amount); });
}

void Watch::write(Followed& followed, std::uint32_t replicate) const {
    for (std::size_t i = 0; i < values_.size(); ++i) {
        followed.values[i * followed.replicates + replicate] = values_[i];
    }
}

void Watch::add_sums(Followed& followed) const {
    for (std::size_t i = 0; i < pyramid_.size(); ++i) {
        followed.pyramid[i] += pyramid_[i];
    }
    for (std::size_t i = 0; i < holders_.all().size(); ++i) {
        FollowedHolding& holding = followed.holdings[i];
        holding.people += holders_.all()[i].people;
        holding.by_none += holders_.all()[i].people == 0 ? 1U : 0U;
        holding.required += balance_[i].required;
        holding.shortage += balance_[i].shortage;
        holding.shortage_then += balance_then_[i].shortage;
    }
    for (const WatchHolders::Few& few : holders_.few()) {
        FollowedHolding& holding = followed.holdings[few.holding];
        ++(few.people == 1 ? holding.by_one : holding.by_two);
    }
    for (std::size_t horizon = 0; horizon < horizon_years.size(); ++horizon) {
        for (const std::uint32_t i : few_gone_[horizon]) {
            ++followed.holdings[i].few_gone[horizon];
        }
        for (const std::uint32_t i : lost_[horizon]) {
            ++followed.holdings[i].lost[horizon];
        }
    }
}

}  // namespace releve::audit

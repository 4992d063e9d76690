#include "engine/state/changes.hpp"
#include "engine/state/commit.hpp"

#include <algorithm>

namespace releve::changes {

namespace {

Event event_of(const State& state, EventKind kind, PersonId person, unsigned detail = 0) {
    const Persons& persons = state.persons;
    Event event{.kind = kind,
                .detail = static_cast<std::uint8_t>(detail),
                .contract = persons[person].contract,
                .sex = persons[person].sex,
                .age = static_cast<std::uint8_t>(persons[person].age_years(state.month)),
                .occupation = persons[person].occupation,
                .zone = persons[person].zone,
                .person = person,
                .months = static_cast<std::int16_t>(state.month - persons[person].status_since)};
    if (!persons[person].post.none()) {
        event.establishment = state.establishment_of(person);
        event.occupation = state.cells.occupation[state.cell_of(person)];
        event.zone = state.establishments.zone[event.establishment];
        event.months = static_cast<std::int16_t>(state.month - persons[person].hired);
    }
    return event;
}

/// Who draws a pension and loses the work that went with it is retired.
Status status_without_work(const State& state, PersonId person, Status status) {
    const bool without = status == Status::unemployed || status == Status::inactive;
    return without && state.persons[person].pensioned ? Status::retired : status;
}

/// Closes the present spell: clocks are run down and quarters counted as it leaves them. Returns the risks to schedule
/// once the next has begun.
std::uint32_t leave_status(State& state, PersonId person, const NextSpell& next) {
    const std::uint32_t carried = risks_carried_over(state, person, next);
    settle_person_risks(state, person, carried);
    Person& one = state.persons[person];
    one.missed = static_cast<std::int16_t>(one.missed + missed_in_spell(state, person, state.month));
    return carried;
}

void enter_status(State& state, PersonId person, const NextSpell& next, std::uint32_t carried) {
    const Status status = next.status;
    if (state.inside(person)) {
        --state.residents[static_cast<std::size_t>(state.persons[person].status)];
        ++state.residents[static_cast<std::size_t>(status)];
    }
    state.persons[person].status = status;
    state.persons[person].working_time = next.working_time;
    state.persons[person].status_since = static_cast<MonthIndex>(state.month);
    if (status == Status::unemployed) {
        state.seekers.insert(person);
    } else {
        state.seekers.erase(person);
        state.persons[person].extra_applications = 0;
    }
    schedule_person_risks(state, person, carried);
}

void set_status(State& state, PersonId person, Status status) {
    const NextSpell next{status_without_work(state, person, status), state.persons[person].occupation};
    enter_status(state, person, next, leave_status(state, person, next));
}

/// Hours are drawn on entry into a post; who draws a pension keeps those chosen with it.
NextSpell work_in(const State& state, PersonId person, Status status, std::uint16_t occupation) {
    constexpr Purpose of_working_time = purpose("working_time");
    const Person& one = state.persons[person];
    Draws draws = state.luck.draws(one.key, of_working_time, static_cast<std::uint32_t>(state.month));
    const std::uint8_t hours = one.pensioned ? one.working_time : state.working_times.draw(occupation, one.sex, draws);
    return {status, occupation, hours};
}

void fill_posts(State& state, CellId cell, int change) {
    if (state.masks.varies_with_filled) {
        settle_cell_risks(state, cell, CellChange::filled);
    }
    state.cells.filled[cell] = static_cast<std::uint32_t>(static_cast<int>(state.cells.filled[cell]) + change);
    if (state.masks.varies_with_filled) {
        schedule_cell_risks(state, cell, CellChange::filled);
    }
}

/// The post of a person becomes vacant, and its employer has to decide what to do with it.
void free_post(State& state, PersonId person, Separation how, VacancyReason reason) {
    const PostId post = state.persons[person].post;
    state.posts[post].holder = {};
    state.posts[post].vacated = static_cast<MonthIndex>(state.month);
    state.posts[post].left_by = how;
    if (state.posts[post].reason != VacancyReason::sharing) {
        state.posts[post].reason = reason;  // a shared post stays one
    }
    state.undecided.insert(post);
    fill_posts(state, state.posts[post].cell, -1);
    state.persons[person].post = {};
}

/// Puts a person who holds none in a vacant post; how long it was vacant [months].
int fill_post(State& state, PersonId person, PostId post) {
    state.vacancies.erase(post);
    state.undecided.erase(post);
    state.posts[post].opened = never;
    state.posts[post].holder = person;
    fill_posts(state, state.posts[post].cell, 1);
    state.persons[person].post = post;
    return state.month - state.posts[post].vacated;
}

/// Gives up everything the person holds or does here, whatever comes next.
void leave_all(State& state, PersonId person, Separation how) {
    store_skills(state, person);
    if (!state.persons[person].post.none()) {
        vacate(state, person, how);
    }
    end_programme(state, person);
}

bool alive_here(const State& state, PersonId person) {
    return state.persons[person].status != Status::dead && state.persons[person].status != Status::gone;
}

void practise_occupation(State& state, PersonId person, std::uint16_t occupation, float mastery) {
    Persons& persons = state.persons;
    if (occupation != persons[person].occupation) {
        persons[person].second_occupation = persons[person].occupation;
        persons[person].second_mastery = persons[person].mastery;
        persons[person].occupation = occupation;
    }
    persons[person].mastery = mastery;
}

}  // namespace

void store_skills(State& state, PersonId person) {
    Persons& persons = state.persons;
    if (persons[person].skills_since == state.month) {
        return;  // up to date
    }
    const float mastery = mastery_now(state, person);
    const float second = second_mastery_now(state, person);
    const float know_how = know_how_now(state, person);
    persons[person].mastery = mastery;
    persons[person].second_mastery = second;
    persons[person].know_how = know_how;
    persons[person].skills_since = static_cast<MonthIndex>(state.month);
}

void vacate(State& state, PersonId person, Separation how) {
    store_skills(state, person);
    Event event = event_of(state, EventKind::separation, person, static_cast<unsigned>(how));
    event.know_how = state.persons[person].know_how;
    state.events.push_back(event);
    free_post(state, person, how, VacancyReason::replacement);
    state.persons[person].hired = never;
    state.persons[person].know_how = 0;
    end_programme(state, person);
}

void end_programme(State& state, PersonId person) {
    if (state.persons[person].programme == PersonId::no_value) {
        return;
    }
    for (const PersonId one : {person, state.programme_of(person).partner}) {
        if (!one.none()) {
            const Programme& ended = state.programme_of(one);
            if (ended.learning_boost != 1) {  // else it made no difference, and shall not even round
                store_skills(state, one);
            }
            if (!ended.post.none() && state.posts[ended.post].key == ended.post_key) {
                state.posts[ended.post].reserved = 0;
            }
            const std::uint32_t place = state.persons[one].programme;
            state.programmes[place] = state.programmes.back();
            state.persons[state.programmes[place].person].programme = place;
            state.programmes.pop_back();
            state.persons[one].programme = PersonId::no_value;
        }
    }
}

void die(const Where& at) {
    const PersonId person = at.proposal.person;
    at.require(alive_here(at.state, person), "the person is no longer here");
    at.state.events.push_back(event_of(at.state, EventKind::death, person));
    leave_all(at.state, person, Separation::death);
    set_status(at.state, person, Status::dead);
    refresh_person_risks(at.state, person, true, true);
}

void retire(const Where& at) {
    const PersonId person = at.proposal.person;
    at.require(alive_here(at.state, person), "the person is no longer here");
    const bool had_post = !at.state.persons[person].post.none();
    at.state.events.push_back(event_of(at.state, EventKind::retirement, person, had_post ? retires_from_post : 0));
    leave_all(at.state, person, Separation::retirement);
    set_status(at.state, person, Status::retired);
    refresh_person_risks(at.state, person, true, true);
}

void claim_pension(const Where& at) {
    const PersonId person = at.proposal.person;
    Person& one = at.state.persons[person];
    at.require(one.status == Status::employed || one.status == Status::outside, "only people in work go on working");
    at.require(!one.pensioned, "the person already draws a pension");
    at.state.events.push_back(event_of(at.state, EventKind::retirement, person, retires_at_work));
    one.pensioned = true;
    one.working_time = static_cast<std::uint8_t>(at.proposal.count);
}

void leave_territory(const Where& at) {
    const PersonId person = at.proposal.person;
    at.require(alive_here(at.state, person), "the person is no longer here");
    at.state.events.push_back(event_of(at.state, EventKind::departure, person));
    leave_all(at.state, person, Separation::other);
    set_status(at.state, person, Status::gone);
    refresh_person_risks(at.state, person, true, true);
}

void separate(const Where& at) {
    const PersonId person = at.proposal.person;
    at.require(!at.state.persons[person].post.none(), "the person holds no post");
    lose_post(at.state, person, at.proposal.separation);
}

void lose_post(State& state, PersonId person, Separation how) {
    leave_all(state, person, how);
    set_status(state, person, Status::unemployed);
    refresh_person_risks(state, person, true, true);
}

void become(const Where& at) {
    const PersonId person = at.proposal.person;
    at.require(alive_here(at.state, person), "the person is no longer here");
    const Status wanted = at.proposal.status;
    at.require(wanted == Status::unemployed || wanted == Status::inactive || wanted == Status::outside,
               "a person can only become unemployed, inactive or employed outside this way");
    State& state = at.state;
    if (state.persons[person].status == Status::education) {
        state.events.push_back(event_of(state, EventKind::school_leaving, person));
        state.persons[person].career_start = static_cast<MonthIndex>(state.month);
    }
    leave_all(state, person, Separation::other);
    if (at.proposal.occupation != same_occupation) {
        practise_occupation(state, person, at.proposal.occupation, state.persons[person].mastery);
    }
    if (wanted == Status::outside) {
        const NextSpell next = work_in(state, person, wanted, state.persons[person].occupation);
        enter_status(state, person, next, leave_status(state, person, next));
    } else {
        set_status(state, person, wanted);
    }
    refresh_person_risks(state, person, true, true);
}

namespace {

HireOrigin origin_of(const State& state, PersonId person) {
    switch (state.persons[person].status) {
        case Status::employed: return HireOrigin::post;
        case Status::training: return HireOrigin::training;
        default: break;
    }
    if (!state.inside(person) || state.persons[person].status == Status::outside) {
        return HireOrigin::outside;
    }
    if (state.persons[person].extra_applications > 0) {
        return HireOrigin::training;  // still helped to apply after a training or an insertion contract
    }
    // nobody who left school this run and never held a post counts as unemployed before the first one
    const auto came_as = static_cast<Origin>(state.persons[person].key.group >> 12U);
    const bool moved_in = came_as == Origin::in_migrant || came_as == Origin::other;
    const bool first_post = !moved_in && state.persons[person].career_start >= 0 && state.persons[person].hires == 0;
    return first_post ? HireOrigin::school : HireOrigin::unemployment;
}

}  // namespace

void take_post(State& state, PersonId person, PostId post, Contract contract, float mastery) {
    const HireOrigin origin = origin_of(state, person);
    const CellId cell = state.posts[post].cell;
    const EstablishmentId establishment = state.cells.establishment[cell];
    const bool of_the_house = !state.persons[person].post.none() && state.establishment_of(person) == establishment;
    leave_all(state, person, Separation::job_to_job);
    const int open_months = fill_post(state, person, post);
    const NextSpell next = work_in(state, person, Status::employed, state.cells.occupation[cell]);
    const std::uint32_t carried = leave_status(state, person, next);
    practise_occupation(state, person, next.occupation, mastery);
    state.persons[person].hired = static_cast<MonthIndex>(state.month);
    state.persons[person].contract = contract;
    ++state.persons[person].hires;
    enter_status(state, person, next, carried);
    Event event = event_of(state, EventKind::hire, person, static_cast<unsigned>(origin));
    event.months = static_cast<std::int16_t>(open_months);
    state.events.push_back(event);
    if (state.posts[post].owner_post != 0 && state.posts[post].reason == VacancyReason::replacement) {
        state.events.push_back(establishment_event(state, EventKind::transfer, establishment, of_the_house ? 1 : 0));
    }
    refresh_person_risks(state, person, true, true);
}

void hire(const Where& at) {
    const PersonId person = at.proposal.person;
    const PostId post = at.proposal.post;
    at.require(alive_here(at.state, person), "the person is no longer here");
    at.require(at.state.posts[post].exists() && at.state.posts[post].holder.none(), "the post is not vacant");
    take_post(at.state, person, post, at.proposal.contract, at.proposal.amount);
}

void promote(const Where& at) {
    State& state = at.state;
    const PersonId person = at.proposal.person;
    const PostId post = at.proposal.post;
    at.require(!state.persons[person].post.none(), "the person holds no post");
    at.require(state.posts[post].exists() && state.posts[post].holder.none(), "the post is not vacant");
    const CellId cell = state.posts[post].cell;
    at.require(state.cells.establishment[cell] == state.establishment_of(person), "the post is in another house");
    store_skills(state, person);
    end_programme(state, person);
    free_post(state, person, Separation::job_to_job, VacancyReason::promotion);
    const int open_months = fill_post(state, person, post);
    // same hours at another pay: the quarters of the spell so far are counted before
    const NextSpell next{Status::employed, state.cells.occupation[cell], state.persons[person].working_time};
    const std::uint32_t carried = leave_status(state, person, next);
    practise_occupation(state, person, next.occupation, at.proposal.amount);
    enter_status(state, person, next, carried);
    Event event = event_of(state, EventKind::promotion, person);
    event.months = static_cast<std::int16_t>(open_months);
    state.events.push_back(event);
    refresh_person_risks(state, person, true, false);
}

void arrive(const Where& at, const Person& newcomer) { add_person(at.state, newcomer); }

PersonId add_person(State& state, const Person& newcomer) {
    const PersonId person = state.persons.push_back(newcomer);
    state.persons[person].skills_since = static_cast<MonthIndex>(state.month);
    state.seekers.resize(state.persons.size());
    state.person_clocks.resize(state.persons.size());
    if (state.inside(person)) {
        ++state.residents[static_cast<std::size_t>(newcomer.status)];
    }
    if (newcomer.status == Status::unemployed) {
        state.seekers.insert(person);
    }
    state.events.push_back(event_of(state, EventKind::arrival, person, newcomer.key.group >> 12U));
    refresh_person_risks(state, person, false, false);
    return person;
}

void convert_contract(const Where& at) {
    const PersonId person = at.proposal.person;
    at.require(!at.state.persons[person].post.none(), "the person holds no post");
    at.state.persons[person].contract = at.proposal.contract;
    at.state.events.push_back(event_of(at.state, EventKind::conversion, person));
    refresh_person_risks(at.state, person, true, false);
}

void learn(const Where& at) {
    at.require(at.proposal.amount >= 0 && at.proposal.amount <= 1, "mastery lies in [0, 1]");
    store_skills(at.state, at.proposal.person);
    at.state.persons[at.proposal.person].mastery = at.proposal.amount;
}

namespace {

void add_programme(State& state, const Programme& programme) {
    state.persons[programme.person].programme = static_cast<std::uint32_t>(state.programmes.size());
    state.programmes.push_back(programme);
}

}  // namespace

void enrol(const Where& at) {
    State& state = at.state;
    const Proposal& proposal = at.proposal;
    at.require(alive_here(state, proposal.person), "the person is no longer here");
    at.require(state.programme_of(proposal.person).action == 0, "the person is already in a programme");
    const PersonId tutor = proposal.partner;
    at.require(tutor.none() || alive_here(state, tutor), "the tutor is no longer here");
    at.require(tutor.none() || state.programme_of(tutor).action == 0, "the tutor is already in a programme");
    if (proposal.amount != 1 || proposal.status == Status::training) {
        store_skills(state, proposal.person);
    }
    if (proposal.status == Status::training) {
        at.require(state.persons[proposal.person].post.none(), "a person in post cannot enter training");
        if (proposal.occupation != same_occupation) {
            practise_occupation(state, proposal.person, proposal.occupation, proposal.mastery);
        }
        state.persons[proposal.person].contract = Contract::insertion;
        set_status(state, proposal.person, Status::training);
    }
    if (!proposal.post.none()) {
        at.require(state.posts[proposal.post].is_vacancy() && state.posts[proposal.post].reserved == 0,
                   "the post kept for the person is not on offer");
        state.posts[proposal.post].reserved = 1;
    }
    add_programme(state, {.person = proposal.person,
                          .partner = tutor,
                          .action = proposal.action,
                          .until = proposal.until,
                          .wide_reach = proposal.wide_reach,
                          .learning_boost = proposal.amount,
                          .working_share = tutor.none() ? proposal.share : 1.0F,
                          .retirement_share = proposal.retirement_share,
                          .post = proposal.post,
                          .post_key = proposal.post.none() ? DrawKey{} : state.posts[proposal.post].key,
                          .establishment = proposal.establishment});
    state.events.push_back(event_of(state, EventKind::enrolment, proposal.person, proposal.action));
    if (!tutor.none()) {
        add_programme(state, {.person = tutor,
                              .partner = proposal.person,
                              .action = proposal.action,
                              .is_tutor = true,
                              .until = proposal.until,
                              .working_share = proposal.share});
    }
    refresh_person_risks(state, proposal.person, false, proposal.status == Status::training);
}

void complete(const Where& at) {
    State& state = at.state;
    const PersonId person = at.proposal.person;
    at.require(state.programme_of(person).action != 0, "the person is in no programme");
    state.events.push_back(event_of(state, EventKind::completion, person, state.programme_of(person).action));
    end_programme(state, person);
    if (state.persons[person].status == Status::training) {
        store_skills(state, person);
        set_status(state, person, Status::unemployed);
        state.persons[person].extra_applications = at.proposal.count;
        refresh_person_risks(state, person, false, true);
    }
}

}  // namespace releve::changes

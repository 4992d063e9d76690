#include "engine/state/changes.hpp"
#include "engine/state/commit.hpp"

namespace releve::changes {

namespace {

Event event_of(const State& state, EventKind kind, PersonId person, unsigned detail = 0) {
    const Persons& persons = state.persons;
    Event event{.kind = kind,
                .detail = static_cast<std::uint8_t>(detail),
                .contract = persons.contract[person],
                .sex = persons.sex[person],
                .age = static_cast<std::uint8_t>(persons.age_years(person, state.month)),
                .occupation = persons.occupation[person],
                .zone = persons.zone[person],
                .person = person,
                .months = static_cast<std::int16_t>(state.month - persons.status_since[person])};
    if (!persons.post[person].none()) {
        event.establishment = state.establishment_of(person);
        event.occupation = state.cells.occupation[state.cell_of(person)];
        event.zone = state.establishments.zone[event.establishment];
        event.months = static_cast<std::int16_t>(state.month - persons.hired[person]);
    }
    return event;
}

void set_status(State& state, PersonId person, Status status) {
    if (state.inside(person)) {
        --state.residents[static_cast<std::size_t>(state.persons.status[person])];
        ++state.residents[static_cast<std::size_t>(status)];
    }
    state.persons.status[person] = status;
    state.persons.status_since[person] = static_cast<MonthIndex>(state.month);
    if (status == Status::unemployed) {
        state.seekers.insert(person);
    } else {
        state.seekers.erase(person);
        state.persons.extra_applications[person] = 0;
    }
}

/// Gives up everything the person holds or does here, whatever comes next.
void leave_all(State& state, PersonId person, Separation how) {
    settle_person_risks(state, person);
    store_skills(state, person);
    if (!state.persons.post[person].none()) {
        vacate(state, person, how);
    }
    end_programme(state, person);
}

bool alive_here(const State& state, PersonId person) {
    return state.persons.status[person] != Status::dead && state.persons.status[person] != Status::gone;
}

void practise_occupation(State& state, PersonId person, std::uint16_t occupation, float mastery) {
    Persons& persons = state.persons;
    if (occupation != persons.occupation[person]) {
        persons.second_occupation[person] = persons.occupation[person];
        persons.second_mastery[person] = persons.mastery[person];
        persons.occupation[person] = occupation;
    }
    persons.mastery[person] = mastery;
}

}  // namespace

void store_skills(State& state, PersonId person) {
    Persons& persons = state.persons;
    if (persons.skills_since[person] == state.month) {
        return;  // up to date
    }
    const float mastery = mastery_now(state, person);
    const float second = second_mastery_now(state, person);
    const float know_how = know_how_now(state, person);
    persons.mastery[person] = mastery;
    persons.second_mastery[person] = second;
    persons.know_how[person] = know_how;
    persons.skills_since[person] = static_cast<MonthIndex>(state.month);
}

void vacate(State& state, PersonId person, Separation how) {
    store_skills(state, person);
    Event event = event_of(state, EventKind::separation, person, static_cast<unsigned>(how));
    event.know_how = state.persons.know_how[person];
    state.events.push_back(event);
    const PostId post = state.persons.post[person];
    state.posts.holder[post] = {};
    state.posts.vacated[post] = static_cast<MonthIndex>(state.month);
    state.posts.left_by[post] = how;
    state.posts.reason[post] = VacancyReason::replacement;
    state.undecided.insert(post);
    --state.cells.filled[state.posts.cell[post]];
    state.persons.post[person] = {};
    state.persons.hired[person] = never;
    state.persons.know_how[person] = 0;
    end_programme(state, person);
}

void end_programme(State& state, PersonId person) {
    const Programme programme = state.persons.programme[person];
    if (programme.action == 0) {
        return;
    }
    for (const PersonId one : {person, programme.partner}) {
        if (!one.none()) {
            store_skills(state, one);
            state.persons.programme[one] = {};
            state.persons.learning_boost[one] = 1;
            state.persons.working_share[one] = 1;
            state.enrolled.erase(one);
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
    const bool had_post = !at.state.persons.post[person].none();
    at.state.events.push_back(event_of(at.state, EventKind::retirement, person, had_post ? 1 : 0));
    leave_all(at.state, person, Separation::retirement);
    set_status(at.state, person, Status::retired);
    refresh_person_risks(at.state, person, true, true);
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
    at.require(!at.state.persons.post[person].none(), "the person holds no post");
    leave_all(at.state, person, at.proposal.separation);
    set_status(at.state, person, Status::unemployed);
    refresh_person_risks(at.state, person, true, true);
}

void become(const Where& at) {
    const PersonId person = at.proposal.person;
    at.require(alive_here(at.state, person), "the person is no longer here");
    const Status wanted = at.proposal.status;
    at.require(wanted == Status::unemployed || wanted == Status::inactive || wanted == Status::outside,
               "a person can only become unemployed, inactive or employed outside this way");
    State& state = at.state;
    if (state.persons.status[person] == Status::education) {
        state.events.push_back(event_of(state, EventKind::school_leaving, person));
        state.persons.career_start[person] = static_cast<MonthIndex>(state.month);
    }
    leave_all(state, person, Separation::other);
    if (at.proposal.occupation != same_occupation) {
        practise_occupation(state, person, at.proposal.occupation, state.persons.mastery[person]);
    }
    set_status(state, person, at.proposal.status);
    refresh_person_risks(state, person, true, true);
}

namespace {

HireOrigin origin_of(const State& state, PersonId person) {
    switch (state.persons.status[person]) {
        case Status::employed: return HireOrigin::post;
        case Status::training: return HireOrigin::training;
        default: break;
    }
    if (!state.inside(person) || state.persons.status[person] == Status::outside) {
        return HireOrigin::outside;
    }
    // nobody who left school this run and never held a post counts as unemployed before the first one
    const bool moved_in = state.persons.key[person].group >> 12U == static_cast<unsigned>(Origin::in_migrant);
    const bool first_post = !moved_in && state.persons.career_start[person] >= 0 && state.persons.hires[person] == 0;
    return first_post ? HireOrigin::school : HireOrigin::unemployment;
}

}  // namespace

void hire(const Where& at) {
    State& state = at.state;
    const PersonId person = at.proposal.person;
    const PostId post = at.proposal.post;
    at.require(alive_here(state, person), "the person is no longer here");
    at.require(state.posts.exists(post) && state.posts.holder[post].none(), "the post is not vacant");
    const HireOrigin origin = origin_of(state, person);
    leave_all(state, person, Separation::job_to_job);
    const CellId cell = state.posts.cell[post];
    const int open_months = state.month - state.posts.vacated[post];
    state.vacancies.erase(post);
    state.undecided.erase(post);
    state.posts.opened[post] = never;
    state.posts.holder[post] = person;
    ++state.cells.filled[cell];
    practise_occupation(state, person, state.cells.occupation[cell], at.proposal.amount);
    state.persons.post[person] = post;
    state.persons.hired[person] = static_cast<MonthIndex>(state.month);
    state.persons.contract[person] = at.proposal.contract;
    ++state.persons.hires[person];
    set_status(state, person, Status::employed);
    Event event = event_of(state, EventKind::hire, person, static_cast<unsigned>(origin));
    event.months = static_cast<std::int16_t>(open_months);
    state.events.push_back(event);
    refresh_person_risks(state, person, true, true);
}

void arrive(const Where& at, const Person& newcomer) {
    State& state = at.state;
    const PersonId person = state.persons.add(newcomer);
    state.seekers.resize(state.persons.size());
    state.enrolled.resize(state.persons.size());
    state.running.push_back(0U);
    for (std::size_t i = 0; i < state.risks.size(); ++i) {
        if (state.risks[i].risk.of == RiskOf::person) {
            state.clocks[i].resize(state.persons.size());
        }
    }
    if (state.inside(person)) {
        ++state.residents[static_cast<std::size_t>(newcomer.status)];
    }
    if (newcomer.status == Status::unemployed) {
        state.seekers.insert(person);
    }
    state.events.push_back(event_of(state, EventKind::arrival, person, newcomer.key.group >> 12U));
    refresh_person_risks(state, person, false, false);
}

void convert_contract(const Where& at) {
    const PersonId person = at.proposal.person;
    at.require(!at.state.persons.post[person].none(), "the person holds no post");
    at.state.persons.contract[person] = at.proposal.contract;
    at.state.events.push_back(event_of(at.state, EventKind::conversion, person));
    refresh_person_risks(at.state, person, true, false);
}

void learn(const Where& at) {
    at.require(at.proposal.amount >= 0 && at.proposal.amount <= 1, "mastery lies in [0, 1]");
    store_skills(at.state, at.proposal.person);
    at.state.persons.mastery[at.proposal.person] = at.proposal.amount;
}

void enrol(const Where& at) {
    State& state = at.state;
    const Proposal& proposal = at.proposal;
    at.require(alive_here(state, proposal.person), "the person is no longer here");
    at.require(state.persons.programme[proposal.person].action == 0, "the person is already in a programme");
    const PersonId tutor = proposal.partner;
    at.require(tutor.none() || alive_here(state, tutor), "the tutor is no longer here");
    at.require(tutor.none() || state.persons.programme[tutor].action == 0, "the tutor is already in a programme");
    store_skills(state, proposal.person);
    if (proposal.status == Status::training) {
        at.require(state.persons.post[proposal.person].none(), "a person in post cannot enter training");
        settle_person_risks(state, proposal.person);
        if (proposal.occupation != same_occupation) {
            practise_occupation(state, proposal.person, proposal.occupation, proposal.mastery);
        }
        state.persons.contract[proposal.person] = Contract::insertion;
        set_status(state, proposal.person, Status::training);
    }
    state.persons.programme[proposal.person] = {proposal.action, proposal.until, proposal.partner, false};
    state.persons.learning_boost[proposal.person] = proposal.amount;
    state.enrolled.insert(proposal.person);
    state.events.push_back(event_of(state, EventKind::enrolment, proposal.person, proposal.action));
    if (!proposal.partner.none()) {
        state.persons.programme[proposal.partner] = {proposal.action, proposal.until, proposal.person, true};
        state.persons.working_share[proposal.partner] = proposal.share;
        state.enrolled.insert(proposal.partner);
    }
    refresh_person_risks(state, proposal.person, false, proposal.status == Status::training);
}

void complete(const Where& at) {
    State& state = at.state;
    const PersonId person = at.proposal.person;
    at.require(state.persons.programme[person].action != 0, "the person is in no programme");
    state.events.push_back(event_of(state, EventKind::completion, person, state.persons.programme[person].action));
    end_programme(state, person);
    if (state.persons.status[person] == Status::training) {
        settle_person_risks(state, person);
        store_skills(state, person);
        set_status(state, person, Status::unemployed);
        state.persons.extra_applications[person] = at.proposal.count;
        refresh_person_risks(state, person, false, true);
    }
}

}  // namespace releve::changes

#include "engine/base/error.hpp"
#include "engine/state/commit.hpp"

#include <algorithm>
#include <string>

namespace releve {

namespace {

void require(bool holds, const State& state, std::string_view what, std::uint32_t id) {
    if (!holds) {
        throw ModelError(to_string(state.date()) + ": " + std::string(what) + " (id " + std::to_string(id) + ")");
    }
}

void check_person(const State& state, PersonId person) {
    const Persons& persons = state.persons;
    const Status status = persons[person].status;
    const PostId post = persons[person].post;
    require((status == Status::employed) == !post.none(), state, "employed without a post, or the reverse",
            person.value);
    if (!post.none()) {
        require(state.posts[post].holder == person, state, "a person names a post held by another", person.value);
    }
    require((status == Status::unemployed) == state.seekers.contains(person), state,
            "the set of job seekers does not match the statuses", person.value);
    const bool neither_work_nor_pension = status == Status::unemployed || status == Status::inactive ||
                                          status == Status::training || status == Status::education;
    require(!persons[person].pensioned || !neither_work_nor_pension, state,
            "somebody who draws a pension is neither at work nor retired", person.value);
    const int age = persons[person].age_years(state.month);
    require(status == Status::dead || status == Status::gone || (age >= 14 && age < 121), state, "impossible age",
            person.value);
    const std::uint32_t programme = persons[person].programme;
    require(programme == PersonId::no_value ||
                (programme < state.programmes.size() && state.programmes[programme].person == person),
            state, "the list of programmes does not match the people in them", person.value);
}

void check_post(const State& state, PostId post) {
    const PersonId holder = state.posts[post].holder;
    if (!state.posts[post].exists()) {
        require(holder.none(), state, "a cut post has a holder", post.value);
        return;
    }
    require(holder.none() || state.persons[holder].post == post, state, "a holder names another post", post.value);
    require(!state.posts[post].is_vacancy() || holder.none(), state, "a filled post is recruited for", post.value);
    require(state.vacancies.contains(post) == state.posts[post].is_vacancy(), state,
            "the set of vacancies does not match the posts", post.value);
}

/// An establishment has the posts of its cells, none once it is closed, and the size band that goes with them.
void check_establishment(const State& state, EstablishmentId establishment) {
    const Establishments& all = state.establishments;
    unsigned posts = 0;
    const std::uint32_t first = all.first_cell[establishment];
    for (std::uint32_t i = first; i < first + all.cells[establishment]; ++i) {
        require(state.cells.establishment[CellId{i}] == establishment, state, "a cell names another establishment", i);
        posts += state.cells.posts[CellId{i}];
    }
    require(posts == all.posts[establishment], state, "the posts of the cells do not add up to the establishment's",
            establishment.value);
    require(posts == 0 || all.closed[establishment] == 0, state, "a closed establishment has posts",
            establishment.value);
    require(all.size_band[establishment] == size_band_of(all.posts[establishment], all.unsalaried[establishment]),
            state, "the size band is not that of the posts", establishment.value);
}

void check_cell(const State& state, CellId cell) {
    unsigned posts = 0;
    unsigned filled = 0;
    unsigned relieved = 0;
    for (const PostId post : state.cells.list[cell]) {
        ++posts;
        relieved += state.posts[post].relieved != 0 ? 1 : 0;
        filled += state.posts[post].holder.none() ? 0 : 1;
    }
    require(posts == state.cells.posts[cell] && filled == state.cells.filled[cell], state,
            "filled and vacant posts do not add up to the posts of the cell", cell.value);
    require(relieved == state.cells.overlap[cell], state, "the relieved posts do not add up to the overlap",
            cell.value);
}

/// A programme is known to its person, to its partner, and to the post kept for the person, each of one only.
void check_programmes(const State& state) {
    std::size_t kept = 0;
    for (std::uint32_t place = 0; place < state.programmes.size(); ++place) {
        const Programme& programme = state.programmes[place];
        require(state.persons[programme.person].programme == place, state, "a programme is not its person's",
                programme.person.value);
        require(programme.partner.none() || state.programme_of(programme.partner).partner == programme.person, state,
                "a partner does not know the programme", programme.person.value);
        if (!programme.post.none() && state.posts[programme.post].exists() &&
            state.posts[programme.post].key == programme.post_key) {
            ++kept;
            require(state.posts[programme.post].reserved != 0, state, "the post of a programme is not kept",
                    programme.post.value);
        }
    }
    const auto reserved = std::count_if(state.posts.begin(), state.posts.end(),
                                        [](const Post& post) { return post.exists() && post.reserved != 0; });
    require(static_cast<std::size_t>(reserved) == kept, state, "posts are kept for nobody",
            static_cast<std::uint32_t>(reserved));
}

}  // namespace

void check_invariants(const State& state) {
    std::array<std::uint32_t, status_words.size()> residents{};
    for (std::uint32_t person = 0; person < state.persons.size(); ++person) {
        check_person(state, PersonId{person});
        residents[static_cast<std::size_t>(state.persons[PersonId{person}].status)] +=
            state.inside(PersonId{person}) ? 1 : 0;
    }
    for (std::uint32_t post = 0; post < state.posts.size(); ++post) {
        check_post(state, PostId{post});
    }
    for (std::uint32_t cell = 0; cell < state.cells.size(); ++cell) {
        check_cell(state, CellId{cell});
    }
    for (std::uint32_t establishment = 0; establishment < state.establishments.size(); ++establishment) {
        check_establishment(state, EstablishmentId{establishment});
    }
    check_programmes(state);
    require(residents == state.residents, state, "the numbers of residents by status do not match the persons", 0);
}

}  // namespace releve

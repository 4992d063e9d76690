#include "bindings/python/native/stepping/columns_of.hpp"

namespace releve::python {

namespace {

template <auto Member>
py::array of_post(const LookHandle& look) {
    return member_of<Member>(look, look->state->posts);
}

template <class Number, auto ValueOf>
py::array made_of_post(const LookHandle& look) {
    const State& state = *look->state;
    return made_of<Number>(state.posts.size(), [&](std::uint32_t i) { return ValueOf(state, state.posts[PostId{i}]); });
}

bool exists(const State&, const Post& post) { return post.exists(); }
bool vacant(const State&, const Post& post) { return post.exists() && post.holder.none(); }
bool recruiting(const State&, const Post& post) { return post.exists() && post.is_vacancy(); }
bool owner_post(const State&, const Post& post) { return post.owner_post != 0; }
bool reserved(const State&, const Post& post) { return post.reserved != 0; }
unsigned occupation(const State& state, const Post& post) {
    return post.exists() ? state.cells.occupation[post.cell] : 0xFFFFU;
}
std::uint32_t establishment(const State& state, const Post& post) {
    return post.exists() ? state.cells.establishment[post.cell].value : EstablishmentId::no_value;
}

constexpr StateColumn posts[] = {
    {"exists",
     {"whether the post exists (it may have been cut)", "si le poste existe (il a pu être supprimé)"},
     "",
     made_of_post<bool, exists>},
    {"vacant", {"exists and nobody holds it", "existe et personne ne l'occupe"}, "", made_of_post<bool, vacant>},
    {"recruiting",
     {"its employer is trying to fill it: a vacancy", "l'employeur cherche à le pourvoir : une offre"},
     "",
     made_of_post<bool, recruiting>},
    {"holder", {"who holds it; NONE: nobody", "qui l'occupe ; NONE : personne"}, "", of_post<&Post::holder>},
    {"cell", {"its cell; NONE: it was cut", "sa cellule ; NONE : supprimé"}, "", of_post<&Post::cell>},
    {"occupation",
     {"its occupation; 65535: it was cut", "son métier ; 65535 : supprimé"},
     "occupation",
     made_of_post<std::uint16_t, occupation>},
    {"establishment",
     {"its establishment; NONE: it was cut", "son établissement ; NONE : supprimé"},
     "",
     made_of_post<std::uint32_t, establishment>},
    {"vacated",
     {"month since which nobody holds it, counted from the start", "mois depuis lequel il est libre, compté du début"},
     "",
     of_post<&Post::vacated>},
    {"opened",
     {"month since which the employer recruits; 32767: does not",
      "mois depuis lequel l'employeur recrute ; 32767 : ne recrute pas"},
     "",
     of_post<&Post::opened>},
    {"reason", {"why it is vacant", "pourquoi il est vacant"}, "vacancy_reason", of_post<&Post::reason>},
    {"left_by",
     {"how the last holder left", "comment le dernier titulaire est parti"},
     "separation",
     of_post<&Post::left_by>},
    {"owner_post",
     {"held by an owner or a self-employed person", "poste de patron ou d'indépendant"},
     "",
     made_of_post<bool, owner_post>},
    {"reserved",
     {"kept free for somebody in training", "gardé à une personne en formation"},
     "",
     made_of_post<bool, reserved>},
};

template <auto Member>
py::array of_cell(const LookHandle& look) {
    const auto& values = (look->state->cells.*Member).values();
    return view_of(look, values.data(), values.size(), sizeof(values[0]));
}

constexpr StateColumn cells[] = {
    {"establishment", {"whose it is", "établissement"}, "", of_cell<&Cells::establishment>},
    {"occupation", {"occupation of its posts", "métier de ses postes"}, "occupation", of_cell<&Cells::occupation>},
    {"posts", {"posts existing now, filled or vacant", "postes existants, occupés ou non"}, "", of_cell<&Cells::posts>},
    {"filled", {"of them, those held", "dont occupés"}, "", of_cell<&Cells::filled>},
    {"posts_at_start",
     {"posts wanted, brought back to the start of the demand path",
      "postes voulus, ramenés au début du sentier de demande"},
     "",
     of_cell<&Cells::posts_at_start>},
};

template <auto Member>
py::array of_establishment(const LookHandle& look) {
    const auto& values = (look->state->establishments.*Member).values();
    return view_of(look, values.data(), values.size(), sizeof(values[0]));
}

py::array closed(const LookHandle& look) {
    const Establishments& all = look->state->establishments;
    return made_of<bool>(all.size(), [&](std::uint32_t i) { return all.closed[EstablishmentId{i}] != 0; });
}

constexpr StateColumn establishments[] = {
    {"zone", {"commune", "commune"}, "zone", of_establishment<&Establishments::zone>},
    {"sector", {"sector", "secteur"}, "sector", of_establishment<&Establishments::sector>},
    {"kind", {"kind", "genre"}, "establishment_kind", of_establishment<&Establishments::kind>},
    {"size", {"size band", "tranche de taille"}, "size", of_establishment<&Establishments::size_band>},
    {"posts",
     {"posts existing now, filled or vacant", "postes existants, occupés ou non"},
     "",
     of_establishment<&Establishments::posts>},
    {"attractiveness",
     {"multiplies the chance that a seeker applies; 1: ordinary",
      "multiplie la chance d'une candidature ; 1 : ordinaire"},
     "",
     of_establishment<&Establishments::attractiveness>},
    {"first_cell",
     {"its cells are first_cell and the `cells` - 1 that follow",
      "ses cellules sont first_cell et les `cells` - 1 suivantes"},
     "",
     of_establishment<&Establishments::first_cell>},
    {"cells", {"number of its cells", "nombre de ses cellules"}, "", of_establishment<&Establishments::cells>},
    {"closed", {"closed for good", "fermé définitivement"}, "", closed},
};

template <auto Member>
py::array of_event(const LookHandle& look) {
    return member_of<Member>(look, look->state->events);
}

constexpr StateColumn events[] = {
    {"kind", {"what happened", "ce qui est arrivé"}, "event", of_event<&Event::kind>},
    {"person", {"to whom; NONE: nobody", "à qui ; NONE : personne"}, "", of_event<&Event::person>},
    {"establishment", {"where; NONE: nowhere", "où ; NONE : nulle part"}, "", of_event<&Event::establishment>},
    {"occupation",
     {"of the post if there is one, else of the person", "du poste s'il y en a un, sinon de la personne"},
     "occupation",
     of_event<&Event::occupation>},
    {"zone",
     {"of the establishment if there is one, else of residence",
      "de l'établissement s'il y en a un, sinon de résidence"},
     "zone",
     of_event<&Event::zone>},
    {"age", {"of the person [years]", "de la personne [années]"}, "", of_event<&Event::age>},
    {"sex", {"of the person", "de la personne"}, "sex", of_event<&Event::sex>},
    {"contract", {"of the person", "de la personne"}, "contract", of_event<&Event::contract>},
    {"detail",
     {"by kind: kind of separation, origin of a hire, number of an action...",
      "selon le genre : motif de départ, origine d'une embauche, numéro d'une action..."},
     "",
     of_event<&Event::detail>},
    {"months",
     {"age of the vacancy, tenure ended, or length of the spell",
      "âge de l'offre, ancienneté perdue, ou durée de l'épisode"},
     "",
     of_event<&Event::months>},
    {"know_how",
     {"lost to the establishment by a separation", "perdu par l'établissement lors d'un départ"},
     "",
     of_event<&Event::know_how>},
};

}  // namespace

std::span<const StateColumn> post_columns() { return posts; }
std::span<const StateColumn> cell_columns() { return cells; }
std::span<const StateColumn> establishment_columns() { return establishments; }
std::span<const StateColumn> event_columns() { return events; }

}  // namespace releve::python

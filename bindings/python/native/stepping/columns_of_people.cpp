#include "bindings/python/native/stepping/columns_of.hpp"

namespace releve::python {

namespace {

template <auto Member>
py::array of_person(const LookHandle& look) {
    return member_of<Member>(look, look->state->persons);
}

template <class Number, auto ValueOf>
py::array made_of_person(const LookHandle& look) {
    const State& state = *look->state;
    return made_of<Number>(state.persons.size(), [&](std::uint32_t i) { return ValueOf(state, PersonId{i}); });
}

int age(const State& state, PersonId who) { return state.persons[who].age_years(state.month); }
int tenure(const State& state, PersonId who) {
    return state.persons[who].post.none() ? -1 : state.month - state.persons[who].hired;
}
std::uint32_t cell(const State& state, PersonId who) {
    return state.persons[who].post.none() ? CellId::no_value : state.cell_of(who).value;
}
std::uint32_t establishment(const State& state, PersonId who) {
    return state.persons[who].post.none() ? EstablishmentId::no_value : state.establishment_of(who).value;
}
bool inside(const State& state, PersonId who) { return state.inside(who); }
bool pensioned(const State& state, PersonId who) { return state.persons[who].pensioned; }
bool early_pension(const State& state, PersonId who) { return state.persons[who].early_pension; }
int programme(const State& state, PersonId who) { return state.programme_of(who).action; }

constexpr StateColumn columns[] = {
    {"age", {"age [years]", "âge [années]"}, "", made_of_person<std::int16_t, age>},
    {"birth",
     {"month of birth, counted from the start of the run", "mois de naissance, compté du début"},
     "",
     of_person<&Person::birth>},
    {"sex", {"sex", "sexe"}, "sex", of_person<&Person::sex>},
    {"education", {"highest diploma", "diplôme le plus élevé"}, "education", of_person<&Person::education>},
    {"zone", {"commune of residence", "commune de résidence"}, "zone", of_person<&Person::zone>},
    {"inside",
     {"whether that commune is in the territory", "si cette commune est dans le territoire"},
     "",
     made_of_person<bool, inside>},
    {"status", {"what the person does", "situation"}, "status", of_person<&Person::status>},
    {"status_since",
     {"month since which, counted from the start of the run", "depuis quel mois, compté du début"},
     "",
     of_person<&Person::status_since>},
    {"occupation",
     {"occupation, exercised or looked for", "métier, exercé ou recherché"},
     "occupation",
     of_person<&Person::occupation>},
    {"second_occupation",
     {"the one exercised before; 65535: none", "celui exercé auparavant ; 65535 : aucun"},
     "occupation",
     of_person<&Person::second_occupation>},
    {"contract",
     {"contract, of those in post", "contrat, des personnes en poste"},
     "contract",
     of_person<&Person::contract>},
    {"post", {"post held; NONE: none", "poste occupé ; NONE : aucun"}, "", of_person<&Person::post>},
    {"cell",
     {"cell of that post; NONE: no post", "cellule de ce poste ; NONE : sans poste"},
     "",
     made_of_person<std::uint32_t, cell>},
    {"establishment",
     {"establishment of that post; NONE: no post", "établissement de ce poste ; NONE : sans poste"},
     "",
     made_of_person<std::uint32_t, establishment>},
    {"hired",
     {"month of the hire, counted from the start; 32767: no post",
      "mois d'embauche, compté du début ; 32767 : sans poste"},
     "",
     of_person<&Person::hired>},
    {"tenure",
     {"time since the hire [months]; -1: no post", "ancienneté [mois] ; -1 : sans poste"},
     "",
     made_of_person<std::int16_t, tenure>},
    {"hires", {"posts taken since the start", "postes pris depuis le début"}, "", of_person<&Person::hires>},
    {"working_time",
     {"hours, in hundredths of full time", "temps de travail, en centièmes du temps plein"},
     "",
     of_person<&Person::working_time>},
    {"mastery",
     {"mastery of the occupation now, 0 to 1", "maîtrise du métier, de 0 à 1"},
     "",
     made_of_person<float, mastery_now>},
    {"second_mastery",
     {"mastery of the second occupation now", "maîtrise du second métier"},
     "",
     made_of_person<float, second_mastery_now>},
    {"know_how",
     {"know-how of the establishment now, 0 to 1", "savoir-faire de l'établissement, de 0 à 1"},
     "",
     made_of_person<float, know_how_now>},
    {"quarters",
     {"pension quarters validated at the start of the run, or on arrival",
      "trimestres validés au début, ou à l'arrivée"},
     "",
     of_person<&Person::quarters>},
    {"early_pension",
     {"has the right to leave before the common ages", "peut partir avant les âges de droit commun"},
     "",
     made_of_person<bool, early_pension>},
    {"pensioned",
     {"draws a pension and goes on working", "perçoit une pension et travaille"},
     "",
     made_of_person<bool, pensioned>},
    {"extra_applications",
     {"applications a month that an action adds", "candidatures par mois qu'une action ajoute"},
     "",
     of_person<&Person::extra_applications>},
    {"programme",
     {"number of the action that does something for the person, from 1; 0: none",
      "numéro de l'action qui suit la personne, à partir de 1 ; 0 : aucune"},
     "",
     made_of_person<std::uint8_t, programme>},
};

template <auto Member>
py::array of_programme(const LookHandle& look) {
    return member_of<Member>(look, look->state->programmes);
}

constexpr StateColumn programmes[] = {
    {"person", {"who is followed", "personne suivie"}, "", of_programme<&Programme::person>},
    {"partner",
     {"the tutor, or the tutored person; NONE: none", "tuteur, ou personne tutorée ; NONE : aucun"},
     "",
     of_programme<&Programme::partner>},
    {"action",
     {"number of the action in the scenario, from 1", "numéro de l'action dans le scénario, à partir de 1"},
     "",
     of_programme<&Programme::action>},
    {"is_tutor",
     {"whether the person is the tutor of a pair", "si la personne est le tuteur d'un binôme"},
     "",
     of_programme<&Programme::is_tutor>},
    {"until",
     {"month in which it ends, counted from the start", "mois de fin, compté du début"},
     "",
     of_programme<&Programme::until>},
};

}  // namespace

std::span<const StateColumn> person_columns() { return columns; }
std::span<const StateColumn> programme_columns() { return programmes; }

}  // namespace releve::python

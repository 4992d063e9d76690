#pragma once
#include "engine/base/id.hpp"
#include "engine/base/vocabulary.hpp"

#include <cstdint>

namespace releve {

/// What committed changes leave behind for the outputs of the month.
enum class EventKind : std::uint8_t {
    hire,
    separation,
    death,
    retirement,
    arrival,
    departure,
    school_leaving,
    post_created,
    post_cut,
    vacancy_opened,
    vacancy_abandoned,
    enrolment,
    completion,
    conversion,
    promotion,             ///< months: age of the vacancy filled from inside
    establishment_born,    ///< detail: 1 if an establishment emptied before opens again
    establishment_closed,  ///< detail: ClosureReason
    transfer,              ///< detail: 1 if the new owner already worked there
    placement,             ///< hire that an action brought about; detail: the action; months: 1 along a link
    support,               ///< detail: the action
    units                  ///< of an action; detail: the action; months: VolumeOf; know_how: how many
};

inline constexpr std::size_t event_kinds = static_cast<std::size_t>(EventKind::units) + 1;
inline constexpr std::array<Word, event_kinds> event_words{{
    {"hire", {"hire", "embauche"}},
    {"separation", {"separation", "départ"}},
    {"death", {"death", "décès"}},
    {"retirement", {"retirement", "départ en retraite"}},
    {"arrival", {"arrival among the people followed", "arrivée parmi les personnes suivies"}},
    {"departure", {"departure from the territory", "départ du territoire"}},
    {"school_leaving", {"end of initial education", "fin d'études"}},
    {"post_created", {"post created", "poste créé"}},
    {"post_cut", {"post cut", "poste supprimé"}},
    {"vacancy_opened", {"vacancy opened", "offre ouverte"}},
    {"vacancy_abandoned", {"vacancy abandoned", "offre abandonnée"}},
    {"enrolment", {"enrolment in an action", "entrée dans une action"}},
    {"completion", {"end of an enrolment", "sortie d'une action"}},
    {"conversion", {"change of contract", "changement de contrat"}},
    {"promotion", {"promotion", "promotion"}},
    {"establishment_born", {"establishment born", "établissement créé"}},
    {"establishment_closed", {"establishment closed", "établissement fermé"}},
    {"transfer", {"transfer to a new owner", "reprise par un nouveau patron"}},
    {"placement", {"hire brought about by an action", "embauche due à une action"}},
    {"support", {"establishment that joins an action", "établissement entrant dans une action"}},
    {"units", {"units of an action", "unités d'une action"}},
}};

/// What an action does, as costs count it: persons, pairs or cases begun; months of them under way; establishments that join
/// (again, if they come back); months in which the action may begin anything.
enum class VolumeOf : std::uint8_t { start, month, establishment, running_month };
inline constexpr std::array<Word, 4> volume_words{{
    {"start", {"persons, pairs or cases begun", "personnes, binômes ou dossiers commencés"}},
    {"month", {"months of them under way", "mois d'accompagnement"}},
    {"establishment", {"establishments taking part", "établissements participants"}},
    {"running_month", {"months in which the action is open", "mois d'ouverture de l'action"}},
}};
using Volume = std::array<float, volume_words.size()>;

/// Details of a retirement: none without a post.
inline constexpr unsigned retires_from_post = 1;
inline constexpr unsigned retires_at_work = 2;  ///< claims a pension and goes on working

/// Why an establishment has no posts any more.
enum class ClosureReason : std::uint8_t { closure, no_successor, shock, emptied };
inline constexpr std::array<Word, 4> closure_reason_words{{
    {"closure", {"closure", "fermeture"}},
    {"no_successor", {"owner without a successor", "patron sans successeur"}},
    {"shock", {"shock of the scenario", "choc du scénario"}},
    {"emptied", {"last post cut", "dernier poste supprimé"}},
}};

/// How a hired person came: what the person did the month before.
enum class HireOrigin : std::uint8_t { unemployment, post, school, outside, training };
inline constexpr std::array<Word, 5> hire_origin_words{{
    {"unemployment", {"from unemployment or inactivity", "du chômage ou de l'inactivité"}},
    {"post", {"from another post of the territory", "d'un autre poste du territoire"}},
    {"school", {"from school", "de l'école"}},
    {"outside", {"from outside the territory", "de l'extérieur du territoire"}},
    {"training", {"from training or insertion", "de formation ou d'insertion"}},
}};

/// How insertion structures count those who leave them for a post.
enum class InsertionExit : std::uint8_t { durable, transition, positive };
inline constexpr std::array<Word, 3> insertion_exit_words{{
    {"durable", {"durable (open-ended, own business)", "durable (CDI, création d'activité)"}},
    {"transition", {"transition (fixed term, agency)", "de transition (CDD, intérim)"}},
    {"positive", {"positive (apprenticeship, other structure)", "positive (apprentissage, autre structure)"}},
}};
constexpr InsertionExit insertion_exit_of(Contract contract) {
    const bool durable = contract == Contract::open_ended || contract == Contract::owner;
    const bool limited = contract == Contract::fixed_term || contract == Contract::agency;
    return durable ? InsertionExit::durable : limited ? InsertionExit::transition : InsertionExit::positive;
}

struct Event {
    EventKind kind{};
    std::uint8_t detail = 0;  ///< Separation, HireOrigin, action..., as the kind says; of a post cut: 1 if by a closure
    Contract contract{};
    Sex sex{};
    std::uint8_t age = 0;          ///< [years]
    std::uint16_t occupation = 0;  ///< of the post if there is one, else of the person
    std::uint16_t zone = 0;        ///< of the establishment if there is one, else of residence
    PersonId person;
    EstablishmentId establishment;
    std::int16_t months = 0;  ///< age of the vacancy, tenure ended, or length of the spell
    float know_how = 0;       ///< lost to the establishment by a separation
};

}  // namespace releve

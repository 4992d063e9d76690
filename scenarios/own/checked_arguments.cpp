#include "engine/base/error.hpp"
#include "engine/base/fill.hpp"
#include "engine/model/labour/suitability.hpp"
#include "scenarios/own/checked_proposals.hpp"

#include <fmt/format.h>

/// What one argument of a proposal must be.
namespace releve {

namespace {

std::string number(std::int64_t given) { return std::to_string(given); }

}  // namespace

void CheckedProposals::refuse(const Text& why) const {
    const std::string where = fmt::format("{} {}.{}", to_string(at_.state.date()), name_, doing_);
    throw InputError({{where, why}});
}

void CheckedProposals::declare(Change change) {
    doing_ = to_string(change);
    if (!declared_.has(change)) {
        refuse(fill({"this change is not declared add \"{}\" to `changes`",
                     "ce changement n'est pas déclaré ajoutez \"{}\" à `changes`"},
                    {doing_}));
    }
}

PersonId CheckedProposals::person(Given given) const {
    if (given < 0 || given >= at_.state.persons.size()) {
        refuse(
            fill({"there is no person {} (they go from 0 to {})", "il n'y a pas de personne {} (elles vont de 0 à {})"},
                 {number(given), number(std::int64_t{at_.state.persons.size()} - 1)}));
    }
    return PersonId{static_cast<std::uint32_t>(given)};
}

PersonId CheckedProposals::living(Given given) const {
    const PersonId who = person(given);
    const Status status = at_.state.persons[who].status;
    if (status == Status::dead || status == Status::gone) {
        refuse(fill({"person {} is no longer here ({})", "la personne {} n'est plus là ({})"},
                    {number(given), status_words[static_cast<std::size_t>(status)].label}));
    }
    return who;
}

PersonId CheckedProposals::worker(Given given) const {
    const PersonId who = living(given);
    if (at_.state.persons[who].post.none()) {
        const auto status = static_cast<std::size_t>(at_.state.persons[who].status);
        refuse(fill({"person {} holds no post ({})", "la personne {} n'a pas de poste ({})"},
                    {number(given), status_words[status].label}));
    }
    return who;
}

PersonId CheckedProposals::moved(PersonId who) {
    if (!moved_.insert(who.value).second) {
        refuse(fill({"another proposal of this month changes the status or the post of person {}",
                     "une autre proposition du mois change déjà la situation ou le poste de la personne {}"},
                    {number(who.value)}));
    }
    return who;
}

PostId CheckedProposals::post(Given given) const {
    if (given < 0 || given >= at_.state.posts.size()) {
        refuse(fill({"there is no post {} (they go from 0 to {})", "il n'y a pas de poste {} (ils vont de 0 à {})"},
                    {number(given), number(std::int64_t{at_.state.posts.size()} - 1)}));
    }
    return PostId{static_cast<std::uint32_t>(given)};
}

PostId CheckedProposals::vacant(Given given) const {
    const PostId where = post(given);
    const Post& one = at_.state.posts[where];
    if (!one.exists()) {
        refuse(fill({"post {} does not exist any more", "le poste {} n'existe plus"}, {number(given)}));
    }
    if (!one.holder.none()) {
        refuse(fill({"post {} is not vacant: person {} holds it",
                     "le poste {} n'est pas vacant\u00a0: la personne {} l'occupe"},
                    {number(given), number(one.holder.value)}));
    }
    if (given_.count(where.value) != 0) {
        refuse(fill({"post {} is taken by another proposal of this month",
                     "le poste {} est pris par une autre proposition du mois"},
                    {number(given)}));
    }
    return where;
}

/// A vacant post that nobody else gets this month; `by`: none where it goes to nobody.
PostId CheckedProposals::taken(Given given, PersonId by, Contract contract) {
    const PostId where = vacant(given);
    const Post& one = at_.state.posts[where];
    const bool kept_for_other = one.reserved != 0 && (by.none() || at_.state.programme_of(by).post != where);
    if (kept_for_other) {
        refuse(fill({"post {} is kept for somebody in training", "le poste {} est gardé à une personne en formation"},
                    {number(given)}));
    }
    if (!by.none() && (one.owner_post != 0) != (contract == Contract::owner)) {
        refuse(one.owner_post != 0 ? fill({"post {} is its owner's: only the contract \"owner\" fits",
                                           "le poste {} est celui du patron\u00a0: seul le contrat \"owner\" convient"},
                                          {number(given)})
                                   : fill({"post {} is an employee's: the contract \"owner\" does not fit",
                                           "le poste {} est salarié\u00a0: le contrat \"owner\" ne convient pas"},
                                          {number(given)}));
    }
    given_.insert(where.value);
    return where;
}

CellId CheckedProposals::cell(Given given) const {
    if (given < 0 || given >= at_.state.cells.size()) {
        refuse(fill({"there is no cell {} (they go from 0 to {})", "il n'y a pas de cellule {} (elles vont de 0 à {})"},
                    {number(given), number(std::int64_t{at_.state.cells.size()} - 1)}));
    }
    return CellId{static_cast<std::uint32_t>(given)};
}

EstablishmentId CheckedProposals::establishment(Given given, bool open) const {
    if (given < 0 || given >= at_.state.establishments.size()) {
        refuse(fill({"there is no establishment {} (they go from 0 to {})",
                     "il n'y a pas d'établissement {} (ils vont de 0 à {})"},
                    {number(given), number(std::int64_t{at_.state.establishments.size()} - 1)}));
    }
    const EstablishmentId where{static_cast<std::uint32_t>(given)};
    if (open && at_.state.establishments.closed[where] != 0) {
        refuse(fill({"establishment {} has closed", "l'établissement {} a fermé"}, {number(given)}));
    }
    return where;
}

std::uint16_t CheckedProposals::code(Given given, std::size_t size, Label what) const {
    if (given < 0 || given >= static_cast<Given>(size)) {
        refuse(fill({"{} {} is not in the list (0 to {})", "{} {} n'est pas dans la liste (0 à {})"},
                    {what, number(given), number(static_cast<Given>(size) - 1)}));
    }
    return static_cast<std::uint16_t>(given);
}

std::size_t CheckedProposals::word(std::span<const Word> words, std::string_view code, Label what) const {
    if (const auto found = find_word(words, code)) {
        return *found;
    }
    std::vector<std::string_view> known;
    for (const Word& one : words) {
        known.push_back(one.code);
    }
    refuse(fill({"unknown {} '{}' write one of {}", "{} inconnu «\u00a0{}\u00a0» écrivez l'un de {}"},
                {what, shown(code), fmt::format("{}", fmt::join(known, ", "))}));
}

double CheckedProposals::within(double value, double least, double most, Label what) const {
    if (!(value >= least && value <= most)) {
        refuse(fill({"{} {} is out of range ({} to {})", "{} {} hors des bornes ({} à {})"},
                    {what, fmt::format("{}", value), fmt::format("{}", least), fmt::format("{}", most)}));
    }
    return value;
}

MonthIndex CheckedProposals::after(int months) const {
    const double until = at_.state.month + within(months, 1, 1200, {"months", "mois"});
    return static_cast<MonthIndex>(until);
}

float CheckedProposals::mastery_of(PersonId who, PostId where, std::optional<double> given) const {
    if (given) {
        return static_cast<float>(within(*given, 0, 1, {"mastery", "maîtrise"}));
    }
    const Abilities can = abilities_of(at_.state, who);
    const std::uint16_t occupation = at_.state.cells.occupation[at_.state.posts[where].cell];
    return mastery_for(can, occupation_proximity(at_.setting.pack, can.occupation, occupation), occupation);
}

}  // namespace releve

#include "scenarios/own/checked_proposals.hpp"

#include "engine/base/error.hpp"
#include "engine/base/fill.hpp"
#include "engine/model/labour/suitability.hpp"

#include <algorithm>

namespace releve {

namespace {

constexpr Label of_mastery{"mastery", "maîtrise"};

Contract contract_at(std::size_t position) { return static_cast<Contract>(position); }

}  // namespace

// --- people ---

void CheckedProposals::die(Given given) {
    declare(Change::die);
    proposals_.die(moved(living(given)));
}

void CheckedProposals::retire(Given given) {
    declare(Change::retire);
    const PersonId who = living(given);
    if (at_.state.persons[who].status == Status::retired) {
        refuse(
            fill({"person {} is retired already", "la personne {} est déjà à la retraite"}, {std::to_string(given)}));
    }
    proposals_.retire(moved(who));
}

void CheckedProposals::leave_territory(Given given) {
    declare(Change::leave_territory);
    proposals_.leave_territory(moved(living(given)));
}

void CheckedProposals::separate(Given given, std::string_view how) {
    declare(Change::separate);
    const auto kind = word(separation_words, how, {"kind of separation", "motif de départ"});
    proposals_.separate(moved(worker(given)), static_cast<Separation>(kind));
}

void CheckedProposals::hire(Given given, Given to, std::string_view contract, std::optional<double> mastery) {
    declare(Change::hire);
    const Contract kind = contract_at(word(contract_words, contract, {"contract", "contrat"}));
    const PersonId who = living(given);
    const PostId where = taken(to, who, kind);
    proposals_.hire(moved(who), where, kind, mastery_of(who, where, mastery));
}

void CheckedProposals::place(Given given, Given to, std::string_view contract, std::optional<double> mastery,
                             bool along_link) {
    declare(Change::place);
    const Contract kind = contract_at(word(contract_words, contract, {"contract", "contrat"}));
    const PersonId who = living(given);
    if (kind == Contract::owner) {
        refuse({"an action places nobody in an owner's post", "une action ne place personne à un poste de patron"});
    }
    const PostId where = taken(to, who, kind);
    proposals_.place(at_.number, moved(who), where, kind, mastery_of(who, where, mastery), along_link);
}

void CheckedProposals::promote(Given given, Given to, std::optional<double> mastery) {
    declare(Change::promote);
    const PersonId who = worker(given);
    const PostId where = taken(to, who, at_.state.persons[who].contract);
    if (at_.state.cells.establishment[at_.state.posts[where].cell] != at_.state.establishment_of(who)) {
        refuse(fill({"post {} is in another establishment than person {} hire instead",
                     "le poste {} est dans un autre établissement que la personne {} utilisez hire"},
                    {std::to_string(to), std::to_string(given)}));
    }
    proposals_.promote(moved(who), where, mastery_of(who, where, mastery));
}

void CheckedProposals::become(Given given, std::string_view status, std::optional<Given> occupation) {
    declare(Change::become);
    const auto wanted = static_cast<Status>(word(status_words, status, {"status", "statut"}));
    if (wanted != Status::unemployed && wanted != Status::inactive && wanted != Status::outside) {
        refuse(
            {"people become unemployed, inactive or outside this way; other statuses have changes of their own (hire, "
             "retire, die, leave_territory, enrol)",
             "on devient ainsi unemployed, inactive ou outside\u00a0; les autres statuts ont leurs changements (hire, "
             "retire, die, leave_territory, enrol)"});
    }
    const PersonId who = living(given);
    const std::size_t occupations = at_.setting.pack.occupations.size();
    proposals_.become(moved(who), wanted,
                      occupation ? code(*occupation, occupations, {"occupation", "métier"}) : same_occupation);
}

void CheckedProposals::convert_contract(Given given, std::string_view contract) {
    declare(Change::convert_contract);
    const Contract kind = contract_at(word(contract_words, contract, {"contract", "contrat"}));
    const PersonId who = worker(given);
    const bool owns = at_.state.persons[who].contract == Contract::owner;
    if (owns || kind == Contract::owner) {
        refuse({"the contract of an owner does not change", "le contrat d'un patron ne change pas"});
    }
    proposals_.convert_contract(who, kind);
}

void CheckedProposals::learn(Given given, double mastery) {
    declare(Change::learn);
    proposals_.learn(living(given), static_cast<float>(within(mastery, 0, 1, of_mastery)));
}

void CheckedProposals::enrol(Given given, const OwnEnrolment& how) {
    declare(Change::enrol);
    const PersonId who = living(given);
    const auto free = [&](PersonId one, Given number) {
        if (at_.state.programme_of(one).action != 0) {
            refuse(fill({"person {} is in a programme already", "la personne {} est déjà dans un dispositif"},
                        {std::to_string(number)}));
        }
        return one;
    };
    Proposals::Enrolment enrolment{.action = at_.number, .person = free(who, given), .until = after(how.months)};
    if (how.partner) {
        enrolment.partner = free(living(*how.partner), *how.partner);
        if (enrolment.partner == who) {
            refuse({"nobody is their own partner", "on n'est pas son propre partenaire"});
        }
    }
    if (how.into_training && !at_.state.persons[who].post.none()) {
        refuse(fill({"person {} holds a post (training is for people without one)",
                     "la personne {} occupe un poste (la formation est pour qui n'en a pas)"},
                    {std::to_string(given)}));
    }
    if (how.post) {
        enrolment.post = post(*how.post);
        const Post& kept = at_.state.posts[enrolment.post];
        if (!kept.is_vacancy() || kept.reserved != 0 || !given_.insert(enrolment.post.value).second) {
            refuse(fill({"post {} is not on offer, so that it cannot be kept for somebody",
                         "le poste {} n'est pas offert, on ne peut donc pas le garder à quelqu'un"},
                        {std::to_string(*how.post)}));
        }
    }
    if (how.wide_reach && !at_.setting.wide_reach) {
        refuse({"no action of the scenario declares wide_reach write wide_reach = True in the class",
                "aucune action du scénario ne déclare wide_reach écrivez wide_reach = True dans la classe"});
    }
    if (how.establishment) {
        enrolment.establishment = establishment(*how.establishment, true);
    }
    enrolment.into_training = how.into_training;
    if (how.occupation) {
        enrolment.occupation = code(*how.occupation, at_.setting.pack.occupations.size(), {"occupation", "métier"});
        enrolment.mastery = static_cast<float>(within(how.mastery, 0, 1, of_mastery));
    }
    enrolment.wide_reach = how.wide_reach;
    enrolment.learning_boost =
        static_cast<float>(within(how.learning_boost, 0, 100, {"learning_boost", "learning_boost"}));
    enrolment.partner_working_share =
        static_cast<float>(within(how.partner_working_share, 0, 1, {"partner_working_share", "partner_working_share"}));
    enrolment.retirement_share =
        static_cast<float>(within(how.retirement_share, 0, 1, {"retirement_share", "retirement_share"}));
    enrolment.working_share = static_cast<float>(within(how.working_share, 0, 1, {"working_share", "working_share"}));
    proposals_.enrol(enrolment);
}

void CheckedProposals::complete(Given given, int extra_applications) {
    declare(Change::complete);
    const PersonId who = living(given);
    if (at_.state.programme_of(who).action != at_.number) {
        refuse(fill({"person {} is not enrolled by this action", "la personne {} n'est pas suivie par cette action"},
                    {std::to_string(given)}));
    }
    const double more = within(extra_applications, 0, 20, {"extra_applications", "extra_applications"});
    proposals_.complete(who, static_cast<std::uint8_t>(more));
}

Person CheckedProposals::newcomer(const OwnNewcomer& who, std::initializer_list<Status> possible) {
    const Pack& pack = at_.setting.pack;
    const auto status = static_cast<Status>(word(status_words, who.status, {"status", "statut"}));
    if (std::find(possible.begin(), possible.end(), status) == possible.end()) {
        refuse({"newcomers without a post are unemployed or inactive", "on arrive sans poste unemployed ou inactive"});
    }
    const int age = static_cast<int>(within(who.age, 15, 75, {"age", "âge"}));
    const auto sex = static_cast<Sex>(word(sex_words, who.sex, {"sex", "sexe"}));
    const std::uint16_t zone = code(who.zone, pack.zones.size(), {"zone", "zone"});
    std::uint32_t hash =
        2166136261U;  // FNV-1a on words: the key comes from the month and the place in it, from no counter
    for (const std::uint32_t part : {std::uint32_t{at_.purpose.code}, std::uint32_t(at_.state.month), newcomers_++}) {
        hash = (hash ^ part) * 16777619U;
        hash ^= hash >> 15U;
    }
    const int school_years =
        std::min(age, 18 + static_cast<int>(word(education_words, who.education, {"education", "diplôme"})));
    Person person{.key = person_key(Origin::other, at_.state.month, hash),
                  .birth = static_cast<MonthIndex>(at_.state.month - 12 * age),
                  .sex = sex,
                  .education = static_cast<Education>(word(education_words, who.education, {"education", "diplôme"})),
                  .status = status,
                  .zone = zone,
                  .occupation = code(who.occupation, pack.occupations.size(), {"occupation", "métier"}),
                  .status_since = static_cast<MonthIndex>(at_.state.month)};
    person.career_start = static_cast<MonthIndex>(person.birth + 12 * school_years);
    // quarters are kept as of month 0, as for everybody who moves in
    person.quarters = static_cast<float>(std::max(0.0, (0.0 - person.career_start) / 3.0 * 0.9));
    person.mastery = static_cast<float>(within(who.mastery, 0, 1, of_mastery));
    return person;
}

void CheckedProposals::arrive(const OwnNewcomer& who) {
    declare(Change::arrive);
    proposals_.arrive(newcomer(who, {Status::unemployed, Status::inactive}));
}

void CheckedProposals::recruit(const OwnNewcomer& who, Given to, std::string_view contract) {
    declare(Change::recruit);
    const Contract kind = contract_at(word(contract_words, contract, {"contract", "contrat"}));
    const PostId where = taken(to, {}, kind);
    OwnNewcomer comer = who;
    comer.status = "outside";
    comer.occupation = at_.state.cells.occupation[at_.state.posts[where].cell];
    const Person person = newcomer(comer, {Status::outside});
    proposals_.recruit(person, where, kind, person.mastery);
}

// --- posts and establishments ---

void CheckedProposals::open_post(Given given) {
    declare(Change::open_post);
    const CellId where = cell(given);
    if (at_.state.establishments.closed[at_.state.cells.establishment[where]] != 0) {
        refuse(fill({"cell {} is of an establishment that has closed", "la cellule {} est d'un établissement fermé"},
                    {std::to_string(given)}));
    }
    proposals_.open_post(where);
}

void CheckedProposals::cut_post(Given given) {
    declare(Change::cut_post);
    proposals_.cut_post(taken(given, {}, Contract::open_ended));
}

void CheckedProposals::open_vacancy(Given given, std::string_view reason) {
    declare(Change::open_vacancy);
    const PostId where = vacant(given);
    if (at_.state.posts[where].is_vacancy()) {
        refuse(fill({"the employer recruits for post {} already", "l'employeur recrute déjà pour le poste {}"},
                    {std::to_string(given)}));
    }
    constexpr std::array<Word, 2> reasons{{{"replacement", {}}, {"growth", {}}}};
    const auto why =
        word(reasons, reason, {"reason", "motif"}) == 0 ? VacancyReason::replacement : VacancyReason::growth;
    proposals_.open_vacancy(where, why);
}

void CheckedProposals::abandon_vacancy(Given given) {
    declare(Change::abandon_vacancy);
    const PostId where = vacant(given);
    if (!at_.state.posts[where].is_vacancy()) {
        refuse(fill({"the employer does not recruit for post {}", "l'employeur ne recrute pas pour le poste {}"},
                    {std::to_string(given)}));
    }
    proposals_.abandon_vacancy(taken(given, {}, Contract::open_ended));
}

void CheckedProposals::relieve(Given given) {
    declare(Change::relieve);
    const PersonId who = worker(given);
    if (at_.state.posts[at_.state.persons[who].post].relieved != 0) {
        refuse(fill({"the successor of person {} is looked for already", "on cherche déjà à succéder à la personne {}"},
                    {std::to_string(given)}));
    }
    proposals_.relieve(at_.number, who);
}

void CheckedProposals::scale_target(Given given, double factor) {
    declare(Change::scale_target);
    proposals_.scale_target(cell(given), static_cast<float>(within(factor, 0, 100, {"factor", "facteur"})));
}

void CheckedProposals::close(Given given) {
    declare(Change::close);
    proposals_.close(establishment(given, true), ClosureReason::closure);
}

void CheckedProposals::support(Given given, int months, const Levers& levers) {
    declare(Change::support);
    const EstablishmentId where = establishment(given, true);
    const bool has = std::any_of(at_.state.supports.begin(), at_.state.supports.end(), [&](const Support& one) {
        return one.action == at_.number && one.establishment == where;
    });
    if (has) {
        refuse(fill({"the action supports establishment {} already", "l'action soutient déjà l'établissement {}"},
                    {std::to_string(given)}));
    }
    within(double{levers.quits}, 0, 1, {"quits", "quits"});
    within(double{levers.attraction}, 0, 100, {"attraction", "attraction"});
    within(double{levers.closing}, 0, 1, {"closing", "closing"});
    within(double{levers.from_inside}, 0, 1, {"from_inside", "from_inside"});
    proposals_.support({.establishment = where, .action = at_.number, .until = after(months), .levers = levers});
}

void CheckedProposals::withdraw(Given given) {
    declare(Change::withdraw);
    const EstablishmentId where = establishment(given, false);
    const bool has = std::any_of(at_.state.supports.begin(), at_.state.supports.end(), [&](const Support& one) {
        return one.action == at_.number && one.establishment == where;
    });
    if (!has) {
        refuse(fill({"the action does not support establishment {}", "l'action ne soutient pas l'établissement {}"},
                    {std::to_string(given)}));
    }
    proposals_.withdraw(at_.number, where);
}

void CheckedProposals::count(std::string_view what, double units) {
    declare(Change::count);
    const auto volume = static_cast<VolumeOf>(word(volume_words, what, {"volume", "volume"}));
    proposals_.count(at_.number, volume, static_cast<float>(within(units, 0, 1e6, {"units", "unités"})));
}

}  // namespace releve

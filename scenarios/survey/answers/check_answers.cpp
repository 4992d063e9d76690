#include "scenarios/survey/answers/check_answers.hpp"

#include "engine/base/fill.hpp"

#include <array>
#include <map>
#include <set>
#include <tuple>

namespace releve::survey {

namespace {

using Cell = std::pair<std::uint32_t, std::uint32_t>;  ///< establishment, occupation

std::string count(int number) { return std::to_string(number); }

/// "E0298, R2Z"
std::string name_of(const Answers& answers, const Pack& base, Cell cell) {
    return shown(answers.establishments[cell.first].id) + ", " + base.occupations.codes[cell.second];
}

template <class Lines, class Key>
void refuse_duplicates(const Lines& lines, Key key, Label what, Problems& problems) {
    std::set<decltype(key(lines.front()))> seen;
    for (const auto& line : lines) {
        if (!seen.insert(key(line)).second) {
            problems.add(line.where, fill({"{} stands twice (which one is right?) keep one of the lines",
                                           "{} est en double (laquelle est la bonne\u00a0?) gardez une des lignes"},
                                          {what}));
        }
    }
}

void check_duplicates(const Answers& answers, Problems& problems) {
    refuse_duplicates(
        answers.posts,
        [](const PostAnswer& post) {
            return Cell{post.establishment, post.occupation};
        },
        {"this occupation of the establishment", "ce métier de l'établissement"}, problems);
    refuse_duplicates(
        answers.recruitments,
        [](const RecruitmentAnswer& line) {
            return std::tuple{line.establishment, line.occupation, line.year, line.reason};
        },
        {"this occupation, year and reason", "ce métier, cette année et ce motif"}, problems);
    refuse_duplicates(
        answers.audit,
        [](const AuditAnswer& line) {
            return Cell{line.establishment, line.axis};
        },
        {"this axis of the establishment", "cet axe de l'établissement"}, problems);
}

void check_headcounts(const Answers& answers, Problems& problems) {
    std::vector<int> posts(answers.establishments.size(), 0);
    for (const PostAnswer& post : answers.posts) {
        posts[post.establishment] += post.posts;
    }
    for (std::size_t i = 0; i < posts.size(); ++i) {
        const EstablishmentAnswer& answer = answers.establishments[i];
        if (posts[i] != answer.headcount) {
            problems.add(
                answer.where,
                fill({"establishment {} has a headcount of {} and {} posts held on the sheet {} "
                      "(both count the people who work there) correct one of them",
                      "l'établissement {} a un effectif de {} et {} postes occupés dans la feuille "
                      "{} (les deux comptent les personnes qui y travaillent) corrigez l'un des "
                      "deux"},
                     {shown(answer.id), count(answer.headcount), count(posts[i]), survey_sheet("posts").name}));
        }
    }
}

void check_sizes(const Answers& answers, const Pack& base, Problems& problems) {
    const int most = size_bands.back().most - 1;
    for (const EstablishmentAnswer& answer : answers.establishments) {
        const bool owner_in_base =
            answer.in_base != no_index && base.establishments[answer.in_base].owner_birth_year != 0;
        const int employees = answer.headcount - (answer.owner_birth_year != 0 || owner_in_base ? 1 : 0);
        if (employees > most) {
            problems.add(answer.where,
                         fill({"{} employees (the largest size band ends at {}) tell the places of work "
                               "apart, one line each",
                               "{} salariés (la plus grande tranche d'effectif s'arrête à {}) séparez les "
                               "lieux de travail, une ligne chacun"},
                              {count(employees), count(most)}));
        }
    }
}

/// Each source alone: whether what one sheet tells of a cell fits in its posts.
template <class Lines, class Persons>
void check_room(const Answers& answers, const Pack& base, const Lines& lines, Persons persons, Problems& problems) {
    std::map<Cell, int> left;
    for (const PostAnswer& post : answers.posts) {
        left[{post.establishment, post.occupation}] += post.posts;
    }
    for (const auto& line : lines) {
        const Cell cell{line.establishment, line.occupation};
        const auto room = left.find(cell);
        if (room == left.end()) {
            problems.add(line.where,
                         fill({"no posts of this occupation ({} is not on the sheet {}) add its line there, or "
                               "correct the occupation",
                               "pas de postes de ce métier ({} n'est pas dans la feuille {}) ajoutez-y sa ligne, "
                               "ou corrigez le métier"},
                              {name_of(answers, base, cell), survey_sheet("posts").name}));
            continue;
        }
        const bool had_room = room->second >= 0;
        room->second -= persons(line);
        if (had_room && room->second < 0) {
            problems.add(line.where,
                         fill({"more people than posts held ({}: {} too many) add posts, or take people out",
                               "davantage de personnes que de postes occupés ({}\u00a0: {} de trop) ajoutez "
                               "des postes, ou ôtez des personnes"},
                              {name_of(answers, base, cell), count(-room->second)}));
        }
    }
}

void check_person(const PersonAnswer& person, int year, Problems& problems) {
    const int age = year - person.birth_year;
    if (age < youngest_age || age > oldest_age) {
        problems.add(person.where,
                     fill({"born in {}, hence {} years old in {} (from {} to {} is expected) correct the year",
                           "naissance en {}, soit {} ans en {} (de {} à {} attendus) corrigez l'année"},
                          {count(person.birth_year), count(age), count(year), count(youngest_age), count(oldest_age)}));
    } else if (person.hired != 0 && person.hired < person.birth_year + youngest_age) {
        problems.add(person.where, fill({"born in {} and hired in {} (before the age of {}) correct one of the years",
                                         "naissance en {} et embauche en {} (avant l'âge de {} ans) corrigez l'une des "
                                         "années"},
                                        {count(person.birth_year), count(person.hired), count(youngest_age)}));
    } else if (person.hired > year) {
        problems.add(person.where, fill({"hired in {} (the answers are of {}) correct the year",
                                         "embauche en {} (les réponses sont de {}) corrigez l'année"},
                                        {count(person.hired), count(year)}));
    }
}

/// People told without the month of the survey may have been hired up to any later year: only known months bind.
void check_people(const Answers& answers, const Pack& base, Problems& problems) {
    for (const PersonAnswer& person : answers.people) {
        const EstablishmentAnswer& answer = answers.establishments[person.establishment];
        check_person(person, answer.month ? answer.year(base) : std::max(answer.year(base), person.hired), problems);
    }
}

void check_bands(const Answers& answers, Problems& problems) {
    std::map<Cell, std::vector<const BandAnswer*>> seen;
    for (const BandAnswer& band : answers.bands) {
        if (band.to < band.from) {
            problems.add(band.where, fill({"a band from {} to {} years (the first age comes first) exchange them",
                                           "une tranche de {} à {} ans (le premier âge vient d'abord) échangez-les"},
                                          {count(band.from), count(band.to)}));
            continue;
        }
        auto& others = seen[{band.establishment, band.occupation}];
        for (const BandAnswer* other : others) {
            const bool same_people = band.sex == other->sex || band.sex < 0 || other->sex < 0;
            if (same_people && band.from <= other->to && other->from <= band.to) {
                problems.add(band.where,
                             fill({"the band from {} to {} overlaps that from {} to {} (people would be "
                                   "counted twice) separate them",
                                   "la tranche de {} à {} ans chevauche celle de {} à {} ans (on compterait "
                                   "des personnes deux fois) séparez-les"},
                                  {count(band.from), count(band.to), count(other->from), count(other->to)}));
                break;
            }
        }
        others.push_back(&band);
    }
}

}  // namespace

void check_answers(const Answers& answers, const Pack& base, ChecksPossible possible, Problems& problems) {
    check_duplicates(answers, problems);
    check_sizes(answers, base, problems);
    check_people(answers, base, problems);
    check_bands(answers, problems);
    if (possible.posts_known) {
        check_headcounts(answers, problems);
        check_room(
            answers, base, answers.people, [](const PersonAnswer&) { return 1; }, problems);
        check_room(
            answers, base, answers.bands, [](const BandAnswer& band) { return band.persons; }, problems);
    }
}

}  // namespace releve::survey

#include "engine/base/fill.hpp"
#include "engine/inputs/tables/columns.hpp"

#include <map>

namespace releve::tables {

namespace {

constexpr int youngest = 14, oldest = 100;  // [years] beyond, a year of birth is a slip of the pen

constexpr TableColumn columns[] = {
    {.name = "establishment",
     .type = ColumnType::code,
     .refers_to = "establishments",
     .meaning = {"establishment", "établissement"}},
    occupation_column,
    {.name = "persons",
     .type = ColumnType::integer,
     .unit = "person",
     .least = 1,
     .most = 100'000,
     .meaning = {"people of whom all the line says is true", "personnes dont tout ce que dit la ligne est vrai"}},
    {.name = "born_from",
     .type = ColumnType::integer,
     .unit = "year",
     .least = 1900,
     .most = 2200,
     .meaning = {"first year in which they may be born", "première année où elles ont pu naître"}},
    {.name = "born_to",
     .type = ColumnType::integer,
     .unit = "year",
     .least = 1900,
     .most = 2200,
     .meaning = {"last year in which they may be born, included; the same where the year is known",
                 "dernière année où elles ont pu naître, comprise\u00a0; la même si l'année est connue"}},
    {.name = "sex",
     .type = ColumnType::word,
     .required = false,
     .blank = true,
     .words = sex_words,
     .meaning = {"sex; blank: not told", "sexe\u00a0; vide\u00a0: non dit"}},
    {.name = "contract",
     .type = ColumnType::word,
     .required = false,
     .blank = true,
     .words = contract_words,
     .meaning = {"contract; blank: not told", "contrat\u00a0; vide\u00a0: non dit"}},
    {.name = "hired",
     .type = ColumnType::integer,
     .unit = "year",
     .least = 1900,
     .most = 2200,
     .required = false,
     .blank = true,
     .meaning = {"year of hiring; blank: not told", "année d'embauche\u00a0; vide\u00a0: non dite"}},
    {.name = "mastery",
     .type = ColumnType::share,
     .unit = "1",
     .required = false,
     .blank = true,
     .meaning = {"mastery of the occupation, from 0 to 1; blank: not told",
                 "maîtrise du métier, de 0 à 1\u00a0; vide\u00a0: non dite"}},
};

void check_line(const TableRows& rows, std::size_t row, const WorkerRow& worker, int start, Problems& problems) {
    if (worker.born_to < worker.born_from) {
        problems.add(rows.where(row, "born_to"),
                     fill({"{} is before born_from (the years go from the first to the last) exchange them",
                           "{} précède born_from (les années vont de la première à la dernière) échangez-les"},
                          {std::to_string(worker.born_to)}));
    }
    if (start - worker.born_to < youngest || start - worker.born_from > oldest) {
        problems.add(
            rows.where(row, "born_from"),
            fill({"born in {} to {}, hence {} to {} years old at the start (from {} to {} is expected) correct "
                  "the year",
                  "naissance de {} à {}, soit de {} à {} ans au départ (de {} à {} attendus) corrigez l'année"},
                 {std::to_string(worker.born_from), std::to_string(worker.born_to),
                  std::to_string(start - worker.born_to), std::to_string(start - worker.born_from),
                  std::to_string(youngest), std::to_string(oldest)}));
    }
    if (worker.hired != 0 && (worker.hired > start || worker.hired < worker.born_from + youngest)) {
        problems.add(rows.where(row, "hired"),
                     fill({"hired in {} (after the start, or before the age of {}) correct the year",
                           "embauche en {} (après le départ, ou avant l'âge de {} ans) corrigez l'année"},
                          {std::to_string(worker.hired), std::to_string(youngest)}));
    }
}

/// No more people than posts of the occupation in the establishment.
void check_posts(const TableRows& rows, const Pack& pack, Problems& problems) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, int> left;
    for (const PostRow& post : pack.posts) {
        left[{post.establishment, post.occupation}] += post.posts;
    }
    for (std::size_t row = 0; row < rows.count(); ++row) {
        const WorkerRow& worker = pack.workers[row];
        const std::pair cell{worker.establishment, worker.occupation};
        const bool had_room = left[cell] >= 0;
        left[cell] -= worker.persons;
        if (had_room && left[cell] < 0) {
            problems.add(rows.where(row, "persons"),
                         fill({"more people than posts of {} in {} (posts.csv has {} fewer) add posts there, or take "
                               "people out",
                               "davantage de personnes que de postes de {} dans {} (il en manque {} dans posts.csv) "
                               "ajoutez-y des postes, ou ôtez des personnes"},
                              {shown(rows.text(row, "occupation")), shown(rows.text(row, "establishment")),
                               std::to_string(-left[cell])}));
        }
    }
}

void load(const TableRows& rows, Pack& pack, Problems& problems) {
    const int start = pack.calendar.start.year();
    for (std::size_t row = 0; row < rows.count(); ++row) {
        WorkerRow worker{.establishment = rows.code(row, "establishment"),
                         .occupation = rows.code(row, "occupation"),
                         .persons = rows.integer(row, "persons"),
                         .born_from = rows.integer(row, "born_from"),
                         .born_to = rows.integer(row, "born_to"),
                         .sex = rows.position_or_all(row, "sex"),
                         .contract = rows.position_or_all(row, "contract"),
                         .hired = rows.integer(row, "hired")};
        if (!rows.blank(row, "mastery")) {
            worker.mastery = rows.number(row, "mastery");
        }
        check_line(rows, row, worker, start, problems);
        pack.workers.push_back(worker);
    }
    check_posts(rows, pack, problems);
}

}  // namespace

constinit const Table workers = {
    .name = "workers",
    .meaning = {"people in post whom a survey of employers knows, without their names",
                "personnes en poste qu'une enquête auprès des employeurs fait connaître, sans leur nom"},
    .columns = columns,
    .needed_by = "synthesis, diagnose",
    .load = load,
};

}  // namespace releve::tables

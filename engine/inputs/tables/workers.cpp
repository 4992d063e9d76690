#include "engine/base/fill.hpp"
#include "engine/inputs/known_ages.hpp"
#include "engine/inputs/tables/columns.hpp"

#include <cstdint>
#include <map>

namespace releve::tables {

namespace {

constexpr int oldest = 100;  // [years] beyond, a year of birth is a slip of the pen

constexpr TableColumn columns[] = {
    establishment_column,
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
     .least = 0,
     .most = 1,
     .required = false,
     .blank = true,
     .meaning = {"mastery of the occupation, from 0 to 1; blank: not told",
                 "maîtrise du métier, de 0 à 1\u00a0; vide\u00a0: non dite"}},
};

/// Ages of which the pack knows workers [months].
AgeSpan ages_known(const Pack& pack) {
    if (pack.age_bands.empty()) {
        return {youngest_hired, oldest * 12 + 11};
    }
    AgeSpan known = span_of(pack.age_bands.front());
    for (const AgeBand& band : pack.age_bands) {
        known.youngest = std::min(known.youngest, span_of(band).youngest);
        known.oldest = std::max(known.oldest, span_of(band).oldest);
    }
    return common(known, {0, oldest * 12 + 11});
}

/// Each year told must hold a month of birth of somebody old enough and not too old.
void check_birth(const TableRows& rows, std::size_t row, const WorkerRow& worker, const Pack& pack,
                 Problems& problems) {
    if (worker.born_to < worker.born_from) {
        problems.add(rows.where(row, "born_to"),
                     fill({"{} is before born_from (the years go from the first to the last) exchange them",
                           "{} précède born_from (les années vont de la première à la dernière) échangez-les"},
                          {std::to_string(worker.born_to)}));
        return;
    }
    const AgeSpan known = ages_known(pack);
    const Month start = pack.calendar.start;
    const int least = (start - Month::of(worker.born_to, 12)) / 12;
    const int most = (start - Month::of(worker.born_from, 1)) / 12;
    if (start - Month::of(worker.born_to, 1) < known.youngest ||
        start - Month::of(worker.born_from, 12) > known.oldest) {
        problems.add(
            rows.where(row, "born_from"),
            fill({"born in {} to {}, hence {} to {} years old at the start (from {} to {} is expected) correct "
                  "the year",
                  "naissance de {} à {}, soit de {} à {} ans au départ (de {} à {} attendus) corrigez l'année"},
                 {std::to_string(worker.born_from), std::to_string(worker.born_to), std::to_string(least),
                  std::to_string(most), std::to_string(known.youngest / 12), std::to_string(known.oldest / 12)}));
    }
}

void check_hire(const TableRows& rows, std::size_t row, const WorkerRow& worker, const Pack& pack, Problems& problems) {
    const Month start = pack.calendar.start;
    if (worker.hired == 0 || worker.born_to < worker.born_from) {
        return;
    }
    if (worker.hired > start.year()) {
        problems.add(rows.where(row, "hired"),
                     fill({"hired in {} (after {}, when the pack starts: the table says who is in post then) leave it "
                           "blank, or take the person out",
                           "embauche en {} (après {}, où commence le territoire\u00a0: la table dit qui est alors en "
                           "poste) laissez vide, ou ôtez la personne"},
                          {std::to_string(worker.hired), to_string(start)}));
    } else if (told_ages(worker, start).empty()) {
        problems.add(
            rows.where(row, "hired"),
            fill(
                {"hired in {}, born in {} or later (before the age of {}) correct one of the years",
                 "embauche en {}, naissance en {} ou après (avant l'âge de {} ans) corrigez l'une des années"},
                {std::to_string(worker.hired), std::to_string(worker.born_from), std::to_string(youngest_hired / 12)}));
    }
}

/// Only ordinary establishments are handed over, or close, when their owner leaves.
void check_owner(const TableRows& rows, std::size_t row, const WorkerRow& worker, const Pack& pack,
                 Problems& problems) {
    const EstablishmentKind kind = pack.establishments[worker.establishment].kind;
    if (worker.contract == static_cast<std::int32_t>(Contract::owner) && kind != EstablishmentKind::ordinary) {
        problems.add(
            rows.where(row, "contract"),
            fill({"an owner in {} ({}: nobody owns it) write another contract, or correct the kind of "
                  "establishment",
                  "un patron dans {} ({}\u00a0: personne ne le possède) écrivez un autre contrat, ou corrigez la "
                  "nature de l'établissement"},
                 {shown(rows.text(row, "establishment")),
                  establishment_kind_words[static_cast<std::size_t>(kind)].label}));
    }
}

/// No more people than posts of the occupation in the establishment; told once, where the posts run out.
void check_posts(const TableRows& rows, const Pack& pack, Problems& problems) {
    if (pack.posts.empty()) {
        return;  // its own problems are told
    }
    using Cell = std::pair<std::uint32_t, std::uint32_t>;
    std::map<Cell, std::int64_t> left;
    for (const PostRow& post : pack.posts) {
        left[{post.establishment, post.occupation}] += post.posts;
    }
    std::map<Cell, std::size_t> too_many;  // first line without room
    for (std::size_t row = 0; row < rows.count(); ++row) {
        const Cell cell{pack.workers[row].establishment, pack.workers[row].occupation};
        left[cell] -= pack.workers[row].persons;
        if (left[cell] < 0) {
            too_many.emplace(cell, row);
        }
    }
    for (const auto& [cell, row] : too_many) {
        problems.add(rows.where(row, "persons"),
                     fill({"more people than posts of {} in {} (posts.csv has {} fewer) add posts there, or take "
                           "people out",
                           "davantage de personnes que de postes de {} dans {} (il en manque {} dans posts.csv) "
                           "ajoutez-y des postes, ou ôtez des personnes"},
                          {shown(rows.text(row, "occupation")), shown(rows.text(row, "establishment")),
                           std::to_string(-left[cell])}));
    }
}

void load(const TableRows& rows, Pack& pack, Problems& problems) {
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
        check_birth(rows, row, worker, pack, problems);
        check_hire(rows, row, worker, pack, problems);
        check_owner(rows, row, worker, pack, problems);
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
    .confidential = true,
    .needed_by = "synthesis, diagnose",
    .load = load,
};

}  // namespace releve::tables

#include "scenarios/survey/answers/known_people.hpp"

#include "engine/base/fill.hpp"

#include <algorithm>
#include <map>

namespace releve::survey {

namespace {

using Cell = std::pair<std::uint32_t, std::uint32_t>;  ///< establishment, occupation

struct CellAnswers {
    std::vector<const PersonAnswer*> people;
    std::vector<BandAnswer> bands;  ///< copies: people are taken out of them
    int posts = 0;
};

std::map<Cell, CellAnswers> by_cell(const Answers& answers) {
    std::map<Cell, CellAnswers> cells;
    for (const PersonAnswer& person : answers.people) {
        cells[{person.establishment, person.occupation}].people.push_back(&person);
    }
    for (const BandAnswer& band : answers.bands) {
        cells[{band.establishment, band.occupation}].bands.push_back(band);
    }
    for (const PostAnswer& post : answers.posts) {
        if (const auto cell = cells.find({post.establishment, post.occupation}); cell != cells.end()) {
            cell->second.posts = post.posts;
        }
    }
    return cells;
}

/// Takes each person out of a band of their age and sex; gives those whom no band has room for.
std::vector<const PersonAnswer*> taken_out(CellAnswers& cell, int year) {
    std::vector<const PersonAnswer*> without_band;
    for (const PersonAnswer* person : cell.people) {
        const int age = year - person->birth_year;
        const auto fits = [&](const BandAnswer& band) {
            const bool sex = band.sex < 0 || person->sex < 0 || band.sex == person->sex;
            return band.persons > 0 && age >= band.from && age <= band.to && sex;
        };
        const auto band = std::find_if(cell.bands.begin(), cell.bands.end(), fits);
        if (band == cell.bands.end()) {
            without_band.push_back(person);
        } else {
            --band->persons;
        }
    }
    return without_band;
}

/// Counts by establishment, told once for each.
struct Told {
    std::string where;
    int persons = 0;
    void add(const std::string& cell, int count) {
        where = where.empty() ? cell : where;
        persons += count;
    }
};

class PeopleReader {
public:
    PeopleReader(const Answers& answers, const Pack& base, std::vector<Finding>& findings, Problems& problems)
        : answers_(answers),
          base_(base),
          findings_(findings),
          problems_(problems) {}

    std::vector<KnownPeople> read() {
        for (auto& [cell, told] : by_cell(answers_)) {
            read_cell(cell, told);
        }
        tell();
        return merged();
    }

private:
    int start() const { return base_.calendar.start.year(); }

    void read_cell(Cell cell, CellAnswers told) {
        const int year = answers_.establishments[cell.first].year(base_);
        const auto without_band = told.bands.empty() ? std::vector<const PersonAnswer*>{} : taken_out(told, year);
        int together = static_cast<int>(told.people.size());
        for (const BandAnswer& band : told.bands) {
            together += band.persons;
        }
        if (!without_band.empty()) {
            tell_without_band(cell, without_band, together - told.posts);
        }
        for (const PersonAnswer* person : told.people) {
            add_person(*person);
        }
        for (const BandAnswer& band : told.bands) {
            add_band(band, year);
        }
    }

    void tell_without_band(Cell cell, const std::vector<const PersonAnswer*>& people, int too_many) {
        const Text what =
            fill({"{}, {}: {} of the sheet {} in no age band of the sheet {} (the first was born in {})",
                  "{}, {}\u00a0: {} de la feuille {} dans aucune tranche de la feuille {} (la première est née en {})"},
                 {shown(answers_.establishments[cell.first].id), base_.occupations.codes[cell.second],
                  std::to_string(people.size()), survey_sheet("people").name, survey_sheet("age_bands").name,
                  std::to_string(people.front()->birth_year)});
        if (too_many > 0) {
            problems_.add(
                people.front()->where,
                fill({"more people than posts held ({}; both sheets together make {} too many) correct the bands "
                      "or the birth years",
                      "davantage de personnes que de postes occupés ({}\u00a0; les deux feuilles ensemble en font "
                      "{} de trop) corrigez les tranches ou les années de naissance"},
                     {what, std::to_string(too_many)}));
        } else {
            findings_.push_back({FindingKind::contradiction, people.front()->where, what});
        }
    }

    void add_person(const PersonAnswer& person) {
        const int age = start() - person.birth_year;
        if (age < youngest_age || age > oldest_age) {
            left_out_[person.establishment].add(person.where, 1);
            return;
        }
        const bool later = person.hired > start();
        if (later) {
            hired_later_[person.establishment].add(person.where, 1);
        }
        known_.push_back({person.establishment, person.occupation, person.birth_year, person.birth_year, person.sex,
                          person.contract, later ? 0 : person.hired});
    }

    void add_band(const BandAnswer& band, int year) {
        const int from = std::max(year - band.to, start() - oldest_age);
        const int to = std::min(year - band.from, start() - youngest_age);
        if (band.persons > 0 && from > to) {
            left_out_[band.establishment].add(band.where, band.persons);
        } else if (band.persons > 0) {
            if (from != year - band.to || to != year - band.from) {
                narrowed_[band.establishment].add(band.where, band.persons);
            }
            known_.push_back({band.establishment, band.occupation, from, to, band.sex, -1, 0, band.persons});
        }
    }

    void tell_each(const std::map<std::uint32_t, Told>& told, FindingKind kind, Label pattern) {
        for (const auto& [establishment, count] : told) {
            findings_.push_back({kind, count.where,
                                 fill(pattern, {shown(answers_.establishments[establishment].id),
                                                std::to_string(count.persons), to_string(base_.calendar.start)})});
        }
    }

    void tell() {
        tell_each(
            hired_later_, FindingKind::left_out,
            {"{}: {} hired after the territory's data begin ({}): their year of hiring is left blank",
             "{}\u00a0: {} embauches après le début des données du territoire ({})\u00a0: année d'embauche laissée "
             "vide"});
        tell_each(
            left_out_, FindingKind::left_out,
            {"{}: {} too young or too old to work when the territory's data begin ({}): not among the known people",
             "{}\u00a0: {} trop jeunes ou trop âgés pour travailler au début des données du territoire ({})\u00a0: "
             "pas parmi les personnes connues"});
        tell_each(
            narrowed_, FindingKind::assumed,
            {"{}: {} in a band that reaches beyond working ages when the territory's data begin ({}): the band is "
             "narrowed to those ages",
             "{}\u00a0: {} dans une tranche qui dépasse les âges de travail au début des données du territoire "
             "({})\u00a0: tranche ramenée à ces âges"});
    }

    /// Alike people on one line, in the order of what is known of them.
    std::vector<KnownPeople> merged() {
        std::sort(known_.begin(), known_.end());
        std::vector<KnownPeople> lines;
        for (const KnownPeople& people : known_) {
            KnownPeople alike = people;
            if (!lines.empty()) {
                alike.persons = lines.back().persons;
            }
            if (!lines.empty() && alike == lines.back()) {
                lines.back().persons += people.persons;
            } else {
                lines.push_back(people);
            }
        }
        return lines;
    }

    const Answers& answers_;
    const Pack& base_;
    std::vector<Finding>& findings_;
    Problems& problems_;
    std::vector<KnownPeople> known_;
    std::map<std::uint32_t, Told> hired_later_, left_out_, narrowed_;  // by establishment
};

}  // namespace

std::vector<KnownPeople> known_people(const Answers& answers, const Pack& base, std::vector<Finding>& findings,
                                      Problems& problems) {
    return PeopleReader(answers, base, findings, problems).read();
}

}  // namespace releve::survey

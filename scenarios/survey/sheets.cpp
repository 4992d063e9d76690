#include "scenarios/survey/sheets.hpp"

#include <algorithm>
#include <cassert>

namespace releve::survey {

namespace {

/// The establishment that a line of another sheet is about.
constexpr SheetColumn establishment_column{
    .key = "establishment",
    .title = {"Establishment", "Établissement"},
    .type = FieldType::identifier,
    .required = true,
    .blank_when_alone = true,
    .help = {"Identifier as on the sheet Establishments. May be left blank if that sheet has one line only.",
             "Identifiant donné dans la feuille Établissements. Peut rester vide si cette feuille n'a qu'une ligne."}};
constexpr SheetColumn occupation_column{
    .key = "occupation",
    .title = {"Occupation", "Métier"},
    .type = FieldType::code,
    .required = true,
    .list = "occupations",
    .help = {"Choose it in the list, or write its code (FAP).", "À choisir dans la liste, ou son code (FAP)."}};
constexpr SheetColumn sex_column{
    .key = "sex",
    .title = {"Sex", "Sexe"},
    .type = FieldType::word,
    .words = person_words,
    .help = {"Leave blank if you would rather not tell.", "Laisser vide si vous préférez ne pas le dire."}};

constexpr SheetColumn establishment_columns[] = {
    {.key = "establishment",
     .title = {"Identifier", "Identifiant"},
     .type = FieldType::identifier,
     .required = true,
     .help = {"The identifier given with this workbook, or the SIRET of the place of work. Never a person's name.",
              "L'identifiant donné avec ce classeur, ou le SIRET du lieu de travail. Jamais le nom d'une personne."}},
    {.key = "zone",
     .title = {"Commune", "Commune"},
     .type = FieldType::code,
     .required = true,
     .list = "zones",
     .help = {"Where the place of work stands: INSEE code or name.",
              "Où se trouve le lieu de travail\u00a0: code INSEE ou nom."}},
    {.key = "sector",
     .title = {"Sector", "Secteur"},
     .type = FieldType::code,
     .required = true,
     .list = "sectors",
     .help = {"The main activity: choose it in the list.", "L'activité principale\u00a0: à choisir dans la liste."}},
    {.key = "headcount",
     .title = {"Headcount", "Effectif"},
     .type = FieldType::integer,
     .required = true,
     .least = 1,
     .most = most_headcount,
     .help = {"People who work there now, whatever their contract, the owner included.",
              "Personnes qui y travaillent aujourd'hui, quel que soit leur contrat, patron compris."}},
    {.key = "kind",
     .title = {"Kind", "Nature"},
     .type = FieldType::word,
     .blank_tells = true,
     .words = establishment_kind_words,
     .help = {"Left blank: as the data of the territory say, else ordinary.",
              "Laissée vide\u00a0: celle que disent les données du territoire, sinon ordinaire."}},
    {.key = "owner_birth_year",
     .title = {"Owner's birth year", "Année de naissance du patron"},
     .type = FieldType::year,
     .blank_tells = true,
     .least = first_birth_year,
     .most = 2020,
     .help = {"Of the owner who runs the place, four digits. Left blank: none, or as the data of the territory say.",
              "De la patronne ou du patron qui exploite, quatre chiffres. Laissée vide\u00a0: personne, ou ce que "
              "disent les données du territoire."}},
    {.key = "month",
     .title = {"Month of the survey", "Mois de l'enquête"},
     .type = FieldType::month,
     .help = {"Year and month of your answers, such as 2014-03.", "Année et mois des réponses, comme 2014-03."}},
};

constexpr SheetColumn post_columns[] = {
    establishment_column,
    occupation_column,
    {.key = "posts",
     .title = {"Posts held", "Postes occupés"},
     .type = FieldType::integer,
     .required = true,
     .least = 1,
     .most = most_headcount,
     .help = {"Posts of this occupation that somebody holds. Over all lines their sum is the headcount.",
              "Postes de ce métier que quelqu'un occupe. Leur somme sur toutes les lignes est l'effectif."}},
    {.key = "vacant",
     .title = {"Vacant now", "Vacants aujourd'hui"},
     .type = FieldType::integer,
     .least = 0,
     .most = most_headcount,
     .help = {"Further posts of this occupation that you are trying to fill now.",
              "Autres postes de ce métier que vous cherchez à pourvoir aujourd'hui."}},
    {.key = "hard_to_fill",
     .title = {"Hard to fill", "Difficiles à pourvoir"},
     .type = FieldType::yes_no,
     .help = {"Yes if such a post usually takes more than three months to fill.",
              "Oui si un tel poste met d'ordinaire plus de trois mois à être pourvu."}},
};

constexpr SheetColumn people_columns[] = {
    establishment_column,
    occupation_column,
    {.key = "birth_year",
     .title = {"Birth year", "Année de naissance"},
     .type = FieldType::year,
     .required = true,
     .least = first_birth_year,
     .most = last_year,
     .help = {"The year only, four digits. Never the day, never a name.",
              "L'année seule, quatre chiffres. Jamais le jour, jamais un nom."}},
    sex_column,
    {.key = "contract",
     .title = {"Contract", "Contrat"},
     .type = FieldType::word,
     .words = contract_words,
     .help = {"Choose it in the list; blank if not told.", "À choisir dans la liste\u00a0; vide si non dit."}},
    {.key = "hired",
     .title = {"Year of hiring", "Année d'embauche"},
     .type = FieldType::year,
     .least = first_birth_year,
     .most = last_year,
     .help = {"Year in which this person began to work here.", "Année où cette personne a commencé à travailler ici."}},
};

constexpr SheetColumn age_band_columns[] = {
    establishment_column,
    occupation_column,
    {.key = "from_age",
     .title = {"From age", "De (âge)"},
     .type = FieldType::integer,
     .required = true,
     .least = youngest_age,
     .most = oldest_age,
     .help = {"First age of the band, reached in the year of the survey.",
              "Premier âge de la tranche, atteint dans l'année de l'enquête."}},
    {.key = "to_age",
     .title = {"To age", "À (âge)"},
     .type = FieldType::integer,
     .required = true,
     .least = youngest_age,
     .most = oldest_age,
     .help = {"Last age of the band, included.", "Dernier âge de la tranche, compris."}},
    sex_column,
    {.key = "persons",
     .title = {"Persons", "Personnes"},
     .type = FieldType::integer,
     .required = true,
     .least = 0,
     .most = most_headcount,
     .help = {"How many people of this occupation are of these ages.",
              "Combien de personnes de ce métier ont ces âges."}},
};

constexpr SheetColumn recruitment_columns[] = {
    establishment_column,
    occupation_column,
    {.key = "year",
     .title = {"Year", "Année"},
     .type = FieldType::year,
     .required = true,
     .least = 2000,
     .most = last_year,
     .help = {"Year in which you expect to recruit.", "Année où vous comptez recruter."}},
    {.key = "reason",
     .title = {"Reason", "Motif"},
     .type = FieldType::word,
     .required = true,
     .words = planned_reason_words,
     .help = {"Choose it in the list.", "À choisir dans la liste."}},
    {.key = "persons",
     .title = {"Persons", "Personnes"},
     .type = FieldType::integer,
     .required = true,
     .least = 1,
     .most = most_headcount,
     .help = {"How many people.", "Combien de personnes."}},
    {.key = "difficult",
     .title = {"Expected to be hard", "Jugé difficile"},
     .type = FieldType::yes_no,
     .help = {"Yes if you expect it to be hard; blank if you cannot tell.",
              "Oui si vous pensez que ce sera difficile\u00a0; vide si vous ne savez pas."}},
};

constexpr SheetColumn audit_columns[] = {
    establishment_column,
    {.key = "axis",
     .title = {"Axis", "Axe"},
     .type = FieldType::code,
     .required = true,
     .given = true,
     .list = "audit_axes",
     .help = {"One line for each axis; already filled in.", "Une ligne par axe\u00a0; déjà remplie."}},
    {.key = "question",
     .title = {"Question", "Question"},
     .given = true,
     .help = {"What the axis asks, and what scores of 0 and of 4 look like; already filled in.",
              "Ce que demande l'axe, et à quoi ressemblent une note de 0 et une de 4\u00a0; déjà remplie."}},
    {.key = "score",
     .title = {"Score (0 to 4)", "Note (0 à 4)"},
     .type = FieldType::score,
     .required = true,
     .least = least_score,
     .most = most_score,
     .help = {"A whole number from 0 (weak) to 4 (strong).", "Un entier de 0 (faible) à 4 (fort)."}},
    {.key = "weak_point",
     .title = {"Weak point", "Point faible"},
     .help = {"In a few words, without naming anybody.", "En quelques mots, sans nommer personne."}},
    {.key = "evidence",
     .title = {"Evidence", "Éléments constatés"},
     .help = {"What the score rests on: a document seen, a figure, an interview.",
              "Ce qui fonde la note\u00a0: un document vu, un chiffre, un entretien."}},
};

constexpr SheetRecord sheets[] = {
    {.key = "establishments",
     .name = {"Establishments", "Établissements"},
     .meaning = {"One line for each place of work.", "Une ligne par lieu de travail."},
     .columns = establishment_columns,
     .required = true},
    {.key = "posts",
     .name = {"Posts", "Postes"},
     .meaning = {"One line for each occupation of an establishment.", "Une ligne par métier d'un établissement."},
     .columns = post_columns,
     .required = true},
    {.key = "people",
     .name = {"People", "Personnes"},
     .meaning = {"One line for each person, by birth year only; optional, or use the age bands.",
                 "Une ligne par personne, par année de naissance seulement\u00a0; facultatif, ou bien les tranches "
                 "d'âge."},
     .columns = people_columns},
    {.key = "age_bands",
     .name = {"Age bands", "Tranches d'âge"},
     .meaning = {"How many people of each occupation by age, for whoever prefers not to list them; optional.",
                 "Combien de personnes de chaque métier par âge, pour qui préfère ne pas en faire la liste\u00a0; "
                 "facultatif."},
     .columns = age_band_columns},
    {.key = "recruitments",
     .name = {"Recruitments", "Recrutements"},
     .meaning = {"Recruitments you expect; optional.", "Recrutements que vous prévoyez\u00a0; facultatif."},
     .columns = recruitment_columns},
    {.key = "audit",
     .name = {"Audit", "Audit"},
     .meaning = {"A score from 0 to 4 on each axis.", "Une note de 0 à 4 sur chaque axe."},
     .columns = audit_columns},
};

}  // namespace

std::span<const SheetRecord> survey_sheets() { return sheets; }

const SheetRecord& survey_sheet(std::string_view key) {
    const auto* found =
        std::find_if(std::begin(sheets), std::end(sheets), [&](const SheetRecord& sheet) { return sheet.key == key; });
    assert(found != std::end(sheets));
    return *found;
}

std::size_t fields_of_a_firm(std::size_t axes) {
    std::size_t fields = 0;
    for (const SheetRecord& sheet : sheets) {
        const bool audit = sheet.key == "audit";
        if (!sheet.required && !audit) {
            continue;
        }
        for (const SheetColumn& column : sheet.columns) {
            const bool asked = column.required && !column.blank_when_alone && !column.given;
            fields += asked ? (audit ? axes : 1) : 0;
        }
    }
    return fields;
}

}  // namespace releve::survey

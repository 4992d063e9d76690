#include "scenarios/survey/template/read_me.hpp"

#include "engine/base/fill.hpp"
#include "scenarios/survey/template/answer_sheet.hpp"
#include "scenarios/survey/template/writer.hpp"

#include <algorithm>
#include <xlsxwriter.h>

namespace releve::survey {

namespace {

/// A line of the sheet: what stands left, and the text beside it.
struct Entry {
    Label name;
    Label text;
};

constexpr Label heading{"Survey of employers: jobs, ages, competences",
                        "Enquête auprès des employeurs\u00a0: métiers, âges, "
                        "compétences"};

constexpr Label purpose_title{"What it is for", "À quoi elle sert"};
constexpr Entry purpose[] = {
    {{"Why you", "Pourquoi vous"},
     {"Many people will retire in the coming years. Knowing where, and in which occupations, lets employers, schools "
      "and "
      "public services prepare together. What published figures cannot tell is what you know of your own team.",
      "Beaucoup de personnes partiront à la retraite dans les prochaines années. Savoir où, et dans quels métiers, "
      "permet "
      "aux employeurs, aux écoles et aux services publics de s'y préparer ensemble. Ce que les chiffres publiés ne "
      "disent "
      "pas, vous le savez de votre équipe."}},
    {{"What you get", "Ce que vous en tirez"},
     {"For your establishment: departures to expect within five years with their uncertainty, weak points, and actions "
      "worth considering, with what they may cost and who may share them.",
      "Pour votre établissement\u00a0: les départs à attendre dans les cinq ans, avec leur incertitude, les points "
      "faibles, "
      "et des actions à étudier, avec ce qu'elles peuvent coûter et avec qui les partager."}},
    {{"Time needed", "Temps nécessaire"},
     {"Half an hour for an establishment of some twenty people, with the staff register at hand.",
      "Une demi-heure pour un établissement d'une vingtaine de personnes, registre du personnel sous la main."}},
};

constexpr Label filling_title{"How to fill it in", "Comment la remplir"};
constexpr Entry filling[] = {
    {{"1. Establishments", "1. Établissements"},
     {"One line: identifier, commune, sector, headcount.",
      "Une ligne\u00a0: identifiant, commune, secteur, effectif."}},
    {{"2. Posts", "2. Postes"},
     {"One line for each occupation and how many people hold it.",
      "Une ligne par métier et le nombre de personnes qui l'exercent."}},
    {{"3. People or age bands", "3. Personnes ou tranches d'âge"},
     {"Optional, one or the other: birth years one by one, or how many people of each age band. A part is worth "
      "having: "
      "nothing is filled in for you.",
      "Facultatif, l'une ou l'autre\u00a0: les années de naissance une à une, ou le nombre de personnes par tranche "
      "d'âge. "
      "Une partie suffit déjà\u00a0: rien n'est rempli à votre place."}},
    {{"4. Recruitments", "4. Recrutements"},
     {"Optional: those you expect.", "Facultatif\u00a0: ceux que vous prévoyez."}},
    {{"5. Audit", "5. Audit"},
     {"A score from 0 to 4 for each axis. There is no good or bad answer: a low score shows where help is useful.",
      "Une note de 0 à 4 par axe. Il n'y a pas de bonne réponse\u00a0: une note basse montre où une aide est utile."}},
    {{"Rules", "Règles"},
     {"Columns marked * must be filled in; they are on a cream background. Choose in the drop-down lists where there "
      "are "
      "some (the sheet Lists shows them all). Values only: no formulas, no merged cells. Keep the names of the sheets "
      "and "
      "the titles of the columns. Leave blank what you do not know or would rather not tell. Save as .xlsx.",
      "Les colonnes marquées * sont à remplir\u00a0; elles sont sur fond crème. Choisissez dans les listes déroulantes "
      "quand "
      "il y en a (la feuille Listes les montre toutes). Des valeurs seulement\u00a0: ni formules, ni cellules "
      "fusionnées. "
      "Gardez les noms des feuilles et les titres des colonnes. Laissez vide ce que vous ne savez pas ou ne souhaitez "
      "pas "
      "dire. Enregistrez au format .xlsx."}},
    {{"One establishment only", "Un seul établissement"},
     {"The column Establishment of the other sheets may then stay blank.",
      "La colonne Établissement des autres feuilles peut alors rester vide."}},
};

constexpr Label privacy_title{"What becomes of your answers", "Ce que deviennent vos réponses"};
constexpr Entry privacy[] = {
    {{"No names", "Aucun nom"},
     {"Nobody is named. Never write a name, a day of birth, a social security number, an address, a telephone number "
      "or "
      "an e-mail: a workbook that holds some is refused. The year of birth is enough. In a small team it may still "
      "tell "
      "who somebody is: hence what follows.",
      "Personne n'est nommé. N'écrivez jamais un nom, un jour de naissance, un numéro de sécurité sociale, une "
      "adresse, un "
      "téléphone ni un courriel\u00a0: un classeur qui en contient est refusé. L'année de naissance suffit. Dans une "
      "petite "
      "équipe elle peut encore désigner quelqu'un\u00a0: d'où ce qui suit."}},
    {{"Who sees it", "Qui les voit"},
     {"You, and the team that runs the survey, named below. The program works on their computer and sends nothing "
      "elsewhere.",
      "Vous, et l'équipe qui mène l'enquête, nommée ci-dessous. Le logiciel fonctionne sur son ordinateur et n'envoie "
      "rien "
      "ailleurs."}},
    {{"What is published", "Ce qui est publié"},
     {"Totals over several establishments only, for zones, sectors and occupations. Your scores and your people are "
      "not "
      "published.",
      "Seulement des totaux sur plusieurs établissements, par zone, secteur et métier. Ni vos notes ni vos salariés ne "
      "sont "
      "publiés."}},
    {{"Tell your staff", "Informez votre équipe"},
     {"Employees have the right to know that their year of birth is used for this, to see it, to have it corrected or "
      "taken out. Pin this page up, or hand it out.",
      "Les salariés ont le droit de savoir que leur année de naissance sert à cela, de la voir, de la faire corriger "
      "ou "
      "retirer. Affichez cette page, ou remettez-la."}},
};
/// Left blank: only those who run the survey know, and they owe it to whoever answers (GDPR, articles 13 and 14).
constexpr Label to_write[] = {
    {"Who runs the survey", "Qui mène l'enquête"},
    {"Whom to ask, and to whom to send it back", "À qui s'adresser, et à qui la renvoyer"},
    {"Kept until", "Conservée jusqu'au"},
};

constexpr Label columns_title{"What each column asks", "Ce que demande chaque colonne"};
constexpr Label axes_title{"The axes of the audit", "Les axes de l'audit"};

constexpr double bold_share = 0.85;                  // of the characters that fit in a width when they are bold
constexpr double name_width = 32, text_width = 105;  // [characters]
constexpr double heading_height = 26, section_height = 18, height_to_write = 30;  // [points]

/// Writes the sheet downwards.
class ReadMe {
public:
    explicit ReadMe(TemplateWriter& writer) : writer_(writer), sheet_(writer.add_sheet(read_me_name)) {
        writer_.set_width(sheet_, 0, name_width, Look::body);
        writer_.set_width(sheet_, 1, text_width, Look::body);
        worksheet_gridlines(sheet_, LXW_HIDE_ALL_GRIDLINES);
    }

    void heading(const std::string& text, const std::string& below) {
        writer_.set_height(sheet_, row_, heading_height);
        writer_.write(sheet_, row_++, 0, text, Look::heading);
        writer_.write(sheet_, row_++, 0, below, Look::label);
    }
    void section(Label title) {
        ++row_;
        writer_.set_height(sheet_, row_, section_height);
        writer_.write(sheet_, row_, 0, in_language(title), Look::section);
        writer_.write(sheet_, row_++, 1, "", Look::section);
    }
    void line(const std::string& name, const std::string& text, Look look = Look::body) {
        writer_.set_height(sheet_, row_,
                           look == Look::blank_to_write
                               ? height_to_write
                               : std::max(text_height(name, bold_share * name_width), text_height(text, text_width)));
        writer_.write(sheet_, row_, 0, name, Look::label);
        writer_.write(sheet_, row_++, 1, text, look);
    }
    void entries(std::span<const Entry> all) {
        for (const Entry& entry : all) {
            line(in_language(entry.name), in_language(entry.text));
        }
    }

    std::string in_language(Label label) const { return std::string(label.in(writer_.language())); }

private:
    TemplateWriter& writer_;
    lxw_worksheet* sheet_;
    std::size_t row_ = 0;
};

void write_columns(ReadMe& page, Language language) {
    page.section(columns_title);
    for (const SheetRecord& record : survey_sheets()) {
        page.line(std::string(record.name.in(language)), page.in_language(record.meaning), Look::label);
        for (const SheetColumn& column : record.columns) {
            page.line("    " + marked_title(column, language), page.in_language(column.help));
        }
    }
}

}  // namespace

void write_read_me(TemplateWriter& writer, const Pack& pack) {
    const Language language = writer.language();
    ReadMe page(writer);
    page.heading(page.in_language(heading), pack.name.in(language));
    page.section(purpose_title);
    page.entries(purpose);
    page.section(filling_title);
    page.entries(filling);
    page.section(privacy_title);
    page.entries(privacy);
    for (const Label& label : to_write) {
        page.line(page.in_language(label), "", Look::blank_to_write);
    }
    if (!pack.audit_questions.empty()) {
        page.section(axes_title);
        for (std::size_t axis = 0; axis < pack.audit_questions.size(); ++axis) {
            page.line(pack.audit_axes.names[axis].in(language), question_of_axis(pack, axis, language));
        }
    }
    write_columns(page, language);
}

}  // namespace releve::survey

#include "engine/base/fill.hpp"
#include "scenarios/audit/crossing/figures.hpp"
#include "scenarios/audit/firm/firm_blocks.hpp"
#include "scenarios/audit/firm/groups.hpp"
#include "scenarios/audit/inventory/needs.hpp"
#include "scenarios/audit/pages/cells.hpp"
#include "scenarios/report/typography.hpp"

#include <algorithm>

namespace releve::report::firm {

namespace {

using audit::Cut;
using audit::InventoryLine;

const InventoryLine& line_of(const audit::Diagnosis& found, std::uint32_t establishment) {
    return found.inventory.of(Cut::establishment)[establishment];
}

/// "Welders", "Welders and 3 other occupations"; "all occupations" if there is no other group.
Text name_of(const audit::FollowedGroup& group, bool alone, const Pack& pack) {
    const Text& first = pack.occupations.names[group.occupations.front()];
    if (group.occupations.size() == 1) {
        return first;
    }
    if (alone) {
        return {"all occupations", "tous les métiers"};
    }
    const std::size_t others = group.occupations.size() - 1;
    return others == 1
               ? fill({"{} and another occupation", "{} et un autre métier"}, {first})
               : fill({"{} and {} other occupations", "{} et {} autres métiers"}, {first, std::to_string(others)});
}

/// A probability as people say it: to the nearest twentieth, never 0 nor 1.
double rounded(double probability) { return std::clamp(std::round(20 * probability) / 20, 0.05, 0.95); }

void add_group(Block& block, Text name, const InventoryLine& line) {
    block.rows.push_back({std::move(name), line.people.mean, line.share_from_55.mean,
                          range_of(line.departures[0].retired), range_of(line.departures[1].retired),
                          range_of(line.departures[2].retired), rounded(line.departures[1].any_retired),
                          range_of(line.departures[2].lasting_left)});
}

}  // namespace

Block identity(const audit::Diagnosis& found, std::uint32_t establishment) {
    const Pack& pack = found.pack;
    const EstablishmentRow& row = pack.establishments[establishment];
    const InventoryLine& line = line_of(found, establishment);
    Block block{.key = "identity",
                .name = {"establishment", "établissement"},
                .title = {"The establishment", "L'établissement"},
                .columns = {{.key = "what", .title = {"", ""}, .width = 40, .wrap = 40},
                            {.key = "value", .title = {"", ""}, .width = 50, .wrap = 54}}};
    const auto add = [&](Label what, Text value) { block.rows.push_back({text_of(what), std::move(value)}); };
    add({"identifier", "identifiant"}, both(row.id));
    add({"sector", "secteur"}, pack.sectors.names[row.sector]);
    add({"zone", "commune"}, pack.zone_codes.names[row.zone]);
    add({"posts", "postes"}, both(std::to_string(row.posts)));
    const int told = audit::people_told(pack, establishment);
    add({"people", "personnes"},
        told > 0
            ? fill({"{} known by the survey, without their names", "{} connues par l'enquête, sans leur nom"},
                   {std::to_string(told)})
            : Text{
                  "not surveyed: ages are those of the same occupations in the territory, drawn anew in each simulated "
                  "future. A list of years of birth would make this sheet your own",
                  "non enquêtées : les âges sont ceux des mêmes métiers du territoire, tirés de nouveau dans chaque "
                  "futur simulé. Une liste d'années de naissance rendrait cette fiche vraiment vôtre"});
    if (line.needs.planned.establishments > 0) {
        add({"recruitments you plan", "recrutements que vous prévoyez"},
            both(std::to_string(static_cast<int>(line.needs.planned.persons))));
    }
    return block;
}

Block departures(const audit::Diagnosis& found, std::uint32_t establishment) {
    Block block{
        .key = "departures",
        .name = {"who may leave", "qui peut partir"},
        .title = {"Who may leave, and when", "Qui peut partir, et quand"},
        .before = {fill(
            {"Groups of {} people or more, never one person: nobody's date is known. In brackets: between what 8 "
             "simulated futures in 10 lie.",
             "Des groupes de {} personnes ou plus, jamais une seule : la date de personne n'est connue. Entre "
             "parenthèses : entre quoi se trouvent 8 futurs simulés sur 10."},
            {std::to_string(audit::fewest_in_group)})},
        .columns = {{.key = "group", .title = {"people who work as", "personnes du métier"}, .width = 44, .wrap = 28},
                    {.key = "people", .title = {"now", "effectif"}},
                    {.key = "share_from_55", .title = {"55+", "55+"}, .figure = Figure::percent},
                    {.key = "retire_1", .title = {"retire, 1 y", "retraite 1 an"}},
                    {.key = "retire_3", .title = {"3 years", "3 ans"}},
                    {.key = "retire_5", .title = {"5 years", "5 ans"}},
                    {.key = "any_retires_3",
                     .title = {"one or more in 3 y", "au moins une en 3 ans"},
                     .figure = Figure::percent,
                     .sheet_only = true},
                    {.key = "leave_5", .title = {"leave, 5 y", "partent 5 ans"}}}};
    std::size_t groups = 0;
    for (const audit::FollowedGroup& group : found.groups) {
        groups += group.establishment == establishment ? 1 : 0;
    }
    for (std::size_t i = 0; i < found.groups.size(); ++i) {
        if (found.groups[i].establishment == establishment) {
            add_group(block, name_of(found.groups[i], groups == 1, found.pack), found.inventory.of(Cut::group)[i]);
        }
    }
    if (groups > 1) {
        add_group(block, {"the whole house", "toute la maison"}, line_of(found, establishment));
    }
    if (groups > 0) {
        const double any = rounded(line_of(found, establishment).departures[1].any_retired);
        block.after.push_back(fill(
            {"About {} chances in 20 that at least one person retires within three years. Leave: a lasting post "
             "(open-ended or one's own), for whatever reason, retirement included.",
             "Environ {} chances sur 20 qu'au moins une personne parte en retraite d'ici trois ans. Partent : d'un "
             "poste durable (CDI ou à son compte), quelle que soit la raison, retraite comprise."},
            {number(20 * any, 0, Language::en)}));
    } else {
        block.after.push_back(fill(
            {"Fewer than {} posts: any figure would be about somebody. Talk of it together instead: who would like to "
             "go on until when, and who could learn from whom.",
             "Moins de {} postes : tout chiffre désignerait quelqu'un. Parlez-en plutôt ensemble : qui souhaite "
             "continuer jusqu'à quand, et qui pourrait apprendre de qui."},
            {std::to_string(audit::fewest_in_group)}));
    }
    return block;
}

Block know_how(const audit::Diagnosis& found, std::uint32_t establishment) {
    constexpr std::size_t most = 10;
    constexpr double often = 0.5;  // drawn skills: what is so in half of the futures
    Block block{.key = "know_how",
                .name = {"know-how at risk", "savoir-faire à risque"},
                .title = {"Which know-how is at risk", "Quels savoir-faire sont à risque"},
                .columns = {{.key = "competence",
                             .title = {"held by one or two people", "tenu par une ou deux personnes"},
                             .width = 60,
                             .wrap = 60},
                            {.key = "holders", .title = {"mostly by", "le plus souvent par"}, .width = 20}}};
    for (const audit::HeldCompetence& one : audit::held_competences(found.followed, establishment)) {
        if (one.few >= often && block.rows.size() < most) {
            block.rows.push_back(
                {found.pack.competences.names[one.competence],
                 one.by_one >= one.by_two ? Text{"one person", "une personne"} : Text{"two people", "deux personnes"}});
        }
    }
    const InventoryLine& line = line_of(found, establishment);
    if (block.rows.empty()) {
        block.after.push_back(
            {"No competence rests on one or two people in most simulated futures.",
             "Aucune compétence ne tient à une ou deux personnes dans la plupart des futurs simulés."});
    } else if (line.people.mean >= audit::fewest_in_group) {
        block.after.push_back(
            fill({"Of the competences held at the start, {} are expected to be held by nobody here in three years, {} "
                  "in five, if "
                  "nothing is done; a newcomer may bring one back. Whose departure is not told.",
                  "Des compétences tenues au départ, {} n'auraient plus personne ici dans trois ans, {} dans cinq, si "
                  "rien n'est "
                  "fait ; une recrue peut en ramener une. Par qui elles se perdraient n'est pas dit."},
                 {Text{number(line.few.lost[1], 1, Language::en), number(line.few.lost[1], 1, Language::fr)},
                  Text{number(line.few.lost[2], 1, Language::en), number(line.few.lost[2], 1, Language::fr)}}));
    }
    return block;
}

}  // namespace releve::report::firm

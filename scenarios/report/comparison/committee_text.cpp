#include "engine/base/fill.hpp"
#include "scenarios/report/comparison/committee_values.hpp"
#include "scenarios/report/comparison/parts.hpp"
#include "scenarios/report/typography.hpp"

#include <algorithm>
#include <cmath>

namespace releve::report {

namespace {

using compare::criteria;
using compare::Judgement;

constexpr std::size_t widest_member = 36, narrow_member = 25;
constexpr std::size_t plans_with_scores = 7;  ///< more columns than that hold ranks alone

std::string letter(std::size_t plan) { return std::string(1, static_cast<char>('A' + plan % 26)); }

/// What each plan is worth on each criterion, in its own unit.
std::string worth_table(const Dataset& results, const Group& group, const compare::CriterionValues& values,
                        Language language) {
    std::vector<std::string> titles{""};
    for (const compare::Criterion& criterion : criteria) {
        titles.emplace_back(criterion.label.in(language));
    }
    TextTable table(titles);
    for (std::size_t plan = 0; plan < group.size(); ++plan) {
        std::vector<std::string> row{letter(plan) + "  " + plan_name(results, group[plan], 40, language)};
        for (std::size_t k = 0; k < criteria.size(); ++k) {
            const int decimals = criteria[k].code == "equity" ? 3 : 0;
            row.push_back(
                values[k].empty() ? "?" : signed_number(compare::summary(values[k][plan]).mean, decimals, language));
        }
        table.add(row);
    }
    return table.text();
}

/// Criteria on which no plan parts from the reference beyond chance, after Holm's correction over plans and criteria.
std::string undecided(const compare::CriterionValues& values, double level, Language language) {
    std::vector<double> p_values;
    std::vector<std::size_t> of;
    for (std::size_t k = 0; k < criteria.size(); ++k) {
        for (std::size_t plan = 1; plan < values[k].size(); ++plan) {
            p_values.push_back(compare::paired_difference(values[k][0], values[k][plan], level).p_value);
            of.push_back(k);
        }
    }
    const std::vector<double> adjusted = compare::holm_adjusted(p_values);
    std::string list;
    for (std::size_t k = 0; k < criteria.size(); ++k) {
        bool shown = values[k].empty();
        for (std::size_t i = 0; i < of.size(); ++i) {
            shown = shown || (of[i] == k && adjusted[i] < 1 - level);
        }
        list += shown ? "" : (list.empty() ? "" : ", ") + std::string(criteria[k].label.in(language));
    }
    if (list.empty()) {
        return "";
    }
    return paragraph(fill({"No plan parts from the reference beyond chance on: {}. Rankings there rank chance.",
                           "Aucun plan ne se distingue de la référence au-delà du hasard sur\u00a0: {}. Y classer, "
                           "c'est classer le hasard."},
                          {list}),
                     language);
}

std::string missing(const compare::CriterionValues& values, Language language) {
    std::string list;
    for (std::size_t k = 0; k < criteria.size(); ++k) {
        list += !values[k].empty() ? "" : (list.empty() ? "" : ", ") + std::string(criteria[k].label.in(language));
    }
    return list.empty() ? ""
                        : paragraph(fill({"Not in the file, so left out of all weights: {}.",
                                          "Absent du fichier, donc écarté de tous les poids\u00a0: {}."},
                                         {list}),
                                    language);
}

std::string rank_text(double rank, double score, bool with_score, Language language) {
    const int decimals = std::floor(rank) == rank ? 0 : 1;
    return number(rank, decimals, language) + (with_score ? " (" + number(score, 2, language) + ")" : "");
}

std::string ranking_table(const Judgement& judgement, const compare::Committee& committee, std::size_t plans,
                          Language language) {
    const bool french = language == Language::fr;
    const bool scores = plans <= plans_with_scores;
    std::vector<std::string> titles{!scores  ? (french ? "rang" : "rank")
                                    : french ? "rang (note de 0 à 1)"
                                             : "rank (score from 0 to 1)"};
    for (std::size_t plan = 0; plan < plans; ++plan) {
        titles.push_back(letter(plan));
    }
    TextTable table(titles);
    const auto add = [&](const std::string& name, const auto& cell) {
        std::vector<std::string> row{shortened(name, plans + 1 < plans_with_scores ? widest_member : narrow_member)};
        for (std::size_t plan = 0; plan < plans; ++plan) {
            row.push_back(cell(plan));
        }
        table.add(row);
    };
    for (std::size_t m = 0; m < committee.members.size(); ++m) {
        const compare::Ranking& ranking = judgement.by_member[m];
        add(committee.members[m].name.in(language), [&](std::size_t plan) {
            return ranking.counted ? rank_text(ranking.ranks[plan], ranking.scores[plan], scores, language) : "?";
        });
    }
    add(french ? "tous, à parts égales" : "all, equally", [&](std::size_t plan) {
        return rank_text(judgement.overall.ranks[plan], judgement.overall.scores[plan], scores, language);
    });
    add(french ? "rang moyen" : "mean rank",
        [&](std::size_t plan) { return number(judgement.mean_ranks[plan], 1, language); });
    add(french ? "points de Borda" : "Borda points",
        [&](std::size_t plan) { return number(judgement.borda[plan], 1, language); });
    add(french ? "premier, selon le hasard" : "first, over chance",
        [&](std::size_t plan) { return percent(judgement.first_by_chance[plan].mean, 0, language); });
    add(french ? "premier, selon les poids" : "first, over weights",
        [&](std::size_t plan) { return percent(judgement.first_by_weights[plan], 0, language); });
    return table.text();
}

std::string tipping_text(const Judgement& judgement, Language language) {
    if (!judgement.tipping) {
        return paragraph({"No shift of the weight of one criterion changes who is first.",
                          "Aucun déplacement du poids d'un seul critère ne change le premier."},
                         language);
    }
    const compare::Tipping& tipping = *judgement.tipping;
    const auto both = [](double share) {
        return Text{percent(share, 0, Language::en), percent(share, 0, Language::fr)};
    };
    return paragraph(
        fill({"The least change of weight that makes another plan first: {} from {} to {} of the weight "
              "(the other criteria in their proportions); then {} is first.",
              "Le plus petit changement de poids qui change le premier\u00a0: {} de {} à {} du poids (les "
              "autres critères gardant leurs proportions)\u00a0; {} est alors premier."},
             {criteria[tipping.criterion].label, both(tipping.from), both(tipping.to), letter(tipping.winner)}),
        language);
}

std::string committee_legend(Language language) {
    std::string meanings;
    for (const compare::Criterion& criterion : criteria) {
        meanings += (meanings.empty() ? "" : "; ") + std::string(criterion.label.in(language)) +
                    (language == Language::fr ? "\u00a0: " : ": ") + std::string(criterion.meaning.in(language));
    }
    if (language == Language::fr) {
        for (std::size_t at = meanings.find("; "); at != std::string::npos; at = meanings.find("; ", at + 4)) {
            meanings.replace(at, 1, "\u00a0;");
        }
    }
    return paragraph(
        fill(
            {"{}. Against the reference, more is better. Each criterion runs from 0 for the worst plan to 1 for the "
             "best, so that rankings hang on the plans compared. Over chance: share of replicates in which the plan "
             "is first, with the weights of all. Over weights: share of {} weights drawn uniformly.",
             "{}. Par rapport à la référence, plus est mieux. Chaque critère va de 0 pour le moins bon plan à 1 pour "
             "le meilleur\u00a0: le classement dépend des plans comparés. Selon le hasard\u00a0: part des répliques où "
             "le plan est premier, aux poids de tous. Selon les poids\u00a0: part de {} jeux de poids tirés "
             "uniformément."},
            {meanings,
             Text{number(compare::weight_draws, 0, Language::en), number(compare::weight_draws, 0, Language::fr)}}),
        language);
}

}  // namespace

std::string committee_part(const Dataset& results, Language language, double level,
                           const compare::Committee& committee) {
    const std::string given = committee.name.in(language);
    const Text title = given.empty() ? Text{"The committee's choice", "Le choix du comité"} : committee.name;
    std::string text = heading(shortened(title.in(language), page_width));
    for (const Group& group : groups_of(results)) {
        const compare::CriterionValues values = criterion_values(results, group);
        if (group.size() < 2) {
            continue;
        }
        const Judgement judgement = compare::judge(values, committee, level);
        text += future_line(results, group.front(), language) + worth_table(results, group, values, language) +
                missing(values, language) + undecided(values, level, language) + "\n" +
                ranking_table(judgement, committee, group.size(), language) + tipping_text(judgement, language) + "\n";
    }
    return text + committee_legend(language);
}

}  // namespace releve::report

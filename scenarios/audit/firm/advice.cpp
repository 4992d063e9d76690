#include "engine/base/fill.hpp"
#include "scenarios/audit/firm/firm_blocks.hpp"
#include "scenarios/audit/pages/cells.hpp"
#include "scenarios/audit/secrecy/secrecy.hpp"
#include "scenarios/report/typography.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace releve::report::firm {

namespace {

const audit::EstablishmentAdvice* advice_for(const audit::Diagnosis& found, std::uint32_t establishment) {
    const auto& all = found.advice.establishments;
    const auto at = std::find_if(all.begin(), all.end(), [&](const audit::EstablishmentAdvice& one) {
        return one.establishment == establishment;
    });
    return at == all.end() ? nullptr : &*at;
}

/// What is said against a score of the establishment; empty for nothing.
Text objection(const audit::Diagnosis& found, std::uint32_t establishment, std::uint32_t axis) {
    for (const audit::Contradiction& one : found.contradictions) {
        if (one.establishment == establishment && one.rule->axis == found.pack.audit_axes.codes[axis]) {
            return fill({"to look at again: {}", "à revoir : {}"}, {one.rule->reading});
        }
    }
    return {};
}

/// Of all audits; hidden where so few others are audited that it would tell their scores.
BlockCell mean_score(const Pack& pack, std::uint32_t axis) {
    double sum = 0;
    double count = 0;
    for (const AuditRow& row : pack.audits) {
        sum += row.axis == axis ? row.score : 0;
        count += row.axis == axis ? 1 : 0;
    }
    if (count - 1 < audit::SecrecyRules{}.establishments) {
        return Hidden{};
    }
    return sum / count;
}

/// A few establishments that the reader could name are not counted: each would be known to be weak there.
BlockCell of_others(std::size_t count) {
    if (count > 0 && count < audit::SecrecyRules{}.establishments) {
        return Hidden{};
    }
    return static_cast<double>(count);
}

/// "+1.2 ± 0.8"; "–" where no simulated future differs.
Text gain_text(const audit::Gain& gain) {
    constexpr double two_sided = 1.96;
    if (!gain.touched) {
        return {"–", "–"};
    }
    const auto told = [&](Language language) {
        return plus_minus(gain.shrunk, two_sided * gain.shrunk_error, 1, language);
    };
    return {told(Language::en), told(Language::fr)};
}

}  // namespace

Block audit_scores(const audit::Diagnosis& found, std::uint32_t establishment) {
    Block block{.key = "audit",
                .name = {"your audit", "votre audit"},
                .title = {"Your audit", "Votre audit"},
                .before = {{"Scores from 0 (weak) to 4 (strong), beside the mean of the audited establishments.",
                            "Notes de 0 (faible) à 4 (fort), à côté de la moyenne des établissements audités."}},
                .columns = {{.key = "axis", .title = {"axis", "axe"}, .width = 36, .wrap = 36},
                            {.key = "score", .title = {"you", "vous"}},
                            {.key = "mean", .title = {"mean", "moyenne"}, .decimals = 1},
                            {.key = "remark", .title = {"", ""}, .width = 60, .wrap = 44}}};
    for (const AuditRow& row : found.pack.audits) {
        if (row.establishment == establishment) {
            block.rows.push_back({found.pack.audit_axes.names[row.axis], double{1} * row.score,
                                  mean_score(found.pack, row.axis), objection(found, establishment, row.axis)});
        }
    }
    if (block.rows.empty()) {
        block.before = {{"This establishment has not been audited: the levers below cannot be told.",
                         "Cet établissement n'a pas été audité : ses leviers ne peuvent pas être dits."}};
    }
    return block;
}

Block weak_points(const audit::Diagnosis& found, std::uint32_t establishment) {
    Block block{.key = "weak_points",
                .name = {"weak points", "points faibles"},
                .title = {"Weak points, and what pulls on them", "Points faibles, et ce qui pèse sur eux"},
                .columns = {{.key = "axis", .title = {"axis", "axe"}, .width = 36, .wrap = 24},
                            {.key = "score", .title = {"score", "note"}},
                            {.key = "weak_point", .title = {"weak point", "point faible"}, .width = 60, .wrap = 36},
                            {.key = "lever", .title = {"lever behind", "levier derrière"}, .width = 36, .wrap = 24}}};
    const audit::EstablishmentAdvice* advice = advice_for(found, establishment);
    if (advice == nullptr) {
        return block;
    }
    for (const audit::AdvisedPoint& one : advice->points) {
        block.rows.push_back(
            {found.pack.audit_axes.names[one.point.axis], double{1} * one.point.score, one.point.audit->weak_point,
             one.point.levers.empty() ? Text{} : found.pack.audit_axes.names[one.point.levers.front().axis]});
    }
    for (const audit::EstablishmentSystem& system : found.system.establishments) {
        if (system.establishment == establishment && !system.levers.empty()) {
            const auto kept = [&](Language language) { return percent(system.first_lever_kept, 0, language); };
            block.after.push_back(fill(
                {"First lever: {}. It stays first in {} of the cases when one of your scores is moved by one point.",
                 "Premier levier : {}. Il le reste dans {} des cas quand une de vos notes bouge d'un point."},
                {found.pack.audit_axes.names[system.levers.front()], Text{kept(Language::en), kept(Language::fr)}}));
        }
    }
    return block;
}

Block actions(const audit::Diagnosis& found, std::uint32_t establishment) {
    constexpr std::size_t most = 6;
    Block block{
        .key = "actions",
        .name = {"what you can do", "ce que vous pouvez faire"},
        .title = {"What you can do", "Ce que vous pouvez faire"},
        .before =
            {{"Actions that act on your weak points or their levers, by what your house would be spared in five years "
              "\u00b1 its 95% margin; a margin larger than the gain: chance hides it. Small houses are drawn towards "
              "the "
              "mean of the others. Months: of unfilled posts; departures: people; know-how: full-time equivalents "
              "kept. "
              "Cost: of five years, for your house alone, whoever pays.",
              "Les actions qui agissent sur vos points faibles ou leurs leviers, selon ce qui serait épargné à votre "
              "maison en cinq ans \u00b1 sa marge à 95 % ; une marge plus grande que le gain : le hasard le cache. "
              "Les petites maisons sont rapprochées de la moyenne des autres. Mois : de postes non pourvus ; départs : "
              "personnes ; savoir-faire : équivalents temps plein gardés. Coût : de cinq ans, pour votre seule maison, "
              "quel que soit le payeur."}},
        .columns = {{.key = "action", .title = {"action", "action"}, .width = 34, .wrap = 30},
                    {.key = "unfilled", .title = {"unfilled months", "mois non pourvus"}, .width = 18},
                    {.key = "departures", .title = {"departures", "départs"}, .width = 18},
                    {.key = "know_how", .title = {"know-how", "savoir-faire"}, .width = 18},
                    {.key = "cost", .title = {"cost", "coût"}, .figure = Figure::euros}}};
    const audit::EstablishmentAdvice* advice = advice_for(found, establishment);
    if (advice == nullptr) {
        return block;
    }
    const bool simulated = !found.gains.actions.empty();
    if (!simulated) {
        block.before = {{"Actions that act on your weak points or their levers; their gains were not simulated.",
                         "Les actions qui agissent sur vos points faibles ou leurs leviers ; leurs gains n'ont pas été "
                         "simulés."}};
    }
    for (BlockColumn& column : block.columns) {
        column.sheet_only = !simulated && column.key != "action";
    }
    for (const audit::RankedAction& one : advice->best) {
        if (block.rows.size() == most) {
            break;
        }
        const audit::EstablishmentGains* gains = one.gains;
        const auto told = [&](audit::Burden burden) {
            return gains == nullptr ? BlockCell{} : BlockCell{gain_text(gains->of(burden))};
        };
        block.rows.push_back({text_of(one.action->label), told(audit::Burden::unfilled),
                              told(audit::Burden::departures), told(audit::Burden::know_how),
                              gains != nullptr && gains->cost > 0 ? BlockCell{gains->cost} : BlockCell{}});
    }
    return block;
}

Block partners(const audit::Diagnosis& found, std::uint32_t establishment) {
    const Pack& pack = found.pack;
    Block block{.key = "partners",
                .name = {"with whom", "avec qui"},
                .title = {"With whom you could share", "Avec qui vous pourriez partager"},
                .columns = {{.key = "action", .title = {"action", "action"}, .width = 34, .wrap = 30},
                            {.key = "axis", .title = {"for", "pour"}, .width = 36, .wrap = 34},
                            {.key = "others", .title = {"others", "autres"}},
                            {.key = "near", .title = {"near you", "proches"}}}};
    for (const audit::CollectiveAction& one : found.advice.collective) {
        const auto& all = one.establishments;
        if (std::find(all.begin(), all.end(), establishment) == all.end()) {
            continue;
        }
        std::set<std::uint32_t> near;
        for (const audit::Tie& tie : one.ties) {
            if (tie.a == establishment || tie.b == establishment) {
                near.insert(tie.a == establishment ? tie.b : tie.a);
            }
        }
        block.rows.push_back({text_of(one.action->label), pack.audit_axes.names[one.axis], of_others(all.size() - 1),
                              of_others(near.size())});
    }
    std::size_t linked = 0;
    for (const Link& link : pack.links) {
        linked += link.establishment == establishment || link.partner == establishment ? 1 : 0;
    }
    if (linked > 0) {
        block.before.push_back(fill({"You already work with {}.", "Vous travaillez déjà avec {}."},
                                    {counted(linked, {"establishment", "établissement"})}));
    }
    block.after.push_back(
        {"Others: audited establishments weak on the same axis. Near: linked to you, of your sector or "
         "zone. Which ones is told by the steering committee, with their agreement; s: one or two, not told.",
         "Autres : établissements audités faibles sur le même axe. Proches : liés à vous, de votre secteur "
         "ou de votre commune. Lesquels : le comité de pilotage le dit, avec leur accord ; s : un ou deux, que l'on "
         "tait."});
    return block;
}

}  // namespace releve::report::firm

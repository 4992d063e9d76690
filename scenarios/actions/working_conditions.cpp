#include "scenarios/actions/action.hpp"
#include "scenarios/actions/taking_part.hpp"

#include <algorithm>

namespace releve::actions {

namespace {

enum : std::size_t { capacity, take_up, ramp, duration, weak_score, quits, attraction, deadweight };
constexpr Parameter parameters[] = {
    capacity_setting(
        "capacity", 60,
        {"establishments accompanied at the same time, at most", "établissements accompagnés en même temps, au plus"}),
    take_up_setting(0.15,
                    {"share of eligible establishments that take part in the end",
                     "part des établissements éligibles qui participent finalement"},
                    "guess (0.05 to 0.30), pessimistic: the contrat de génération reached 8 % of its target (Cour des "
                    "comptes 2016)"),
    ramp_setting(24),
    duration_setting(36, 6, 120, {"how long the improvement lasts", "durée de l'amélioration"}, "guess (12 to 60)"),
    {.name = "weak_score",
     .value = 2,
     .unit = "1",
     .most = 4,
     .meaning =
         {"score on working conditions, of the audit or drawn for the replicate, up to which an establishment is weak",
          "note sur les conditions de travail, de l'audit ou tirée pour la réplique, jusqu'à laquelle un établissement "
          "est fragile"},
     .source = "a decision: scores run from 0 to 4"},
    {.name = "quits",
     .value = 0.85,
     .unit = "1",
     .most = 1,
     .meaning = {"resignations and moves away against what they would be",
                 "démissions et départs vers un autre poste, "
                 "rapportés à ce qu'ils seraient"},
     .source = "guess (0.75 to 0.95): no causal estimate on quits in small firms is published",
     .guess = true},
    {.name = "attraction",
     .value = 1.15,
     .unit = "1",
     .least = 1,
     .most = 5,
     .meaning = {"applications against what they would be", "candidatures rapportées à ce qu'elles seraient"},
     .source = "guess (1 to 1.3)",
     .guess = true},
    deadweight_setting(0.3,
                       {"share of establishments that would have done the same: they cost and change nothing",
                        "part des établissements qui l'auraient fait de toute façon : ils coûtent et ne changent rien"},
                       "guess (0.2 to 0.5)"),
};
constexpr std::string_view axes[] = {"working_conditions", "people_management", "organisation"};
constexpr std::string_view tables[] = {"establishments"};

/// Share of the establishments of the start that are weak, to draw those born since; 1 where nothing is scored.
double weak_share(const InterventionStep& at, std::uint32_t axis) {
    double weak = 0;
    double scored = 0;
    for (std::uint32_t e = 0; e < at.setting.pack.establishments.size(); ++e) {
        if (const std::uint8_t score = at.state.scores.of(EstablishmentId{e}, axis); score != Scores::none) {
            weak += score <= at.settings[weak_score] ? 1 : 0;
            ++scored;
        }
    }
    return scored > 0 ? weak / scored : 1.0;
}

/// By the score of the audit or the one drawn for this replicate, the same that `conduct` reads.
bool is_weak(const InterventionStep& at, EstablishmentId establishment, std::uint32_t axis, double share) {
    if (const std::uint8_t score = at.state.scores.of(establishment, axis); score != Scores::none) {
        return score <= at.settings[weak_score];
    }
    return at.draws({at.state.establishments.key[establishment], 0}, 1).happens(share);
}

void step(const InterventionStep& at, Proposals& proposals) {
    const std::size_t present = withdraw_finished(at, proposals);
    std::int64_t free = places_left(at, at.settings[capacity], present);
    if (free == 0) {
        return;
    }
    const std::uint32_t axis = at.setting.pack.audit_axes.find("working_conditions");
    const double share = weak_share(at, axis);
    std::vector<EstablishmentId> wanted;
    for (std::uint32_t e = 0; e < at.state.establishments.size(); ++e) {
        const EstablishmentId establishment{e};
        // a house of one has nobody to keep
        if (at.state.establishments.posts[establishment] > 1 &&
            has_adopted(at, establishment, at.settings[take_up], at.settings[ramp]) &&
            is_weak(at, establishment, axis, share)) {
            wanted.push_back(establishment);
        }
    }
    for (const EstablishmentId establishment : in_drawn_order(at, std::move(wanted))) {
        if (free-- == 0) {
            break;
        }
        const DrawKey key{at.state.establishments.key[establishment], 0};
        Support support{establishment, at.number,
                        static_cast<MonthIndex>(at.state.month + static_cast<int>(at.settings[duration])), Levers{}};
        if (!is_windfall(at, key, at.settings[deadweight])) {
            support.levers.quits = static_cast<float>(at.settings[quits]);
            support.levers.attraction = static_cast<float>(at.settings[attraction]);
        }
        proposals.support(support);
    }
}

}  // namespace

extern const Action working_conditions = {
    .name = "working_conditions",
    .label = {"working conditions", "conditions de travail"},
    .meaning = {"Establishments weak on this axis improve schedules, posture, premises or management: fewer resign or "
                "move away, more apply.",
                "Des établissements fragiles sur cet axe améliorent horaires, gestes, locaux ou encadrement : moins de "
                "départs volontaires, davantage de candidatures."},
    .eligibility =
        {"establishments of 2 posts and more with a score of working conditions up to weak_score: that of the audit, "
         "or "
         "the one drawn where there was none",
         "établissements de 2 postes et plus notés jusqu'à weak_score en conditions de travail : note de l'audit, ou "
         "note tirée là où il n'y en a pas eu"},
    .evidence =
        "no causal effect on resignations in small firms is published; the Dares names working conditions among the "
        "causes of hiring difficulties, apart from the shortage of skills",
    .horizon = Horizon::medium_term,
    .indicator = "unfilled_posts",
    .target = -0.02,
    .owner = {"employers, with ARACT", "entreprises, avec l'ARACT"},
    .review_after = 18,
    .parameters = parameters,
    .capacity = "capacity",
    .stay = "duration",
    .tables = tables,
    .axes = axes,
    .changes = {Change::support, Change::withdraw},
    .step = step,
};

}  // namespace releve::actions

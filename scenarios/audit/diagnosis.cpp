#include "scenarios/audit/diagnosis.hpp"

#include "engine/run/parameters.hpp"
#include "scenarios/audit/firm/groups.hpp"

#include <algorithm>
#include <numeric>

namespace releve::audit {

namespace {

std::vector<std::uint32_t> audited(const Pack& pack) {
    std::vector<std::uint32_t> establishments;
    for (std::uint32_t e = 0; e < pack.establishments.size(); ++e) {
        const bool has_audit = std::any_of(pack.audits.begin(), pack.audits.end(),
                                           [&](const AuditRow& row) { return row.establishment == e; });
        if (has_audit) {
            establishments.push_back(e);
        }
    }
    return establishments;
}

std::vector<FollowedGroup> followed_groups(const Pack& pack, const DiagnosisOptions& options) {
    const std::vector<std::uint32_t> of = options.establishment ? std::vector{*options.establishment} : audited(pack);
    std::vector<FollowedGroup> groups;
    for (const std::uint32_t establishment : of) {
        for (Group& group : groups_of(pack, establishment)) {
            groups.push_back({establishment, std::move(group.occupations)});
        }
    }
    return groups;
}

/// By axis of the pack.
std::vector<double> scores_elsewhere(const Pack& pack, const ScoreModel& model) {
    std::vector<double> sums(pack.audit_axes.size(), 0.0);
    std::vector<double> posts(pack.audit_axes.size(), 0.0);
    std::vector<ScoreQuestion> questions;
    std::vector<double> weights;
    for (std::uint32_t e = 0; e < pack.establishments.size(); ++e) {
        const EstablishmentRow& row = pack.establishments[e];
        if (std::none_of(pack.audits.begin(), pack.audits.end(),
                         [&](const AuditRow& one) { return one.establishment == e; })) {
            for (std::size_t axis = 0; axis < model.axes.size(); ++axis) {
                questions.push_back({axis, {row.sector, row.size_band, row.kind}});
                weights.push_back(row.posts);
            }
        }
    }
    const std::vector<ScoreForecast> forecasts = forecast_scores(model, questions);
    for (std::size_t i = 0; i < questions.size(); ++i) {
        const std::uint32_t axis = model.axes[questions[i].axis];
        sums[axis] += weights[i] * expected_score(forecasts[i]);
        posts[axis] += weights[i];
    }
    for (std::size_t axis = 0; axis < sums.size(); ++axis) {
        sums[axis] /= posts[axis];  // nobody scored: not a number
    }
    return sums;
}

/// Establishments of most posts, the first of the table among equals.
std::vector<std::uint32_t> largest_employers(const Pack& pack) {
    constexpr std::size_t most = 15;
    std::vector<std::uint32_t> all(pack.establishments.size());
    std::iota(all.begin(), all.end(), 0U);
    std::stable_sort(all.begin(), all.end(), [&](std::uint32_t a, std::uint32_t b) {
        return pack.establishments[a].posts > pack.establishments[b].posts;
    });
    all.resize(std::min(most, all.size()));
    return all;
}

/// Runs to come after those of the baseline that is followed, nearly.
std::size_t gain_runs(const DiagnosisOptions& options) { return options.gain_replicates * (1 + all_actions().size()); }

}  // namespace

std::unique_ptr<Diagnosis> diagnose(const Pack& pack, const Scenario& baseline, const DiagnosisOptions& options,
                                    Problems& problems) {
    const std::size_t before = problems.count();
    if (pack.establishments.empty()) {
        problems.add(
            pack.directory + "/establishments.csv",
            {"no establishments (a diagnosis is made of them: who works where) add the tables establishments and "
             "posts",
             "aucun établissement (un diagnostic en est fait\u00a0: qui travaille où) ajoutez les tables "
             "establishments et posts"});
        return nullptr;
    }
    const Scenario scenario = with_own_draws(baseline);
    const int horizon = months_followed(pack);
    const Plan plan = make_plan(pack, scenario, bind_actions(scenario, pack, horizon, problems), horizon, problems);
    auto found = std::make_unique<Diagnosis>(Diagnosis{.pack = pack, .seed = options.seed});
    found->thresholds = sensitivity_thresholds(options.thresholds, problems);
    if (problems.count() != before) {
        return nullptr;
    }
    found->replicates = options.replicates;
    found->asked_level = plan.observing[static_cast<std::size_t>(ObservingParameter::asked_level)];
    found->groups = followed_groups(pack, options);
    std::vector<std::vector<Figures>> figures(options.replicates);
    FollowOptions following{.seed = options.seed,
                            .replicates = options.replicates,
                            .threads = options.threads,
                            .interrupted = options.interrupted,
                            .groups = found->groups};
    following.first_seen = [&](std::uint32_t replicate, const State& first, const std::vector<Holding>& holdings) {
        figures[replicate] = figures_of(pack, first, holdings);
        if (replicate == 0) {
            for (const std::uint32_t establishment : largest_employers(pack)) {
                found->struck.push_back(struck_by_closure(pack, first, establishment, found->asked_level));
            }
        }
    };
    if (options.progress) {
        following.progress = [&](std::size_t done, std::size_t all) {
            options.progress(done, all + gain_runs(options));
        };
    }
    found->followed = follow(plan, following);
    found->inventory = take_inventory(pack, found->followed);
    found->sensitive = sensitive_occupations(pack, found->followed, found->inventory, found->thresholds);
    found->contradictions = contradictions_of(pack, figures);
    found->system = system_of(pack);
    const ScoreModel scores = fit_scores(pack);
    found->carried_scores = scores_elsewhere(pack, scores);
    found->score_check = check_scores(scores);
    found->weak_points = weak_points_of(pack, found->system);
    if (options.gain_replicates > 0) {
        GainOptions gaining{.seed = options.seed,
                            .replicates = options.gain_replicates,
                            .threads = options.threads,
                            .interrupted = options.interrupted};
        if (options.progress) {
            gaining.progress = [&](std::size_t done, std::size_t all) {
                options.progress(options.replicates + done, options.replicates + all);
            };
        }
        found->gains = simulate_gains(pack, scenario, gaining, problems);
    }
    found->advice = advise(pack, found->system, found->gains);
    return problems.count() == before ? std::move(found) : nullptr;
}

}  // namespace releve::audit

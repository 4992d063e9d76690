#include "scenarios/audit/levers/gains.hpp"

#include "engine/run/plan.hpp"
#include "scenarios/audit/levers/burdens.hpp"
#include "scenarios/audit/levers/volumes.hpp"

#include <algorithm>
#include <set>

namespace releve::audit {

namespace {

/// Audited establishments, and the partners of those where the action works between linked ones.
std::vector<std::uint32_t> offered_to(const Action& action, const Pack& pack,
                                      const std::vector<std::uint32_t>& audited) {
    std::set<std::uint32_t> offered(audited.begin(), audited.end());
    const std::set<std::uint32_t> core = offered;
    for (const Link& link : pack.links) {
        if (action.of_partners && (core.contains(link.establishment) || core.contains(link.partner))) {
            offered.insert({link.establishment, link.partner});
        }
    }
    return {offered.begin(), offered.end()};
}

/// Full take-up from the start and no limit of capacity; actions of people as their record has them.
ActionEntry entry_of(const Action& action, const Pack& pack, std::span<const std::uint32_t> offered) {
    ActionEntry entry{.type = std::string(action.name), .where = std::string(action.name)};
    if (action.of_people) {
        return entry;
    }
    entry.establishments.emplace();
    for (const std::uint32_t establishment : offered) {
        entry.establishments->push_back(pack.establishments[establishment].id);
    }
    for (const Parameter& parameter : action.parameters) {
        const bool is_capacity = parameter.name == action.capacity;
        if (is_capacity || parameter.name == "take_up" || parameter.name == "ramp") {
            const double value = parameter.name == "ramp" ? 0.0 : parameter.most;
            entry.settings.push_back({std::string(parameter.name), value, parameter.unit == "month", entry.where});
        }
    }
    return entry;
}

bool has_tables(const Action& action, const Pack& pack) {
    return std::all_of(action.tables.begin(), action.tables.end(), [&](std::string_view table) {
        return pack.tables_present.empty() || pack.has(std::string(table));
    });
}

/// What is seen of the runs of one plan beside what following counts.
struct Seen {
    std::vector<std::vector<double>> know_how;  ///< by replicate and audited establishment: missing at the end
    std::vector<PlacedVolumes> volumes;         ///< by replicate, of the last action of the plan
};

class Simulation {
public:
    Simulation(const Pack& pack, const Scenario& baseline, const GainOptions& options, Problems& problems)
        : pack_(pack),
          scenario_(with_own_draws(baseline)),
          options_(options),
          problems_(problems),
          horizon_(months_followed(pack)) {}

    Gains run() {
        choose();
        Gains gains = std::move(gains_);
        if (gains.establishments.empty()) {
            return gains;
        }
        BurdenValues before = burdens_under(scenario_, gains.establishments).first;
        const Together together = before.together();
        before.sum_up(together);
        gains.replicates = options_.replicates;
        for (std::size_t burden = 0; burden < burdens; ++burden) {
            gains.baseline[burden] = before.means(burden);
        }
        for (const Action* action : chosen_) {
            gains.actions.push_back(gains_of(*action, gains.establishments, before, together));
        }
        return gains;
    }

private:
    void choose() {
        std::set<std::uint32_t> audited;
        for (const AuditRow& row : pack_.audits) {
            audited.insert(row.establishment);
        }
        gains_.establishments.assign(audited.begin(), audited.end());
        for (const Action* action : all_actions()) {
            const bool asked = std::count(options_.actions.begin(), options_.actions.end(), action) > 0;
            const bool acts = std::any_of(action->axes.begin(), action->axes.end(), [&](std::string_view axis) {
                return pack_.audit_axes.find(std::string(axis)) != no_index;
            });
            if (options_.actions.empty() ? acts : asked) {
                (has_tables(*action, pack_) ? chosen_ : gains_.left_out).push_back(action);
            }
        }
    }

    Plan plan_of(const Scenario& scenario) {
        const std::size_t before = problems_.count();
        std::vector<Intervention> actions = bind_actions(scenario, pack_, horizon_, problems_);
        Plan plan = make_plan(pack_, scenario, std::move(actions), horizon_, problems_);
        if (problems_.count() > before) {
            problems_.raise();
        }
        return plan;
    }

    /// The last month: what no measure of following tells.
    void see_end(const State& state, const std::vector<std::uint32_t>& audited, std::vector<double>& know_how) const {
        for (std::size_t e = 0; e < audited.size(); ++e) {
            know_how[e] = pack_.establishments[audited[e]].posts -
                          pack_.persons_per_agent * know_how_held(state, EstablishmentId{audited[e]});
        }
    }

    std::pair<BurdenValues, std::vector<PlacedVolumes>> burdens_under(const Scenario& scenario,
                                                                      const std::vector<std::uint32_t>& audited) {
        const Plan plan = plan_of(scenario);
        const auto number = static_cast<std::uint8_t>(plan.interventions.size());
        Seen seen;
        seen.know_how.assign(options_.replicates, std::vector<double>(audited.size()));
        seen.volumes.resize(options_.replicates);
        FollowOptions how{.seed = options_.seed,
                          .replicates = options_.replicates,
                          .threads = options_.threads,
                          .interrupted = options_.interrupted};
        how.month_seen = [&](std::uint32_t replicate, const State& state) {
            seen.volumes[replicate].placed.resize(pack_.establishments.size());
            seen.volumes[replicate].took_part.resize(pack_.establishments.size());
            add_month(state, number, seen.volumes[replicate]);
            if (state.month == horizon_) {
                see_end(state, audited, seen.know_how[replicate]);
            }
        };
        if (options_.progress) {
            how.progress = [&](std::size_t now, std::size_t) {
                options_.progress(runs_ + now, (chosen_.size() + 1) * options_.replicates);
            };
        }
        BurdenValues values(follow(plan, how), audited, seen.know_how);
        runs_ += options_.replicates;
        return {std::move(values), std::move(seen.volumes)};
    }

    ActionGains gains_of(const Action& action, const std::vector<std::uint32_t>& audited, const BurdenValues& before,
                         const Together& together) {
        const std::vector<std::uint32_t> offered = offered_to(action, pack_, audited);
        Scenario scenario = scenario_;
        scenario.actions.push_back(entry_of(action, pack_, offered));
        auto [after, volumes] = burdens_under(scenario, audited);
        after.sum_up(together);
        ActionGains found{.action = &action, .targeted = !action.of_people};
        found.establishments.resize(audited.size());
        for (std::size_t e = 0; e < audited.size(); ++e) {
            found.establishments[e].taking_part =
                found.targeted ? taking_part(volumes, audited[e]) : std::optional<double>();
        }
        for (std::size_t burden = 0; burden < burdens; ++burden) {
            for (std::size_t e = 0; e < audited.size(); ++e) {
                found.establishments[e].gains[burden] = gain_of(before.of(burden, e), after.of(burden, e));
            }
            shrink_apart(found, audited, burden);
            found.together[burden] = gain_of(before.sums(burden), after.sums(burden));
            Gain* const alone = &found.together[burden];
            shrink({&alone, 1}, std::array{1.0});  // nothing to be drawn towards: its probability alone
        }
        if (found.targeted) {
            tell_costs(found, audited, offered, volumes);
        }
        return found;
    }

    /// Where the action did something and where it did not are two worlds.
    void shrink_apart(ActionGains& found, const std::vector<std::uint32_t>& audited, std::size_t burden) const {
        for (const bool reached : {true, false}) {
            std::vector<Gain*> gains;
            std::vector<double> posts;
            for (std::size_t e = 0; e < audited.size(); ++e) {
                if ((found.establishments[e].taking_part.value_or(1) > 0) == reached) {
                    gains.push_back(&found.establishments[e].gains[burden]);
                    posts.push_back(std::max(1, pack_.establishments[audited[e]].posts));
                }
            }
            shrink(gains, posts);
        }
    }

    void tell_costs(ActionGains& found, const std::vector<std::uint32_t>& audited,
                    const std::vector<std::uint32_t>& offered, const std::vector<PlacedVolumes>& volumes) {
        // what no establishment shows is borne by those where the action does something, by their posts
        const auto posts_of = [&](std::uint32_t one) {
            return pack_.establishments[one].posts * taking_part(volumes, one).value_or(1);
        };
        double all_posts = 0;
        for (const std::uint32_t one : offered) {
            all_posts += posts_of(one);
        }
        for (std::size_t e = 0; e < audited.size(); ++e) {
            const double share = all_posts > 0 ? posts_of(audited[e]) / all_posts : 0.0;
            const Volume volume = volume_of(volumes, audited[e], share, pack_.persons_per_agent);
            const std::optional<double> euros = euros_of(pack_, found.action->name, volume);
            found.establishments[e].cost = euros.value_or(0);
            found.has_costs = found.has_costs || euros.has_value();
        }
    }

    const Pack& pack_;
    Scenario scenario_;
    const GainOptions& options_;
    Problems& problems_;
    int horizon_;
    Gains gains_;
    std::vector<const Action*> chosen_;
    std::size_t runs_ = 0;
};

}  // namespace

Gains simulate_gains(const Pack& pack, const Scenario& baseline, const GainOptions& options, Problems& problems) {
    return Simulation(pack, baseline, options, problems).run();
}

}  // namespace releve::audit

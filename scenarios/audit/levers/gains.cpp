#include "scenarios/audit/levers/gains.hpp"

#include "engine/run/plan.hpp"
#include "scenarios/audit/levers/burdens.hpp"
#include "scenarios/audit/levers/volumes.hpp"
#include "scenarios/funding/expenses.hpp"

#include <algorithm>
#include <set>

namespace releve::audit {

namespace {

/// Audited establishments, and the partners of those where the action works between linked ones.
std::vector<std::uint32_t> offered_to(const Action& action, const Pack& pack, const std::vector<std::uint32_t>& audited) {
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

class Simulation {
public:
    Simulation(const Pack& pack, const Scenario& baseline, const GainOptions& options, Problems& problems)
        : pack_(pack), scenario_(baseline), options_(options), problems_(problems), horizon_(months_followed(pack)) {
        std::erase_if(scenario_.parameters,
                      [](const ParameterValue& one) { return one.path == "synthesis.each_replicate"; });
        scenario_.parameters.push_back({"synthesis.each_replicate", 1, "gains"});
    }

    Gains run() {
        choose();
        Gains gains = std::move(gains_);
        if (gains.establishments.empty()) {
            return gains;
        }
        BurdenValues before(followed(scenario_, nullptr), gains.establishments);
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

    Followed followed(const Scenario& scenario, std::vector<PlacedVolumes>* volumes) {
        const std::size_t problems = problems_.count();
        std::vector<Intervention> actions = bind_actions(scenario, pack_, horizon_, problems_);
        const Plan plan = make_plan(pack_, scenario, std::move(actions), horizon_, problems_);
        if (problems_.count() > problems) {
            problems_.raise();
        }
        const std::size_t done = runs_;
        const std::size_t all = (chosen_.size() + 1) * options_.replicates;
        FollowOptions follow_options{.seed = options_.seed,
                                     .replicates = options_.replicates,
                                     .threads = options_.threads,
                                     .interrupted = options_.interrupted};
        if (options_.progress) {
            follow_options.progress = [&, done, all](std::size_t now, std::size_t) { options_.progress(done + now, all); };
        }
        if (volumes != nullptr) {
            const auto number = static_cast<std::uint8_t>(plan.interventions.size());
            volumes->resize(options_.replicates);
            follow_options.month_seen = [volumes, number, this](std::uint32_t replicate, const State& state) {
                (*volumes)[replicate].placed.resize(pack_.establishments.size());
                add_month(state, number, (*volumes)[replicate]);
            };
        }
        runs_ += options_.replicates;
        return follow(plan, follow_options);
    }

    ActionGains gains_of(const Action& action, const std::vector<std::uint32_t>& audited,
                         const BurdenValues& before, const Together& together) {
        const std::vector<std::uint32_t> offered = offered_to(action, pack_, audited);
        Scenario scenario = scenario_;
        scenario.actions.push_back(entry_of(action, pack_, offered));
        std::vector<PlacedVolumes> volumes;
        BurdenValues after(followed(scenario, &volumes), audited);
        after.sum_up(together);
        ActionGains found{.action = &action, .targeted = !action.of_people};
        found.establishments.resize(audited.size());
        std::vector<double> posts;
        for (const std::uint32_t one : audited) {
            posts.push_back(std::max(1, pack_.establishments[one].posts));
        }
        for (std::size_t burden = 0; burden < burdens; ++burden) {
            std::vector<Gain*> gains;
            for (std::size_t e = 0; e < audited.size(); ++e) {
                Gain& gain = found.establishments[e].gains[burden];
                gain = gain_of(before.of(burden, e), after.of(burden, e));
                gains.push_back(&gain);
            }
            shrink(gains, posts);
            found.together[burden] = gain_of(before.sums(burden), after.sums(burden));
            Gain* const alone = &found.together[burden];
            shrink({&alone, 1}, std::array{1.0});  // nothing to be drawn towards: its probability alone
        }
        if (found.targeted) {
            tell_costs(found, audited, offered, volumes);
        }
        return found;
    }

    void tell_costs(ActionGains& found, const std::vector<std::uint32_t>& audited,
                    const std::vector<std::uint32_t>& offered, const std::vector<PlacedVolumes>& volumes) {
        double all_posts = 0;
        for (const std::uint32_t one : offered) {
            all_posts += pack_.establishments[one].posts;
        }
        for (std::size_t e = 0; e < audited.size(); ++e) {
            const double share = all_posts > 0 ? pack_.establishments[audited[e]].posts / all_posts : 0.0;
            const Volume volume = volume_of(volumes, audited[e], share, pack_.persons_per_agent);
            for (const CostLine& line : cost_lines(found.action->name, "", volume, pack_)) {
                found.establishments[e].cost += line.euros;
                found.has_costs = true;
            }
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

#include "scenarios/audit/inventory/follow.hpp"

#include "engine/base/error.hpp"
#include "engine/run/ensemble.hpp"
#include "scenarios/audit/inventory/executives.hpp"
#include "scenarios/audit/watch/watch.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <numeric>
#include <optional>
#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_for.h>

namespace releve::audit {

std::size_t Followed::first_unit(Cut cut) const {
    return std::accumulate(units.begin(), units.begin() + static_cast<std::ptrdiff_t>(cut), std::size_t{0});
}

std::size_t Followed::all_units() const { return std::accumulate(units.begin(), units.end(), std::size_t{0}); }

Scenario with_own_draws(Scenario scenario) {
    constexpr std::string_view drawn_anew = "synthesis.each_replicate";
    const bool told = std::any_of(scenario.parameters.begin(), scenario.parameters.end(),
                                  [](const ParameterValue& value) { return value.path == drawn_anew; });
    if (!told) {
        scenario.parameters.push_back({std::string(drawn_anew), 1, "diagnosis"});
    }
    return scenario;
}

int months_followed(const Pack& pack) {
    return pack.calendar.steps_until(pack.calendar.start + horizon_years.back() * 12 - 1);
}

Followed nothing_followed(const Pack& pack, std::uint32_t replicates, std::size_t groups) {
    Followed followed;
    followed.replicates = replicates;
    followed.units = {1,
                      static_cast<std::uint32_t>(pack.zones.size()),
                      pack.sectors.size(),
                      static_cast<std::uint32_t>(size_bands.size()),
                      pack.occupations.size(),
                      static_cast<std::uint32_t>(pack.establishments.size()),
                      static_cast<std::uint32_t>(groups)};
    followed.values.resize(Followed::rows() * followed.all_units() * replicates);
    followed.pyramid.resize(followed.all_units() * sex_words.size() * result_age_bands);
    return followed;
}

namespace {

class Following {
public:
    Following(const Plan& plan, const FollowOptions& options)
        : plan_(plan),
          options_(options),
          followed_(nothing_followed(plan.setting.pack, options.replicates, options.groups.size())),
          executives_(executive_occupations(plan.setting.pack)),
          first_(synthesise(plan.setting.pack, plan.synthesis, options.seed, followed_.synthesis,
                            draws_each_replicate(plan.synthesis) ? 0 : every_replicate)) {
        for (const int years : horizon_years) {
            const Calendar& calendar = plan.setting.calendar;
            ends_.push_back(calendar.steps_until(calendar.start + years * 12 - 1));
        }
        const Replicate run(plan, first_, options.seed, 0);
        const FirstHoldings asked = first_holdings(run.state(), plan.setting.pack, plan.observing);
        for (const Holding& one : asked.all) {
            followed_.holdings.push_back({one.establishment.value, one.competence});
        }
    }

    void run(std::uint32_t replicate) {
        std::optional<State> own;
        if (draws_each_replicate(plan_.synthesis) && replicate > 0) {
            SynthesisReport ignored;
            own = synthesise(plan_.setting.pack, plan_.synthesis, options_.seed, ignored, replicate);
        }
        Replicate run(plan_, own ? std::move(*own) : first_, options_.seed, replicate);
        Watch watch(plan_, followed_, executives_, options_.groups, run.state());
        if (options_.first_seen) {
            options_.first_seen(replicate, run.state(), watch.first_holdings());
        }
        for (std::size_t horizon = 0; horizon < ends_.size(); ++horizon) {
            while (run.month() < ends_[horizon]) {
                if (stopped()) {
                    return;
                }
                run.advance();
                watch.see_month(run.state());
                if (options_.month_seen) {
                    options_.month_seen(replicate, run.state());
                }
            }
            watch.see_horizon(run.state(), horizon);
        }
        watch.write(followed_, replicate);
        const std::lock_guard lock(adding_);
        watch.add_sums(followed_);
        if (options_.progress) {
            options_.progress(++done_, options_.replicates);
        }
    }

    bool stopped() {
        stop_ = stop_ || (options_.interrupted && options_.interrupted());
        return stop_;
    }

    Followed take() {
        for (double& people : followed_.pyramid) {
            people *= plan_.setting.pack.persons_per_agent / options_.replicates;
        }
        return std::move(followed_);
    }

private:
    const Plan& plan_;
    const FollowOptions& options_;
    Followed followed_;
    std::vector<std::uint8_t> executives_;
    State first_;            ///< of every replicate, or of the first where each draws its own
    std::vector<int> ends_;  ///< by horizon: steps
    std::atomic<bool> stop_ = false;
    std::size_t done_ = 0;
    std::mutex adding_;
};

}  // namespace

Followed follow(const Plan& plan, const FollowOptions& options) {
    if (plan.setting.horizon < months_followed(plan.setting.pack)) {
        throw ModelError("a plan of " + std::to_string(plan.setting.horizon) + " steps cannot be followed for " +
                         std::to_string(horizon_years.back()) + " years");
    }
    Following following(plan, options);
    const int threads = options.threads > 0 ? options.threads : tbb::info::default_concurrency();
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads));
    tbb::parallel_for(std::uint32_t{0}, options.replicates, [&](std::uint32_t replicate) { following.run(replicate); });
    if (following.stopped()) {
        throw Interrupted();
    }
    return following.take();
}

}  // namespace releve::audit

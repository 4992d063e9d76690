#include "scenarios/audit/levers/burdens.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace releve::audit {

namespace {

/// By Burden; know-how missing is not among the measures of following: see know_how_held.
constexpr std::array<std::optional<Measure>, counted_burdens> counted{
    Measure::unfilled, Measure::lasting_left,        std::nullopt,
    Measure::lost,     Measure::lasting_separations, Measure::know_how_lost};
constexpr BurdenRecord records[] = {
    {Burden::unfilled,
     "unfilled",
     {"fewer months of unfilled posts", "mois de postes non pourvus en moins"},
     "post-months"},
    {Burden::departures,
     "departures",
     {"fewer of the people on lasting contracts leave", "départs de personnes en contrat durable en moins"},
     "persons"},
    {Burden::know_how,
     "know_how",
     {"more know-how of the house in post", "savoir-faire de la maison en poste en plus"},
     "full-time equivalents"},
    {Burden::competences, "competences", {"fewer competences lost", "compétences perdues en moins"}, "competences"},
    {Burden::separations,
     "separations",
     {"fewer separations from lasting contracts, newcomers' included",
      "ruptures de contrats durables en moins, nouveaux venus compris"},
     "persons"},
    {Burden::know_how_lost,
     "know_how_lost",
     {"less know-how taken away", "savoir-faire emporté en moins"},
     "full-time equivalents"},
    {Burden::overall,
     "overall",
     {"relief: mean of the first four, as shares of what the audited establishments bear together",
      "allégement\u00a0: moyenne des quatre premiers, en part de ce que portent ensemble les établissements audités"},
     "1"},
};

}  // namespace

std::span<const BurdenRecord> burden_records() { return records; }

BurdenValues::BurdenValues(const Followed& followed, std::span<const std::uint32_t> establishments,
                           const std::vector<std::vector<double>>& know_how)
    : replicates_(followed.replicates),
      establishments_(establishments.size()) {
    values_.resize(burdens * establishments_ * replicates_);
    auto at = values_.begin();
    for (const std::optional<Measure>& measure : counted) {
        for (std::size_t e = 0; e < establishments.size(); ++e) {
            if (measure) {
                const auto values = followed.of(*measure, Cut::establishment, establishments[e], last_horizon);
                at = std::copy(values.begin(), values.end(), at);
            } else {
                at = std::transform(know_how.begin(), know_how.end(), at, [e](const auto& all) { return all[e]; });
            }
        }
    }
}

Together BurdenValues::together() const {
    Together sum{};
    for (std::size_t burden = 0; burden < counted_burdens; ++burden) {
        const std::vector<double> all = means(burden);
        sum[burden] = std::accumulate(all.begin(), all.end(), 0.0);
    }
    return sum;
}

void BurdenValues::sum_up(const Together& together) {
    const auto end = together.begin() + burdens_in_overall;
    const auto parts = static_cast<double>(std::count_if(together.begin(), end, [](double all) { return all > 0; }));
    const std::size_t one = establishments_ * replicates_;
    for (std::size_t burden = 0; burden < burdens_in_overall; ++burden) {
        for (std::size_t i = 0; i < one; ++i) {
            values_[counted_burdens * one + i] +=
                together[burden] > 0 ? values_[burden * one + i] / together[burden] / parts : 0.0;
        }
    }
}

std::vector<double> BurdenValues::means(std::size_t burden) const {
    std::vector<double> all;
    for (std::size_t e = 0; e < establishments_; ++e) {
        const auto values = of(burden, e);
        all.push_back(std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(replicates_));
    }
    return all;
}

std::vector<double> BurdenValues::sums(std::size_t burden) const {
    std::vector<double> all(replicates_);
    for (std::size_t e = 0; e < establishments_; ++e) {
        for (std::size_t r = 0; r < replicates_; ++r) {
            all[r] += of(burden, e)[r];
        }
    }
    return all;
}

double know_how_held(const State& state, EstablishmentId establishment) {
    const std::uint32_t first = state.establishments.first_cell[establishment];
    double held = 0;
    for (std::uint32_t i = first; i < first + state.establishments.cells[establishment]; ++i) {
        for (const PostId post : state.cells.list[CellId{i}]) {
            const PersonId holder = state.posts[post].holder;
            held += holder.none() ? 0.0 : static_cast<double>(know_how_now(state, holder));
        }
    }
    return held;
}

Gain gain_of(std::span<const double> before, std::span<const double> after) {
    Gain gain;
    const auto runs = static_cast<double>(before.size());
    for (std::size_t r = 0; r < before.size(); ++r) {
        const double relief = before[r] - after[r];
        gain.raw += relief / runs;
        gain.better += (relief > 0 ? 1.0 : relief < 0 ? 0.0 : 0.5) / runs;
        gain.touched = gain.touched || before[r] != after[r];
    }
    double squares = 0;
    for (std::size_t r = 0; r < before.size(); ++r) {
        const double deviation = before[r] - after[r] - gain.raw;
        squares += deviation * deviation;
    }
    gain.error = runs > 1 ? std::sqrt(squares / (runs - 1) / runs) : 0.0;
    return gain;
}

}  // namespace releve::audit

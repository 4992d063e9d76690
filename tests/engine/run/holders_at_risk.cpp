#include "engine/run/result_dataset.hpp"
#include "tests/langres_run.hpp"

#include <catch2/catch.hpp>

using namespace releve;
using namespace releve::tests;

namespace {

constexpr int horizon = 24;  // two years

const std::vector<float>& values_of(const ReplicateResult& result, std::string_view output) {
    return result.values[output_at(output)];
}

double sum(const std::vector<float>& values, std::size_t first, std::size_t count) {
    double total = 0;
    for (std::size_t i = first; i < first + count; ++i) {
        total += double{values[i]};
    }
    return total;
}

}  // namespace

TEST_CASE("what is told of holders at risk agrees from one output to the other") {
    const Pack& pack = langres();
    const ReplicateResult result = run_replicate(langres_plan(horizon), langres_start().state, 1, 0);
    const std::size_t establishments = pack.establishments.size();
    const std::size_t competences = pack.competences.size();
    const std::vector<std::uint32_t> audited = audited_positions(pack);
    const auto number = static_cast<std::size_t>(axis_size(Axis::audited, pack));
    CHECK(number == 30);
    for (std::size_t year = 0; year < 2; ++year) {
        const std::vector<float>& by_establishment = values_of(result, "competences_lost_by_establishment");
        const double lost = double{values_of(result, "competences_lost")[year]};
        CHECK(lost > 0);
        CHECK(sum(by_establishment, year * establishments, establishments) == lost);
        int different = 0, held_and_lost = 0;
        for (std::size_t e = 0; e < establishments; ++e) {
            if (audited[e] != no_index) {
                const std::size_t row = (year * number + audited[e]) * competences;
                const std::vector<float>& gone = values_of(result, "last_holder_gone");
                const double here = double{by_establishment[year * establishments + e]};
                different += sum(gone, row, competences) == here ? 0 : 1;
                for (std::size_t c = 0; c < competences; ++c) {
                    held_and_lost += gone[row + c] > 0 && values_of(result, "holders_by_audited")[row + c] > 0 ? 1 : 0;
                }
            }
        }
        CHECK(different == 0);
        CHECK(held_and_lost == 0);
        for (std::size_t c = 0; c < competences; ++c) {
            if (values_of(result, "few_holders")[year * competences + c] > 0) {
                CHECK(values_of(result, "holders")[year * competences + c] < 3);
            }
        }
    }
}

TEST_CASE("outputs kept by their mean have the mean and the spread of their replicates, and no quantiles") {
    const std::vector<Plan> plans{langres_plan(horizon)};
    constexpr std::uint32_t replicates = 3;
    const EnsembleResult ensemble = run_ensemble(plans, {.seed = 1, .replicates = replicates, .threads = 2});
    const Dataset made = make_dataset(ensemble, plans, std::vector<Scenario>(1), langres(), {.replicates = replicates});
    for (std::size_t i = 0; i < all_outputs().size(); ++i) {
        const std::string name(all_outputs()[i]->name);
        if (!all_outputs()[i]->moments_only) {
            continue;
        }
        INFO(name);
        CHECK(made.find(name + "_q") == nullptr);
        const auto& mean = std::get<std::vector<float>>(made.at(name).data);
        const auto& spread = std::get<std::vector<float>>(made.at(name + "_sd").data);
        std::array<std::vector<float>, replicates> runs;
        for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
            runs[replicate] = ensemble.run(0, replicate).values[i];
        }
        REQUIRE(mean.size() == runs[0].size());
        int wrong = 0;
        for (std::size_t cell = 0; cell < mean.size(); ++cell) {
            const double a = double{runs[0][cell]};
            const double b = double{runs[1][cell]};
            const double c = double{runs[2][cell]};
            const double squares = ((a - b) * (a - b) + (b - c) * (b - c) + (c - a) * (c - a)) / 3;
            wrong += mean[cell] == static_cast<float>((a + b + c) / 3) ? 0 : 1;
            // another formula of the same; both are kept as float (relative error 6e-8)
            wrong +=
                std::abs(double{spread[cell]} - std::sqrt(squares / 2)) <= 1e-6 * (1 + double{spread[cell]}) ? 0 : 1;
        }
        CHECK(wrong == 0);
    }
}

TEST_CASE("levels of holders are parameters of the outputs: they change what is told, not what happens") {
    const ReplicateResult usual = run_replicate(langres_plan(horizon), langres_start().state, 1, 0);
    const ReplicateResult strict =
        run_replicate(langres_plan(horizon, {{"outputs.holder_mastery", 0.9}}), langres_start().state, 1, 0);
    CHECK(sum(values_of(strict, "holders"), 0, langres().competences.size()) <
          sum(values_of(usual, "holders"), 0, langres().competences.size()));
    for (const std::string& name : differences(usual, strict)) {
        INFO(name);
        CHECK((name.find("holder") != std::string::npos || name.find("competences_lost") != std::string::npos));
    }
    CHECK_FALSE(same_but_for_actions(langres_plan(1), langres_plan(1, {{"outputs.few_holders", 5}})));
}

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

TEST_CASE("outputs kept by their mean hold whole numbers, and their sums are those of the replicates") {
    const Plan plan = langres_plan(horizon);
    constexpr std::uint32_t replicates = 3;
    const EnsembleResult ensemble = run_ensemble({plan}, {.seed = 1, .replicates = replicates, .threads = 2});
    std::vector<ReplicateResult> alone;
    for (std::uint32_t i = 0; i < replicates; ++i) {
        alone.push_back(run_replicate(plan, langres_start().state, 1, i));
    }
    for (std::size_t i = 0; i < all_outputs().size(); ++i) {
        INFO(all_outputs()[i]->name);
        const std::vector<double>& sums = ensemble.sums[0][i];
        if (!all_outputs()[i]->mean_only) {
            CHECK(sums.empty());
            continue;
        }
        CHECK(ensemble.runs[0][0].values[i].empty());
        REQUIRE(sums.size() == alone[0].values[i].size());
        int wrong = 0;
        for (std::size_t cell = 0; cell < sums.size(); ++cell) {
            double total = 0;
            for (const ReplicateResult& run : alone) {
                total += double{run.values[i][cell]};
                wrong += run.values[i][cell] == std::floor(run.values[i][cell]) ? 0 : 1;
            }
            wrong += total == sums[cell] ? 0 : 1;
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

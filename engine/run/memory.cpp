#include "engine/run/memory.hpp"

#include "engine/base/fill.hpp"
#include "engine/model/footprint.hpp"
#include "engine/run/kept_runs.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <fmt/format.h>

namespace releve {

namespace {

constexpr double program = 32e6;  // [bytes] code, libraries, what the system keeps for threads: measured
/// A column that grows holds up to twice what is in it.
constexpr double room_to_grow = 2;
/// Of a breakdown: mean, standard deviations (its own and that of the paired difference) and quantiles, as they are worked out
/// and written.
constexpr double bytes_of_summary = 64;
/// Of one that keeps mean and standard deviation alone.
constexpr double bytes_of_mean = 16;

/// What deflating leaves of a run, rather too much: 0.16 on Langres (disk.cpp).
constexpr double most_left_of_kept = 0.5;
/// What is remembered of a run that a journal holds: where its outputs stand there.
constexpr double bytes_of_directory = 4e3;

/// Arrivals a year per resident, over all ages alike: rather too many.
double yearly_arrivals(const Pack& pack) {
    double most = 0;
    for (const std::vector<MigrationRate>& of_sex : pack.migration) {
        double rates = 0;
        double years = 0;
        for (const MigrationRate& row : of_sex) {
            rates += row.in_rate * (row.to_age - row.from_age + 1);
            years += row.to_age - row.from_age + 1;
        }
        most = std::max(most, years > 0 ? rates / years : 0.0);
    }
    return most;
}

double residents_of(const Pack& pack) {
    double residents = 0;
    for (const Zone& zone : pack.zones) {
        residents += zone.inside ? zone.population : 0.0;
    }
    return residents;
}

bool has_outside(const Pack& pack) {
    return std::any_of(pack.zones.begin(), pack.zones.end(), [](const Zone& zone) { return !zone.inside; });
}

double state_bytes(const ExpectedNumbers& numbers, const ClockNumbers& clocks) {
    // room for the persons to come is made at the start: replicate.cpp
    return numbers.persons * static_cast<double>(footprint_of_person(clocks).bytes()) +
           room_to_grow * (numbers.posts * static_cast<double>(footprint_of_post().bytes()) +
                           numbers.cells * static_cast<double>(footprint_of_cell(clocks).bytes()) +
                           numbers.establishments * static_cast<double>(footprint_of_establishment(clocks).bytes()));
}

/// Numbers that one replicate gives, of the outputs that keep every replicate or of the others.
double values_of(const Plan& plan, bool moments_only) {
    const Setting& setting = plan.setting;
    double values = 0;
    for (const Output* output : all_outputs()) {
        if (output->moments_only == moments_only && is_given(*output, setting.pack)) {
            values += static_cast<double>(cells_of(*output, setting.pack)) * periods_of(*output, setting);
        }
    }
    return values;
}

double of_run_done(const MemoryNeed& need, const EnsembleSize& size) {
    return size.in_journal ? need.in_journal : need.kept;
}

}  // namespace

Text size_text(double bytes) {
    const std::string megabytes = fmt::format("{:.0f}", std::ceil(bytes / 1e6));
    return {megabytes + " MB", megabytes + "\u00a0Mo"};
}

double numbers_of_run(const Plan& plan) { return values_of(plan, false) + values_of(plan, true); }

double expected_arrivals(const Pack& pack, const Calendar& calendar, int horizon) {
    double young = 0;
    for (const std::array<double, 2>& of_year : pack.school_cohorts) {
        young = std::max(young, of_year[0] + of_year[1]);
    }
    return horizon * calendar.step / 12.0 * (residents_of(pack) * yearly_arrivals(pack) + young);
}

ExpectedNumbers expected_numbers(const Pack& pack, const Calendar& calendar, int horizon) {
    ExpectedNumbers numbers;
    for (const PostRow& row : pack.posts) {
        numbers.posts += row.posts;
    }
    for (const MarketRow& row : pack.market) {
        numbers.persons += (row.employed + row.unemployed) / pack.persons_per_agent;
        numbers.posts += std::max(row.target, row.employed + row.vacancies) / pack.persons_per_agent;
    }
    numbers.cells = static_cast<double>(pack.posts.size() + pack.market.size());
    numbers.establishments = static_cast<double>(pack.establishments.size() + (pack.market.empty() ? 0 : 1));
    if (pack.market.empty()) {
        // workers and job seekers who live outside are at most as many as the posts
        numbers.persons =
            residents_of(pack) + (has_outside(pack) ? numbers.posts : 0.0) + expected_arrivals(pack, calendar, horizon);
    }
    return numbers;
}

MemoryNeed memory_need(const std::vector<Plan>& plans) {
    MemoryNeed need{.shared = program};
    double largest = 0;
    for (const Plan& plan : plans) {
        const double every = values_of(plan, false);
        const double summed = values_of(plan, true);
        const ExpectedNumbers numbers =
            expected_numbers(plan.setting.pack, plan.setting.calendar, plan.setting.horizon);
        largest = std::max(largest, state_bytes(numbers, all_clocks()) + (every + summed) * sizeof(float));
        need.first = std::max(need.first, state_bytes(numbers, {}));  // no clock runs in it yet
        need.kept = std::max(need.kept, (every + summed) * sizeof(float) * most_left_of_kept);
        need.in_journal = bytes_of_directory;
        need.columns = 2.0 * slab_cells * sizeof(float);  // of two scenarios that are compared
        need.shared += every * bytes_of_summary + summed * bytes_of_mean;
    }
    need.running = largest * (plans.size() > 1 ? 2 : 1);  // a branch and the trunk it leaves
    return need;
}

double memory_of(const MemoryNeed& need, const EnsembleSize& size) {
    const auto runs = static_cast<double>(size.scenarios * size.replicates);
    const double at_once = std::min(static_cast<double>(size.replicates), double{values_at_once / slab_cells});
    return need.shared + need.columns * at_once + (runs > 1 ? need.first : 0.0) +
           need.running * std::min(static_cast<double>(size.threads), runs) + of_run_done(need, size) * runs;
}

void refuse_too_large(const MemoryNeed& need, const EnsembleSize& size, double available) {
    const double needed = memory_of(need, size);
    if (needed <= available) {
        return;
    }
    const Text told = fill({"the run needs about {} and {} is available (about {} for each replicate that runs at the "
                            "same time, {} for each one done)",
                            "le calcul demande environ {} et {} sont disponibles (environ {} pour chaque réplique en "
                            "cours, {} pour chaque réplique faite)"},
                           {size_text(needed), size_text(available), size_text(need.running),
                            size_text(of_run_done(need, size) * static_cast<double>(size.scenarios))});
    const auto fits = [&](std::size_t replicates, std::size_t threads) {
        return memory_of(need, {size.scenarios, replicates, threads, size.in_journal}) <= available;
    };
    std::size_t threads = size.threads;
    while (threads > 1 && !fits(size.replicates, threads)) {
        --threads;
    }
    if (fits(size.replicates, threads)) {
        throw MemoryError(fill(
            {"{} what fits: {} at the same time (threads)", "{} ce qui tient\u00a0: {} en même temps (processeurs)"},
            {told, std::to_string(threads)}));
    }
    std::size_t replicates = 0;  // the most that fit, found bit by bit
    for (std::size_t step = std::bit_floor(size.replicates); step > 0; step /= 2) {
        replicates += fits(replicates + step, 1) ? step : 0;
    }
    if (replicates >= 1) {
        throw MemoryError(
            fill({"{} what fits: --replicates {} --threads 1", "{} ce qui tient\u00a0: --replicates {} --threads 1"},
                 {told, std::to_string(std::min(replicates, size.replicates))}));
    }
    throw MemoryError(
        fill({"{} not even one replicate fits: a territory of at most {} % of this size would",
              "{} pas même une réplique ne tient\u00a0: il faudrait un territoire d'au plus {} % de "
              "celui-ci"},
             {told, fmt::format("{:.0f}", std::max(0.0, std::floor(100 * (available - program) /
                                                                   (need.shared + need.running - program))))}));
}

}  // namespace releve

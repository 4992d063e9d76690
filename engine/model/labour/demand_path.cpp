#include "engine/model/labour/demand_path.hpp"

#include "engine/base/portable_math.hpp"

#include <algorithm>
#include <cmath>

namespace releve {

namespace {

constexpr Purpose of_rounding = purpose("demand.rounding");

std::size_t years_of(const Setting& setting) {
    const Calendar& calendar = setting.calendar;
    return static_cast<std::size_t>(calendar.date(setting.horizon).year() - calendar.start.year() + 1);
}

/// Mean over all posts of the share of work taken over.
double mean_substitution(const Pack& pack) {
    if (pack.substitution.empty()) {
        return 0;
    }
    double taken = 0;
    double posts = 0;
    for (const MarketRow& row : pack.market) {
        taken += row.target * pack.substitution[row.occupation];
        posts += row.target;
    }
    for (const PostRow& row : pack.posts) {
        taken += row.posts * pack.substitution[row.occupation];
        posts += row.posts;
    }
    return posts > 0 ? taken / posts : 0;
}

/// How far the substitution has come, from 0 to 1: a logistic curve from 0.01 % to 99.99 % of it over its duration.
double substituted(const DemandShape& shape, double months) {
    constexpr double edge = 9.210240366975849;  // ln 9999
    const double way = (months - shape.substitution_start) / shape.substitution_duration;
    return shape.substitution / (1 + portable_exp(edge * (1 - 2 * way)));
}

bool substitutes(const DemandShape& shape) { return shape.substitution > 0 && shape.substitution_duration > 0; }
bool is_substituting(const DemandShape& shape, double months) {
    return substitutes(shape) && months >= shape.substitution_start;
}

/// The positions that a row of the table speaks of: one, or all of them.
std::pair<std::size_t, std::size_t> span_of(std::int32_t position, std::size_t all) {
    const auto first = static_cast<std::size_t>(std::max(position, 0));
    return {first, position < 0 ? all : first + 1};
}

}  // namespace

std::vector<double> growth_path(const Setting& setting, double shift) {
    const Pack& pack = setting.pack;
    const std::size_t years = years_of(setting);
    const std::size_t occupations = pack.occupations.size();
    std::vector<double> growth(pack.sectors.size() * occupations * years, shift);
    for (const DemandRow& row : pack.demand) {
        const int year = row.year - setting.calendar.start.year() + 1;
        if (year < 1 || year >= static_cast<int>(years)) {
            continue;
        }
        const auto [first_sector, end_sector] = span_of(row.sector, pack.sectors.size());
        const auto [first_occupation, end_occupation] = span_of(row.occupation, occupations);
        for (std::size_t sector = first_sector; sector < end_sector; ++sector) {
            for (std::size_t occupation = first_occupation; occupation < end_occupation; ++occupation) {
                growth[(sector * occupations + occupation) * years + static_cast<std::size_t>(year)] += row.growth;
            }
        }
    }
    for (std::size_t cell = 0; cell * years < growth.size(); ++cell) {
        growth[cell * years] = 1.0;
        for (std::size_t year = 1; year < years; ++year) {  // the table refuses a growth under -1; a shift may pass it
            growth[cell * years + year] =
                growth[cell * years + year - 1] * std::max(0.0, 1.0 + growth[cell * years + year]);
        }
    }
    return growth;
}

double growth_index(const Setting& setting, std::span<const double> path, std::size_t sector, std::size_t occupation,
                    int step) {
    const int year = setting.calendar.date(step).year() - setting.calendar.start.year();
    const std::size_t row = sector * setting.pack.occupations.size() + occupation;
    return path[row * years_of(setting) + static_cast<std::size_t>(year)];
}

std::vector<double> demand_path(const Setting& setting, const DemandShape& shape) {
    const Pack& pack = setting.pack;
    std::vector<double> table = growth_path(setting, shape.growth_shift);
    table.insert(table.end(), pack.substitution.begin(), pack.substitution.end());
    table.push_back(mean_substitution(pack));
    return table;
}

DemandTarget demand_target(const RiskContext& at, const DemandShape& shape, CellId cell, int step) {
    const State& state = at.state;
    const Calendar& calendar = at.setting.calendar;
    const std::size_t occupations = at.setting.pack.occupations.size();
    const std::size_t occupation = state.cells.occupation[cell];
    const std::size_t sector = state.establishments.sector[state.cells.establishment[cell]];
    const double threshold = state.luck.draws({state.cells.key[cell], 0}, of_rounding).uniform();
    const auto whole = [&](int when, double factor) {
        const double index = growth_index(at.setting, at.prepared, sector, occupation, when);
        return std::floor(state.cells.posts_at_start[cell] * index * factor + threshold);
    };
    if (const double months = step * calendar.step; is_substituting(shape, months)) {
        // the work saved is spread over all posts in proportion: their sum stays what it was
        const double come = substituted(shape, months);
        const double share = at.prepared[at.prepared.size() - 1 - occupations + occupation];
        return {whole(step, (1 - share * come) / (1 - at.prepared.back() * come)), step + 1};
    }
    DemandTarget target{whole(step, 1), calendar.next_year(step)};
    const int horizon = at.setting.horizon;
    const int known_until =
        substitutes(shape) ? static_cast<int>(std::ceil(shape.substitution_start / calendar.step)) : horizon;
    while (target.until < std::min(known_until, horizon) && whole(target.until, 1) == target.posts) {
        target.until = calendar.next_year(target.until);
    }
    return {target.posts, substitutes(shape) ? std::min(target.until, known_until) : target.until};
}

}  // namespace releve

#include "engine/synthesis/raking.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace releve {

namespace {

/// For each cell of the table, its place in a margin.
std::vector<std::uint32_t> places(const std::vector<std::size_t>& shape, const Margin& margin) {
    const std::size_t cells = std::accumulate(shape.begin(), shape.end(), std::size_t{1}, std::multiplies<>{});
    std::vector<std::uint32_t> place(cells);
    std::vector<std::size_t> position(shape.size());
    for (std::size_t cell = 0; cell < cells; ++cell) {
        std::size_t rest = cell;
        for (std::size_t axis = shape.size(); axis-- > 0;) {
            position[axis] = rest % shape[axis];
            rest /= shape[axis];
        }
        std::size_t at = 0;
        for (const std::size_t axis : margin.axes) {
            at = at * shape[axis] + position[axis];
        }
        place[cell] = static_cast<std::uint32_t>(at);
    }
    return place;
}

Eigen::ArrayXd sums(const Eigen::ArrayXd& cells, const std::vector<std::uint32_t>& place, std::size_t size) {
    Eigen::ArrayXd total = Eigen::ArrayXd::Zero(static_cast<Eigen::Index>(size));
    for (Eigen::Index cell = 0; cell < cells.size(); ++cell) {
        total[place[static_cast<std::size_t>(cell)]] += cells[cell];
    }
    return total;
}

/// Scales to one margin; returns the largest gap found before.
double fit(Eigen::ArrayXd& cells, const Margin& margin, const std::vector<std::uint32_t>& place) {
    const Eigen::Map<const Eigen::ArrayXd> known(margin.totals.data(), static_cast<Eigen::Index>(margin.totals.size()));
    const Eigen::ArrayXd now = sums(cells, place, margin.totals.size());
    const Eigen::ArrayXd factor =
        known.isNaN().select(1.0, (now > 0).select(known / now.max(1e-300), Eigen::ArrayXd::Zero(known.size())));
    for (Eigen::Index cell = 0; cell < cells.size(); ++cell) {
        cells[cell] *= factor[place[static_cast<std::size_t>(cell)]];
    }
    return known.isNaN().select(0.0, (known - now).abs()).maxCoeff();
}

}  // namespace

RakingResult rake(const std::vector<std::size_t>& shape, Eigen::ArrayXd seed, const std::vector<Margin>& margins,
                  double tolerance, int most_rounds) {
    RakingResult result{std::move(seed), 0, 0};
    std::vector<std::vector<std::uint32_t>> place;
    for (const Margin& margin : margins) {
        place.push_back(places(shape, margin));
    }
    for (result.rounds = 0; result.rounds < most_rounds; ++result.rounds) {
        result.largest_residual = 0;
        for (std::size_t m = 0; m < margins.size(); ++m) {
            result.largest_residual = std::max(result.largest_residual, fit(result.cells, margins[m], place[m]));
        }
        if (result.largest_residual <= tolerance) {
            break;
        }
    }
    return result;
}

IntegerTable integerise(const std::vector<std::size_t>& shape, const Eigen::ArrayXd& cells,
                        const std::vector<Margin>& margins) {
    IntegerTable table;
    std::vector<std::vector<std::uint32_t>> place;
    std::vector<std::vector<std::int64_t>> lacking;
    for (const Margin& margin : margins) {
        place.push_back(places(shape, margin));
        std::vector<std::int64_t>& left = lacking.emplace_back();
        for (const double total : margin.totals) {
            left.push_back(std::isnan(total) ? std::int64_t{1} << 40 : static_cast<std::int64_t>(std::llround(total)));
        }
    }
    const auto give = [&](std::size_t cell, std::int32_t units) {
        table.cells[cell] += units;
        for (std::size_t m = 0; m < margins.size(); ++m) {
            lacking[m][place[m][cell]] -= units;
        }
    };
    table.cells.assign(static_cast<std::size_t>(cells.size()), 0);
    std::vector<std::uint32_t> order;
    for (std::size_t cell = 0; cell < table.cells.size(); ++cell) {
        const double value = cells[static_cast<Eigen::Index>(cell)];
        give(cell, static_cast<std::int32_t>(std::floor(value + 1e-9)));
        if (value > 0) {
            order.push_back(static_cast<std::uint32_t>(cell));
        }
    }
    const auto remainder = [&](std::uint32_t cell) {
        const double value = cells[static_cast<Eigen::Index>(cell)];
        return value - std::floor(value + 1e-9);
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return remainder(a) > remainder(b); });
    for (bool given = true; given;) {
        given = false;
        for (const std::uint32_t cell : order) {
            bool lacks = true;
            for (std::size_t m = 0; m < margins.size(); ++m) {
                lacks = lacks && lacking[m][place[m][cell]] > 0;
            }
            if (lacks) {
                give(cell, 1);
                given = true;
            }
        }
    }
    for (std::size_t m = 0; m < margins.size(); ++m) {
        for (std::size_t i = 0; i < lacking[m].size(); ++i) {
            table.residual += std::isnan(margins[m].totals[i]) ? 0 : std::llabs(lacking[m][i]);
        }
    }
    return table;
}

}  // namespace releve

#include "engine/synthesis/population.hpp"

#include "engine/synthesis/raking.hpp"

#include <array>
#include <map>

namespace releve {

namespace {

/// Groups the lines of a margin table by the axes they fix: each group is one margin, 0 where it has no line.
template <std::size_t Axes>
class MarginBuilder {
public:
    explicit MarginBuilder(const std::array<std::size_t, Axes>& shape) : shape_(shape) {}
    void add(const std::array<std::int32_t, Axes>& position, double persons) {
        std::vector<std::size_t> axes;
        std::size_t place = 0;
        std::size_t size = 1;
        for (std::size_t axis = 0; axis < Axes; ++axis) {
            if (position[axis] >= 0) {
                axes.push_back(axis);
                place = place * shape_[axis] + static_cast<std::size_t>(position[axis]);
                size *= shape_[axis];
            }
        }
        Margin& margin = margins_[axes];
        margin.axes = axes;
        margin.totals.resize(size, 0.0);
        margin.totals[place] += persons;
    }
    std::vector<Margin> margins() const {
        std::vector<Margin> all;
        for (const auto& [axes, margin] : margins_) {
            all.push_back(margin);
        }
        return all;
    }
    std::vector<std::size_t> shape() const { return {shape_.begin(), shape_.end()}; }
    Eigen::ArrayXd uniform_seed() const {
        std::size_t cells = 1;
        for (const std::size_t size : shape_) {
            cells *= size;
        }
        return Eigen::ArrayXd::Ones(static_cast<Eigen::Index>(cells));
    }

private:
    std::array<std::size_t, Axes> shape_;
    std::map<std::vector<std::size_t>, Margin> margins_;
};

template <std::size_t Axes>
IntegerTable whole_table(const MarginBuilder<Axes>& builder) {
    const std::vector<Margin> margins = builder.margins();
    const RakingResult raked = rake(builder.shape(), builder.uniform_seed(), margins, 1e-4, 500);
    return integerise(builder.shape(), raked.cells, margins);
}

}  // namespace

std::vector<Individual> residents_of(const Pack& pack, std::size_t inside_zones, std::int64_t& residual) {
    const std::array<std::size_t, 4> shape{inside_zones, pack.age_bands.size(), sex_words.size(), status_words.size()};
    MarginBuilder<4> builder(shape);
    for (const PopulationMargin& row : pack.population_margins) {
        builder.add({row.zone, row.age_band, row.sex, row.status}, row.persons);
    }
    const IntegerTable table = whole_table(builder);
    residual = table.residual;
    std::vector<Individual> residents;
    for (std::size_t cell = 0; cell < table.cells.size(); ++cell) {
        const std::size_t status = cell % shape[3];
        const std::size_t sex = cell / shape[3] % shape[2];
        const std::size_t band = cell / (shape[3] * shape[2]) % shape[1];
        const std::size_t zone = cell / (shape[3] * shape[2] * shape[1]);
        const Individual one{static_cast<std::uint16_t>(zone), static_cast<std::uint8_t>(band), static_cast<Sex>(sex),
                             static_cast<Status>(status)};
        residents.insert(residents.end(), static_cast<std::size_t>(table.cells[cell]), one);
    }
    return residents;
}

std::vector<std::vector<Individual>> workers_of(const Pack& pack, std::int64_t& residual) {
    const std::array<std::size_t, 3> shape{pack.occupations.size(), pack.age_bands.size(), sex_words.size()};
    MarginBuilder<3> builder(shape);
    for (const EmploymentMargin& row : pack.employment_margins) {
        builder.add({row.occupation, row.age_band, row.sex}, row.persons);
    }
    const IntegerTable table = whole_table(builder);
    residual = table.residual;
    std::vector<std::vector<Individual>> workers(pack.occupations.size());
    for (std::size_t cell = 0; cell < table.cells.size(); ++cell) {
        const Individual one{0, static_cast<std::uint8_t>(cell / 2 % shape[1]), static_cast<Sex>(cell % 2),
                             Status::employed};
        std::vector<Individual>& of_occupation = workers[cell / (2 * shape[1])];
        of_occupation.insert(of_occupation.end(), static_cast<std::size_t>(table.cells[cell]), one);
    }
    return workers;
}

}  // namespace releve

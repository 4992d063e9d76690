#include "scenarios/audit/systemic/robustness.hpp"

#include "engine/base/draws.hpp"

#include <algorithm>

namespace releve::audit {

namespace {

constexpr double most_influence = 3;

class Tally {
public:
    Tally(const CrossMatrix& matrix, const Reading& read) : read_(read), of_(read(matrix)) {
        sum_.axes.assign(matrix.axes, {0, 0, 0});
    }

    void see(const CrossMatrix& moved) {
        const std::vector<AxisPlace> places = read_(moved);
        ++sum_.cases;
        bool all = true;
        for (std::size_t i = 0; i < sum_.axes.size(); ++i) {
            const AxisPlace& before = of_[i];
            const AxisPlace& now = places[i];
            sum_.axes[i].quadrant += before.quadrant == now.quadrant ? 1 : 0;
            sum_.axes[i].influence_rank += before.influence_rank == now.influence_rank ? 1 : 0;
            sum_.axes[i].dependence_rank += before.dependence_rank == now.dependence_rank ? 1 : 0;
            all = all && before.quadrant == now.quadrant;
        }
        kept_all_ += all ? 1 : 0;
    }

    Robustness take() {
        const auto cases = static_cast<double>(std::max<std::size_t>(sum_.cases, 1));
        for (AxisRobustness& axis : sum_.axes) {
            axis.quadrant = sum_.cases > 0 ? axis.quadrant / cases : 1;
            axis.influence_rank = sum_.cases > 0 ? axis.influence_rank / cases : 1;
            axis.dependence_rank = sum_.cases > 0 ? axis.dependence_rank / cases : 1;
        }
        sum_.all_quadrants = sum_.cases > 0 ? kept_all_ / cases : 1;
        return std::move(sum_);
    }

private:
    const Reading& read_;
    std::vector<AxisPlace> of_;
    Robustness sum_;
    double kept_all_ = 0;
};

}  // namespace

std::vector<AxisPlace> read_alone(const CrossMatrix& matrix) { return view_of(matrix).indirect; }

Robustness moved_one_at_a_time(const CrossMatrix& matrix, const Reading& read) {
    Tally tally(matrix, read);
    CrossMatrix moved = matrix;
    for (std::size_t at = 0; at < matrix.influence.size(); ++at) {
        if (at / matrix.axes == at % matrix.axes) {
            continue;
        }
        for (const double step : {-1.0, 1.0}) {
            const double influence = matrix.influence[at] + step;
            if (influence >= 0 && influence <= most_influence) {
                moved.influence[at] = influence;
                tally.see(moved);
            }
        }
        moved.influence[at] = matrix.influence[at];
    }
    return tally.take();
}

Robustness moved_at_random(const CrossMatrix& matrix, const RandomMoves& moves, const Reading& read) {
    Tally tally(matrix, read);
    CrossMatrix moved = matrix;
    for (std::uint32_t draw = 0; draw < moves.draws; ++draw) {
        const Luck luck{moves.seed, draw};
        for (std::size_t at = 0; at < matrix.influence.size(); ++at) {
            if (at / matrix.axes != at % matrix.axes) {
                Draws draws = luck.draws({static_cast<std::uint32_t>(at), 0}, purpose("audit.influence_moved"));
                const double step = static_cast<double>(draws.below(3)) - 1.0;
                moved.influence[at] = std::clamp(matrix.influence[at] + step, 0.0, most_influence);
            }
        }
        tally.see(moved);
    }
    return tally.take();
}

}  // namespace releve::audit

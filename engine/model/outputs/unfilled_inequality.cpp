#include "engine/model/output.hpp"
#include "engine/model/outputs/definitions.hpp"

#include <algorithm>

namespace releve::outputs {

namespace {

struct Commune {
    double posts = 0, unfilled = 0;
    double rate() const { return posts > 0 ? unfilled / posts : 0; }
};

std::vector<Commune> communes_of(const State& state) {
    std::vector<Commune> communes(state.inside_zones);
    const auto zone_of = [&](EstablishmentId establishment) { return state.establishments.zone[establishment]; };
    for (std::uint32_t i = 0; i < state.cells.size(); ++i) {
        communes[zone_of(state.cells.establishment[CellId{i}])].posts += state.cells.posts[CellId{i}];
    }
    for (const PostId post : state.vacancies.members()) {
        communes[zone_of(establishment_of(state, post))].unfilled += is_unfilled(state, post) ? 1 : 0;
    }
    return communes;
}

/// With the communes by rising rate, a post pair differs by the steps between their places: each step counts the posts
/// below it times those above, twice (either may be drawn first).
double mean_difference(std::vector<Commune> communes) {
    std::stable_sort(communes.begin(), communes.end(),
                     [](const Commune& a, const Commune& b) { return a.rate() < b.rate(); });
    double posts = 0;
    for (const Commune& commune : communes) {
        posts += commune.posts;
    }
    double below = 0;
    double sum = 0;
    for (std::size_t i = 0; i + 1 < communes.size(); ++i) {
        below += communes[i].posts;
        sum += 2 * below * (posts - below) * (communes[i + 1].rate() - communes[i].rate());
    }
    return posts > 0 ? sum / (posts * posts) : 0;
}

void observe(const Observation& at, std::span<double> cells) { cells[0] = mean_difference(communes_of(at.state)); }

}  // namespace

extern const Output unfilled_inequality = {
    .name = "unfilled_inequality",
    .label = {"inequality of unfilled posts between communes", "inégalité entre communes des postes non pourvus"},
    .meaning = {"By how much the shares of unfilled posts of two communes differ on average, the communes being those "
                "of two posts drawn at random: Gini's mean difference. Absolute, so that a fall of shortage everywhere "
                "lowers it too.",
                "De combien diffèrent en moyenne les parts de postes non pourvus de deux communes, celles de deux "
                "postes tirés au hasard : différence moyenne de Gini. Absolue : une baisse partout la réduit aussi."},
    .unit = "1",
    .kind = OutputKind::rate,
    .period = Period::year,
    .formula =
        "sum_i sum_j n_i n_j |u_i / n_i - u_j / n_j| / (sum_i n_i)^2; n_i posts and u_i unfilled posts of commune "
        "i at the end of the year (a commune without posts counts for nothing)",
    .adds_up = "does not add up",
    .source = "Gini (1912), mean difference; Yitzhaki (2003), Journal of Economic Inequality 1, 51-58",
    .table = "establishments",
    .observe = observe,
};

}  // namespace releve::outputs

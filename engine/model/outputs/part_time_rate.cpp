#include "engine/model/output.hpp"

#include <array>

namespace releve::outputs {

namespace {

constexpr Axis axes[] = {Axis::sex};

void observe(const Observation& at, std::span<double> cells) {
    const Census& census = at.year->census;
    std::array<double, sex_words.size()> in_post{};
    for (std::size_t group = 0; group < census.in_post.size(); ++group) {
        in_post[group % in_post.size()] += census.in_post[group];
    }
    for (std::size_t sex = 0; sex < in_post.size(); ++sex) {
        cells[sex] = in_post[sex] > 0 ? census.part_time[sex] / in_post[sex] : 0;
    }
}

}  // namespace

extern const Output part_time_rate = {
    .name = "part_time_rate",
    .label = {"part-time rate", "taux de temps partiel"},
    .meaning = {"Share of the people in post who work part time at the end of the year, by sex.",
                "Part des personnes en poste à temps partiel en fin d'année, par sexe."},
    .unit = "1",
    .kind = OutputKind::rate,
    .period = Period::year,
    .axes = axes,
    .formula = "people in post part time / people in post",
    .adds_up = "does not add up",
    .source = "Insee, labour force survey",
    .table = "working_time",
    .observe = observe,
};

}  // namespace releve::outputs

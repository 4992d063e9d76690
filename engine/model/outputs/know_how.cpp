#include "engine/model/output.hpp"

namespace releve::outputs {

namespace {

void observe(const Observation& at, std::span<double> cells) {
    const State& state = at.state;
    double held = 0;
    double posts = 0;
    for (std::uint32_t i = 0; i < state.posts.size(); ++i) {
        const PostId post{i};
        posts += state.posts[post].exists() ? 1 : 0;
        if (const PersonId holder = state.posts[post].holder; !holder.none()) {
            held += know_how_now(state, holder);
        }
    }
    cells[0] = posts > 0 ? held / posts : 0;
}

}  // namespace

extern const Output know_how = {
    .name = "know_how",
    .label = {"know-how held", "savoir-faire détenu"},
    .meaning = {"Know-how of their own establishment that the people in post hold at the end of the year, on average "
                "over posts (0: all new to the house; 1: all know it fully).",
                "Savoir-faire de leur établissement que détiennent les personnes en poste en fin d'année, en moyenne "
                "par poste (0 : tous nouveaux dans la maison ; 1 : tous la connaissent pleinement)."},
    .unit = "1",
    .kind = OutputKind::rate,
    .period = Period::year,
    .formula = "sum of know-how over people in post / posts",
    .adds_up = "does not add up",
    .source = "definition (model page, what is measured)",
    .table = "occupation_competences",
    .observe = observe,
};

}  // namespace releve::outputs

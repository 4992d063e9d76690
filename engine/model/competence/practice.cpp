#include "engine/inputs/profile.hpp"
#include "engine/model/process.hpp"

namespace releve::processes {

namespace {

enum : std::size_t { know_how_months, learning_multiplier, fading_multiplier };
constexpr Parameter parameters[] = {
    {.name = "know_how_months",
     .value = 36,
     .unit = "month",
     .least = 3,
     .most = 240,
     .meaning = {"time in which 63 % of the know-how of an establishment is learnt",
                 "durée pour acquérir 63 % des savoir-faire d'un établissement"},
     .source = "guess",
     .guess = true},
    {.name = "learning_multiplier",
     .value = 1,
     .unit = "1",
     .least = 0.1,
     .most = 10,
     .meaning = {"multiplies the speed at which every occupation is learnt",
                 "multiplie la vitesse d'apprentissage de tous les métiers"},
     .source = "1: the times of the pack's table as they are"},
    {.name = "fading_multiplier",
     .value = 1,
     .unit = "1",
     .least = 0,
     .most = 10,
     .meaning = {"multiplies the speed at which mastery fades without practice",
                 "multiplie la vitesse à laquelle la maîtrise se perd sans pratique"},
     .source = "1: the times of the pack's table as they are"},
};
constexpr std::string_view tables[] = {"competences", "occupation_competences"};

void begin(const Step& at, State& state) {
    const Pack& pack = at.setting.pack;
    state.practice = {};
    for (std::size_t occupation = 0; occupation < pack.occupations.size(); ++occupation) {
        const double learning = profile_mean(pack, occupation, pack.learning_months);
        const double fading = profile_mean(pack, occupation, pack.fading_months);
        state.practice.gain.push_back(static_cast<float>(at.parameters[learning_multiplier] / learning));
        state.practice.fading.push_back(static_cast<float>(at.parameters[fading_multiplier] / fading));
    }
    state.practice.know_how_gain = static_cast<float>(1.0 / at.parameters[know_how_months]);
}

}  // namespace

extern const Process practice = {
    .name = "practice",
    .label = {"practice of occupations", "pratique des métiers"},
    .meaning =
        {"Mastery of an occupation grows with practice and fades without; know-how of the establishment grows with "
         "tenure and is lost to it when the person leaves. Both are closed forms of time, brought up to date only "
         "when something happens to the person.",
         "La maîtrise d'un métier croît avec la pratique et se perd sans elle ; le savoir-faire de l'établissement "
         "croît avec l'ancienneté et lui échappe quand la personne part. Ce sont des formes closes du temps, mises "
         "à jour seulement quand il arrive quelque chose à la personne."},
    .formula =
        "in practice dm/dt = (1 - m) / learning_months, without dm/dt = -m / fading_months (means over the "
        "occupation's competences); know-how dk/dt = (1 - k) / know_how_months",
    .source = "learning curves as exponentials (usual in the field); times: pack table competences, guesses",
    .parameters = parameters,
    .tables = tables,
    .begin = begin,
};

}  // namespace releve::processes

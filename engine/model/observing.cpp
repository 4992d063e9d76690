#include "engine/model/observing.hpp"

namespace releve {

namespace {

constexpr Parameter parameters[] = {
    {.name = "asked_level",
     .value = 0.5,
     .unit = "1",
     .least = 0.01,
     .most = 1,
     .meaning = {"level from which an occupation asks a competence of the people who hold it (outputs on holders)",
                 "niveau à partir duquel un métier demande une compétence à qui l'exerce (indicateurs de détenteurs)"},
     .source = "guess: half of the level of those who need it most",
     .guess = true},
    {.name = "holder_mastery",
     .value = 0.7,
     .unit = "1",
     .least = 0.05,
     .most = 1,
     .meaning =
         {"mastery of the occupation from which a person in post holds its competences (outputs on holders)",
          "maîtrise du métier à partir de laquelle une personne en poste en détient les compétences (indicateurs "
          "de détenteurs)"},
     .source = "guess: well past the learning, able to pass it on",
     .guess = true},
    {.name = "few_holders",
     .value = 3,
     .unit = "person",
     .least = 1,
     .most = 1000,
     .meaning = {"fewer people than this are few holders of a competence in the territory (few_holders)",
                 "en dessous de ce nombre, les détenteurs d'une compétence dans le territoire sont peu (few_holders)"},
     .source = "guess: one falls ill, one leaves; 1 asks for nobody at all",
     .guess = true},
};

}  // namespace

std::span<const Parameter> observing_parameters() { return parameters; }

}  // namespace releve

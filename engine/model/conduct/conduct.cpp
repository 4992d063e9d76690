#include "engine/base/portable_math.hpp"
#include "engine/model/conduct/score_model.hpp"
#include "engine/model/process.hpp"

#include <algorithm>

namespace releve::processes {

namespace {

enum : std::size_t { strength, quits_conditions, quits_management, attraction, know_how, succession, sharing };

constexpr Parameter per_point(std::string_view name, double value, double least, double most, Label meaning,
                              std::string_view source) {
    return {.name = name,
            .value = value,
            .unit = "1",
            .least = least,
            .most = most,
            .meaning = meaning,
            .source = source,
            .guess = true};
}

constexpr Parameter parameters[] = {
    {.name = "strength",
     .value = 1,
     .unit = "1",
     .least = 0,
     .most = 2,
     .meaning =
         {"multiplies all that scores change; 0: they change nothing (they are drawn all the same)",
          "multiplie tout ce que les notes changent ; 0 : elles ne changent rien (elles sont tirées quand même)"},
     .source = "a decision: 1 takes the figures below as they are, 0 and 2 show what hangs on them"},
    per_point("quits_conditions", -0.08, -0.25, 0,
              {"relative change of resignations and of looking elsewhere for each point of working_conditions",
               "variation relative des démissions et de la recherche d'un autre poste par point de working_conditions"},
              "guess (-0.20 to -0.02) from Cottini, Kato and Westergaard-Nielsen 2011 (Danish linked data): physical "
              "hazards add 3 points to a voluntary turnover of 18 %, that is a factor of 1.17, taken as two points of "
              "score; how scores relate to hazards is the guess"),
    per_point("quits_management", -0.1, -0.3, 0,
              {"relative change of resignations and of looking elsewhere for each point of people_management",
               "variation relative des démissions et de la recherche d'un autre poste par point de people_management"},
              "guess (-0.20 to -0.03) from Cottini, Kato and Westergaard-Nielsen 2011: an unsupportive boss adds 6 "
              "points to a voluntary turnover of 18 %, that is a factor of 1.33, taken as three points of score"),
    per_point("attraction", 0.1, 0, 0.4,
              {"relative change of the attractiveness to applicants for each point of recruitment",
               "variation relative de l'attractivité auprès des candidats par point de recruitment"},
              "guess (0 to 0.25): no published elasticity; that 85 % of employers with hard working conditions find "
              "recruiting difficult, 71 % of all (Dares 2022, survey of 2019), tells the sign only"),
    per_point("know_how", 0.15, 0, 0.5,
              {"relative change of the speed at which know-how of the house is learnt for each point of transmission",
               "variation relative de la vitesse d'apprentissage des savoir-faire de la maison par point de "
               "transmission"},
              "guess (0 to 0.30): no published figure"),
    per_point("succession", 0.15, 0, 0.5,
              {"relative change of the hazard of hiring each month, once somebody has retired, for each point of "
               "succession",
               "variation relative du risque mensuel d'embaucher, une fois une personne partie en retraite, par point "
               "de succession"},
              "guess (0 to 0.30): no published figure"),
    per_point("sharing", 0.3, 0, 0.7,
              {"relative change of the share that takes part in employer_group and interfirm_network for each point of "
               "cooperation",
               "variation relative de la part qui participe à employer_group et interfirm_network par point de "
               "cooperation"},
              "guess (0.10 to 0.50): no published figure; who has partners already finds others"),
};
constexpr std::string_view tables[] = {"audits", "audit_axes", "establishments"};

/// The posterior of the score model: the same for all replicates.
std::vector<double> prepare(const Setting& setting, std::span<const double>) {
    return fit_scores(setting.pack).weights;
}

struct Effect {
    std::string_view axis;
    double per_point;
};

class Factors {
public:
    Factors(const Step& at, State& state)
        : axes_(at.setting.pack.audit_axes),
          strength_(at.parameters[strength]),
          state_(state) {
        for (std::uint32_t e = 0; e < at.setting.pack.establishments.size(); ++e) {
            posts_.push_back(state.establishments.posts[EstablishmentId{e}]);
            all_posts_ += posts_.back();
        }
    }

    /// exp(sum of elasticity * (score - mean)), divided by its mean over posts.
    void set(float Conduct::*factor, std::initializer_list<Effect> effects) {
        std::vector<double> values(posts_.size(), 0.0);
        for (const Effect& effect : effects) {
            add(effect, values);
        }
        double mean = 0;
        for (std::size_t e = 0; e < values.size(); ++e) {
            values[e] = portable_exp(values[e]);
            mean += values[e] * posts_[e] / all_posts_;
        }
        for (std::uint32_t e = 0; e < values.size(); ++e) {
            state_.establishments.conduct[EstablishmentId{e}].*factor = static_cast<float>(values[e] / mean);
        }
    }

private:
    void add(const Effect& effect, std::vector<double>& exponents) const {
        const std::uint32_t axis = axes_.find(std::string(effect.axis));
        const auto score = [&](std::size_t e) {
            return state_.scores.of(EstablishmentId{static_cast<std::uint32_t>(e)}, axis);
        };
        double mean = 0;
        for (std::size_t e = 0; e < exponents.size(); ++e) {
            if (score(e) == Scores::none) {
                return;  // nobody is scored on this axis
            }
            mean += score(e) * posts_[e] / all_posts_;
        }
        for (std::size_t e = 0; e < exponents.size(); ++e) {
            exponents[e] += strength_ * effect.per_point * (score(e) - mean);
        }
    }

    const CodeList& axes_;
    double strength_;
    State& state_;
    std::vector<double> posts_;
    double all_posts_ = 0;
};

void begin(const Step& at, State& state) {
    const Pack& pack = at.setting.pack;
    ScoreModel model = read_scores(pack);
    if (model.empty()) {
        return;
    }
    model.weights.assign(at.prepared.begin(), at.prepared.end());
    state.scores = {pack.audit_axes.size(), draw_scores(model, pack, state.luck)};
    Factors factors(at, state);
    factors.set(&Conduct::quits, {{"working_conditions", at.parameters[quits_conditions]},
                                  {"people_management", at.parameters[quits_management]}});
    factors.set(&Conduct::attraction, {{"recruitment", at.parameters[attraction]}});
    factors.set(&Conduct::know_how, {{"transmission", at.parameters[know_how]}});
    factors.set(&Conduct::succession, {{"succession", at.parameters[succession]}});
    factors.set(&Conduct::sharing, {{"cooperation", at.parameters[sharing]}});
    const std::uint32_t transmission = pack.audit_axes.find("transmission");
    for (std::uint32_t e = 0; e < pack.establishments.size(); ++e) {
        Conduct& conduct = state.establishments.conduct[EstablishmentId{e}];
        conduct.transmission = std::min(state.scores.of(EstablishmentId{e}, transmission), Conduct::neutral);
        state.scores.highest_quits = std::max(state.scores.highest_quits, conduct.quits);
    }
}

}  // namespace

extern const Process conduct = {
    .name = "conduct",
    .label = {"what the audits change", "ce que changent les audits"},
    .meaning =
        {"Each replicate draws the scores of the establishments that nobody audited, by sector, size and kind; audited "
         "ones keep theirs. Scores shift resignations, searches for another post, attractiveness, the learning of "
         "know-how, the hire after a retirement and the readiness to share, around a mean that stays. Establishments "
         "born in the run are as the mean.",
         "Chaque réplique tire les notes des établissements que personne n'a audités, selon le secteur, la taille et "
         "le "
         "genre ; les audités gardent les leurs. Les notes déplacent les démissions, la recherche d'un autre poste, "
         "l'attractivité, l'apprentissage des savoir-faire, l'embauche après un départ en retraite et l'envie de "
         "partager, autour d'une moyenne inchangée. Les établissements nés en cours de simulation sont dans la "
         "moyenne."},
    .formula =
        "factor(establishment) = exp(strength * sum over axes of elasticity * (score - mean)) / mean of the same "
        "over the posts of the first month: quits by working_conditions and people_management, attraction by "
        "recruitment, know-how by transmission, hiring after retirements by succession, sharing by cooperation",
    .source =
        "Cottini, Kato and Westergaard-Nielsen 2011 (working conditions, management and quits); else guesses, told "
        "with each parameter; scores by a hierarchical model with a grid over ratios of variances",
    .parameters = parameters,
    .tables = tables,
    .prepare = prepare,
    .begin = begin,
};

}  // namespace releve::processes

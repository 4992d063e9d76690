#include "engine/model/process.hpp"

#include <algorithm>

namespace releve::processes {

namespace {

enum : std::size_t { after_quit, after_layoff, after_contract_end, after_retirement };
constexpr Parameter parameters[] = {
    {.name = "after_quit",
     .value = 0.95,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"probability that an employer replaces a worker who quit, moved (in the house too) or died",
                 "probabilité de remplacer une personne partie d'elle-même, promue ou décédée"},
     .source = "guess: posts not replaced come back through demand when the target asks for them",
     .guess = true},
    {.name = "after_layoff",
     .value = 0.85,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"probability that a laid-off worker is replaced", "probabilité de remplacer une personne licenciée"},
     .source = "guess: individual and economic layoffs together",
     .guess = true},
    {.name = "after_contract_end",
     .value = 0.99,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"probability that an ended fixed term is followed by another hire",
                 "probabilité qu'une fin de CDD soit suivie d'une autre embauche"},
     .source = "guess: the stock of fixed-term posts is stable",
     .guess = true},
    {.name = "after_retirement",
     .value = 0.88,
     .unit = "1",
     .least = 0,
     .most = 1,
     .meaning = {"probability that a retired worker is replaced", "probabilité de remplacer un départ en retraite"},
     .source = "guess: exits are not vacancies (caveat of Insee's end-of-career projections)",
     .guess = true},
};

double probability(const Step& at, PostId post) {
    switch (at.state.posts[post].left_by) {
        case Separation::layoff: return at.parameters[after_layoff];
        case Separation::contract_end: return at.parameters[after_contract_end];
        case Separation::retirement: return at.parameters[after_retirement];
        default: return at.parameters[after_quit];
    }
}

void step(const Step& at, Proposals& proposals) {
    std::vector<std::pair<DrawKey, PostId>> posts;
    for (const PostId post : at.state.undecided.members()) {
        posts.emplace_back(at.state.posts[post].key, post);
    }
    std::sort(posts.begin(), posts.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    for (const auto& [key, post] : posts) {
        const VacancyReason reason = at.state.posts[post].reason;
        if (at.state.posts[post].relieved != 0) {
            proposals.cut_post(post);  // the successor is here, or looked for, in a post of their own
            continue;
        }
        const bool is_new = reason == VacancyReason::growth ||
                            (reason == VacancyReason::sharing && at.state.posts[post].vacancies == 0);
        if (is_new || at.draws(key, static_cast<std::uint32_t>(at.state.month)).happens(probability(at, post))) {
            proposals.open_vacancy(post, reason);
        } else {
            proposals.cut_post(post);
        }
    }
}

}  // namespace

extern const Process replacement = {
    .name = "replacement",
    .label = {"replacement of those who left", "remplacement des partants"},
    .meaning =
        {"An exit is not a vacancy: each employer decides whether to look for a successor; the post is cut "
         "otherwise. A post just created is always recruited for; owners' posts are settled by `succession`.",
         "Un départ n'est pas une offre : chaque employeur décide de chercher ou non un successeur ; sinon le poste "
         "est supprimé. Un poste nouveau donne toujours lieu à un recrutement ; ceux des patrons relèvent "
         "de "
         "`succession`."},
    .formula = "P(vacancy opened) by the way the last holder left",
    .source = "guess, by kind of exit; sums over a territory are steered by demand",
    .parameters = parameters,
    .changes = {Change::open_vacancy, Change::cut_post},
    .step = step,
};

}  // namespace releve::processes

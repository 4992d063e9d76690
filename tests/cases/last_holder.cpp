#include "engine/model/holders.hpp"
#include "engine/model/skills_at_work.hpp"
#include "tests/cases/closed_form.hpp"

using namespace releve;
using namespace releve::tests;

// Three welders who quit at hazard a and two draughtsmen who quit at hazard b, nobody replaced. Welders weld and draw,
// draughtsmen draw. After t years each welder has gone with p = 1 - exp(-a t), each draughtsman with r = 1 - exp(-b t):
// nobody welds any more with probability p^3, nobody draws with p^3 r^2 (holders at risk, model page).
TEST_CASE("the last holder of a competence has gone with the probability that all holders have", "[closed_form]") {
    constexpr std::uint32_t replicates = 20'000;
    constexpr double a = 1.2, b = 1.8;  // a year
    Pack pack = plain_pack(2);
    pack.quit_rate = {a, b};
    pack.competences.add("d", {}, "");
    pack.profiles = {{{0, 1.0F}, {1, 0.6F}}, {{0, 0.2F}, {1, 0.9F}}};
    const Setting setting{pack, pack.calendar, 24, 0};
    Bench quit("quit", setting);
    make_constant(quit);
    State first = plain_state(pack, 24);
    add_establishment(first, 0, 0);
    add_cell(first, 0, 3);
    add_cell(first, 1, 2);
    for (std::uint32_t post = 0; post < 5; ++post) {
        add_worker(first, PostId{post}, Contract::open_ended, 40, 0.9F);
    }
    count_residents(first);
    quit.attach(first);
    const HolderRules rules(pack, 0.5);
    const auto holdings = [&](const State& state) {
        return holdings_of(state, rules, skills_at_work(state, 0.7).experts);
    };
    const std::vector<Holding> at_start = holdings(first);
    std::array<std::array<double, 2>, 2> gone{};  // by year and competence
    for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
        State state = replicate_of(first, replicate);
        for (; state.month < 24; ++state.month) {
            quit.act(state);
            if (state.month % 12 == 11) {
                for (const Holding& lost : lost_since(at_start, holdings(state), 2)) {
                    gone[static_cast<std::size_t>(state.month / 12)][lost.competence] += 1;
                }
            }
        }
    }
    for (std::size_t year = 0; year < 2; ++year) {
        const auto t = static_cast<double>(year + 1);
        const double welding = std::pow(1 - std::exp(-a * t), 3);
        const double drawing = welding * std::pow(1 - std::exp(-b * t), 2);
        const std::string when = ", year " + std::to_string(year + 1);
        check_near("nobody welds" + when, gone[year][0] / replicates, welding, tolerance_of_share(welding, replicates));
        check_near("nobody draws" + when, gone[year][1] / replicates, drawing, tolerance_of_share(drawing, replicates));
    }
}

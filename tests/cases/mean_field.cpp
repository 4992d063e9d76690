#include "tests/cases/closed_form.hpp"

using namespace releve;
using namespace releve::tests;

// Shares of N people against the deterministic recursion that they follow when N grows: the root of the mean square error
// falls as 1 / sqrt(N), so that 16 times more people make it 4 times smaller.

namespace {

constexpr int months = 96;
constexpr int few = 400;
constexpr int many = 6'400;
constexpr int spacing = 12;  // months between two errors kept: far enough apart to count as independent (see below)
constexpr double lose_hazard = 0.05;
constexpr double find_hazard = 0.20;

/// Mean square of the differences between shares and recursion, every 12 months of each replicate.
struct Errors {
    double mean_square = 0, mean = 0;
    int number = 0;
};

template <class Simulate>
Errors errors_of(int people, std::uint32_t replicates, const std::vector<double>& recursion, Simulate simulate) {
    Errors errors;
    for (std::uint32_t replicate = 0; replicate < replicates; ++replicate) {
        const std::vector<double> shares = simulate(people, replicate);
        for (std::size_t month = spacing - 1; month < months; month += spacing) {
            const double error = shares[month] - recursion[month];
            errors.mean_square += error * error;
            errors.mean += error;
            ++errors.number;
        }
    }
    errors.mean_square /= errors.number;
    errors.mean /= errors.number;
    return errors;
}

/// A mean square of n independent near-normal errors has a relative variance of 2 / n, its root a quarter of that; `bias`
/// is how much the ratio may differ from 4 for reasons that are not chance [relative].
void check_ratio(const Errors& of_few, const Errors& of_many, double bias) {
    const double relative = std::sqrt(2.0 / of_few.number + 2.0 / of_many.number) / 2;
    check_near("ratio of the errors", std::sqrt(of_few.mean_square / of_many.mean_square), 4.0,
               4 * (4 * relative + bias));
}

std::vector<double> share_unemployed(int people, std::uint32_t replicate) {
    const Pack pack = plain_pack();
    const Setting setting{pack, pack.calendar, months, 0};
    Bench separation("outside_separation", setting);
    Bench hiring("outside_hiring", setting);
    State state = plain_state(pack, months);
    for (int i = 0; i < people; ++i) {
        add_person(state, i % 5 == 0 ? Status::unemployed : Status::outside, 40, 0.5F);
    }
    count_residents(state);
    separation.set("rate", lose_hazard).attach(state);
    hiring.set("residents", find_hazard).attach(state);
    state = replicate_of(state, replicate);
    std::vector<double> shares;
    for (; state.month < months; ++state.month) {
        separation.act(state);
        hiring.act(state);
        shares.push_back(static_cast<double>(state.seekers.members().size()) / people);
    }
    return shares;
}

std::vector<double> recursion_of_flows() {
    const double find = 1 - std::exp(-find_hazard);
    const double lose = (1 - std::exp(-lose_hazard)) * (1 - find);  // and find nothing in the same month
    std::vector<double> shares;
    for (double u = 0.2; shares.size() < months;) {
        shares.push_back(u += lose * (1 - u) - find * u);
    }
    return shares;
}

/// 19 posts for 20 people; people quit, every post is recruited for again, seekers and vacancies meet as balls and urns.
std::vector<double> share_in_post(int people, std::uint32_t replicate) {
    Pack pack = plain_pack();
    pack.quit_rate = {12 * lose_hazard};
    const Setting setting{pack, pack.calendar, months, 0};
    Bench quit("quit", setting);
    Bench replacement("replacement", setting);
    Bench matching("matching", setting);
    make_constant(quit);
    replacement.set("after_quit", 1);
    make_urns(matching);
    State state = plain_state(pack, months);
    add_establishment(state, 0, 0);
    const int posts = people * 19 / 20;
    add_cell(state, 0, posts);
    for (int i = 0; i < people; ++i) {
        if (i < people * 9 / 10) {
            add_worker(state, PostId{static_cast<std::uint32_t>(i)}, Contract::open_ended, 40, 0.5F);
        } else {
            add_person(state, Status::unemployed, 40, 0.5F);
        }
    }
    for (int post = people * 9 / 10; post < posts; ++post) {
        open_vacancy_at(state, PostId{static_cast<std::uint32_t>(post)});
    }
    count_residents(state);
    for (Bench* const process : {&quit, &replacement, &matching}) {
        process->attach(state);
    }
    state = replicate_of(state, replicate);
    std::vector<double> shares;
    for (; state.month < months; ++state.month) {
        state.events.clear();
        for (Bench* const process : {&quit, &replacement, &matching}) {
            process->act(state);
        }
        shares.push_back(1 - static_cast<double>(state.seekers.members().size()) / people);
    }
    return shares;
}

std::vector<double> recursion_of_matching() {
    std::vector<double> shares;
    for (double in_post = 0.9; shares.size() < months;) {
        const double stayed = in_post * std::exp(-lose_hazard);
        const double vacancies = 0.95 - stayed;
        in_post = stayed + vacancies * (1 - std::exp(-(1 - stayed) / vacancies));
        shares.push_back(in_post);
    }
    return shares;
}

}  // namespace

TEST_CASE("mean field: two-state flows approach their recursion as 1 / sqrt(N)", "[closed_form]") {
    // errors 12 months apart: correlation 0.78^12 = 0.05, of their squares 0.0025. The recursion is exact in the mean
    const std::vector<double> recursion = recursion_of_flows();
    const Errors of_few = errors_of(few, 400, recursion, share_unemployed);
    const Errors of_many = errors_of(many, 40, recursion, share_unemployed);
    check_near("mean error of few", of_few.mean, 0, 4 * 1.05 * std::sqrt(of_few.mean_square / of_few.number));
    check_near("mean error of many", of_many.mean, 0, 4 * 1.05 * std::sqrt(of_many.mean_square / of_many.number));
    check_ratio(of_few, of_many, 0);
}

TEST_CASE("mean field: quits, replacement and matching approach their recursion as 1 / sqrt(N)", "[closed_form]") {
    // With x seekers a vacancy the recursion's derivative is x e^-x e^-0.05 < 0.37: errors 12 months apart do not remember
    // each other. It is not exact in the mean, by a number of people that does not grow with N: v (1 - (1 - 1/v)^n) exceeds
    // v (1 - e^(-n/v)) by x e^-x / 2 < 0.19; the curvature (x - 1)^2 e^-x / v, half of it times the variance of those who
    // stayed (0.05 N), takes off less than 0.06; both add up over months by less than 1 / (1 - 0.37): less than 0.4 people.
    // The errors found are near 0.09 sqrt(N) people, 1.8 at N = 400: the root of their mean square grows by (0.4 / 1.8)^2 / 2
    constexpr double people_off = 0.4;
    constexpr double bias = 0.03;
    const std::vector<double> recursion = recursion_of_matching();
    const Errors of_few = errors_of(few, 400, recursion, share_in_post);
    const Errors of_many = errors_of(many, 40, recursion, share_in_post);
    check_near("mean error of few", of_few.mean, 0,
               4 * std::sqrt(of_few.mean_square / of_few.number) + people_off / few);
    check_near("mean error of many", of_many.mean, 0,
               4 * std::sqrt(of_many.mean_square / of_many.number) + people_off / many);
    check_ratio(of_few, of_many, bias);
}

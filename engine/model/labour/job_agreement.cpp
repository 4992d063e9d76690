#include "engine/model/labour/job_market.hpp"

#include <algorithm>

namespace releve::job_market {

namespace {

/// Applications side by side by offer, each offer's best first.
std::vector<Application> ranked(const std::vector<Application>& made, std::size_t offers, const State& state) {
    std::vector<std::uint32_t> first(offers + 1, 0);
    for (const Application& application : made) {
        ++first[application.offer + 1];
    }
    for (std::size_t i = 0; i < offers; ++i) {
        first[i + 1] += first[i];
    }
    std::vector<Application> grouped(made.size());
    std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
    for (const Application& application : made) {
        grouped[next[application.offer]++] = application;
    }
    const auto better = [&](const Application& a, const Application& b) {
        return a.score != b.score ? a.score > b.score : state.persons[a.person].key < state.persons[b.person].key;
    };
    for (std::size_t i = 0; i < offers; ++i) {
        std::sort(grouped.begin() + first[i], grouped.begin() + first[i + 1], better);
    }
    return grouped;
}

}  // namespace

std::vector<Application> agree(const std::vector<Application>& made, std::size_t offers, const State& state) {
    const std::vector<Application> applications = ranked(made, offers, state);
    std::uint32_t searchers = 0;
    for (const Application& application : made) {
        searchers = std::max(searchers, application.searcher + 1);
    }
    std::vector<const Application*> held(searchers, nullptr);  ///< by searcher
    std::vector<const Application*> waiting;
    for (std::size_t i = 0; i < applications.size(); ++i) {
        if (i == 0 || applications[i].offer != applications[i - 1].offer) {
            waiting.push_back(&applications[i]);
        }
    }
    const Application* const end = applications.data() + applications.size();
    while (!waiting.empty()) {
        const Application* asked = waiting.back();
        waiting.pop_back();
        const Application*& kept = held[asked->searcher];
        const Application* freed = asked;
        if (kept == nullptr || asked->liking > kept->liking) {
            freed = kept;
            kept = asked;
        }
        if (freed != nullptr && freed + 1 != end && (freed + 1)->offer == freed->offer) {
            waiting.push_back(freed + 1);
        }
    }
    std::vector<Application> agreed;
    for (const Application& application : applications) {
        if (held[application.searcher] == &application) {
            agreed.push_back(application);
        }
    }
    return agreed;
}

}  // namespace releve::job_market

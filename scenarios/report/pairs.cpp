#include "scenarios/report/pairs.hpp"

#include "scenarios/report/measures.hpp"

#include <algorithm>

namespace releve::report {

std::vector<std::size_t> references_in(const Dataset& results) {
    std::vector<std::string> futures(results.find_dimension("scenario")->size);
    if (results.find("scenario_future") != nullptr) {
        futures = codes_of(results, "scenario_future");
    }
    std::vector<std::size_t> references;
    for (const std::string& future : futures) {
        references.push_back(
            static_cast<std::size_t>(std::find(futures.begin(), futures.end(), future) - futures.begin()));
    }
    return references;
}

std::vector<Pair> pairs_of(const Dataset& results) {
    const std::vector<std::size_t> references = references_in(results);
    std::vector<Pair> pairs;
    for (std::size_t scenario = 0; scenario < references.size(); ++scenario) {
        if (references[scenario] != scenario) {
            pairs.push_back({scenario, references[scenario]});
        }
    }
    return pairs;
}

std::vector<Group> groups_of(const Dataset& results) {
    const std::vector<std::size_t> references = references_in(results);
    std::vector<Group> groups;
    for (std::size_t reference = 0; reference < references.size(); ++reference) {
        Group group;
        for (std::size_t scenario = 0; scenario < references.size(); ++scenario) {
            if (references[scenario] == reference) {
                group.push_back(scenario);
            }
        }
        if (!group.empty()) {
            groups.push_back(std::move(group));
        }
    }
    return groups;
}

}  // namespace releve::report

#include "engine/base/draws.hpp"
#include "engine/model/catalogue.hpp"
#include "scenarios/actions/action.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <sstream>

using namespace releve;

namespace {

/// Every name that the sources give to `purpose("...")`, with the number of places where it stands.
std::map<std::string, int> named_in_sources() {
    std::map<std::string, int> names;
    const std::regex use("purpose\\(\"([^\"]+)\"\\)");
    for (const char* folder : {"/engine", "/scenarios"}) {
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(RELEVE_SOURCE_DIR + std::string(folder))) {
            if (entry.path().extension() != ".cpp" && entry.path().extension() != ".hpp") {
                continue;
            }
            std::ostringstream text;
            text << std::ifstream(entry.path()).rdbuf();
            const std::string source = text.str();
            for (std::sregex_iterator at(source.begin(), source.end(), use); at != std::sregex_iterator(); ++at) {
                ++names[(*at)[1]];
            }
        }
    }
    return names;
}

}  // namespace

TEST_CASE("no two purposes of draws share their 16 bits, and no name is used in two places") {
    std::map<std::string, int> names = named_in_sources();
    CHECK(names.size() >= 5);
    for (const auto& [name, places] : names) {
        INFO(name);
        CHECK(places == 1);
    }
    for (const Process* process : all_processes()) {
        ++names[std::string(process->name)];
        ++names[std::string(process->name) + ".clock"];
    }
    for (const Action* action : all_actions()) {
        for (int place = 0; place < 10; ++place) {  // an action draws under its name and its place in the scenario
            ++names[std::string(action->name) + "." + std::to_string(place)];
        }
    }
    std::map<std::uint16_t, std::string> taken;
    for (const auto& [name, places] : names) {
        const auto [at, fresh] = taken.emplace(purpose(name).code, name);
        INFO(name << " and " << at->second);
        CHECK(fresh);
    }
}

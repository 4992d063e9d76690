#include "engine/results/dataset.hpp"

#include "engine/base/error.hpp"
#include "tests/engine/results/sample.hpp"

#include <catch2/catch.hpp>
#include <functional>

namespace releve {

TEST_CASE("a dataset finds what it holds") {
    const Dataset dataset = test::sample_dataset();
    dataset.check();
    CHECK(dataset.find("none") == nullptr);
    CHECK(dataset.at("rate").size() == 6);
    CHECK(dataset.find_dimension("month")->size == 120);
    CHECK_THROWS_AS(dataset.at("none"), ModelError);
    CHECK(text_of(dataset.at("posts").attributes, "units") == "1");
    CHECK(text_of(dataset.attributes, "seed").empty());
    CHECK(text_of(dataset.attributes, "none").empty());
}

TEST_CASE("a dataset that does not fit is refused") {
    const std::pair<const char*, std::function<void(Dataset&)>> breakages[] = {
        {"too few values", [](Dataset& d) { d.variables[5].data = std::vector<double>{1.0}; }},
        {"unknown dimension", [](Dataset& d) { d.variables[5].dimensions[0] = "zone"; }},
        {"a dimension twice",
         [](Dataset& d) {
             d.variables[5].dimensions = {"scenario", "scenario"};
         }},
        {"dimension given twice",
         [](Dataset& d) {
             d.dimensions.push_back({"Month", 3});
         }},
        {"variable given twice", [](Dataset& d) { d.variables[5].name = "Posts"; }},
        {"case of a dimension", [](Dataset& d) { d.variables[5].name = "Month"; }},
        {"bad name", [](Dataset& d) { d.variables[5].name = "taux d'emploi"; }},
        {"empty name", [](Dataset& d) { d.variables[5].name = ""; }},
        {"coordinate elsewhere", [](Dataset& d) { d.variables[5].name = "replicate"; }},
        {"zero byte in a value", [](Dataset& d) { std::get<4>(d.variables[7].data)[1] = std::string("a\0b", 3); }},
        {"zero byte in a text", [](Dataset& d) { d.attributes[0].value = std::string("\0", 1); }},
        {"zero byte in texts", [](Dataset& d) { d.attributes[0].value = std::vector{std::string("\0", 1)}; }},
        {"reserved attribute",
         [](Dataset& d) {
             d.variables[5].attributes = {{"CLASS", 1.0}};
         }},
        {"internal attribute",
         [](Dataset& d) {
             d.variables[5].attributes = {{"_FillValue", 1.0}};
         }},
        {"attribute twice",
         [](Dataset& d) {
             d.attributes.push_back({"SEED", 1.0});
         }},
    };
    for (const auto& [name, damage] : breakages) {
        INFO(name);
        Dataset dataset = test::sample_dataset();
        damage(dataset);
        CHECK_THROWS_AS(dataset.check(), ModelError);
    }
}

}  // namespace releve

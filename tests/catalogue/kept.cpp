#include "engine/results/netcdf_file.hpp"
#include "engine/run/result_dataset.hpp"
#include "tests/engine/results/sample.hpp"
#include "tests/langres_run.hpp"

#include <catch2/catch.hpp>

using namespace releve;
using namespace releve::tests;

TEST_CASE("every output survives a write and a read, bit for bit") {
    const std::vector<Plan> plans{langres_plan(13), langres_plan(13, {{"quit.without_new_post", 0.8}})};
    std::vector<Scenario> scenarios(2);
    scenarios[0].id = "one";
    scenarios[1].id = "other";
    const EnsembleResult result = run_ensemble(plans, {.seed = 3, .replicates = 2, .threads = 2});
    const Dataset made = make_dataset(result, plans, scenarios, langres(), {.seed = 3, .replicates = 2});
    const test::Scratch scratch;
    write_dataset(made, scratch.file("kept.h5"));
    const Dataset read = read_dataset(scratch.file("kept.h5"));
    for (const Output* output : all_outputs()) {
        INFO(output->name);
        const Variable* before = made.find(output->name);
        const Variable* after = read.find(output->name);
        REQUIRE(before != nullptr);
        REQUIRE(after != nullptr);
        CHECK(before->size() > 0);
        CHECK(before->dimensions == after->dimensions);
        CHECK(before->attributes == after->attributes);
        CHECK(before->data == after->data);
        for (const std::string_view name :
             {"units", "long_name", "long_name_fr", "comment", "comment_fr", "kind", "formula", "adds_up", "source"}) {
            INFO(name);
            CHECK_FALSE(text_of(after->attributes, name).empty());
        }
    }
    for (const Variable& variable : read.variables) {  // a label in one language is named in that language
        INFO(variable.name);
        CHECK((variable.name.ends_with("_label_fr") || !text_of(variable.attributes, "long_name").empty()));
        CHECK((variable.name.ends_with("_label_en") || !text_of(variable.attributes, "long_name_fr").empty()));
    }
}

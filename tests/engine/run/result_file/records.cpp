#include "engine/run/result_file/records.hpp"

#include "engine/model/catalogue.hpp"
#include "engine/results/netcdf_file.hpp"
#include "engine/run/result_dataset.hpp"
#include "scenarios/launch/launch.hpp"
#include "tests/engine/results/sample.hpp"
#include "tests/langres.hpp"

#include <catch2/catch.hpp>
#include <fmt/format.h>
#include <set>

using namespace releve;
using namespace releve::tests;

namespace {

using Names = std::set<std::string, std::less<>>;

/// A file with all that may stand in one: two scenarios, actions with costs, one's own code, a process switched off.
std::unique_ptr<Prepared> prepared() {
    auto made = prepare({langres_directory + "/baseline.toml", langres_directory + "/plan_ambitious.toml"},
                        Month::of(2013, 2), {});
    Intervention own = made->plans[1].interventions.back();
    own.name = "mine";
    own.own = true;
    made->plans[1].interventions.push_back(own);
    made->plans[0].switched_off.push_back("migration");
    return made;
}

const Dataset& made() {
    static const Dataset results = launch(*prepared(), {.replicates = 2, .threads = 2}).results;
    return results;
}

template <class Record>
Names names_of(std::span<const Record> records) {
    Names names;
    for (const Record& one : records) {
        CHECK(names.emplace(one.name).second);
    }
    return names;
}

template <class Record>
void check_languages(std::span<const Record> records, Label Record::*text) {
    for (const Record& one : records) {
        CHECK((one.*text).en.empty() == (one.*text).fr.empty());
    }
}

/// The longest name of an output that this one begins with.
const Output* output_of(std::string_view name) {
    const Output* longest = nullptr;
    for (const Output* one : all_outputs()) {
        if (name.starts_with(one->name) && (longest == nullptr || one->name.size() > longest->name.size())) {
            longest = one;
        }
    }
    return longest;
}

/// `scenario, replicate, month or year` as the dimensions of one output.
std::vector<std::string> written_out(std::string_view dimensions, const Output& output) {
    std::vector<std::string> names;
    while (!dimensions.empty()) {
        const std::string_view name = dimensions.substr(0, dimensions.find(", "));
        dimensions.remove_prefix(std::min(dimensions.size(), name.size() + 2));
        if (name == "axes") {
            for (const Axis axis : output.axes) {
                names.emplace_back(axis_words[static_cast<std::size_t>(axis)].code);
            }
        } else {
            names.emplace_back(name == "month or year" ? (output.period == Period::month ? "month" : "year") : name);
        }
    }
    return names;
}

}  // namespace

TEST_CASE("dimensions of a result file are those recorded, and their codes have names if they say so") {
    Names found;
    for (const Dimension& one : made().dimensions) {
        INFO(one.name);
        found.insert(one.name);
        const DimensionRecord& record = dimension_record(one.name);
        CHECK((made().find(one.name) == nullptr) == record.label.en.empty());
        CHECK((made().find(one.name + "_label_en") != nullptr) == record.named);
        CHECK((made().find(one.name + "_label_fr") != nullptr) == record.named);
    }
    CHECK(found == names_of(dimension_records()));
    CHECK(dimension_record("quantile").values.en == fmt::format("{}", fmt::join(kept_quantiles, ", ")));
    CHECK_THROWS_AS(dimension_record("scenarios"), ModelError);
}

TEST_CASE("variables of a result file are codes, labels, statistics of an output, or recorded one by one") {
    Names coordinates, others, told;
    for (const DimensionRecord& one : dimension_records()) {
        coordinates.insert(std::string(one.name));
        if (one.named) {
            coordinates.insert({std::string(one.name) + "_label_en", std::string(one.name) + "_label_fr"});
        }
    }
    for (const VariableRecord& one : variable_records()) {
        if (one.named) {
            coordinates.insert({std::string(one.name) + "_label_en", std::string(one.name) + "_label_fr"});
        }
    }
    const Names recorded = names_of(variable_records());
    for (const Variable& one : made().variables) {
        INFO(one.name);
        if (recorded.contains(one.name)) {
            others.insert(one.name);
            CHECK(fmt::format("{}", fmt::join(one.dimensions, ", ")) == variable_record(one.name).dimensions);
            continue;
        }
        if (coordinates.contains(one.name)) {
            continue;
        }
        const Output* output = output_of(one.name);
        REQUIRE(output != nullptr);
        const std::string suffix = one.name.substr(output->name.size());
        const auto records = statistic_records();
        const auto is = std::ranges::find_if(records, [&](const StatisticRecord& record) {
            return record.suffix == suffix && one.dimensions == written_out(record.dimensions.en, *output);
        });
        REQUIRE(is != records.end());
        told.insert(std::string(is->meaning.en));
        const std::string name = is->label.en.empty() ? "" : fmt::format(" ({})", is->label.en);
        CHECK(text_of(one.attributes, "long_name") == std::string(output->label.en) + name);
        CHECK_FALSE((output->moments_only && suffix != "" && suffix != "_sd"));
    }
    CHECK(others == recorded);
    CHECK(told.size() == statistic_records().size());
}

TEST_CASE("attributes of a result file are those recorded") {
    const test::Scratch scratch;
    write_dataset(made(), scratch.file("records.h5"));
    Names root, of_variables;
    for (const Attribute& one : read_dataset(scratch.file("records.h5")).attributes) {
        root.insert(one.name);
    }
    CHECK_FALSE(root.contains(checksum_attribute));  // the reader has compared it and takes it away
    root.insert(std::string(checksum_attribute));
    for (const Variable& variable : made().variables) {
        for (const Attribute& one : variable.attributes) {
            of_variables.insert(one.name);
        }
    }
    CHECK(root == names_of(root_attribute_records()));
    CHECK(of_variables == names_of(variable_attribute_records()));
}

TEST_CASE("records of the result file speak both languages") {
    check_languages(dimension_records(), &DimensionRecord::label);
    check_languages(dimension_records(), &DimensionRecord::values);
    check_languages(dimension_records(), &DimensionRecord::when);
    check_languages(statistic_records(), &StatisticRecord::label);
    check_languages(statistic_records(), &StatisticRecord::outputs);
    check_languages(variable_records(), &VariableRecord::label);
    check_languages(variable_records(), &VariableRecord::when);
    for (const auto records : {root_attribute_records(), variable_attribute_records()}) {
        check_languages(records, &AttributeRecord::meaning);
        check_languages(records, &AttributeRecord::when);
    }
}

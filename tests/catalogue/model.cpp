#include "engine/inputs/table.hpp"
#include "engine/model/catalogue.hpp"
#include "engine/run/parameters.hpp"
#include "tests/catalogue/records.hpp"

#include <set>

using namespace releve;
using namespace releve::tests;

namespace {

const Parameter* find_parameter(std::string_view path) {
    for (const ParameterOwner& owner : parameter_owners()) {
        for (const Parameter& parameter : owner.parameters) {
            if (std::string(owner.name) + "." + std::string(parameter.name) == path) {
                return &parameter;
            }
        }
    }
    return nullptr;
}

}  // namespace

TEST_CASE("French spacing is recognised") {
    CHECK(is_spaced_as_french("un : deux\u00a0; trois\u202f! quatre ?"));
    CHECK_FALSE(is_spaced_as_french("un: deux"));
    CHECK(is_spaced_as_french("https://example.org"));
    CHECK(is_snake_case("out_migration"));
    for (const char* wrong : {"", "Out", "_a", "a_", "a__b", "2a", "a-b"}) {
        CHECK_FALSE(is_snake_case(wrong));
    }
}

TEST_CASE("every process is documented, sourced and uses known tables") {
    std::set<std::string_view> names;
    for (const Process* process : all_processes()) {
        INFO("process " << process->name);
        CHECK(names.insert(process->name).second);
        CHECK(is_snake_case(process->name));
        check_label(process->label);
        check_label(process->meaning);
        CHECK_FALSE(process->formula.empty());
        CHECK_FALSE(process->source.empty());
        for (const std::string_view table : process->tables) {
            INFO("table " << table);
            CHECK(find_table(table) != nullptr);
        }
        CHECK((process->step != nullptr || process->begin != nullptr));
        CHECK((process->step == nullptr || process->changes.bits != 0));  // what acts declares what it may change
        CHECK((!process->risk.exists() || process->step != nullptr));
        CHECK((!process->risk.exists() || process->risk.of != RiskOf::person || process->risk.statuses.bits != 0));
    }
    CHECK(processes_before_actions().size() + processes_after_actions().size() == names.size());
}

TEST_CASE("every parameter has a meaning, a unit, a source and a range that holds its default") {
    for (const ParameterOwner& owner : parameter_owners()) {
        std::set<std::string_view> names;
        for (const Parameter& parameter : owner.parameters) {
            INFO("of " << owner.name << ": " << parameter.name);
            CHECK(names.insert(parameter.name).second);
            if (parameter.same_as.empty()) {
                check_parameter(parameter);
                continue;
            }
            const Parameter* other = find_parameter(parameter.same_as);
            REQUIRE(other != nullptr);
            CHECK(other->same_as.empty());
            CHECK(other->value == parameter.value);
            CHECK(other->unit == parameter.unit);
        }
    }
}

TEST_CASE("every output is documented, and tells how it adds up") {
    std::set<std::string_view> names;
    for (const Output* output : all_outputs()) {
        INFO("output " << output->name);
        CHECK(names.insert(output->name).second);
        CHECK(is_snake_case(output->name));
        check_label(output->label);
        check_label(output->meaning);
        CHECK_FALSE(output->unit.empty());
        CHECK_FALSE(output->formula.empty());
        CHECK_FALSE(output->adds_up.empty());
        CHECK_FALSE(output->source.empty());
        CHECK(output->observe != nullptr);
        const std::set<Axis> axes(output->axes.begin(), output->axes.end());
        CHECK(axes.size() == output->axes.size());
        CHECK((axes.empty() || output->period == Period::year));  // breakdowns are yearly
    }
}

TEST_CASE("every table and column is documented in both languages") {
    std::set<std::string_view> tables;
    for (const Table* table : table_catalogue()) {
        INFO("table " << table->name);
        CHECK(tables.insert(table->name).second);
        CHECK(find_table(table->name) == table);
        CHECK(is_snake_case(table->name));
        check_label(table->meaning);
        CHECK(table->load != nullptr);
        std::set<std::string_view> columns;
        for (const auto& column : table->columns) {
            INFO("column " << column.name);
            CHECK(columns.insert(column.name).second);
            CHECK(is_snake_case(column.name));
            check_label(column.meaning);
            CHECK(column.least <= column.most);
            if (!column.refers_to.empty()) {  // a table comes after those it refers to
                CHECK((tables.count(column.refers_to) == 1 || column.refers_to == table->name));
            }
        }
        for (const std::string_view key : table->key) {
            CHECK(columns.count(key) == 1);
        }
    }
}

TEST_CASE("every word of a code list has a label in both languages and a code of its own") {
    const std::span<const Word> lists[] = {sex_words,  status_words,     contract_words,    education_words,
                                           axis_words, separation_words, hire_origin_words, establishment_kind_words};
    for (const std::span<const Word> words : lists) {
        std::set<std::string_view> codes;
        for (const Word& word : words) {
            INFO(word.code);
            CHECK(codes.insert(word.code).second);
            check_label(word.label);
        }
    }
}

#include "engine/model/catalogue.hpp"
#include "scenarios/actions/action.hpp"
#include "tests/catalogue/records.hpp"

#include <algorithm>
#include <set>

using namespace releve;
using namespace releve::tests;

TEST_CASE("every action is documented, with its evidence, and judged by a known output") {
    std::set<std::string_view> names;
    for (const Action* action : all_actions()) {
        INFO("action " << action->name);
        CHECK(names.insert(action->name).second);
        CHECK(is_snake_case(action->name));
        check_label(action->label);
        check_label(action->meaning);
        check_label(action->eligibility);
        CHECK_FALSE(action->evidence.empty());
        CHECK(action->step != nullptr);
        CHECK(action->changes.bits != 0);
        const auto outputs = all_outputs();
        CHECK(std::any_of(outputs.begin(), outputs.end(),
                          [&](const Output* output) { return output->name == action->indicator; }));
        std::set<std::string_view> parameters;
        for (const Parameter& parameter : action->parameters) {
            check_parameter(parameter);
            CHECK(parameters.insert(parameter.name).second);
        }
        CHECK(parameters.count(action->capacity) == 1);
        CHECK((action->stay.empty() || parameters.count(action->stay) == 1));
        CHECK(parameters.count("deadweight") == 1);
        CHECK(action->target != 0);
        CHECK(action->review_after > 0);
        check_label(action->owner);
    }
}

TEST_CASE("no setting has the name of a key that every action may have: nobody could set it") {
    for (const Action* action : all_actions()) {
        INFO(action->name);
        for (const Parameter& parameter : action->parameters) {
            CHECK(std::find(action_keys.begin(), action_keys.end(), parameter.name) == action_keys.end());
        }
    }
}

TEST_CASE("an action's name is not that of a process") {
    for (const Action* action : all_actions()) {
        for (const Process* process : all_processes()) {
            CHECK(action->name != process->name);
        }
    }
}

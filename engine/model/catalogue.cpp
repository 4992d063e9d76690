#include "engine/model/catalogue.hpp"

namespace releve {

namespace processes {
#define PROCESS(name) extern const Process name;
#define ACTIONS()
#include "engine/model/processes.def"
#undef PROCESS
#undef ACTIONS
}  // namespace processes

namespace outputs {
#define OUTPUT(name) extern const Output name;
#include "engine/model/outputs.def"
#undef OUTPUT
}  // namespace outputs

namespace {

// a null stands where the actions of the scenario act
constexpr const Process* ordered_processes[] = {
#define PROCESS(name) &processes::name,
#define ACTIONS() nullptr,
#include "engine/model/processes.def"
#undef PROCESS
#undef ACTIONS
};
constexpr const Output* ordered_outputs[] = {
#define OUTPUT(name) &outputs::name,
#include "engine/model/outputs.def"
#undef OUTPUT
};

constexpr std::size_t place_of_actions() {
    std::size_t place = 0;
    while (ordered_processes[place] != nullptr) {
        ++place;
    }
    return place;
}

}  // namespace

std::span<const Process* const> processes_before_actions() {
    return std::span(ordered_processes).first(place_of_actions());
}
std::span<const Process* const> processes_after_actions() {
    return std::span(ordered_processes).subspan(place_of_actions() + 1);
}
std::vector<const Process*> all_processes() {
    std::vector<const Process*> all;
    for (const Process* process : ordered_processes) {
        if (process != nullptr) {
            all.push_back(process);
        }
    }
    return all;
}
std::span<const Output* const> all_outputs() { return ordered_outputs; }

}  // namespace releve

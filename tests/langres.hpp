#pragma once
#include "engine/base/error.hpp"
#include "engine/inputs/pack_reader.hpp"
#include "engine/synthesis/parameters.hpp"
#include "engine/synthesis/synthesise.hpp"

#include <string>

/// The real pack, read and synthesised once for all tests of an executable.
namespace releve::tests {

inline const std::string langres_directory = RELEVE_SOURCE_DIR "/scenarios/packs/langres";

inline const Pack& langres() {
    static const Pack pack = [] {
        Problems problems;
        std::vector<Text> notes;
        Pack read = read_pack(langres_directory, problems, notes);
        problems.raise();
        return read;
    }();
    return pack;
}

inline std::vector<double> default_synthesis() {
    std::vector<double> values;
    for (const Parameter& parameter : synthesis_parameters()) {
        values.push_back(parameter.value);
    }
    return values;
}

struct Synthesised {
    State state;
    SynthesisReport report;
};

inline Synthesised synthesise_langres(std::uint32_t seed = 1) {
    Synthesised made;
    made.state = synthesise(langres(), default_synthesis(), seed, made.report);
    return made;
}

inline const Synthesised& langres_start() {
    static const Synthesised made = synthesise_langres();
    return made;
}

}  // namespace releve::tests

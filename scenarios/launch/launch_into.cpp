#include "engine/base/fill.hpp"
#include "engine/base/sha256.hpp"
#include "engine/inputs/scenario_reader.hpp"
#include "engine/results/netcdf_file.hpp"
#include "engine/run/disk.hpp"
#include "scenarios/launch/launch.hpp"
#include "scenarios/launch/output_place.hpp"
#include "scenarios/launch/version.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>

namespace releve {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t hash_digits = 16;  ///< enough to tell files apart, few enough to be read

std::string short_hash(const std::string& text) { return sha256(text).substr(0, hash_digits); }

/// What two runs must share for one to go on from what the other has kept. Not the replicates, nor what changes no bit.
std::vector<std::string> identity_of(const Prepared& prepared, const Launch& asked) {
    std::vector<std::string> lines{fmt::format("Relève {} ({})", engine_version(), source_revision()),
                                   fmt::format("seed {}", asked.seed),
                                   "until " + to_string(prepared.pack.calendar.date(prepared.horizon - 1))};
    std::string order;
    for (Scenario scenario : prepared.scenarios) {
        order += " " + scenario.id;
        scenario.pack_directory = prepared.pack_name;  // wherever it is
        lines.push_back(fmt::format("what scenario {} says {}", scenario.id, short_hash(to_toml(scenario))));
    }
    lines.push_back("scenarios" + order);
    for (const auto& [file, hash] : prepared.pack.file_hashes) {
        lines.push_back(fs::path(file).filename().string() + " " + hash.substr(0, hash_digits));
    }
    std::string outputs;
    for (const Output* output : all_outputs()) {
        outputs += std::string(output->name) + ' ';
    }
    lines.push_back("outputs " + short_hash(outputs));
    for (std::string& line : lines) {
        std::replace(line.begin(), line.end(), '\n', ' ');
    }
    return lines;
}

/// Those of runs that were killed while they wrote their result.
void remove_partial_files(const std::string& path) {
    const fs::path file = path;
    const std::string begin = file.filename().string() + ".partial-";
    std::error_code error;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder_of(path), error)) {
        const std::string name = entry.path().filename().string();
        const bool numbered = name.find_first_not_of("0123456789", begin.size()) == std::string::npos;
        if (name.starts_with(begin) && name.size() > begin.size() && numbered) {
            fs::remove(entry.path(), error);
        }
    }
}

/// Code around the program may have changed since: what it did cannot be gone on with.
bool has_own_code(const std::vector<Plan>& plans) {
    return std::any_of(plans.begin(), plans.end(), [](const Plan& plan) {
        return std::any_of(plan.interventions.begin(), plan.interventions.end(),
                           [](const Intervention& one) { return one.own; });
    });
}

void refuse_no_room(const std::string& path, const Prepared& prepared, const Launch& asked) {
    const std::optional<double> available = disk_available(folder_of(path));
    if (available) {
        std::error_code none;
        const std::uintmax_t kept = fs::file_size(path + ".journal", none);
        const std::uint32_t replicates = asked.precision ? 1 : asked.replicates;  // how many it takes is not known yet
        refuse_no_room(path, disk_need(prepared.plans, replicates),
                       *available + (none ? 0.0 : static_cast<double>(kept)));
    }
}

/// What a user who resumes wants to know before the run goes on.
Text note_of(const Journal& journal) {
    if (journal.records().empty()) {
        return {"no unfinished run is there; it starts from the beginning",
                "aucun calcul inachevé n'est là\u00a0; il part du début"};
    }
    const std::string done = std::to_string(journal.records().size());
    return journal.damaged() == 0
               ? fill({"goes on from {} simulations done", "repart de {} simulations faites"}, {done})
               : fill({"goes on from {} simulations done; {} bytes were damaged or cut, what they held is run again",
                       "repart de {} simulations faites\u00a0; {} octets étaient abîmés ou coupés, ce qu'ils "
                       "contenaient est "
                       "refait"},
                      {done, std::to_string(journal.damaged())});
}

}  // namespace

Launched launch_into(const std::string& asked_path, const Prepared& prepared, const Launch& asked, bool resume,
                     EnsembleResult& done) {
    const std::string path = result_place(asked_path);
    refuse_no_room(path, prepared, asked);
    if (has_own_code(prepared.plans)) {
        done = EnsembleResult(KeptRuns(prepared.plans.size()));
    } else {
        Journal journal(path + ".journal", identity_of(prepared, asked), resume);
        if (resume && asked.told) {
            asked.told(note_of(journal));
        }
        done = EnsembleResult(KeptRuns(prepared.plans.size(), std::move(journal)));
        remove_partial_files(path);
    }
    Launched launched = launch(prepared, asked, done);
    write_dataset(launched.results, path);
    done.kept.forget();
    return launched;
}

}  // namespace releve

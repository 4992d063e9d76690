#include "engine/run/result_file/parts.hpp"
#include "engine/run/result_file/records.hpp"

#include <algorithm>

namespace releve {

namespace {

std::vector<Attribute> named(Label name) {
    return {{"long_name", std::string(name.en)}, {"long_name_fr", std::string(name.fr)}};
}

}  // namespace

void add_inputs(Dataset& dataset, const Pack& pack) {
    if (pack.kept_files.empty()) {
        return;
    }
    std::vector<std::string> names;
    std::vector<std::int64_t> firsts, sizes;
    std::vector<std::uint8_t> content;
    for (const auto& [name, hash] : pack.file_hashes) {
        const auto file = std::find_if(pack.kept_files.begin(), pack.kept_files.end(),
                                       [&](const PackFile& one) { return one.name == name; });
        const bool kept = file != pack.kept_files.end();
        names.push_back(name);
        firsts.push_back(kept ? static_cast<std::int64_t>(content.size()) : -1);
        sizes.push_back(kept ? static_cast<std::int64_t>(file->bytes.size()) : 0);
        if (kept) {
            content.insert(content.end(), file->bytes.begin(), file->bytes.end());
        }
    }
    dataset.dimensions.push_back({"input_file", names.size()});
    dataset.dimensions.push_back({"input_byte", content.size()});
    dataset.variables.push_back(
        {"input_file", {"input_file"}, std::move(names), named(dimension_record("input_file").label)});
    const auto add = [&](std::string name, std::string dimension, Variable::Data data) {
        std::vector<Attribute> attributes = named(variable_record(name).label);
        dataset.variables.push_back({std::move(name), {std::move(dimension)}, std::move(data), std::move(attributes)});
    };
    add("input_first", "input_file", std::move(firsts));
    add("input_size", "input_file", std::move(sizes));
    add("input_content", "input_byte", std::move(content));
}

}  // namespace releve

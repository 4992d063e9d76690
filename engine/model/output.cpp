#include "engine/model/output.hpp"

namespace releve {

std::size_t axis_size(Axis axis, const Pack& pack) {
    switch (axis) {
        case Axis::occupation: return pack.occupations.size();
        case Axis::zone: {
            std::size_t inside = 0;
            for (const Zone& zone : pack.zones) {
                inside += zone.inside ? 1 : 0;
            }
            return inside;
        }
        case Axis::sector: return pack.sectors.size();
        case Axis::size: return size_bands.size();
        case Axis::competence: return pack.competences.size();
        case Axis::sex: return sex_words.size();
        case Axis::age: return result_age_bands;
        case Axis::contract: return contract_words.size();
        case Axis::separation_kind: return separation_words.size();
        case Axis::hire_origin: return hire_origin_words.size();
    }
    return 0;
}

std::size_t cells_of(const Output& output, const Pack& pack) {
    std::size_t cells = 1;
    for (const Axis axis : output.axes) {
        cells *= axis_size(axis, pack);
    }
    return cells;
}

bool is_given(const Output& output, const Pack& pack) {
    return output.table.empty() || pack.has(std::string(output.table));
}

}  // namespace releve

#include "engine/model/output.hpp"

#include <algorithm>

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
        case Axis::insertion_exit: return insertion_exit_words.size();
        case Axis::establishment: return pack.establishments.size();
        case Axis::audited:
            return static_cast<std::size_t>(std::count_if(pack.establishments.begin(), pack.establishments.end(),
                                                          [](const EstablishmentRow& row) { return row.audited; }));
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
    return (output.table.empty() || pack.has(std::string(output.table))) && cells_of(output, pack) > 0;
}

int periods_of(const Output& output, const Setting& setting) {
    const Calendar& calendar = setting.calendar;
    return output.period == Period::month ? setting.horizon
                                          : calendar.date(setting.horizon - 1).year() - calendar.start.year() + 1;
}

std::vector<std::uint32_t> audited_positions(const Pack& pack) {
    std::vector<std::uint32_t> positions;
    std::uint32_t audited = 0;
    for (const EstablishmentRow& row : pack.establishments) {
        positions.push_back(row.audited ? audited++ : no_index);
    }
    return positions;
}

}  // namespace releve

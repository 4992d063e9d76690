#include "scenarios/survey/merge/merge_tables.hpp"

#include <set>

namespace releve::survey {

namespace {

std::uint8_t band_of(int employees) {
    std::uint8_t band = 0;
    for (std::uint8_t i = 0; i < size_bands.size(); ++i) {
        band = employees >= size_bands[i].least ? i : band;
    }
    return band;
}

/// Band 0, as published, also holds establishments of unknown size: it is kept only while their posts are what they were.
bool band_holds(const EstablishmentRow& row, int headcount) {
    const SizeBand& band = size_bands[row.size_band];
    return row.size_band == 0 ? headcount == row.posts : headcount >= band.least && headcount <= band.most;
}

EstablishmentRow row_after(const EstablishmentAnswer& answer, EstablishmentRow row, bool known) {
    row.id = answer.id;
    row.zone = answer.zone;
    row.sector = answer.sector;
    row.kind = answer.kind.value_or(row.kind);
    row.owner_birth_year = answer.owner_birth_year != 0 ? answer.owner_birth_year : row.owner_birth_year;
    if (!known || !band_holds(row, answer.headcount)) {
        row.size_band = band_of(answer.headcount - (row.owner_birth_year != 0 ? 1 : 0));
    }
    row.posts = answer.headcount;
    return row;
}

}  // namespace

std::vector<EstablishmentRow> establishments_after(const Answers& answers, const Pack& base) {
    std::set<std::uint32_t> audited;
    for (const AuditAnswer& line : answers.audit) {
        audited.insert(line.establishment);
    }
    std::vector<EstablishmentRow> rows = base.establishments;
    for (std::uint32_t i = 0; i < answers.establishments.size(); ++i) {
        const EstablishmentAnswer& answer = answers.establishments[i];
        const bool known = answer.in_base != no_index;
        EstablishmentRow& row = known ? rows[answer.in_base] : rows.emplace_back();
        row = row_after(answer, row, known);
        row.audited = row.audited || audited.contains(i);
    }
    return rows;
}

std::vector<bool> answered_after(const Answers& answers, const Pack& base, std::size_t establishments) {
    std::vector<bool> answered(establishments, false);
    for (const SurveyAnswer& before : base.survey) {
        answered[before.establishment] = true;
    }
    std::size_t next = base.establishments.size();
    for (const EstablishmentAnswer& answer : answers.establishments) {
        answered[answer.in_base != no_index ? answer.in_base : next++] = true;
    }
    return answered;
}

}  // namespace releve::survey

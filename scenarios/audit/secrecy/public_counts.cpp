#include "scenarios/audit/secrecy/public_counts.hpp"

#include "scenarios/audit/secrecy/public_tables.hpp"

#include <map>

namespace releve::audit {

namespace {

constexpr double years_followed = horizon_years.back();

/// Shares a value out among establishments in proportion to what is known of each, to their posts where nothing is.
void share_out(double value, const std::vector<double>& known, std::vector<Contribution>& contributions) {
    double of_known = 0;
    double of_posts = 0;
    for (const Contribution& one : contributions) {
        of_known += known.empty() ? 0.0 : known[one.establishment];
        of_posts += one.value;
    }
    for (Contribution& one : contributions) {
        const double part = of_known > 0 ? known[one.establishment] / of_known : one.value / of_posts;
        one.value = value * part;
    }
}

bool few(double count, double people) {
    constexpr SecrecyRules rules;
    return people > 0 && (count < rules.persons || people - count < rules.persons);
}

}  // namespace

double public_count(const InventoryLine& line, PublicCount count) {
    switch (count) {
        case PublicCount::people: return line.people.mean;
        case PublicCount::from_55: return line.from_55;
        case PublicCount::under_30: return line.under_30;
        case PublicCount::executives: return line.executives;
        case PublicCount::leave_1: return line.departures[0].lasting_left.mean;
        case PublicCount::leave_3: return line.departures[1].lasting_left.mean;
        case PublicCount::leave_5: return line.departures[2].lasting_left.mean;
        case PublicCount::retire_1: return line.departures[0].retired.mean;
        case PublicCount::retire_3: return line.departures[1].retired.mean;
        case PublicCount::retire_5: return line.departures[2].retired.mean;
        case PublicCount::recruit_5: return line.needs.openings[2].lasting.mean;
        case PublicCount::moves_5: return line.lasting_turnover.mean * line.lasting * years_followed;
    }
    return 0;
}

std::vector<PublicCell> count_cells(const Pack& pack, const Inventory& inventory, Cut cut, PublicCount count) {
    std::vector<PublicCell> cells = public_cells(pack, cut);
    std::vector<double> known;
    if (cut != Cut::occupation) {
        for (const InventoryLine& line : inventory.of(Cut::establishment)) {
            known.push_back(public_count(line, count));
        }
    }
    std::map<std::uint32_t, double> all;
    for (const InventoryLine& line : inventory.of(cut)) {
        PublicCell& cell = cells[1 + line.unit];
        if (cell.contributions.empty()) {
            continue;
        }
        share_out(public_count(line, count), known, cell.contributions);
        cell.persons = cell.value();
        for (const Contribution& one : cell.contributions) {
            all[one.establishment] += one.value;
        }
    }
    cells.front().contributions.clear();
    for (const auto& [establishment, value] : all) {
        cells.front().contributions.push_back({establishment, value});
    }
    cells.front().persons = cells.front().value();
    return cells;
}

PublicPattern::PublicPattern(const Pack& pack, const Inventory& inventory, Cut cut) {
    constexpr SecrecyRules rules;
    std::vector<Secrecy>& lines = hidden_[static_cast<std::size_t>(PublicCount::people)];
    lines = protect(public_cells(pack, cut), rules);
    for (std::size_t i = 1; i < public_counts; ++i) {
        const auto count = static_cast<PublicCount>(i);
        if (cut == Cut::occupation && count == PublicCount::executives) {
            hidden_[i] = lines;  // all or none, by what the occupation is
            continue;
        }
        std::vector<Secrecy> already = lines;
        // moves and recruitments of five years may be more than the people of the start: no rest to look at
        const bool is_part = count != PublicCount::recruit_5 && count != PublicCount::moves_5;
        for (const InventoryLine& line : inventory.of(cut)) {
            const double value = public_count(line, count);
            const double people = is_part ? line.people.mean : value + rules.persons;
            if (already[1 + line.unit] == Secrecy::shown && line.establishments > 0 && few(value, people)) {
                already[1 + line.unit] = Secrecy::few_persons;
            }
        }
        hidden_[i] = protect(count_cells(pack, inventory, cut, count), rules, already);
    }
}

}  // namespace releve::audit

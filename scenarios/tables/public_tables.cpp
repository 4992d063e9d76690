#include "scenarios/tables/public_tables.hpp"

#include "scenarios/tables/data_sheet.hpp"
#include "scenarios/tables/figures.hpp"
#include "scenarios/tables/public_lines.hpp"

#include <algorithm>
#include <functional>
#include <span>

namespace releve::tables {

namespace {

using audit::Secrecy;

double few_in(const Told& told) { return tables::few_in(text_of(told.value->attributes, "units")); }

bool is_few(double value, double few) { return value > 0 && value < few; }

/// Means over replicates of an output, and how they lie.
struct Means {
    std::vector<double> values;
    std::size_t tables, cells;  ///< one table for each scenario and period
    std::span<const double> table(std::size_t at) const { return std::span(values).subspan(at * cells, cells); }
};

Means means_of(const Dataset& results, const Told& told) {
    const std::size_t scenarios = size_of(results, "scenario");
    const std::vector<std::size_t> no_reference(scenarios, 0);
    return {figures_of(results, told, no_reference).value, scenarios * size_of(results, told.period),
            cells_of(results, told)};
}

/// The total and the cells of one table, as the rules of secrecy look at them.
std::vector<audit::PublicCell> cells_to_protect(std::span<const double> values, const PublicLines& lines) {
    std::vector<audit::PublicCell> cells(1);
    std::map<std::uint32_t, double> all;
    for (std::size_t i = 0; i < values.size(); ++i) {
        const double value = values[i] > 0 ? values[i] : 0.0;  // and where there is none
        audit::PublicCell cell{.parent = 0, .persons = value, .contributions = {}};
        for (const audit::Contribution& share : lines.contributions[i]) {
            if (value > 0) {
                cell.contributions.push_back({share.establishment, share.value * value});
                all[share.establishment] += share.value * value;
            }
        }
        cells.push_back(std::move(cell));
    }
    for (const auto& [establishment, value] : all) {
        cells.front().contributions.push_back({establishment, value});
    }
    cells.front().persons = cells.front().value();
    return cells;
}

/// Grows the cells that are hidden until every table is safe with them. False if a total would have to be hidden.
bool protect_tables(const Means& means, const PublicLines& lines, double few, std::vector<bool>& hidden) {
    audit::SecrecyRules rules;
    rules.persons = few;
    std::vector<Secrecy> pattern(1 + means.cells, Secrecy::shown);
    for (std::size_t i = 0; i < means.cells; ++i) {
        pattern[1 + i] = hidden[i] ? Secrecy::secondary : Secrecy::shown;
    }
    for (bool grows = true; grows;) {
        grows = false;
        for (std::size_t table = 0; table < means.tables; ++table) {
            std::vector<Secrecy> found = audit::protect(cells_to_protect(means.table(table), lines), rules, pattern);
            if (found.front() != Secrecy::shown) {
                return false;
            }
            grows = grows || std::ranges::count(found, Secrecy::shown) < std::ranges::count(pattern, Secrecy::shown);
            pattern = std::move(found);
        }
    }
    for (std::size_t i = 0; i < means.cells; ++i) {
        hidden[i] = pattern[1 + i] != Secrecy::shown;
    }
    return true;
}

/// The same cells in every table.
std::vector<bool> in_every_table(const std::vector<bool>& cells, std::size_t tables) {
    std::vector<bool> all;
    for (std::size_t i = 0; i < tables; ++i) {
        all.insert(all.end(), cells.begin(), cells.end());
    }
    return all;
}

/// Of an output without axes: every month of a year in which one tells of few, in all scenarios.
std::vector<bool> hidden_periods(const Dataset& results, const Told& told, const Means& means, double few) {
    const std::size_t periods = size_of(results, told.period);
    const std::vector<std::string> names = code_texts(results, told.period);
    std::map<std::string, bool> years;
    const auto year_of = [&](std::size_t at) { return names[at % periods].substr(0, 4); };
    for (std::size_t i = 0; i < means.values.size(); ++i) {
        years[year_of(i)] = years[year_of(i)] || is_few(means.values[i], few);
    }
    std::vector<bool> hidden(means.values.size());
    for (std::size_t i = 0; i < hidden.size(); ++i) {
        hidden[i] = years[year_of(i)];
    }
    return hidden;
}

/// What is hidden by one axis.
struct AxisPattern {
    PublicLines lines;
    std::vector<bool> people;  ///< where people in post are hidden
    std::vector<bool> any;     ///< where any count is
};

void join(std::vector<bool>& to, const std::vector<bool>& from) {
    std::transform(to.begin(), to.end(), from.begin(), to.begin(), std::logical_or<>());
}

bool anywhere(const std::vector<bool>& hidden) { return std::find(hidden.begin(), hidden.end(), true) != hidden.end(); }

/// Hides what is to be hidden, output by output.
class Hiding {
public:
    Hiding(const Dataset& results, const Pack& pack) : results_(results), pack_(pack) {}

    void find_people(const std::vector<Told>& outputs) {
        for (const Told& told : outputs) {
            const bool is_stock = text_of(told.value->attributes, "kind") == "stock";
            if (told.axes.size() == 1 && is_stock && few_in(told) > 0 && !told.of_one_establishment()) {
                AxisPattern& axis = pattern(told.axes.front());
                std::vector<bool> hidden = axis.people;
                protect_tables(means_of(results_, told), axis.lines, few_in(told), hidden);
                join(axis.people, hidden);
                join(axis.any, hidden);
            }
        }
    }

    void hide(const Told& told) {
        const double few = few_in(told);
        if (told.of_one_establishment()) {
            found_.left_out.push_back(told.name);
        } else if (told.axes.empty()) {
            if (few > 0) {
                keep(told, hidden_periods(results_, told, means_of(results_, told), few));
            }
        } else if (told.axes.size() == 1) {
            few > 0 ? hide_counts(told, few) : hide_rates(told);
        } else {
            hide_crossed(told, few);
        }
    }

    PublicTables take() { return std::move(found_); }

private:
    AxisPattern& pattern(const std::string& axis) {
        auto found = patterns_.find(axis);
        if (found == patterns_.end()) {
            PublicLines lines = public_lines(pack_, axis, code_texts(results_, axis));
            const std::vector<bool> hidden = lines.hidden;
            found = patterns_.emplace(axis, AxisPattern{std::move(lines), hidden, hidden}).first;
        }
        return found->second;
    }

    void keep(const Told& told, std::vector<bool> hidden) {
        if (anywhere(hidden)) {
            found_.hidden[told.name] = std::move(hidden);
        }
    }

    void hide_counts(const Told& told, double few) {
        AxisPattern& axis = pattern(told.axes.front());
        const Means means = means_of(results_, told);
        std::vector<bool> hidden = axis.people;
        if (!protect_tables(means, axis.lines, few, hidden)) {
            found_.left_out.push_back(told.name);
            hidden.assign(hidden.size(), true);
        } else {
            keep(told, in_every_table(hidden, means.tables));
        }
        join(axis.any, hidden);
    }

    void hide_rates(const Told& told) {
        if (text_of(told.value->attributes, "kind") == "rate") {
            keep(told, in_every_table(pattern(told.axes.front()).any, means_of(results_, told).tables));
        }
    }

    /// Crossed tables are shown whole or not at all.
    void hide_crossed(const Told& told, double few) {
        const bool is_rate = text_of(told.value->attributes, "kind") == "rate";
        const std::vector<double> values = means_of(results_, told).values;
        bool gives_away =
            few > 0 && std::any_of(values.begin(), values.end(), [&](double value) { return is_few(value, few); });
        for (const std::string& axis : told.axes) {
            gives_away = gives_away || ((few > 0 || is_rate) && anywhere(pattern(axis).any));
        }
        if (gives_away) {
            found_.left_out.push_back(told.name);
        }
    }

    const Dataset& results_;
    const Pack& pack_;
    std::map<std::string, AxisPattern> patterns_;
    PublicTables found_;
};

}  // namespace

PublicTables public_tables(const Dataset& results, const std::vector<Told>& outputs, const Pack& pack) {
    Hiding hiding(results, pack);
    hiding.find_people(outputs);
    const auto is_count = [](const Told& told) { return told.axes.size() == 1 && few_in(told) > 0; };
    for (const bool counts : {true, false}) {  // what is hidden of rates and crossings follows from the counts
        for (const Told& told : outputs) {
            if (is_count(told) == counts) {
                hiding.hide(told);
            }
        }
    }
    return hiding.take();
}

}  // namespace releve::tables

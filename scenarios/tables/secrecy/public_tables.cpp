#include "scenarios/tables/secrecy/public_tables.hpp"

#include "scenarios/tables/data_sheet.hpp"
#include "scenarios/tables/figures.hpp"
#include "scenarios/tables/secrecy/few.hpp"
#include "scenarios/tables/secrecy/public_lines.hpp"

#include <algorithm>
#include <set>
#include <span>

namespace releve::tables {

namespace {

using audit::Secrecy;

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

/// Grows the cells that are hidden until every table is safe with them; all of them if a total would have to be hidden.
void protect_tables(const std::vector<std::span<const double>>& tables, const PublicLines& lines, double few,
                    std::vector<bool>& hidden) {
    audit::SecrecyRules rules;
    rules.persons = few;
    std::vector<Secrecy> pattern(1, Secrecy::shown);
    for (const bool one : hidden) {
        pattern.push_back(one ? Secrecy::secondary : Secrecy::shown);
    }
    for (bool grows = true; grows;) {
        grows = false;
        for (const std::span<const double> table : tables) {
            std::vector<Secrecy> found = audit::protect(cells_to_protect(table, lines), rules, pattern);
            if (found.front() != Secrecy::shown) {
                hidden.assign(hidden.size(), true);
                return;
            }
            grows = grows || std::ranges::count(found, Secrecy::shown) < std::ranges::count(pattern, Secrecy::shown);
            pattern = std::move(found);
        }
    }
    std::transform(pattern.begin() + 1, pattern.end(), hidden.begin(),
                   [](Secrecy secrecy) { return secrecy != Secrecy::shown; });
}

/// Of an output without axes, months as the parts of a year: hidden alike in all scenarios.
std::vector<bool> hidden_months(const Dataset& results, const Told& told, const Means& means, double few) {
    const std::vector<std::string> names = code_texts(results, told.period);
    const std::size_t scenarios = size_of(results, "scenario");
    std::vector<bool> hidden(means.values.size());
    for (std::size_t first = 0, last = 0; first < names.size(); first = last) {
        while (last < names.size() && names[last].substr(0, 4) == names[first].substr(0, 4)) {
            ++last;
        }
        std::vector<std::span<const double>> tables;
        for (std::size_t scenario = 0; scenario < scenarios; ++scenario) {
            tables.push_back(std::span(means.values).subspan(scenario * names.size() + first, last - first));
        }
        std::vector<bool> months(last - first, false);
        protect_tables(tables, lines_alike(months.size()), few, months);
        for (std::size_t i = 0; i < hidden.size(); ++i) {
            const std::size_t month = i % names.size();
            hidden[i] = hidden[i] || (month >= first && month < last && months[month - first]);
        }
    }
    return hidden;
}

/// What is hidden by one axis.
struct AxisPattern {
    PublicLines lines;
    std::vector<bool> people;  ///< where people in post are hidden
    std::vector<bool> any;     ///< where any count is
};

/// Hides a cell where any of its tables is hidden; whether that is new.
bool add_hidden(const std::vector<bool>& tables, std::vector<bool>& cells) {
    bool grows = false;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const std::size_t cell = i % cells.size();
        grows = grows || (tables[i] && !cells[cell]);
        cells[cell] = cells[cell] || tables[i];
    }
    return grows;
}

bool anywhere(const std::vector<bool>& hidden) { return std::find(hidden.begin(), hidden.end(), true) != hidden.end(); }

/// Hides what is to be hidden, output by output.
class Hiding {
public:
    Hiding(const Dataset& results, const Pack& pack) : results_(results), pack_(pack) {}

    /// Where people in post are hidden by each axis, in any output: what one of them hides makes others hide more, so again
    /// until nothing grows.
    void find_people(const std::vector<Told>& outputs) {
        for (bool grows = true; grows;) {
            grows = false;
            for (const Told& told : outputs) {
                const std::string_view unit = text_of(told.value->attributes, "units");
                if (told.axes.size() == 1 && is_stock(told) && unit == "persons" && !told.of_one_establishment()) {
                    const std::vector<bool> hidden = hidden_cells(told, few_in(told));
                    grows = add_hidden(hidden, pattern(told.axes.front()).people) || grows;
                }
            }
        }
    }

    void hide(const Told& told) {
        const double few = few_in(told);
        if (told.of_one_establishment()) {
            found_.left_out.push_back(told.name);
        } else if (told.axes.empty()) {
            few > 0 ? hide_months(told, few) : hide_rate_months(told);
        } else if (told.axes.size() == 1) {
            few > 0 ? hide_counts(told, few) : hide_rates(told);
        } else {
            hide_crossed(told);
        }
    }

    /// What an action cost is its volume at unit costs that anybody may know: it goes with the volume.
    void hide_costs_of_few(const std::vector<Told>& outputs) {
        const auto is_out = [&](std::string_view name) {
            return std::find(found_.left_out.begin(), found_.left_out.end(), name) != found_.left_out.end();
        };
        const Dimension* actions = results_.find_dimension("action");
        for (const Told& told : outputs) {
            const bool of_one = told.name == "cost_by_action" ||
                                (actions != nullptr && actions->size == 1 && told.name.starts_with("cost"));
            if (is_out("volume") && of_one && !is_out(told.name)) {
                found_.left_out.push_back(told.name);
                found_.hidden.erase(told.name);
            }
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

    static bool is_stock(const Told& told) { return text_of(told.value->attributes, "kind") == "stock"; }
    static bool is_rate(const Told& told) { return text_of(told.value->attributes, "kind") == "rate"; }

    void keep(const Told& told, std::vector<bool> hidden) {
        if (!anywhere(hidden)) {
            return;
        }
        if (std::find(hidden.begin(), hidden.end(), false) == hidden.end()) {
            found_.left_out.push_back(told.name);
        } else {
            found_.hidden[told.name] = std::move(hidden);
        }
    }

    /// Of counts by one axis: stocks hide the same cells in all years, which hardly differ; flows year by year.
    std::vector<bool> hidden_cells(const Told& told, double few) {
        const AxisPattern& axis = pattern(told.axes.front());
        const Means means = means_of(results_, told);
        const std::size_t periods = size_of(results_, told.period);
        std::vector<bool> hidden(means.values.size());
        for (std::size_t group = 0; group < (is_stock(told) ? 1 : periods); ++group) {
            std::vector<std::span<const double>> tables;
            const auto in_group = [&](std::size_t table) { return is_stock(told) || table % periods == group; };
            for (std::size_t table = 0; table < means.tables; ++table) {
                if (in_group(table)) {
                    tables.push_back(means.table(table));
                }
            }
            std::vector<bool> cells = axis.people;
            protect_tables(tables, axis.lines, few, cells);
            for (std::size_t i = 0; i < hidden.size(); ++i) {
                hidden[i] = hidden[i] || (in_group(i / means.cells) && cells[i % means.cells]);
            }
        }
        return hidden;
    }

    void hide_counts(const Told& told, double few) {
        std::vector<bool> hidden = hidden_cells(told, few);
        add_hidden(hidden, pattern(told.axes.front()).any);
        keep(told, std::move(hidden));
    }

    /// Rates hide what any count does, which they could give back; money what people in post do.
    void hide_rates(const Told& told) {
        const AxisPattern& axis = pattern(told.axes.front());
        const std::vector<bool>& from = is_rate(told) ? axis.any : axis.people;
        std::vector<bool> hidden(means_of(results_, told).values.size());
        for (std::size_t i = 0; i < hidden.size(); ++i) {
            hidden[i] = from[i % from.size()];
        }
        keep(told, std::move(hidden));
    }

    void hide_months(const Told& told, double few) {
        std::vector<bool> hidden = hidden_months(results_, told, means_of(results_, told), few);
        if (is_stock(told)) {
            const std::vector<std::string> names = code_texts(results_, told.period);
            for (std::size_t i = 0; i < names.size(); ++i) {  // alike in all scenarios
                if (hidden[i]) {
                    hidden_periods_.insert(names[i]);
                }
            }
        }
        keep(told, std::move(hidden));
    }

    /// Rates without axes are ratios of stocks at the end of their period: one of them and the rate give back the other.
    void hide_rate_months(const Told& told) {
        if (!is_rate(told)) {
            return;
        }
        const std::vector<std::string> names = code_texts(results_, told.period);
        std::vector<bool> hidden(means_of(results_, told).values.size());
        for (std::size_t i = 0; i < hidden.size(); ++i) {
            hidden[i] = hidden_periods_.contains(names[i % names.size()]);
        }
        keep(told, std::move(hidden));
    }

    /// Crossed tables are shown whole or not at all.
    void hide_crossed(const Told& told) {
        const std::vector<double> few = few_by_cell(results_, told);
        const std::vector<double> values = means_of(results_, told).values;
        bool gives_away = false;
        for (std::size_t i = 0; i < values.size(); ++i) {
            gives_away = gives_away || is_few(values[i], few[i % few.size()]);
        }
        for (const std::string& axis : told.axes) {
            gives_away = gives_away || ((few_in(told) > 0 || is_rate(told)) && anywhere(pattern(axis).any));
        }
        if (gives_away) {
            found_.left_out.push_back(told.name);
        }
    }

    const Dataset& results_;
    const Pack& pack_;
    std::map<std::string, AxisPattern> patterns_;
    std::set<std::string> hidden_periods_;  ///< months and years that a stock without axes hides
    PublicTables found_;
};

}  // namespace

PublicTables public_tables(const Dataset& results, const std::vector<Told>& outputs, const Pack& pack) {
    Hiding hiding(results, pack);
    hiding.find_people(outputs);
    const auto is_count = [](const Told& told) { return told.axes.size() <= 1 && few_in(told) > 0; };
    for (const bool counts : {true, false}) {  // what is hidden of rates and crossings follows from the counts
        for (const Told& told : outputs) {
            if (is_count(told) == counts) {
                hiding.hide(told);
            }
        }
    }
    hiding.hide_costs_of_few(outputs);
    return hiding.take();
}

}  // namespace releve::tables

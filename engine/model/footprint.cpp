#include "engine/model/footprint.hpp"

#include "engine/model/catalogue.hpp"
#include "engine/state/state.hpp"

#include <numeric>

namespace releve {

namespace {

using Parts = std::vector<Footprint::Part>;

constexpr std::size_t bytes_in_set = sizeof(std::uint32_t);  // its position among the members

template <class Record, class Value>
constexpr std::size_t width(Value Record::*) {
    return sizeof(Value);
}
template <class Columns, class IdType, class Value>
constexpr std::size_t width(Column<IdType, Value> Columns::*) {
    return sizeof(Value);
}

std::size_t sum_of(const Parts& parts) {
    return std::accumulate(parts.begin(), parts.end(), std::size_t{0},
                           [](std::size_t sum, const Footprint::Part& part) { return sum + part.bytes; });
}

/// What a record holds besides the parts named: single bits, and room that alignment leaves.
void add_rest(Parts& parts, std::size_t record) { parts.push_back({"bits, alignment", record - sum_of(parts)}); }

/// A clock, and its entry in the calendar of the month in which it goes off.
void add_clocks(Parts& parts, std::size_t number) {
    parts.push_back({"clocks", number * Clocks::bytes_each});
    parts.push_back({"calendar of the clocks", number * sizeof(std::uint32_t)});
}

}  // namespace

std::size_t Footprint::bytes() const { return sum_of(parts); }

ClockNumbers all_clocks() {
    ClockNumbers numbers;
    for (const Process* process : all_processes()) {
        if (process->risk.exists()) {
            switch (process->risk.of) {
                case RiskOf::person: ++numbers.person; break;
                case RiskOf::cell: ++numbers.cell; break;
                case RiskOf::establishment: ++numbers.establishment; break;
            }
        }
    }
    return numbers;
}

Footprint footprint_of_person(const ClockNumbers& clocks) {
    using P = Person;
    Parts parts{{"key", width(&P::key)},
                {"birth", width(&P::birth)},
                {"sex", width(&P::sex)},
                {"education", width(&P::education)},
                {"status", width(&P::status)},
                {"contract", width(&P::contract)},
                {"zone", width(&P::zone)},
                {"occupation", width(&P::occupation)},
                {"second_occupation", width(&P::second_occupation)},
                {"post", width(&P::post)},
                {"hired", width(&P::hired)},
                {"status_since", width(&P::status_since)},
                {"career_start", width(&P::career_start)},
                {"skills_since", width(&P::skills_since)},
                {"quarters", width(&P::quarters)},
                {"mastery", width(&P::mastery)},
                {"second_mastery", width(&P::second_mastery)},
                {"know_how", width(&P::know_how)},
                {"running", width(&P::running)},
                {"hires", width(&P::hires)},
                {"extra_applications", width(&P::extra_applications)},
                {"credited", width(&P::credited)},
                {"missed", width(&P::missed)},
                {"working_time", width(&P::working_time)},
                {"programme", width(&P::programme)}};
    add_rest(parts, sizeof(P));
    parts.push_back({"seekers", bytes_in_set});
    add_clocks(parts, clocks.person);
    return {"person", std::move(parts)};
}

Footprint footprint_of_post() {
    Parts parts{
        {"key", width(&Post::key)},       {"cell", width(&Post::cell)},       {"place", width(&Post::place)},
        {"holder", width(&Post::holder)}, {"vacated", width(&Post::vacated)}, {"opened", width(&Post::opened)},
        {"reason", width(&Post::reason)}, {"left_by", width(&Post::left_by)}, {"vacancies", width(&Post::vacancies)}};
    add_rest(parts, sizeof(Post));
    parts.push_back({"list of its cell", sizeof(PostId)});
    parts.push_back({"vacancies (set)", bytes_in_set});
    parts.push_back({"undecided (set)", bytes_in_set});
    return {"post", std::move(parts)};
}

Footprint footprint_of_cell(const ClockNumbers& clocks) {
    using C = Cells;
    Parts parts{{"establishment", width(&C::establishment)},
                {"occupation", width(&C::occupation)},
                {"key", width(&C::key)},
                {"posts_at_start", width(&C::posts_at_start)},
                {"posts", width(&C::posts)},
                {"filled", width(&C::filled)},
                {"list", width(&C::list)},
                {"created", width(&C::created)},
                {"overlap", width(&C::overlap)}};
    add_clocks(parts, clocks.cell);
    return {"cell", std::move(parts)};
}

Footprint footprint_of_establishment(const ClockNumbers& clocks) {
    using E = Establishments;
    Parts parts{{"zone", width(&E::zone)},
                {"sector", width(&E::sector)},
                {"kind", width(&E::kind)},
                {"size_band", width(&E::size_band)},
                {"attractiveness", width(&E::attractiveness)},
                {"first_cell", width(&E::first_cell)},
                {"cells", width(&E::cells)},
                {"key", width(&E::key)},
                {"posts", width(&E::posts)},
                {"unsalaried", width(&E::unsalaried)},
                {"closed", width(&E::closed)},
                {"levers", width(&E::levers)},
                {"conduct", width(&E::conduct)}};
    add_clocks(parts, clocks.establishment);
    return {"establishment", std::move(parts)};
}

}  // namespace releve

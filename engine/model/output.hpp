#pragma once
#include "engine/base/text.hpp"
#include "engine/model/observing.hpp"
#include "engine/model/setting.hpp"
#include "engine/model/year_end.hpp"
#include "engine/state/state.hpp"

#include <span>
#include <string_view>
#include <vector>

namespace releve {

/// By what a yearly result is broken down. The names are the dimensions of the result file.
enum class Axis : std::uint8_t {
    occupation,
    zone,
    sector,
    size,
    competence,
    sex,
    age,
    contract,
    separation_kind,
    hire_origin,
    establishment,
    audited,
    insertion_exit
};
inline constexpr std::array<Word, 13> axis_words{{
    {"occupation", {"occupation", "métier"}},
    {"zone", {"commune", "commune"}},
    {"sector", {"sector", "secteur"}},
    {"size", {"size of establishment", "taille d'établissement"}},
    {"competence", {"competence", "compétence"}},
    {"sex", {"sex", "sexe"}},
    {"age", {"age band", "tranche d'âge"}},
    {"contract", {"contract", "contrat"}},
    {"separation_kind", {"kind of separation", "motif de départ"}},
    {"hire_origin", {"origin of the person hired", "origine de la personne embauchée"}},
    {"establishment", {"establishment of the start", "établissement du départ"}},
    {"audited", {"audited establishment", "établissement audité"}},
    {"insertion_exit", {"kind of exit from insertion", "type de sortie d'insertion"}},
}};
std::size_t axis_size(Axis axis, const Pack& pack);

/// stock: a count at the end of the period; flow: a count over it; rate: a ratio at its end.
enum class OutputKind : std::uint8_t { stock, flow, rate };
inline constexpr std::array<std::string_view, 3> output_kind_names{"stock", "flow", "rate"};

enum class Period : std::uint8_t { month, year };

/// What an output sees at the end of each month: the state and what happened in the month.
struct Observation {
    const State& state;
    const Setting& setting;
    const EventsByKind& events;
    std::span<const double> parameters;  ///< as ObservingParameter orders them
    const Totals& totals;
    const FirstHoldings& first;
    const YearEnd* year = nullptr;  ///< in the last month of a year

    double parameter(ObservingParameter which) const { return parameters[static_cast<std::size_t>(which)]; }
};

/// One indicator, told once. `observe` adds to its cells (zero at the start of the period): each month for a flow, in
/// the last month of the period for a stock or a rate. Cells are flattened with the last axis fastest.
struct Output {
    std::string_view name;
    Label label;
    Label meaning;
    std::string_view unit;
    OutputKind kind = OutputKind::stock;
    Period period = Period::month;
    std::span<const Axis> axes;
    std::string_view formula;
    std::string_view adds_up;  ///< how it adds up over time and breakdowns
    std::string_view source;
    std::string_view table =
        {};  ///< of the pack; without it there is nothing to tell, and results leave the output out
    void (*observe)(const Observation&, std::span<double> cells) = nullptr;
    /// Results keep mean and standard deviation over replicates, no quantiles nor paired differences: of an event that is
    /// there (1) or not (0) the mean is its probability and tells all, and very many cells stay small.
    bool moments_only = false;
};

/// Periods that a run tells of an output: its months, or the calendar years that it touches.
int periods_of(const Output& output, const Setting& setting);

/// By establishment of the pack: its position among the audited ones; no_index for the others.
std::vector<std::uint32_t> audited_positions(const Pack& pack);
std::size_t cells_of(const Output& output, const Pack& pack);
bool is_given(const Output& output, const Pack& pack);

}  // namespace releve

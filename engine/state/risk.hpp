#pragma once
#include "engine/base/vocabulary.hpp"
#include "engine/state/clocks.hpp"

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

namespace releve {

struct State;
/// What the model fixed before the run (rates, laws, parameters). This floor only hands it through.
struct Setting;

/// What a hazard may look at.
struct RiskContext {
    const State& state;
    const Setting& setting;
    std::span<const double> parameters;  ///< of the process, in the order of its record
    std::span<const double> prepared;    ///< what the process computed beforehand
};

enum class RiskOf : std::uint8_t { person, cell, establishment };
/// When a new clock is drawn: once a life, at each change of post, at each change of status.
enum class SpellOf : std::uint8_t { life, post, status };

/// Set of values of a vocabulary.
template <class Enum>
struct SetOf {
    std::uint16_t bits = 0;
    constexpr SetOf() = default;
    constexpr SetOf(std::initializer_list<Enum> values) {
        for (const Enum value : values) {
            bits = static_cast<std::uint16_t>(bits | 1U << static_cast<unsigned>(value));
        }
    }
    constexpr bool has(Enum value) const { return ((bits >> static_cast<unsigned>(value)) & 1U) != 0; }
};
inline constexpr SetOf<Status> alive{Status::employed, Status::unemployed, Status::training, Status::education,
                                     Status::inactive, Status::retired,    Status::outside};
inline constexpr SetOf<Contract> temporary{Contract::fixed_term, Contract::agency, Contract::apprentice,
                                           Contract::insertion};
inline constexpr SetOf<Contract> all_but_owners{Contract::open_ended, Contract::fixed_term, Contract::agency,
                                                Contract::apprentice, Contract::insertion};
inline constexpr SetOf<Contract> any_contract{Contract::open_ended, Contract::fixed_term, Contract::agency,
                                              Contract::apprentice, Contract::insertion,  Contract::owner};

/// A risk that a process takes on: who is exposed, and the hazard ahead. Who is exposed is told as data, so that a change
/// of a person finds the risks that start or stop in one table.
struct Risk {
    RiskOf of = RiskOf::person;
    SpellOf spell = SpellOf::life;
    SetOf<Status> statuses;                    ///< of the persons exposed
    SetOf<Contract> contracts = any_contract;  ///< of those among them who are employed
    bool residents_only = false;
    /// The hazard is told by one of these two: by month, or as a factor, by status, on the table by sex and age that the
    /// process has prepared (AgeTable). Neither: no risk. A clock by age runs as in the status most at risk; when it goes
    /// off, the event comes with the chance that the present status has of it, else a new spell begins (thinning, Lewis
    /// and Shedler 1979). So a change of status, of which there are many, touches no clock.
    Hazard (*hazard)(const RiskContext&, std::uint32_t entity, int month) = nullptr;
    double (*age_factor)(std::span<const double> parameters, Status) = nullptr;
    /// In each of these statuses the hazard of a life-long spell is another than in any other: what is left of the clock
    /// is carried over a change of status into or out of them.
    SetOf<Status> apart;
    int apart_from = 0;                 ///< [months of age] before, neither status nor quarters change the hazard
    bool varies_with_quarters = false;  ///< the same for a change of the pension quarters that work validates
    bool varies_with_filled = false;    ///< of a cell: the hazard follows its filled posts, not its posts
    bool exists() const { return hazard != nullptr || age_factor != nullptr; }
};

/// A risk bound to the parameters of one run.
struct BoundRisk {
    std::string_view process;
    Risk risk;
    Purpose purpose;
    std::span<const double> parameters;
    std::span<const double> prepared;
    // set when the clocks are started:
    std::size_t clock = 0;          ///< its place among the clocks of things of its kind
    double highest_age_factor = 0;  ///< of the statuses exposed
};

}  // namespace releve

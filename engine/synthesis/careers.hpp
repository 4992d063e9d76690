#pragma once
#include "engine/inputs/known_ages.hpp"
#include "engine/inputs/pack.hpp"
#include "engine/inputs/pension.hpp"
#include "engine/state/persons.hpp"
#include "engine/synthesis/population.hpp"

#include <span>
#include <vector>

namespace releve {

/// Fills in what no margin tells of one person, from the tables of the occupation and the synthesis parameters: exact
/// age, education, contract, tenure, career start, quarters, mastery and know-how. `occupation`: given for workers, drawn
/// among job seekers for the others. What an employer told of a worker (`told`; nothing of the others) is kept as it is.
class Biographer {
public:
    Biographer(const Pack& pack, std::span<const double> parameters, Luck luck);

    Person worker(const Individual& facts, DrawKey key, std::uint16_t occupation, bool may_own,
                  const WorkerRow* told = nullptr) const;
    Person without_post(const Individual& facts, DrawKey key) const;

private:
    Person begin(const Individual& facts, DrawKey key) const;
    MonthIndex draw_birth(const Individual& facts, Draws& draws) const;
    /// Birth, and the month of hiring where its year is told.
    void draw_told_dates(Person& person, const Individual& facts, const WorkerRow& told, Draws& draws) const;
    /// Birth, education and career, conditional on being retired or not at the start: each past is kept with the probability
    /// that it leads to the status, by the law and the behaviour of the process `retirement`.
    void add_past(Person& person, const Individual& facts, Draws& draws, const WorkerRow* told = nullptr) const;
    /// Draws the right to an early pension, and whether a worker already draws a pension; the probability of the status.
    double chance_of_status(Person& person, Draws& draws) const;
    /// Hours of the present post, and what they have cost in quarters since its beginning.
    void add_working_time(Person& person) const;
    /// Whether the career drawn would begin after the hiring told; it then begins with it.
    bool add_career(Person& person, Draws& draws) const;
    void add_tenure(Person& person, Draws& draws) const;
    Contract draw_contract(const Person& person, bool may_own, Draws& draws) const;
    /// Contracts of the occupation; given the month of hiring where it is told.
    std::array<double, contract_words.size()> contract_shares(const Person& person) const;
    Education draw_school(const Person& person, Draws& draws) const;
    double mastery_after(double months_of_practice, std::uint16_t occupation) const;

    const Pack& pack_;
    std::span<const double> parameters_;
    Luck luck_;
    PensionBehaviour behaviour_;
    std::size_t law_ = 0;                             ///< of the pack, in force at the start
    std::vector<double> learning_, fading_;           ///< by occupation: mean over its competences [months]
    std::vector<std::vector<double>> tenure_shares_;  ///< by occupation: as its table lists them
};

}  // namespace releve

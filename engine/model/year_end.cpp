#include "engine/model/year_end.hpp"

#include "engine/model/observing.hpp"

namespace releve {

FirstHoldings first_holdings(const State& state, const Pack& pack, std::span<const double> parameters) {
    if (!pack.has("occupation_competences")) {
        return {};
    }
    const auto value = [&](ObservingParameter which) { return parameters[static_cast<std::size_t>(which)]; };
    FirstHoldings first{
        HolderRules(pack, value(ObservingParameter::asked_level)), value(ObservingParameter::holder_mastery), {}, {}};
    const SkillsAtWork skills = skills_at_work(state, first.holder_mastery);
    first.all = holdings_of(state, first.rules, skills.experts);
    first.counts = counts_of(first.all, first.rules.competences());
    return first;
}

YearEnd year_end_of(const State& state, const Pack& pack, const FirstHoldings& first) {
    YearEnd year;
    year.census = census_of(state);
    if (pack.has("occupation_competences")) {
        year.skills = skills_at_work(state, first.holder_mastery);
        year.balance = competence_balance(state, pack, year.skills.mastery);
        year.holdings = holdings_of(state, first.rules, year.skills.experts);
        year.counts = counts_of(year.holdings, first.rules.competences());
        year.lost = lost_since(first.all, year.holdings, first.rules.competences());
    }
    return year;
}

}  // namespace releve

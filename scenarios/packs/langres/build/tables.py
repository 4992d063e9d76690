"""Every derived table and its maker, in the order of the manifest."""

import audits
import competences
import dynamics
import establishments
import facts
import flows
import funding
import law
import links
import migration
import nomenclature
import population
import posts
import profiles
import working

MAKERS = {
    "zones": nomenclature.zones,
    "sectors": nomenclature.sectors,
    "occupations": nomenclature.occupations,
    "competences": competences.competences,
    "occupation_competences": competences.occupation_competences,
    "occupation_mobility": competences.occupation_mobility,
    "establishments": establishments.establishments,
    "posts": posts.posts,
    "population_margins": population.population_margins,
    "employment_margins": profiles.employment_margins,
    "occupation_education": profiles.occupation_education,
    "occupation_contracts": profiles.occupation_contracts,
    "occupation_tenure": profiles.occupation_tenure,
    "working_time": working.working_time,
    "part_time_hours": working.part_time_hours,
    "jobseekers": profiles.jobseekers,
    "demand": flows.demand,
    "closures": dynamics.closures,
    "births": dynamics.births,
    "birth_sizes": dynamics.birth_sizes,
    "mortality": population.mortality,
    "separation": flows.separation,
    "fixed_term": flows.fixed_term,
    "activity": population.activity,
    "school_cohorts": population.school_cohorts,
    "school_leaving": profiles.school_leaving,
    "education_occupations": profiles.education_occupations,
    "migration": migration.migration,
    "pension_law": law.pension_law,
    "long_careers": law.long_careers,
    "early_pension": working.early_pension,
    "pension_quarters": working.pension_quarters,
    "observed": facts.observed,
    "audits": audits.audits,
    "audit_axes": audits.audit_axes,
    "cross_impact": audits.cross_impact,
    "funders": funding.funders,
    "conventions": funding.conventions,
    "schemes": funding.schemes,
    "scheme_rules": funding.scheme_rules,
    "action_costs": funding.action_costs,
    "links": links.links,
}


def build_all():
    """table name -> CSV text."""
    return {name: make() for name, make in MAKERS.items()}

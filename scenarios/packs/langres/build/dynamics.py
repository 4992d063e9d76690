"""Closures and births of establishments."""

from math import log

from common import number, parameter, read, table


def relative_closure(row):
    """Hazard of a sector against all sectors, from three-year survival; farms by hand."""
    survival = number(row["survival_3_years"])
    return log(survival) / log(parameter("survival_3_years_all")) if survival else parameter("farm_closure_relative")


def closures():
    rows = [[sector["sector"], size["size_band"], round(relative_closure(sector) * number(size["annual_rate"]), 5)]
            for sector in read("establishment_dynamics") for size in read("closure_by_size")]
    return table(["sector", "size_band", "annual_rate"], rows)


def births():
    level = parameter("birth_rate_level")
    return table(["sector", "annual_rate"], [[r["sector"], round(level * number(r["births_relative"]), 5)] for r in read("establishment_dynamics")])


def birth_sizes():
    return table(["posts", "share"], [[r["posts"], r["share"]] for r in read("birth_sizes")])

"""Yearly moves in and out of the area by age and sex, fitted to the population of 2014, 2016, 2022 and 2023."""

from common import SEXES, number, parameter, read, table
from population import ALL_BANDS, band_of, mortality_by_age, net_rates, residents_by_age, yearly_births

def courses(shift, years):
    """Population course from 2013 with net rates raised by `shift` at every age."""
    people, death, births, net = dict(residents_by_age()), mortality_by_age(), yearly_births(), net_rates()
    totals = [sum(people.values())]
    for _ in range(years):
        later = {}
        for (sex, age), value in people.items():
            moving = net[sex, band_of(age)] + shift
            if age < 99:
                later[sex, age + 1] = value * (1 - death[sex, min(age + 1, 105)]) * (1 + moving)
        for sex, part in (("M", 0.512), ("F", 0.488)):
            later[sex, 0] = births * part
        people = later
        totals.append(sum(people.values()))
    return totals


def fitted_shift():
    """One number added to all net rates so that the population falls as published from 2014 to 2022."""
    rows = [r for r in read("communes") if r["residents_2022"]]
    first = sum(int(r["residents_2014"]) for r in rows)
    wanted = sum(int(r["residents_2022"]) for r in rows) / first
    low, high = -0.05, 0.05
    for _ in range(60):
        middle = (low + high) / 2
        course = courses(middle, 8)
        low, high = (middle, high) if course[8] / course[0] < wanted else (low, middle)
    return (low + high) / 2


def rates():
    shift, net = fitted_shift(), net_rates()
    ratio = {r["age_band"]: number(r["mobility_ratio"]) for r in read("migration_shape")}
    people = {}
    for (sex, age), value in residents_by_age().items():
        if age >= 15:
            key = (sex, band_of(age))
            people[key] = people.get(key, 0.0) + value
    mean = sum(n * ratio[band] for (_, band), n in people.items()) / sum(people.values())
    out = {}
    for sex in SEXES:
        for band in ALL_BANDS:
            base = parameter("moves_in_per_year") * ratio[band] / mean
            gain = net[sex, band] + shift
            out[sex, band] = (max(base + gain / 2, 0.001), max(base - gain / 2, 0.001))
    return out


def migration():
    rows = [[s, b, round(i, 5), round(o, 5)] for (s, b), (i, o) in rates().items()]
    return table(["sex", "age_band", "in_rate", "out_rate"], rows)

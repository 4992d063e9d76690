"""Residents at the start of 2013: age, sex, status; births, migration, mortality, activity."""

from functools import cache

from common import BANDS, FIRST_YEAR, SEXES, largest_remainder, number, parameter, rake, read, table

OLD_BANDS = ["75-79", "80-99"]
ALL_BANDS = BANDS + OLD_BANDS
BROAD = [("0-14", 0, 15), ("15-29", 15, 30), ("30-44", 30, 45), ("45-59", 45, 60), ("60-74", 60, 75), ("75+", 75, 100)]
BACK_YEARS = 8  # from the pyramid of 2021 to 2013
STATUSES = ["employed", "unemployed", "education", "inactive", "retired", "outside"]


@cache
def mortality_by_age():
    out = {}
    for row in read("mortality_france"):
        out["F", int(row["age"])] = number(row["women_per_100000"]) / 1e5
        out["M", int(row["age"])] = number(row["men_per_100000"]) / 1e5
    return out


def mortality():
    probability = mortality_by_age()
    rows = [[s, a, probability[s, a]] for s in SEXES for a in range(15, 106)]
    return table(["sex", "age", "annual_probability"], rows)


def net_rates():
    """(sex, band) -> yearly net migration rate (guesses of base/migration_shape.csv)."""
    out = {}
    for row in read("migration_shape"):
        gap = number(row["women_less_men"]) / 2
        out["F", row["age_band"]] = number(row["net_rate"]) + gap
        out["M", row["age_band"]] = number(row["net_rate"]) - gap
    return out


def department_ages_2013():
    """(sex, age) -> weight: the department's pyramid of 2021, eight years younger, with the dead and the moves of those years."""
    pyramid, death, net = {}, mortality_by_age(), net_rates()
    for row in read("pyramid_haute_marne_2021"):
        low = int(row["from_age"])
        for age in range(low, low + 5):
            pyramid["M", age] = number(row["men"]) / 5
            pyramid["F", age] = number(row["women"]) / 5
    out = {}
    for sex in SEXES:
        for age in range(0, 100):
            alive = 1.0
            for step in range(1, BACK_YEARS + 1):
                alive *= (1 - death[sex, min(age + step, 105)]) * (1 + net[sex, band_of(age + step)])
            later = pyramid.get((sex, age + BACK_YEARS), 0.0)
            out[sex, age] = later / alive if alive > 0.02 else 0.0
    return out


def area_total():
    return sum(int(r["residents_2014"]) for r in read("communes"))


def facts(name, year, area=None):
    return {r["breakdown"]: number(r["value"]) for r in read("local_facts") if r["fact"] == name and r["year"] == year and (area is None or r["area"] == area)}


def residents_15_64():
    """Arrondissement 522 in 2013, scaled to the 168 communes by population."""
    arrondissement = facts("population", "2014", "Arrondissement de Langres")["all"]
    return facts("population_15_64", "2013")["all"] * area_total() / arrondissement


@cache
def residents_by_age():
    """(sex, age) -> persons (real numbers) that sum to the population: the department's shape inside broad local ages."""
    shape, local = department_ages_2013(), facts("population", "2014", "CC du Grand Langres")
    total = area_total()
    out = {}
    for name, low, high in BROAD:
        share = local[name] / local["all"] * (parameter("child_share_ratio") if name == "0-14" else 1.0)
        keys = [(s, a) for s in SEXES for a in range(low, high)]
        mass = sum(shape[k] for k in keys)
        for key in keys:
            out[key] = shape[key] / mass * share * total
    children = sum(v for (_, a), v in out.items() if a < 15)
    workers = sum(v for (_, a), v in out.items() if 15 <= a < 65)
    old = sum(v for (_, a), v in out.items() if a >= 65)
    middle = residents_15_64()
    for key in out:
        if 15 <= key[1] < 65:
            out[key] *= middle / workers
        elif key[1] >= 65:
            out[key] *= (total - children - middle) / old
    return out


def band_of(age):
    if age < 15:
        return "0-14"
    if age >= 80:
        return "80-99"
    low = age - age % 5
    return f"{low}-{low + 4}"


@cache
def band_sex_counts():
    """(band, sex) -> integer persons of 15 and over; the rest are children."""
    ages = residents_by_age()
    sums = {}
    for (sex, age), value in ages.items():
        if age >= 15:
            key = (band_of(age), sex)
            sums[key] = sums.get(key, 0.0) + value
    keys = [(b, s) for b in ALL_BANDS for s in SEXES]
    adults = round(sum(sums.values()))
    return dict(zip(keys, largest_remainder([sums[k] for k in keys], adults)))


def zone_counts():
    """zone -> persons of 15 and over: the area's share of adults, by population."""
    communes = read("communes")
    adults = sum(band_sex_counts().values())
    return dict(zip([r["zone"] for r in communes], largest_remainder([number(r["residents_2014"]) for r in communes], adults)))


@cache
def national_rates():
    """(band, sex) -> (in work, unemployed) shares of the population, France 2013."""
    out = {}
    for row in read("activity_france_2013"):
        work, rate = number(row["in_work_percent"]) / 100, number(row["unemployment_percent"]) / 100
        out[row["age_band"], row["sex"]] = (work, work * rate / (1 - rate))
    for sex in SEXES:
        work, lost = out.pop(("70+", sex))
        out["70-74", sex] = (work * 3, lost)
        for band in OLD_BANDS:
            out[band, sex] = (0.0, 0.0)
    return out


EDUCATION = {"15-19": 0.84, "20-24": 0.34, "25-29": 0.05}
TEENAGE_WORK = 0.6  # 15-19 are 18 % of the 15-24 in work in ZE Chaumont-Langres (RP2016)
RETIRED_OF_INACTIVE = {"50-54": 0.12, "55-59": 0.50, "60-64": 0.90}


def status_shape(band, sex):
    """Starting weights of the statuses in one cell (shapes are guesses after national rates)."""
    work, lost = national_rates()[band, sex]
    if band == "15-19":
        work *= TEENAGE_WORK
    rest = max(0.02, 1 - work - lost)
    if band in BANDS[10:] + OLD_BANDS:
        kept = parameter("inactive_share_65_plus")
        return {"work": work, "unemployed": 0.0, "education": 0.0, "inactive": rest * kept, "retired": rest * (1 - kept)}
    study = min(rest, EDUCATION.get(band, 0.002 if int(band[:2]) < 40 else 0.0))
    retired = (rest - study) * RETIRED_OF_INACTIVE.get(band, 0.01 if band == "45-49" else 0.0)
    return {"work": work, "unemployed": lost, "education": study, "inactive": max(rest - study - retired, 0.005), "retired": retired}


@cache
def fit_statuses():
    """(band, sex, status) -> integer persons. 15-64: arrondissement 522 in 2013; over 64: national rates."""
    counts = band_sex_counts()
    share = facts("activity_status_15_64", "2013")
    names = {"work": "in_work", "unemployed": "unemployed", "education": "students_or_interns", "retired": "retirees", "inactive": "other_inactive"}
    whole = sum(share[v] for v in names.values())
    cells = {(b, s, k): counts[b, s] * v for (b, s) in counts for k, v in status_shape(b, s).items() if v > 0}
    young = {k: v for k, v in cells.items() if k[0] in BANDS[:10]}
    total = sum(counts[b, s] for b, s in counts if b in BANDS[:10])
    wanted = {(k,): total * share[v] / whole for k, v in names.items()}
    young = rake(young, [((2,), wanted), ((0, 1), {k: counts[k] for k in counts})], 500)
    cells.update(young)
    out = {}
    for (band, sex), people in counts.items():
        keys = [k for k in ("work", "unemployed", "education", "inactive", "retired") if (band, sex, k) in cells]
        for key, value in zip(keys, largest_remainder([cells[band, sex, k] for k in keys], people)):
            out[band, sex, key] = value
    return out


def work_places():
    """(band, sex) -> residents who work in the area; the same for those who work outside."""
    statuses = fit_statuses()
    workers = [(b, s) for b in ALL_BANDS for s in SEXES if statuses.get((b, s, "work"), 0) > 0]
    leaving = round(sum(statuses[b, s, "work"] for b, s in workers) * parameter("work_outside_share"))
    outside = dict(zip(workers, largest_remainder([statuses[b, s, "work"] for b, s in workers], leaving)))
    return {k: statuses[k[0], k[1], "work"] - outside[k] for k in workers}, outside


def population_margins():
    counts, statuses = band_sex_counts(), fit_statuses()
    rows = [[z, "", "", "", n] for z, n in zone_counts().items()]
    rows += [["", b, s, "", n] for (b, s), n in counts.items()]
    local, outside = work_places()
    for band in ALL_BANDS:
        for sex in SEXES:
            here, away = local.get((band, sex), 0), outside.get((band, sex), 0)
            values = {"employed": here, "outside": away, **{k: statuses.get((band, sex, k), 0) for k in STATUSES[1:5]}}
            rows += [["", band, sex, k, values[k]] for k in STATUSES if values[k] > 0]
    return table(["zone", "age_band", "sex", "status", "persons"], rows)


def activity():
    rates = national_rates()
    rows = [[s, b, round(sum(rates[b, s]), 4)] for s in SEXES for b in BANDS]
    return table(["sex", "age_band", "rate"], rows)


LAST_COHORT = 2045
BIRTH_TREND = -0.012  # guess: yearly change of births around the mean of 2016-2021 (about 355 a year)


def yearly_births():
    rows = read("communes")
    return sum(number(r["births_2016_21"]) for r in rows) / 6 * area_total() / sum(number(r["residents_2014"]) for r in rows if r["births_2016_21"])


def school_cohorts():
    """Residents who turn 15 in each year: children of 2013 by age, then births."""
    ages = residents_by_age()
    boys = 0.512
    births_2018 = yearly_births()
    rows = []
    for year in range(FIRST_YEAR, LAST_COHORT + 1):
        for sex in SEXES:
            age = 14 - (year - FIRST_YEAR)
            if age >= 0:
                value = ages[sex, age]
            else:
                birth_year = year - 15
                part = boys if sex == "M" else 1 - boys
                value = births_2018 * (1 + BIRTH_TREND) ** (birth_year - 2018) * part * 1.02
            rows.append([str(year), sex, round(value)])
    return table(["year", "sex", "persons"], rows)

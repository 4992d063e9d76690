"""Consistency of the derived tables: codes exist, sums agree, published totals are met."""

import csv
import io

from common import parameter

SIZES = {"0": 1556, "1-5": 610, "6-9": 111, "10-19": 108, "20-49": 44, "50-99": 20, "100-199": 9, "200-499": 4}
KEYS = {"zones": 1, "sectors": 1, "occupations": 1, "competences": 1, "occupation_competences": 2, "occupation_mobility": 2, "establishments": 1, "posts": 2,
        "population_margins": 4, "employment_margins": 3, "occupation_education": 2, "occupation_contracts": 2, "occupation_tenure": 2, "jobseekers": 1, "demand": 3, "closures": 2, "births": 1, "birth_sizes": 1,
        "mortality": 2, "separation": 2, "fixed_term": 1, "activity": 2, "school_cohorts": 2, "school_leaving": 3, "education_occupations": 2, "migration": 2,
        "pension_law": 2, "long_careers": 3, "working_time": 2, "part_time_hours": 1, "early_pension": 1, "pension_quarters": 1, "observed": 3, "audits": 2, "audit_axes": 1, "cross_impact": 2, "funders": 1, "conventions": 1, "schemes": 1, "scheme_rules": 3, "action_costs": 3, "links": 2}
SUM_TO_ONE = [("occupation_mobility", ["from_occupation"], "weight"), ("occupation_education", ["occupation"], "share"), ("occupation_contracts", ["occupation"], "share"),
              ("occupation_tenure", ["occupation"], "share"), ("jobseekers", [], "share"), ("part_time_hours", [], "share"), ("school_leaving", ["sex"], "share"), ("birth_sizes", [], "share"), ("education_occupations", ["education"], "share")]
REFERENCES = {"occupation": "occupations", "from_occupation": "occupations", "to_occupation": "occupations", "competence": "competences", "sector": "sectors",
              "zone": "zones", "establishment": "establishments", "partner": "establishments", "funder": "funders", "borne_by": "funders", "scheme": "schemes", "axis": "audit_axes", "from_axis": "audit_axes", "to_axis": "audit_axes"}
SIGNED = {("demand", "growth"), ("zones", "lon")}


def rows_of(tables):
    return {name: list(csv.DictReader(io.StringIO(content))) for name, content in tables.items()}


def sums(rows, keys, value):
    out = {}
    for row in rows:
        key = tuple(row[k] for k in keys)
        out[key] = out.get(key, 0.0) + float(row[value])
    return out


def duplicates(data):
    for name, rows in data.items():
        keys = [tuple(list(r.values())[: KEYS[name]]) for r in rows]
        if len(set(keys)) != len(keys):
            yield f"{name}: the same key twice"


def broken_references(data):
    for name, rows in data.items():
        for column in rows[0]:
            target = REFERENCES.get(column)
            if target and target != name:
                known = {next(iter(r.values())) for r in data[target]} | {""}
                for value in sorted({r[column] for r in rows} - known):
                    yield f"{name}: {column} {value} is not in {target}"


def bad_numbers(data):
    for name, rows in data.items():
        for row in rows:
            for column, value in row.items():
                if value.lower() in ("nan", "inf", "-inf"):
                    yield f"{name}: {column} is {value}"
                if value.startswith("-") and value[1:2].isdigit() and (name, column) not in SIGNED:
                    yield f"{name}: {column} is negative ({value})"


def bad_sums(data):
    for name, keys, value in SUM_TO_ONE:
        for key, total in sums(data[name], keys, value).items():
            if abs(total - 1) > 1e-6:
                yield f"{name}: {value} of {key} sums to {total}"
    for name in ("occupation_competences", "occupation_mobility", "occupation_education", "occupation_contracts"):
        column = next(iter(data[name][0]))
        if len({r[column] for r in data[name]}) != len(data["occupations"]):
            yield f"{name}: some occupation has no row"


def bad_posts(data):
    counts = sums(data["posts"], ["establishment"], "posts")
    for row in data["establishments"]:
        if int(row["posts"]) != counts.get((row["establishment"],), 0):
            yield f"posts: {row['establishment']} has {counts.get((row['establishment'],), 0)}, wanted {row['posts']}"
    by_band = {}
    for row in data["establishments"]:
        by_band[row["size_band"]] = by_band.get(row["size_band"], 0) + 1
    if by_band != SIZES:
        yield f"establishments: sizes {by_band} are not the published ones"
    if sum(int(r["audited"]) for r in data["establishments"]) != 30:
        yield "establishments: not 30 audited"
    posts = sums(data["posts"], ["occupation"], "posts")
    for axis, other in (("age_band", "sex"), ("sex", "age_band")):
        margin = sums([r for r in data["employment_margins"] if r[axis] and not r[other]], ["occupation"], "persons")
        if margin != posts:
            yield f"employment_margins: {axis} rows do not sum to the posts"


def bad_population(data):
    if sum(int(r["population"]) for r in data["zones"] if r["kind"] == "inside") != 45661:
        yield "zones: population is not 45,661"
    rows = data["population_margins"]
    zone = sum(int(r["persons"]) for r in rows if r["zone"])
    pyramid = sums([r for r in rows if r["age_band"] and not r["status"]], ["age_band", "sex"], "persons")
    status = sums([r for r in rows if r["status"]], ["age_band", "sex"], "persons")
    if zone != sum(pyramid.values()) or pyramid != status:
        yield "population_margins: the margins do not agree"


def bad_commuters(data):
    """Workers at the workplace by age and by sex must be at least the residents who work here."""
    for column in ("age_band", "sex"):
        work = sums([r for r in data["employment_margins"] if r[column]], [column], "persons")
        home = sums([r for r in data["population_margins"] if r["status"] == "employed"], [column], "persons")
        for key, count in home.items():
            if work.get(key, 0) < count:
                yield f"employment_margins: {key[0]} has {work.get(key, 0)} workers, {count} of them residents"


def haute_marne_path(data):
    """year -> posts of the department 52 part at the start of the year."""
    zone_of = {r["establishment"]: r["zone"] for r in data["establishments"]}
    stock = {}
    for row in data["posts"]:
        if zone_of[row["establishment"]].startswith("52"):
            stock[row["occupation"]] = stock.get(row["occupation"], 0.0) + int(row["posts"])
    growth = {(r["year"], r["occupation"]): float(r["growth"]) for r in data["demand"]}
    out = {}
    for year in range(2013, 2031):
        out[year] = sum(stock.values())
        stock = {c: n * (1 + growth[str(year), c]) for c, n in stock.items()}
    return out


def bad_path(data):
    path = haute_marne_path(data)
    for year, name, slack in ((2016, "posts_2016_haute_marne", 2), (2022, "posts_2022_haute_marne", 6)):
        if abs(path[year] - parameter(name)) > slack:
            yield f"demand: Haute-Marne posts of {year} are {path[year]:.1f}, published {parameter(name):.0f}"


def problems(tables):
    data = rows_of(tables)
    out = []
    for check in (duplicates, broken_references, bad_numbers, bad_sums, bad_posts, bad_population, bad_commuters, bad_path):
        out += list(check(data))
    return out

"""Code lists: zones, sectors, occupations."""

from common import number, read, table


def zones():
    rows = [[r["zone"], r["name"], "inside", r["lon"], r["lat"], r["residents_2014"]] for r in read("communes")]
    rows += [[r["zone"], r["name"], "outside", r["lon"], r["lat"], r["residents"]] for r in read("outside_zones")]
    return table(["zone", "name", "kind", "lon", "lat", "population"], rows)


def sectors():
    rows = [[r["sector"], r["name_fr"], r["name_en"], r["broad"]] for r in read("sectors")]
    return table(["sector", "name_fr", "name_en", "parent"], rows)


def occupations():
    rows = [[r["occupation"], r["name_fr"], r["name_en"], r["domain"]] for r in read("occupations")]
    return table(["occupation", "name_fr", "name_en", "parent"], rows)


def occupation_codes():
    return [r["occupation"] for r in read("occupations")]


def jobs_of_occupations():
    """occupation -> {ROME job: weight}; a job shared by several occupations counts for less."""
    out = {code: {} for code in occupation_codes()}
    for row in read("rome_jobs"):
        codes = row["occupations"].split()
        for code in codes:
            out[code][row["job"]] = 1.0 / len(codes)
    return {code: scaled(jobs) for code, jobs in out.items()}


def scaled(weights):
    total = sum(weights.values())
    return {key: value / total for key, value in weights.items()} if total > 0 else weights


def local_employment():
    """Occupation mix of the area before raking: department 52, completed from Grand Est, farmers from the census."""
    rows = {r["occupation"]: r for r in read("occupation_employment")}
    known = [r for r in rows.values() if r["haute_marne_2018"] not in ("", "0")]
    ratio = sum(number(r["haute_marne_2018"]) for r in known) / sum(number(r["grand_est_2018"]) for r in known)
    out = {}
    for code, row in rows.items():
        region = number(row["grand_est_2018"]) * ratio
        published = row["haute_marne_2018"]
        if published == "":
            out[code] = region
        elif published == "0":
            out[code] = min(region * 0.5, 40.0)
        elif number(published) <= 200:
            out[code] = 0.5 * number(published) + 0.5 * min(region, number(published) + 50)
        else:
            out[code] = number(published)
    return out

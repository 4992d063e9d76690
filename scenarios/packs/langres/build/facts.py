"""Observed values to compare with."""

from common import number, read, table

HEAD = ["indicator", "period", "breakdown", "value", "unit", "source"]
STATUS = {"labour_force": "active", "in_work": "in_work", "unemployed": "unemployed", "students_or_interns": "education", "retirees": "retired", "inactive": "inactive", "other_inactive": "other_inactive"}


def observed_local():
    communes = read("communes")
    marne = [r for r in communes if r["residents_2022"]]
    rows = [["workplace_posts", y, "Haute-Marne part (165 communes)", str(round(sum(number(r[f"jobs_{y}"]) for r in marne))), "posts", f"Insee RP{y}, comparateur de territoires"] for y in ("2016", "2022")]
    rows.append(["workplace_employee_posts", "2022", "Haute-Marne part (165 communes)", str(round(sum(number(r["employee_jobs_2022"]) for r in marne))), "posts", "Insee RP2022"])
    rows.append(["population", "2014", "168 communes", str(sum(int(r["residents_2014"]) for r in communes)), "persons", "Insee RP2014"])
    rows.append(["population", "2016", "168 communes", str(sum(int(r["residents_2016"]) for r in communes)), "persons", "Insee legal population 2016"])
    rows.append(["population", "2016", "Haute-Marne part (165 communes)", str(sum(int(r["residents_2016"]) for r in marne)), "persons", "Insee RP2016"])
    rows.append(["population", "2022", "Haute-Marne part (165 communes)", str(sum(int(r["residents_2022"]) for r in marne)), "persons", "Insee RP2022"])
    rows.append(["population", "2023", "168 communes", str(sum(int(r["residents_2023"]) for r in communes)), "persons", "Insee legal population, vintage presumed 2023"])
    rows.append(["births_6_years", "2021", "2016-2021, Haute-Marne part", str(round(sum(number(r["births_2016_21"]) for r in marne))), "persons", "Insee civil registration"])
    rows.append(["deaths_6_years", "2021", "2016-2021, Haute-Marne part", str(round(sum(number(r["deaths_2016_21"]) for r in marne))), "persons", "Insee civil registration"])
    return rows


def observed_status():
    rows = []
    for r in read("local_facts"):
        if r["fact"] == "activity_status_15_64":
            rows.append([f"{STATUS[r['breakdown']]}_share_15_64", r["year"], "arrondissement 522", round(number(r["value"]) / 100, 4), "share", f"Insee RP{r['year']} EMP T1"])
        if r["fact"] == "population_15_64":
            rows.append(["population_15_64", r["year"], "arrondissement 522", r["value"], "persons", f"Insee RP{r['year']} EMP T1"])
    return rows


def observed_series():
    rows = []
    for r in read("unemployment_haute_marne"):
        if r["quarter"] >= "2013":
            rows.append(["unemployment_rate", r["quarter"], "Haute-Marne", round(number(r["haute_marne_percent"]) / 100, 4), "share", "Insee localised unemployment rate, third-party copy"])
    for r in read("senior_employment_france"):
        low = int(r["from_age"])
        rows.append(["employment_rate", r["year"], f"France {low}-{low + 4}", round(number(r["percent"]) / 100, 4), "share", "Insee enquête Emploi T207"])
    return rows


def observed():
    rows = observed_local() + observed_status() + observed_series()
    rows += [[r[k] for k in HEAD] for r in read("other_observed")]
    return table(HEAD, rows)

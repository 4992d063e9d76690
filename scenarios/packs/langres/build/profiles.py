"""What workers of each occupation look like: age, sex, diploma, contract, tenure; job seekers; school leavers."""

from common import BANDS, SEXES, largest_remainder, number, rake, read, shares, table
from population import work_places
from posts import posts_by_occupation

DIPLOMAS = ["none", "cap_bep", "bac", "bac2", "bac3plus"]
CONTRACTS = ["open_ended", "fixed_term", "agency", "apprentice", "owner"]
TENURES = [("under_12_months", "0", "12"), ("from_12_months", "12", "60"), ("from_60_months", "60", "120"), ("from_120_months", "120", "480")]
# France 2013: employment rate by age times the size of the age group (guess inside 60 and over).
SPLIT_YOUNG = {"15-19": 0.175, "20-24": 0.825}
SPLIT_OLD = {"60-64": 0.81, "65-69": 0.155, "70-74": 0.035}


def by_occupation(name):
    return {r["occupation"]: r for r in read(name)}


def age_weights(row):
    out = {b: number(row["a15_24"]) * w for b, w in SPLIT_YOUNG.items()}
    for band in BANDS[2:9]:
        out[band] = number(row["a" + band.replace("-", "_")])
    out.update({b: number(row["a60_plus"]) * w for b, w in SPLIT_OLD.items()})
    return out


def ages_at_work():
    """band -> workers at the workplace: residents who work here, and commuters of the age mix of resident workers."""
    local, _ = work_places()
    by_band = {b: sum(n for (band, _), n in local.items() if band == b) for b in BANDS}
    posts = sum(posts_by_occupation().values())
    return {(b,): n * posts / sum(by_band.values()) for b, n in by_band.items()}


def worker_ages():
    """occupation -> integer workers by band: national age structures raked on the area's ages at work."""
    ages, posts = by_occupation("occupation_ages"), posts_by_occupation()
    cells = {(c, b): w for c in sorted(posts) for b, w in age_weights(ages[c]).items() if w > 0}
    cells = rake(cells, [((1,), ages_at_work()), ((0,), {(c,): n for c, n in posts.items()})], 500)
    carried, out = {}, {}
    for code in sorted(posts, key=lambda c: (posts[c], c)):
        exact = [cells.get((code, b), 0.0) for b in BANDS]
        wanted = [max(0.0, e + carried.get(b, 0.0)) if e > 0 else 0.0 for b, e in zip(BANDS, exact)]
        out[code] = largest_remainder(wanted if sum(wanted) > 0 else exact, posts[code])
        for band, value, count in zip(BANDS, exact, out[code]):
            carried[band] = carried.get(band, 0.0) + value - count
    return out


def employment_margins():
    women, ages = by_occupation("occupation_statuses"), worker_ages()
    by_age, by_sex = [], []
    for code, total in sorted(posts_by_occupation().items()):
        by_age += [[code, band, "", count] for band, count in zip(BANDS, ages[code]) if count]
        share = number(women[code]["women_percent_2013"]) / 100
        for sex, count in zip(SEXES, largest_remainder([share, 1 - share], total)):
            if count:
                by_sex.append([code, "", sex, count])
    return table(["occupation", "age_band", "sex", "persons"], by_age + by_sex)


def diploma_shares(group):
    """occupation -> shares by diploma; people still studying are spread over the diplomas."""
    out = {}
    for row in read("occupation_diplomas"):
        if row["group"] == group:
            values = [number(row[d]) for d in DIPLOMAS]
            out[row["occupation"]] = [v / sum(values) for v in values]
    return out


def occupation_education():
    rows = []
    for code, values in diploma_shares("all_2018").items():
        rows += [[code, d, s] for d, s in zip(DIPLOMAS, shares(values)) if s > 0]
    return table(["occupation", "education", "share"], rows)


def contract_shares():
    return {code: shares([number(row[c]) for c in CONTRACTS]) for code, row in by_occupation("occupation_statuses").items()}


def occupation_contracts():
    rows = [[code, c, s] for code, values in contract_shares().items() for c, s in zip(CONTRACTS, values) if s > 0]
    return table(["occupation", "contract", "share"], rows)


def occupation_tenure():
    rows = []
    for code, row in by_occupation("occupation_seniority").items():
        for (key, low, high), share in zip(TENURES, shares([number(row[k]) for k, _, _ in TENURES])):
            rows.append([code, low, high, share])
    return table(["occupation", "from_months", "to_months", "share"], rows)


def jobseekers():
    """National job seekers per worker of 2013, applied to the local occupation mix."""
    employed = {c: number(r["france_k_2013"]) for c, r in by_occupation("occupation_employment").items()}
    seekers = {r["occupation"]: number(r["seekers_abc_thousands"]) for r in read("jobseekers_france_2013")}
    local = posts_by_occupation()
    codes = [c for c in sorted(seekers) if employed[c] > 0 and local.get(c, 0) > 0]
    weights = [local[c] * min(seekers[c] / employed[c], 1.5) for c in codes]
    return table(["occupation", "share"], [[c, s] for c, s in zip(codes, shares(weights)) if s > 0])


def young_workers():
    """occupation -> local workers under 30."""
    ages = by_occupation("occupation_ages")
    out = {}
    for code, total in posts_by_occupation().items():
        weights = age_weights(ages[code])
        out[code] = total * sum(weights[b] for b in BANDS[:3]) / sum(weights.values())
    return out


def education_occupations():
    diplomas, young = diploma_shares("under_30"), young_workers()
    rows = []
    for n, diploma in enumerate(DIPLOMAS):
        codes = sorted(young)
        weights = [young[c] * diplomas[c][n] for c in codes]
        weights = [w if w >= 0.001 * sum(weights) else 0.0 for w in weights]
        rows += [[diploma, c, s] for c, s in zip(codes, shares(weights)) if s > 0]
    return table(["education", "occupation", "share"], rows)


def school_leaving():
    """(sex, diploma, age) shares: diplomas of workers under 30 by sex (women share), ages at leaving by diploma."""
    diplomas, young, women = diploma_shares("under_30"), young_workers(), by_occupation("occupation_statuses")
    ages = {}
    for row in read("school_ages"):
        ages.setdefault(row["education"], []).append((row["age"], number(row["weight"])))
    rows = []
    for sex in SEXES:
        mix = [0.0] * len(DIPLOMAS)
        for code, count in young.items():
            share = number(women[code]["women_percent_2013"]) / 100
            for n, value in enumerate(diplomas[code]):
                mix[n] += count * (share if sex == "F" else 1 - share) * value
        keys = [(d, a, m * w) for d, m in zip(DIPLOMAS, mix) for a, w in ages[d]]
        rows += [[sex, d, a, s] for (d, a, _), s in zip(keys, shares([k[2] for k in keys]))]
    return table(["sex", "education", "age", "share"], rows)

"""How occupations spread over sectors and sizes, and which sector each establishment gets."""

from functools import cache

from common import number, parameter, rake, read
from nomenclature import local_employment

CLASSES = ("own", "micro", "small", "medium", "unknown")
INDUSTRY = ("CA", "CC", "CG", "CH", "CK", "CL", "CM", "DE")
OTHER_FOR_DOMAIN = {**{d: INDUSTRY + ("NZ",) for d in "CDEF"}, "B": ("FZ", "DE", "CH", "CC", "OZ", "NZ"), "H": INDUSTRY + ("MN",)}
# Guesses: how common establishments of 50 and more (medium), and staffless ones (own), are in a sector of a rural area.
MEDIUM_IN_SECTOR = {"AZ": 0.02, "CA": 2.0, "CC": 2.0, "CG": 3.0, "CH": 2.5, "CK": 2.0, "CL": 2.5, "FZ": 0.4, "GZ": 0.25, "HZ": 0.7, "IZ": 0.1, "JL": 0.2, "MN": 0.1, "NZ": 0.4, "QA": 2.0, "QB": 1.5, "RU": 0.1}
OWN_IN_SECTOR = {"OZ": 0.0, "CG": 0.1, "CL": 0.1, "CH": 0.3, "CK": 0.3, "DE": 0.2, "QB": 0.2, "AZ": 2.0}
UNKNOWN_SECTORS = {"OZ": 3.0, "PZ": 3.0, "QA": 3.0, "QB": 3.0, "RU": 3.0, "HZ": 1.5, "NZ": 1.0}


def size_class(item):
    if item["unknown_staff"]:
        return "unknown"
    if item["band"] == "0":
        return "own"
    if item["band"] in ("1-5", "6-9"):
        return "micro"
    return "small" if item["band"] in ("10-19", "20-49") else "medium"


def occupation_totals():
    """Occupation mix (any scale) with farmers set from the census."""
    mix = local_employment()
    area = 17200 / sum(mix.values())
    farmers = next(number(r["value"]) for r in read("local_facts") if r["fact"] == "farmer_jobs" and r["breakdown"] == "total")
    farmers *= (1 + parameter("farm_jobs_trend")) ** 6 * parameter("farmers_in_a0z")
    mix["A0Z"] = farmers / area + 400.0
    return mix


def sector_shares():
    """(sector, occupation) -> share of the occupation; 'other' is spread over sectors not named for it."""
    mix = occupation_totals()
    named, other = {}, {}
    for row in read("occupation_sectors"):
        if row["sector"] == "other":
            other[row["occupation"]] = number(row["percent"]) / 100
        else:
            named[row["sector"], row["occupation"]] = number(row["percent"]) / 100
    sectors = [r["sector"] for r in read("sectors")]
    base = {s: sum(mix[o] * named.get((s, o), 0.0) for o in mix) for s in sectors}
    out = dict(named)
    for code, share in other.items():
        allowed = [s for s in OTHER_FOR_DOMAIN.get(code[0], sectors) if (s, code) not in named]
        total = sum(base[s] for s in allowed)
        for s in allowed:
            out[s, code] = share * base[s] / total
    return out


def class_shares():
    """(class, occupation) -> how typical the occupation is of establishments of that size."""
    owners = {r["occupation"]: number(r["owner"]) / 100 for r in read("occupation_statuses")}
    out = {}
    for row in read("occupation_employers"):
        code, owner = row["occupation"], owners[row["occupation"]]
        small = number(row["under_10"]) + 0.3 * number(row["public"])
        middle = number(row["from_10"]) + 0.35 * number(row["public"])
        large = number(row["from_50"]) + number(row["from_500"]) + 0.35 * number(row["public"])
        out["own", code] = owner * 100
        out["micro", code] = small * (1 - 0.5 * owner) + 0.5
        out["small", code] = middle + 0.5
        out["medium", code] = large + 0.5
        out["unknown", code] = number(row["public"]) + 2 * number(row["household"]) + 0.2 * (middle + large) + 0.5
    return out


@cache
def seed_cells():
    """(sector, class, occupation) -> starting weight."""
    mix, by_sector, by_class = occupation_totals(), sector_shares(), class_shares()
    out = {}
    for (sector, code), share in by_sector.items():
        for size in CLASSES:
            weight = mix[code] * share * by_class[size, code]
            if size == "unknown":
                weight *= UNKNOWN_SECTORS.get(sector, 0.02)
            weight *= {"medium": MEDIUM_IN_SECTOR, "own": OWN_IN_SECTOR}.get(size, {}).get(sector, 1.0)
            if weight > 0:
                out[sector, size, code] = weight
    return out


def sector_class_targets(items):
    """(sector, class) -> posts wanted."""
    cells = {}
    for (sector, size, _), weight in seed_cells().items():
        cells[sector, size] = cells.get((sector, size), 0.0) + weight
    class_posts = {(c,): sum(i["posts"] for i in items if size_class(i) == c) for c in CLASSES}
    mix, by_sector = occupation_totals(), sector_shares()
    wanted = {}
    for (sector, code), share in by_sector.items():
        wanted[(sector,)] = wanted.get((sector,), 0.0) + mix[code] * share
    scale = sum(class_posts.values()) / sum(wanted.values())
    wanted = {s: v * scale for s, v in wanted.items()}
    return rake(cells, [((0,), wanted), ((1,), class_posts)])


def zone_profiles(items):
    """(zone, broad sector) -> number of establishments wanted, from employers of 2024 mixed with the area's mean."""
    keys = ["az", "be", "fz", "gu", "oq"]
    rows = {r["zone"]: [number(r[f"employers_{k}_2024"]) for k in keys] for r in read("establishment_counts")}
    area = [sum(v[n] for v in rows.values()) for n in range(5)]
    counts = {}
    for item in items:
        counts[item["zone"]] = counts.get(item["zone"], 0) + 1
    out = {}
    for zone, count in counts.items():
        mixed = [a + 4 * b / sum(area) for a, b in zip(rows[zone], area)]
        for key, value in zip(keys, mixed):
            out[zone, key.upper()] = count * value / sum(mixed)
    return out


def anchored(items):
    """Establishments whose sector is set by hand: the largest of their zone and size band, one per row."""
    out, taken = [], set()
    for row in read("local_anchors"):
        fits = [i for i in items if i["zone"] == row["zone"] and i["band"] == row["size_band"] and i["id"] not in taken]
        pick = max(fits, key=lambda i: (i["posts"], i["id"]))
        taken.add(pick["id"])
        out.append((pick, row["sector"]))
    return out


def assign_sectors(items):
    """Largest establishments first, each takes the sector whose posts of its size are most wanting, near its zone's profile."""
    broad = {r["sector"]: r["broad"] for r in read("sectors")}
    left = sector_class_targets(items)
    first = dict(left)
    zone_left = zone_profiles(items)
    for item, sector in anchored(items):
        item["sector"] = sector
        left[sector, size_class(item)] -= item["posts"]
        zone_left[item["zone"], broad[sector]] -= 1
    free = [i for i in items if "sector" not in i]
    for item in sorted(free, key=lambda i: (-i["posts"], i["zone"], i["id"])):
        size = size_class(item)

        def score(sector):
            lack = left.get((sector, size), 0.0)
            pull = max(zone_left[item["zone"], broad[sector]], 0.0) + 0.15
            room = (lack - 0.5 * item["posts"]) / first.get((sector, size), 1.0) ** 0.5
            return room * pull if room > 0 else room / pull

        options = [s for s in broad if first.get((s, size), 0.0) > 0.5]
        best = max(options, key=lambda s: (round(score(s), 9), s))
        item["sector"] = best
        left[best, size] -= item["posts"]
        zone_left[item["zone"], broad[best]] -= 1

"""The 2,462 establishments: size, posts, sector, kind, owner, audit."""

from math import ceil, hypot

from common import largest_remainder, number, parameter, read, table, unit_draw
from sector_mix import assign_sectors

BANDS = ["0", "1-5", "6-9", "10-19", "20-49", "50-99", "100-199", "200-499"]
COLUMNS = ["staff_none"] + ["staff_" + b.replace("-", "_") for b in BANDS[1:]]
LIMITS = {"0": (1, 1), "1-5": (1, 5), "6-9": (6, 9), "10-19": (10, 19), "20-49": (20, 49), "50-99": (50, 99), "100-199": (100, 199), "200-499": (200, 499)}
OWNER_RUN = {"0": 1.0, "1-5": "owner_run_share_1_5", "6-9": "owner_run_share_6_9", "10-19": "owner_run_share_10_19"}
AUDITS_BY_BAND = {"1-5": 6, "6-9": 6, "10-19": 6, "20-49": 5, "50-99": 4, "100-199": 2, "200-499": 1}


def yearly_trend():
    return (parameter("posts_2022_haute_marne") / parameter("posts_2016_haute_marne")) ** (1 / 6) - 1


def posts_total_2013():
    """(department 52 part, department 70 part) at the start of 2013."""
    return parameter("posts_2016_haute_marne") / (1 + yearly_trend()) ** 3, parameter("posts_haute_saone")


def zone_targets():
    """Posts wanted in each zone that has establishments; jobs of zones without any go to the nearest that has."""
    communes = {r["zone"]: r for r in read("communes")}
    counts = {r["zone"]: r for r in read("establishment_counts")}
    marne, saone = posts_total_2013()
    jobs = {z: number(r["jobs_2016"]) for z, r in communes.items() if z.startswith("52")}
    scale = marne / sum(jobs.values())
    wanted = {z: v * scale for z, v in jobs.items()}
    south = {z: sum(number(counts[z][c]) * w for c, w in zip(COLUMNS, (1, 3, 7, 14))) for z in communes if z.startswith("70")}
    wanted.update({z: v * saone / sum(south.values()) for z, v in south.items()})
    open_zones = [z for z in counts if any(number(counts[z][c]) for c in COLUMNS)]
    for zone in sorted(set(wanted) - set(open_zones)):
        here = communes[zone]
        wanted[nearest(here, [communes[z] for z in open_zones])] += wanted.pop(zone)
    zones = sorted(wanted)
    return dict(zip(zones, largest_remainder([wanted[z] for z in zones], round(marne + saone))))


def nearest(here, others):
    def distance(row):
        return hypot((number(row["lon"]) - number(here["lon"])) * 0.67, number(row["lat"]) - number(here["lat"]))

    return min(others, key=lambda r: (distance(r), r["zone"]))["zone"]


def owner_run(item):
    share = OWNER_RUN.get(item["band"], 0.0)
    return unit_draw("owner " + item["id"]) < (parameter(share) if isinstance(share, str) else share)


def staff_sizes(items, position):
    """Staff of one zone's establishments with the mean place `position` in the bands; the place varies inside a band."""
    power = 1 / max(position, 0.02) - 1
    for band in BANDS[1:]:
        group = [i for i in items if i["band"] == band]
        low, high = LIMITS[band]
        for rank, item in enumerate(group):
            item["posts"] = round(low + (high - low) * ((rank + 0.5) / len(group)) ** power) + item["owner_run"]
    for item in items:
        if item["band"] == "0":
            item["posts"] = 1
    return sum(i["posts"] for i in items)


def fit_zone(items, target):
    """Sizes of one zone's establishments; returns the posts that could not be placed (may be negative)."""
    best = min([p / 40 for p in range(1, int(40 * parameter("highest_position_in_band")) + 1)], key=lambda p: (abs(staff_sizes(items, p) - target), abs(p - parameter("staff_position_in_band"))))
    gap = target - staff_sizes(items, best)
    free = [i for i in items if i["band"] == "0"]
    if gap > 0:
        for item in free[: min(gap, int(len(free) * parameter("farm_partner_share")))]:
            item["posts"] += 1
            gap -= 1
        return place_unknown(free[::-1], gap)
    for item in free:
        if gap < 0:
            item["posts"] -= 1
            gap += 1
    return gap


def place_unknown(free, gap):
    """Put the remaining posts in establishments whose staff is unknown: few, of decreasing size."""
    if gap <= 0 or not free:
        return gap
    count = min(len(free), ceil(gap / parameter("unknown_staff_size")))
    sizes = largest_remainder([1 / (k + 1) ** 0.5 for k in range(count)], gap)
    for item, size in zip(free, sizes):
        item["posts"] += size
        item["unknown_staff"] = item["posts"] > 2
    return 0


def sized():
    """All establishments with zone, band, posts, and the residual of each zone."""
    items, residuals, targets = [], {}, zone_targets()
    for row in sorted(read("establishment_counts"), key=lambda r: r["zone"]):
        for band, column in zip(BANDS, COLUMNS):
            for _ in range(int(row[column])):
                items.append({"id": f"E{len(items) + 1:04d}", "zone": row["zone"], "band": band, "unknown_staff": False})
    for item in items:
        item["owner_run"] = owner_run(item)
    for zone, target in targets.items():
        residuals[zone] = fit_zone([i for i in items if i["zone"] == zone], target)
    left = sum(residuals.values())
    hosts = [i for i in items if i["unknown_staff"] and i["posts"] > 20]
    for item, extra in zip(hosts, largest_remainder([i["posts"] for i in hosts], abs(left))):
        item["posts"] += extra if left > 0 else -extra
    return items, residuals


def return_owner_posts(items):
    """A public service has no owner: the post that was meant for one, above the band, goes to unknown-staff hosts."""
    hosts = sorted((i for i in items if i["unknown_staff"]), key=lambda i: -i["posts"])
    above = [i for i in items if i["kind"] == "public_service" and i["owner_run"] and i["posts"] > int(i["band"].split("-")[-1]) > 0]
    for rank, item in enumerate(above):
        item["posts"] -= 1
        hosts[rank % len(hosts)]["posts"] += 1


def set_kinds(items):
    """Public service by sector, five illustrative insertion structures, one illustrative employer group."""
    public = {r["sector"]: number(r["public_percent"]) / 100 for r in read("sectors")}
    for item in items:
        staffed = item["band"] != "0" or item["unknown_staff"]
        is_public = staffed and unit_draw("public " + item["id"]) < public[item["sector"]]
        item["kind"] = "public_service" if is_public else "ordinary"
    return_owner_posts(items)
    taken = set()
    for sector in ("NZ", "QB", "RU", "DE", "NZ", "QB", "RU", "GZ"):
        fits = [i for i in items if i["kind"] == "ordinary" and i["sector"] == sector and i["band"] in ("10-19", "20-49") and i["zone"] not in taken]
        if fits and len(taken) < parameter("insertion_establishments"):
            fits[0].update(kind="insertion", owner_run=False)
            taken.add(fits[0]["zone"])
    group = [i for i in items if i["kind"] == "ordinary" and i["sector"] in ("NZ", "AZ", "MN") and i["band"] in ("6-9", "10-19")]
    group[0].update(kind="employer_group", owner_run=False)


def set_owners(items):
    ages = {r["occupation"]: r for r in read("occupation_ages")}
    bands = [("a15_24", 20, 25), ("a25_29", 25, 30), ("a30_34", 30, 35), ("a35_39", 35, 40), ("a40_44", 40, 45), ("a45_49", 45, 50), ("a50_54", 50, 55), ("a55_59", 55, 60), ("a60_plus", 60, 70)]
    models = {"AZ": ["A0Z"]}
    for item in items:
        item["owner_birth_year"] = ""
        if not item["owner_run"] or item["kind"] != "ordinary" or item["unknown_staff"] or item["posts"] < 1:
            continue
        source = models.get(item["sector"], ["L6Z", "S3Z", "K0Z"])
        weights = [sum(number(ages[o][b]) for o in source) for b, _, _ in bands]
        draw = unit_draw("age " + item["id"]) * sum(weights)
        for weight, (_, low, high) in zip(weights, bands):
            if draw < weight:
                item["owner_birth_year"] = str(2012 - int(low + (high - low) * draw / weight))
                break
            draw -= weight


def set_audits(items):
    """30 audited establishments: fixed numbers by size, as many sectors as possible."""
    for item in items:
        item["audited"] = 0
    used = {}
    for band, count in reversed(AUDITS_BY_BAND.items()):
        pool = [i for i in items if i["band"] == band]
        for _ in range(count):
            pick = min((i for i in pool if not i["audited"]), key=lambda i: (used.get(i["sector"], 0), i["kind"] == "public_service", unit_draw("audit " + i["id"])))
            pick["audited"] = 1
            used[pick["sector"]] = used.get(pick["sector"], 0) + 1


_cache = []


def establishments_list():
    if not _cache:
        items, residuals = sized()
        assign_sectors(items)
        set_kinds(items)
        set_owners(items)
        set_audits(items)
        _cache.extend([items, residuals])
    return _cache[0]


def zone_residuals():
    establishments_list()
    return _cache[1]


def establishments():
    keys = ["id", "zone", "sector", "kind", "band", "posts", "owner_birth_year", "audited"]
    head = ["establishment", "zone", "sector", "kind", "size_band", "posts", "owner_birth_year", "audited"]
    return table(head, [[i[k] for k in keys] for i in establishments_list()])

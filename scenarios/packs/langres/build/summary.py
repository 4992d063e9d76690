"""What the build gives, in a page: row counts, totals, residuals against published figures."""

from checks import haute_marne_path, rows_of
from establishments import zone_residuals, zone_targets


def total(rows, column):
    return sum(int(r[column]) for r in rows)


def summary(tables):
    data = rows_of(tables)
    lines = [f"{name:24s} {len(rows):6d} rows" for name, rows in data.items()]
    establishments = data["establishments"]
    lines.append(f"posts {total(data['posts'], 'posts')}, establishments {len(establishments)}, without a post {sum(r['posts'] == '0' for r in establishments)}")
    unknown = [r for r in establishments if r["size_band"] == "0" and int(r["posts"]) > 2]
    lines.append(f"band 0 with unknown staff: {len(unknown)} establishments, {total(unknown, 'posts')} posts")
    by_zone = {}
    for row in establishments:
        by_zone[row["zone"]] = by_zone.get(row["zone"], 0) + int(row["posts"])
    targets = zone_targets()
    off = {z: by_zone[z] - targets[z] for z in targets if by_zone[z] != targets[z]}
    lines.append(f"zones off their target: {off}; not placed where wanted: { {z: v for z, v in zone_residuals().items() if v} }")
    path = haute_marne_path(data)
    lines.append("Haute-Marne posts: " + ", ".join(f"{y} {path[y]:.1f}" for y in (2013, 2016, 2022, 2030)))
    for kind in ("public_service", "insertion", "employer_group"):
        lines.append(f"{kind}: {sum(r['kind'] == kind for r in establishments)}")
    lines.append(f"owners: {sum(bool(r['owner_birth_year']) for r in establishments)}")
    by_status = {}
    for row in data["population_margins"]:
        if row["status"]:
            by_status[row["status"]] = by_status.get(row["status"], 0) + int(row["persons"])
    lines.append(f"residents of 15 and over by status: {by_status}, sum {sum(by_status.values())}")
    return "\n".join(lines)

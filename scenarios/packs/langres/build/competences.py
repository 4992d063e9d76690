"""Competence groups from ROME skills, the profile of each occupation, and moves between occupations."""

import re
from functools import cache
from math import log

from common import parameter, read, shares, table
from nomenclature import jobs_of_occupations, occupation_codes

QUALIFICATION_LEVEL = {"1": 0.6, "2": 0.9, "3": 1.0, "4": 1.0}
FULL_HITS = 2.0
OPTIONAL_WEIGHT = 0.3
LOWEST_LEVEL = 0.15
MOST_PER_OCCUPATION = 20


def competences():
    head = ["competence", "name_fr", "name_en", "parent", "learning_months", "fading_months"]
    keys = ["competence", "name_fr", "name_en", "group", "learning_months", "fading_months"]
    return table(head, [[r[k] for k in keys] for r in read("competence_rules")])


def hits_by_job():
    """job -> competence -> number of skills found (optional skills count for less)."""
    rules = [(r["competence"], re.compile(r["pattern"], re.IGNORECASE)) for r in read("competence_rules")]
    out = {}
    for row in read("rome_skills"):
        found = [code for code, pattern in rules if pattern.search(row["skill_fr"])]
        for weight, jobs in ((1.0, row["core_jobs"]), (OPTIONAL_WEIGHT, row["optional_jobs"])):
            for job in jobs.split():
                cell = out.setdefault(job, {})
                for code in found:
                    cell[code] = cell.get(code, 0.0) + weight
    return out


@cache
def profiles():
    """occupation -> {competence: level}, most telling first, at least three each."""
    hits = hits_by_job()
    level_of = {r["occupation"]: QUALIFICATION_LEVEL[r["qualification"]] for r in read("occupations")}
    out = {}
    for code, jobs in jobs_of_occupations().items():
        sums = {}
        for job, weight in jobs.items():
            for competence, count in hits.get(job, {}).items():
                sums[competence] = sums.get(competence, 0.0) + weight * min(1.0, count / FULL_HITS)
        ranked = sorted(((round(level_of[code] * v, 3), c) for c, v in sums.items()), key=lambda t: (-t[0], t[1]))
        kept = [(c, v) for v, c in ranked if v >= LOWEST_LEVEL]
        if len(kept) < 3:
            kept = [(c, max(v, LOWEST_LEVEL)) for v, c in ranked[:3]]
        out[code] = kept
    return most_telling(out)


def most_telling(levels):
    """Keep the competences that say most about each occupation: level times how rare the competence is."""
    holders = {}
    for kept in levels.values():
        for competence, _ in kept:
            holders[competence] = holders.get(competence, 0) + 1
    rarity = {c: 0.5 + log(len(levels) / n) for c, n in holders.items()}
    out = {}
    for code, kept in levels.items():
        ranked = sorted(kept, key=lambda t: (-t[1] * rarity[t[0]], t[0]))
        out[code] = ranked[:MOST_PER_OCCUPATION]
    return out


def occupation_competences():
    rows = []
    for code, kept in profiles().items():
        for rank, (competence, level) in enumerate(kept):
            rows.append([code, competence, level, int(rank < 3 or (level >= 0.6 and rank < 6))])
    return table(["occupation", "competence", "level", "essential"], rows)


def move_weights():
    """(from, to) -> weight from ROME mobilities between jobs, aggregated by occupation."""
    jobs = jobs_of_occupations()
    members = {}
    for code, weights in jobs.items():
        for job, weight in weights.items():
            members.setdefault(job, {})[code] = weight
    further = parameter("further_move_weight")
    moves = {r["job"]: (r["near_jobs"].split(), r["further_jobs"].split()) for r in read("rome_moves")}
    out = {}
    for code, weights in jobs.items():
        for job, weight in weights.items():
            near, far = moves.get(job, ([], []))
            for targets, value in ((near, 1.0), (far, further)):
                for target in targets:
                    for other, share in members.get(target, {}).items():
                        if other != code:
                            key = (code, other)
                            out[key] = out.get(key, 0.0) + weight * value / len(members[target])
            for other in members.get(job, {}):   # the same job in another family, e.g. clerks of firms and of the State
                if other != code:
                    out[code, other] = out.get((code, other), 0.0) + weight * parameter("same_job_weight")
    back = parameter("reverse_move_weight")
    return {(a, b): out.get((a, b), 0.0) + back * out.get((b, a), 0.0) for a, b in {*out, *((b, a) for a, b in out)}}


def cosine(a, b):
    dot = sum(v * b[k] for k, v in a.items() if k in b)
    size = (sum(v * v for v in a.values()) * sum(v * v for v in b.values())) ** 0.5
    return dot / size if size > 0 else 0.0


def similarity():
    """(from, to) -> competence similarity above 0.5; climbing more than one qualification step is excluded."""
    levels = {code: dict(kept) for code, kept in profiles().items()}
    step = {r["occupation"]: int(r["qualification"]) for r in read("occupations")}
    out = {}
    for a in levels:
        scored = sorted(((cosine(levels[a], levels[b]), b) for b in levels if b != a and step[b] - step[a] <= 1), key=lambda t: (-t[0], t[1]))
        for value, b in scored[:6]:
            out[a, b] = max(value, 0.01)
    return out


def occupation_mobility():
    own = parameter("own_occupation_weight")
    mix = parameter("similarity_weight")
    moves, near = move_weights(), similarity()
    codes = occupation_codes()
    rows = []
    for a in codes:
        by_move = {b: moves[a, b] for b in codes if (a, b) in moves}
        by_near = {b: near[a, b] for b in codes if (a, b) in near}
        total_move, total_near = sum(by_move.values()), sum(by_near.values())
        part = mix if total_move > 0 else 1.0
        weights = {b: (1 - part) * v / total_move for b, v in by_move.items()}
        for b, v in by_near.items():
            weights[b] = weights.get(b, 0.0) + part * v / total_near
        weights = {b: v for b, v in weights.items() if v >= 0.004}
        total = sum(weights.values())
        out = {b: (1 - own) * v / total for b, v in weights.items()}
        out[a] = own
        targets = [b for b in codes if b in out]
        rows += [[a, b, s] for b, s in zip(targets, shares([out[b] for b in targets])) if s > 0]
    return table(["from_occupation", "to_occupation", "weight"], rows)

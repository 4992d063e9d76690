"""Synthetic, illustrative audits of the 30 audited establishments, and the cross-impact matrix."""

from math import log

from common import number, read, table, unit_draw
from establishments import establishments_list

SECTOR_EFFECT = {
    ("working_conditions", "QB"): -0.8, ("working_conditions", "QA"): -0.5, ("working_conditions", "IZ"): -0.9, ("working_conditions", "FZ"): -0.5,
    ("working_conditions", "CA"): -0.5, ("recruitment", "IZ"): -0.6, ("recruitment", "FZ"): -0.5, ("recruitment", "QA"): -0.5, ("recruitment", "CH"): -0.4,
    ("recruitment", "OZ"): 0.5, ("strategy", "OZ"): 0.2, ("strategy", "AZ"): -0.3, ("transmission", "CH"): -0.3, ("transmission", "CG"): -0.2,
    ("competences", "JL"): 0.6, ("competences", "QA"): 0.6, ("competences", "NZ"): -0.4, ("cooperation", "AZ"): 0.6, ("cooperation", "QB"): 0.4,
}


def audit_axes():
    words = ["question_fr", "question_en", "low_fr", "low_en", "high_fr", "high_en"]
    asked = {r["axis"]: [r[word] for word in words] for r in read("audit_questions")}
    return table(["axis", "name_fr", "name_en", *words], [[r["axis"], r["name_fr"], r["name_en"], *asked[r["axis"]]] for r in read("audit_axes")])


def is_rural(zone):
    residents = {r["zone"]: number(r["residents_2014"]) for r in read("communes")}
    return residents[zone] < 2000


def score_of(item, axis):
    value = number(axis["base_score"]) + number(axis["size_effect"]) * log(max(item["posts"], 1) / 20)
    value += number(axis["rural_effect"]) * is_rural(item["zone"]) + SECTOR_EFFECT.get((axis["axis"], item["sector"]), 0.0)
    if axis["axis"] == "cooperation" and item["kind"] in ("insertion", "employer_group"):
        value += 1.2
    value += 0.15 + 2.8 * (unit_draw(f"score {item['id']} {axis['axis']}") - 0.5)
    return max(0, min(4, round(value)))


def weak_point(item, axis, score):
    """Words for scores up to 2; a score above says nothing."""
    if score > 2:
        return "", ""
    level = "1" if score <= 1 else "2"
    options = [r for r in read("audit_phrases") if r["axis"] == axis and r["low_score"] == level]
    pick = options[int(unit_draw(f"phrase {item['id']} {axis}") * len(options))]
    return pick["text_fr"], pick["text_en"]


def evidence(axis, score):
    """What a score of this height rests on."""
    told = [r for r in read("audit_evidence") if r["axis"] == axis and int(r["least_score"]) <= score][-1]
    return told["text_fr"], told["text_en"]


def audits():
    rows = []
    for item in establishments_list():
        if item["audited"]:
            for axis in read("audit_axes"):
                score = score_of(item, axis)
                rows.append([item["id"], axis["axis"], score, *weak_point(item, axis["axis"], score), *evidence(axis["axis"], score)])
    return table(["establishment", "axis", "score", "weak_point_fr", "weak_point_en", "evidence_fr", "evidence_en"], rows)


def cross_impact():
    rows = []
    for row in read("cross_influence"):
        rows += [[row["from_axis"], to, row[to]] for to in row if to not in ("from_axis", row["from_axis"])]
    return table(["from_axis", "to_axis", "influence"], rows)

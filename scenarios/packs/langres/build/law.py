"""Pension law tables."""

from common import read, table

# Month of the first pensions each law rules: law 2010-1330 (1 July 2011), law 2014-40, law 2023-270, budget law for 2026.
LAWS = {"2010": "2011-07", "2014": "2015-01", "2023": "2023-09", "2026": "2026-09"}
FIRST_BIRTH = "1900-01-01"
# Start before 16, quarters required + 8 (decree 2012-847), earliest age in months by birth.
BEFORE_16 = [(FIRST_BIRTH, 672), ("1955-01-01", 676), ("1956-01-01", 680), ("1957-01-01", 684), ("1958-01-01", 688), ("1959-01-01", 692), ("1960-01-01", 696)]
# Start before 20 after the 2023 law: progressive from 60 to 62 (uncertain, secondary sources).
BEFORE_20 = [("1961-09-01", 720), ("1963-09-01", 723), ("1964-01-01", 726), ("1965-01-01", 729), ("1966-01-01", 732), ("1967-01-01", 735), ("1968-01-01", 738), ("1969-01-01", 741), ("1970-01-01", 744)]
# The suspension of 2026 holds each cohort of 1964 to 1968 back as it does the opening age (from 1969 on: the 2023 law; uncertain).
BEFORE_20_SUSPENDED = [("1961-09-01", 720), ("1963-09-01", 723), ("1965-04-01", 726), ("1966-01-01", 729), ("1967-01-01", 732), ("1968-01-01", 735), ("1969-01-01", 741), ("1970-01-01", 744)]


def pension_law():
    rows, seen = [], set()
    for r in read("pension_by_birth"):
        born = r["born_from"] if r["law"] in seen else FIRST_BIRTH
        seen.add(r["law"])
        rows.append([r["law"], born, r["opening_months"], r["full_rate_months"], r["quarters"], r["decote_per_quarter"], LAWS[r["law"]]])
    return table(["law", "born_from", "opening_age_months", "full_rate_age_months", "quarters", "decote_per_quarter", "effective"], rows)


def long_careers():
    rows = []
    for law in LAWS:
        old = [[law, born, "16", "8", str(age)] for born, age in BEFORE_16]
        old += [[law, FIRST_BIRTH, "20", "0", "720"]]
        if law in ("2023", "2026"):
            old += [[law, "1961-09-01", "16", "0", "696"], [law, "1961-09-01", "18", "0", "720"]]
            old += [[law, born, "20", "0", str(age)] for born, age in (BEFORE_20 if law == "2023" else BEFORE_20_SUSPENDED)]
            old += [[law, "1961-09-01", "21", "0", "756"]]
        rows += old
    return table(["law", "born_from", "start_before_age", "quarters_extra", "earliest_age_months"], rows)

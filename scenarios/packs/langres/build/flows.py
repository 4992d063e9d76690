"""Demand paths, separations, fixed-term contracts."""

from math import exp, log

from common import FIRST_YEAR, number, parameter, read, table
from establishments import yearly_trend
from posts import posts_by_occupation
from profiles import by_occupation, contract_shares

LAST_YEAR = 2030


def national_trends():
    """occupation -> yearly log change of national employment, least squares 2010-2018."""
    out = {}
    for code, row in by_occupation("occupation_employment").items():
        points = [(y, log(number(row[f"france_k_{y}"]))) for y in range(2010, 2020) if number(row[f"france_k_{y}"]) > 0]
        mean_x = sum(x for x, _ in points) / len(points)
        mean_y = sum(y for _, y in points) / len(points)
        out[code] = sum((x - mean_x) * (y - mean_y) for x, y in points) / sum((x - mean_x) ** 2 for x, _ in points)
    return out


def demand_paths():
    """(year, occupation) -> growth in the year; shifted each year so that total posts follow the observed trend."""
    shrink, cap, trend = parameter("demand_shrink"), parameter("demand_cap"), yearly_trend()
    stock = {c: float(n) for c, n in posts_by_occupation().items()}
    raw = national_trends()
    mean = sum(raw[c] * n for c, n in stock.items()) / sum(stock.values())
    gap = {c: exp(max(-cap, min(cap, shrink * (raw[c] - mean)))) - 1 for c in stock}
    out = {}
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        total = sum(stock.values())
        shift = trend - sum(gap[c] * n for c, n in stock.items()) / total
        for code in sorted(stock):
            out[year, code] = round(gap[code] + shift, 6)
        stock = {c: n * (1 + out[year, c]) for c, n in stock.items()}
    return out


def demand():
    rows = [["", code, str(year), growth] for (year, code), growth in demand_paths().items()]
    return table(["sector", "occupation", "year", "growth"], rows)


def public_share(row):
    return number(row["public"]) / 100


def separation_rates():
    """(occupation, kind) -> yearly rate per open-ended worker, on the national open-ended exit rate, lower in public posts."""
    turnover, employers = by_occupation("occupation_turnover"), by_occupation("occupation_employers")
    contracts, posts = contract_shares(), posts_by_occupation()
    quit_part, cap = parameter("trial_end_by_employee"), parameter("highest_separation")
    raw = {}
    for code, values in contracts.items():
        row, open_share = turnover[code], max(values[0] / max(1 - values[4], 0.05), 0.3)
        scale = number(row["exits_percent"]) / 100 / 100 / open_share
        trial = number(row["end_trial_period_percent"])
        raw[code, "quit"] = scale * (number(row["resignation_percent"]) + quit_part * trial)
        raw[code, "layoff"] = scale * (number(row["dismissal_percent"]) + number(row["agreed_termination_percent"]) + (1 - quit_part) * trial)
        raw[code, "other"] = scale * number(row["other_percent"])
    weight = {c: posts.get(c, 0) * contracts[c][0] * (1 - public_share(employers[c])) for c in contracts}
    target = target_open_ended_rate()
    for _ in range(30):
        raw = capped(raw, cap)
        mean = sum(weight[c] * v for (c, _), v in raw.items()) / sum(weight.values())
        raw = {k: v * target / mean for k, v in raw.items()}
    raw = capped(raw, cap)
    calm = parameter("public_stability")
    return {(c, k): v * (1 - calm * public_share(employers[c])) for (c, k), v in raw.items()}


def capped(rates, cap):
    """No occupation loses more than `cap` a year, all kinds together."""
    totals = {}
    for (code, _), value in rates.items():
        totals[code] = totals.get(code, 0.0) + value
    return {(c, k): v * min(1.0, cap / totals[c]) if totals[c] > 0 else v for (c, k), v in rates.items()}


def target_open_ended_rate():
    """National exits from open-ended work other than retirement, per open-ended employee."""
    contracts, posts = contract_shares(), posts_by_occupation()
    employees = sum(posts.get(c, 0) * (1 - v[4]) for c, v in contracts.items())
    open_share = sum(posts.get(c, 0) * v[0] for c, v in contracts.items()) / employees
    return parameter("open_ended_exit_rate") * (1 - parameter("retirement_share_open_ended")) / open_share


def separation():
    rows = [[c, k, round(v, 5)] for (c, k), v in sorted(separation_rates().items())]
    return table(["occupation", "kind", "annual_rate"], rows)


def fixed_term():
    """Share of fixed term in hires, and the duration that makes stock and flow agree (at least a month)."""
    turnover, contracts = by_occupation("occupation_turnover"), contract_shares()
    whole = turnover["all"]
    flow_all = number(whole["exits_percent"]) * number(whole["end_fixed_term_percent"]) / 1e4
    scale = parameter("fixed_term_exit_rate") / flow_all
    hires = parameter("fixed_term_hire_share") / (number(whole["fixed_term_hires_percent"]) / 100)
    rows = []
    for code, values in contracts.items():
        row = turnover[code]
        flow = scale * number(row["exits_percent"]) * number(row["end_fixed_term_percent"]) / 1e4
        share = min(number(row["fixed_term_hires_percent"]) / 100 * hires, 0.99)
        stock = values[1] / max(1 - values[4], 0.05)
        months = 12 * stock / flow if flow > 0 else parameter("longest_fixed_term")
        rows.append([code, round(share, 4), round(min(max(months, 1.0), parameter("longest_fixed_term")), 2)])
    return table(["occupation", "hire_share", "mean_duration_months"], rows)

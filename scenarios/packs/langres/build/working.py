"""Working time and pay by occupation and sex, hours of part-time work, what pay validates, early pensions."""

from common import number, parameter, read, shares, table
from profiles import by_occupation


def odds(share, ratio):
    return share * ratio / (1 - share + share * ratio)


def split_by_sex(mean, women, ratio):
    """Part-time shares of men and women that give the mean of the occupation, their odds in this ratio."""
    low, high = 0.0, 1.0
    for _ in range(60):
        men = (low + high) / 2
        low, high = (men, high) if (1 - women) * men + women * odds(men, ratio) < mean else (low, men)
    return men, odds(men, ratio)


def national_ratio(rows):
    """One ratio of odds for all occupations, such that women are the published share of the people in part-time work.

    rows: (people in work, part-time share, share of women) by occupation, France."""
    wanted = parameter("women_in_part_time")
    low, high = 1.0, 100.0
    for _ in range(60):
        ratio = (low + high) / 2
        women = sum(n * w * split_by_sex(mean, w, ratio)[1] for n, mean, w in rows)
        low, high = (ratio, high) if women < wanted * sum(n * mean for n, mean, _ in rows) else (low, ratio)
    return ratio


def working_time():
    employed, women = by_occupation("occupation_employment"), by_occupation("occupation_statuses")
    data = {}
    for row in read("occupation_working_time"):
        code = row["occupation"]
        pay = max(1.0, number(row["median_net_wage_2018"]) / parameter("minimum_net_wage_2018"))
        data[code] = (number(employed[code]["france_k_2013"]), number(row["part_time_percent_2013"]) / 100,
                      number(women[code]["women_percent_2013"]) / 100, pay)
    ratio = national_ratio([values[:3] for values in data.values()])
    rows = []
    for code, (_, mean, share, pay) in data.items():
        men, ladies = split_by_sex(mean, share, ratio)
        rows += [[code, "M", round(men, 4), round(pay, 3)], [code, "F", round(ladies, 4), round(pay, 3)]]
    return table(["occupation", "sex", "part_time", "pay"], rows)


def part_time_hours():
    rows, week = read("part_time_hours"), parameter("full_time_week")
    parts = shares([number(r["thousands"]) for r in rows])
    return table(["from", "to", "share"], [[round(number(r["from_hours"]) / week, 4), round(number(r["to_hours"]) / week, 4), s] for r, s in zip(rows, parts)])


def pension_quarters():
    return table(["effective", "hours_per_quarter", "full_time_hours"], [[r["effective"], r["hours_per_quarter"], r["full_time_hours"]] for r in read("pension_quarters")])


def early_pension():
    return table(["occupation", "share"], [[r["occupation"], r["share"]] for r in read("early_pension")])

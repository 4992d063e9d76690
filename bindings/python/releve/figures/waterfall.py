"""Waterfall of job openings: where they come from, who fills them, what is left, and what nobody filled.

Blocks of Les métiers en 2030 (France Stratégie, Dares, 2022), as `releve compare --decompose` tells them: docs/model/comparison.md.
"""
from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import xarray

from releve.figures import style
from releve.figures.data import Floats, View, months, year_of, refused

if TYPE_CHECKING:
    from matplotlib.axes import Axes

SUM, GAIN, LOSS, BESIDE = "#555555", "#0072B2", "#E69F00", "#D55E00"


class Step(NamedTuple):
    """A bar: persons a year in each replicate; one value, the mean, where the result keeps no more."""
    name: tuple[str, str]
    values: Floats
    is_sum: bool = False
    beside: bool = False


class Flows(NamedTuple):
    """Over a span, by replicate or as means: what the blocks are made from."""
    change: Floats
    career_ends: Floats
    young: Floats
    from_away: Floats
    from_others: Floats | None
    never_filled: Floats


def gap_waterfall(view: View, scenario: str | None, years: tuple[int, int] | None, occupation: str | None, ax: Axes | None) -> Axes:
    """See Plots.gap_waterfall."""
    chosen = view.code("scenario", scenario) if scenario else view.codes("scenario")[0]
    first, last = years or (view.years()[0], view.years()[-1])
    if view.year(last) <= view.year(first):
        raise refused(f"{first}-{last}", "two years are needed, the first before the last", "il faut deux années, la première avant la dernière")
    code = None if occupation is None else view.code("occupation", occupation)
    flows = territory_flows(view, chosen, first, last) if code is None else occupation_flows(view, chosen, first, last, code)
    steps = steps_of(flows, last - first)
    axes = style.sheet(1.2 + 1.05 * len(steps), 4.6)[1][0] if ax is None else ax
    draw(view, axes, steps)
    texts = labels(view, chosen, first, last, code, any(step.is_sum and step.values.mean() < 0 for step in steps))
    if ax is None:
        style.label_sheet(axes.figure, view, *texts)
    else:
        style.label_axes(axes, view, *texts)
    return axes


def steps_of(flows: Flows, years: int) -> list[Step]:
    """Bars from left to right, a year."""
    openings = flows.change + flows.career_ends
    left = openings - flows.young - flows.from_away - (0 if flows.from_others is None else flows.from_others)
    steps = [Step(("net creations\nof jobs", "créations nettes\nd'emplois"), flows.change),
             Step(("+ ends\nof career", "+ départs en\nfin de carrière"), flows.career_ends),
             Step(("= job\nopenings", "= postes\nà pourvoir"), openings, is_sum=True),
             Step(("\u2212 young\nentrants", "\u2212 jeunes\ndébutants"), -flows.young),
             Step(("\u2212 net moves\nfrom elsewhere", "\u2212 arrivées\nnettes d'ailleurs"), -flows.from_away)]
    if flows.from_others is not None:
        steps.append(Step(("\u2212 net moves from\nother occupations", "\u2212 mobilités\nentre métiers"), -flows.from_others))
    steps.append(Step(("= left to people\nwithout a post", "= reste aux\npersonnes\nsans poste"), left, is_sum=True))
    steps.append(Step(("beside: openings\nnobody filled", "à part\u00a0: besoins\nnon pourvus"), flows.never_filled, beside=True))
    return [step._replace(values=step.values / years) for step in steps]


def over(view: View, name: str, scenario: str, first: int, last: int) -> xarray.DataArray:
    """The sum of a flow from the end of one year to the end of another."""
    variable = view.variable(name).sel(scenario=scenario)
    time = "month" if "month" in variable.dims else "year"
    years = year_of(months(view.dataset)) if time == "month" else np.asarray(view.years())
    return variable.isel({time: np.flatnonzero((years > first) & (years <= last))}).astype(np.float64).sum(time)


def at_end(view: View, name: str, scenario: str, year: int) -> xarray.DataArray:
    """The last value of a stock in a year."""
    variable = view.variable(name).sel(scenario=scenario)
    if "month" in variable.dims:
        variable = variable.isel(month=int(np.flatnonzero(year_of(months(view.dataset)) == year)[-1]))
    else:
        variable = variable.sel(year=year)
    return variable.astype(np.float64)


def territory_flows(view: View, scenario: str, first: int, last: int) -> Flows:
    """By replicate."""
    def flow(name: str) -> Floats:
        return np.asarray(over(view, name, scenario, first, last))

    change = at_end(view, "employment", scenario, last) - at_end(view, "employment", scenario, first)
    return Flows(change=np.asarray(change), career_ends=flow("retirements"), young=flow("young_entrants"),
                 from_away=flow("hires_from_outside") - flow("leavers_to_outside_by_occupation_total"), from_others=None,
                 never_filled=flow("hiring_gap_total"))


def occupation_flows(view: View, scenario: str, first: int, last: int, occupation: str) -> Flows:
    """Means: breakdowns by occupation do not keep their replicates."""
    def flow(name: str) -> xarray.DataArray:
        return over(view, name, scenario, first, last).sel(occupation=occupation)

    def one(value: xarray.DataArray) -> Floats:
        return np.asarray([float(value)])

    stock = [at_end(view, "employment_by_occupation", scenario, year).sel(occupation=occupation) for year in (first, last)]
    hires, separations = flow("hires_by_occupation_and_origin"), flow("separations_by_occupation_and_kind")
    change = stock[1] - stock[0]
    promotions = change - hires.sum() + separations.sum()  # what hires and separations leave unexplained, in less out
    moves = hires.sel(hire_origin="post") - separations.sel(separation_kind="job_to_job") + promotions
    away = hires.sel(hire_origin="outside") - flow("leavers_to_outside_by_occupation")
    return Flows(change=one(change), career_ends=one(separations.sel(separation_kind="retirement")), young=one(hires.sel(hire_origin="school")),
                 from_away=one(away), from_others=one(moves), never_filled=one(flow("hiring_gap")))


def draw(view: View, axes: Axes, steps: list[Step]) -> None:
    """Each bar starts where the one before it ends; sums stand on zero; what was never filled stands apart."""
    style.dress(axes)
    axes.axhline(0, color=style.FAINT, linewidth=0.8)
    spots = [place + (0.5 if step.beside else 0.0) for place, step in enumerate(steps)]
    decimals = 1 if max(abs(step.values.mean()) for step in steps) < 20 else 0
    level = 0.0
    for place, step in enumerate(steps):
        start = 0.0 if step.is_sum or step.beside else level
        level = start + float(step.values.mean())
        draw_bar(view, axes, spots[place], step, start, decimals)
        if not step.beside and not steps[place + 1].beside:
            axes.hlines(level, spots[place] + 0.36, spots[place] + 0.64, color=style.FAINT, linewidth=0.8)
    axes.set_xticks(spots, [view.words(*step.name) for step in steps], size=style.TEXT - 1.5)
    style.slant_if_narrow(axes, len(steps), 0.7)
    axes.margins(y=0.12)
    style.number_ticks(axes.yaxis, view.words)


def draw_bar(view: View, axes: Axes, x: float, step: Step, start: float, decimals: int) -> None:
    """A bar with its value above, and what 8 simulated futures in 10 hold."""
    mean, top = float(step.values.mean()), start
    colour = SUM if step.is_sum else BESIDE if step.beside else GAIN if mean > 0 else LOSS
    axes.bar(x, mean, 0.72, bottom=start, color=colour, hatch="//" if step.beside else None, edgecolor="white", linewidth=0)
    if len(step.values) > 1:
        low, top = start + np.quantile(step.values, (0.1, 0.9))
        axes.vlines(x, low, top, color=style.INK, linewidth=1.6)
    text = view.words.number(mean, decimals) if step.is_sum or step.beside else view.words.signed(mean, decimals)
    axes.annotate(text, (x, max(start, start + mean, top)), (0, 3), textcoords="offset points", ha="center", va="bottom", size=style.TEXT,
                  weight="bold" if step.is_sum else "normal", color=style.INK)


def labels(view: View, scenario: str, first: int, last: int, occupation: str | None, below: bool) -> tuple[str, str, str]:
    """Title, subtitle and note."""
    words = view.words
    place = view.territory() if occupation is None else style.shortened(view.label("occupation", occupation), 48)
    title = words(f"Job openings and who fills them – {place}", f"Postes à pourvoir, et par qui – {place}")
    told = [view.label("scenario", scenario), words(f"people a year from the end of {first} to the end of {last}",
                                                    f"personnes par an, de fin {first} à fin {last}")]
    if occupation is not None:
        told.append(words("means of the simulated futures", "moyennes des futurs simulés"))
    elif view.replicates() > 1:
        told.append(words("bars: mean; dark lines: 8 simulated futures in 10",
                          "barres\u00a0: moyenne\u00a0; traits foncés\u00a0: 8 futurs simulés sur 10"))
    note = words("Blocks: Les métiers en 2030 (France Stratégie, Dares, 2022).", "Blocs\u00a0: Les métiers en 2030 (France Stratégie, Dares, 2022).")
    if below:
        note += words(" A rest below zero: more people lose a post than are taken from outside work.",
                      " Un reste négatif\u00a0: plus de personnes perdent un poste qu'il n'en est pris hors emploi.")
    return title, words.capital(words("; ", "\u00a0; ").join(told)), note

"""What plans change: paired differences to the reference with their intervals, indicator by indicator, and the cost.

The figures are those of scenarios/compare, as `releve compare` prints them: docs/model/comparison.md.
"""
from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple, Sequence

from releve.figures import style
from releve._errors import unknown
from releve.figures.data import View, refused
from releve.figures.words import Words

if TYPE_CHECKING:
    import pandas
    from matplotlib.axes import Axes

SHOWN = 0.05  # an effect is shown if p, corrected for all comparisons, is below
PARTS_OF_HIRES = ("job_to_job_moves", "hires_from_outside")
BETTER = "#EDEDED"  # behind the side on which things get better
MARKS = ("o", "s", "D", "^", "v", "P")


class Change(NamedTuple):
    """The mean paired difference of one indicator between a plan and its reference, and its interval."""
    scenario: str
    mean: float
    low: float
    high: float
    shown: bool  # beyond chance
    wish: int  # 1: higher is better, -1: lower, 0: neither


def draw_row(view: View, axes: Axes, name: str, changes: Sequence[Change]) -> None:
    """One indicator: a mark and an interval for each plan, zero in the middle, the values written at the right."""
    words = view.words
    style.dress(axes, "x")
    axes.axvline(0, color=style.FAINT, linewidth=1)
    decimals = decimals_for(changes)
    for place, change in enumerate(changes):
        colour, mark = look(view, change.scenario)
        if math.isfinite(change.low):
            axes.hlines(place, change.low, change.high, color=colour, linewidth=2)
        axes.plot(change.mean, place, mark, color=colour, markersize=7, markeredgewidth=1.6,
                  markerfacecolor=colour if change.shown else "white")
        axes.annotate(written(words, change, decimals), (1, place), (8, 0), xycoords=("axes fraction", "data"), textcoords="offset points", va="center", size=style.TEXT - 1,
                      color=style.INK, weight="bold" if change.shown else "normal")
    axes.set_ylim(len(changes) - 0.4, -0.6)
    axes.set_yticks([(len(changes) - 1) / 2], [style.wrapped(name, 2.2, style.TEXT)])
    ends = [abs(end) for change in changes for end in (change.mean, change.low, change.high) if math.isfinite(end)]
    reach = 1.12 * max(ends, default=0.0) or 1.0
    axes.set_xlim(-reach, reach)
    axes.locator_params(axis="x", nbins=4)
    axes.tick_params(axis="x", labelsize=style.NOTE, colors=style.FAINT)
    style.number_ticks(axes.xaxis, words)
    if changes[0].wish:
        axes.axvspan(0, changes[0].wish * reach, color=BETTER, linewidth=0, zorder=0)


def written(words: Words, change: Change, decimals: int) -> str:
    between = words(",", "\u00a0;") + "\u00a0"
    interval = f"  [{words.number(change.low, decimals)}{between}{words.number(change.high, decimals)}]"
    return words.signed(change.mean, decimals) + (interval if math.isfinite(change.low) else "")


def look(view: View, plan: str) -> tuple[str, str]:
    """Colour and mark of a plan, the same in every figure of a result."""
    scenarios = view.codes("scenario")
    return style.colour_of(scenarios, plan, view.reference(plan)), MARKS[scenarios.index(plan) % len(MARKS)]


def decimals_for(changes: Sequence[Change]) -> int:
    """Two significant digits of the narrowest half-width that is not 0."""
    halves = [half for half in ((change.high - change.low) / 2 for change in changes) if half > 0 and math.isfinite(half)]
    return max(0, 1 - math.floor(math.log10(min(halves)))) if halves else 0


def comparison(view: View, table: pandas.DataFrame, scenarios: str | Sequence[str] | None, indicators: Sequence[str] | None) -> list[Axes]:
    """See Plots.comparison. `table`: a row for each plan and indicator, as Result.comparison() gives it."""
    plans = [plan for plan in view.scenarios(scenarios) if view.reference(plan) != plan]
    table = table[table["scenario"].isin(plans)]
    if indicators is not None:
        for name in indicators:
            if name not in set(table["indicator"]):
                raise unknown(("indicator", "indicateur"), name, list(dict.fromkeys(table["indicator"])))
        table = table[table["indicator"].isin(indicators)]
    if table.empty:
        raise refused("comparison", "there is no plan beside the reference", "il n'y a pas de plan à côté de la référence")
    rows = {name_of(view, *names): changes_of(part) for names, part in table.groupby(["indicator", "label"], sort=False)}
    figure, panels = style.sheet(8.4, 1.5 + sum(0.36 + 0.2 * len(changes) for changes in rows.values()), len(rows), 1,
                                 gridspec_kw={"height_ratios": [0.36 + 0.2 * len(changes) for changes in rows.values()]})
    for panel, (name, changes) in zip(panels, rows.items()):
        draw_row(view, panel, name, changes)
    legend(view, panels[0], plans)
    style.label_sheet(figure, view, *labels(view, table))
    return panels


def name_of(view: View, indicator: str, label: str) -> str:
    """What a row is called; parts of all hires are told to be so."""
    return view.words("of which ", "dont ") + label if indicator in PARTS_OF_HIRES else label


def changes_of(rows: pandas.DataFrame) -> list[Change]:
    return [Change(row.scenario, row.change, row.low, row.high, bool(row.p_holm < SHOWN), {"higher": 1, "lower": -1}.get(row.better, 0))
            for row in rows.itertuples()]


def legend(view: View, axes: Axes, plans: Sequence[str]) -> None:
    for plan in plans:
        colour, mark = look(view, plan)
        axes.plot([], [], mark, color=colour, markersize=7, linestyle="none", label=view.label("scenario", plan))
    style.legend_above(axes)


def labels(view: View, table: pandas.DataFrame) -> tuple[str, str, str]:
    """Title, subtitle and note."""
    words, last = view.words, int(table["year"].max())
    title = words(f"What the plans change by the end of {last} – {view.territory()}", f"Ce que changent les plans, à fin {last} – {view.territory()}")
    subtitle = words("Mean difference to the reference, replicate by replicate, and its 95% interval; shaded: better; "
                     "filled: an effect is shown, hollow: chance may explain it",
                     "Écart moyen à la référence, réplique par réplique, et son intervalle à 95\u00a0%\u00a0; côté grisé\u00a0: mieux\u00a0; "
                     "marque pleine\u00a0: effet établi, creuse\u00a0: le hasard peut l'expliquer")
    note = words("Effects are judged with Holm's correction for all the comparisons of the table; an effect not shown is not shown to be nil.",
                 "Effets jugés avec la correction de Holm pour toutes les comparaisons du tableau\u00a0; un effet non établi n'est pas un effet nul.")
    return title, subtitle, note

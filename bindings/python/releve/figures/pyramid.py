"""Age pyramid: men to the left, women to the right, and the pyramid of an earlier year over it."""
from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from releve.figures import style
from releve.figures.data import Floats, View, refused

if TYPE_CHECKING:
    from matplotlib.axes import Axes

SIDES = {"M": (-1, "#0072B2"), "F": (1, "#E69F00")}  # side, colour: apart in grey too
SENIOR = 55  # who may retire within some ten years


def pyramid(view: View, year: int | None, scenario: str | None, since: int | None, output: str, ax: Axes | None) -> Axes:
    """See Plots.pyramid."""
    variable = view.variable(output)
    if set(variable.dims) != {"scenario", "year", "age", "sex"}:
        raise refused(output, "not told by age and sex", "n'est pas ventilé par âge et sexe")
    chosen = view.code("scenario", scenario) if scenario else view.codes("scenario")[0]
    shown = view.year(view.years()[-1] if year is None else year)
    before = None if since is None else view.year(since)
    axes = style.sheet(7.4, 5.2)[1][0] if ax is None else ax
    style.dress(axes, "x")
    for sex, (side, colour) in SIDES.items():
        draw_side(view, axes, output, chosen, sex, side, colour, shown, before)
    finish(view, axes)
    texts = labels(view, output, chosen, shown, before)
    if ax is None:
        style.label_sheet(axes.figure, view, *texts)
    else:
        style.label_axes(axes, view, *texts, room=16)
    return axes


def people(view: View, output: str, scenario: str, year: int) -> Floats:
    """Means on (age, sex)."""
    return view.dataset[output].sel(scenario=scenario, year=year).transpose("age", "sex").values.astype(np.float64)


def draw_side(view: View, axes: Axes, output: str, scenario: str, sex: str, side: int, colour: str, year: int, before: int | None) -> None:
    place = view.codes("sex").index(sex)
    means = people(view, output, scenario, year)[:, place]
    rows = np.arange(len(means))
    axes.barh(rows, side * means, height=0.86, color=colour, alpha=0.85, linewidth=0)
    if f"{output}_q" in view.dataset and view.replicates() > 1:
        kept = view.dataset[f"{output}_q"].sel(scenario=scenario, year=year, sex=sex)
        low, high = (kept.sel(quantile=order).values.astype(np.float64) for order in (0.1, 0.9))
        axes.hlines(rows, side * low, side * high, color=style.INK, linewidth=1.6)
    if before is not None:
        earlier = side * people(view, output, scenario, before)[:, place]
        axes.stairs(earlier, np.arange(len(means) + 1) - 0.5, orientation="horizontal", baseline=None, color=style.INK, linewidth=1.4,
                    linestyle=(0, (3, 1.2)))
    axes.text(0.25 if side < 0 else 0.75, 1.0, view.words.capital(view.label("sex", sex)), transform=axes.transAxes, ha="center", va="bottom",
              size=style.TEXT, weight="bold", color=style.INK)


def finish(view: View, axes: Axes) -> None:
    """The same scale on both sides, counts without a sign, ages at the left."""
    most = 1.05 * max(abs(limit) for limit in axes.get_xlim())
    axes.set_xlim(-most, most)
    axes.set_yticks(range(len(view.codes("age"))), view.labels("age"))
    axes.set_ylim(-0.6, len(view.codes("age")) - 0.4)
    axes.axvline(0, color="white", linewidth=1.5)
    style.number_ticks(axes.xaxis, view.words, absolute=True)


def senior_share(view: View, output: str, scenario: str, year: int) -> float:
    by_age = people(view, output, scenario, year).sum(1)
    senior = [int(code.split("-")[0].rstrip("+")) >= SENIOR for code in view.codes("age")]
    return float(by_age[senior].sum() / by_age.sum())


def labels(view: View, output: str, scenario: str, year: int, before: int | None) -> tuple[str, str]:
    """Title and subtitle."""
    words = view.words
    title = f"{words.capital(view.name(view.variable(output)))}, {year} – {view.territory()}"
    told = [view.label("scenario", scenario), words("persons at the end of the year", "personnes à la fin de l'année")]
    if view.replicates() > 1:
        told.append(words("bars: mean; dark lines: 8 simulated futures in 10",
                          "barres\u00a0: moyenne\u00a0; traits foncés\u00a0: 8 futurs simulés sur 10"))
    if before is not None:
        told.append(words(f"dashed: {before}", f"tirets\u00a0: {before}"))
    shares = [f"{words.percent(senior_share(view, output, scenario, one))}{words(' in ', ' en ')}{one}"
              for one in (before, year) if one is not None]
    told.append(words(f"aged {SENIOR} and over: ", f"{SENIOR} ans et plus\u00a0: ") + ", ".join(shares))
    return title, words.capital(words("; ", "\u00a0; ").join(told))

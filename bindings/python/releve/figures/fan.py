"""Fan chart: an output over time, its median and what 8 and 9 simulated futures in 10 hold."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Sequence

import numpy as np

from releve.figures import style
from releve.figures.data import Course, View, months, read_course, refused, year_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes

ROUGH = 20  # fewer replicates than this tell little of what 9 in 10 hold
MOST_COLUMNS = 3
OF_ONE = {"establishment", "audited"}  # breakdowns that tell of one firm


def fan(view: View, output: str, scenarios: str | Sequence[str] | None, where: dict[str, str], every: Literal["month", "year"] | None,
        together: bool, ax: Axes | None) -> Any:
    """See Plots.fan."""
    where = {axis: view.code(axis, code) for axis, code in where.items()}
    chosen = view.scenarios(scenarios)
    monthly = is_monthly(view, output, every)
    courses = {scenario: read_course(view, output, scenario, where, not monthly) for scenario in chosen}
    together = together or ax is not None or len(chosen) == 1
    scale = 100 if view.variable(output).attrs["units"] == "1" else 1
    title, subtitle, note = texts(view, output, where, courses, monthly, together)
    if ax is not None:
        draw(view, ax, courses, scale, "")
        if len(courses) > 1:
            ax.legend(frameon=False, fontsize=style.TEXT - 1, loc="best", handlelength=2.6)
        style.label_axes(ax, view, title, subtitle, note)
        return ax
    panels = [style.sheet(7.4, 4.3)[1][0]] if together else side_by_side(len(chosen))
    for panel, scenario in zip(panels, chosen):
        if together:
            draw(view, panel, courses, scale, "")
        else:
            draw(view, panel, with_reference(view, courses, scenario), scale, scenario)
    style.label_sheet(panels[0].figure, view, title, subtitle, note)
    return panels[0] if together else np.asarray(panels, dtype=object)


def is_monthly(view: View, output: str, every: Literal["month", "year"] | None) -> bool:
    """Whether months are shown: of flows only if asked for, or if the run has no whole year."""
    variable = view.variable(output)
    if "month" not in variable.dims:
        return False
    whole = bool(np.isin(12, np.unique(year_of(months(view.dataset)), return_counts=True)[1] * view.step()))
    if every == "year" and variable.attrs["kind"] == "flow" and not whole:
        raise refused(output, "the run has no whole year to sum over", "la simulation n'a pas d'année entière à sommer")
    return every == "month" or (every is None and (variable.attrs["kind"] != "flow" or not whole))


def side_by_side(count: int) -> list[Axes]:
    """Panels on the same scales, the years under the lowest of each column."""
    columns = 2 if count == 4 else min(count, MOST_COLUMNS)
    rows = -(-count // columns)
    panels = style.sheet(1 + 3.1 * columns, 1.3 + 3 * rows, rows, columns, sharex=True, sharey=True)[1]
    for place, panel in enumerate(panels):
        panel.set_visible(place < count)
        panel.tick_params(labelbottom=place + columns >= count)
    return panels[:count]


def with_reference(view: View, courses: dict[str, Course], scenario: str) -> dict[str, Course]:
    """The course of a scenario and, for a plan, that of its reference if it is drawn too."""
    reference = view.reference(scenario)
    others = {reference: courses[reference]} if reference != scenario and reference in courses else {}
    return {scenario: courses[scenario], **others}


def texts(view: View, output: str, where: dict[str, str], courses: dict[str, Course], monthly: bool, together: bool) -> tuple[str, str, str]:
    """Title, subtitle and note."""
    words, variable, n = view.words, view.variable(output), view.replicates()
    place = ", ".join(view.label(axis, code) for axis, code in where.items())
    title = words.capital(view.name(variable)) + f" – {style.shortened(place, 60) or view.territory()}"
    bands = any(course.quantiles for course in courses.values())
    told = [view.label("scenario", next(iter(courses)))] if len(courses) == 1 else []
    told.append(f"{words.unit(str(variable.attrs['units']))} {period(view, variable.attrs['kind'] == 'flow', monthly)}")
    if not bands:
        told.append(words("mean of the simulated futures", "moyenne des futurs simulés"))
    elif n == 1:
        told.append(words("one simulated future", "un seul futur simulé"))
    elif together and len(courses) > 1:
        told.append(words("lines: medians; bands: 8 simulated futures in 10", "lignes\u00a0: médianes\u00a0; bandes\u00a0: 8 futurs simulés sur 10"))
    else:
        told.append(words("line: median; bands: 8 simulated futures in 10 (dark), 9 in 10 (light)",
                          "ligne\u00a0: médiane\u00a0; bandes\u00a0: 8 futurs simulés sur 10 (foncée), 9 sur 10 (claire)"))
    if not together and any(len(with_reference(view, courses, scenario)) > 1 for scenario in courses):
        told.append(words("dashed: the reference", "tirets\u00a0: la référence"))
    notes = [words("Of one establishment: for that establishment alone.", "D'un seul établissement\u00a0: pour lui seul.")] if OF_ONE & where.keys() else []
    if bands and 1 < n < ROUGH:
        notes.append(words(f"With {n} futures the bands are rough.", f"Avec {n} futurs, les bandes sont grossières."))
    return title, words.capital(words("; ", "\u00a0; ").join(told)), " ".join(notes)


def period(view: View, flow: bool, monthly: bool) -> str:
    words = view.words
    if flow:
        return words("a month", "par mois") if monthly else words("a year", "par an")
    return words("at the end of each month", "à la fin de chaque mois") if monthly else words("at the end of each year", "à la fin de chaque année")


def draw(view: View, axes: Axes, courses: dict[str, Course], scale: float, alone: str) -> None:
    """Courses over one another; `alone`: the one that has the bands, another is shown by its line."""
    scenarios = view.codes("scenario")
    style.dress(axes)
    for place, (scenario, course) in enumerate(courses.items()):
        colour = style.colour_of(scenarios, scenario, view.reference(scenario))
        with_bands = course.quantiles and view.replicates() > 1 and (not alone or scenario == alone)
        bands = ((0.05, 0.95, 0.16), (0.1, 0.9, 0.26)) if alone or len(courses) == 1 else ((0.1, 0.9, 0.22),)
        for low, high, alpha in bands if with_bands else ():
            axes.fill_between(course.times, scale * course.quantiles[low], scale * course.quantiles[high], color=colour, alpha=alpha, linewidth=0)
        axes.plot(course.times, scale * course.middle, color=colour, linewidth=2 if with_bands else 1.3,
                  linestyle=style.DASHES[place % len(style.DASHES)], label=view.label("scenario", scenario))
    finish(view, axes, courses, alone)


def finish(view: View, axes: Axes, courses: dict[str, Course], alone: str) -> None:
    """Ticks, a base at zero where it is near, and which line is which."""
    low, high = axes.dataLim.intervaly
    if 0 <= low < 0.45 * high:
        axes.set_ylim(0, 1.05 * high)
    times = next(iter(courses.values())).times
    dates = times.dtype.kind == "M"
    years = year_of(times) if dates else times
    style.time_ticks(axes.xaxis, int(years[0]), int(years[-1]), dates)
    axes.margins(x=0.01)
    style.number_ticks(axes.yaxis, view.words)
    if alone:
        name = view.words.capital(view.label("scenario", alone))
        axes.set_title(style.wrapped(name, 2.7, style.TEXT), loc="left", size=style.TEXT, color=style.INK, weight="bold")
    elif len(courses) > 1:
        style.legend_above(axes)

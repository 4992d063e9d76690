"""Figures from a result: `result.plot`, or `Plots(dataset)` for any result file opened with xarray.

Each method draws on a new figure (or on `ax`), in the language asked for, and gives back the matplotlib Axes. No setting of
matplotlib is changed.
"""
from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Literal, Sequence

import xarray

from releve import _language
from releve.figures.data import View

if TYPE_CHECKING:
    import pandas
    from matplotlib.axes import Axes

__all__ = ["Plots"]

Scenarios = str | Sequence[str] | None  # identifiers or names; None: all of them


class Plots:
    """The figures of one result.

    >>> dataset = xarray.open_dataset("langres.h5", engine="h5netcdf")
    >>> releve.plot.Plots(dataset).fan("unfilled_posts", lang="fr")
    """

    def __init__(self, dataset: xarray.Dataset, comparison: Callable[..., pandas.DataFrame] | None = None) -> None:
        """`comparison`: Result.comparison, for the figure of that name."""
        self._dataset = dataset
        self._comparison = comparison

    def _view(self, lang: str | None) -> View:
        return View(self._dataset, "fr" if _language.check(lang or _language.get()) == "fr" else "en")

    def __call__(self, output: str = "unfilled_posts", scenarios: Scenarios = None, **how: Any) -> Any:
        """The fan chart of an output: `result.plot()`, `result.plot("hires", lang="fr")`."""
        return self.fan(output, scenarios, **how)

    def fan(self, output: str, scenarios: Scenarios = None, *, every: Literal["month", "year"] | None = None, together: bool = False,
            lang: str | None = None, ax: Axes | None = None, **where: str) -> Any:
        """The course of an output: its median and what 8 and 9 simulated futures in 10 hold; its mean where a result keeps no more.

        `where`: one cell of a breakdown, by code or by name: occupation="T4Z", zone="Langres". Without it, the territory.
        `every`: flows are summed by year and stocks shown by month unless it says otherwise; a year cut short has no sum.
        `together`: scenarios over one another; else side by side, each plan with the median of its reference dashed.
        Gives one Axes, or an array of them, one for each scenario side by side.
        """
        from releve.figures import fan
        return fan.fan(self._view(lang), output, scenarios, where, every, together, ax)

    def pyramid(self, year: int | None = None, scenario: str | None = None, *, since: int | None = None, output: str = "age_pyramid",
                lang: str | None = None, ax: Axes | None = None) -> Axes:
        """Ages of men and women at the end of a year (the last one); `since`: the outline of an earlier year over it.

        `output`: age_pyramid (people in post), residents_by_age, working_residents_by_age or unemployed_by_age. `scenario`: the first
        unless said.
        """
        from releve.figures import pyramid
        return pyramid.pyramid(self._view(lang), year, scenario, since, output, ax)

    def gap_waterfall(self, scenario: str | None = None, years: tuple[int, int] | None = None, *, occupation: str | None = None,
                      lang: str | None = None, ax: Axes | None = None) -> Axes:
        """Job openings a year, from the end of one year to that of another: where they come from, who fills them, what is left to
        people without a post; beside them, the openings that nobody filled. The blocks of `releve compare --decompose`.

        `occupation`: those of one occupation, by code or by name: means alone, as result files keep no more.
        """
        from releve.figures import waterfall
        return waterfall.gap_waterfall(self._view(lang), scenario, years, occupation, ax)

    def comparison(self, scenarios: Scenarios = None, *, indicators: Sequence[str] | None = None, lang: str | None = None) -> list[Axes]:
        """What each plan changes against its reference by the end of the run, with 95 % intervals, and what it costs.

        `indicators`: names of outputs, as in the column `indicator` of Result.comparison(). Gives one Axes for each indicator.
        """
        from releve.figures import comparison
        view = self._view(lang)
        if self._comparison is None:
            from releve.figures.data import refused
            raise refused("comparison", "a data set alone does not compare; use releve.open(FILE).plot.comparison()",
                          "un jeu de données seul ne compare pas\u00a0; employez releve.open(FICHIER).plot.comparison()")
        return comparison.comparison(view, self._comparison(lang=view.words.language), scenarios, indicators)

    def retirements_heatmap(self, scenario: str | None = None, *, by: str = "occupation", top: int = 20, share: bool = False,
                            lang: str | None = None, ax: Axes | None = None) -> Axes:
        """Retirements by year and occupation (or `by="zone"`), the `top` with most of them.

        `share`: for 100 people in post, to tell where a large part leaves from where many leave.
        """
        from releve.figures import heatmap
        return heatmap.retirements_heatmap(self._view(lang), scenario, by, top, share, ax)

"""Heat map of retirements: who leaves when, by occupation, commune or another breakdown."""
from __future__ import annotations

from typing import TYPE_CHECKING, Sequence

import numpy as np
import numpy.typing as npt

from releve.figures import style
from releve.figures.data import Floats, View, axes_of, french, refused

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def retirements_heatmap(view: View, scenario: str | None, by: str, top: int, share: bool, ax: Axes | None) -> Axes:
    """See Plots.retirements_heatmap."""
    chosen = view.code("scenario", scenario) if scenario else view.codes("scenario")[0]
    flows = breakdown(view, f"retirements_by_{by}", chosen, by)
    stocks = breakdown(view, f"employment_by_{by}", chosen, by) if share else np.ones_like(flows)
    order = np.argsort(-flows.sum(1), kind="stable")[:top]
    with np.errstate(divide="ignore", invalid="ignore"):
        shown = 100 * flows[order] / stocks[order] if share else flows[order]
    axes = style.sheet(max(6.5, 3.4 + 0.38 * flows.shape[1]), 1.6 + 0.23 * len(order))[1][0] if ax is None else ax
    draw(view, axes, shown, [view.labels(by)[place] for place in order], 1 if share or shown.max() < 10 else 0)
    texts = labels(view, chosen, by, len(order), flows, order, share)
    if ax is None:
        style.label_sheet(axes.figure, view, *texts)
    else:
        style.label_axes(axes, view, *texts)
    return axes


def breakdown(view: View, output: str, scenario: str, by: str) -> Floats:
    """Means on (cell, year)."""
    variable = view.variable(output)
    if axes_of(variable) != [by]:
        raise refused(output, f"not told by {by}", f"pas de ventilation par {french(by)}")
    return variable.sel(scenario=scenario).transpose(by, "year").values.astype(np.float64)


def draw(view: View, axes: Axes, shown: Floats, names: list[str], decimals: int) -> None:
    """The darker, the more; each cell tells its value, in the ink that is read best on it."""
    top = float(np.nanmax(shown)) or 1.0
    image = axes.imshow(shown, aspect="auto", cmap="cividis_r", vmin=0, vmax=top)
    for row, column in np.ndindex(shown.shape):
        value = shown[row, column]
        axes.text(column, row, view.words.number(value, decimals), ha="center", va="center", size=7,
                  color=ink_on(image.to_rgba(value)))
    axes.set_yticks(range(len(names)), [style.shortened(name, 44) for name in names], size=style.TEXT - 1.5)
    axes.set_xticks(range(shown.shape[1]), [str(year) for year in view.years()], size=style.TEXT - 1.5)
    axes.tick_params(length=0, colors=style.INK, top=True, labeltop=True, bottom=False, labelbottom=False)
    style.slant_if_narrow(axes, shown.shape[1], 0.3)
    for side in axes.spines.values():
        side.set_visible(False)


def ink_on(colour: Sequence[float]) -> str:
    """Black or white, whichever stands out more: contrast of WCAG 2.1 from the relative luminance."""
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour[:3])
    luminance = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    return "black" if (luminance + 0.05) / 0.05 > 1.05 / (luminance + 0.05) else "white"


def labels(view: View, scenario: str, by: str, rows: int, flows: Floats, order: npt.NDArray[np.intp], share: bool) -> tuple[str, str]:
    """Title and subtitle."""
    words = view.words
    kind = words("commune" if by == "zone" else by, french(by))
    title = words(f"Retirements by {kind} – {view.territory()}", f"Départs en retraite par {kind} – {view.territory()}")
    unit = words("a year, for 100 people in post", "par an, pour 100 personnes en poste") if share else words("people a year", "personnes par an")
    part = words.percent(flows[order].sum() / flows.sum())
    told = [view.label("scenario", scenario), unit + words(", mean of the simulated futures", ", moyenne des futurs simulés"),
            words(f"the {rows} with most retirements over all years ({part} of all)",
                  f"les {rows} où les départs sont les plus nombreux sur toute la période ({part} du total)")]
    return title, words.capital(words("; ", "\u00a0; ").join(told))

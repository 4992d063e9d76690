"""How figures look: colours that colour-blind people tell apart, titles, notes, ticks. Changes no setting of matplotlib."""
from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any, Sequence

import numpy as np

from releve.figures.data import View
from releve.figures.words import Words

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Okabe and Ito (2008), darkest first, so that neighbours differ in grey as well; the reference is grey.
REFERENCE = "#555555"
COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9")
DASHES = ((0, ()), (0, (5, 1.5)), (0, (1, 1)), (0, (5, 1, 1, 1)), (0, (8, 2)), (0, (3, 1, 1, 1, 1, 1)))
INK, FAINT, RULE = "#222222", "#666666", "#DDDDDD"
TITLE, TEXT, NOTE = 13, 9.5, 7.5  # points
HEAD, INCH = 0.62, 72  # inches kept for the title and what is under it; points in an inch


def sheet(width: float, height: float, rows: int = 1, columns: int = 1, **share: Any) -> tuple[Figure, list[Axes]]:
    """A new figure, known to pyplot so that a notebook shows it."""
    import matplotlib.pyplot as plt

    figure, axes = plt.subplots(rows, columns, figsize=(width, height), squeeze=False, layout="constrained", **share)
    figure.set_facecolor("white")
    return figure, list(axes.flat)


def wrapped(text: str, width: float, points: float) -> str:
    """Lines that fit in `width` inches: a letter of the sans serif is about half as wide as high."""
    return "\n".join(textwrap.wrap(text, max(20, int(width * INCH / points / 0.49)), break_long_words=False))


def label_sheet(figure: Figure, view: View, title: str, subtitle: str, note: str = "") -> None:
    """Title and subtitle at the top left, the origin at the bottom, and between them the room for the axes."""
    width, height = figure.get_size_inches()
    margin = 0.12 / width
    under = wrapped(f"{note} {view.origin()}".strip(), width - 0.3, NOTE)
    over = wrapped(subtitle, width - 0.3, TEXT)
    head = HEAD + 0.17 * over.count("\n")
    foot = 0.12 + NOTE / INCH * 1.25 * (under.count("\n") + 1)
    figure.get_layout_engine().set(rect=(0, foot / height, 1, 1 - (head + foot) / height), w_pad=0.08, h_pad=0.04)
    figure.text(margin, 1 - 0.1 / height, title, size=TITLE, weight="bold", color=INK, ha="left", va="top")
    figure.text(margin, 1 - 0.37 / height, over, size=TEXT, color=FAINT, ha="left", va="top")
    figure.text(margin, 0.06 / height, under, size=NOTE, color=FAINT, ha="left", va="bottom")


def width_of(axes: Axes) -> float:
    """Inches."""
    return float(axes.get_position().width * axes.figure.get_figwidth())


def label_axes(axes: Axes, view: View, title: str, subtitle: str, note: str = "", room: float = 6) -> None:
    """The same on axes that the caller gave, among others of a figure that is not ours. `room`: under the title [points]."""
    width = width_of(axes)
    axes.set_title(wrapped(title, width, TEXT) + "\n" + wrapped(subtitle, width, TEXT), loc="left", size=TEXT, color=INK, pad=room)
    axes.set_xlabel(wrapped(f"{note} {view.origin()}".strip(), width, NOTE), size=NOTE, color=FAINT, loc="left")


def slant_if_narrow(axes: Axes, count: int, inches: float) -> None:
    """Slants names under the axes, or years over them, that have less room than `inches` each."""
    if width_of(axes) < count * inches:
        for label in axes.get_xticklabels():
            label.set(rotation=50, ha="right" if axes.xaxis.get_ticks_position() == "bottom" else "left", rotation_mode="anchor")


def dress(axes: Axes, grid: str = "y") -> None:
    """Light rules behind the data; no frame but the base line."""
    axes.set_facecolor("white")
    axes.set_axisbelow(True)
    axes.grid(axis=grid, color=RULE, linewidth=0.7)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    axes.spines["bottom"].set_color(FAINT)
    axes.tick_params(colors=INK, labelsize=TEXT, length=0)


def number_ticks(axis: Any, words: Words, suffix: str = "", absolute: bool = False) -> None:
    """Ticks written in the language of the figure, with as many decimals as tell them apart."""
    from matplotlib.ticker import FuncFormatter

    def written(value: float, _: int) -> str:
        ticks = axis.get_majorticklocs()
        decimals = next((few for few in range(6) if np.allclose(ticks, np.round(ticks, few), rtol=0, atol=1e-9 * np.ptp(ticks))), 6)
        return words.number(abs(value) if absolute else value, decimals) + suffix

    axis.set_major_formatter(FuncFormatter(written))


def time_ticks(axis: Any, first: int, last: int, dates: bool = False) -> None:
    """Round years, six or so; months in a run of less than two years."""
    from matplotlib.dates import AutoDateLocator, DateFormatter, YearLocator
    from matplotlib.ticker import MultipleLocator

    step = next(step for step in (1, 2, 5, 10, 20, 50, 100) if (last - first) / step <= 6 or step == 100)
    axis.set_major_locator(MultipleLocator(step) if not dates else YearLocator(step) if last > first else AutoDateLocator(maxticks=6))
    if dates:
        axis.set_major_formatter(DateFormatter("%Y" if last > first else "%Y-%m"))


def legend_above(axes: Axes) -> None:
    """Between the subtitle and the data, where it hides none; as many columns as the names leave room for."""
    longest = max(len(label) for label in axes.get_legend_handles_labels()[1])
    axes.legend(frameon=False, fontsize=TEXT, loc="lower left", bbox_to_anchor=(-0.01, 0.99), ncol=max(1, min(3, 80 // (longest + 8))),
                handlelength=2.6, borderaxespad=0.2, columnspacing=1.6)


def colour_of(scenarios: Sequence[str], scenario: str, reference: str) -> str:
    """Grey for the reference, then a colour for each plan in the order of the result."""
    if scenario == reference:
        return REFERENCE
    return COLOURS[[one for one in scenarios if one != reference].index(scenario) % len(COLOURS)]


def shortened(text: str, most: int) -> str:
    """Cut at a word, with an ellipsis."""
    return text if len(text) <= most else textwrap.shorten(text, most - 1, placeholder="").rstrip(" ,;") + "…"

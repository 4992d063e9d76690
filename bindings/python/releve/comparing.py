"""What plans change against their baseline, from a result alone."""
from __future__ import annotations

from typing import TYPE_CHECKING, Any

from releve import _native
from releve._errors import UsageError, unknown
from releve._language import pick

if TYPE_CHECKING:
    import pandas


def _level(level: float) -> float:
    if not isinstance(level, (int, float)) or not 0 < level < 1:
        raise UsageError((f"level: {level!r} is not between 0 and 1 write 0.95",
                          f"level\u00a0: {level!r} n'est pas entre 0 et 1 écrivez 0.95"))
    return float(level)


def _frame(rows: list[dict[str, Any]], lang: str | None, columns: tuple[str, ...]) -> pandas.DataFrame:
    """`columns`: those of an empty frame."""
    import pandas
    for row in rows:
        if "label" in row:
            row["label"] = pick(row["label"], lang).strip()
    return pandas.DataFrame(rows) if rows else pandas.DataFrame(columns=list(columns))


def changes(dataset: _native.Dataset, level: float, every: bool, lang: str | None) -> pandas.DataFrame:
    return _frame(_native.changes(dataset, _level(level), every), lang, ("scenario", "baseline", "indicator", "label"))


def gains(dataset: _native.Dataset, by: str | None, level: float, lang: str | None) -> pandas.DataFrame:
    if by is not None and by not in _native.breakdowns():
        raise unknown(("breakdown", "ventilation"), by, _native.breakdowns(), feminine=True)
    rows = _native.gains(dataset, _level(level), by or "")
    for row in rows:
        row["code"] = ", ".join(row["code"])
    return _frame(rows, lang, ("scenario", "baseline", "by", "indicator", "code", "label"))


def cost_effects(dataset: _native.Dataset, level: float) -> pandas.DataFrame:
    return _frame(_native.cost_effects(dataset, _level(level)), None, ("scenario", "baseline", "cost", "avoided", "cost_per_avoided"))


def targets(dataset: _native.Dataset, level: float) -> pandas.DataFrame:
    return _frame(_native.targets(dataset, _level(level)), None, ("scenario", "baseline", "action", "indicator", "target"))

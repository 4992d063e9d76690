"""What is told of a territory before anything is decided."""
from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from releve import _native
from releve._errors import unknown
from releve._language import pick
from releve._progress import Asked, Progress
from releve.pack import Pack
from releve.running import whole

if TYPE_CHECKING:
    import pandas


def _columns(table: dict[str, Any]) -> list[tuple[str, str]]:
    """(name, title) of each column of the frame: a figure that differs between simulated futures takes three."""
    columns = []
    for at, (key, title, _) in enumerate(table["columns"]):
        columns.append((key, pick(title)))
        if any(_is_range(row[at]) for row in table["rows"]):
            columns += [(f"{key}_low", pick(title)), (f"{key}_high", pick(title))]
    return columns


def _is_range(cell: object) -> bool:
    return isinstance(cell, tuple) and len(cell) == 3


def _cells(table: dict[str, Any], row: list[Any]) -> dict[str, Any]:
    cells: dict[str, Any] = {}
    for (key, _, _), cell in zip(table["columns"], row):
        if _is_range(cell):
            cells[key], cells[f"{key}_low"], cells[f"{key}_high"] = cell
        else:
            cells[key] = None if cell is False else pick((cell[0], cell[1])) if isinstance(cell, tuple) else cell
    return cells


def _frame(table: dict[str, Any]) -> pandas.DataFrame:
    import pandas
    columns = _columns(table)
    frame = pandas.DataFrame([_cells(table, row) for row in table["rows"]], columns=[name for name, _ in columns])
    hidden = [any(cell is False for cell in row) for row in table["rows"]]
    if any(hidden):
        frame["hidden"] = hidden
    frame.attrs = {"title": pick(table["title"]), "notes": [pick(note) for note in table["notes"]],
                   "confidential": table["confidential"], "columns": dict(columns)}
    return frame


class Frames(Mapping[str, "pandas.DataFrame"]):
    """Tables by name. The title, notes and titles of columns are in `.attrs` of each; a column `hidden` marks the lines in
    which statistical secrecy hides figures, a blank elsewhere is no figure."""

    def __init__(self, tables: list[dict[str, Any]]):
        self._tables = {table["name"]: table for table in tables}

    def __getitem__(self, name: str) -> pandas.DataFrame:
        if name not in self._tables:
            raise unknown(("table", "table"), name, list(self._tables), feminine=True)
        return _frame(self._tables[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)

    def __contains__(self, name: object) -> bool:
        return name in self._tables

    def __repr__(self) -> str:
        return "\n".join(f"{name}: {pick(table['title'])}" for name, table in self._tables.items())


class Diagnosis:
    """The inventory of a territory crossed with its audits. `tables` may be made public; `confidential` also holds those that
    tell of single establishments; `sheet("E1720")` is what the head of one establishment is told."""

    def __init__(self, pack: Pack, options: dict[str, Any], progress: Asked):
        self.pack = pack
        self._options = options
        self._progress = progress
        self._native = self._diagnosed(None)

    def _diagnosed(self, establishment: str | None) -> _native.Diagnosis:
        with Progress(self._progress) as shown:
            return _native.diagnose(self.pack._territory, establishment, progress=shown.call, **self._options)

    @property
    def tables(self) -> Frames:
        return Frames(self._native.tables(False))

    @property
    def confidential(self) -> Frames:
        return Frames(self._native.tables(True))

    def sheet(self, establishment: str) -> Frames:
        """The tables of one establishment, for its head alone: simulated anew, with groups of its people followed."""
        known = self.pack.tables["establishments"]["establishment"].tolist() if "establishments" in self.pack.tables else []
        if establishment not in known:
            raise unknown(("establishment", "établissement"), establishment, known)
        return Frames(self._diagnosed(establishment).sheet())

    def __repr__(self) -> str:
        return pick((f"Diagnosis of {self.pack.name}", f"Diagnostic de {self.pack.name}")) + f"\n{self.tables!r}"


def diagnose(pack: Pack | str | os.PathLike[str], *, replicates: int = 100, gain_replicates: int = 40, seed: int = 1,
             thresholds: Mapping[str, float] | None = None, threads: int | None = None, progress: Asked = None) -> Diagnosis:
    """Diagnoses a territory as `releve diagnose` does: five years of the baseline in `replicates` simulated futures, and
    `gain_replicates` of each action that bears on a weak point (0: not told). `thresholds`: of sensitive occupations, by
    name (`releve describe diagnosis`)."""
    from releve._errors import UsageError
    territory = pack if isinstance(pack, Pack) else Pack(pack)
    gains = whole("gain_replicates", gain_replicates, 0, 100_000)
    if gains == 1:
        raise UsageError(("gain_replicates 1: one simulated future cannot tell a gain from chance write 2 or more, or 0",
                          "gain_replicates 1\u00a0: un seul futur simulé ne distingue pas un gain du hasard écrivez 2 ou plus, ou 0"))
    options = {"seed": whole("seed", seed, 0, 0xFFFFFFFF), "replicates": whole("replicates", replicates, 1, 100_000),
               "gain_replicates": gains, "threads": whole("threads", 0 if threads is None else threads, 0, 4096),
               "thresholds": {name: float(value) for name, value in (thresholds or {}).items()}}
    return Diagnosis(territory, options, progress)

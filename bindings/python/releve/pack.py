"""A territory: its tables, checked."""
from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from releve import _native
from releve._errors import path_of, unknown
from releve._language import pick

if TYPE_CHECKING:
    import pandas

    from releve.checking import Check
    from releve.scenario import Scenario


class Tables(Mapping[str, "pandas.DataFrame"]):
    """The tables of a pack, by name, each read when asked for: numbers as numbers, codes and months as text. The meaning and
    the unit of each column are in `.attrs["columns"]`."""

    def __init__(self, territory: _native.Territory):
        self._territory = territory

    def __getitem__(self, name: str) -> pandas.DataFrame:
        if name not in self._territory.tables:
            raise unknown(("table", "table"), name, self._territory.tables, feminine=True)
        import pandas
        columns = self._territory.table(name)
        frame = pandas.DataFrame({column[0]: _series(column[1], column[2]) for column in columns})
        frame.attrs["columns"] = {column[0]: {"meaning": pick(column[3]), "unit": column[4]} for column in columns}
        return frame

    def __iter__(self) -> Iterator[str]:
        return iter(self._territory.tables)

    def __len__(self) -> int:
        return len(self._territory.tables)

    def __contains__(self, name: object) -> bool:
        return name in self._territory.tables

    def __repr__(self) -> str:
        return "Tables(" + ", ".join(self) + ")"


def _series(kind: str, values: object) -> pandas.Series:
    import pandas
    series = pandas.Series(values, dtype=None if kind in ("integer", "number", "share", "flag") else object)
    if kind in ("integer", "flag") and not series.isna().any():
        return series.astype(bool if kind == "flag" else "int64")
    return series


class Pack:
    """A territory as a folder of tables tells it (docs/formats/pack.md). Everything is read and checked at once: an InputError
    tells all problems of all tables.

    >>> langres = releve.langres()
    >>> langres.tables["establishments"].head()
    """

    def __init__(self, path: str | os.PathLike[str]):
        self._territory = _native.Territory.read(path_of(path, ("Pack", "Pack")))
        self.tables = Tables(self._territory)

    @property
    def path(self) -> Path:
        return Path(self._territory.directory)

    @property
    def name(self) -> str:
        return pick(self._territory.name)

    @property
    def version(self) -> str:
        return self._territory.version

    @property
    def start(self) -> str:
        """The first month of every run, "2013-01"."""
        return self._territory.start

    @property
    def laws(self) -> list[str]:
        """Retirement laws a scenario may name."""
        return self._territory.laws

    @property
    def notes(self) -> list[str]:
        """What the reader assumed (encodings, decimal commas)."""
        return [pick(note) for note in self._territory.notes]

    @property
    def parameters(self) -> dict[str, float]:
        """Parameters that the pack sets itself, by path."""
        return self._territory.parameters

    @property
    def provenance(self) -> pandas.DataFrame:
        """Where each table comes from."""
        import pandas
        return pandas.DataFrame(self._territory.provenance)

    def scenario(self, name: str) -> Scenario:
        """The scenario of that file name (without suffix) beside the tables."""
        from releve.scenario import Scenario
        known = {path.stem: path for path in self.scenarios}
        if name not in known:
            raise unknown(("scenario", "scénario"), name, list(known))
        return Scenario(known[name])

    @property
    def scenarios(self) -> list[Path]:
        """The scenario files beside the tables."""
        return [path for path in sorted(self.path.glob("*.toml"))
                if path.name != "territory.toml" and re.search(r"^\s*(pack|extends)\s*=", path.read_text(encoding="utf-8"), re.M)]

    def check(self) -> Check:
        """How many lines each table has, what the reader assumed, which processes are switched off for want of a table."""
        from releve.checking import check
        return check(self.path)

    def __repr__(self) -> str:
        return f"Pack({self.name!r}, from {self.start}, {len(self.tables)} tables, {str(self.path)!r})"


def langres() -> Pack:
    """The pack that comes with Relève: Langres and its surroundings. RELEVE_PACKS names another folder of packs."""
    packs = os.environ.get("RELEVE_PACKS")
    return Pack(os.path.join(packs, "langres") if packs else _native.shipped_pack())

"""The people, posts and establishments of a run in one month, as numpy arrays over the engine's own memory.

Arrays are read-only and stay valid: one that is kept while the run goes on shows the month in which it was taken.
"""
from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Callable

import numpy as np
import numpy.typing as npt

from releve import _language, _native
from releve._errors import UsageError, unknown

if TYPE_CHECKING:
    import pandas

NONE = 0xFFFFFFFF  #: stands for "nobody" or "nothing" among ids
_NO_CODE = 0xFFFF

Array = npt.NDArray[Any]
CodeTable = dict[str, list[tuple[str, str, str]]]


@functools.cache
def _columns(kind: str) -> dict[str, tuple[str, str, str, str | None]]:
    return {row[0]: row for row in _native.state_columns(kind)}


class Codes(Mapping[str, list[str]]):
    """Code lists: what the numbers of a column stand for. `codes["status"][2]` is "training"."""

    def __init__(self, lists: Callable[[], CodeTable]):
        self._lists = lists

    def __getitem__(self, name: str) -> list[str]:
        lists = self._lists()
        if name not in lists:
            raise unknown(("code list", "liste de codes"), name, list(lists), feminine=True)
        return [code for code, _, _ in lists[name]]

    def labels(self, name: str, lang: str | None = None) -> list[str]:
        """The names of the codes, in one language."""
        lists = self._lists()
        if name not in lists:
            raise unknown(("code list", "liste de codes"), name, list(lists), feminine=True)
        return [row[2 if _language.check(lang or _language.get()) == "fr" else 1] for row in lists[name]]

    def number(self, name: str, code: str) -> int:
        """The number that stands for a code: `persons.status == codes.number("status", "unemployed")`."""
        known = self[name]
        if code not in known:
            raise unknown((name, name), code, known)
        return known.index(code)

    def __iter__(self) -> Iterator[str]:
        return iter(self._lists())

    def __len__(self) -> int:
        return len(self._lists())


class Table:
    """One kind of thing in one month; a column is an attribute: `sim.persons.age`. Ids are positions in the columns."""
    _kind = ""
    _french = ""

    def __init__(self, native: _native.StateTable, codes: Codes):
        self._native = native
        self._codes = codes

    def __len__(self) -> int:
        return len(self._native)

    @classmethod
    def columns(cls) -> list[str]:
        return list(_columns(cls._kind))

    @classmethod
    def _told(cls, name: str) -> tuple[str, str, str, str | None]:
        if name not in _columns(cls._kind):
            raise unknown(("column", "colonne"), name, cls.columns(), feminine=True)
        return _columns(cls._kind)[name]

    def __getattr__(self, name: str) -> Array:
        if name.startswith("_") or name not in _columns(self._kind):
            raise AttributeError(str(unknown(("column", "colonne"), name, self.columns(), feminine=True)))
        return self._native.column(name)

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self.columns()]

    def decoded(self, name: str) -> Array:
        """A column with codes instead of numbers: "unemployed" for 1. None where there is nothing."""
        codes = self._told(name)[3]
        if codes is None:
            raise UsageError((f"{name} holds numbers, not codes", f"{name} contient des nombres, pas des codes"))
        values = self._native.column(name)
        known = np.array([*self._codes[codes], None], dtype=object)
        named: Array = known[np.where(values < len(known) - 1, values, len(known) - 1)]
        return named

    def to_dataframe(self) -> pandas.DataFrame:
        """Every column, coded ones as categories; the index is the id."""
        import pandas
        data: dict[str, Any] = {}
        for name, _, _, codes in _columns(self._kind).values():
            values = self._native.column(name)
            if codes is None:
                data[name] = np.array(values)
            else:
                known = self._codes[codes]
                numbers = np.where(values < len(known), values, -1).astype(np.int64)
                data[name] = pandas.Categorical.from_codes(numbers, known)
        return pandas.DataFrame(data)

    def __repr__(self) -> str:
        return f"<{len(self)} {self._kind}: {', '.join(self.columns())}>"


class Persons(Table):
    """People: residents, those who come to work, and those who have died or left (their ids stay)."""
    _kind = "persons"
    _french = "Personnes\u00a0: résidents, gens qui viennent travailler, et ceux qui sont morts ou partis (leurs identifiants restent)."


class Posts(Table):
    """Positions, filled or vacant; those cut keep their ids until these are used again."""
    _kind = "posts"
    _french = "Postes, occupés ou non\u00a0; ceux qui sont supprimés gardent leur identifiant jusqu'à ce qu'il resserve."


class Cells(Table):
    """The posts of one occupation in one establishment: where demand acts."""
    _kind = "cells"
    _french = "Postes d'un métier dans un établissement\u00a0: là où la demande agit."


class Establishments(Table):
    """Establishments, those of the pack first and in its order; closed ones stay."""
    _kind = "establishments"
    _french = "Établissements, ceux du territoire d'abord et dans son ordre\u00a0; ceux qui ont fermé restent."


class Programmes(Table):
    """What actions do for people now."""
    _kind = "programmes"
    _french = "Ce que les actions font pour des personnes en ce moment."


class Events(Table):
    """What happened in the month."""
    _kind = "events"
    _french = "Ce qui est arrivé dans le mois."


_english = {table: table.__doc__ or "" for table in (Persons, Posts, Cells, Establishments, Programmes, Events)}


def _describe() -> None:
    """Docstrings from the records, in the language of texts."""
    for table in _english:
        head = table._french if _language.get() == "fr" else _english[table]
        lines = [f"    {name}: {fr if _language.get() == 'fr' else en}"
                 for name, en, fr, _ in _columns(table._kind).values()]
        table.__doc__ = "\n".join([head, "", *lines])


_language.follow(_describe)


class Looked:
    """What a simulation between two months, and an action within one, can look at."""

    def _table(self, kind: str) -> _native.StateTable:
        raise NotImplementedError

    def _set(self, name: str) -> Array:
        raise NotImplementedError

    @property
    def codes(self) -> Codes:
        """What the numbers of coded columns stand for."""
        raise NotImplementedError

    @property
    def persons(self) -> Persons:
        return Persons(self._table("persons"), self.codes)

    @property
    def posts(self) -> Posts:
        return Posts(self._table("posts"), self.codes)

    @property
    def cells(self) -> Cells:
        return Cells(self._table("cells"), self.codes)

    @property
    def establishments(self) -> Establishments:
        return Establishments(self._table("establishments"), self.codes)

    @property
    def programmes(self) -> Programmes:
        return Programmes(self._table("programmes"), self.codes)

    @property
    def events(self) -> Events:
        return Events(self._table("events"), self.codes)

    @property
    def vacancies(self) -> Array:
        """Ids of the posts that employers are trying to fill, in no order."""
        return self._set("vacancies")

    @property
    def undecided(self) -> Array:
        """Ids of vacant posts whose employer has not decided yet, in no order."""
        return self._set("undecided")

    @property
    def seekers(self) -> Array:
        """Ids of the unemployed, in no order."""
        return self._set("seekers")

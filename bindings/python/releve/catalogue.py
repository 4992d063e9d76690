"""What the model holds, from its own records: processes, outputs, parameters and actions, each with its documentation."""
from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from releve import _native
from releve._errors import unknown
from releve._language import Pair, colon, pick

Record = dict[str, Any]  # texts are (English, French)


@cache
def actions() -> dict[str, Record]:
    return {record["name"]: record for record in _native.actions()}


@cache
def _processes() -> dict[str, Record]:
    return {record["name"]: record for record in _native.processes()}


@cache
def _outputs() -> dict[str, Record]:
    return {record["name"]: record for record in _native.outputs()}


@cache
def settable() -> dict[str, Record]:
    """By path ("matching.applications"): the parameters that a scenario may set."""
    return {f"{owner}.{one['name']}": {**one, "name": f"{owner}.{one['name']}"}
            for owner, listed in _native.parameters().items() for one in listed if not one["same_as"]}


FACTS: tuple[tuple[str, Pair], ...] = (
    ("eligibility", ("who may take part", "qui peut participer")),
    ("unit", ("unit", "unité")),
    ("default", ("default", "défaut")),
    ("range", ("range", "bornes")),
    ("kind", ("kind", "nature")),
    ("period", ("period", "période")),
    ("axes", ("broken down by", "ventilé par")),
    ("formula", ("formula", "formule")),
    ("adds_up", ("adds up", "addition")),
    ("source", ("source", "source")),
    ("evidence", ("evidence", "preuves")),
    ("horizon", ("horizon", "horizon")),
    ("indicator", ("judged by", "jugée par")),
    ("owner", ("usually led by", "pilote habituel")),
    ("capacity", ("size told by", "taille donnée par")),
    ("tables", ("tables needed", "tables requises")),
)


def _told(value: object) -> str:
    if isinstance(value, tuple):
        return pick((value[0], value[1]))
    if isinstance(value, float):
        return f"{value:g}"
    return ", ".join(value) if isinstance(value, list) else str(value)


def _wrapped(text: str, indent: str = "", hanging: str = "    ") -> str:
    return textwrap.fill(text, 96, initial_indent=indent, subsequent_indent=indent + hanging, break_on_hyphens=False)


def parameter_text(record: Record) -> str:
    """One parameter in the documentation of what owns it."""
    if record["same_as"]:
        return f"{record['name']} = {record['same_as']}"
    unit = "" if record["unit"] == "1" else f" {record['unit']}"
    guess = pick(("guess", "supposé")) if record["guess"] and not record["source"].startswith("guess") else ""
    source = "; ".join(part for part in (guess, record["source"]) if part)
    return (f"{record['name']} ({record['default']:g}{unit}, {pick(record['range'])}){colon()}{pick(record['meaning'])}"
            + (f" [{source}]" if source else ""))


def text_of(record: Record) -> str:
    """The documentation of a record in the language of the moment."""
    label = pick(record["label"]) if "label" in record else ""
    head = f"{label[:1].upper()}{label[1:]}." if label else record["name"]
    lines = [head, "", _wrapped(pick(record["meaning"]), hanging=""), ""]
    for key, title in FACTS:
        value = record.get(key)
        if value not in (None, "", []):
            lines.append(_wrapped(pick(title) + colon() + _told(value)))
    if record.get("parameters"):
        lines += ["", pick(("Parameters:", "Paramètres\u00a0:"))]
        lines += [_wrapped(parameter_text(parameter), "    ") for parameter in record["parameters"]]
    return "\n".join(lines)


class Entry:
    """One record; `help()` and printing tell it, attributes give its parts in the language of the moment."""

    def __init__(self, record: Record):
        self._record = record

    @property
    def __doc__(self) -> str:  # type: ignore[override]
        return text_of(self._record)

    def __getattr__(self, key: str) -> Any:
        record: Record = self.__dict__.get("_record", {})
        if key == "parameters" and key in record:
            return Catalogue(lambda: {one["name"]: one for one in record["parameters"]}, ("parameter", "paramètre"))
        if key not in record:
            raise AttributeError(key)
        value = record[key]
        return pick((value[0], value[1])) if isinstance(value, tuple) else value

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *self._record})

    def __repr__(self) -> str:
        return text_of(self._record)


class Catalogue(Mapping[str, Entry]):
    """Records by name, also as attributes: `releve.outputs.unfilled_posts`, `releve.processes["matching"]`."""

    def __init__(self, records: Callable[[], dict[str, Record]], kind: Pair):
        self._records = records
        self._kind = kind

    def __getitem__(self, name: str) -> Entry:
        records = self._records()
        if name not in records:
            raise unknown(self._kind, name, list(records))
        return Entry(records[name])

    def __getattr__(self, name: str) -> Entry:
        if name.startswith("_") or name not in self._records():
            raise AttributeError(str(unknown(self._kind, name, list(self._records()))))
        return Entry(self._records()[name])

    def __iter__(self) -> Iterator[str]:
        return iter(self._records())

    def __len__(self) -> int:
        return len(self._records())

    def __contains__(self, name: object) -> bool:
        return name in self._records()

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *(name for name in self._records() if name.isidentifier())})

    def __repr__(self) -> str:
        lines = []
        for name, record in self._records().items():
            lines.append(f"{name}: {pick(record.get('label', record['meaning']))}")
        return "\n".join(lines)


outputs = Catalogue(_outputs, ("output", "indicateur"))
processes = Catalogue(_processes, ("process", "processus"))
parameters = Catalogue(settable, ("parameter", "paramètre"))

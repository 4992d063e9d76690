"""One run held open: look inside month by month."""
from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from releve import _native
from releve._errors import UsageError, unknown
from releve.own import OwnAction
from releve.scenario import Scenario
from releve.state import Array, Codes, CodeTable, Looked


class Outputs(Mapping[str, Array]):
    """Outputs of a run so far, by name: whole months, or whole years, then the axes of the output (`axes(name)`)."""

    def __init__(self, native: _native.Simulation):
        self._native = native
        self._axes = native.outputs()

    def __getitem__(self, name: str) -> Array:
        if name not in self._axes:
            raise unknown(("output", "indicateur"), name, list(self._axes))
        return self._native.output(name)

    def axes(self, name: str) -> list[str]:
        """Names of the dimensions: "month" or "year", then those of the breakdown."""
        if name not in self._axes:
            raise unknown(("output", "indicateur"), name, list(self._axes))
        period, axes = self._axes[name]
        return [period, *axes]

    def __iter__(self) -> Iterator[str]:
        return iter(self._axes)

    def __len__(self) -> int:
        return len(self._axes)


def _number(name: str, value: object) -> int:
    if isinstance(value, bool) or not hasattr(value, "__index__") or not 0 <= value.__index__() <= 0xFFFFFFFE:
        raise UsageError((f"{name}: {value!r} is not a whole number from 0 on",
                          f"{name}\u00a0: {value!r} n'est pas un nombre entier positif ou nul"))
    return int(value.__index__())


def _month(value: object) -> str:
    if not isinstance(value, str) or not re.fullmatch(r"\d{4}-(0[1-9]|1[0-2])", value):
        raise UsageError((f"until: {value!r} is not a month write '2030-12'",
                          f"until\u00a0: {value!r} n'est pas un mois écrivez '2030-12'"))
    return value


class Simulation(Looked):
    """One replicate of one scenario, month by month: the same bits as that replicate of `releve.run`.

    >>> sim = releve.Simulation(releve.Scenario("baseline.toml"), until="2016-12")
    >>> while not sim.finished:
    ...     sim.step()
    ...     print(sim.month, len(sim.seekers), (sim.persons.age > 60).sum())
    """

    def __init__(self, scenario: Scenario, seed: int = 1, replicate: int = 0, until: str = "2030-12"):
        if not isinstance(scenario, Scenario):
            raise UsageError((f"Simulation: {type(scenario).__name__} is not a Scenario write releve.Scenario(path)",
                              f"Simulation\u00a0: {type(scenario).__name__} n'est pas un Scenario écrivez "
                              "releve.Scenario(chemin)"))
        self.scenario = scenario
        self._native = _native.Simulation(scenario._native, scenario.own_actions, _month(until), _number("seed", seed),
                                          _number("replicate", replicate))
        self._lists: CodeTable | None = None

    @property
    def month(self) -> str:
        """The month that the next step simulates; what is looked at is its beginning. "2013-01" at first."""
        return self._native.month

    @property
    def finished(self) -> bool:
        return self._native.finished

    def step(self) -> None:
        """Simulates a month: processes, actions, processes, outputs. `events` are then those of that month."""
        if self.finished:
            raise UsageError((f"the simulation ended before {self.month} make a new one with a later `until`",
                              f"la simulation s'est terminée avant {self.month} refaites-en une avec un `until` plus tardif"))
        self._native.step()

    def run(self, until: str | None = None) -> Simulation:
        """Simulates up to a month, included (None: to the end)."""
        last = "9999-12" if until is None else _month(until)
        while not self.finished and self.month <= last:
            self._native.step()
        return self

    @property
    def outputs(self) -> Outputs:
        return Outputs(self._native)

    @property
    def own_actions(self) -> list[OwnAction]:
        """The actions of your own that this run steps: copies, with what they have kept so far."""
        return self._native.own_objects()

    @property
    def codes(self) -> Codes:
        return Codes(self._code_table)

    def _code_table(self) -> CodeTable:
        if self._lists is None:
            self._lists = self._native.codes()
        return self._lists

    def _table(self, kind: str) -> _native.StateTable:
        return self._native.table(kind)

    def _set(self, name: str) -> Array:
        return self._native.ids(name)

    def __repr__(self) -> str:
        return f"<Simulation of {self.scenario.id}: {'finished, ' if self.finished else ''}{self.month}>"

"""Scenarios as objects: read, changed, saved. A change gives a new scenario and leaves the old one as it was."""
from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import Any, Union

from releve import _native, catalogue
from releve._errors import UsageError, path_of, unknown
from releve._language import Pair, pick
from releve.own import OwnAction, own_action_of
from releve.pack import Pack

Value = Union[float, str, list[str]]

# What every action may have beside its own settings.
ACTION_KEYS = ("term", "start", "end", "lead", "scheme", "indicator", "target", "review", "conventions", "establishments")


def _given(name: str, value: object) -> Value:
    """A value as a scenario file would hold it: a number, a text (also of a date), a list of codes."""
    if isinstance(value, str):
        return value
    if isinstance(value, (list, tuple)) and all(isinstance(code, str) for code in value):
        return list(value)
    if hasattr(value, "strftime"):  # a date, a time, a pandas Timestamp
        return str(value.strftime("%Y-%m"))
    if type(value).__name__ == "Period":
        return str(value)[:7]
    if not isinstance(value, bool) and hasattr(value, "__float__"):
        return float(value)
    raise UsageError((f"{name}: {value!r} is not a number, a text or a list of codes",
                      f"{name}\u00a0: {value!r} n'est ni un nombre, ni un texte, ni une liste de codes"))


def _written(value: float, unit: str) -> str:
    return f"{value:g}" if unit in ("", "1") else f"{value:g} {unit}"


class Action:
    """An action of the catalogue with its settings; `releve.actions.NAME(...)` makes one."""

    def __init__(self, type: str, keys: Mapping[str, object]):
        if type not in catalogue.actions():
            raise unknown(("action", "action"), type, list(catalogue.actions()), feminine=True)
        self.type = type
        self.keys = {key: value for key, value in keys.items() if value is not None}

    def __repr__(self) -> str:
        return f"releve.actions.{self.type}(" + ", ".join(f"{key}={value!r}" for key, value in self.keys.items()) + ")"


Action.__module__ = "releve"


class ActionEntry:
    """One action of a scenario: its type, months, settings and what a plan tells of it."""

    def __init__(self, keys: dict[str, Any]):
        self.type: str = keys["type"]
        self.term: str | None = keys["term"] or None
        self.start: str | None = keys["start"]
        self.end: str | None = keys["end"]
        self.lead: str | None = keys["lead"] or None
        self.scheme: str | None = keys["scheme"] or None
        self.indicator: str | None = keys["indicator"] or None
        self.target: float | None = keys["target"]
        self.review: str | None = keys["review"]
        self.conventions: list[str] = keys["conventions"]
        self.establishments: list[str] | None = keys["establishments"]
        self.settings: dict[str, float | str] = {
            name: f"{value:g} months" if is_duration else value
            for name, (value, is_duration) in keys["settings"].items()}

    def __repr__(self) -> str:
        told = [repr(self.type)]
        for name in ("term", "start", "end"):
            if getattr(self, name):
                told.append(f"{name}={getattr(self, name)!r}")
        told += [f"{name}={value!r}" for name, value in self.settings.items()]
        return "Action(" + ", ".join(told) + ")"


class Parameters(Mapping[str, float]):
    """Every parameter that a scenario may set, with the value it has here: the scenario's, else the pack's, else the
    default. `Scenario.with_parameter` sets one."""

    def __init__(self, own: dict[str, float], of_pack: dict[str, float]):
        self.own = own
        self._of_pack = of_pack

    def __getitem__(self, path: str) -> float:
        records = catalogue.settable()
        if path not in records:
            raise unknown(("parameter", "paramètre"), path, list(records))
        return self.own.get(path, self._of_pack.get(path, float(records[path]["default"])))

    def __iter__(self) -> Iterator[str]:
        return iter(catalogue.settable())

    def __len__(self) -> int:
        return len(catalogue.settable())

    def __contains__(self, path: object) -> bool:
        return path in catalogue.settable()

    def __repr__(self) -> str:
        lines = []
        for path, value in self.items():
            record = catalogue.settable()[path]
            by = (" (scenario)" if path in self.own else " (pack)" if path in self._of_pack else "")
            lines.append(f"{path} = {_written(value, record['unit'])}{by}: {pick(record['meaning'])}")
        return "\n".join(lines)


class Scenario:
    """What is decided on one territory (docs/formats/scenario.md): a retirement law, parameters, actions.

    >>> base = releve.Scenario("scenarios/packs/langres/baseline.toml")
    >>> plan = base.with_action("tutoring", pairs=40, start="2013-09")
    """

    def __init__(self, path: str | os.PathLike[str]):
        self._native = _native.Scenario.read(path_of(path, ("Scenario", "Scenario")))
        self.own_actions: tuple[OwnAction, ...] = ()
        self._pack: Pack | None = None

    @classmethod
    def new(cls, pack: Pack | str | os.PathLike[str], name: str = "baseline", name_fr: str | None = None) -> Scenario:
        """A scenario without any action; `name` is also its identifier in results."""
        directory = str(pack.path) if isinstance(pack, Pack) else path_of(pack, ("pack", "territoire"))
        made = cls._of(_native.Scenario.new(directory, name, name, name_fr or name), ())
        made._pack = pack if isinstance(pack, Pack) else None
        return made

    @classmethod
    def _of(cls, native: _native.Scenario, own_actions: tuple[OwnAction, ...], pack: Pack | None = None) -> Scenario:
        scenario = cls.__new__(cls)
        scenario._native = native
        scenario.own_actions = own_actions
        scenario._pack = pack
        return scenario

    def _edited(self, native: _native.Scenario, mark: str, name: Pair | None = None) -> Scenario:
        """The same with a change, under an identifier and a name that tell it."""
        told = name or (mark, mark)
        old = self._native.plan_name
        named = native.renamed(self._native.plan_id + mark, old[0] + told[0], old[1] + told[1])
        return self._of(named, self.own_actions, self._pack)

    @property
    def id(self) -> str:
        """What results call it: the name of the file without suffix, then what was changed."""
        return self._native.id

    @property
    def name(self) -> str:
        return pick(self._native.name)

    @property
    def pack(self) -> Pack:
        if self._pack is None:
            self._pack = Pack(self._native.pack)
        return self._pack

    @property
    def law(self) -> str | None:
        """The last retirement law that takes effect; None: every law of the pack."""
        return self._native.law or None

    @property
    def plan_start(self) -> str | None:
        return self._native.plan_start

    @property
    def parameters(self) -> Parameters:
        return Parameters(self._native.parameters, self.pack.parameters)

    @property
    def actions(self) -> list[ActionEntry]:
        """The actions of the catalogue, in their order; those written in Python are in `own_actions`."""
        return [ActionEntry(keys) for keys in self._native.actions]

    @property
    def shocks(self) -> list[dict[str, Any]]:
        return self._native.shocks

    def with_action(self, action: object, *, term: str | None = None, **settings: object) -> Scenario:
        """One action more: the name of one of the catalogue with its settings, what `releve.actions.NAME(...)` gives, or an
        object of your own (`releve.OwnAction`). `start`, `end` and the other keys of docs/formats/scenario.md are settings
        too; a time is written with its unit ("18 months")."""
        if isinstance(action, str):
            action = Action(action, settings)
        elif settings or term:
            if not isinstance(action, Action):
                raise UsageError(("with_action: settings go with the name of an action an object has its own",
                                  "with_action\u00a0: des réglages vont avec le nom d'une action un objet a les siens"))
            action = Action(action.type, {**action.keys, **settings})
        if not isinstance(action, Action):
            own = own_action_of(action)
            added = self._edited(self._native, f"+{own.name}", (f" + {own.name}", f" + {own.name}"))
            added.own_actions = (*self.own_actions, own)
            return added
        keys = dict(action.keys)
        in_term = term if term is not None else str(keys.pop("term", ""))
        given = [(key, _given(key, value)) for key, value in keys.items()]
        label = catalogue.actions()[action.type]["label"]
        native = self._native.with_action(action.type, in_term, given)
        return self._edited(native, f"+{action.type}", (f" + {label[0]}", f" + {label[1]}"))

    def without_action(self, action: str | int) -> Scenario:
        """Without the actions of one type, or without the one at a position of `actions`."""
        types = [entry.type for entry in self.actions]
        if isinstance(action, int):
            if not -len(types) <= action < len(types):
                raise UsageError((f"without_action: no action {action}, the scenario has {len(types)}",
                                  f"without_action\u00a0: pas d'action {action}, le scénario en a {len(types)}"))
            positions = [action % len(types)]
        else:
            positions = [at for at, type_ in enumerate(types) if type_ == action]
        own = tuple(one for one in self.own_actions if getattr(one, "name", None) != action)
        if not positions and len(own) == len(self.own_actions):
            raise unknown(("action of this scenario", "action de ce scénario"), action, sorted(set(types)), feminine=True)
        shown = types[positions[0]] if isinstance(action, int) else action
        label = catalogue.actions()[shown]["label"] if shown in types else (shown, shown)
        edited = self._edited(self._native.without_actions(positions), f"-{shown}", (f" − {label[0]}", f" − {label[1]}"))
        edited.own_actions = own
        return edited

    def with_parameter(self, path: str, value: object) -> Scenario:
        """Another value for a parameter of a process, of the first state or of the outputs: "matching.applications"."""
        given = _given(path, value)
        if isinstance(given, list):
            raise UsageError((f"{path}: a list is not a value", f"{path}\u00a0: une liste n'est pas une valeur"))
        return self._edited(self._native.with_parameter(path, given), f"+{path}={value}", (f", {path} = {value}",) * 2)

    def with_law(self, law: str | None) -> Scenario:
        """Under another retirement law of the pack; None: all its laws."""
        if law is not None and law not in self.pack.laws:
            raise unknown(("law", "loi"), law, self.pack.laws, feminine=True)
        shown = law or "all"
        return self._edited(self._native.with_law(law or ""), f"+law={shown}", (f", law {shown}", f", loi {shown}"))

    def with_shock(self, **keys: object) -> Scenario:
        """What happens to demand: establishment or sector, start, posts, growth."""
        given = [(key, _given(key, value)) for key, value in keys.items()]
        return self._edited(self._native.with_shock(given), "+shock", (" + shock", " + choc"))

    def with_plan_start(self, month: object) -> Scenario:
        """An action plan whose terms run from this month; the months of its actions that nobody wrote move along."""
        text = _given("with_plan_start", month)
        return self._edited(self._native.with_plan_start(str(text)), f"+plan={text}", (f", {text}",) * 2)

    def under(self, future: Future | str | os.PathLike[str]) -> Scenario:
        """As it would run in a future: its law, parameters and shocks come over those of the scenario."""
        laid = future if isinstance(future, Future) else Future(future)
        return self._of(self._native.under(laid._native), self.own_actions, self._pack)

    def named(self, id: str, name: str | None = None, name_fr: str | None = None) -> Scenario:
        """The same under another identifier, and other names."""
        english = name or id
        return self._of(self._native.renamed(id, english, name_fr or english), self.own_actions, self._pack)

    def check(self, until: str = "2030-12") -> None:
        """Binds it to its pack as a run would: an InputError tells every problem."""
        _native.prepare([self._native], [self.own_actions], until)

    def to_toml(self) -> str:
        """The text of a scenario file that says all of this. What is written in Python is named in a comment alone."""
        named = "".join(f"# own code, not in this file: {own.name}\n" for own in self.own_actions)
        return named + self._native.to_toml()

    def save(self, path: str | os.PathLike[str]) -> None:
        """Writes it as a scenario file. What is written in Python cannot be saved so."""
        if self.own_actions:
            raise UsageError(("save: actions written in Python are no text take them out first",
                              "save\u00a0: des actions écrites en Python ne sont pas du texte retirez-les d'abord"))
        self._native.save(path_of(path, ("save", "save")))

    def __repr__(self) -> str:
        lines = [f"Scenario({self.id!r}): {self.name}"]
        if self.law:
            lines.append(pick(("  law ", "  loi ")) + self.law)
        for path, value in self._native.parameters.items():
            unit = catalogue.settable().get(path, {}).get("unit", "")
            lines.append(f"  {path} = {_written(value, unit)}")
        lines += [f"  {action!r}" for action in self.actions] + [f"  {action!r}" for action in self.own_actions]
        return "\n".join(lines)


class Future:
    """What may come whatever is decided: a law, parameters, shocks. `scenario.under(future)` lays it over a scenario."""

    def __init__(self, path: str | os.PathLike[str]):
        self._native = _native.Scenario.read(path_of(path, ("Future", "Future")), is_future=True)

    @property
    def id(self) -> str:
        return self._native.id

    @property
    def name(self) -> str:
        return pick(self._native.name)

    def __repr__(self) -> str:
        return f"Future({self.id!r}): {self.name}"

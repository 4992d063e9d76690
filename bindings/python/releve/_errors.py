"""What can go wrong, with the texts of the command line. Each text is in the language of the moment it is shown."""
from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from releve import _language
from releve._language import Pair, pick

if TYPE_CHECKING:
    from releve.result import Result


class Problem(NamedTuple):
    """One thing wrong with what was given: where it stands, and what it is in both languages."""
    where: str
    what: Pair

    @property
    def text(self) -> str:
        return self.where + _language.colon() + pick(self.what)


class Error(Exception):
    """Anything that Relève refuses or cannot do (all but an interruption)."""


class UsageError(Error, ValueError):
    """A call that cannot be meant so: an unknown name, a value of another kind."""

    def __init__(self, text: Pair):
        super().__init__(text)
        self.pair = text

    def __str__(self) -> str:
        return pick(self.pair)


class InputError(Error):
    """Files or scenarios that cannot be used. `problems` holds every problem found in one pass, at most 20."""

    def __init__(self, problems: list[tuple[str, Pair]], not_shown: int = 0):
        super().__init__(problems, not_shown)
        self.problems = [Problem(where, what) for where, what in problems]
        self.not_shown = not_shown

    def __str__(self) -> str:
        lines = [problem.text for problem in self.problems]
        if self.not_shown:
            lines.append(pick((f"and {self.not_shown} more", f"et {self.not_shown} autres")))
        return "\n".join(lines)


class ModelError(Error, RuntimeError):
    """An invariant of the model broke: a fault of Relève."""

    def __str__(self) -> str:
        asked = pick(("an invariant of the model broke; please report it",
                      "un invariant du modèle est rompu\u00a0; merci de le signaler"))
        return asked + _language.colon() + super().__str__()


class FileError(Error, OSError):
    """A file or the system failed."""

    def __init__(self, text: Pair):
        super().__init__(text)
        self.pair = text

    def __str__(self) -> str:
        return pick(self.pair)


class NotEnoughMemory(Error, MemoryError):
    """A run would take more memory than there is; told before it starts."""

    def __init__(self, text: Pair):
        super().__init__(text)
        self.pair = text

    def __str__(self) -> str:
        return pick(self.pair)


class Interrupted(KeyboardInterrupt):
    """Stopped by Ctrl-C in good order. `result` holds the replicates that were complete, or None if there was none, or if they
    are kept in `journal`: the same call with `resume=True` goes on from there."""

    def __init__(self, result: Result | None = None, journal: str = ""):
        super().__init__(result)
        self.result = result
        self.journal = journal

    def __str__(self) -> str:
        if self.journal:
            return pick((f"interrupted, what is done is kept in {self.journal}; the same call with resume=True goes on",
                         f"interrompu, ce qui est fait est gardé dans {self.journal}\u00a0; le même appel avec resume=True "
                         "le poursuit"))
        if self.result is None:
            return pick(("interrupted, nothing is kept", "interrompu, rien n'est gardé"))
        kept = self.result.replicates
        return pick((f"interrupted, {kept} replicates are kept in .result",
                     f"interrompu, {kept} répliques sont gardées dans .result"))


for shown in (Problem, Error, UsageError, InputError, ModelError, FileError, NotEnoughMemory, Interrupted):
    shown.__module__ = "releve"  # where users find them


def unknown(what: Pair, name: object, known: list[str], *, feminine: bool = False) -> UsageError:
    """An unknown name of something ("law", "loi"; feminine in French or not): the nearest known one is told, or all of them
    where they are few."""
    import difflib
    near = difflib.get_close_matches(str(name), known, n=1)
    if near:
        hint = (f" did you mean {near[0]!r}?", f" vouliez-vous dire «\u00a0{near[0]}\u00a0»\u00a0?")
    elif 0 < len(known) <= 10:
        hint = (" write " + ", ".join(known), " écrivez " + ", ".join(known))
    else:
        hint = ("", "")
    return UsageError((f"unknown {what[0]} {name!r}{hint[0]}",
                       f"{what[1]} {'inconnue' if feminine else 'inconnu'} «\u00a0{name}\u00a0»{hint[1]}"))


def path_of(path: str | os.PathLike[str], kind: Pair) -> str:
    if not isinstance(path, (str, os.PathLike)):
        raise UsageError((f"{kind[0]}: {type(path).__name__} is not a path",
                          f"{kind[1]}\u00a0: {type(path).__name__} n'est pas un chemin"))
    if not os.fspath(path):
        raise UsageError((f"{kind[0]}: an empty path give a name", f"{kind[1]}\u00a0: un chemin vide donnez un nom"))
    return os.fspath(path)

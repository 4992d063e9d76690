"""Every problem of packs and scenarios at once, without raising."""
from __future__ import annotations

import os
from typing import Any

from releve import _native
from releve._errors import InputError, Problem, UsageError, path_of
from releve._language import pick


class Check:
    """What was checked. True if nothing is wrong; printed, it tells all problems."""

    def __init__(self, packs: list[dict[str, Any]], scenarios: list[str], problems: list[tuple[str, Any]], not_shown: int):
        self.problems = [Problem(where, what) for where, what in problems]
        self.not_shown = not_shown
        self.scenarios = scenarios
        self.rows = {pack["path"]: pack["rows"] for pack in packs}
        self.notes = [pick(note) for pack in packs for note in pack["notes"]]
        self.switched_off = {pack["path"]: pack["switched_off"] for pack in packs}
        self._packs = packs

    def __bool__(self) -> bool:
        return not self.problems

    def raise_if_wrong(self) -> None:
        if self.problems:
            raise InputError([(problem.where, problem.what) for problem in self.problems], self.not_shown)

    def __repr__(self) -> str:
        lines = []
        for pack in self._packs:
            if not pack["rows"]:
                continue  # no such folder, or an empty one: the problems tell
            tables, rows = len(pack["rows"]), sum(pack["rows"].values())
            lines.append(pick(pack["name"]) + pick((f": {tables} tables, {rows} rows", f"\u00a0: {tables} tables, {rows} lignes")))
            if pack["switched_off"]:
                lines.append(pick(("  switched off for want of a table: ", "  éteints faute de table\u00a0: "))
                             + ", ".join(pack["switched_off"]))
        lines += [pick((f"scenario {path}: sound", f"scénario {path}\u00a0: sain")) for path in self.scenarios]
        lines += self.notes
        if not self.problems:
            return "\n".join([*lines, pick(("no problem", "aucun problème"))])
        return "\n".join([*lines, str(InputError([(one.where, one.what) for one in self.problems], self.not_shown))])


def check(*paths: str | os.PathLike[str], futures: tuple[str | os.PathLike[str], ...] = ()) -> Check:
    """Checks folders of data and scenario files as `releve check` does, and tells what it found instead of raising."""
    if not paths:
        raise UsageError(("check: nothing to check give the path of a pack or of a scenario",
                          "check\u00a0: rien à vérifier donnez le chemin d'un territoire ou d'un scénario"))
    told = ("check", "check")
    return Check(*_native.check([path_of(path, told) for path in paths], [path_of(path, told) for path in futures]))

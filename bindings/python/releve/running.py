"""Running scenarios."""
from __future__ import annotations

import math
import os
from typing import Any, Union

from releve import _native
from releve._errors import Interrupted, UsageError, path_of
from releve._language import Pair
from releve._progress import Asked, Progress
from releve.result import Result
from releve.scenario import Scenario

Precision = Union[float, str, None]


def whole(name: str, value: object, least: int, most: int) -> int:
    if isinstance(value, bool) or not hasattr(value, "__index__") or not least <= value.__index__() <= most:
        raise UsageError((f"{name}: {value!r} is not a whole number from {least} to {most}",
                          f"{name}\u00a0: {value!r} n'est pas un nombre entier de {least} à {most}"))
    return int(value.__index__())


def _precision(value: Precision) -> tuple[float, bool] | None:
    """(half-width, whether it is a share of the baseline's): "5%", or post-months."""
    if value is None:
        return None
    text = str(value).strip()
    relative = text.endswith("%")
    try:
        half = float(text[:-1] if relative else text)
    except ValueError:
        half = math.nan
    if not 0 < half < math.inf:
        raise UsageError((f"precision: {value!r} is not a half-width above 0 write '5%' (of the baseline's unfilled "
                          "post-months) or 40 (post-months)",
                          f"precision\u00a0: {value!r} n'est pas une demi-largeur positive écrivez '5%' (des mois de "
                          "poste non pourvus de la référence) ou 40 (mois de poste)"))
    return (half / 100 if relative else half), relative


def _memory(megabytes: object) -> float | None:
    """[bytes]"""
    if megabytes is None:
        return None
    if isinstance(megabytes, bool) or not isinstance(megabytes, (int, float)) or not 0 < megabytes < math.inf:
        raise UsageError((f"memory: {megabytes!r} is not a number of MB write 4000",
                          f"memory\u00a0: {megabytes!r} n'est pas un nombre de Mo écrivez 4000"))
    return 1e6 * megabytes


def _file(file: str | os.PathLike[str] | None, resume: object) -> str:
    """Where results go while they are made; "": in memory alone."""
    if file is None:
        if resume:
            raise UsageError(("resume: no file to go on from give file='...' as the first time",
                              "resume\u00a0: pas de fichier à poursuivre donnez file='...' comme la première fois"))
        return ""
    return path_of(file, ("file", "file"))


def _checked(call: str, scenarios: tuple[object, ...]) -> list[Scenario]:
    """Scenarios that can stand in one result: some, and each under a name of its own."""
    checked: list[Scenario] = []
    problem: Pair | None = None if scenarios else (
        f"{call}: no scenario give one, or several to compare", f"{call}\u00a0: aucun scénario donnez-en un, ou plusieurs")
    for scenario in scenarios:
        if not isinstance(scenario, Scenario):
            problem = (f"{call}: {type(scenario).__name__} is not a Scenario write releve.Scenario(path)",
                       f"{call}\u00a0: {type(scenario).__name__} n'est pas un Scenario écrivez releve.Scenario(chemin)")
            break
        if scenario.id in [other.id for other in checked]:
            problem = (f"{call}: two scenarios are called {scenario.id!r} (results go by their names) give one another "
                       "name: .named('...')",
                       f"{call}\u00a0: deux scénarios s'appellent «\u00a0{scenario.id}\u00a0» (les résultats portent ces "
                       "noms) nommez-en un autrement\u00a0: .named('...')")
            break
        checked.append(scenario)
    if problem:
        raise UsageError(problem)
    return checked


def prepare(scenarios: list[Scenario], until: object) -> _native.Prepared:
    """Reads the pack and binds every scenario to it."""
    text = until if isinstance(until, str) else str(until)
    return _native.prepare([scenario._native for scenario in scenarios], [scenario.own_actions for scenario in scenarios],
                           text)


def _launched(call: str, scenarios: tuple[object, ...], options: dict[str, Any]) -> Result:
    checked = _checked(call, scenarios)
    half_width = _precision(options["precision"])
    replicates, threads = options["replicates"], options["threads"]
    wanted = whole("replicates", (1000 if half_width else 100) if replicates is None else replicates, 1, 100_000)
    seed = whole("seed", options["seed"], 0, 0xFFFFFFFF)
    used = whole("threads", 0 if threads is None else threads, 0, 4096)
    prepared = prepare(checked, options["until"])
    asked = _native.Launch(seed, wanted, used, half_width, _memory(options["memory"]))
    file = _file(options["file"], options["resume"])
    with Progress(options["progress"]) as shown:
        dataset, stopped, journal = _native.launch(prepared, asked, file, options["resume"], shown.call)
    result = None if dataset is None else Result(dataset)
    if stopped or result is None:
        raise Interrupted(result, journal)
    return result


def run(*scenarios: Scenario, replicates: int | None = None, seed: int = 1, until: str = "2030-12",
        threads: int | None = None, progress: Asked = None, precision: Precision = None, memory: float | None = None,
        file: str | os.PathLike[str] | None = None, resume: bool = False) -> Result:
    """Simulates scenarios of one territory with the same chance, person by person; the first is the baseline.

    replicates  draws of chance for each scenario (100; with `precision`, at most 1000)
    seed        of all chance: the same seed gives the same bits, whatever the threads
    until       last month simulated
    threads     processors used; None: all
    progress    None: shown in terminals and notebooks; True, False, or a function of (done, all)
    precision   "5%" or a number of post-months: replicates are added until the difference of unfilled post-months to the
                baseline is known within it
    memory      [MB] that the run may take; None: all that is available
    file        also writes the result there; what is done meanwhile is kept beside it, in `file`.journal
    resume      goes on from that journal, after an interruption or a crash: the same bytes in the end

    Ctrl-C stops in good order, in terminals and notebooks: `releve.Interrupted`, whose `.result` holds the replicates that
    are complete, or with `file` says how to go on.
    """
    return _launched("run", scenarios, dict(replicates=replicates, seed=seed, until=until, threads=threads,
                                            progress=progress, precision=precision, memory=memory, file=file, resume=resume))


def compare(base: Scenario, *plans: Scenario, replicates: int | None = None, seed: int = 1, until: str = "2030-12",
            threads: int | None = None, progress: Asked = None, precision: Precision = None, memory: float | None = None,
        file: str | os.PathLike[str] | None = None, resume: bool = False) -> Result:
    """Simulates a baseline and plans with the same chance, as `run` does; what the plans change is then in
    `.comparison()`, `.gains()`, `.cost_effects()` and `.targets()`."""
    if not plans:
        raise UsageError(("compare: a baseline alone give at least one plan beside it",
                          "compare\u00a0: une référence seule donnez au moins un plan à côté"))
    return _launched("compare", (base, *plans), dict(replicates=replicates, seed=seed, until=until, threads=threads,
                                                     progress=progress, precision=precision, memory=memory, file=file, resume=resume))

"""Relève: simulates the workforce of a territory, person by person and establishment by establishment.

>>> import releve
>>> base = releve.Scenario("scenarios/packs/langres/baseline.toml")
>>> result = releve.compare(base, base.with_action("tutoring", pairs=40, start="2013-09"), replicates=20)

`releve.language = "fr"` sets the language of texts (by default that of the environment).
"""
import sys
import types

from releve import _language, actions
from releve._errors import (Error, FileError, InputError, Interrupted, ModelError, NotEnoughMemory, Problem,
                            UsageError)
from releve._native import revision, version
from releve.catalogue import outputs, parameters, processes
from releve.checking import Check, check
from releve.diagnosing import Diagnosis, diagnose
from releve.own import Month, OwnAction, OwnParameter, OwnProcess, own_action
from releve.pack import Pack, langres
from releve.result import Result, open
from releve.running import compare, run
from releve.scenario import Action, Future, Scenario
from releve.simulation import Simulation
from releve.state import NONE

__all__ = ["NONE", "Action", "Check", "Diagnosis", "Error", "FileError", "Future", "InputError", "Interrupted", "ModelError",
           "Month", "NotEnoughMemory", "OwnAction", "OwnParameter", "OwnProcess", "Pack", "Problem", "Result", "Scenario",
           "Simulation", "UsageError", "actions", "check", "compare", "diagnose", "langres", "language", "open", "outputs",
           "own_action", "parameters", "processes", "revision", "run", "version"]
__version__ = version

language: str


class _Package(types.ModuleType):
    @property
    def language(self) -> str:
        """Of texts: "en" or "fr"."""
        return _language.get()

    @language.setter
    def language(self, value: str) -> None:
        _language.set_to(value)


sys.modules[__name__].__class__ = _Package

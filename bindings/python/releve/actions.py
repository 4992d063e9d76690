"""The actions of the catalogue: `releve.actions.tutoring(pairs=40, start="2013-09")`, for `Scenario.with_action`.

`help(releve.actions.tutoring)` tells what an action does, who may take part, and its settings with their units, ranges,
defaults and sources.
"""
from __future__ import annotations

import inspect
from typing import Any

from releve import _language, catalogue
from releve._errors import unknown
from releve.scenario import ACTION_KEYS, Action


def _signature(record: catalogue.Record) -> inspect.Signature:
    """Settings with their defaults, then the keys that every action may have."""
    parameters = [inspect.Parameter(one["name"], inspect.Parameter.KEYWORD_ONLY,
                                    default=f"{one['default']:g} months" if one["unit"] == "month" else one["default"])
                  for one in record["parameters"]]
    parameters += [inspect.Parameter(key, inspect.Parameter.KEYWORD_ONLY, default=None) for key in ACTION_KEYS]
    return inspect.Signature(parameters, return_annotation=Action)


def _maker(record: catalogue.Record) -> Any:
    name: str = record["name"]
    signature = _signature(record)

    def make(**settings: object) -> Action:
        for setting in settings:
            if setting not in signature.parameters:
                raise unknown((f"setting of {name}", f"réglage de {name}"), setting, list(signature.parameters))
        return Action(name, settings)

    def document() -> None:
        make.__doc__ = catalogue.text_of(record)

    make.__name__ = make.__qualname__ = name
    make.__module__ = __name__
    make.__dict__["__signature__"] = signature
    _language.follow(document)
    return make


_makers = {name: _maker(record) for name, record in catalogue.actions().items()}
__all__ = list(_makers)


def __getattr__(name: str) -> Any:
    if name.startswith("_") or name not in _makers:
        raise AttributeError(str(unknown(("action", "action"), name, __all__, feminine=True)))
    return _makers[name]


def __dir__() -> list[str]:
    return sorted(__all__)

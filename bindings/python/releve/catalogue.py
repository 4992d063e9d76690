"""What the model holds, from its own records."""
from __future__ import annotations

from functools import cache
from typing import Any

from releve import _native

Record = dict[str, Any]  # texts are (English, French)


@cache
def actions() -> dict[str, Record]:
    return {record["name"]: record for record in _native.actions()}


@cache
def processes() -> dict[str, Record]:
    return {record["name"]: record for record in _native.processes()}


@cache
def outputs() -> dict[str, Record]:
    return {record["name"]: record for record in _native.outputs()}


@cache
def parameters() -> dict[str, Record]:
    """By path ("matching.applications"): those that a scenario may set."""
    return {f"{owner}.{one['name']}": one for owner, listed in _native.parameters().items() for one in listed
            if not one["same_as"]}

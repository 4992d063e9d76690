"""The language of texts: as the command line finds it in the environment, unless `releve.language` is set."""
from __future__ import annotations

import os
from collections.abc import Callable

Pair = tuple[str, str]  # the same text in English and in French


def _of_environment() -> str:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name)
        if value:
            return "fr" if value.startswith("fr") else "en"
    return "en"


_current = _of_environment()
_followers: list[Callable[[], None]] = []


def get() -> str:
    return _current


def check(language: str) -> str:
    if language not in ("en", "fr"):
        from releve._errors import UsageError
        raise UsageError((f"language: {language!r} is not a language of Relève write 'en' or 'fr'",
                          f"langue\u00a0: {language!r} n'est pas une langue de Relève écrivez 'en' ou 'fr'"))
    return language


def set_to(language: str) -> None:
    global _current
    _current = check(language)
    for follow in _followers:
        follow()


def follow(change: Callable[[], None]) -> None:
    """`change` is called now and whenever the language is set."""
    _followers.append(change)
    change()


def pick(pair: Pair, language: str | None = None) -> str:
    return pair[1 if (language or _current) == "fr" else 0]


def colon() -> str:
    return "\u00a0: " if _current == "fr" else ": "

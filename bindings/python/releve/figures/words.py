"""Words and numbers of figures, in French and English, written as the command line writes them."""
from __future__ import annotations

import math
from typing import Literal

Language = Literal["en", "fr"]

NARROW_SPACE, NO_BREAK_SPACE, MINUS = "\u202f", "\u00a0", "\u2212"

# Result files tell units in English.
FRENCH_UNITS = {
    "persons": "personnes", "posts": "postes", "hires": "embauches", "separations": "départs", "establishments": "établissements",
    "competences": "compétences", "transfers": "transmissions", "FTE": "équivalents temps plein", "EUR": "euros"}
ENGLISH_UNITS = {"FTE": "full-time equivalents", "EUR": "euros"}


class Words:
    """Chooses between two texts, and writes numbers."""

    def __init__(self, language: Language) -> None:
        self.language: Language = language

    def __call__(self, english: str, french: str) -> str:
        return french if self.language == "fr" else english

    def number(self, value: float, decimals: int = 0) -> str:
        """12,345.6 or 12 345,6; a true minus; an en dash for what is undefined."""
        if not math.isfinite(value):
            return "–"
        digits = f"{abs(value):,.{decimals}f}"
        sign = MINUS if value < 0 and digits.strip("0,.") else ""
        if self.language == "fr":
            digits = digits.replace(",", NARROW_SPACE).replace(".", ",")
        return sign + digits

    def signed(self, value: float, decimals: int = 0) -> str:
        """As number, with the sign of what is not rounded to 0."""
        text = self.number(value, decimals)
        return f"+{text}" if value > 0 and text.strip("0,.") else text

    def percent(self, share: float, decimals: int = 0) -> str:
        return self.number(100 * share, decimals) + self("%", NO_BREAK_SPACE + "%")

    def unit(self, unit: str) -> str:
        if unit == "1":
            return "%"
        return (FRENCH_UNITS if self.language == "fr" else ENGLISH_UNITS).get(unit, unit)

    def capital(self, text: str) -> str:
        """The first letter raised: a title."""
        return text[:1].upper() + text[1:]

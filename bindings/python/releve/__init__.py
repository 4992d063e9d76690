"""Relève: simulates the workforce of a territory, person by person and establishment by establishment."""
from releve._native import revision, version

__all__ = ["revision", "version"]
__version__ = version

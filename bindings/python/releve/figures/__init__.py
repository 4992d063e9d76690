"""How the figures of `releve.plot` are made."""

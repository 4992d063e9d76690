"""territory.toml: identity, code lists, provenance. The parameters block is kept as it stands."""

import hashlib
import re

from common import PACK, read

BEGIN, END = "# parameters: begin", "# parameters: end"
HEADER = """name = "Pays de Langres"
name_en = "Langres area"
version = "1"
start = "2013-01"

[codes]
occupation = "FAP-2009 (87 families)"
zone = "INSEE commune, COG 2019"
sector = "NAF rev. 2, 21 groups of A38; parent: A5"
competence = "groups of ROME 3 skills (v347)"
education = "none, cap_bep, bac, bac2, bac3plus"
"""


def kept_parameters():
    path = PACK / "territory.toml"
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    found = re.search(re.escape(BEGIN) + r"\n(.*?)" + re.escape(END), old, re.DOTALL)
    return f"{BEGIN}\n{found.group(1) if found else ''}{END}\n"


def quoted(value):
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def manifest(tables):
    parts = [HEADER, kept_parameters()]
    notes = {r["table"]: r for r in read("provenance")}
    for name, content in tables.items():
        row = notes[name]
        lines = [f"[provenance.{name}]"]
        lines += [f"{key} = {quoted(row[key])}" for key in ("producer", "note", "licence")]
        lines.insert(2, f"year = {row['year']}")
        lines.append(f"estimated = {row['estimated']}")
        if row["public"]:  # made up or estimated: no real person or firm is told of
            lines.append("public = true")
        lines.append(f"sha256 = {quoted(hashlib.sha256(content.encode('utf-8')).hexdigest())}")
        parts.append("\n".join(lines) + "\n")
    return "\n".join(parts)

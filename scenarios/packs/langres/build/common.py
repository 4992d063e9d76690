"""Reading base tables, writing derived tables, and the arithmetic shared by every module."""

import csv
import io
from pathlib import Path

PACK = Path(__file__).resolve().parent.parent
BASE = PACK / "base"
FIRST_YEAR = 2013
BANDS = [f"{a}-{a + 4}" for a in range(15, 75, 5)]
SEXES = ("F", "M")


def read(name):
    """Rows of base/NAME.csv as dictionaries of text."""
    with open(BASE / f"{name}.csv", encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def number(text):
    return float(text) if text not in ("", None) else 0.0


def parameter(name):
    """One assumption of base/assumptions.csv."""
    for row in read("assumptions"):
        if row["name"] == name:
            return float(row["value"])
    raise KeyError(name)


def text(value, digits=6):
    """Shortest fixed notation of a number, at most `digits` decimals."""
    if isinstance(value, str):
        return value
    if isinstance(value, int):
        return str(value)
    out = f"{value:.{digits}f}".rstrip("0").rstrip(".")
    return "0" if out in ("-0", "") else out


def table(header, rows):
    """CSV text with LF ends."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(header)
    for row in rows:
        writer.writerow([text(v) for v in row])
    return out.getvalue()


def largest_remainder(values, total):
    """Integers >= 0 proportional to values that sum to total; ties go to the first."""
    total = int(total)
    mass = sum(values)
    if mass <= 0:
        raise ValueError("nothing to share out")
    exact = [v * total / mass for v in values]
    out = [int(e + 1e-9) for e in exact]
    order = sorted(range(len(out)), key=lambda i: (-round(exact[i] - out[i], 9), i))
    for i in order[: total - sum(out)]:
        out[i] += 1
    return out


def shares(values, digits=6):
    """Shares with a fixed number of decimals that add up to exactly 1."""
    unit = 10**digits
    return [n / unit for n in largest_remainder(values, unit)]


def rake(cells, margins, rounds=200):
    """Iterative proportional fitting. cells: key tuple -> value. margins: list of (position tuple, totals)."""
    cells = dict(cells)
    for _ in range(rounds):
        worst = 0.0
        for positions, totals in margins:
            sums = {}
            for key, value in cells.items():
                part = tuple(key[p] for p in positions)
                sums[part] = sums.get(part, 0.0) + value
            for key in cells:
                part = tuple(key[p] for p in positions)
                if sums[part] > 0:
                    factor = totals[part] / sums[part]
                    worst = max(worst, abs(factor - 1.0))
                    cells[key] *= factor
        if worst < 1e-10:
            break
    return cells


def spread_order(count):
    """A fixed shuffle of range(count): golden-ratio order."""
    golden = 0.6180339887498949
    return sorted(range(count), key=lambda i: (((i + 0.5) * golden) % 1.0, i))


def unit_draw(label):
    """A number in [0, 1) that depends only on the label (FNV-1a hash, finished by a multiply-shift)."""
    h = 0xCBF29CE484222325
    for byte in label.encode("utf-8"):
        h = ((h ^ byte) * 0x100000001B3) % 2**64
    h ^= h >> 33
    h = (h * 0xFF51AFD7ED558CCD) % 2**64
    h ^= h >> 33
    return h / 2**64

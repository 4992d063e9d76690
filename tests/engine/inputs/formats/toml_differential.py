#!/usr/bin/env python3
"""Compares our TOML parser with Python's tomllib on generated and mutated documents.

    python3 tests/engine/inputs/formats/toml_differential.py TEST_BINARY [COUNT [SEED]]

Known differences, counted apart: we refuse inf, nan, integers beyond 64 bits, numbers beyond double, deep nesting;
we accept a byte-order mark and the year 0000.
"""
import datetime
import random
import subprocess
import sys
import tomllib

SEEDS = [
    'pack = "../packs/langres"\nname = "Tutorat"\n[[action]]\ntype = "tutoring"\nstart = "2013-09"\npairs = 40\n'
    '[law]\nretirement = "2014"\n',
    "[a.b]\nx = 1\n[a]\ny = 2\n[[c]]\nz = 3\n[[c]]\nz = 4\n[c.d]\ne = 5\n",
    "a.b.c = 1\na.b.d = 2\n[e]\nf.g = 3\nf.h = {i = 1, j.k = [1, 2, [3]]}\n",
    's = """a\\\n   b""" # c\nt = \'\'\'x\'y\'\'\'\nu = "\\u00e9\\t\\"" \nv = """"q""""\n',
    "i = 1_000\nj = -0x1\nk = 0xdead_beef\nl = 0o17\nm = 0b1\nn = +5\no = 1e6\np = -0.5E-3\nq = 3.14_15\n",
    "d = 1979-05-27\ne = 1979-05-27 07:32:00.5\nf = 07:32:00\ng = 1979-05-27T07:32:00Z\nh = 2020-02-30\n",
    'x = [\n 1, # one\n 2,\n]\ny = {a = "b", "c d" = [true, false]}\n"é" = \'é\'\n',
    "[[a.b]]\nc = 1\n[a]\nd = 2\n[a.b.e]\nf = 3\n",
]
PIECES = ["[", "]", "[[", "]]", "{", "}", "=", ".", ",", '"', "'", '"""', "'''", "\\", "#", "\n", "\r\n", "\r", " ", "\t",
          "a", "b", "a.b", "a = 1", "b.c = 2", "[a]", "[a.b]", "[[a]]", "1", "0", "_", "-", "+", "e5", "0x", "true", "inf",
          "nan", "é", "\x00", "\x7f", "\u2028", "{a = 1}", "\\u0041", "\\U0001F600", "\\ud800", "2013-09", "12:30:00", "\ufeff"]


def mutated(random_source):
    text = random_source.choice(SEEDS)
    for _ in range(random_source.choice([0, 1, 1, 1, 2, 3, 6])):
        at = random_source.randrange(len(text) + 1)
        kind = random_source.random()
        if kind < 0.5:
            text = text[:at] + random_source.choice(PIECES) + text[at:]
        elif kind < 0.75:
            text = text[:at] + text[at + random_source.randint(1, 4):]
        else:
            other = random_source.choice(SEEDS)
            start = random_source.randrange(len(other))
            text = text[:at] + other[start:start + random_source.randint(1, 20)] + text[at:]
    return text


def dumped(value):
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return "s" + value.encode().hex()
    if isinstance(value, int):
        return "i%d" % value
    if isinstance(value, float):
        return "f%.17e" % value
    if isinstance(value, (datetime.date, datetime.time)):
        return "d"
    if isinstance(value, list):
        return "[" + "".join(dumped(item) + "," for item in value) + "]"
    keys = sorted(value, key=lambda key: key.encode())
    return "{" + "".join(key.encode().hex() + "=" + dumped(value[key]) + "," for key in keys) + "}"


def known_difference(text, theirs):
    if "finf" in theirs or "f-inf" in theirs or "fnan" in theirs or "f-nan" in theirs or text.startswith("\ufeff"):
        return True
    return any(len(word.strip("-_")) > 18 for word in text.replace("_", "").split()) or "0000-" in text


def main():
    binary = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 20000
    random_source = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    documents = [mutated(random_source) for _ in range(count)]
    feed = b"".join(b"%d\n" % len(text.encode()) + text.encode() for text in documents)
    output = subprocess.run([binary, "[.toml_dump]"], input=feed, stdout=subprocess.PIPE, check=True).stdout.decode()
    ours = [line[5:] for line in output.splitlines() if line.startswith("DUMP ")]
    if len(ours) != len(documents):
        sys.exit(f"{len(ours)} answers for {len(documents)} documents")
    accepted = known = 0
    differences = []
    for text, mine in zip(documents, ours):
        try:
            theirs = dumped(tomllib.loads(text))
        except (tomllib.TOMLDecodeError, ValueError, RecursionError):
            theirs = "refused"
        accepted += theirs != "refused"
        if mine.split(" ")[0] != theirs:
            if known_difference(text, theirs):
                known += 1
            else:
                differences.append((text, mine, theirs))
    for text, mine, theirs in differences[:10]:
        print(f"--- {text!r}\n    ours   {mine}\n    theirs {theirs}")
    print(f"{count} documents, {accepted} accepted by tomllib, {known} known differences, {len(differences)} others")
    sys.exit(1 if differences else 0)


if __name__ == "__main__":
    main()

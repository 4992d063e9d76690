"""Occupations of the posts of each establishment."""

from common import largest_remainder, rake, spread_order, table
from establishments import establishments_list
from sector_mix import occupation_totals, seed_cells, size_class


def groups():
    """(sector, class) -> establishments."""
    out = {}
    for item in establishments_list():
        if item["posts"] > 0:
            out.setdefault((item["sector"], size_class(item)), []).append(item)
    return out


def raked_mix():
    """(sector, class, occupation) -> posts, on the sector-size posts and the occupation mix of the area."""
    sizes = {key: sum(i["posts"] for i in members) for key, members in groups().items()}
    cells = {k: v for k, v in seed_cells().items() if (k[0], k[1]) in sizes}
    for sector, size in sizes:
        if not any(k[0] == sector and k[1] == size for k in cells):
            raise ValueError(f"no occupation for {sector} {size}")
    mix = occupation_totals()
    present = {k[2] for k in cells}
    scale = sum(sizes.values()) / sum(v for o, v in mix.items() if o in present)
    totals = {(o,): mix[o] * scale for o in present}
    return rake(cells, [((2,), totals), ((0, 1), sizes)]), totals


def integer_mix():
    """The same in integers: rounding errors of an occupation are carried from one group to the next."""
    cells, _ = raked_mix()
    carried, out = {}, {}
    for key, members in sorted(groups().items(), key=lambda t: (sum(i["posts"] for i in t[1]), t[0])):
        total = sum(i["posts"] for i in members)
        codes = sorted(k[2] for k in cells if (k[0], k[1]) == key)
        wanted = [max(0.0, cells[key[0], key[1], o] + carried.get(o, 0.0)) for o in codes]
        if sum(wanted) <= 0:
            wanted = [cells[key[0], key[1], o] for o in codes]
        for code, count in zip(codes, largest_remainder(wanted, total)):
            carried[code] = carried.get(code, 0.0) + cells[key[0], key[1], code] - count
            out[key[0], key[1], code] = count
    return out


def deal(members, counts):
    """Hand the posts of one group to its establishments: a fixed shuffle, so that each gets a mixed part."""
    deck = [code for code in sorted(counts) for _ in range(counts[code])]
    deck = [deck[i] for i in spread_order(len(deck))]
    start = 0
    for item in members:
        hand = deck[start : start + item["posts"]]
        start += item["posts"]
        yield item["id"], {code: hand.count(code) for code in sorted(set(hand))}


_cache = []


def post_rows():
    if not _cache:
        counts = integer_mix()
        for key, members in groups().items():
            mine = {k[2]: v for k, v in counts.items() if (k[0], k[1]) == key and v > 0}
            for establishment, hand in deal(members, mine):
                _cache.extend([establishment, code, n] for code, n in hand.items())
        _cache.sort()
    return _cache


def posts_by_occupation():
    out = {}
    for _, code, count in post_rows():
        out[code] = out.get(code, 0) + count
    return out


def posts():
    return table(["establishment", "occupation", "posts"], post_rows())

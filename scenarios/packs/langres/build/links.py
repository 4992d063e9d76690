"""An illustrative network: who works with whom. Drawn from size, sector and distance; no real link was observed."""

from math import hypot

from common import number, parameter, read, table, unit_draw
from establishments import establishments_list

KM_PER_DEGREE = 111.2
LARGE = ("50-99", "100-199", "200-499")
SMALL = ("1-5", "6-9", "10-19")
BAND_ORDER = ("0", "1-5", "6-9", "10-19", "20-49", "50-99", "100-199", "200-499")


def places():
    return {r["zone"]: (number(r["lon"]) * 0.67, number(r["lat"])) for r in read("communes")}


class Network:
    """Links drawn so far; each pair at most once."""

    def __init__(self):
        self.place = places()
        self.rows, self.pairs, self.degree = [], set(), {}

    def km(self, one, other):
        (x, y), (u, v) = self.place[one["zone"]], self.place[other["zone"]]
        return KM_PER_DEGREE * hypot(x - u, y - v)

    def link(self, kind, one, candidates, count, most_km):
        """`count` of the candidates within reach: near ones more often, and those with few links."""

        def score(other):
            return self.km(one, other) + most_km * (unit_draw(f"{kind} {one['id']} {other['id']}") + self.degree.get(other["id"], 0))

        free = [o for o in candidates if o is not one and frozenset((one["id"], o["id"])) not in self.pairs and self.km(one, o) <= most_km]
        for other in sorted(free, key=lambda o: (score(o), o["id"]))[:count]:
            self.pairs.add(frozenset((one["id"], other["id"])))
            self.rows.append([one["id"], other["id"], kind])
            for end in (one, other):
                self.degree[end["id"]] = self.degree.get(end["id"], 0) + 1


def near_in_size(one, other):
    return abs(BAND_ORDER.index(one["band"]) - BAND_ORDER.index(other["band"])) <= 1


def links():
    items = [i for i in establishments_list() if i["posts"] > 0 and i["band"] != "0"]
    usual = [i for i in items if i["kind"] in ("ordinary", "public_service")]
    firms = [i for i in items if i["kind"] == "ordinary"]
    network, reach = Network(), parameter("link_distance")
    for one in (i for i in items if i["kind"] == "insertion"):
        network.link("insertion", one, [o for o in usual if o["band"] not in ("1-5",)], int(parameter("links_of_insertion_structure")), reach)
    for one in (i for i in usual if i["band"] in LARGE):
        network.link("size", one, [o for o in firms if o["band"] in SMALL], 2 if one["audited"] else 1, reach)
    for one in (i for i in usual if i["audited"]):
        network.link("sector", one, [o for o in usual if o["sector"] != one["sector"] and near_in_size(one, o)], 1, reach)
    for one in (i for i in items if i["kind"] == "employer_group"):
        network.link("group", one, [o for o in firms if o["band"] in SMALL], int(parameter("members_of_employer_group")), reach)
    small = [i for i in firms if i["band"] in ("1-5", "6-9")]
    for one in sorted(small, key=lambda i: unit_draw("group " + i["id"]))[: int(parameter("links_of_small_ones"))]:
        network.link("group", one, [o for o in small if o["sector"] == one["sector"]], 1, reach)
    return table(["establishment", "partner", "kind"], network.rows)

"""Who pays, what is signed, legal schemes and unit costs: tables of base/ as they stand."""

from common import read, table


def copied(name):
    def make():
        rows = read(name)
        return table(list(rows[0]), [list(r.values()) for r in rows])

    return make


funders = copied("funders")
conventions = copied("conventions")
schemes = copied("schemes")
scheme_rules = copied("scheme_rules")
action_costs = copied("action_costs")

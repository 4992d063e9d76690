#!/usr/bin/env python3
"""Actions and processes written in Python: the luck of the catalogue's, every proposal, what is refused, threads.

    PYTHONPATH=build/release/python tests/bindings/python/own_actions.py RELEVE
"""
import contextlib
import io
import re
import traceback

import numpy as np

import common
import releve
from common import LANGRES, ROOT, InFolder

SMALL = dict(replicates=2, until="2014-12", progress=False)


def baseline():
    return releve.Scenario(LANGRES / "baseline.toml")


class MobilitySupport(releve.OwnAction):
    """The action `mobility_support` of the catalogue, line by line: scenarios/actions/mobility_support.cpp."""
    changes = {"enrol", "complete"}
    wide_reach = True
    parameters = {
        "capacity": releve.OwnParameter(100, least=0, most=5000), "take_up": releve.OwnParameter(0.4, least=0, most=1),
        "ramp": releve.OwnParameter(12, unit="month"), "duration": releve.OwnParameter(6, unit="month"),
        "limited": releve.OwnParameter(0.25), "unemployed_for": releve.OwnParameter(3, unit="month"),
        "deadweight": releve.OwnParameter(0.3)}

    def step(self, month):
        free = month.places_left(self.capacity)
        month.complete_finished()
        if free == 0:
            return
        persons, who = month.persons, month.seekers
        who = who[persons.inside[who] & (persons.programme[who] == 0) & (persons.age[who] >= 18)
                  & (month.index - persons.status_since[who] >= self.unemployed_for)]
        who = who[month.draws(who, 1) < self.limited]
        who = who[month.adopted(who, self.take_up, self.ramp, of="persons")]
        who = who[np.argsort(month.draws(who, 2))][:free]
        for person, anyway in zip(who, month.windfall(who, self.deadweight)):
            month.enrol(person, int(self.duration), wide_reach=not anyway)


class Remembering(releve.OwnAction):
    """What it does depends on all that it has seen in its own run."""
    changes = {"separate"}

    def __init__(self, **keys):
        super().__init__(**keys)
        self.seen = []

    def step(self, month):
        self.seen.append(len(month.seekers) + month.replicate)
        persons = month.persons
        workers = np.flatnonzero((persons.post != releve.NONE) & (persons.age < 30))
        month.separate(workers[month.draws(workers) < sum(self.seen) % 7 / 200])


class Calling(releve.OwnAction):
    """Calls a function of the month, in one month."""
    changes = ("die", "retire", "leave_territory", "separate", "hire", "place", "promote", "become", "convert_contract", "learn",
               "enrol", "complete", "arrive", "recruit", "open_post", "cut_post", "open_vacancy", "abandon_vacancy", "relieve",
               "scale_target", "close", "support", "withdraw", "count")

    def __init__(self, call, at=0, **keys):
        super().__init__(**keys)
        self.call, self.at = call, at

    def step(self, month):
        if month.index == self.at:
            self.call(month)


def same(one, other, names=None):
    for name in names or one.data_vars:
        if one[name].dtype.kind in "fi":
            np.testing.assert_array_equal(one[name].values, other[name].values, name)


class Runs(InFolder):
    def test_the_bits_of_the_same_action_in_the_catalogue(self):
        dates = dict(start="2013-04", end="2014-08")
        given = releve.run(baseline(), baseline().with_action("mobility_support", **dates), **SMALL).to_xarray()
        own = releve.run(baseline(), baseline().with_action(MobilitySupport(**dates)), **SMALL).to_xarray()
        same(given, own, [name for name in given.data_vars if not name.startswith("cost")])
        self.assertGreater(own.enrolled.values[1].max(), 20)
        self.assertFalse(np.array_equal(own.hires.values[0], own.hires.values[1]))

    def test_the_same_bits_whatever_the_threads_and_when_stepped(self):
        plan = baseline().with_action(Remembering(start="2013-03"))
        options = {**SMALL, "replicates": 3}
        whole = [releve.run(plan, baseline(), threads=threads, **options) for threads in (1, 2)]
        paths = [self.folder / f"{i}.h5" for i in range(2)]
        for result, path in zip(whole, paths):
            result.save(path)
        self.assertEqual(paths[0].read_bytes(), paths[1].read_bytes())
        sim = releve.Simulation(plan, replicate=2, until="2014-12").run()
        np.testing.assert_array_equal(sim.outputs["separations"], whole[0].to_xarray()["separations"].values[0, 2])
        self.assertEqual(len(sim.own_actions[0].seen), 22)  # March 2013 to December 2014
        self.assertEqual(plan.own_actions[0].seen, [])      # each run has a copy

    def test_a_result_says_so(self):
        result = releve.run(baseline().with_action(Remembering()), replicates=1, until="2013-02", progress=False)
        self.assertEqual(list(result.attributes["own_code"]), ["baseline+remembering.remembering"])
        self.assertNotIn("own_code", releve.run(baseline(), replicates=1, until="2013-01", progress=False).attributes)

    def test_a_function_and_a_process(self):
        @releve.own_action(changes="separate", start="2013-02", end="2013-02")
        def one_leaves(month):
            if month.active:
                month.separate(month.posts.holder[month.posts.holder != releve.NONE][0], "layoff")

        class Rain(releve.OwnProcess):
            changes = {"separate"}
            parameters = {"hazard": releve.OwnParameter(0.01, unit="1/month", least=0, most=1)}

            def step(self, month):
                held = month.posts.holder[month.posts.holder != releve.NONE]
                month.separate(held[month.draws(held) < self.hazard])

        self.assertEqual((one_leaves.name, Rain().name, Rain(hazard=0.5).hazard), ("one_leaves", "rain", 0.5))
        sim = releve.Simulation(baseline().with_action(one_leaves), until="2013-02").run()
        plain = releve.Simulation(baseline(), until="2013-02").run()
        self.assertEqual(sim.outputs["separations"][0], plain.outputs["separations"][0])
        self.assertIn("layoff", [sim.codes["separation"][detail] for detail in sim.events.detail[sim.events.decoded("kind") == "separation"]])
        left = releve.Simulation(baseline().with_action(Rain(hazard=0.1)), until="2013-01").run().outputs["separations"][0]
        expected = 0.1 * plain.outputs["employment"][0]  # 4 standard deviations of a binomial, and what one month loses anyway
        self.assertAlmostEqual(left - plain.outputs["separations"][0], expected, delta=4 * expected ** 0.5 + 0.1 * left)

    def test_what_an_action_keeps_of_a_month_stays_valid(self):
        class Hoarder(releve.OwnAction):
            changes = {"separate"}

            def __init__(self):
                super().__init__()
                self.kept, self.months = [], []

            def step(self, month):
                self.kept.append((month.persons.status, month.persons.status.copy()))
                self.months.append(month)
                month.separate(month.posts.holder[month.posts.holder != releve.NONE][:5])

        sim = releve.Simulation(baseline().with_action(Hoarder()), until="2013-04").run()
        hoarder = sim.own_actions[0]
        for array, copy in hoarder.kept:
            np.testing.assert_array_equal(array, copy)
        self.assertEqual(len(hoarder.months[0].persons), len(hoarder.kept[0][0]))
        self.refused(releve.InputError, lambda: hoarder.months[0].separate(0), "2013-01", "this month is over")
        self.refused(releve.InputError, lambda: hoarder.months[0].draws([0]), "this month is over")


class Proposals(InFolder):
    def after(self, call, at=0):
        """The simulation right after a month in which `call` proposed."""
        return releve.Simulation(baseline().with_action(Calling(call, at)), until="2013-03").run("2013-01" if at == 0 else "2013-02")

    def test_people(self):
        chosen = {}

        def call(month):
            persons, posts, codes = month.persons, month.posts, month.codes
            calm = np.flatnonzero((persons.post != releve.NONE) & (persons.age < 45) & (persons.age > 25) & (persons.programme == 0)
                                  & (persons.contract == codes.number("contract", "open_ended")))
            seekers = np.sort(month.seekers)
            offers = np.sort(month.vacancies)
            offers = offers[~posts.owner_post[offers]]
            open_now = {"die": calm[0], "retire": calm[1], "leave_territory": calm[2], "separate": calm[3], "become": calm[4],
                        "convert": calm[5], "learn": calm[6], "enrol": calm[7], "hire": seekers[0], "place": seekers[1],
                        "train": seekers[2], "hired_in": offers[0], "placed_in": offers[1], "recruited_in": offers[2],
                        "relieve": calm[8]}
            chosen.update(open_now)
            month.die(calm[0])
            month.retire(calm[1])
            month.leave_territory(calm[2])
            month.separate(calm[3], "layoff")
            month.become(calm[4], "inactive")
            month.convert_contract(calm[5], "fixed_term")
            month.learn(calm[6:7], [0.25])
            month.enrol(calm[7], 3, learning_boost=2)
            month.hire(seekers[0], offers[0], mastery=0.5)
            month.place(seekers[1], offers[1], "fixed_term")
            month.enrol(seekers[2], 2, into_training=True, occupation=3, mastery=0.4)
            month.recruit(offers[2], zone=0, age=40, sex="F", mastery=0.6)
            month.arrive(zone=1, occupation=2, age=33, sex="M", education="bac2")
            month.relieve(calm[8])
            month.count("start", 4)
            chosen["persons"] = len(persons)

        events = self.after(call).events
        kinds, who = events.decoded("kind"), events.person
        found = {(kind, person) for kind, person in zip(kinds, who)}
        for kind, name in (("death", "die"), ("retirement", "retire"), ("departure", "leave_territory"),
                           ("separation", "separate"), ("separation", "become"), ("conversion", "convert"), ("hire", "hire"),
                           ("placement", "place"), ("enrolment", "enrol"), ("enrolment", "train")):
            self.assertIn((kind, chosen[name]), found, name)
        hires = {int(person): int(where) for person, where in zip(who[kinds == "hire"], events.occupation[kinds == "hire"])}
        self.assertTrue(any(person >= chosen["persons"] for person in hires))  # the one who was recruited
        self.assertEqual(events.know_how[kinds == "units"].sum(), 4)

    def test_mastery_and_training_are_as_proposed(self):
        def call(month):
            who = np.sort(month.seekers)[:2]
            month.learn(who, [0.125, 0.25])
            month.enrol(who[:1], 2, into_training=True, occupation=3, mastery=0.5)
            look["who"] = who
        look = {}
        sim = self.after(call)
        training = sim.codes.number("status", "training")
        self.assertEqual(sim.persons.status[look["who"][0]], training)
        self.assertEqual(sim.persons.occupation[look["who"][0]], 3)
        self.assertIn(look["who"][0], sim.programmes.person)
        self.assertEqual(sim.programmes.until[sim.programmes.person == look["who"][0]], 2)

    def test_posts_and_establishments(self):
        look = {}

        def call(month):
            posts = month.posts
            free = np.flatnonzero(posts.vacant & ~posts.recruiting & ~posts.owner_post)
            offers = np.sort(month.vacancies)
            houses = month.establishments
            big = np.flatnonzero((houses.posts > 20) & ~houses.closed)
            cell = houses.first_cell[big[1]]
            look.update(cut=free[0], opened=free[1], given_up=offers[0], closed=big[0], cell=cell, before=month.cells.posts[cell],
                        wanted=month.cells.posts_at_start[cell], supported=big[2])
            month.cut_post(free[0])
            month.open_vacancy(free[1])
            month.abandon_vacancy(offers[0])
            month.close(big[0])
            month.open_post([cell] * 3)
            month.scale_target(cell, 1.5)
            month.support(big[2], 2, quits=0.5)

        sim = self.after(call)
        kinds = sim.events.decoded("kind")
        self.assertTrue(sim.establishments.closed[look["closed"]])
        self.assertEqual(sim.establishments.posts[look["closed"]], 0)
        self.assertAlmostEqual(sim.cells.posts_at_start[look["cell"]], 1.5 * look["wanted"], places=4)
        self.assertGreater((kinds == "post_created").sum(), 2)
        self.assertIn(look["supported"], sim.events.establishment[kinds == "support"])

    def test_an_enrolment_ends(self):
        class Short(releve.OwnAction):
            changes = {"enrol", "complete", "support", "withdraw"}

            def step(self, month):
                if month.since_start == 0:
                    month.enrol(np.sort(month.seekers)[:9], 2)
                    month.support([5, 6], 1)
                if month.since_start == 1:
                    month.withdraw(month.supported)
                month.complete_finished()
        sim = releve.Simulation(baseline().with_action(Short()), until="2013-06")
        counts = []
        while not sim.finished:
            sim.step()
            counts.append((sim.persons.programme == 1).sum())
        self.assertGreater(counts[0], 2)  # some are hired before they finish
        self.assertEqual(counts[2:], [0, 0, 0, 0])


class Refusals(InFolder):
    def told(self, call, *texts, kind=releve.InputError, changes=None, lang="en"):
        action = Calling(call)
        action.changes = changes or action.changes
        self.refused(kind, lambda: releve.Simulation(baseline().with_action(action), until="2013-01").step(), *texts, lang=lang)

    def test_what_cannot_be_proposed(self):
        def employed(month):
            return month.posts.holder[month.posts.holder != releve.NONE]

        def offer(month):
            posts = np.sort(month.vacancies)
            return posts[~month.posts.owner_post[posts]]

        self.told(lambda m: m.separate(10**8), "2013-01 calling.separate: there is no person 100000000")
        self.told(lambda m: m.separate(10**8), "il n'y a pas de personne 100000000", lang="fr")
        self.told(lambda m: m.separate(-1), "there is no person -1")
        self.told(lambda m: m.separate(releve.NONE), "there is no person 4294967295")
        self.told(lambda m: m.separate(m.seekers[0]), "holds no post (unemployed)")
        self.told(lambda m: m.separate(employed(m)[:1], "quitt"), "write one of quit, layoff")
        self.told(lambda m: m.retire(1), "not declared", 'add "retire"', changes={"separate"})
        self.told(lambda m: m.hire(m.seekers[0], m.persons.post[employed(m)[0]]), "is not vacant: person")
        self.told(lambda m: m.hire(m.seekers[:2], [offer(m)[0]] * 2), "taken by another proposal")
        self.told(lambda m: m.hire(m.seekers[0], offer(m)[0], "owner"), "is an employee's")
        self.told(lambda m: m.hire(m.seekers[0], offer(m)[0], mastery=1.5), "mastery 1.5 is out of range (0 to 1)")
        self.told(lambda m: m.hire(m.seekers[:2], offer(m)[:1]), "2 persons and 1 posts", kind=releve.UsageError)
        self.told(lambda m: m.separate(np.repeat(employed(m)[0], 2)), "another proposal of this month changes")
        self.told(lambda m: m.complete(m.seekers[0]), "not enrolled by this action")
        self.told(lambda m: m.enrol(m.seekers[0], 3, partners=m.seekers[0]), "their own partner")
        self.told(lambda m: m.enrol(employed(m)[0], 3, into_training=True), "holds a post")
        self.told(lambda m: m.enrol(m.seekers[0], 0), "months 0 is out of range")
        self.told(lambda m: m.enrol(m.seekers[0], 3, wide_reach=True), "declares wide_reach")
        self.told(lambda m: m.become(m.seekers[0], "retired"), "statuses have changes of their own")
        self.told(lambda m: m.open_post(10**7), "there is no cell")
        self.told(lambda m: m.close(10**7), "there is no establishment")
        self.told(lambda m: m.withdraw(0), "does not support establishment 0")
        self.told(lambda m: m.arrive(zone=10**6, occupation=0, age=30, sex="F"), "zone 1000000 is not in the list")
        self.told(lambda m: m.arrive(zone=0, occupation=0, age=3, sex="F"), "age 3 is out of range")
        self.told(lambda m: m.draws([10**8]), "2013-01 persons: there is no 100000000")
        self.told(lambda m: m.separate(m.persons.age > 30), "np.flatnonzero(mask)", kind=releve.UsageError)
        self.told(lambda m: m.separate(1.5), "whole numbers, not float64", kind=releve.UsageError)

    def test_what_two_proposals_do_to_each_other(self):
        self.told(lambda m: m.enrol([m.seekers[0]] * 2, 3), "calling: its proposals of one month do not go together",
                  "already in a programme")

    def test_an_exception_stops_the_run_with_its_traceback(self):
        def unlucky(month):
            raise LookupError("no such luck")
        plan = baseline().with_action(Calling(unlucky, at=1))
        for threads in (1, 2):
            try:
                releve.run(baseline(), plan, replicates=4, until="2014-12", threads=threads, progress=False)
            except LookupError as error:
                self.assertIn("in unlucky", "".join(traceback.format_exception(error)))
            else:
                self.fail("nothing was raised")
        sim = releve.Simulation(plan, until="2014-12")
        sim.step()
        self.assertRaises(LookupError, sim.step)
        self.refused(releve.InputError, sim.step, "2013-02: this month stopped halfway")
        self.refused(releve.InputError, lambda: sim.persons, "stopped halfway")

    def test_a_simulation_is_not_looked_at_within_its_month(self):
        def nosy(month):
            runs[0].persons
        runs = [releve.Simulation(baseline().with_action(own_of(nosy)), until="2013-01")]
        self.refused(releve.InputError, runs[0].step, "in the middle of a month")

    def test_what_is_no_action(self):
        base = baseline()
        self.refused(releve.UsageError, lambda: base.with_action(MobilitySupport), "is a class", "MobilitySupport(...)")
        self.refused(releve.UsageError, lambda: base.with_action(3), "int is no action")
        self.refused(releve.UsageError, lambda: MobilitySupport(capacty=3), "unknown parameter 'capacty'")
        self.refused(releve.UsageError, lambda: MobilitySupport(capacity=-3), "from 0 to 5000")
        self.refused(releve.UsageError, lambda: base.with_action(Remembering()).save("plan.toml"), "take them out first")
        run = dict(replicates=1, until="2013-01", progress=False)
        for action, texts in ((Remembering(name="Big Name"), ["not a name"]), (Remembering(start="2013"), ["'2013' is not a month"]),
                              (Remembering(start="2014-01", end="2013-01"), ["before its start 2014-01"]),
                              (Remembering(end="2012-12"), ["before the pack starts"])):
            self.refused(releve.InputError, lambda: releve.run(base.with_action(action), **run), *texts)
        action = Remembering()
        action.changes = {"seperate"}
        self.refused(releve.InputError, lambda: releve.run(base.with_action(action), **run), "unknown change 'seperate'", "'separate'")
        action.changes, action.file = {"separate"}, open(__file__, encoding="utf-8")
        self.addCleanup(action.file.close)
        self.refused(releve.UsageError, lambda: releve.run(base.with_action(action), **run), "cannot be copied")


class Documentation(InFolder):
    def test_its_examples_run(self):
        text = (ROOT / "docs/python-own-actions.md").read_text(encoding="utf-8")
        blocks = re.findall(r"^```python\n(.*?)^```", text, re.M | re.S)
        self.assertEqual(len(blocks), 3)
        code = "\n".join(blocks).replace('"scenarios/packs/langres', f'"{LANGRES}').replace("2016-12", "2014-03")
        names = {}
        with contextlib.redirect_stdout(io.StringIO()) as printed:
            exec(code.replace("replicates=20", 'replicates=2, until="2014-03", progress=False'), names)
        self.assertEqual(len(printed.getvalue().splitlines()), 15)  # months
        self.assertIn("keep_apprentices", names["result"].to_xarray().action.values)


def own_of(function):
    return releve.own_action(changes=())(function)


if __name__ == "__main__":
    common.main()

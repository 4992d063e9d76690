#!/usr/bin/env python3
"""A run stepped month by month: the bits of the ensemble, arrays over the engine's memory that stay valid.

    PYTHONPATH=build/release/python tests/bindings/python/stepping.py RELEVE
"""
import gc

import numpy as np

import common
import releve
from common import LANGRES, InFolder


def baseline():
    return releve.Scenario(LANGRES / "baseline.toml")


class Steps(InFolder):
    def test_the_replicates_of_the_ensemble(self):
        plan = releve.Scenario(LANGRES / "tutoring.toml")
        whole = releve.run(plan, replicates=2, seed=7, until="2014-06", progress=False).to_xarray()
        for replicate in (0, 1):
            sim = releve.Simulation(plan, seed=7, replicate=replicate, until="2014-06").run()
            compared = 0
            for name in sim.outputs:
                if name in whole and "replicate" in whole[name].dims:
                    np.testing.assert_array_equal(sim.outputs[name], whole[name].values[0, replicate], name)
                    compared += 1
            self.assertGreater(compared, 20)

    def test_an_array_shows_the_month_in_which_it_was_taken_and_looking_changes_no_bit(self):
        blind = releve.Simulation(baseline(), until="2014-06").run()
        sim = releve.Simulation(baseline(), until="2014-06")
        kept = []
        while not sim.finished:
            for array in (sim.persons.status, sim.posts.holder, sim.cells.filled, sim.vacancies, sim.events.person):
                kept.append((array, array.copy()))
            sim.step()
        for name in sim.outputs:
            np.testing.assert_array_equal(sim.outputs[name], blind.outputs[name], name)
        last = sim.persons.status
        kept.append((last, last.copy()))
        del sim, blind, last
        gc.collect()
        for array, copy in kept:
            np.testing.assert_array_equal(array, copy)
        self.assertFalse(np.array_equal(kept[0][0], kept[-1][0][:len(kept[0][0])]))

    def test_arrays_are_the_records_themselves_and_cannot_be_written(self):
        sim = releve.Simulation(baseline(), until="2013-03")
        zone = sim.persons.zone
        self.assertTrue(np.shares_memory(zone, sim.persons.zone))
        self.assertFalse(np.shares_memory(zone, sim.persons.occupation))
        self.assertEqual(zone.strides, (64,))  # a person takes one cache line
        for array in (zone, sim.persons.age, sim.vacancies):
            with self.assertRaises(ValueError):
                array[0] = 1
        for array in (zone, sim.vacancies):  # ages are made anew: numpy would let their owner unlock them
            with self.assertRaises(ValueError):
                array.flags.writeable = True

    def test_tables_say_what_outputs_say(self):
        sim = releve.Simulation(baseline(), until="2013-06")
        codes = sim.codes
        while not sim.finished:
            sim.step()
            persons, posts, outputs = sim.persons, sim.posts, sim.outputs
            unemployed = persons.inside & (persons.status == codes.number("status", "unemployed"))
            kinds = sim.events.decoded("kind")
            self.assertEqual(outputs["unemployed"][-1], unemployed.sum())
            self.assertEqual(outputs["vacancies"][-1], len(sim.vacancies))
            self.assertEqual(outputs["employment"][-1], (posts.holder != releve.NONE).sum())
            self.assertEqual(outputs["hires"][-1], (kinds == "hire").sum())
        held = np.flatnonzero(posts.holder != releve.NONE)
        np.testing.assert_array_equal(persons.post[posts.holder[held]], held)
        np.testing.assert_array_equal(persons.establishment[posts.holder[held]], posts.establishment[held])
        self.assertEqual(set(np.flatnonzero(posts.recruiting)), set(sim.vacancies))
        np.testing.assert_array_equal(np.bincount(posts.cell[held], minlength=len(sim.cells)), sim.cells.filled)

    def test_codes_and_frames(self):
        sim = releve.Simulation(baseline(), until="2013-03")
        frame = sim.persons.to_dataframe()
        self.assertEqual(len(frame), len(sim.persons))
        self.assertEqual((frame.status == "unemployed").sum(), len(sim.seekers))
        decoded = sim.persons.decoded("second_occupation")
        self.assertEqual(set(decoded[sim.persons.second_occupation == 65535]), {None})
        self.assertEqual(sim.codes.labels("status", "fr")[1], "au chômage")
        self.assertEqual(list(sim.establishments.decoded("zone")[:3]),
                         [str(code) for code in sim.establishments.to_dataframe().zone[:3]])
        self.assertIn("age", dir(sim.persons))
        self.assertIn("age [years]", releve.Simulation.persons.fget(sim).__doc__)

    def test_months(self):
        sim = releve.Simulation(baseline(), until="2014-02")
        self.assertEqual((sim.month, sim.finished, len(sim.outputs["employment"])), ("2013-01", False, 0))
        sim.run("2013-12")
        self.assertEqual((sim.month, len(sim.outputs["employment"])), ("2014-01", 12))
        self.assertEqual(sim.outputs["employment_by_occupation"].shape[0], 1)  # one whole year
        self.assertEqual(sim.outputs.axes("employment_by_occupation"), ["year", "occupation"])
        sim.run()
        self.assertEqual((sim.month, sim.finished, len(sim.outputs["employment"])), ("2014-03", True, 14))
        self.assertEqual(sim.outputs["employment_by_occupation"].shape[0], 2)

    def test_refusals(self):
        sim = releve.Simulation(baseline(), until="2013-01").run()
        self.refused(releve.UsageError, sim.step, "ended before 2013-02", "later `until`")
        self.refused(releve.UsageError, sim.step, "s'est terminée", lang="fr")
        self.refused(releve.UsageError, lambda: sim.run("2013"), "'2013' is not a month")
        self.refused(releve.UsageError, lambda: releve.Simulation("baseline.toml"), "str is not a Scenario")
        self.refused(releve.UsageError, lambda: releve.Simulation(baseline(), seed=-1), "seed: -1")
        self.refused(releve.InputError, lambda: releve.Simulation(baseline(), until="2012-12"), "not within 100 years")
        self.refused(releve.UsageError, lambda: sim.outputs["employmnt"], "'employment'")
        self.refused(releve.UsageError, lambda: sim.persons.decoded("age"), "numbers, not codes")
        self.refused(AttributeError, lambda: sim.persons.stats, "did you mean 'status'?")
        self.refused(releve.UsageError, lambda: sim.codes.number("status", "unemployd"), "'unemployed'")


if __name__ == "__main__":
    common.main()

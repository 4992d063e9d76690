# en: write_your_own_action

# %% [markdown]
# # Write your own action
#
# The catalogue has twelve actions. Yours may be the thirteenth: a few lines of Python, which run among the processes of the engine, in `run` and `compare` as
# those of the catalogue do. Slower, but just as exact: the same seed gives the same bits, and plans are compared with the same chance.

# %%
import numpy as np
import releve

releve.language = "en"
base = releve.langres().scenario("baseline")

# %% [markdown]
# ## Look inside
#
# A `Simulation` is one draw of one scenario, stepped month by month. Its tables are numpy arrays over the memory of the engine, without a copy; ids are
# positions in the columns. Let us look for posts that have been open for long, after two years.

# %%
sim = releve.Simulation(base, until="2020-12")
sim.run("2014-12")
sim

# %%
sim.posts.to_dataframe().query("recruiting")[["occupation", "opened", "reason", "establishment"]].sort_values("opened").head(8)

# %% [markdown]
# `opened` counts months from the start of the run: a post opened in month 11 has been waited for since December 2013. `help(type(sim.posts))` explains each
# column. Are there unemployed people of these very occupations?

# %%
persons, posts = sim.persons, sim.posts
waiting = sim.vacancies[24 - posts.opened[sim.vacancies] >= 3]
known = np.bincount(persons.occupation[sim.seekers], minlength=len(sim.codes["occupation"]))
has_seeker = known[posts.occupation[waiting]] > 0
print(f"{len(waiting)} posts open for 3 months or more; for {has_seeker.sum()} of them somebody unemployed knows the occupation")

# %% [markdown]
# For many there are; they did not meet. Suppose that the communes pay a recruiter, who visits a few of those employers each month and asks job seekers of the
# occupation, one after the other.
#
# ## The action
#
# A class made from `releve.OwnAction` says what it may propose (`changes`), its parameters with units and bounds, and what it does in one month (`step`).

# %%
class Recruiter(releve.OwnAction):
    """Visits employers who have been recruiting for three months or more, and proposes a job seeker who knows the occupation."""
    changes = {"place", "count"}
    parameters = {
        "visits": releve.OwnParameter(10, unit="visits a month", least=0, most=500, meaning="employers visited"),
        "agree": releve.OwnParameter(0.5, least=0, most=1, meaning="share of job seekers who agree to be proposed, in a month (a guess)"),
        "unemployed_for": releve.OwnParameter(0, unit="months", least=0, most=240, meaning="only job seekers out of work for as long"),
    }

    def step(self, month):
        if not month.active:
            return
        persons, posts = month.persons, month.posts
        open_long = month.index - posts.opened[month.vacancies] >= 3
        not_for_us = (posts.reserved | posts.owner_post)[month.vacancies]
        waiting = month.vacancies[open_long & ~not_for_us]
        visited = waiting[np.argsort(month.draws(waiting, of="posts"))][:int(self.visits)]

        seekers = month.seekers
        seekers = seekers[month.index - persons.status_since[seekers] >= self.unemployed_for]
        seekers = seekers[month.draws(seekers) < self.agree]
        seekers = seekers[np.argsort(month.draws(seekers, "turn"))]
        for post in visited:
            suited = seekers[persons.occupation[seekers] == posts.occupation[post]]
            if len(suited):
                month.place(suited[0], post)
                seekers = seekers[seekers != suited[0]]
        month.count("start", len(visited))

# %% [markdown]
# Three habits make it sound:
#
# - **Draw with `month.draws`**, not with `numpy.random`. The number of a person in a month comes from the seed, the name of the action, the person's own key and the
#   month, and from nothing else: whatever another plan does, the same person has the same luck. This is what makes small effects visible.
# - **Never rely on the order** of `vacancies` or `seekers`: they come in none. Sort them by a draw, as here, or by something that means something.
# - **Propose, do not change.** The tables are read-only and show the month before your proposals, which are applied when the step returns.
#
# What cannot be is refused, with the reason:

# %%
@releve.own_action(changes={"place"}, start="2014-01")
def careless(month):
    month.place(month.seekers[0], np.flatnonzero(~month.posts.vacant)[0])

try:
    releve.run(base.with_action(careless), replicates=1, until="2014-02")
except releve.InputError as error:
    print(error)

# %% [markdown]
# ## Try it in one run

# %%
for_all = base.with_action(Recruiter(start="2014-01")).named("for_all", "recruiter, for all job seekers")
tried = releve.Simulation(for_all, until="2014-12").run()
print("placed in 2014:", int(tried.outputs["placements"][12:].sum()))

# %% [markdown]
# ## Compare
#
# Two plans: a recruiter for all job seekers, and one for those who have been out of work for a year or more. Twelve replicates are few; take a hundred for a report.

# %%
for_far = base.with_action(Recruiter(start="2014-01", unemployed_for=12)).named("for_far", "recruiter, for those a year out of work")
result = releve.compare(base, for_all, for_far, replicates=12, seed=1, until="2020-12")
result.plot.comparison(indicators=["unfilled_posts", "searches_abandoned", "long_term_unemployed", "employment", "know_how"]);

# %% [markdown]
# The recruiter who may propose anybody fills more posts; the other one finds fewer people who know the occupation. On long-term unemployment these twelve
# replicates show no effect of either: the interval says how large it may still be. What was done, and is to be priced, is counted (the engine knows no cost of an
# action of yours, so the indicator `cost` would say 0):

# %%
done = result.to_dataframe("volume").query("volume_of == 'start'").groupby(["scenario", "year"])["value"].sum().unstack(0)
placed = result.to_xarray().placements.groupby("month.year").sum().mean("replicate").to_pandas().T
done.join(placed, lsuffix=": visits", rsuffix=": placed").filter(regex="for_").round(1)

# %%
result.plot.fan("unfilled_posts", together=True);

# %% [markdown]
# `agree` is a guess, and the result hangs on it. A plan that shows its effect under one guess should be tried under others:

# %%
doubtful = [base.with_action(Recruiter(start="2014-01", agree=share)).named(f"agree_{share:.0%}".replace("%", ""), f"{share:.0%} agree")
            for share in (0.05, 0.2)]
changes = releve.compare(base, *doubtful, replicates=6, seed=1, until="2016-12").comparison()
changes.query("indicator == 'unfilled_posts'")[["scenario", "label", "change", "low", "high"]].round(0)

# %% [markdown]
# An action of yours goes through everything that results go through: files, exports, `releve compare`. The file says that it was made with code that it does not
# hold (attribute `own_code`): keep your notebook beside it. A *process*, which is no decision of anybody and has no end, is a `releve.OwnProcess`. All that can be
# seen and proposed: [docs/python-own-actions.md](../python-own-actions.md).

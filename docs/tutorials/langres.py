# en: langres_in_ten_minutes
# fr: langres_en_dix_minutes

# %% [markdown] lang="en"
# # Langres in ten minutes
#
# The Langres area (Haute-Marne, France): 168 communes, some 38,000 residents of working age and 17,000 posts. Relève simulates each person and
# each post, month by month, from 2013 to 2030. From nothing to a figure takes three lines.

# %% [markdown] lang="fr"
# # Langres en dix minutes
#
# Le Pays de Langres (Haute-Marne) : 168 communes, quelque 38 000 habitants en âge de travailler et 17 000 postes. Relève simule chaque personne et
# chaque poste, mois par mois, de 2013 à 2030. De rien à une figure, il faut trois lignes.

# %% lang="en"
import releve
releve.language = "en"

# %% lang="fr"
import releve
releve.language = "fr"

# %%
base = releve.langres().scenario("baseline")
result = releve.run(base, replicates=12, seed=1)
result.plot.fan("unfilled_posts");

# %% [markdown] lang="en"
# A run draws chance anew in each *replicate*: who falls ill, who applies first, who moves away. The line is the median of the replicates, the bands hold 8
# and 9 of them in 10. Twelve are few, for a tutorial that runs in seconds; a hundred is what a report should have. The same seed gives the same bits.
#
# What does the result hold?

# %% [markdown] lang="fr"
# Une simulation tire à nouveau le hasard dans chaque *réplique* : qui tombe malade, qui postule le premier, qui déménage. La ligne est la médiane des
# répliques, les bandes en contiennent 8 et 9 sur 10. Douze, c'est peu, pour un tutoriel qui tourne en quelques secondes ; un rapport en demande cent. La
# même graine donne les mêmes bits.
#
# Que contient le résultat ?

# %%
result

# %%
result.outputs[["label", "unit", "dimensions"]].head(12)

# %% [markdown] lang="en"
# Any of them is a tidy table, with the names of codes in your language. The occupations in which most openings were filled by nobody in 2030:

# %% [markdown] lang="fr"
# Chacun est un tableau rangé, avec le nom des codes dans votre langue. Les métiers où le plus de besoins n'ont été pourvus par personne en 2030 :

# %%
gap = result.to_dataframe("hiring_gap").query("year == 2030").nlargest(6, "value")
gap[["occupation", "occupation_label", "value", "q10", "q90"]].round(1)

# %%
result.plot.fan("hiring_gap", occupation=gap["occupation"].iloc[0]);

# %% [markdown] lang="en"
# ## Who leaves?
#
# The ages of the people in post, at the end of 2030 and (dashed) at the end of 2013; then who retires when.

# %% [markdown] lang="fr"
# ## Qui part ?
#
# L'âge des personnes en poste, fin 2030 et (en tirets) fin 2013 ; puis qui part en retraite, et quand.

# %%
result.plot.pyramid(since=2013);

# %%
result.plot.retirements_heatmap(top=12);

# %% [markdown] lang="en"
# ## Who fills the posts?
#
# Retirements make openings, fewer jobs take some away; young entrants and people from elsewhere fill them. What is left goes to people without a post. Beside:
# the openings that nobody filled.

# %% [markdown] lang="fr"
# ## Qui pourvoit les postes ?
#
# Les départs font des postes à pourvoir, la baisse de l'emploi en retire ; de jeunes débutants et des gens d'ailleurs les prennent. Le reste revient aux
# personnes sans poste. À part : les besoins que personne n'a pourvus.

# %%
result.plot.gap_waterfall();

# %% [markdown] lang="en"
# ## What if something is decided?
#
# A scenario is an object; a change gives a new one. `help(releve.actions.insertion_platform)` tells what an action does, for whom, its settings, and where
# its figures come from. Plans are compared with *the same chance*: each replicate has the same luck in both.

# %% [markdown] lang="fr"
# ## Et si l'on décide quelque chose ?
#
# Un scénario est un objet ; une modification en donne un nouveau. `help(releve.actions.insertion_platform)` dit ce que fait une action, pour qui, ses
# réglages, et d'où viennent ses chiffres. Les plans sont comparés *à chance égale* : chaque réplique a la même chance dans les deux.

# %%
plan = base.with_action("insertion_platform", start="2013-09", end="2030-12", places=80).named(
    "platform", "insertion platform, 80 places", "plateforme d'insertion, 80 places")
plan

# %%
both = releve.compare(base, plan, replicates=12, seed=1)
both.plot.comparison();

# %% [markdown] lang="en"
# Filled marks are effects that chance does not explain, once corrected for all that is looked at. An effect not shown is not an effect shown to be nil: more
# replicates narrow the intervals. The same as a table:

# %% [markdown] lang="fr"
# Les marques pleines sont des effets que le hasard n'explique pas, une fois corrigés de tout ce que l'on regarde. Un effet non établi n'est pas un effet
# nul : plus de répliques resserrent les intervalles. En tableau :

# %%
both.comparison()[["label", "change", "low", "high", "p_holm"]].round(3)

# %%
both.plot.fan("long_term_unemployed");

# %% [markdown] lang="en"
# ## Take it elsewhere
#
# The result is an xarray data set, and on disk one file that xarray, R and ncdump read as it is. The scenario is a text that the command `releve run` takes.

# %% [markdown] lang="fr"
# ## L'emporter ailleurs
#
# Le résultat est un jeu de données xarray et, sur disque, un fichier que xarray, R et ncdump lisent tel quel. Le scénario est un texte que prend la
# commande `releve run`.

# %%
data = both.to_xarray()
change = data.unfilled_posts.sel(scenario="platform") - data.unfilled_posts.sel(scenario=base.id)
change.mean("replicate").groupby("month.year").mean().to_series().round(1).tail(5)

# %%
import tempfile
from pathlib import Path

with tempfile.TemporaryDirectory() as folder:
    both.save(Path(folder) / "platform.h5")
    plan.save(Path(folder) / "platform.toml")
    again = releve.open(Path(folder) / "platform.h5")
print(again.scenarios, again.replicates)

# %% [markdown] lang="en"
# These are projections, not forecasts: what would follow from the stated assumptions. Compare plans; do not read a figure as what will happen. Which data are
# published, estimated or guessed: `scenarios/packs/langres/PROVENANCE.md`. Next: write your own action, in Python.

# %% [markdown] lang="fr"
# Ce sont des projections, pas des prévisions : ce qui découlerait des hypothèses déclarées. Comparez des plans ; ne lisez pas un chiffre comme ce qui
# arrivera. Quelles données sont publiées, estimées ou supposées : `scenarios/packs/langres/PROVENANCE.md`. Ensuite : écrire sa propre action, en Python.

"""Figures of a graded review: data first, ``ax=None`` last, the Axes returned, nothing shown.

Each function draws inside `theme`, so that no figure of anybody else changes its look. Text beside
the marks belongs to the Axes and stands in its right margin.
"""

from reviewkit.plots.baujat import baujat
from reviewkit.plots.bodies import bodies
from reviewkit.plots.certainty import certainty
from reviewkit.plots.claims import claims
from reviewkit.plots.designs import designs
from reviewkit.plots.doses import doses
from reviewkit.plots.effect_direction import effect_direction
from reviewkit.plots.excess import excess
from reviewkit.plots.forest import forest
from reviewkit.plots.funnel import funnel
from reviewkit.plots.gosh import gosh
from reviewkit.plots.harvest import harvest
from reviewkit.plots.influence import influence
from reviewkit.plots.leave_one_out import leave_one_out
from reviewkit.plots.power import power
from reviewkit.plots.readings import readings
from reviewkit.plots.risk_of_bias import risk_of_bias
from reviewkit.plots.sample_size import Had, people_by_difference, people_by_risk
from reviewkit.plots.slope import slope
from reviewkit.plots.specifications import specifications
from reviewkit.plots.stated import stated
from reviewkit.plots.theme import theme
from reviewkit.plots.verdicts import verdicts
from reviewkit.plots.wordings import wordings

__all__ = [
    "Had",
    "baujat",
    "bodies",
    "certainty",
    "claims",
    "designs",
    "doses",
    "effect_direction",
    "excess",
    "forest",
    "funnel",
    "gosh",
    "harvest",
    "influence",
    "leave_one_out",
    "people_by_difference",
    "people_by_risk",
    "power",
    "readings",
    "risk_of_bias",
    "slope",
    "specifications",
    "stated",
    "theme",
    "verdicts",
    "wordings",
]

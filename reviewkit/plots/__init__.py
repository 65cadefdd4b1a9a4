"""Figures of a graded review: data first, ``ax=None`` last, the Axes returned, nothing shown.

Each function draws inside `theme`, so that no figure of anybody else changes its look. Text beside
the marks belongs to the Axes and stands in its right margin.
"""

from reviewkit.plots.certainty import certainty
from reviewkit.plots.claims import claims
from reviewkit.plots.forest import forest
from reviewkit.plots.readings import readings
from reviewkit.plots.theme import theme
from reviewkit.plots.verdicts import verdicts

__all__ = ["certainty", "claims", "forest", "readings", "theme", "verdicts"]

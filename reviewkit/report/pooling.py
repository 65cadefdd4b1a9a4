"""How the results of a body were brought together, in a sentence."""

from __future__ import annotations

import math

from reviewkit import display
from reviewkit.certainty import Synthesis
from reviewkit.effects.measures import REVERSED
from reviewkit.synthesis.pooled import METHOD_NAMES, TEST_NAMES
from reviewkit.synthesis.regression import Regression

#: Studies from which there is a direction to count.
MORE_THAN_ONE = 2


def pooled_text(synthesis: Synthesis) -> str | None:
    """Tell how results were pooled, how far they differ, and where a new study would lie.

    None where nothing was pooled. The estimate itself is told with the body.
    """
    pooled = synthesis.pooled
    if pooled is None:
        return None if synthesis.regression is None else _regressed(synthesis.regression)
    logs = synthesis.scale == "log"
    parts = [METHOD_NAMES[pooled.method], TEST_NAMES[pooled.test]]
    if pooled.tau2 is not None and pooled.i2 is not None:
        differ = f"τ² = {display.number(pooled.tau2)}, I² = {display.percent(pooled.i2)}"
        parts.append(f"{differ}{' (of logarithms)' if logs else ''}")
    if pooled.prediction is not None:
        limits = (pooled.prediction.lower, pooled.prediction.upper)
        if logs:
            limits = (math.exp(limits[0]), math.exp(limits[1]))
        shown = display.interval(*limits, unit=synthesis.unit, null=1.0 if logs else 0.0)
        which = f" ({REVERSED})" if synthesis.reversed else ""
        parts.append(f"prediction interval for a new study{which} {shown}")
    return " ".join([f"{'; '.join(parts)}.", *pooled.notes])


def _regressed(found: Regression) -> str:
    """Tell how effects were regressed on a moderator, and what that leaves of their differences."""
    parts = [f"meta-regression, {METHOD_NAMES[found.method]}", TEST_NAMES[found.test]]
    if found.heterogeneity.i2 is not None:
        parts.append(f"I² left = {display.percent(found.heterogeneity.i2)}")
    if found.r2 is not None:
        parts.append(f"the moderator accounts for {display.percent(found.r2)} of τ²")
    return " ".join([f"{'; '.join(parts)}.", *found.notes])


def directions_text(synthesis: Synthesis) -> str | None:
    """Tell how many studies went which way, with the sign test and what it cannot do.

    None where there are not two studies with a direction to count.
    """
    count = synthesis.count
    if count is None or count.k < MORE_THAN_ONE:
        return None
    most, way = max((count.positive, "up"), (count.negative, "down"))
    told = (
        f"{most} of {count.k} studies with a direction went {way}; "
        f"sign test {display.p_value(count.p)}"
    )
    if not count.can_reach_alpha:
        told += f", which {count.k} studies could not bring below {count.alpha:g} if all agreed"
    unclear = display.plural(count.unclear, "study", "studies")
    return f"{told}. {unclear} without a clear direction." if count.unclear else f"{told}."

"""Do the reported numbers hold together? Interval arithmetic on the printed precision.

A flag says "does not fit", shows the arithmetic and what would explain it, and accuses nobody.
"""

from reviewkit.audit.percentages import (
    WholeFit,
    informative,
    mean_fits,
    percentage_fits,
    power,
    totals_that_fit,
)

__all__ = [
    "WholeFit",
    "informative",
    "mean_fits",
    "percentage_fits",
    "power",
    "totals_that_fit",
]

"""What one recorded result says under one specification, with the numbers that it was made from."""

from __future__ import annotations

from dataclasses import dataclass

from reviewkit.effects.values import Effect


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A number that went into an effect: what it is, as printed, and its path in the study."""

    name: str
    text: str
    path: tuple[str | int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultEffect:
    """What one result says under one specification.

    Parameters
    ----------
    ref, study : str
        ``study#result`` and the study's id.
    effect : Effect or None
        The effect on its natural measure; None where the numbers printed yield none.
    standardised : Effect or None
        The same in standard deviations, to see how large it is.
    unit : str
        Unit of a difference of means or a change, else empty.
    direction : str or Missing
        Of the outcome, as computed or else as the source says.
    n : int or None
        People behind the result, and `n_basis`, where that count was taken from.
    reversed : bool
        Whether the effect is a ratio of the opposite (people who improved): it is kept as printed,
        since its reciprocal is no ratio of the outcome, and only its direction is turned.
    why_not : str or None
        Why there is no effect with an interval.
    printed : tuple of Printed
        The numbers used, as printed, with their paths.
    """

    ref: str
    study: str
    effect: Effect | None
    standardised: Effect | None = None
    unit: str = ""
    direction: str
    n: int | None
    n_basis: str
    reversed: bool = False
    why_not: str | None = None
    printed: tuple[Printed, ...] = ()


def unit_of_measure(measure: str, unit: str | None) -> str | None:
    """Return the unit in which an effect is given: that of the outcome for differences alone.

    A standardised difference, a correlation, a share and a ratio have none.

    Examples
    --------
    >>> unit_of_measure("MD", "points"), unit_of_measure("percent change", "mL")
    ('points', '%')
    >>> unit_of_measure("SMD", "points")
    """
    if measure == "percent change":
        return "%"
    return unit if measure in {"MD", "MC"} else None

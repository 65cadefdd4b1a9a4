"""A number that no paper prints: what it is, how it was derived, and what that assumes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias


@dataclass(frozen=True, slots=True, kw_only=True)
class Rebuilt:
    """A derived number.

    Parameters
    ----------
    name
        What it is: ``se``, ``sd``, ``sd_change``, ``r`` …
    value
        The number.
    formula
        The equation as implemented.
    inputs
        ``(name, value)`` of every number that went in.
    assumptions
        What was assumed, one sentence each; those of derived inputs first.
    source
        DOI.

    Examples
    --------
    >>> sd = Rebuilt(name="sd", value=3.0, formula="SD = SE·√n", inputs=(("se", 1.0), ("n", 9)),
    ...              source="10.1002/9781119536604.ch6")
    >>> float(sd), str(sd)
    (3.0, 'sd = 3 (derived: SD = SE·√n)')
    """

    name: str
    value: float
    formula: str
    inputs: tuple[tuple[str, float], ...]
    assumptions: tuple[str, ...] = ()
    source: str

    def __float__(self) -> float:
        return float(self.value)

    def __str__(self) -> str:
        return f"{self.name} = {self.value:.6g} (derived: {self.formula})"

    def to_dict(self) -> dict[str, Any]:
        """Return the fields, JSON-ready and at full precision."""
        return {
            "name": self.name,
            "value": self.value,
            "formula": self.formula,
            "inputs": dict(self.inputs),
            "assumptions": list(self.assumptions),
            "source": self.source,
        }


Number: TypeAlias = float | Rebuilt
"""A number as printed, or one that was derived before."""


def derived(
    name: str,
    value: float,
    *,
    formula: str,
    source: str,
    assumes: tuple[str, ...] = (),
    **given: Number | None,
) -> Rebuilt:
    """Return a `Rebuilt`, with the assumptions of the inputs that are derived themselves."""
    numbers = {key: number for key, number in given.items() if number is not None}
    before = (
        assumption
        for number in numbers.values()
        if isinstance(number, Rebuilt)
        for assumption in (f"{number.name} is derived: {number.formula}", *number.assumptions)
    )
    return Rebuilt(
        name=name,
        value=value,
        formula=formula,
        inputs=tuple((key, float(number)) for key, number in numbers.items()),
        assumptions=tuple(dict.fromkeys((*before, *assumes))),
        source=source,
    )

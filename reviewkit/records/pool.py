"""The subgroups that a pooled result names as its parts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reviewkit.records.misfit import Misfit
from reviewkit.records.result import Result


def misfits_of_parts(results: Mapping[str, Result]) -> Iterator[Misfit]:
    """Yield parts of what is no pool, one part alone, itself, and parts of another measure."""
    for name, result in results.items():
        if result.parts:
            yield from _whole(name, result)
            for position, part in enumerate(result.parts):
                yield from _part(name, position, part, results)


def _whole(name: str, result: Result) -> Iterator[Misfit]:
    if result.contrast != "pooled" or result.estimate is None:
        lacks = "" if result.estimate else ", without an estimate"
        yield Misfit(
            code="R106",
            path=("results", name, "parts"),
            found=f"the parts of a result that is {result.contrast}{lacks}",
            expected="a `contrast` that is `pooled`, with an `estimate`",
            fix="delete them, or enter the pooled estimate that they are the parts of",
        )
    if len(set(result.parts)) < 2:  # noqa: PLR2004  # a pool has parts
        yield Misfit(
            code="R106",
            path=("results", name, "parts", 0),
            found=f"{result.parts[0]} alone",
            expected="all subgroups of the pool, at least two",
            fix="name the others too, or delete it",
        )


def _part(name: str, position: int, part: str, results: Mapping[str, Result]) -> Iterator[Misfit]:
    path = ("results", name, "parts", position)
    pooled, other = _measure(results[name]), results.get(part)
    if part == name:
        yield Misfit(
            code="R107",
            path=path,
            found=f"{part} itself",
            expected="another result of this study",
            fix="name the results of its subgroups",
        )
    elif other is not None and pooled is not None and _measure(other) != pooled:
        yield Misfit(
            code="R106",
            path=path,
            found=f"{part}, of {_measure(other) or 'no estimate'}",
            expected=f"an estimate of the pool's measure, {pooled}",
            fix="enter the subgroup's estimate on the pool's scale, or take it out",
        )


def _measure(result: Result) -> str | None:
    return None if result.estimate is None else result.estimate.measure

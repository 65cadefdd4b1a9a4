"""Parts a description that runs over several studies: a writer who goes on need not say so.

"In Denmark, 39 women were massaged ..." begins a study whatever stood before it. Whether a sentence
with particulars of its own begins another study is decided by the records: where what follows is
recognised by itself as another study than what stands before, and by much, it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from reviewkit.prose.studies.describing import Description
from reviewkit.prose.studies.features import Feature

#: Kinds of feature with which a study is introduced.
PARTICULARS = frozenset({"year", "people", "studies", "country", "author", "journal"})
#: By how much a part must speak more for its own study than for the one before [C]: as much as a
#: study needs to stand above one that the base does not know.
Weigh = Callable[[Description], tuple[Sequence[Feature], Sequence[float]]]


def parted(
    description: Description, weigh: Weigh, *, least: float, margin: float
) -> Iterator[Description]:
    """Yield the descriptions of which one is made, in order; itself, if it is of one study.

    Parameters
    ----------
    description
        Sentences that were taken to tell of one study.
    weigh
        Returns the features of a description, and the log-odds of each study for it.
    least
        The least log-odds for a study by itself.
    margin
        The least log-odds against the next best study.
    """
    current = _of(description, 0, 1)
    if len(description.readings) < 2:
        yield description
        return
    alone = [weigh(_of(description, n, n + 1)) for n in range(len(description.readings))]
    for place in range(1, len(description.readings)):
        features, _ = alone[place]
        apart = description.readings[place] not in description.pointing
        if apart and any(feature.kind in PARTICULARS for feature in features):
            ahead = _of(description, place, _next(alone, place))
            before = weigh(current)[1]
            if _another(before, weigh(ahead)[1], least=least, margin=margin):
                yield current
                current = _of(description, place, place)
                current.introduced, current.apart = True, max(before) >= least
        position = description.readings[place]
        current.add(position, description.said[position])
    yield current


def _next(alone: Sequence[tuple[Sequence[Feature], Any]], place: int) -> int:
    """Return where the next sentence with a particular begins, or the end."""
    for later in range(place + 1, len(alone)):
        if any(feature.kind in PARTICULARS for feature in alone[later][0]):
            return later
    return len(alone)


def _another(
    before: Sequence[float], after: Sequence[float], *, least: float, margin: float
) -> bool:
    """Whether what follows is of another study than what stands before."""
    if not before:
        return False
    first = max(range(len(before)), key=before.__getitem__)
    ranked = sorted(range(len(after)), key=lambda n: -after[n])
    second = ranked[0]
    if after[second] < least or second == first and before[first] >= least:
        return False
    clear = len(ranked) == 1 or after[second] - after[ranked[1]] >= margin
    return clear and after[second] - after[first] >= least if before[first] >= least else clear


def _of(description: Description, start: int, end: int) -> Description:
    """Return a part of a description."""
    part = Description(introduced=description.introduced, apart=description.apart)
    for position in description.readings[start:end]:
        part.add(position, description.said[position])
    return part

"""Parts a description that runs over several studies: a writer who goes on need not say so.

"In Denmark, 39 women were massaged ..." begins a study whatever stood before it. Whether a sentence
with particulars of its own begins another study is decided by the records: where what follows is
recognised by itself as another study than what stands before, and by much, it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reviewkit.prose.studies.describing import Description
from reviewkit.prose.studies.showing import Shown
from reviewkit.prose.studies.weighing import Scales


def parted(
    description: Description, shown: Shown, scales: Scales, *, least: float, margin: float
) -> Iterator[Description]:
    """Yield the descriptions of which one is made, in order; itself, if it is of one study.

    Parameters
    ----------
    description
        Sentences that were taken to tell of one study.
    shown
        What the sentences of the document show.
    scales
        Weigh it against the studies.
    least
        The least log-odds for a study by itself.
    margin
        The least log-odds against the next best study.
    """
    count = len(description.readings)
    begins = [
        place > 0
        and description.readings[place] not in description.pointing
        and shown.has_particulars(description, description.readings[place])
        for place in range(count)
    ]
    if not any(begins):
        yield description
        return
    current = _of(description, 0, 1)
    for place in range(1, count):
        if begins[place]:
            end = next((later for later in range(place + 1, count) if begins[later]), count)
            here = _of(description, place, end)
            before, after = (scales.weighed(shown.features(part)) for part in (current, here))
            alone = description.readings[place] in description.alone
            apart = alone and (
                _contradicts(before, after, least)
                or (max(before, default=0.0) < least and _counts_again(current, here))
            )
            if apart or _another(before, after, least=least, margin=margin):
                yield current
                current = _of(description, place, place)
                current.introduced, current.apart = True, max(before) >= least
        position = description.readings[place]
        current.add(position, description.said[position])
    yield current


def _another(
    before: Sequence[float], after: Sequence[float], *, least: float, margin: float
) -> bool:
    """Whether what follows is of another study than what stands before."""
    if not before:
        return False
    first = max(range(len(before)), key=before.__getitem__)
    ranked = sorted(range(len(after)), key=lambda n: -after[n])
    second = ranked[0]
    clear = len(ranked) == 1 or after[second] - after[ranked[1]] >= margin
    if after[second] < least or not clear:
        return False
    if before[first] < least:
        return True
    return second != first and after[second] - after[first] >= least


def _contradicts(before: Sequence[float], after: Sequence[float], least: float) -> bool:
    """Whether what follows speaks against the study before, of whichever it may be."""
    first = max(range(len(before)), key=before.__getitem__, default=None)
    return first is not None and before[first] >= least and after[first] < 0


def _counts_again(current: Description, here: Description) -> bool:
    """Whether both parts count people: two counts that stand alone are of two studies."""
    return all(
        any(said.kind == "people" and said.noun for told in part.said.values() for said in told)
        for part in (current, here)
    )


def _of(description: Description, start: int, end: int) -> Description:
    """Return a part of a description."""
    part = Description(
        introduced=description.introduced,
        apart=description.apart,
        named=description.named,
        general=description.general,
    )
    for position in description.readings[start:end]:
        part.add(position, description.said[position])
    return part

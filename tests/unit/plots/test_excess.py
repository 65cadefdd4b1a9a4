from __future__ import annotations

from collections import Counter

from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from reviewkit.plots import excess
from reviewkit.plots.excess import SHADES, levels_beyond
from reviewkit.records import WORDING
from reviewkit.review import Graded


def drawn(ax: Axes) -> Counter[tuple[str, int]]:
    sources = [label.get_text().removeprefix("source ") for label in ax.get_yticklabels()]
    found: Counter[tuple[str, int]] = Counter()
    for bars in ax.containers:
        for source, bar in zip(sources, bars, strict=True):
            assert isinstance(bar, Rectangle)
            beyond = int(str(bar.get_gid()).removeprefix("beyond-"))
            found[source, beyond] += round(bar.get_width())
    return +found


def test_every_mention_that_is_judged_by_its_wording_is_counted_once(review: Graded) -> None:
    mentions = review.frames()["mentions"].dropna(subset=["allowed"])
    beyond = (mentions["wording"] - mentions["allowed"]).clip(lower=0).astype(int)
    expected = Counter(zip(mentions["source"], beyond, strict=True))
    assert sum(expected.values()) > 100
    assert drawn(excess(review)) == expected


def test_what_is_not_judged_by_its_wording_has_no_distance(review: Graded) -> None:
    mentions = [found for claim in review.claims.values() for found in claim.mentions]
    without = [found for found in mentions if found.ruling.allowed is None]
    assert without
    assert {levels_beyond(found) for found in without} == {None}


def test_what_fits_is_within_and_what_is_overstated_is_beyond(review: Graded) -> None:
    for claim in review.claims.values():
        for found in claim.mentions:
            beyond = levels_beyond(found)
            if beyond is not None:
                assert (found.ruling.verdict == "wording fits") == (beyond == 0)


def test_counts_are_written_into_the_bars(review: Graded) -> None:
    ax = excess(review)
    written = sum(int(text.get_text()) for text in ax.texts if text.get_text())
    assert written == drawn(ax).total()


def test_sources_are_in_the_order_of_their_ids_and_nothing_is_a_share(review: Graded) -> None:
    ax = excess(review)
    names = [label.get_text() for label in ax.get_yticklabels()]
    assert names == [f"source {source}" for source in sorted(review.evidence.sources)]
    everything = " ".join(text.get_text() for text in ax.findobj(Text))
    publishers = [s.publisher for s in review.evidence.sources.values() if s.publisher]
    assert not any(name in everything for name in publishers)
    assert "%" not in everything


def test_there_is_a_shade_for_every_distance_and_they_darken() -> None:
    assert len(SHADES) == len(WORDING)
    lightness = [sum(to_rgb(shade)) for shade in SHADES]
    assert lightness == sorted(lightness, reverse=True)

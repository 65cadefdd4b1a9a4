from __future__ import annotations

from collections import Counter

from matplotlib.colors import to_hex
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from reviewkit.plots import verdicts
from reviewkit.plots.theme import SEVERITY
from reviewkit.review import Graded


def test_every_mention_is_counted_once_in_its_source_and_severity(review: Graded) -> None:
    ax = verdicts(review)
    sources = [label.get_text().removeprefix("source ") for label in ax.get_yticklabels()]
    severities = {colour: severity for severity, colour in SEVERITY.items()}
    drawn: Counter[tuple[str, str]] = Counter()
    for patch in (p for p in ax.patches if isinstance(p, Rectangle)):
        row = round(patch.get_y() + patch.get_height() / 2)
        drawn[sources[row], severities[to_hex(patch.get_facecolor())]] += round(patch.get_width())
    expected = Counter(
        (found.mention.source, found.ruling.severity)
        for claim in review.claims.values()
        for found in claim.mentions
    )
    assert +drawn == expected


def test_counts_are_written_into_the_bars(review: Graded) -> None:
    ax = verdicts(review)
    written = [int(text.get_text()) for text in ax.texts if text.get_text()]
    assert sum(written) == sum(len(claim.mentions) for claim in review.claims.values())


def test_sources_are_in_the_order_of_their_ids_and_not_ranked(review: Graded) -> None:
    ax = verdicts(review)
    names = [label.get_text() for label in ax.get_yticklabels()]
    assert names == [f"source {source}" for source in sorted(review.evidence.sources)]


def test_nobody_is_named_and_nothing_is_a_share(review: Graded) -> None:
    ax = verdicts(review)
    everything = " ".join(t.get_text() for t in ax.findobj(Text))
    publishers = [s.publisher for s in review.evidence.sources.values() if s.publisher]
    assert publishers
    assert not any(name in everything for name in publishers)
    assert "%" not in everything

from __future__ import annotations

from collections import Counter

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from reviewkit.plots import wordings
from reviewkit.plots.wordings import GAP
from reviewkit.records import WORDING
from reviewkit.review import Graded
from reviewkit.verdict.ruling import WORDS


def cells(ax: Axes) -> list[Rectangle]:
    return [p for p in ax.patches if isinstance(p, Rectangle) and p.get_gid() == "cell"]


def counted(ax: Axes) -> Counter[tuple[str, int, str]]:
    """Return source, level and verdict of every count that is written into a cell."""
    verdicts = [label.get_text() for label in ax.get_yticklabels()]
    ticks = [int(label.get_text()) for label in ax.get_xticklabels()]
    places = dict(zip(ax.get_xticks(), ticks, strict=True))
    step = max(ticks) + 1 + GAP
    heads = [text.get_text() for text in ax.texts if text.get_text().startswith("source ")]
    found: Counter[tuple[str, int, str]] = Counter()
    for text in ax.texts:
        if text.get_text().isdigit():
            x, y = text.get_position()
            source = heads[int(x // step)].removeprefix("source ")
            level = places[min(places, key=lambda place: abs(place - x))]
            found[source, level, verdicts[round(y)]] += int(text.get_text())
    return found


def test_every_mention_is_counted_once_in_its_source_level_and_verdict(review: Graded) -> None:
    mentions = review.frames()["mentions"]
    expected = Counter(
        zip(mentions["source"], mentions["wording"], mentions["verdict"], strict=True)
    )
    assert counted(wordings(review)) == expected


def test_a_cell_stands_behind_every_count_and_is_darker_for_more(review: Graded) -> None:
    ax = wordings(review)
    numbers = {t.get_position(): int(t.get_text()) for t in ax.texts if t.get_text().isdigit()}
    shades = {(c.get_x() + 0.5, c.get_y() + 0.5): c.get_alpha() or 0.0 for c in cells(ax)}
    at = {(round(x, 6), round(y, 6)): shade for (x, y), shade in shades.items()}
    told = sorted((count, at[round(x, 6), round(y, 6)]) for (x, y), count in numbers.items())
    assert len(told) == len(shades)
    assert [shade for _, shade in told] == sorted(shade for _, shade in told)


def test_verdicts_stand_from_the_best_to_the_worst(review: Graded) -> None:
    names = [label.get_text() for label in wordings(review).get_yticklabels()]
    worst_last: list[str] = list(reversed(WORDS))
    assert names == sorted(names, key=worst_last.index)


def test_the_levels_are_named(review: Graded) -> None:
    label = wordings(review).get_xlabel()
    levels = {m.mention.wording for claim in review.claims.values() for m in claim.mentions}
    assert all(f"{level} {WORDING[level]}" in label for level in range(max(levels) + 1))


def test_nobody_is_named_and_nothing_is_a_share(review: Graded) -> None:
    ax = wordings(review)
    everything = " ".join(text.get_text() for text in ax.findobj(Text))
    publishers = [s.publisher for s in review.evidence.sources.values() if s.publisher]
    assert publishers
    assert not any(name in everything for name in publishers)
    assert "%" not in everything

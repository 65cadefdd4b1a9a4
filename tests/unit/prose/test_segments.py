"""Where the segments of a text end."""

from reviewkit.prose.segments import Segments
from reviewkit.prose.words import WordRow


def segments(text: str) -> Segments:
    return Segments(text, WordRow(text).words, 0, ())


def test_a_segment_ends_where_another_clause_begins() -> None:
    found = segments("fur grows where it was thin")
    assert found.same(0, 1)
    assert not found.same(1, 2)
    assert found.end_of(0) == len("fur grows")


def test_the_last_word_may_begin_a_segment() -> None:
    found = segments("fur grows where")
    assert not found.same(1, 2)
    assert found.end_of(2) == len("fur grows where")
